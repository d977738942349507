import { leaveDecisions } from '../clusters/store.ts'
import type { Authorized, Right } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { deleteListingsOf } from '../listings/retention-store.ts'
import { deleteRulesOf, lockRulesForEdit } from '../rules/store.ts'
import { deleteSourcesOf } from '../sources/store.ts'
import { noteLeft } from './note-moves.ts'

/**
 * Ends what of a person others follow: scans and matchers forget them with the transaction. The market keeps what it has;
 * what they said of things that all see as one, or as two, is the heir's.
 */
export async function endPerson(
  { replan, heir }: { replan(tx: Tx): Promise<void>; heir: Authorized<Right> },
  tx: Tx,
  userId: Authorized<Right>,
): Promise<void> {
  // Sources first: that waits for a page on its way, whose rows the rest then finds.
  await deleteSourcesOf(tx, userId)
  await lockRulesForEdit(tx)
  await deleteRulesOf(tx, userId)
  await noteLeft(tx, await deleteListingsOf(tx, userId))
  await leaveDecisions(tx, userId, heir)
  await replan(tx)
}
