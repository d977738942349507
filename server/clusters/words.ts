import { formatPrice } from '../model/message.ts'
import { isCheaper } from '../model/notifies-again.ts'
import { isForSale } from './relation.ts'
import type { RelationKind } from './schema.ts'

const openings: Record<RelationKind, string> = {
  repost: 'Posted again',
  'cross-post': 'Also on another marketplace',
  'multi-listing': 'Listed more than once at the same time',
}

/** Why a listing is in its cluster, for a person: "Posted again: the descriptions share 96 % of their words". */
export function sentenceOf(member: { kind: RelationKind; reason: string; by: 'machine' | 'person' }): string {
  const why = member.by === 'person' ? 'you said that it is the same thing' : member.reason
  return `${openings[member.kind]}: ${why}`
}

/** "once", "twice", "3 times". */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}

const dayMs = 86_400_000

/** "within a day", "in 5 days", "in 6 weeks", "in 3 months", "in 2 years". */
export function spanWords(ms: number): string {
  const days = ms / dayMs
  if (days < 1) return 'within a day'
  const [count, unit] =
    days < 14
      ? [days, 'day']
      : days < 60
        ? [days / 7, 'week']
        : days < 730
          ? [days / 30.44, 'month']
          : [days / 365.25, 'year']
  const rounded = Math.round(count)
  return `in ${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}

export interface OtherListing {
  marketplace: string
  state: string
  priceCents: number | null
  currency: string | null
}

const placesMax = 3

/**
 * One line for a message about a listing: "Also on OfferUp for $180; relisted 3 times". Null when there is nothing
 * to say. Of several listings on one marketplace the cheapest is named; prices in other currencies are not compared.
 */
export function alsoLine(
  own: { marketplace: string },
  others: readonly OtherListing[],
  nameOf: (marketplace: string) => string,
): string | null {
  const elsewhere = others.filter(({ marketplace }) => marketplace !== own.marketplace)
  const forSale = elsewhere.filter(isForSale)
  const now = new Set(forSale.map(({ marketplace }) => marketplace))
  const over = elsewhere.filter(({ marketplace }) => !now.has(marketplace))
  const relisted = others.length - elsewhere.length
  const parts = [
    ...(forSale.length > 0 ? [`also ${places(forSale, nameOf)}`] : []),
    ...(over.length > 0 ? [`before ${places(over, nameOf)}`] : []),
    ...(relisted > 0 ? [`relisted ${times(relisted)}`] : []),
  ]
  const line = parts.join('; ')
  return line === '' ? null : line[0]!.toUpperCase() + line.slice(1)
}

/** "on OfferUp for $180 and on eBay for €150". */
function places(listings: readonly OtherListing[], nameOf: (marketplace: string) => string): string {
  const byPlace = [...Map.groupBy(listings, ({ marketplace }) => marketplace)].map(([marketplace, found]) => {
    const best = found.reduce((a, b) => (isCheaper(b, a) ? b : a))
    const { priceCents, currency } = best
    const price = priceCents === null || currency === null ? '' : ` for ${formatPrice(priceCents, currency)}`
    return `on ${nameOf(marketplace)}${price}`
  })
  const more = byPlace.length - placesMax
  const shown = more > 0 ? [...byPlace.slice(0, placesMax), `${more} more`] : byPlace
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
