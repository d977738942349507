import { type AgainRule, anyDrop, isCheaper, notifiesAgain } from '../model/notifies-again.ts'
import type { Notified, NotifiedPair } from './read-store.ts'

/** A rule that a listing matches now, at a price. */
export interface TellPair extends NotifiedPair {
  priceCents: number | null
  currency: string | null
  /** Of a rule that asks for more than cheaper at all. */
  bounds?: AgainRule
}

/**
 * Of the matches of a page that are new or cheaper than before, those worth notifying: of each rule and cluster only the
 * cheapest, and only when the rule was notified of nothing of the cluster's other listings yet or a higher price in the same
 * currency. `notified` is from before the page. A first price, or one in another currency, is no drop, as it is none within a listing.
 */
export function worthNotifying<Pair extends TellPair>(
  pairs: readonly Pair[],
  notified: readonly Notified[],
): Pair[] {
  const notifiedOf = Map.groupBy(notified, ({ ruleId, listingId }) => `${ruleId} ${listingId}`)
  const fresh = pairs.filter((pair) => {
    const rows = notifiedOf.get(`${pair.ruleId} ${pair.listingId}`) ?? []
    return rows.length === 0 || rows.some((row) => notifiesAgain(pair.bounds ?? anyDrop, row, pair))
  })
  const best = new Map<string, Pair>()
  for (const pair of fresh) {
    const key =
      pair.clusterId === null ? `alone ${pair.ruleId} ${pair.listingId}` : `${pair.ruleId} ${pair.clusterId}`
    const other = best.get(key)
    if (!other || isCheaper(pair, other)) best.set(key, pair)
  }
  const chosen = new Set(best.values())
  return fresh.filter((pair) => chosen.has(pair))
}
