import { asProgram } from '../../core/actor.ts'
import type { Db, Tx } from '../../core/db.ts'
import { gather } from '../../core/gather.ts'
import {
  type ClaimedDelivery,
  coolQueue,
  type EndedAttempt,
  type FellBack,
  giveUpForFallback,
  holdExisting,
  holdQueues,
  insertFallbacks,
  noteQueueHealth,
  type Queue,
  resumeQueues,
  returnDelivery,
  wakeDeliveries,
  writeOutcomes,
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
 * that stand by take over what failed, and lets the queue go on or cool down: one transaction.
 */
export async function finishDelivery(deps: FinishDeps, ended: EndedAttempt): Promise<boolean> {
  const { claim, finishedAt, outcome } = ended
  const { userId, channel } = claim
  return deps.db.transaction(async (tx) => {
    await holdExisting(tx, [claim])
    const [own] = await writeOutcomes(tx, [ended])
    if (own === undefined) return false
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
    await insertFallbacks(tx, asProgram(userId), fallen, deps.inProductChannels, finishedAt)
    const fallbacks = new Set(fallen.flatMap(({ fallbackChannels }) => fallbackChannels.slice(0, 1)))
    const others = [...fallbacks].filter((id) => !deps.inProductChannels.has(id))
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
 * For attempts that ended about the same time: those that did well are written in one transaction, which costs hardly
 * more than one of them alone.
 */
export function finishTogether(deps: FinishDeps): (ended: EndedAttempt) => Promise<boolean> {
  const finishPlain = gather((ended: EndedAttempt[]) =>
    deps.db.transaction(async (tx) => {
      const queues = ended.map(({ claim }) => claim)
      await holdExisting(tx, queues)
      const written = new Set((await writeOutcomes(tx, ended)).map(({ id }) => id))
      await resumeQueues(
        tx,
        queues.filter(({ id }) => written.has(id)),
      )
      return queues.map(({ id }) => written.has(id))
    }),
  )
  return async (ended) => {
    const isPlain = ended.outcome.state === 'sent' && ended.claim.failures === 0
    // What of many could not be written together may be one's fault.
    if (isPlain) return finishPlain(ended).catch(() => finishDelivery(deps, ended))
    return finishDelivery(deps, ended)
  }
}

/**
 * Gives an untried claim back for `dueAt`; its attempt does not count. With a reason nothing else of the queue is tried
 * before that either.
 */
export async function handBack(
  db: Db,
  claim: ClaimedDelivery,
  dueAt: Date,
  now: Date,
  reason: string | null = null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await holdExisting(tx, [claim])
    await returnDelivery(tx, claim, dueAt, now, reason)
    if (reason !== null) await coolQueue(tx, claim, dueAt)
    await resumeQueues(tx, [claim])
  })
}
