import { countryIn } from './countries.ts'

/** What a title says by the group's marks; `unknown` where it has none of them. */
export type TitleReading =
  | {
      kind: 'offer'
      /** What is had, without the marks. */
      have: string
      /** What is wanted for it, as it was written; empty where nothing is said. */
      want: string
      /** Only swapped: what is wanted for it is no money. */
      isTrade: boolean
      /** `North York, ON`, `USA-CA`: what the title names as its place. */
      place: string | null
      country: string | null
      /** The mark itself says that it is over. */
      isOver: boolean
    }
  | { kind: 'wanted' }
  | { kind: 'unknown' }

const isHave = /^(?:h|have|has)$/i
const tag = /\[([^\][]{0,60})\]/g

const offers = new Set(['fs', 'f s', 's', 'sell', 'selling', 'sale', 'for sale', 'wts', 'wtst'])
const trades = new Set(['ft', 'f t', 't', 'trade', 'trading', 'for trade', 'wtt'])
const wishes = new Set([
  'w',
  'want',
  'wants',
  'wanted',
  'wtb',
  'b',
  'buy',
  'buying',
  'iso',
  'lf',
  'looking for',
])
const over = new Set(['sold', 'closed', 'complete', 'completed'])

/**
 * Reads the marks of groups in which things are swapped and sold: `[USA-CA] [H] thing [W] money`, `[FS][US-CA] thing`,
 * `[WTS] thing`, `[S] thing`. Titles that look for something, with money or without a thing, are wanted.
 */
export function readTitle(written: string): TitleReading {
  const title = written.slice(0, 500).replace(/\s+/g, ' ').trim()
  const tags = [...title.matchAll(tag)].slice(0, 20).map((match) => ({
    text: match[1]!.trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const leading = leadingOf(title, tags)
  const places = leading.filter(({ text }) => marksOf(text).length === 0 && !isHave.test(text))
  const place = places.find(({ text }) => countryIn(text) !== null) ?? places[0]
  const where = {
    place: place && /\p{L}/u.test(place.text) ? place.text : null,
    country: place ? countryIn(place.text) : null,
  }
  const isOver = tags.some(({ text }) => marksOf(text).includes('over'))
  const have = tags.find(({ text }) => isHave.test(text))
  if (have) {
    const want = tags.find(({ text }) => /^(?:w|want|wants|wanted)$/i.test(text))
    const had = partOf(title, have, want)
    const wanted = want ? partOf(title, want, have) : ''
    if (!/[\p{L}\p{N}]/u.test(had) || isMoney(had)) return { kind: 'wanted' }
    return {
      kind: 'offer',
      ...{ have: had, want: wanted, ...where, isOver },
      isTrade: wanted !== '' && !saysMoney(wanted),
    }
  }
  // Elsewhere such marks may be a size or a team: only before the first word they are marks.
  const marks = leading.flatMap(({ text }) => marksOf(text))
  const rest = title.slice(leading.at(-1)?.end ?? 0).trim()
  if (marks.includes('offer') || marks.includes('trade')) {
    if (!/[\p{L}\p{N}]/u.test(rest)) return { kind: 'unknown' }
    return { kind: 'offer', have: rest, want: '', ...where, isTrade: !marks.includes('offer'), isOver }
  }
  return marks.includes('wish') ? { kind: 'wanted' } : { kind: 'unknown' }
}

interface Tag {
  text: string
  start: number
  end: number
}

/** Those before the first word. */
function leadingOf(title: string, tags: readonly Tag[]): Tag[] {
  const leading: Tag[] = []
  let at = 0
  for (const one of tags) {
    if (/[\p{L}\p{N}]/u.test(title.slice(at, one.start))) break
    leading.push(one)
    at = one.end
  }
  return leading
}

/** From one mark to the other, or to the end. */
function partOf(title: string, from: Tag, other: Tag | undefined): string {
  const end = other !== undefined && other.start > from.start ? other.start : title.length
  return title
    .slice(from.end, end)
    .replace(/^[\s:–-]+|[\s,|–-]+$/g, '')
    .trim()
}

type Mark = 'offer' | 'trade' | 'wish' | 'over'

/** What a bracket says: "FS/FT" offers and swaps. Empty where it is a place or something else. */
function marksOf(text: string): Mark[] {
  const parts = text
    .toLowerCase()
    .split(/[/&+|,]| or /)
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
  return parts.flatMap((part): Mark[] =>
    offers.has(part)
      ? ['offer']
      : trades.has(part)
        ? ['trade']
        : wishes.has(part)
          ? ['wish']
          : over.has(part)
            ? ['over']
            : [],
  )
}

const moneyWords =
  /\b(?:local|cash|paypal|pay pal|pp|venmo|zelle|cash ?app|emt|e-?transfers?|etrans(?:fers?)?|interac|(?:bank|wire) transfers?|bt|revolut|wise|monzo|bacs|apple pay|google pay|payid|osko|g ?& ?s|f ?& ?f|gs|ff|goods (?:and|&) services|friends (?:and|&) family|money|offers?|crypto|btc|bitcoin|eth|usdt)\b/gi
const amounts =
  /(?:[$£€]|\b(?:usd|cad|gbp|eur|aud|nzd) ?)\d[\d,.]{0,12}k?\b|\b\d[\d,.]{0,12}k? ?(?:[$£€]|usd\b|cad\b|gbp\b|eur\b|aud\b|nzd\b)/gi
const besides =
  /\b(?:or|and|and\/or|only|preferred|pickup|pick up|meetup|in person|via|by|with|up|to|invoice|verified|my|your|the|of|in|for|a|some|ca|usd|cad|gbp|eur|aud|nzd)\b/gi

/** Whether a text says nothing but how it is paid: "$1450 Cash or Paypal G&S". */
export function isMoney(text: string): boolean {
  const short = text.slice(0, 300)
  if (!saysMoney(short)) return false
  const rest = short.replace(amounts, ' ').replace(moneyWords, ' ').replace(besides, ' ')
  return !/[\p{L}\p{N}]/u.test(rest)
}

function saysMoney(text: string): boolean {
  const short = text.slice(0, 300)
  return short.search(moneyWords) >= 0 || short.search(amounts) >= 0
}
