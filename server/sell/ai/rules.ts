import { foldText, words } from '../../core/text.ts'
import { type PostingLanguage, postingLanguages } from '../../model/posting.ts'
import { claimsIn, textFindings } from '../ads/writing/check.ts'
import { lengthOf } from '../ads/writing/cut.ts'
import {
  type AnswerField,
  type Dropped,
  type DropReason,
  lists,
  type Said,
  type StoredAnswer,
  singles,
} from './answer-schema.ts'

/** A field that a person can take over; descriptions are one for each language. */
export const offerFields = [
  'category',
  'condition',
  'title',
  'brand',
  'model',
  'details',
  'defects',
  'included',
  'description-en',
  'description-de',
  'description-nl',
] as const
export type OfferField = (typeof offerFields)[number]

/** What a model said and our rules let through. */
export interface Offer {
  field: OfferField
  value: string
  /** 0–1, as the model says. */
  confidence: number
  /** The photo that shows it. */
  photoId: number | null
  /** The words on the thing that say it, as the model read them. */
  words: string | null
}

const charactersMax: Readonly<Record<AnswerField, number>> = {
  ...{ category: 50, condition: 50, maker: 60, model: 60, title: 100 },
  ...{ details: 120, defects: 120, included: 120, descriptions: 500 },
}
const linesMax = 8

/**
 * What of an answer may be offered, and what is dropped and why; pure. A model may have read anything on a photo, also what
 * was put there for it: so each text is judged as if a stranger had written it.
 */
export function judgeAnswer(
  answer: StoredAnswer,
  { otherNames, typed }: { otherNames: readonly string[]; typed: string },
): { offers: Offer[]; dropped: Dropped[] } {
  const dropped = [...answer.dropped]
  const known = new Set(words(`${answer.read}\n${typed}`))
  const judge = (field: AnswerField, as: OfferField, said: Said): Offer[] => {
    const because = refusalOf(said.value, charactersMax[field], { otherNames, known })
    if (because !== null) {
      dropped.push({ field, because })
      return []
    }
    const { photoId, words: evidence } = evidenceOf(said, answer, otherNames)
    if (photoId === null && evidence === null) {
      dropped.push({ field, because: 'no-evidence' })
      return []
    }
    const confidence = Math.round(Math.min(1, Math.max(0, said.confidence)) * 100) / 100
    return [{ field: as, value: said.value, confidence, photoId, words: evidence }]
  }
  const offers = singles.flatMap((field) => {
    const said = answer.single[field]
    return said === undefined ? [] : judge(field, field === 'maker' ? 'brand' : field, said)
  })
  for (const field of lists) {
    const unique = [...new Map(answer.lines[field].map((said) => [foldText(said.value), said])).values()]
    if (unique.length > linesMax) dropped.push({ field, because: 'too-many' })
    offers.push(...unique.slice(0, linesMax).flatMap((said) => judge(field, field, said)))
  }
  const ofLanguage = new Map<PostingLanguage, (typeof answer.descriptions)[number]>()
  for (const said of answer.descriptions)
    if (!ofLanguage.has(said.language)) ofLanguage.set(said.language, said)
  for (const [language, said] of ofLanguage)
    offers.push(...judge('descriptions', `description-${language}`, said))
  return { offers, dropped }
}

/** Of what was sent, and only what may be shown; words that would be refused as a text are not repeated as evidence. */
function evidenceOf(
  said: Said,
  { photoIds }: Pick<StoredAnswer, 'photoIds'>,
  otherNames: readonly string[],
): Pick<Offer, 'photoId' | 'words'> {
  const evidence = said.words?.trim() ?? ''
  // Nothing but the words themselves speaks for them: figures on a thing are figures that were read.
  const isRefused = evidence === '' || refusalOf(evidence, 200, { otherNames, known: null }) !== null
  return {
    photoId: said.photo === null ? null : (photoIds[said.photo - 1] ?? null),
    words: isRefused ? null : evidence,
  }
}

/** Why a text is not let through; null = it is. */
export function refusalOf(
  text: string,
  max: number,
  { otherNames, known }: { otherNames: readonly string[]; known: ReadonlySet<string> | null },
): DropReason | null {
  if (lengthOf(text) > max) return 'too-long'
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text)) return 'hidden-characters'
  // Full-width letters and the like are as good as what they look like.
  const plain = text.normalize('NFKC')
  if (markup.test(text) || markup.test(plain)) return 'markup'
  if (/[\p{L}--[\p{Script=Latin}\p{Script=Greek}]]/v.test(plain)) return 'other-script'
  const folded = foldText(plain).replace(/\s+/g, ' ')
  if (links.some((pattern) => pattern.test(folded))) return 'link'
  if (contacts.some((pattern) => pattern.test(folded)) || hasNumberToCall(folded)) return 'contact'
  if (prices.some((pattern) => pattern.test(folded))) return 'price'
  if (authenticities.some((pattern) => pattern.test(folded))) return 'authenticity'
  if (orders.some((pattern) => pattern.test(folded))) return 'instruction'
  if (otherNames.some((name) => namePattern(name).test(folded))) return 'other-marketplace'
  const [claim] = claimsIn(plain)
  if (claim !== undefined) return claim
  for (const language of postingLanguages) {
    const posting = { language, forbidsContact: true }
    const found = textFindings(plain, 'description', { posting, otherNames })
    const worst = found.map(({ code }) => reasonOfFinding[code]).find((reason) => reason !== undefined)
    if (worst !== undefined) return worst
  }
  if (known !== null && hasUnreadMeasure(folded, known)) return 'measure'
  return null
}

