/** What the amounts in a text say of the price beside it. */
export interface TextAmounts {
  count: number
  /** Amounts that are the price. */
  same: number
  /** An amount that is asked ("asking 450", "$250 firm") and is not the price: the larger of the two by the smaller. */
  otherAsked: number | null
  askedSame: boolean
  /** An amount said to be for each piece, week, metre …: equal to the price, or another. */
  each: 'same' | 'other' | null
  /** The price is said to be for a month, a day … or a deposit. */
  rate: boolean
  /** Sums of money that are another than the price, each once. */
  others: number
  /** What is asked in the text is the price with one or two zeros more or less. */
  slip: boolean
  /** The text asks for another amount in so many words ("asking 450", "$250 firm") and nowhere names the price: as `otherAsked`. */
  asksOther: number | null
  /** The only sum of money in the text, no rate and no former price, is another than the price: as `otherAsked`. */
  soleOther: number | null
}

const amount =
  /(\d{1,3}(?:[,.\s]\d{3})+(?!\d)|\d+)([.,]\d{1,2}(?!\d))?(\s?k\b)?(\s?(?:[$£€₹₽₺]|dollars?\b|dlls?\b|bucks\b|usd\b|eur\b|euros?\b|gbp\b|pounds?\b|quid\b|zł|zl\b|pln\b|chf\b|f ?cfa\b|kr\b|kč|sek\b|nok\b|dkk\b|fr\.-))?/giu
/** The sign or code in front of one. */
const signBefore =
  /(?:[$£€¥₹₽₺₦]|\b(?:usd|eur|gbp|chf|pln|cad|aud|nzd|sek|nok|dkk|czk|huf|ron|inr|rs|kr|xof|xaf|f ?cfa))\.?\s?$/iu
const signLengthMax = 8
const askedBefore =
  /(?:\b(?:asking|ask|price|priced|prices?|selling for|sell for|want|wanting|now|only|just|for|looking for|offers over|vb|preis|prix|precio|prezzo|prijs|preco|cena)\b[\s:=-]*(?:is|price|only|just|at|for)?[\s:=-]*)$/i
const askedAfter =
  /^\s*(?:obo|o\.?b\.?o|ono|o\.?n\.?o|firm|or best offer|or nearest|cash|for all|for both|takes|vb|takes it|negotiable)/i
/** As `askedBefore`, where hardly anything else is meant. */
const asksBefore =
  /\b(?:asking|asking price|price|priced|selling(?: it)?(?: for)?|will sell|sell(?: it)? for|let (?:it|them) go for|wanting|i want|vb|preis|festpreis|prix|precio|prezzo|prijs|cena)(?: (?:is|for|at|now|only|of|just))*[\s:=-]*$/i
const asksAfter =
  /^\s*(?:or )?(?:obo|o\.b\.o|ono|o\.n\.o|best offer|nearest|firm|open to offers|not negotiable|non negotiable|no less|takes it|cash|vb\b|fest\b)/i
/** What others ask for it. */
const elsewhereAfter =
  /^\s*(?:on|at|in|from) (?:amazon|ebay|the store|stores|apple|ikea|walmart|target|costco|http|www)/i
/** What makes a bare number a price. */
const haggledAfter = /^\s*(?:obo|o\.b\.o|ono|o\.n\.o|or best offer|or nearest offer|firm|vb)\b/i
const formerBefore =
  /\b(?:retail|retails|rrp|r\.r\.p|msrp|paid|bought|cost|costs|costing|worth|was|value|valued|originally|original|new|sells?|sold|compare|ebay|amazon|store|stores|online|regular|reg|neupreis|np|uvp)\b[^.!?]{0,24}$/i
const span =
  '(?:hour|hr|day|night|week|wk|weekend|month|mo|mth|year|yr|tag|nacht|woche|monat|jahr|jour|nuit|semaine|mois|an|hora|' +
  'd[ií]a|noche|semana|mes|a[nñ]o|ora|giorno|notte|settimana|mese|uur|dag|maand|jaar|dzie[nń]|tydzie[nń]|miesi[aą]c|session|lesson|visit)s?'
