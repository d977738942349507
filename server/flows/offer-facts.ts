import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { getListing, type PricePoint, priceHistory } from '../listings/store.ts'
import type { OfferSubject } from '../offers/schema.ts'

const dayMs = 86_400_000

/** What a message to a listing's seller is written from; null = there is no such listing that the person sees. */
export async function offerFacts(
  deps: { db: Db; clock: Clock; marketplaces: ReadonlyMap<string, { name: string }> },
  userId: Authorized<'read'>,
  listingId: number,
): Promise<OfferSubject | null> {
  const stored = await getListing(deps.db, listingId, userId)
  if (!stored) return null
  const { listing } = stored
  const sinceMs = listing.postedAtMs ?? stored.firstSeenAtMs
  const priceCents = listing.priceCents ?? null
  return {
    listingId,
    url: listing.url,
    marketplace: deps.marketplaces.get(listing.marketplace)?.name ?? listing.marketplace,
    title: listing.title,
    description: listing.description,
    priceCents,
    currency: listing.currency,
    value: stored.value,
    daysOnMarket: Math.max(0, Math.floor((deps.clock.now().getTime() - sinceMs) / dayMs)),
    priceDropCount: dropsOf(await priceHistory(deps.db, listingId)),
    buyingFormat: listing.buyingFormat,
    condition: listing.condition,
    state: listing.state,
    offered: { kind: listing.kind, price: listing.priceMeaning },
    // Sellers' names are not kept.
    seller: null,
    place: listing.location,
    country: null,
    demo: stored.demo,
  }
}

/** How often the price fell; a change of currency is no fall. */
function dropsOf(points: PricePoint[]): number {
  return points.filter((point, i) => {
    const before = points[i - 1]
    if (!before || before.currency !== point.currency) return false
    return before.priceCents !== null && point.priceCents !== null && point.priceCents < before.priceCents
  }).length
}
