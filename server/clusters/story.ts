import { changePercent, type SteadyPrice } from '../model/sentences/cluster-sentences.ts'
import { type SaidOf, say } from '../model/sentences/sentences.ts'
import { isForSale } from './relation.ts'

const dayMs = 86_400_000

export interface StoryMember {
  listingId: number
  marketplace: string
  state: string
  postedAtMs: number | null
  firstSeenAtMs: number
  /** Minor units. */
  priceCents: number | null
  currency: string | null
}

export interface StoryPoint {
  listingId: number
  priceCents: number | null
  currency: string | null
  seenAtMs: number
}

/** One price of the thing from a moment on, through one of its listings. */
export interface StoryPrice {
  listingId: number
  atMs: number
  priceCents: number
}

/** What became of a thing over all its listings; `listed` = 1 + `relisted` + `crossPosted`. */
export interface ClusterStory {
  /** "Listed 3 times in 6 weeks, down 40 % from $500 to $300". */
  said: SaidOf<'cluster'>
  listed: number
  /** Listings that followed another one on the same marketplace. */
  relisted: number
  /** Marketplaces after the first. */
  crossPosted: number
  /** Listings that are not over. */
  forSale: number
  fromMs: number
  toMs: number
  /** That of the timeline: the one in which most of the listings are priced; null = no price in a known currency. */
  currency: string | null
  /** Earliest first. */
  timeline: StoryPrice[]
  firstPriceCents: number | null
  /** The lowest price it can be had for now; when it is not for sale, the last one. */
  lastPriceCents: number | null
  /** Against the first price, negative = down; null without two prices or from "free". */
  changePercent: number | null
  /** Currencies that are in no timeline, since amounts are never converted. */
  otherCurrencies: string[]
}

interface Price extends StoryPrice {
  currency: string
}

/**
 * The history of a thing through all its listings, in one currency. A listing's first price counts from its posting,
 * since nothing is known of it before it was first seen. Prices that `isPlaceholder` knows ($1, $1234567) say
 * nothing and are left out.
 */
export function clusterStory(
  members: readonly StoryMember[],
  points: readonly StoryPoint[],
  isPlaceholder: (priceCents: number, currency: string) => boolean = () => false,
): ClusterStory {
  const prices = pricesOf(members, points).filter(
    ({ priceCents, currency }) => !isPlaceholder(priceCents, currency),
  )
  const currencies = byImportance(prices)
  const currency = currencies[0] ?? null
  const timeline = prices
    .filter((price) => price.currency === currency)
    .map(({ listingId, atMs, priceCents }) => ({ listingId, atMs, priceCents }))
  const posted = members.map(({ postedAtMs, firstSeenAtMs }) => postedAtMs ?? firstSeenAtMs)
  const moments = [...posted, ...timeline.map(({ atMs }) => atMs)]
  const fromMs = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const toMs = moments.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const places = new Set(members.map(({ marketplace }) => marketplace)).size
  const forSale = members.filter(isForSale)
  const asks = forSale
    .filter((member) => member.priceCents !== null && member.currency === currency)
    .map(({ priceCents }) => priceCents!)
    .filter((priceCents) => !isPlaceholder(priceCents, currency!))
  const firstPriceCents = timeline[0]?.priceCents ?? null
  const lastPriceCents = asks.length > 0 ? Math.min(...asks) : (timeline.at(-1)?.priceCents ?? null)
  const otherCurrencies = currencies.slice(1).toSorted()
  const said = say('cluster-story', {
    ...{ listed: members.length, sites: places, spanDays: (toMs - fromMs) / dayMs },
    ...{ firstCents: firstPriceCents, lastCents: lastPriceCents, currency },
    steady: steadyOf(timeline, firstPriceCents),
    ...{ other: otherCurrencies, isOver: forSale.length === 0 },
  })
  return {
    said,
    listed: members.length,
    relisted: members.length - places,
    crossPosted: places - 1,
    forSale: forSale.length,
    fromMs,
    toMs,
    currency,
    timeline,
    firstPriceCents,
    lastPriceCents,
    changePercent: timeline.length > 1 ? changePercent(firstPriceCents, lastPriceCents) : null,
    otherCurrencies,
  }
}

/** Every change of a price in a known currency, earliest first. */
function pricesOf(members: readonly StoryMember[], points: readonly StoryPoint[]): Price[] {
  const pointsOf = Map.groupBy(points, ({ listingId }) => listingId)
  return members
    .flatMap((member) => {
      const start = member.postedAtMs ?? member.firstSeenAtMs
      const own = (pointsOf.get(member.listingId) ?? [{ ...member, seenAtMs: start }]).toSorted(
        (a, b) => a.seenAtMs - b.seenAtMs,
      )
      return own
        .map((point, i) => ({ ...point, atMs: i === 0 ? Math.min(point.seenAtMs, start) : point.seenAtMs }))
        .filter(
          ({ priceCents, currency }, i) =>
            i === 0 || priceCents !== own[i - 1]!.priceCents || currency !== own[i - 1]!.currency,
        )
    })
    .flatMap(({ listingId, atMs, priceCents, currency }) =>
      priceCents === null || currency === null ? [] : [{ listingId, atMs, priceCents, currency }],
    )
    .toSorted((a, b) => a.atMs - b.atMs || a.listingId - b.listingId)
}

/** The currency of most listings first; among equals that which came last. */
function byImportance(prices: readonly Price[]): string[] {
  const found = new Map<string, { listings: Set<number>; lastMs: number }>()
  for (const { currency, listingId, atMs } of prices) {
    const { listings } = found.get(currency) ?? { listings: new Set<number>() }
    found.set(currency, { listings: listings.add(listingId), lastMs: atMs })
  }
  return [...found]
    .toSorted(
      ([a, x], [b, y]) => y.listings.size - x.listings.size || y.lastMs - x.lastMs || (a < b ? -1 : 1),
    )
    .map(([currency]) => currency)
}

function steadyOf(timeline: readonly StoryPrice[], firstCents: number | null): SteadyPrice {
  if (timeline.length === 1) return 'one'
  if (timeline.every(({ priceCents }) => priceCents === firstCents)) return 'always'
  // Where a later one asks more, an earlier one is still there for the first price.
  return timeline.at(-1)?.priceCents === firstCents ? 'again' : 'still'
}
