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
}

const amount =
  /([$£€]\s?)?(\d{1,3}(?:[,.\s]\d{3})+(?!\d)|\d+)([.,]\d{1,2}(?!\d))?(\s?k\b)?(\s?(?:[$£€]|dollars?\b|dlls?\b|bucks\b|usd\b|eur\b|euros?\b|gbp\b|pounds?\b|quid\b|zł|pln\b))?/giu
const askedBefore =
  /(?:\b(?:asking|ask|price|priced|prices?|selling for|sell for|want|wanting|now|only|just|for|looking for|offers over|vb|preis|prix|precio|prezzo|prijs|preco|cena)\b[\s:=-]*(?:is|price|only|just|at|for)?[\s:=-]*)$/i
const askedAfter =
  /^\s*(?:obo|o\.?b\.?o|ono|o\.?n\.?o|firm|or best offer|or nearest|cash|for all|for both|takes|vb|takes it|negotiable)/i
const formerBefore =
  /\b(?:retail|retails|rrp|r\.r\.p|msrp|paid|bought|cost|costs|costing|worth|was|value|valued|originally|original|new|sells?|sold|compare|ebay|amazon|store|stores|online|regular|reg|neupreis|np|uvp)\b[^.!?]{0,24}$/i
const eachAfter =
  /^\s*(?:o\.?n\.?o\.?|o\.?b\.?o\.?|or best offer)?\s*(?:for )?(?:each|ea\b|per\b(?! month| week| day| hour| year)|apiece|a piece|pp\b|p\/|a pair|for one\b|for 1\b|a bag\b|a box\b|a metre\b|a meter\b|stuck\b|je\b|chacun|la piece|cada|l'un|al pezzo|per stuk|za sztuk)/i
const rateAfter =
  /^\s*(?:per|a|\/|p)\s?(?:month|mo\b|week|wk\b|day|night|hour|hr\b|year|monat|mois|mes\b|mese|maand|miesiac)|^\s*(?:monthly|weekly|pcm|pw\b|deposit|down payment|down\b)/i
const eachBefore = /\b(?:from|starting at|starting from|ab|a partir de|desde|a partire da|vanaf|od)\s*:?\s*$/i

/** Reads the amounts of a text against a price in whole units of its currency; null = it has none. */
export function amountsOf(text: string, major: number | null): TextAmounts {
  const found: TextAmounts = {
    count: 0,
    same: 0,
    otherAsked: null,
    askedSame: false,
    each: null,
    rate: false,
  }
  const price = major ?? 0
  for (const match of text.matchAll(amount)) {
    const [whole, before, digits, cents, thousand, after] = match
    const at = match.index
    const left = text.slice(Math.max(0, at - 40), at)
    const isAsked = askedBefore.test(left)
    const isMoney = before !== undefined || after !== undefined
    const right = text.slice(at + whole.length, at + whole.length + 24)
    const isEach = eachAfter.test(right) || (isMoney && eachBefore.test(left))
    if (!isMoney && !isAsked && !isEach) continue
    const value =
      Number(digits!.replace(/\D/g, '') + (cents ?? '').replace(',', '.')) *
      (thousand === undefined ? 1 : 1000)
    if (!(value > 0)) continue
    const isSame = Math.abs(value - price) < 0.5
    if (!isMoney && isEach && !isSame) continue
    found.count++
    if (isMoney && isSame && rateAfter.test(right)) found.rate = true
    if (isSame) found.same++
    if (isEach) {
      found.each = isSame || found.each === 'same' ? 'same' : 'other'
      continue
    }
    if (!isMoney && (value < 5 || /^\s?[%"'\p{L}]/u.test(right.trimStart()) === true)) continue
    const asked = (isAsked || askedAfter.test(right) || at === 0) && !formerBefore.test(left)
    if (!asked) continue
    if (isSame) found.askedSame = true
    else if (price > 0) found.otherAsked = Math.max(value / price, price / value)
    else found.otherAsked = 1000
  }
  return found
}
