import { formatMoney } from '../core/money.ts'
import { distanceText } from '../core/units.ts'
import type { Message, MessageItem } from '../model/message.ts'
import { discountFromValue } from '../model/price-against-value.ts'
import type { FairValue } from '../model/score-schema.ts'
import { oneLine, webUrl } from './safe-text.ts'
import { placeOfMessage, type Words, wordsOf } from './words.ts'

/** Where the web application shows things; `baseUrl` without trailing slash. */
export const links = {
  listing: (baseUrl: string, listingId: number) => `${baseUrl}/listings/${listingId}`,
  notifications: (baseUrl: string) => `${baseUrl}/notifications`,
  sell: (baseUrl: string) => `${baseUrl}/sell`,
  settings: (baseUrl: string) => `${baseUrl}/settings/notifications`,
}

/** What a channel shows of one listing: cleaned single lines, not yet escaped for any markup. */
export interface ItemFacts {
  title: string
  price: string
  /** Only when the price went down. */
  previousPrice: string | null
  /** `29 % below the middle of fair value`, or above it. */
  comparison: string | null
  /** The price is below the middle of fair value. */
  belowValue: boolean
  fairValue: string | null
  score: number
  /** What selling it again should bring, where the parts of the score do not tell. */
  profit: string | null
  scoreParts: { label: string; points: string; sentence: string }[]
  condition: string | null
  /** Place and distance, e.g. `Oakland, CA · 7 mi (12 km) away`. */
  where: string | null
  posted: string | null
  marketplace: string
  /** `Because of your rule “Sofa”`, what it costs in that one's currency, and what of it could not be looked at. */
  because: string | null
  also: string | null
  /** `Careful: …`, where the signs of a swindle are more than slight. */
  caution: string | null
  /** null when the listing's address is not one to follow. */
  listingUrl: string | null
  dealScoutUrl: string
  imageUrl: string | null
  demo: boolean
  /** What stands around all this. */
  words: Words
}

/** In which words and figures. */
interface Speech {
  words: Words
  place: string
}

/** Every text of the listing as a cleaned single line, in the language of its message; what is not known is null. */
export function factsOf(item: MessageItem, baseUrl: string, message: Pick<Message, 'language'>): ItemFacts {
  const speech = { words: wordsOf(message), place: placeOfMessage(message) }
  const { words } = speech
  const dropped =
    item.previousPriceCents !== undefined &&
    item.priceCents !== null &&
    item.previousPriceCents > item.priceCents
  const discount = discountFromValue(item)
  return {
    title: oneLine(item.title, 200) || words.untitled,
    price: priceText(item.priceCents, item.currency, speech),
    previousPrice: dropped ? priceText(item.previousPriceCents ?? null, item.currency, speech) : null,
    comparison: discount === null ? null : words.comparison(discount),
    belowValue: discount !== null && discount > 0,
    fairValue: item.value && fairValueLine(item.value, speech),
    score: Math.round(item.score.total),
    profit: item.profit === undefined ? null : oneLine(item.profit, 300),
    scoreParts: item.score.parts.map((part) => ({
      label: words.part(part.name),
      points: `${Math.round(part.points)}/${Math.round(part.pointsMax)}`,
      sentence: oneLine(part.sentence, 300),
    })),
    condition: item.condition ? words.conditionName(oneLine(item.condition, 60)) : null,
    where: whereLine(item, words),
    posted: postedLine(item.postedAt, speech),
    marketplace: oneLine(item.marketplaceName, 60),
    because: becauseLine(item, speech),
    also: item.also ? oneLine(item.also, 300) : null,
    caution: cautionLine(item, words),
    listingUrl: webUrl(item.url),
    dealScoutUrl: links.listing(baseUrl, item.listingId),
    imageUrl: webUrl(item.imageUrl),
    demo: item.demo,
    words,
  }
}

function priceText(priceCents: number | null, currency: string, { words, place }: Speech): string {
  if (priceCents === null) return words.noPrice
  return priceCents === 0 ? words.free : formatMoney(priceCents, currency, place)
}

function fairValueLine(value: FairValue, speech: Speech): string {
  const [low, high] = [value.lowCents, value.highCents].map((cents) =>
    priceText(cents, value.currency, speech),
  )
  return `${low} – ${high}, ${speech.words.evidence(value)}`
}

function whereLine({ location, distanceKm, units = 'both' }: MessageItem, words: Words): string | null {
  const place = location ? oneLine(location, 100) : ''
  const distance = distanceKm === null ? '' : words.away(distanceText(distanceKm, units, words.language))
  return [place, distance].filter(Boolean).join(' · ') || null
}

function postedLine(postedAt: string | null, { place }: Speech): string | null {
  const time = postedAt ? Date.parse(postedAt) : Number.NaN
  if (Number.isNaN(time)) return null
  const format = new Intl.DateTimeFormat(place, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  // ICU puts a narrow no-break space before AM and PM, which plain-text mail readers may not have.
  return `${format.format(time).replaceAll('\u202f', ' ')} UTC`
}

function becauseLine({ ruleNames, ...item }: MessageItem, { words, place }: Speech): string | null {
  if (ruleNames.length === 0) return null
  const shown = ruleNames.slice(0, 5).map((name) => words.quoted(oneLine(name, 80)))
  const hidden = ruleNames.length - shown.length
  if (hidden > 0) shown.push(words.moreNames(hidden))
  const list = new Intl.ListFormat(words.language === 'en' ? 'en-US' : place, { type: 'conjunction' }).format(
    shown,
  )
  const because = words.because(list, ruleNames.length)
  const more = [item.exchanged, item.unchecked].flatMap((text) => text ?? [])
  return [because, ...more.map((text) => oneLine(text, 200).replace(/\.$/, ''))].join('. ')
}

const cautionSentencesMax = 3

function cautionLine({ risk }: MessageItem, words: Words): string | null {
  if (!risk || risk.level === 'low') return null
  const reasons = risk.sentences
    .slice(0, cautionSentencesMax)
    .map((sentence) => oneLine(sentence, 200).replace(/\.$/, ''))
  return words.caution(risk.level === 'high', reasons.join('; '))
}
