import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { errorMessage } from '../core/errors.ts'
import type { Fetch } from '../core/fetch.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import { type PollingLoop, pollingLoop } from '../core/loop.ts'
import type { OptionValues } from '../core/options.ts'
import type { SeenListing } from '../listings/schema.ts'
import type { Marketplace, MarketplaceContext, ScanOutcome, SearchPage } from './contract.ts'
import { coolDownMs, isBlind } from './cooldown.ts'
import { nextDueAt } from './planner.ts'
import {
  type ClaimedScan,
  cacheDelete,
  cacheGet,
  cacheSet,
  claimScan,
  finishScan,
  nextScanAt,
  renewScan,
  returnScan,
  type ScanResult,
  type SourceRow,
  spendCall,
} from './store.ts'

/** A dead process's scan is free again after this time; a live one renews it. */
const leaseMs = 12_000
const renewEveryMs = 4_000
/** Pages read back, at most, to find the last known listing after blindness: this many times the ordinary. */
const backfillFactor = 10

/** What the rest of the program does with a page of listings. */
export interface ScanSink {
  /** One transaction; returns how many listings are new and how many changed. */
  ingest(page: {
    marketplace: string
    sourceId: number
    scanId: number
    demo: boolean
    listings: SeenListing[]
  }): Promise<{ added: number; changed: number }>
  /** Every result of the query was seen: listings that this scan saw last time and that are not among these are missing. */
  missing(tx: Tx, scan: { scanId: number; marketplace: string; seenExternalIds: string[] }): Promise<void>
}

export interface ScanDeps {
  db: Db
  clock: Clock
  log: Log
  fetch: Fetch
  marketplaces: ReadonlyMap<string, Marketplace>
  adapterOptions: OptionValues
  secrets: { seal(plain: string, context?: string): string; open(sealed: string, context?: string): string }
  sink: ScanSink
  scanIntervalMs: number
  observe(marketplace: string, outcome: ScanOutcome, result: ScanResult): void
}

/** Runs due scans, one at a time per lane, until stopped; a scan under way is finished or handed back. */
export function scanLoop(deps: ScanDeps, lanes = 3): PollingLoop {
  return pollingLoop({
    name: 'scans',
    lanes,
    log: deps.log,
    async step(signal) {
      const scan = await claimScan(deps.db, deps.clock.now(), leaseMs)
      if (scan) {
        await runScan(deps, scan, signal)
        return 0
      }
      const next = await nextScanAt(deps.db)
      return next === null ? 2000 : Math.min(2000, Math.max(100, next.getTime() - deps.clock.now().getTime()))
    },
  })
}

/** Runs what is due until nothing is, in this process; for the command line. */
export async function runDueScans(deps: ScanDeps): Promise<void> {
  const never = new AbortController().signal
  for (let scan = await claimScan(deps.db, deps.clock.now(), leaseMs); scan; ) {
    await runScan(deps, scan, never)
    scan = await claimScan(deps.db, deps.clock.now(), leaseMs)
  }
}

/** The fresh context of one call to an adapter. */
export function marketplaceContext(
  deps: Pick<ScanDeps, 'db' | 'clock' | 'fetch' | 'adapterOptions' | 'secrets'>,
  source: Pick<SourceRow, 'id' | 'settings' | 'demo' | 'marketplace'>,
  log: Log,
  signal: AbortSignal,
): MarketplaceContext {
  const cacheKey = (key: string) => `${source.marketplace}:${source.demo ? 'demo:' : ''}${key}`
  const context = 'adapter-cache'
  return {
    fetch: deps.fetch,
    log,
    clock: deps.clock,
    signal,
    options: deps.adapterOptions,
    settings: openSettings(deps.secrets, source.settings),
    demo: source.demo,
    cache: {
      async get(key) {
        const sealed = await cacheGet(deps.db, cacheKey(key), deps.clock.now())
        return sealed === null ? null : deps.secrets.open(sealed, context)
      },
      set: (key, value, expiresAt) => cacheSet(deps.db, cacheKey(key), deps.secrets.seal(value, context), expiresAt),
      delete: (key) => cacheDelete(deps.db, cacheKey(key)),
    },
    spend: (budget, perDay) =>
      spendCall(deps.db, `${source.demo ? 'demo:' : ''}${budget}`, perDay, deps.clock.now()),
  }
}

export const settingsContext = 'settings'

/** The fields that were filled in, in clear. */
export function openSettings(secrets: ScanDeps['secrets'], sealed: string): FieldValues {
  return JSON.parse(secrets.open(sealed, settingsContext)) as FieldValues
}

export async function runScan(deps: ScanDeps, scan: ClaimedScan, stopping: AbortSignal): Promise<void> {
  const { source } = scan
  const log = deps.log.child({ scan: scan.id, source: source.name })
  const startedAt = deps.clock.now()
  const lost = new AbortController()
  const renewal = setInterval(() => {
    renewScan(deps.db, scan, deps.clock.now(), leaseMs)
      .then((held) => held || lost.abort(new Error('the lease was lost')))
      .catch((error) => log.warn({ err: error }, 'the scan lease could not be renewed'))
  }, renewEveryMs)
  try {
    const signal = AbortSignal.any([stopping, lost.signal])
    const run = await readPages(deps, scan, log, signal)
    if (stopping.aborted && run.outcome !== 'ok') {
      await returnScan(deps.db, scan, deps.clock.now())
      return
    }
    await finish(deps, scan, startedAt, run, log)
  } finally {
    clearInterval(renewal)
  }
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
  /** Every result was read. */
  complete: boolean
  /** A listing that was known before was reached, or the end. */
  reachedKnown: boolean
  seen: string[]
}

