import { foldText } from '../core/text.ts'

/**
 * What a seller says about haggling: `firm` = the price stands; `careful` = open to offers, but not to low ones;
 * `open` = nothing against an offer.
 */
export type Firmness = 'firm' | 'careful' | 'open'

const unitsRead = 20_000

// All of folded text: small letters, no accents. Repetitions are bounded, so that no text takes long.
const firmWords = [
  /\bprices? (?:is |are )?(?:(?:very|now|really|absolutely|already|typically) )?firm\b/,
  /\bfirm (?:on )?(?:the |my )?(?:asking )?price\b/,
  /\bfirm at [$€£]? ?\d/,
  // "$400 firm", but not "2 firm cushions".
  /\d[\d.,]{0,12} ?(?:[$€£]|usd|eur|gbp|cad|aud|dollars?|euros?|bucks)? (?:cash )?(?:only )?firm(?= ?(?:$|[^\p{L}\p{N} ])| (?:no|cash|must|only|pick|please|serious)\b)/u,
  /(?:^|[.!;(\n]) {0,3}firm ?(?=$|[.!;)\n])/,
  /\b(?:non|not) ?-?negotiable\b/,
  /\bno (?:haggling|haggle|negotiat(?:ing|ion|ions)|offers(?! (?:for|of) trade))\b/,
  /\bfixed price\b/,
  /(?<!\bkein )\b(?:festpreis|fixpreis)\b/,
  /\d ?(?:€|eur|euro)? ?fp\b/,
  /\bkeine? (?:preis)?(?:verhandlung(?:en)?|verhandeln|handeln|feilschen|vorschlage)\b/,
  /\bnicht (?:mehr )?verhandelbar\b/,
  /\bpreis (?:ist|steht) fest\b/,
  /\bprecio (?:es )?(?:fijo|cerrado)\b/,
  /\bno (?:es )?negociable\b/,
  /\b(?:sin regateos?|no (?:se )?(?:regatea|negocia|rebaja|rebajo|negocio))\b/,
  /\bprix (?:est )?(?:ferme|fixe)\b/,
  /\b(?:non|pas) negociable\b/,
  /\bferme et definitif\b/,
  /\b(?:pas de negociations?|inutile de negocier)\b/,
]

const lowballWords = [
  /\bno (?:trades? (?:or|and) )?low ?-?ball(?:s|ers?|ing)?\b/,
  /\b(?:don'?t|do not) low ?-?ball\b/,
  /\blow ?-?ball(?:s|ers?)?(?: offers?)? (?:will be |will get |are getting |get |are )?(?:ignored|blocked|refused|rejected)\b/,
  /\bno (?:silly|low|crazy) offers\b/,
  /\bkeine (?:unverschamten|lacherlichen) (?:angebote|preisvorschlage)\b/,
  /\babstenerse (?:ofertas|regateadores)\b/,
  /\boffres? (?:farfelues?|ridicules?)\b/,
]

const openWords = [
  /\b(?:obo|ono)\b/,
  /\b(?:or )?(?:best|nearest) offer\b/,
  /(?<!\b(?:non|not) ?-?)\bnegotiable\b/,
  /\b(?:open to|make (?:me )?an?|taking) offers?\b/,
  /\bnot firm\b/,
  /\b(?:vb|vhb|verhandlungsbasis)\b/,
  /(?<!\bnicht (?:mehr )?)\bverhandelbar\b/,
  /(?<!\b(?:no|no es|non|pas) )\bnegociable\b/,
  /\b(?:acepto|escucho) ofertas\b/,
  /\ba debattre\b/,
]

/**
 * Reads the first 20,000 units of title and description. That the price is firm beats "or best offer" beside it; a
 * wish for no low offers, or a marketplace that sells at fixed prices, is firm unless offers are asked for.
 */
export function firmness(text: string, buyingFormat: string | null): Firmness {
  const folded = foldText(text.slice(0, unitsRead))
  const says = (patterns: RegExp[]) => patterns.some((pattern) => pattern.test(folded))
  if (says(firmWords)) return 'firm'
  const isOpen = buyingFormat === 'best-offer' || says(openWords)
  const isWary = says(lowballWords)
  if (!isOpen) return isWary || buyingFormat === 'fixed-price' ? 'firm' : 'open'
  return isWary ? 'careful' : 'open'
}