const per = '(?:per|an?|each|every|pro|je|par|por|al|za|na|\\/|p\\/?)'
const haggling = '(?:o\\.?n\\.?o\\.?|o\\.?b\\.?o\\.?|or best offer)?\\s*(?:for )?'
const eachAfter = new RegExp(
  `^\\s*${haggling}(?:(?:per|a|pro|je|par|por|al|za|la|le|x|\\/)\\s?(?:piece|pc|pcs|unit|item|ea|each|head|pair|box|bag|foot|ft|sq\\.? ?ft|` +
    'book|sheet|pack|packet|pkt|tub|set|roll|tin|tube|bottle|jar|pot|tray|bale|ton|tonne|pallet|plant|panel|cabinet|chair|tile|' +
    'board|slab|brick|film|game|dvd|cd|record|card|plate|length|lit(?:er|re)|gallon|crate|stem|bundle|' +
    'yard|met(?:er|re)|m2|kg|lb|oz|st[uü]ck|paar|pi[eè]ce|pieza|unidad|pezzo|stuk|sztuk[eęai]|one|person)s?\\b|each|ea\\b|' +
    `per\\b(?! ${span}\\b)|apiece|pp\\b|p\\/|for one\\b|for 1\\b|st[uü]ck\\b|je\\b|chacun|cada|l'un)`,
  'i',
)
const rateAfter = new RegExp(
  `^\\s*${per}\\s?${span}\\b|^\\s*(?:monthly|weekly|daily|hourly|pcm|pw|ppw|pppn|deposit|down payment|down)\\b`,
  'i',
)
const eachBefore =
  /\b(?:each(?: (?:set|pack|one|piece|item|pair|box|bag))?(?: (?:is|are|for|only|just|at))*|one for|from|start(?:s|ing)?(?: price)?(?: at| from| of| price)|priced from|prices? (?:of|start(?:s|ing)? at)|as low as|ab|a partir de|desde|a partire da|vanaf|od)\s*:?\s*$/i

/** Reads the amounts of a text against a price in whole units of its currency; null = it has none. */
export function amountsOf(text: string, major: number | null): TextAmounts {
  const found: TextAmounts = {
    count: 0,
    same: 0,
    otherAsked: null,
    askedSame: false,
    each: null,
    rate: false,
    others: 0,
    slip: false,
    asksOther: null,
    soleOther: null,
  }
  let asksOther: number | null = null
  let plain: number | null = null
  let isNamed = false
  const price = major ?? 0
  const others = new Set<number>()
  let last = 0
  for (const match of text.matchAll(amount)) {
    const [whole, digits, cents, thousand, after] = match
    const end = match.index + whole.length
    // Looked for behind itself, and not tried at each letter of the text.
    const sign = signBefore.exec(text.slice(Math.max(0, match.index - signLengthMax), match.index))?.[0]
    const before = sign !== undefined && match.index - sign.length >= last ? sign : undefined
    const at = match.index - (before?.length ?? 0)
    last = end
    const left = text.slice(Math.max(0, at - 40), at)
    const isAsked = askedBefore.test(left)
    const isMoney = before !== undefined || after !== undefined
    const right = text.slice(end, end + 24)
    const isRate = rateAfter.test(right)
    const isEach = !isRate && (eachAfter.test(right) || (isMoney && eachBefore.test(left)))
    const isHaggled = !isMoney && haggledAfter.test(right)
    if (!isMoney && !isAsked && !isEach && !isRate && !isHaggled) continue
    const value =
      Number(digits!.replace(/\D/g, '') + (cents ?? '').replace(',', '.')) *
      (thousand === undefined ? 1 : 1000)
    if (!(value > 0)) continue
    const isSame = Math.abs(value - price) < 0.5
    if (!isMoney && (isEach || isRate) && !isSame) continue
    found.count++
    if (isSame && isRate) found.rate = true
    if (isSame && !formerBefore.test(left)) isNamed = true
    if (isSame) found.same++
    else if (isMoney) found.others = others.add(value).size
    if (isMoney && !isSame && !isEach && !isRate && !formerBefore.test(left)) plain = apart(value, price)
    if (isEach) {
      found.each = isSame || found.each === 'same' ? 'same' : 'other'
      continue
    }
    if (!isMoney && !isHaggled && (value < 5 || /^\s?[%"'\p{L}]/u.test(right.trimStart()) === true)) continue
    const asked = (isAsked || isHaggled || askedAfter.test(right) || at === 0) && !formerBefore.test(left)
    if (!asked) continue
    if (isSame) found.askedSame = true
    else if (price > 0) {
      const isMeant = isHaggled || asksAfter.test(right) || asksBefore.test(left)
      if (isMeant && !elsewhereAfter.test(right)) asksOther = apart(value, price)
      found.otherAsked = apart(value, price)
      if (isPowerOfTen(found.otherAsked)) found.slip = true
    } else found.otherAsked = 1000
  }
  const isUnnamed = price > 0 && !isNamed && found.each === null
  if (isUnnamed) found.asksOther = asksOther
  if (isUnnamed && found.others === 1) found.soleOther = plain
  return found
}

/** The larger by the smaller. */
const apart = (value: number, price: number) => Math.max(value / price, price / value)

/** Ten or a hundred, as far as a price has cents. */
function isPowerOfTen(ratio: number): boolean {
  return Math.abs(ratio - 10) < 0.01 || Math.abs(ratio - 100) < 0.1
}
