import { randomUUID } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { digestMessage } from './digest.ts'
import { holdQueues, type Queue, resumeQueues, wakeDeliveries } from './queue-store.ts'
import {
  type Batch,
  bundleDeliveries,
  neglectedQueues,
  queuesToRelease,
  readBatch,
  releaseDelivery,
} from './release-store.ts'
import { insertDeliveries, insertNotifications } from './store.ts'

/** Later than this is a downtime, of which a person is told in one message rather than in a flood. */
export const neglectMs = 3_600_000
/** As many overdue messages still come one by one. */
const neglectedMax = 3
/** Queues per step: each is a transaction of its own. */
const atOnce = 50

/**
 * Lets go what was held until now: one message as itself, several as one digest. What was overdue when the program was
 * down is summarised the same way. Returns how many queues had something.
 */
export async function releaseDue(deps: { db: Db; clock: Clock }): Promise<number> {
  const now = deps.clock.now()
  const neglected = new Date(now.getTime() - neglectMs)
  const due = await queuesToRelease(deps.db, now, atOnce)
  const late = await neglectedQueues(deps.db, neglected, atOnce)
  for (const queue of due) await deps.db.transaction((tx) => release(tx, queue, now))
  let summarised = 0
  for (const queue of late) {
    if (await deps.db.transaction((tx) => summarise(tx, queue, now, neglected))) summarised++
  }
  return due.length + summarised
}

async function release(tx: Tx, queue: Queue, now: Date): Promise<void> {
  const held = await holdQueues(tx, [queue])
  const batch = await readBatch(tx, queue, now, null)
  if (batch?.deliveryIds.length === 1) await releaseDelivery(tx, batch.deliveryIds[0]!, now)
  else if (batch) await bundle(tx, queue, batch, now)
  await resumeQueues(tx, held)
  if (batch) await wakeDeliveries(tx)
}

async function summarise(tx: Tx, queue: Queue, now: Date, before: Date): Promise<boolean> {
  const held = await holdQueues(tx, [queue])
  const batch = await readBatch(tx, queue, now, before)
  if (batch === null || batch.notifications <= neglectedMax) return false
  const best = batch.best.map((one) => ({ ...one, holdReason: one.holdReason ?? ('catch-up' as const) }))
  await bundle(tx, queue, { ...batch, best }, now)
  await resumeQueues(tx, held)
  return true
}

async function bundle(tx: Tx, queue: Queue, batch: Batch, now: Date): Promise<void> {
  const message = digestMessage(batch.best, batch, now)
  const [digest] = await insertNotifications(
    tx,
    [
      {
        userId: queue.userId,
        dedupeKey: `digest:${queue.channel}:${randomUUID()}`,
        message,
        score: batch.score,
        ruleIds: batch.ruleIds,
        seenAt: null,
      },
    ],
    now,
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
