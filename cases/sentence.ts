import { minorDigits } from '../server/core/money.ts'

/** What sentences of expectations say, as far as it can be compared. */
export interface Amount {
  cents: number
  currency: string
  /** "about": not to the cent. */
  about: boolean
}

const signs: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₽': 'RUB' }
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const amountPattern = new RegExp(
  String.raw`(about )?(?:(?<![\p{L}\p{N}])([$€£¥₹₽])\s?(${number})|(?<![\p{L}\p{N}.,])(${number}) ([A-Z]{3})(?![\p{L}\p{N}]))`,
  'gu',
)

/**
 * Amounts in a sentence, as `$1,200.50`, `about $630` or `200.00 USD`. `wholeIs: 'minor'` reads whole numbers before a
 * code ("20000 USD") as minor units, as rows of imports write them.
 */
export function amountsIn(sentence: string, wholeIs: 'major' | 'minor' = 'major'): Amount[] {
  return [...sentence.matchAll(amountPattern)].map(([, about, sign, signed, plain, code]) => {
    const currency = code ?? signs[sign!]!
    const text = (signed ?? plain)!.replaceAll(',', '')
    const isMinor = wholeIs === 'minor' && code !== undefined && !text.includes('.')
    const cents = isMinor ? Number(text) : Math.round(Number(text) * 10 ** minorDigits(currency))
    return { cents, currency, about: about !== undefined }
  })
}

export interface Point {
  lat: number
  lon: number
}

/** A point as "(42.36, -71.10)" or, at the beginning, "41.8,-88.3 (Illinois)". */
export function pointIn(sentence: string): Point | null {
  const found =
    /^\s*(-?\d{1,2}\.\d+),\s*(-?\d{1,3}\.\d+)/.exec(sentence) ??
    /\((-?\d{1,2}\.\d+),\s*(-?\d{1,3}\.\d+)\)/.exec(sentence)
  return found && { lat: Number(found[1]), lon: Number(found[2]) }
}

/** A listing's state as "active", "state gone" or "not for sale (…)"; `not-for-sale` where it is not said which. */
export function stateIn(sentence: string): string | null {
  const named = /\bstate (active|pending|sold|gone)\b/.exec(sentence)?.[1]
  if (named !== undefined) return named
  if (/\bnot for sale\b/.test(sentence)) return 'not-for-sale'
  return /(?:^|, )(active|pending|sold|gone)(?=$|[,;:])/.exec(sentence)?.[1] ?? null
}

export interface CountedListings {
  count: number
  /** Of each where they are listed; without a title where only prices are, and the other way round. */
  listings: { title: string | null; amount: Amount | null }[]
  /** The address of the first. */
  firstUrl: string | null
}

/** "3 listings: $90, $20, $200", "2 listings: Oak desk 200.00 USD, …", "3 listings, the first at https://…". */
export function countedListings(sentence: string): CountedListings | null {
  const count = /^(\d+) listings?\b/.exec(sentence)?.[1]
  if (count === undefined) return null
  const list = /^\d+ listings?: (.*)$/s.exec(sentence)?.[1] ?? ''
  const entries = list.split(/,\s+/).filter((entry) => entry !== '')
  return {
    count: Number(count),
    listings:
      amountsIn(list).length === 0 ? entries.map((title) => ({ title, amount: null })) : priced(entries),
    firstUrl: /first at (\S+?)[.,]?(?:\s|$)/.exec(sentence)?.[1] ?? null,
  }
}

/** What has no amount is the beginning of a title with a comma. */
function priced(entries: readonly string[]): CountedListings['listings'] {
  const listings: CountedListings['listings'] = []
  let start = ''
  for (const entry of entries) {
    const text = start + entry
    const at = [...text.matchAll(amountPattern)].at(-1)?.index
    start = at === undefined ? `${text}, ` : ''
    if (at === undefined) continue
    const title = text.slice(0, at).replace(/[\s:–-]+$/, '')
    listings.push({ title: title === '' ? null : title, amount: amountsIn(text).at(-1)! })
  }
  return listings
}

/** What stands in quotes. */
export function quotedIn(sentence: string): string[] {
  return [...sentence.matchAll(/"([^"]+)"/g)].map(([, text]) => text!)
}

/** Bounds of a search in words: "fahrrad, from 100 EUR, up to 500 EUR". */
export interface Bounds {
  words: string
  from: Amount | null
  upTo: Amount | null
}

export function boundsIn(sentence: string): Bounds {
  const bound = (word: string) => {
    const text = new RegExp(`(?:^|[\\s,])${word} ([^,]*?\\d[^,]*)`).exec(sentence)?.[1]
    return (text !== undefined && amountsIn(text)[0]) || null
  }
  const words = sentence
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:from|up to)\b/.test(part) && !/^on [a-z]+$/.test(part))
    .join(', ')
  return { words, from: bound('from'), upTo: bound('up to') }
}
