import { worthNotifying } from '../clusters/notified.ts'
import { alreadyNotified, notifiedOfOwnViews, otherMembers } from '../clusters/read-store.ts'
import { alsoLine } from '../clusters/words.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { AgainRule } from '../model/notifies-again.ts'
import type { Said } from '../model/sentences/said.ts'

type Changed = Pick<Pair, 'ruleId' | 'listingId'>

interface Pair {
  ruleId: number
  listingId: number
  priceCents: number | null
  currency: string
}

/** How much cheaper a thing must be to be notified again, of rules that ask for more than cheaper at all. */
export type BoundsOf = ReadonlyMap<number, AgainRule>

/**
 * Asked before matches of rules are written, tells of those which turned out to be new or cheaper the ones that are
 * news: nobody is notified one thing again under another id, unless it is cheaper.
 */
export async function newsAmong<P extends Pair>(
  tx: Tx,
  pairs: P[],
  clusterOf: ReadonlyMap<number, number | null>,
  boundsOf: BoundsOf,
): Promise<<Change extends Changed>(changes: readonly Change[]) => Change[]> {
  const clustered = pairs.map((pair) => {
    const bounds = boundsOf.get(pair.ruleId)
    return { ...pair, clusterId: clusterOf.get(pair.listingId) ?? null, ...(bounds && { bounds }) }
  })
  const notified = [...(await alreadyNotified(tx, clustered)), ...(await notifiedOfOwnViews(tx, clustered))]
  return (changes) => {
    const changed = new Set(changes.map(keyOf))
    const news = new Set(
      worthNotifying(
        clustered.filter((pair) => changed.has(keyOf(pair))),
        notified,
      ).map(keyOf),
    )
    return changes.filter((change) => news.has(keyOf(change)))
  }
}

const keyOf = ({ ruleId, listingId }: Changed) => `${ruleId} ${listingId}`

/** "Also on OfferUp for $180; relisted 3 times", for those listings of which there is something to say. */
export async function alsoLines(
  sql: Sql,
  listings: ReadonlyMap<number, { marketplace: string }>,
  nameOf: (marketplace: string) => string,
): Promise<Map<number, Said>> {
  const lines = new Map<number, Said>()
  if (listings.size === 0) return lines
  const others = await otherMembers(sql, [...listings.keys()])
  for (const [listingId, own] of listings) {
    const line = alsoLine(own, others.get(listingId) ?? [], nameOf)
    if (line !== null) lines.set(listingId, line)
  }
  return lines
}
