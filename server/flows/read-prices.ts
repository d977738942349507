import { clusterOfListing, type StoredCluster } from '../clusters/read-store.ts'
import { clusterView } from '../clusters/views.ts'
import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { type PricePoint, priceHistory } from '../listings/store.ts'
import { isPlaceholderPrice, meantPriceCents } from '../model/placeholder-price.ts'
import { toldOfWatch } from '../notify/inbox-store.ts'

/** Prices of a watched listing over time, and of the thing in all its listings, with what the person was told of it. */
export async function readPrices(
  sql: Sql,
  person: Authorized<'read'>,
  watch: { id: number; listingId: number | null },
) {
  const { listingId } = watch
  const told = await toldOfWatch(sql, person, watch)
  if (listingId === null) return { pricePoints: [], cluster: null, told }
  const points = await priceHistory(sql, listingId)
  const cluster = await clusterOfListing(sql, listingId, person)
  return { pricePoints: points.map(point), cluster: cluster && thingOf(cluster), told }
}

function thingOf(cluster: StoredCluster) {
  return {
    id: cluster.id,
    summary: clusterView(cluster, isPlaceholderPrice).summary,
    pricePoints: cluster.points.map((one) => ({ listingId: one.listingId, ...point(one) })),
    listings: cluster.members.map(({ listingId, firstSeenAt, endedAt, title, marketplace, state }) => ({
      ...{ id: listingId, title, marketplace, state },
      firstSeenAt: firstSeenAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

const point = ({ seenAt, priceCents, currency }: Omit<PricePoint, 'listingId'>) => ({
  at: seenAt.toISOString(),
  ...{ priceCents, currency },
  isMeant: meantPriceCents(priceCents, currency) === priceCents,
})
