import type { Audit } from '../core/audit.ts'
import type { Db, Tx } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import { deleteDemoListings } from '../listings/retention-store.ts'
import { deleteDemoNotifications } from '../notify/store.ts'
import { deleteDemoRules, lockRulesForEdit } from '../rules/store.ts'
import { deleteDemoSources, hasDemoSources } from '../sources/store.ts'
import { deleteDemoWatches } from '../watches/store.ts'
import { noteLeft } from './note-moves.ts'

export interface RemoveDemoDeps {
  audit: Audit
  /** What holds listings in memory, those of the demo among them. */
  valuer: { forgetDemo(): void }
  clusterer: { forgetDemo(): void }
}

/** What the demo made up goes. */
export async function removeDemo({ audit, valuer, clusterer }: RemoveDemoDeps, tx: Tx): Promise<void> {
  // Sources first: that waits for a page on its way, whose rows the rest then finds.
  if ((await deleteDemoSources(tx)) > 0) await audit.note(tx, { what: 'demo-removed', person: null })
  await lockRulesForEdit(tx)
  await deleteDemoRules(tx)
  await deleteDemoNotifications(tx)
  await deleteDemoWatches(tx)
  await noteLeft(tx, await deleteDemoListings(tx))
  tx.afterCommit(() => {
    valuer.forgetDemo()
    clusterer.forgetDemo()
  })
}

/** The demo goes when there are listings of a real source to take its place, before its rules see them. */
export async function giveWay(deps: {
  db: Db
  log: Log
  removeDemo(tx: Tx): Promise<void>
  replan(tx: Tx): Promise<void>
}): Promise<void> {
  if (!(await hasDemoSources(deps.db))) return
  await deps.db.transaction(async (tx) => {
    await deps.removeDemo(tx)
    await deps.replan(tx)
  })
  deps.log.info('a real source has brought its first listings: the demo is gone')
}
