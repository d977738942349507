import { distanceText } from '../core/units.ts'
import { formatPrice, type MessageItem } from '../model/message.ts'
import { againstValue, discountFromValue } from '../model/price-against-value.ts'
import type { FairValue } from '../model/score-schema.ts'
import { oneLine, webUrl } from './safe-text.ts'

/** Where the web application shows things; `baseUrl` without trailing slash. */
export const links = {
  listing: (baseUrl: string, listingId: number) => `${baseUrl}/listings/${listingId}`,
  notifications: (baseUrl: string) => `${baseUrl}/notifications`,
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
  /** `Because of your rule “Sofa”`, and what of it could not be looked at. */
  because: string | null
  also: string | null
  /** `Careful: …`, where the signs of a swindle are more than slight. */
  caution: string | null
  /** null when the listing's address is not one to follow. */
  listingUrl: string | null
  dealScoutUrl: string
  imageUrl: string | null
  demo: boolean
}

/** Every text of the listing as a cleaned single line; what is not known is null. */
export function factsOf(item: MessageItem, baseUrl: string): ItemFacts {
  const dropped =
    item.previousPriceCents !== undefined &&
    item.priceCents !== null &&
    item.previousPriceCents > item.priceCents
  const discount = discountFromValue(item)
  return {
    title: oneLine(item.title, 200) || 'Untitled',
    price: formatPrice(item.priceCents, item.currency),
    previousPrice: dropped ? formatPrice(item.previousPriceCents ?? null, item.currency) : null,
    comparison: discount === null ? null : `${againstValue(discount)} the middle of fair value`,
    belowValue: discount !== null && discount > 0,
    fairValue: item.value && fairValueLine(item.value),
    score: Math.round(item.score.total),
    profit: item.profit === undefined ? null : oneLine(item.profit, 300),
    scoreParts: item.score.parts.map((part) => ({
      label: part.name,
      points: `${Math.round(part.points)}/${Math.round(part.pointsMax)}`,
      sentence: oneLine(part.sentence, 300),
    })),
    condition: item.condition ? oneLine(item.condition, 60).replaceAll('-', ' ') : null,
    where: whereLine(item),
    posted: postedLine(item.postedAt),
    marketplace: oneLine(item.marketplaceName, 60),
    because: becauseLine(item),
    also: item.also ? oneLine(item.also, 300) : null,
    caution: cautionLine(item),
    listingUrl: webUrl(item.url),
    dealScoutUrl: links.listing(baseUrl, item.listingId),
    imageUrl: webUrl(item.imageUrl),
    demo: item.demo,
  }
}

function fairValueLine(value: FairValue): string {
  const range = `${formatPrice(value.lowCents, value.currency)} – ${formatPrice(value.highCents, value.currency)}`
  const basis = value.basis === 'mixed' ? 'asking and sold' : value.basis
  const evidence = `${value.count} ${basis} price${value.count === 1 ? '' : 's'}`
  const weak = value.method === 'category' ? ' of the same category only (weak evidence)' : ''
  return `${range}, from ${evidence}${weak}`
}

function whereLine({ location, distanceKm, units = 'both' }: MessageItem): string | null {
  const place = location ? oneLine(location, 100) : ''
  const distance = distanceKm === null ? '' : `${distanceText(distanceKm, units)} away`
  return [place, distance].filter(Boolean).join(' · ') || null
}

function postedLine(postedAt: string | null): string | null {
  const time = postedAt ? Date.parse(postedAt) : Number.NaN
  if (Number.isNaN(time)) return null
  const format = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  // ICU puts a narrow no-break space before AM and PM, which plain-text mail readers may not have.
  return `${format.format(time).replaceAll('\u202f', ' ')} UTC`
}

function becauseLine({ ruleNames, unchecked }: MessageItem): string | null {
  if (ruleNames.length === 0) return null
  const shown = ruleNames.slice(0, 5).map((name) => `“${oneLine(name, 80)}”`)
  const hidden = ruleNames.length - shown.length
  if (hidden > 0) shown.push(`${hidden} more`)
  const list = new Intl.ListFormat('en-US', { type: 'conjunction' }).format(shown)
  const because = `Because of your ${ruleNames.length === 1 ? 'rule' : 'rules'} ${list}`
  return unchecked === undefined ? because : `${because}. ${oneLine(unchecked, 200).replace(/\.$/, '')}`
}

const cautionSentencesMax = 3

function cautionLine({ risk }: MessageItem): string | null {
  if (!risk || risk.level === 'low') return null
  const reasons = risk.sentences
    .slice(0, cautionSentencesMax)
    .map((sentence) => oneLine(sentence, 200).replace(/\.$/, ''))
  return `${risk.level === 'high' ? 'Be very careful' : 'Careful'}: ${reasons.join('; ')}.`
}
