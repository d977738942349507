import { type Clock, pastOf } from '../../core/clock.ts'
import { databaseAwayIn } from '../../core/database-away.ts'
import type { Db, Tx } from '../../core/db.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { Log } from '../../core/log.ts'
import { type PollingLoop, pollingLoop } from '../../core/loop.ts'
import type { OptionValues } from '../../core/options.ts'
import { type Read, ReadingFailed, tookTheProcessDown } from '../../core/reader-pool.ts'
import type { Secrets } from '../../core/secrets.ts'
import { keptCause, withCause } from '../../core/telemetry/cause.ts'
import type { Tracing } from '../../core/telemetry/tracing.ts'
import type { Marketplace, ScanOutcome, SearchPage } from '../../marketplaces/contract.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { marketplaceContext } from '../context.ts'
import { searchDiscreetly } from '../discreet.ts'
import { ownerOfFound } from '../ownership.ts'
import { allowedMarketplaces } from '../terms/allowed.ts'
import { cooldownMs, isOutage } from './cooldown.ts'
import { nextDueAt, scanIntervalMs } from './planner.ts'
import {
  type ClaimedScan,
  claimScan,
  finishScan,
  nextScanAt,
  noteAttempt,
  renewScan,
  returnScan,
  type ScanResult,
  tellProgress,
} from './scan-store.ts'
import { putTimesRight } from './set-back-store.ts'

/** A dead process's scan is free again after this time; a live one renews it. */
const leaseMs = 12_000
const renewEveryMs = 4_000
/** A scan during whose reading the process ended so often in a row is set aside: what the site sent may be the cause. */
const attemptsMax = 2
/** Listings of a page that are taken in together; larger pages would hold rules and marketplace locked for too long. */
const ingestedTogether = 200
const checkTimesEveryMs = 10_000
/** Sites that do not answer hold up so many others at most. */
const lanesDefault = 6
/** Pages read back, at most, to find the last known listing after an outage: this many times the ordinary. */
const backfillFactor = 10

/** What the rest of the program does with a page of listings. */
export interface ScanSink {
  /** One transaction; returns how many listings are new and how many changed. */
  ingest(page: {
    marketplace: string
    sourceId: number
    scanId: number
    demo: boolean
    /** Whose alone it is; null = market data. */
    ownerId: number | null
    listings: SeenListing[]
  }): Promise<{ added: number; changed: number }>
  /** Whether one of these listings was already known at that moment. */
  knewAny(marketplace: string, externalIds: string[], at: Date, ownerId: number | null): Promise<boolean>
  /** Every result of the query was seen: listings that this scan saw last time and that are not among these are missing. */
  missing(tx: Tx, scan: { scanId: number; marketplace: string; seenExternalIds: string[] }): Promise<void>
}

export interface ScanDeps {
  db: Db
  clock: Clock
  log: Log
  tracing: Tracing
  fetch: Fetch
  read: Read
  marketplaces: ReadonlyMap<string, Marketplace>
  adapterOptions: OptionValues
  secrets: Pick<Secrets, 'seal' | 'open' | 'sign'>
  sink: ScanSink
  observe(marketplace: string, outcome: ScanOutcome, result: ScanResult): void
}

/** Runs due scans, one at a time per lane, until stopped; a scan under way is finished or handed back. */
export function scanLoop(deps: ScanDeps, lanes = lanesDefault): PollingLoop {
  let polledAtMs = Number.NEGATIVE_INFINITY
  let nowBefore = deps.clock.now()
  /** At once where this process sees its clock go back; other processes' clocks were noticed soon. */
  const checkTimes = async () => {
    const now = deps.clock.now()
    const wentBack = pastOf(nowBefore, now) === null
    nowBefore = now
    if (!wentBack && performance.now() - polledAtMs < checkTimesEveryMs) return
    polledAtMs = performance.now()
    await setRight(deps)
  }
  return pollingLoop({
    name: 'scans',
    lanes,
    log: deps.log,
    async step(signal) {
      await checkTimes()
      const scan = await claim(deps)
      if (scan) {
        await runScan(deps, scan, signal)
        return 0
      }
      const now = deps.clock.now()
      const next = await nextScanAt(deps.db, now, await allowedMarketplaces(deps, deps.db))
      return next === null ? 2000 : Math.min(2000, Math.max(200, next.getTime() - now.getTime()))
    },
  })
}

/** Runs what is due until nothing is, in this process; for the command line. */
export async function runDueScans(deps: ScanDeps): Promise<void> {
  const never = new AbortController().signal
  await setRight(deps)
  for (let scan = await claim(deps); scan; scan = await claim(deps)) await runScan(deps, scan, never)
}

