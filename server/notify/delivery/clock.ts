import { clampedMsMax } from '../../channels/outcome.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { preferencesOf } from '../preference-store.ts'
import { queuesDatedAhead, redateQueue } from './clock-store.ts'
import type { TellingDeps } from './create.ts'
import { holdQueues, resumeQueues, wakeDeliveries } from './queue-store.ts'

export interface ClockDeps {
  db: Db
  clock: Clock
  telling: Pick<TellingDeps, 'when' | 'timeZone'>
}

/** Queues per round: each is a transaction of its own. */
const atOnce = 200
/** A queue that is open rests for a minute at the most: while its channel is set up or proved. */
const rest = { openMs: 60_000, blockedMs: clampedMsMax }

/**
 * Lets nothing wait for a moment that only a clock which was ahead believed in: after such a clock was put right, what it
 * dated is dated anew. What was held may come sooner than it was to, though not in quiet hours; nothing comes later.
 * Returns how many queues it mended.
 */
export async function forgetFuture(deps: ClockDeps, leaseMs: number): Promise<number> {
  let mended = 0
  for (;;) {
    const now = deps.clock.now()
    const queues = await queuesDatedAhead(deps.db, now, rest, atOnce)
    for (const queue of queues) {
      await deps.db.transaction(async (tx) => {
        const held = await holdQueues(tx, [queue])
        const { when, timeZone } = deps.telling
        const preferences = (await preferencesOf(tx, [queue.userId], timeZone)).get(queue.userId)!
        const releaseAt = when.quietUntil(preferences, now) ?? now
        await redateQueue(tx, queue, now, { leaseMs, releaseAt })
        await resumeQueues(tx, held)
        await wakeDeliveries(tx)
      })
    }
    mended += queues.length
    if (queues.length < atOnce) return mended
  }
}

/** How often others' clocks are doubted. */
const lookEveryMs = 60_000
/** A clock that is put right by small steps goes back by less. */
const stepMs = 1_000

/** Does it at the first call, when this machine's clock went back, and every minute for the clocks of others. */
export function clockWatch(deps: ClockDeps, leaseMs: number): () => Promise<void> {
  let newestMs = Number.NEGATIVE_INFINITY
  let lookedAtMs = Number.NEGATIVE_INFINITY
  return async () => {
    const nowMs = deps.clock.now().getTime()
    const wentBack = nowMs < newestMs - stepMs
    newestMs = wentBack ? nowMs : Math.max(newestMs, nowMs)
    if (!wentBack && performance.now() - lookedAtMs < lookEveryMs) return
    lookedAtMs = performance.now()
    await forgetFuture(deps, leaseMs)
  }
}