async function readPages(deps: ScanDeps, scan: ClaimedScan, log: Log, signal: AbortSignal): Promise<Run> {
  const { source } = scan
  const run: Run = {
    outcome: 'ok',
    reason: null,
    pages: 0,
    found: 0,
    added: 0,
    changed: 0,
    rejected: 0,
    complete: false,
    reachedKnown: false,
    seen: [],
  }
  const marketplace = deps.marketplaces.get(source.marketplace)
  if (!marketplace) {
    return { ...run, outcome: 'parse-drift', reason: `There is no marketplace "${source.marketplace}" in this version.` }
  }
  const pagesMax = marketplace.budget.pagesMax * (scan.backfill ? backfillFactor : 1)
  let cursor: string | null = null
  do {
    const page = await searchPage(deps, marketplace, scan, cursor, log, signal)
    run.pages++
    run.rejected += page.rejected?.length ?? 0
    run.outcome = page.outcome
    run.reason = page.reason ?? null
    if (page.retryAfterMs !== undefined) run.retryAfterMs = page.retryAfterMs
    if (isBlind(page.outcome)) return run
    if (page.listings.length > 0) {
      const { added, changed } = await deps.sink.ingest({
        marketplace: marketplace.id,
        sourceId: source.id,
        scanId: scan.id,
        demo: source.demo,
        listings: page.listings,
      })
      run.found += page.listings.length
      run.added += added
      run.changed += changed
      for (const listing of page.listings) run.seen.push(listing.externalId)
      // Newest first: a page with something known on it is where we stopped last time.
      run.reachedKnown = added < page.listings.length
    }
    run.complete = page.complete
    cursor = page.next
    if (cursor === null) run.reachedKnown = true
  } while (cursor !== null && run.pages < pagesMax && !run.reachedKnown && !signal.aborted)
  if (run.found > 0) run.outcome = 'ok'
  return run
}

async function searchPage(
  deps: ScanDeps,
  marketplace: Marketplace,
  scan: ClaimedScan,
  cursor: string | null,
  log: Log,
  signal: AbortSignal,
): Promise<SearchPage> {
  try {
    const page = await marketplace.search(scan.request, cursor, marketplaceContext(deps, scan.source, log, signal))
    if (page.outcome === 'ok' && page.listings.length === 0) {
      const reason = 'The page was read but held no listing and no proof that there is none.'
      return { ...page, outcome: 'parse-drift', reason }
    }
    return page
  } catch (error) {
    if (!signal.aborted) log.error({ err: error }, 'the adapter threw')
    return {
      outcome: signal.aborted ? 'unreachable' : 'parse-drift',
      listings: [],
      next: null,
      complete: false,
      reason: signal.aborted ? 'The scan was broken off.' : `The adapter failed: ${errorMessage(error)}`,
    }
  }
}

async function finish(deps: ScanDeps, scan: ClaimedScan, startedAt: Date, run: Run, log: Log): Promise<void> {
  const { source } = scan
  const finishedAt = deps.clock.now()
  const marketplace = deps.marketplaces.get(source.marketplace)
  const intervalMs = source.demo
    ? source.intervalMs
    : Math.max(source.intervalMs, deps.scanIntervalMs, marketplace?.budget.intervalMsMin ?? 0)
  const blind = isBlind(run.outcome)
  const coolDownUntil = isBlind(run.outcome)
    ? new Date(finishedAt.getTime() + coolDownMs(run.outcome, source.blocks + 1, run.retryAfterMs, source.demo))
    : null
  const due = nextDueAt(scan.id, startedAt, intervalMs)
  const result: ScanResult = {
    ...run,
    startedAt,
    finishedAt,
    nextDueAt: coolDownUntil && coolDownUntil > due ? coolDownUntil : due,
    coolDownUntil,
    backfilled: !blind && run.reachedKnown,
  }
  const kept = await deps.db.transaction(async (tx) => {
    if (!(await finishScan(tx, scan, result))) return false
    if (!blind && run.complete) {
      await deps.sink.missing(tx, { scanId: scan.id, marketplace: source.marketplace, seenExternalIds: run.seen })
    }
    return true
  })
  if (!kept) return
  deps.observe(source.marketplace, run.outcome, result)
  if (blind) {
    log.warn(
      { outcome: run.outcome, since: source.blindSince ?? finishedAt, restUntil: coolDownUntil },
      `cannot see ${source.name}: ${run.reason}`,
    )
  } else {
    if (source.blindSince) log.info({ since: source.blindSince }, `sees ${source.name} again`)
    const news = run.added > 0 || run.changed > 0 || scan.lastRunAt === null
    log[news ? 'info' : 'debug']({ found: run.found, new: run.added, changed: run.changed }, `scanned ${source.name}`)
  }
}