/** See `putTimesRight`. */
export async function setRight(deps: Pick<ScanDeps, 'db' | 'clock' | 'log' | 'marketplaces'>): Promise<void> {
  const intervalMsMin = new Map(
    [...deps.marketplaces.values()].map(({ id, budget }) => [id, budget.intervalMsMin]),
  )
  const count = await deps.db.transaction((tx) =>
    putTimesRight(tx, { intervalMsMin, leaseMs }, deps.clock.now()),
  )
  if (count > 0)
    deps.log.warn({ count }, 'the clock was set back: sources and scans no longer wait for its time')
}

async function claim(deps: ScanDeps): Promise<ClaimedScan | null> {
  return claimScan(deps.db, deps.clock.now(), leaseMs, await allowedMarketplaces(deps, deps.db))
}

/** Runs one scan to its end, because of what made it due; broken off (stopping, or the lease was lost) it is handed back. */
export async function runScan(deps: ScanDeps, scan: ClaimedScan, stopping: AbortSignal): Promise<void> {
  const attributes = { 'deal_scout.marketplace': scan.source.marketplace }
  await withCause({ ...keptCause(scan.cause), scanId: scan.id }, () =>
    deps.tracing.span('scan', 'consumer', attributes, () => scanWithin(deps, scan, stopping)),
  )
}

async function scanWithin(deps: ScanDeps, scan: ClaimedScan, stopping: AbortSignal): Promise<void> {
  const log = deps.log.child({ scan: scan.id, source: scan.source.name })
  const startedAt = deps.clock.now()
  const lost = new AbortController()
  const hold = async () => {
    const held = await renewScan(deps.db, scan, deps.clock.now(), leaseMs)
    if (!held) lost.abort(new Error('the lease was lost'))
  }
  const renewal = setInterval(() => {
    hold().catch((error) => log.warn({ err: error }, 'the scan lease could not be renewed'))
  }, renewEveryMs)
  try {
    const run = await readPages(deps, scan, hold, log, AbortSignal.any([stopping, lost.signal]))
    if (run === null) return await returnScan(deps.db, scan, deps.clock.now())
    try {
      await finish(deps, scan, startedAt, run, log)
    } catch (error) {
      if (databaseAwayIn(error)) throw error
      await finish(deps, scan, startedAt, { ...run, ...unstored(error, log), complete: false }, log)
    }
  } finally {
    clearInterval(renewal)
  }
}

/** Our own failure; the scan ends as one that saw nothing, for the site must not be asked again at once. */
function unstored(error: unknown, log: Log): Pick<Run, 'outcome' | 'reason'> {
  log.error({ err: error }, 'what a scan found could not be stored')
  return { outcome: 'unreachable', reason: 'What was found could not be stored; the log tells why.' }
}

interface Run {
  outcome: ScanOutcome
  reason: string | null
  retryAfterMs?: number
  pages: number
  found: number
  added: number
  changed: number
  rejected: number
  attempts?: number
  /** Every result was read. */
  complete: boolean
  seen: string[]
}

/**
 * Reads pages, newest first, until one holds something that was known when this scan last saw; null when it was
 * broken off. What was found by a run that did not come to its end does not count as known: the next one goes
 * past it. After an outage there may be more pages than usual in between.
 */
