import { minorDigits } from '../../core/money.ts'
import { foldText } from '../../core/text.ts'
import { isPlaceholderPrice } from '../placeholder-price.ts'
import { brokenPhrases, denialReach, denials } from './broken-words.ts'
import type { OfferKind, PriceMeaning } from './kinds.ts'
import { segmentsOf } from './text.ts'
import { titleSigns } from './title-kind.ts'

/** What is offered, and what the number beside it means. */
export interface Offered {
  kind: OfferKind
  price: PriceMeaning
}

/** Of a listing that is read without knowing more of it than its words and its price; null = not stated. */
export interface OfferedSubject {
  title: string
  description: string | null
  priceCents: number | null
  currency: string | null
}

/** A text is read up to here: what is for sale is said before that. */
const unitsRead = 4000

/** What a reading of the whole listing says, and where that finds a thing at an asked price, what its words say. */
export function agreedOffer(read: Offered | undefined, subject: OfferedSubject): Offered {
  if (read !== undefined && read.kind !== 'thing' && read.price !== 'asked') return read
  const words = offeredOf(subject)
  if (read === undefined) return words
  return {
    kind: read.kind === 'thing' ? words.kind : read.kind,
    price: read.price === 'asked' ? words.price : read.price,
  }
}

/** Reads what a listing offers, from its title and from what its description says of it. */
export function offeredOf({ title, description, priceCents, currency }: OfferedSubject): Offered {
  const text = description === null ? '' : description.slice(0, unitsRead)
  return {
    kind:
      titleSigns(title)[0]?.kind ??
      (saysBroken(text) ? 'broken' : saysWithout.test(text) ? 'accessory' : 'thing'),
    price: meaningOf(`${title}\n${text}`, title, priceCents, currency),
  }
}

/** What goes with a thing that is not there. */
const saysWithout =
  /\b(?:no|not)(?: the)? (?:i?phones?|i?pads?|watch|console|camera|laptop|device)(?: is| are)?(?: not)? included?\b|\b(?:i?phones?|i?pad|watch|console|camera|laptop|device)s? (?:is |are )?not included\b|\bno (?:i?phones?|console|camera),? ?(?:just|only)\b|\b(?:just|only) the box(?:es)?\b|^\W{0,6}compatible (?:with|for)\b/i

function saysBroken(text: string): boolean {
  return segmentsOf(text).some(({ words }) => {
    for (let i = 0; i < words.length; i++) {
      const phrase = brokenPhrases.at(words, i)
      if (phrase === null) continue
      const isDenied = words.slice(Math.max(0, i - denialReach), i).some((word) => denials.has(word))
      if (phrase.value !== null && !isDenied) return true
      i += phrase.length - 1
    }
    return false
  })
}

const span =
  'hour|hr|day|night|week|wk|weekend|month|mo|mth|year|yr|tag|nacht|woche|monat|jahr|jour|nuit|semaine|mois|an|hora|dia|noche|semana|mes|ano|ora|giorno|notte|settimana|mese|uur|dag|maand|jaar|dzien|tydzien|miesiac|session|lesson|visit'
const per = '(?:/|p/|per|a|an|each|every|pro|je|par|por|al|za|na)'
const rateAfter = new RegExp(
  `^ ?(?:(?:${per}) ?(?:${span})s?|pcm|pw|ppw|pppw|p/h|ph|pppn|pn|weekly|monthly|daily|hourly)\\b`,
)
const unitAfter =
  /^ ?(?:(?:\/|per|a|pro|je|par|por|al|za|cada|le|la) ?(?:piece|pc|pcs|unit|item|ea|each|head|pair|box|bag|foot|ft|sq ?ft|yard|meter|metre|m2|kg|lb|oz|pound|stuck|paar|piece|pieza|unidad|pezzo|stuk|sztuke|sztuka|one|person)\b|each|ea|apiece|\/each|pro stuck|la piece|cada un[oa]|l'un[oe]?|cadauno|per stuk)\b/
/** In a title such words leave no doubt, whatever the number. */
const titleUnit =
  /(?:\/ ?(?:ea|each|pc|piece)|\b(?:per (?:piece|unit|item|pair)|apiece|pro stuck|la piece|cada un[oa]|per stuk))\b|\beach\s*$/
const amount = /\d[\d.,]*/g
const amountsMax = 40

/** A rate and a price per piece are told by the words behind the very amount that is asked. */
function meaningOf(
  text: string,
  title: string,
  priceCents: number | null,
  currency: string | null,
): PriceMeaning {
  if (priceCents === null) return 'none'
  if (priceCents === 0) return 'free'
  if (currency !== null && isPlaceholderPrice(priceCents, currency)) return 'placeholder'
  const folded = foldText(text)
  const foldedTitle = folded.slice(0, foldText(title).length)
  const unit = 10 ** (currency === null ? 2 : minorDigits(currency))
  let looked = 0
  for (const { 0: figures, index } of folded.matchAll(amount)) {
    if (looked++ === amountsMax) break
    if (Math.round(amountOf(figures) * unit) !== priceCents) continue
    const after = folded
      .slice(index + figures.length, index + figures.length + 40)
      .replace(/^ ?(?:[$€£]|usd|eur|gbp|euros?|dollars?|pounds?|bucks|zl|pln|kr|chf)(?![a-z])/, '')
    if (rateAfter.test(after)) return 'periodic'
    if (unitAfter.test(after)) return 'unit'
  }
  return titleUnit.test(foldedTitle) ? 'unit' : 'asked'
}

/** Figures as they stand in a text ("1,200", "39.99", "39,99") as a number. */
function amountOf(figures: string): number {
  const bare = figures.replace(/[.,]+$/, '')
  const decimals = /[.,](\d{1,2})$/.exec(bare)
  const whole = (decimals === null ? bare : bare.slice(0, decimals.index)).replace(/[.,]/g, '')
  return Number(`${whole}.${decimals?.[1] ?? '0'}`)
}
