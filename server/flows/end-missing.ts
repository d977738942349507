import type { Tx } from '../core/db.ts'
import { readDetailsJob } from '../listings/jobs.ts'
import { countMissing, endListings, lockMarketplaces } from '../listings/store.ts'
import { notifyWatchers } from './notify-watchers.ts'
import type { PipelineDeps } from './page.ts'

/**
 * A scan saw every result and lacks listings it saw last time: those are looked up on their own page, which tells
 * sold from gone; where there is no such page, a listing missed twice is gone.
 */
export async function endMissing(
  deps: PipelineDeps,
  tx: Tx,
  scan: { scanId: number; marketplace: string; seenExternalIds: string[] },
): Promise<void> {
  // As whoever writes these listings does, a page or new scores: each would lock them in an order of its own.
  await lockMarketplaces(tx, [scan.marketplace])
  const missing = await countMissing(tx, scan.scanId, scan.seenExternalIds)
  if (missing.length === 0) return
  if (deps.marketplaces.get(scan.marketplace)?.details !== undefined) {
    const due = missing.filter(({ missingCount }) => missingCount === 1 || missingCount % 12 === 0)
    await deps.jobs.sendMany(
      readDetailsJob,
      due.map(({ id }) => ({ payload: { listingId: id }, key: String(id) })),
      tx,
    )
    return
  }
  const gone = missing.filter(({ missingCount }) => missingCount >= 2).map(({ id }) => id)
  await endListings(tx, gone, 'gone', deps.clock.now())
  await notifyWatchers(deps, tx, gone)
}