const reasonOfFinding: Readonly<Record<string, DropReason>> = {
  ...{ 'ad-email': 'contact', 'ad-phone': 'contact', 'ad-link': 'link' },
  'ad-other-marketplace': 'other-marketplace',
}

const markup =
  /<\/?[a-z!]|&(?:[a-z]{2,8}|#x?[\da-f]{1,6});|\]\s*\(|`|\{\{|\$\{|<\||\|>|\*\*|^\s*#{1,6}\s|\[\/?inst/i

const topLevels =
  'com|net|org|de|nl|be|uk|eu|fr|es|it|pl|ru|cn|at|ch|us|ca|au|in|br|shop|store|site|online|website|space|fun|top|xyz|icu|app|dev|page|link|click|live|pro|biz|io|me|info|co|cc|tv|ly|gl|gg|to|tk|ml|ga|cf|ai|sh|so|is|id|la|onion'
const links = [
  /\w:\/\//,
  /\bhxxps?\b|\bhttps?\b/,
  /\bwww\b/,
  new RegExp(
    `(?!\\b(?:asp|vb|ado)\\.net\\b)\\b[\\p{L}\\p{N}-]{2,63}\\.(?:${topLevels})(?![\\p{L}\\p{N}])`,
    'u',
  ),
  new RegExp(
    `\\s?(?:\\s\\.|[([{]\\s?(?:dot|\\.)\\s?[)\\]}]|\\bdot\\b|\\bpunkt\\b|\\bpunt\\b)\\s?(?:${topLevels})(?![\\p{L}\\p{N}])`,
    'u',
  ),
  /[\p{L}\p{N}-]{2,}\.[\p{L}]{2,}\//u,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/,
  /\b(?:javascript|mailto|tel|sms|bitcoin|ftp)\s?:/,
  /\b(?:qr|scan)\W{0,2}(?:code|the code|me|this|here)\b/,
  /\b(?:visit|besuche\w*|bezoek)\s(?:my|our|us|the|mein\w*|unser\w*|mijn|onze)\b/,
]

const contacts = [
  /@/,
  /[([{]\s?(?:at|a t|aet)\s?[)\]}]/,
  /\b[\w.+-]+ at [\w-]+ dot \w+/,
  /\b(?:e ?-?mails?|mailto|gmail|hotmail|outlook\.com|proton ?mail|yahoo|gmx)\b/,
  /\b(?:whats ?app|telegram|wechat|viber|snapchat|instagram|discord|tiktok|threema|imessage|facetime|kakao|line id)\b/,
  /\b(?:call|text|txt|mail|ring|phone|message|msg|dm|pm|contact|write|reach|ping|sms)\s(?:me|us|now|seller|the seller|him|her|at|on|to)\b/,
  /\b(?:ruf|rufen|schreib|schreibe|schreiben|melde|melden|kontaktier\w*|mailen|maile|sende|senden)\s(?:mich|mir|uns|sie|dich|euch|an|bei|unter)\b/,
  /\b(?:bel|mail|app|stuur|schrijf|contacteer|neem contact)\s(?:me|mij|ons|naar|op)\b/,
  /\b(?:kontakt(?:ier\w*|daten|aufnahme)?|anruf(?:en)?|(?:telefon|handy|ruf|telefoon)nummer|telefon (?:unter|nr)|phone (?:number|no)|tel(?:\.|:| nr| no)|mobile? (?:number|no|nr)|appelez|ecrivez|contactez|llamame|llama al|escribeme|contactame|chiamami|scrivimi)\b/,
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|oh|null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|een|twee|drie|vijf|zes|zeven|negen)(?:[\s,.-]+(?:zero|one|two|three|four|five|six|seven|eight|nine|oh|double|triple|null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|een|twee|drie|vijf|zes|zeven|negen)){4,}\b/,
]

const prices = [
  /[\p{Sc}]/u,
  /\b\d+(?:[.,]\d+)?\s?(?:usd|eur|gbp|chf|cad|aud|euros?|cents?|dollars?|bucks|quid)\b/,
  /\b(?:usd|eur|gbp|chf)\s?\d/,
  /\b(?:dollars?|bucks|quid|euros|rupees?|pesos?)\b/,
  /\b(?:one|two|three|five|ten|zero|ein|einen|zwei|funf|zehn|een|twee|vijf|tien)\s(?:euro|cent|pound sterling|franken)\b/,
  /\b(?:prices?|priced|cheap\w*|preis\w*|prijs|prijzen|prix|precio|prezzo|vb|verhandlungsbasis|fixed|bargain|discount|rabatt|korting|descuento)\b/,
  /\b(?:for free|free (?:of charge|shipping|delivery|to)|give ?away|gratis|kostenlos|zu verschenken|geschenkt|umsonst|gratuit|gratuito)\b/,
  /\b(?:paypal|venmo|zelle|cash ?app|gift ?cards?|western union|moneygram|bitcoin|btc|crypto\w*|usdt|iban|bic|bank transfer|wire transfer|uberweis\w*|vorkasse|tikkie|bizum|revolut|deposit|anzahlung|pay(?:ment|ments)?|bezahl\w*|zahlung\w*|betaal\w*|betaling)\b/,
  /\b(?:worth|value[ds]?|retail(?:s|ed)?|msrp|uvp|rrp|neupreis|wert|waarde)\b/,
]

