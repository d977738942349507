import { type AgainRule, anyDrop, isCheaper, tellsAgain } from '../model/tells-again.ts'
import type { Told, ToldPair } from './read-store.ts'

/** A rule that a listing matches now, at a price. */
export interface TellPair extends ToldPair {
  priceCents: number | null
  currency: string | null
  /** Of a rule that asks for more than cheaper at all. */
  bounds?: AgainRule
}

/**
 * Of the matches of a page that are new or cheaper than before, those worth telling: of each rule and cluster only the
 * cheapest, and only when the rule was told nothing of the cluster's other listings yet or a higher price in the same
 * currency. `told` is from before the page. A first price, or one in another currency, is no drop, as it is none within a listing.
 */
export function worthTelling<Pair extends TellPair>(pairs: readonly Pair[], told: readonly Told[]): Pair[] {
  const toldOf = Map.groupBy(told, ({ ruleId, listingId }) => `${ruleId} ${listingId}`)
  const fresh = pairs.filter((pair) => {
    const rows = toldOf.get(`${pair.ruleId} ${pair.listingId}`) ?? []
    return rows.length === 0 || rows.some((row) => tellsAgain(pair.bounds ?? anyDrop, row, pair))
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
