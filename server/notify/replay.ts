import type { Audit } from '../core/audit.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { type ReplayFilter, replayInLedger } from './ledger-store.ts'

export interface ReplayDeps {
  db: Db
  clock: Clock
  audit: Audit
}

/** Puts finished deliveries back to work, from the beginning of the schedule; returns how many. */
export async function replayDeliveries(
  { db, clock, audit }: ReplayDeps,
  filter: ReplayFilter,
): Promise<number> {
  return db.transaction(async (tx) => {
    const count = await replayInLedger(tx, filter, clock.now())
    const { deliveryId, notificationId } = filter
    const target =
      deliveryId !== undefined
        ? (['delivery', deliveryId] as const)
        : notificationId !== undefined
          ? (['notification', notificationId] as const)
          : undefined
    if (count > 0)
      await audit.note(tx, {
        ...{ what: 'deliveries-replayed', person: filter.userId, ...(target && { target }) },
        details: { count, delivered: filter.states?.includes('sent') === true },
      })
    return count
  })
}
