import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../core/clock.ts'
import type { Sql } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import type { Category } from '../../model/listing-schema.ts'
import type { FairValue } from '../../model/score-schema.ts'
import { type Neighbourhood, neighbourhoodOf } from '../comps/neighbourhood.ts'
import type { Learn } from '../price-model/learn.ts'
import { type Appraiser, createAppraiser, type Priced, type ValueQuery } from './appraiser.ts'
import type { Holding } from './held-counts.ts'
import { createPieces, type PiecesAppraisal } from './pieces.ts'

/** A priced observation, or one that is evidence no more (no price, a licence that forbids it). */
export interface Observation extends Omit<Priced, 'priceCents' | 'currency'> {
  priceCents: number | null
  currency: string | null
  demo: boolean
  usable: boolean
}

export interface ValuerDeps {
  clock: Clock
  log: Log
  /** Most comparables held; the oldest go first. */
  capacity: number
  learn: Learn
  /** Prices of a currency were learned anew, at a start as well: what was valued before may be worth another look. */
  learned?(currency: string, demo: boolean): void
  /**
   * Observations written since the mark in steps, oldest first, and the next mark, a transaction id; null = from the
   * beginning. What is as the `except` transactions left it may be left out.
   */
  observationsSince(
    sql: Sql,
    from: { mark: string | null; except: readonly string[] },
    take: (observations: Observation[]) => Promise<void>,
  ): Promise<{ mark: string }>
}

/** Without a currency nothing can be compared. */
export type Valued = Omit<ValueQuery, 'currency'> & { currency: string | null; demo: boolean }

/**
 * This process's comparables: filled from the database at first use, then kept up with what other processes write.
 * Prices count as evidence at once; what a gigabyte or a maker's name is worth is learned anew, in a thread of its
 * own, whenever the evidence has grown by a fifth. Made-up listings of the demo are evidence for each other only.
 */
export interface Valuer {
  /**
   * Takes in what was written since. Give it a transaction, not the pool: those who come during the first fill wait for
   * it, and it must not wait for a connection that one of them holds. Reads every few seconds, or `atOnce`.
   */
  catchUp(sql: Sql, options?: { atOnce: boolean }): Promise<void>
  observe(observation: Observation): void
  /** All that this transaction wrote was committed and observed: it need not be read again. */
  observedAll(xid: string): void
  estimate(subject: Valued): FairValue | null
  appraise(subject: Valued): PiecesAppraisal | null
  /** Whose coming, leaving and changing of prices moves what it is worth. */
  neighbourhoodOf(subject: Valued & { currency: string }): Neighbourhood
  /** See `Appraiser.holdings`; the demo's or the real ones. */
  holdings(category: Category, demo: boolean, ownerId?: number | null): Holding[]
  /** The market of a currency is learned anew with so many more prices: in a few seconds its values are others. */
  settling(currency: string, demo: boolean, more: number): boolean
  /** Resolves once everything that is worth learning has been learned. */
  settled(): Promise<void>
  forgetDemo(): void
  /** What was read counts no more: everything is read, and learned, again. */
  forget(): void
  readonly size: number
  close(): Promise<void>
}

const catchUpEveryMs = 5_000
/** Learning cools down for so many times as long as it took: it may have a tenth of a processor, not all of one. */
const cooldownShare = 9
/** Reading and measuring give way to others after so long. */
const stepMs = 8
/** After a failure, so that one that lasts fills neither the processor nor the log. */
const learnAgainMs = 60_000

