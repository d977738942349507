import type { Db, Tx } from '../core/db.ts'
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  type FellBack,
  giveUpForFallback,
  holdQueue,
  holdQueues,
  insertFallbacks,
  noteQueueHealth,
  type Queue,
  restQueue,
  resumeQueues,
  returnDelivery,
  wakeDeliveries,
  writeOutcome,
} from './queue-store.ts'

export interface FinishDeps {
  db: Db
  inProductChannels: ReadonlySet<string>
  /** Switches off a target that is dead, and says so in the product. */
  switchOff(tx: Tx, queue: Queue, reason: string): Promise<void>
}

/** A message that other channels stand by for is theirs after so long. */
export const fallbackAfterMs = 30 * 60_000

/**
 * Writes how an attempt ended, unless the lease was lost meanwhile (then false: another process has it), lets channels
 * that stand by take over what failed, and lets the queue go on or rest: one transaction.
 */
export async function finishDelivery(
  deps: FinishDeps,
  claim: ClaimedDelivery,
  startedAt: Date,
  finishedAt: Date,
  outcome: AttemptOutcome,
): Promise<boolean> {
  const { userId, channel } = claim
  return deps.db.transaction(async (tx) => {
    await holdQueue(tx, claim)
    const own = await writeOutcome(tx, claim, startedAt, finishedAt, outcome)
    if (own === null) return false
    const fallen: FellBack[] = outcome.state === 'failed' || outcome.state === 'dead' ? [own] : []
    if (outcome.blocked) {
      await noteQueueHealth(tx, claim, { kind: 'blocked', retryAt: outcome.dueAt, now: finishedAt })
      const before = new Date(finishedAt.getTime() - fallbackAfterMs)
      const reason = outcome.reason ?? 'Nothing got through on this channel.'
      fallen.push(...(await giveUpForFallback(tx, claim, before, finishedAt, reason)))
    } else if (claim.failures > 0) {
      await noteQueueHealth(tx, claim, { kind: 'open', now: finishedAt })
    }
    if (outcome.targetGone && outcome.reason !== null) await deps.switchOff(tx, claim, outcome.reason)
    await insertFallbacks(tx, userId, fallen, deps.inProductChannels, finishedAt)
    const standIns = new Set(fallen.flatMap(({ fallbackChannels }) => fallbackChannels.slice(0, 1)))
    const others = [...standIns].filter((id) => !deps.inProductChannels.has(id))
    const queues = await holdQueues(
      tx,
      others.map((id) => ({ userId, channel: id })),
    )
    await resumeQueues(tx, [{ userId, channel }, ...queues])
    if (others.length > 0) await wakeDeliveries(tx)
    return true
  })
}

/**
 * Gives an untried claim back for `dueAt`; its attempt does not count. With a reason nothing else of the queue is tried
 * before that either.
 */
export async function handBack(
  db: Db,
  claim: ClaimedDelivery,
  dueAt: Date,
  reason: string | null = null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await holdQueue(tx, claim)
    await returnDelivery(tx, claim, dueAt, reason)
    if (reason !== null) await restQueue(tx, claim, dueAt)
    await resumeQueues(tx, [claim])
  })
}
