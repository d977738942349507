import { clockSlackMs } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import { readListings } from '../listings/store.ts'
import type { ScanSink } from '../sources/scanning/scan.ts'
import { endMissing } from './end-missing.ts'
import { ingest } from './ingest.ts'
import type { ReadDetailsDeps } from './read-details.ts'
import { giveWay } from './remove-demo.ts'

export interface TakeScanDeps extends ReadDetailsDeps {
  /** Who asked for the demo beside real sources keeps it. */
  keepsDemo: boolean
  removeDemo(tx: Tx): Promise<void>
  replan(tx: Tx): Promise<void>
}

/** What becomes of what scans find. */
export function takeScan(deps: TakeScanDeps): ScanSink {
  return {
    async ingest(page) {
      if (!page.demo && !deps.keepsDemo) await giveWay(deps)
      const observedAtMs = deps.clock.now().getTime()
      const result = await ingest(deps, {
        ...page,
        sightings: page.listings.map((seen) => ({ marketplace: page.marketplace, seen, observedAtMs })),
      })
      for (const { problems } of result.rejected)
        deps.log.warn({ problems, at: page.marketplace }, 'a listing was unusable')
      return result
    },
    async knewAny(marketplace, externalIds, at, ownerId) {
      const stored = await readListings(
        deps.db,
        externalIds.map((externalId) => ({ marketplace, externalId })),
        ownerId,
      )
      // What is said to be found in time to come was found before a clock was set back.
      const future = deps.clock.now().getTime() + clockSlackMs
      return [...stored.values()].some(
        ({ firstSeenAtMs }) => firstSeenAtMs <= at.getTime() || firstSeenAtMs > future,
      )
    },
    missing: (tx, scan) => endMissing(deps, tx, scan),
  }
}
