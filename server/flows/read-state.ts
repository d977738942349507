import type { Jobs } from '../core/jobs.ts'
import { mailboxFigures } from '../mailbox/outage-store.ts'
import { queueFigures } from '../notify/ledger-store.ts'
import { deliveryCounts } from '../notify/store.ts'
import type { State } from '../ops/state-gauges.ts'
import { partPageCounts } from '../rules/live/part-store.ts'
import { overdueScans } from '../sources/scanning/scan-store.ts'
import { listSources } from '../sources/store.ts'
import { type OutageDeps, unseenSources } from './notify-outages.ts'

/** What of the program's figures is in the database; `queue` = null while it is not open. */
export async function readState(
  deps: Omit<OutageDeps, 'notifying'>,
  queue: Pick<Jobs, 'counts' | 'scheduledSecondsAgo'> | null,
): Promise<State> {
  const now = deps.clock.now()
  return {
    outageSources: (await listSources(deps.db))
      .filter(({ outageSince }) => outageSince !== null)
      .map(({ marketplace, outageSince }) => ({
        marketplace,
        seconds: Math.max(0, (now.getTime() - outageSince!.getTime()) / 1000),
      })),
    unseenSources: await unseenSources(deps),
    overdueScans: await overdueScans(deps.db, now),
    scheduledSecondsAgo: queue ? await queue.scheduledSecondsAgo() : null,
    mailboxes: await mailboxFigures(deps.db, now),
    deliveries: await deliveryCounts(deps.db),
    queues: await queueFigures(deps.db, now),
    jobs: [
      ...(queue ? await queue.counts() : []),
      { name: 'match-parts', active: 0, ...(await partPageCounts(deps.db)) },
    ],
  }
}
