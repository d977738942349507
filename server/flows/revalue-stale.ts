import { setTimeout as delay } from 'node:timers/promises'
import type { Tx } from '../core/db.ts'
import {
  activeInGroup,
  activeOfWorld,
  unreadOffers,
  unvalued,
  writeOffers,
} from '../listings/reread-store.ts'
import { tidyUndecided } from '../rules/waiting/undecided-store.ts'
import {
  countMoves,
  dueGroups,
  duePass,
  holdRevaluing,
  passGroup,
  passWorld,
} from '../scoring/comps/moves-store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import type { PipelineDeps } from './page.ts'
import { readUndecided } from './read-undecided.ts'
import { revalueWithin } from './revalue.ts'

const offerStep = 1000
/** Listings that are valued in one transaction, which keeps pages of their marketplaces waiting so long. */
const step = 100
/** Groups that are looked at for one step. */
const groupsMax = 100

/** What is being learned is waited for so long at most; its listings are notified all the same. */
const learningMsMax = 60_000
/** A job has ten minutes; the next goes on where this one was. */
const runMsMax = 300_000

/** Writes down what listings offer that were stored before offers were read; until then it is read at each look. */
async function readOffers(deps: Pick<PipelineDeps, 'db'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const unread = await unreadOffers(deps.db, offerStep)
    if (unread.length === 0) return
    await deps.db.transaction((tx) => writeOffers(tx, unread))
  }
}

/**
 * Values listings again that waited for their market to be learned, whose comparables moved, or all of a currency whose
 * prices were learned anew; through the same pipeline, so that what now fits a rule is notified. Returns how many.
 */
export async function revalueStale(deps: PipelineDeps, signal: AbortSignal): Promise<number> {
  await readOffers(deps, signal)
  await learnFirst(deps, signal)
  const count = await inSteps(deps, signal, revalueNext)
  await tidyUndecided(deps.db, deps.clock.now())
  await deps.db.transaction((tx) => readUndecided(deps, tx))
  return count
}

/** Only those that waited for their market to be learned: whoever wants them has not been notified. Returns how many. */
export async function revalueWaiting(deps: PipelineDeps, signal: AbortSignal): Promise<number> {
  await learnFirst(deps, signal)
  return inSteps(deps, signal, nextWaiting)
}

async function learnFirst(deps: PipelineDeps, signal: AbortSignal): Promise<void> {
  // Another process may have written what waits a moment ago, and it is to be learned from.
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx, { atOnce: true }))
  const enough = delay(learningMsMax, undefined, { signal, ref: false }).catch(() => {})
  await Promise.race([deps.valuer.settled(), enough])
  await catchUpPeople(deps, deps.db)
}

/** Of one step how many were valued; null = nothing is left to do. */
interface Step {
  valued: number | null
  isUrgent: boolean
}

async function inSteps(
  deps: PipelineDeps,
  signal: AbortSignal,
  next: (deps: PipelineDeps, tx: Tx) => Promise<Step>,
): Promise<number> {
  const endsAtMs = performance.now() + runMsMax
  let count = 0
  while (!signal.aborted && performance.now() < endsAtMs) {
    const startedAtMs = performance.now()
    const { valued, isUrgent } = await deps.db.transaction(async (tx) => {
      await holdRevaluing(tx)
      return next(deps, tx)
    })
    if (valued === null) break
    count += valued
    // Everything at once gives way to what is found meanwhile.
    if (!isUrgent) await delay(performance.now() - startedAtMs, undefined, { signal }).catch(() => {})
  }
  return count
}

async function nextWaiting(deps: PipelineDeps, tx: Tx): Promise<Step> {
  const ids = await unvalued(tx, step)
  if (ids.length === 0) return { valued: null, isUrgent: true }
  await revalueWithin(deps, tx, ids)
  return { valued: ids.length, isUrgent: true }
}

async function revalueNext(deps: PipelineDeps, tx: Tx): Promise<Step> {
  await countMoves(tx)
  const waiting = await nextWaiting(deps, tx)
  if (waiting.valued !== null) return waiting
  const ids = await nextOfGroups(tx)
  if (ids !== null) {
    await revalueWithin(deps, tx, ids)
    return { valued: ids.length, isUrgent: true }
  }
  const pass = await duePass(tx)
  if (pass === null) return { valued: null, isUrgent: true }
  const rest = await activeOfWorld(tx, pass, step)
  await passWorld(tx, pass, rest.length < step ? null : rest.at(-1)!)
  await revalueWithin(deps, tx, rest)
  return { valued: rest.length, isUrgent: false }
}

/** The next listings of which comparables moved; null = none did. */
async function nextOfGroups(tx: Tx): Promise<number[] | null> {
  const groups = await dueGroups(tx, groupsMax)
  if (groups.length === 0) return null
  const ids = new Set<number>()
  for (const group of groups) {
    const room = step - ids.size
    if (room <= 0) break
    // One alone is nobody's comparable.
    const found = !group.isMarket && group.size <= 1 ? [] : await activeInGroup(tx, group, room)
    for (const id of found) ids.add(id)
    await passGroup(tx, group, found.length < room ? null : found.at(-1)!)
  }
  return [...ids]
}
