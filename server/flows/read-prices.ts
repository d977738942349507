import { clusterOfListing } from '../clusters/read-store.ts'
import { clusterView } from '../clusters/views.ts'
import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { type PricePoint, priceHistory } from '../listings/store.ts'
import { isPlaceholderPrice } from '../model/placeholder-price.ts'

/** Prices of a listing that the person sees over time, and of the thing in all its listings. */
export async function readPrices(sql: Sql, person: Authorized<'read'>, listingId: number) {
  const points = await priceHistory(sql, listingId)
  const cluster = await clusterOfListing(sql, listingId, person)
  return {
    pricePoints: points.map(point),
    cluster: cluster && {
      id: cluster.id,
      summary: clusterView(cluster, isPlaceholderPrice).summary,
      pricePoints: cluster.points.map((one) => ({ listingId: one.listingId, ...point(one) })),
    },
  }
}

const point = ({ seenAt, priceCents, currency }: Omit<PricePoint, 'listingId'>) => ({
  at: seenAt.toISOString(),
  ...{ priceCents, currency },
})
