import { setTimeout as delay } from 'node:timers/promises'
import { staleScores, unreadOffers, writeOffers } from '../listings/reread-store.ts'
import { tidyUndecided } from '../rules/waiting/undecided-store.ts'
import type { PipelineDeps } from './page.ts'
import { readUndecided } from './read-undecided.ts'
import { revalue } from './revalue.ts'

const step = 1000
const rescoreAgeMs = 3_600_000
const rescoreListingAgeMs = 30 * 86_400_000

/** What is being learned is waited for so long at most; its listings are told all the same. */
const learningMsMax = 60_000

/** Writes down what listings offer that were stored before offers were read; until then it is read at each look. */
async function readOffers(deps: Pick<PipelineDeps, 'db'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const unread = await unreadOffers(deps.db, step)
    if (unread.length === 0) return
    await deps.db.transaction((tx) => writeOffers(tx, unread))
  }
}

/**
 * Values and scores listings again that faded, that were valued before their market was learned, or that waited for
 * that; through the same pipeline, so that what now fits a rule is told.
 */
export async function revalueStale(deps: PipelineDeps, signal: AbortSignal): Promise<number> {
  await readOffers(deps, signal)
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  const enough = delay(learningMsMax, undefined, { signal, ref: false }).catch(() => {})
  await Promise.race([deps.valuer.settled(), enough])
  const now = deps.clock.now()
  let count = 0
  while (!signal.aborted) {
    const ids = await staleScores(
      deps.db,
      {
        before: new Date(now.getTime() - rescoreAgeMs),
        postedAfter: new Date(now.getTime() - rescoreListingAgeMs),
        // What waited has a score of the beginning of time.
        learnedAt: new Date(Math.max(1, deps.valuer.learnedAtMs)),
        startedAt: now,
      },
      500,
    )
    if (ids.length === 0) break
    await revalue(deps, ids)
    count += ids.length
  }
  await tidyUndecided(deps.db, now)
  await deps.db.transaction((tx) => readUndecided(deps, tx))
  return count
}