const authenticities = [
  /\bauthent\w*|\bautentic\w*|\bgenuine\w*|\blegit\w*/,
  /\b(?:100|hundred|hundert|honderd)\s?(?:%|percent|prozent|procent)/,
  /\b(?:certif\w*|zertifi\w*|gecertificeerd|coa|hologram\w*|verified|appraised|verifiziert|gepruft|geverifieerd)\b/,
  /\b(?:guarant\w*|garant\w*|warrant\w*|gewahrleistung|gegarandeerd)\b/,
  /\becht(?:heit\w*|e|es|er|en)?\b|\bechtheid\w*/,
  /\b(?:not (?:a )?(?:fake|replica|copy)|no (?:fake|replica)|kein (?:fake|replikat|imitat)|geen (?:replica|namaak)|fakes?|replicas?|replikat\w*|imitat\w*|namaak|knock ?offs?|counterfeit\w*|falschung\w*)\b/,
  /\b(?:real deal|(?<!adidas )originals?|originalware|origineel|originele)\b(?! (?:box|packaging|case|charger|cable|cover|bag|remote|manual|receipt|accessories|verpackung|karton|doos|verpakking|ladegerat|lader|kabel|finish|paint|lack|parts|colou?r))/,
  /\b(?:brand ?-?new|never used|unused|factory sealed|nagelneu|unbenutzt|splinternieuw|ongebruikt|fully (?:functional|working)|works (?:great|perfectly|fine)|voll funktionsfahig|einwandfrei|werkt (?:perfect|prima|goed))\b/,
]

const orders = [
  /\b(?:ignor\w*|disregard\w*|forget|override|bypass|negeer|missachte|vergiss)\b/,
  /\b(?:instruct\w*|anweisung\w*|instructie\w*|prompts?|system message|jailbreak|developer mode)\b/,
  /\b(?:you are|you must|you should|you will|du bist|du musst|sie mussen|je bent|je moet)\b/,
  /\b(?:assistant|chatbot|language model|llm|gpt\w*|claude|as an ai|ki-modell|sprachmodell)\b/,
  /\b(?:write|say|put|sell|output|repeat|answer|reply|respond)\s(?:it|this|that|the|as|only|down|for|with|to|exactly|in every|at|yes)\b/,
  /\bset\s(?:it|this|that|the|price|condition|title|category|confidence)\b/,
  /\b(?:schreibe?|sage?|setze?|verkaufe?|antworte|gib)\s(?:es|das|den|die|als|nur|auf|mit|zu|fur)\b/,
  /\b(?:schrijf|zeg|zet|verkoop|antwoord)\s(?:het|dit|dat|de|als|alleen|met)\b/,
  /\b(?:attention|urgent|important|achtung|wichtig|belangrijk|let op)\s?[:!]/,
]

/** Digits enough to call, put apart as numbers of phones are or not at all; years and sizes are none. */
function hasNumberToCall(folded: string): boolean {
  const plain = folded
    .replace(/\b(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d\b/g, ' ')
    .replace(
      /\b\d{1,4}(?:[.,]\d{1,2})?\s?x\s?\d{1,4}(?:[.,]\d{1,2})?(?:\s?x\s?\d{1,4}(?:[.,]\d{1,2})?)?/g,
      ' ',
    )
  return (plain.match(/\+?\d[\d\s()./_–-]{4,}\d/g) ?? []).some((run) => (run.match(/\d/g) ?? []).length >= 7)
}

/** A name as it may be spelled: with gaps or signs between its words and letters. */
function namePattern(name: string): RegExp {
  const letters = [...foldText(name).replace(/[^\p{L}\p{N}]/gu, '')].map((one) =>
    one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('[\\s._*-]?')}(?![\\p{L}\\p{N}])`, 'u')
}

/** A length, a weight or a volume of which no figure was read on the thing or typed by the person. */
function hasUnreadMeasure(folded: string, known: ReadonlySet<string>): boolean {
  const measures = folded.matchAll(
    /(\d{1,5}(?:[.,]\d{1,3})?)\s?(?:cm|mm|km|m|inch(?:es)?|in|ft|feet|foot|yards?|zoll|"|”|kg|g|gr|lbs?|pounds?|oz|pfund|liter|litres?|ml)(?![\p{L}\p{N}])/gu,
  )
  return [...measures].some(
    ([, figure]) => ![...known].some((word) => word === figure || word.replace(/[^\d.,]/g, '') === figure),
  )
}
