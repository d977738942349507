import { randomUUID } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { Db, Sql, Tx } from '../../core/db.ts'
import { jointCause, keptCause, withCause } from '../../core/telemetry/cause.ts'
import { insertDeliveries, insertNotifications } from '../store.ts'
import { digestMessage, isOfWatch, type ListedThing, type Things, thingsOf } from './digest.ts'
import { holdQueues, type Queue, resumeQueues, wakeDeliveries } from './queue-store.ts'
import {
  type Batch,
  bundleDeliveries,
  neglectedQueues,
  queuesToRelease,
  readBatch,
  releaseDelivery,
} from './release-store.ts'

export interface ReleaseDeps {
  db: Db
  clock: Clock
  /** What listings are now, of those that are stored. */
  listedThings(sql: Sql, listingIds: readonly number[]): Promise<ListedThing[]>
}

/** Later than this is a downtime, of which a person is notified in one message rather than in a flood. */
export const neglectMs = 3_600_000
/** As many overdue messages still come one by one. */
const neglectedMax = 3
/** Queues per step: each is a transaction of its own. */
const atOnce = 50

/**
 * Lets go what was held until now: one message as itself, several as one digest. What was overdue when the program was
 * down is summarised the same way. Returns how many queues had something.
 */
export async function releaseDue(deps: ReleaseDeps): Promise<number> {
  const now = deps.clock.now()
  const neglected = new Date(now.getTime() - neglectMs)
  const due = await queuesToRelease(deps.db, now, atOnce)
  const late = await neglectedQueues(deps.db, neglected, atOnce)
  for (const queue of due) await deps.db.transaction((tx) => release(deps, tx, queue, now))
  let summarised = 0
  for (const queue of late) {
    if (await deps.db.transaction((tx) => summarise(deps, tx, queue, neglected))) summarised++
  }
  return due.length + summarised
}

async function release(deps: ReleaseDeps, tx: Tx, queue: Queue, now: Date): Promise<void> {
  const held = await holdQueues(tx, [queue])
  const batch = await readBatch(tx, queue, now, null)
  if (batch) {
    const things = await countThings(deps, tx, batch)
    // What alone is left is notified as itself, unless that would be to offer what is sold.
    const isAlone = batch.deliveryIds.length === 1 && (things.over.size === 0 || isOfWatch(batch.best[0]!))
    if (isAlone) await releaseDelivery(tx, batch.deliveryIds[0]!, now)
    else await bundle(tx, queue, batch, things, now)
  }
  await resumeQueues(tx, held)
  if (batch) await wakeDeliveries(tx)
}

async function summarise(deps: ReleaseDeps, tx: Tx, queue: Queue, before: Date): Promise<boolean> {
  const now = deps.clock.now()
  const held = await holdQueues(tx, [queue])
  const batch = await readBatch(tx, queue, now, before)
  if (batch === null || batch.notifications <= neglectedMax) return false
  const best = batch.best.map((one) => ({ ...one, holdReason: one.holdReason ?? ('catch-up' as const) }))
  await bundle(tx, queue, { ...batch, best }, await countThings(deps, tx, batch), now)
  await resumeQueues(tx, held)
  return true
}

async function countThings(deps: ReleaseDeps, tx: Tx, batch: Batch): Promise<Things> {
  return thingsOf(batch, await deps.listedThings(tx, batch.listingIds))
}

async function bundle(tx: Tx, queue: Queue, batch: Batch, things: Things, now: Date): Promise<void> {
  const row = {
    ...{ userId: queue.userId, dedupeKey: `digest:${queue.channel}:${randomUUID()}` },
    message: digestMessage(batch.best, things, now),
    ...{ score: batch.score, ruleIds: batch.ruleIds, seenAt: null },
  }
  const [digest] = await withCause(jointCause(batch.best.map(({ cause }) => keptCause(cause))), () =>
    insertNotifications(tx, [row], now),
  )
  await insertDeliveries(
    tx,
    [
      {
        notificationId: digest!.id,
        ...queue,
        state: 'pending',
        dueAt: now,
        holdReason: null,
        fallbackChannels: batch.fallbackChannels,
      },
    ],
    now,
  )
  await bundleDeliveries(tx, batch.deliveryIds, digest!.id, now, 'catch-up')
}