export function createValuer(deps: ValuerDeps): Valuer {
  const closing = new AbortController()
  const create = () => createAppraiser({ capacity: deps.capacity })
  let real: Appraiser = create()
  let demo: Appraiser = create()
  let pieces = createPieces()
  let mark: string | null = null
  /** Transactions from the mark on of which everything is known. */
  let own: string[] = []
  let caughtUpAtMs = Number.NEGATIVE_INFINITY
  let filling: Promise<void> | null = null
  /** Of each reading that is under way, what was observed since it began: what it read before must not replace it. */
  const fresher = new Set<Set<number>>()
  let learning: Promise<void> | null = null
  /** Not before this moment of the clock, after a failure. */
  let learnFromMs = Number.NEGATIVE_INFINITY
  /** Not before this moment of `performance`, so that a flood of prices is not learned from over and over. */
  let cooldownUntilMs = 0
  /** What was under way when everything was forgotten brings nothing. */
  let forgotten = 0

  const observe = (observation: Observation) => {
    for (const ids of fresher) ids.add(observation.listingId)
    takeIn(observation)
  }

  function takeIn(observation: Observation): void {
    const appraiser = observation.demo ? demo : real
    const { priceCents, currency } = observation
    if (observation.usable && priceCents !== null && priceCents > 0 && currency !== null) {
      appraiser.upsert({ ...observation, priceCents, currency })
      pieces.note(observation.listingId, observation.title)
    } else {
      appraiser.remove(observation.listingId)
      pieces.forget(observation.listingId)
    }
    learnIfDue()
  }

  function learnIfDue(atOnce = false): void {
    if (learning !== null || closing.signal.aborted || nowMs() < learnFromMs) return
    if (!atOnce && performance.now() < cooldownUntilMs) return
    const next = [real, demo].flatMap((appraiser) =>
      appraiser.due().map((currency) => ({ appraiser, currency })),
    )[0]
    if (next === undefined) return
    const startedAtMs = performance.now()
    learning = learn(next.appraiser, next.currency)
      .catch((error: unknown) => {
        if (closing.signal.aborted) return
        learnFromMs = nowMs() + learnAgainMs
        deps.log.error({ err: error }, 'learning prices failed; it is tried again with further listings')
      })
      .finally(() => {
        learning = null
        const endedAtMs = performance.now()
        cooldownUntilMs = endedAtMs + cooldownShare * (endedAtMs - startedAtMs)
      })
  }

  async function learn(appraiser: Appraiser, currency: string): Promise<void> {
    // Not within the turn of whoever observed: the copies take a while.
    await nextTurn()
    const snapshot = appraiser.snapshot(currency)
    const startedAt = performance.now()
    const known = { listingIds: snapshot.listingIds, logPrices: snapshot.rows.logPrices.slice() }
    const fitted = await deps.learn(snapshot.rows, closing.signal)
    const learnedMs = performance.now() - startedAt
    await appraiser.adopt(currency, known, fitted, deps.clock.now().getTime(), pauses())
    deps.learned?.(currency, appraiser === demo)
    deps.log.debug(
      { prices: known.listingIds.length, currency, tookMs: Math.round(learnedMs) },
      'learned what tells prices',
    )
  }

  async function fill(sql: Sql): Promise<void> {
    const asked = forgotten
    // At first all is read, whatever was observed meanwhile.
    const from = { mark, except: mark === null ? [] : own }
    const observed = new Set<number>()
    fresher.add(observed)
    const goOn = () => {
      if (asked !== forgotten) throw new Error('the database was replaced while prices were read from it')
    }
    const next = await deps
      .observationsSince(sql, from, async (observations) => {
        // There may be hundreds of thousands, and whoever asks for a page meanwhile is answered in between.
        const pause = pauses()
        for (const observation of observations) {
          goOn()
          if (!observed.has(observation.listingId)) takeIn(observation)
          await pause()
        }
      })
      .finally(() => fresher.delete(observed))
    goOn()
    mark = next.mark
    const first = BigInt(next.mark)
    own = own.filter((xid) => BigInt(xid) >= first)
  }

  const worldOf = (subject: { demo: boolean }) => (subject.demo ? demo : real)
  const nowMs = () => deps.clock.now().getTime()

  return {
    async catchUp(sql, { atOnce } = { atOnce: false }) {
      // Whoever fills tells of a failure; the others then try themselves.
      while (filling !== null && mark === null) await filling.catch(() => {})
      const now = nowMs()
      if (!atOnce && now - caughtUpAtMs < catchUpEveryMs && now >= caughtUpAtMs) return
      caughtUpAtMs = now
      filling = fill(sql)
      try {
        await filling
      } catch (error) {
        caughtUpAtMs = Number.NEGATIVE_INFINITY
        throw error
      } finally {
        filling = null
      }
    },
    observe,
    observedAll: (xid) => void own.push(xid),
    estimate({ currency, ...subject }) {
      if (currency === null) return null
      return pieces.estimate(worldOf(subject), { ...subject, currency }, nowMs())
    },
    appraise({ currency, ...subject }) {
      if (currency === null) return null
      return pieces.appraise(worldOf(subject), { ...subject, currency }, nowMs())
    },
    neighbourhoodOf: (subject) => neighbourhoodOf(worldOf(subject).keyOf(subject), subject),
    holdings: (category, isDemo, ownerId) => worldOf({ demo: isDemo }).holdings(category, ownerId),
    // After a failure nothing is learned for a while.
    settling: (currency, demo, more) => nowMs() >= learnFromMs && worldOf({ demo }).isRaw(currency, more),
    async settled() {
      for (;;) {
        learnIfDue(true)
        if (learning === null) return
        await learning
      }
    },
    forgetDemo() {
      demo = create()
    },
    forget() {
      forgotten++
      real = create()
      demo = create()
      pieces = createPieces()
      own = []
      mark = null
      caughtUpAtMs = Number.NEGATIVE_INFINITY
    },
    get size() {
      return real.size + demo.size
    },
    async close() {
      closing.abort(new Error('closing'))
      await learning
    },
  }
}

/** To be called between steps: lets others have their turn once `stepMs` of them are over. */
function pauses(): () => Promise<void> | undefined {
  let turnAt = performance.now()
  return () => {
    if (performance.now() - turnAt < stepMs) return undefined
    return nextTurn().then(() => {
      turnAt = performance.now()
    })
  }
}
