import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import type { JobContext } from '../core/jobs.ts'
import type { Log } from '../core/log.ts'
import { holdPass, type Position, writePass } from './retention-store.ts'

/** What one step did: how many rows went, and where the next one begins; null = it came to the end. */
export interface Step {
  deleted: number
  next: Position | null
}

/** Rows of one kind that grow without end. */
export interface RetentionKind {
  kind: string
  /** The table that is counted for people; null = none. */
  table: string | null
  /** Null = as long as what it belongs to. */
  keptDays: number | null
  /** Looks at no more than `rowsMax` rows from there on, in the given transaction, and deletes those that are too old. */
  step(tx: Tx, from: Position | null, rowsMax: number): Promise<Step>
}

export interface RetentionDeps {
  db: Db
  clock: Clock
  log: Log
  kinds: readonly RetentionKind[]
  /** Since when the program runs without a break or a jump of the clock. */
  steadySince(): Promise<Date>
  observe(kind: string, deleted: number): void
}

export const stepRowsMax = 500
/** A clock that jumped ahead must not make young rows old: it has to go on for so long before anything is deleted. */
const steadyMs = 10 * 60_000
/** After a pass through everything the next one begins after this time. */
const passEveryMs = 3_600_000
/** Deletes of one kind in a round of the minutely job, and the pauses after a step, so that nobody notices them. */
const deletesPerRound = 5
const pauseMs = { afterDelete: 2_000, afterLook: 20 }
const roundMsMax = 45_000

/**
 * One round: a few small transactions of each kind, each with the time for others between them. What is not done goes
 * on in the next round, in whichever process; two at once never work on the same kind.
 */
export async function retain(deps: RetentionDeps, ctx: Pick<JobContext, 'signal'>): Promise<void> {
  const steady = deps.clock.now().getTime() - (await deps.steadySince()).getTime()
  if (steady < steadyMs) return
  const startedAt = performance.now()
  for (const kind of deps.kinds) {
    for (let deletes = 0; deletes < deletesPerRound; ) {
      if (ctx.signal.aborted || performance.now() - startedAt > roundMsMax) return
      const step = await retainStep(deps, kind)
      if (step === null || step.next === null) break
      if (step.deleted > 0) deletes++
      const pause = step.deleted > 0 ? pauseMs.afterDelete : pauseMs.afterLook
      await sleep(pause, undefined, { signal: ctx.signal }).catch(() => {})
    }
  }
}

/** One transaction; null when the kind is not due, or another process is at it. */
export async function retainStep(
  deps: Pick<RetentionDeps, 'db' | 'clock' | 'log' | 'observe'>,
  kind: RetentionKind,
  rowsMax = stepRowsMax,
): Promise<Step | null> {
  const step = await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const pass = await holdPass(tx, kind.kind, now, passEveryMs)
    if (pass === null) return null
    const done = await kind.step(tx, pass.from, rowsMax)
    await writePass(tx, kind.kind, done, now)
    return done
  })
  if (step !== null && step.deleted > 0) {
    deps.observe(kind.kind, step.deleted)
    deps.log.debug({ kind: kind.kind, deleted: step.deleted }, 'old rows deleted')
  }
  return step
}