async function readPages(
  deps: ScanDeps,
  scan: ClaimedScan,
  hold: () => Promise<void>,
  log: Log,
  signal: AbortSignal,
): Promise<Run | null> {
  const { source, lastSawAt } = scan
  const run: Run = {
    outcome: 'ok',
    reason: null,
    pages: 0,
    found: 0,
    added: 0,
    changed: 0,
    rejected: 0,
    complete: false,
    seen: [],
  }
  const marketplace = deps.marketplaces.get(source.marketplace)
  if (!marketplace) {
    return {
      ...run,
      outcome: 'parse-drift',
      reason: `There is no marketplace "${source.marketplace}" in this version.`,
    }
  }
  if (scan.attempts >= attemptsMax) {
    log.error({ attempts: scan.attempts }, `set aside: ${tookTheProcessDown}`)
    // Once it has rested it is tried once more.
    return { ...run, outcome: 'parse-drift', reason: tookTheProcessDown, attempts: attemptsMax - 1 }
  }
  const ownerId = ownerOfFound(source, marketplace)
  const readsBack = scan.backfill && lastSawAt !== null
  const pagesMax = marketplace.budget.pagesMax * (readsBack ? backfillFactor : 1)
  for (let cursor: string | null = null; ; ) {
    const page = await searchPage(deps, marketplace, scan, cursor, { log, signal })
    if (signal.aborted) return null
    run.pages++
    run.rejected += page.rejected?.length ?? 0
    if (isOutage(page.outcome)) {
      const { outcome, retryAfterMs, reason = null } = page
      return { ...run, outcome, reason, ...(retryAfterMs !== undefined && { retryAfterMs }) }
    }
    const ids = page.listings.map(({ externalId }) => externalId)
    if (ids.length > 0) {
      try {
        // Whoever slept too long must not write what others have seen better since.
        for (let at = 0; at < ids.length; at += ingestedTogether) {
          await hold()
          if (signal.aborted) return null
          const { added, changed } = await deps.sink.ingest({
            marketplace: marketplace.id,
            sourceId: source.id,
            scanId: scan.id,
            demo: source.demo,
            ownerId,
            listings: page.listings.slice(at, at + ingestedTogether),
          })
          run.added += added
          run.changed += changed
        }
      } catch (error) {
        if (databaseAwayIn(error)) throw error
        return { ...run, ...unstored(error, log) }
      }
      run.found += ids.length
      run.seen.push(...ids)
    }
    run.outcome = run.found > 0 ? 'ok' : page.outcome
    run.reason = run.found > 0 ? null : (page.reason ?? null)
    run.complete = page.complete
    if (page.next === null || run.pages >= pagesMax) break
    if (lastSawAt !== null && (await deps.sink.knewAny(marketplace.id, ids, lastSawAt, ownerId))) break
    cursor = page.next
    await tellProgress(deps.db, scan, 'running', run)
  }
  return run
}

async function searchPage(
  deps: ScanDeps,
  marketplace: Marketplace,
  scan: ClaimedScan,
  cursor: string | null,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<SearchPage> {
  try {
    const ctx = marketplaceContext(deps, scan.source, log, signal, () => noteAttempt(deps.db, scan))
    const page = await searchDiscreetly(marketplace, scan.request, cursor, ctx)
    if (page.outcome === 'ok' && page.listings.length === 0) {
      const reason = 'The page was read but held no listing and no proof that there is none.'
      return { ...page, outcome: 'parse-drift', reason }
    }
    return page
  } catch (error) {
    // No fault of the site's: the scan is done again once its lease is over.
    if (databaseAwayIn(error)) throw error
    const isSetAside = error instanceof ReadingFailed
    if (!signal.aborted && !isSetAside) log.error({ err: error }, 'the adapter threw')
    const reason = isSetAside ? error.message : `The adapter failed: ${errorMessage(error)}`
    return { outcome: 'parse-drift', listings: [], next: null, complete: false, reason }
  }
}

async function finish(deps: ScanDeps, scan: ClaimedScan, begunAt: Date, run: Run, log: Log): Promise<void> {
  const { source } = scan
  const finishedAt = deps.clock.now()
  // The clock may have been set back in between.
  const startedAt = begunAt < finishedAt ? begunAt : finishedAt
  const intervalMs = scanIntervalMs(source, deps.marketplaces.get(source.marketplace))
  const hadOutage = isOutage(run.outcome)
  const cooldownUntil = isOutage(run.outcome)
    ? new Date(
        finishedAt.getTime() + cooldownMs(run.outcome, source.blocks + 1, run.retryAfterMs, source.demo),
      )
    : null
  const result: ScanResult = {
    ...run,
    startedAt,
    finishedAt,
    nextDueAt: nextDueAt(scan.id, startedAt, intervalMs),
    cooldownUntil,
  }
  const kept = await deps.db.transaction(async (tx) => {
    if (!(await finishScan(tx, scan, result))) return false
    if (!hadOutage && run.complete) {
      await deps.sink.missing(tx, {
        scanId: scan.id,
        marketplace: source.marketplace,
        seenExternalIds: run.seen,
      })
    }
    return true
  })
  if (!kept) return
  deps.observe(source.marketplace, run.outcome, result)
  if (hadOutage) {
    log.warn(
      { outcome: run.outcome, since: source.outageSince ?? finishedAt, cooldownUntil: cooldownUntil },
      `cannot see ${source.name}: ${run.reason}`,
    )
  } else {
    if (source.outageSince) log.info({ since: source.outageSince }, `sees ${source.name} again`)
    const news = run.added > 0 || run.changed > 0 || scan.lastRunAt === null
    log[news ? 'info' : 'debug'](
      { found: run.found, new: run.added, changed: run.changed },
      `scanned ${source.name}`,
    )
  }
}
