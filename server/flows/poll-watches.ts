import { type Authorized, asProgram } from '../core/actor.ts'
import type { JobContext } from '../core/jobs.ts'
import type { LiveNote } from '../core/live-schema.ts'
import { tellLive } from '../core/live-store.ts'
import { endListings, readViews } from '../listings/store.ts'
import { keyOf, type StoredListing } from '../listings/stored-listing.ts'
import type { ListingState, SeenListing } from '../model/listing-schema.ts'
import type { ReadDetails } from '../sources/details.ts'
import { ownerOfFound } from '../sources/ownership.ts'
import type { WayToRead } from '../sources/reading.ts'
import { nextDueAt } from '../sources/scanning/planner.ts'
import { cooldownDelayMs, dueBounds, isSeenElsewhere, pollDelayMs, retryDelayMs } from '../watches/rhythm.ts'
import { claimDueWatches, finishPoll, type StoredWatch } from '../watches/store.ts'
import { ingest } from './ingest.ts'
import { notifyUnreadEnded, notifyWatchers } from './notify-watchers.ts'
import type { PipelineDeps } from './page.ts'

export interface PollDeps extends PipelineDeps {
  wayToRead(
    userId: Authorized<'read'>,
    marketplace: string,
    demo: boolean,
    preferredId: number | null,
  ): Promise<WayToRead>
  /** Reads a listing's own page through a source; null when that has just gone. */
  readPage(
    sourceId: number,
    listing: { externalId: string; url: string },
    signal: AbortSignal,
  ): Promise<ReadDetails | null>
}

/** Watches polled in one round, and pages read of them: of each marketplace. */
const perMarketplace = 25
const readsPerMarketplace = 2
const leaseMs = 10 * 60_000
/** A missing source is looked for again after this time: that asks no site. */
const noSourceMs = 10 * 60_000

/**
 * One round of polls of what people follow. What scans have seen lately is settled from what is stored; of the rest a
 * few pages are read, under the same budgets, pauses and cooldowns as everything that is asked of a site.
 */
export async function pollWatches(deps: PollDeps, ctx: Pick<JobContext, 'signal' | 'log'>): Promise<void> {
  const reads = new Map<string, number>()
  const bounds = dueBounds(deps.clock.now())
  for (const watch of await claimDueWatches(deps.db, bounds, leaseMs, perMarketplace)) {
    const count = reads.get(watch.marketplace) ?? 0
    try {
      const end = ctx.signal.aborted
        ? notNow(watch, deps.clock.now())
        : await poll(deps, watch, count < readsPerMarketplace, ctx.signal)
      await deps.db.transaction(async (tx) => {
        await finishPoll(tx, watch.id, end)
        if (end.problem !== watch.problem) await tellLive(tx, [changed(watch)])
      })
      if (end.asked) reads.set(watch.marketplace, count + 1)
    } catch (error) {
      ctx.log.error({ err: error, watch: watch.id }, 'the poll of a followed listing failed')
    }
  }
}

interface End {
  /** When its page was read; null when it was not. */
  polledAt: Date | null
  nextPollAt: Date | null
  problem: string | null
  /** A site was asked. */
  asked: boolean
}

const changed = ({ id, userId }: StoredWatch): LiveNote => ({
  ...{ userId, kind: 'watches-changed' },
  data: { ids: [id] },
})

/** Due again at once. */
function notNow(watch: StoredWatch, now: Date): End {
  return { polledAt: null, nextPollAt: now, problem: watch.problem, asked: false }
}

async function poll(
  deps: PollDeps,
  watch: StoredWatch,
  isReadAllowed: boolean,
  signal: AbortSignal,
): Promise<End> {
  const now = deps.clock.now()
  const { own, others } = await readViews(deps.db, [watch], watch.userId)
  // What the market shows comes before one's own view of it.
  const stored = others[0] ?? own.get(keyOf(watch)) ?? null
  if (stored) await deps.db.transaction((tx) => notifyWatchers(deps, tx, [stored.id]))
  const way = await deps.wayToRead(
    asProgram(watch.userId),
    watch.marketplace,
    watch.demo,
    stored?.sourceId ?? null,
  )
  const intervalMs = 'problem' in way ? 0 : way.intervalMs
  if (stored && isSeenElsewhere(watch, stored.listing.observedAtMs, intervalMs, now)) {
    const delayMs = pollDelayMs(watch, stored.listing.state, intervalMs, now)
    return { ...notNow(watch, now), problem: null, nextPollAt: after(watch, now, delayMs) }
  }
  if ('problem' in way) {
    return { ...notNow(watch, now), problem: way.problem, nextPollAt: new Date(now.getTime() + noSourceMs) }
  }
  if (!isReadAllowed) return notNow(watch, now)
  const at = { externalId: watch.externalId, url: stored?.listing.url ?? watch.url }
  const result = await deps.readPage(way.source.id, at, signal)
  return result ? takeIn(deps, watch, stored, way, result) : notNow(watch, now)
}

/** What a page told goes the way of every page; who follows it is notified there. */
async function takeIn(
  deps: PollDeps,
  watch: StoredWatch,
  stored: StoredListing | null,
  { source, intervalMs }: Extract<WayToRead, { source: unknown }>,
  result: ReadDetails,
): Promise<End> {
  const now = deps.clock.now()
  const read = (state: ListingState): End => ({
    polledAt: now,
    nextPollAt: after(watch, now, pollDelayMs(watch, state, intervalMs, now)),
    problem: null,
    asked: true,
  })
  const failed = (problem: string): End => ({
    ...{ polledAt: null, problem, asked: true },
    nextPollAt: after(watch, now, retryDelayMs(watch, intervalMs, now)),
  })
  const take = async (seen: SeenListing): Promise<End> => {
    const { rejected } = await ingest(deps, {
      sightings: [{ marketplace: watch.marketplace, seen, observedAtMs: now.getTime() }],
      sourceId: source.id,
      scanId: stored?.lastScanId ?? null,
      demo: source.demo,
      ownerId: ownerOfFound(source, deps.marketplaces.get(watch.marketplace)),
      details: true,
    })
    const [problem] = Object.entries(rejected[0]?.problems ?? {})
    return problem ? failed(`Its page cannot be used: ${problem.join(' ')}.`) : read(seen.state ?? 'active')
  }
  switch (result.outcome) {
    case 'ok':
      return take(result.listing)
    case 'sold':
    case 'gone': {
      const state = result.outcome
      if (!stored && result.listing) return take(result.listing)
      await deps.db.transaction(async (tx) => {
        if (!stored) return notifyUnreadEnded(deps, tx, watch, state)
        if (stored.listing.state !== 'sold') await endListings(tx, [stored.id], state, now)
        await notifyWatchers(deps, tx, [stored.id])
      })
      return read(state)
    }
    case 'unreadable':
      return failed(`Its page cannot be read: ${result.reason}`)
    case 'later':
      return { ...failed(result.reason), nextPollAt: after(watch, now, cooldownDelayMs(result.waitMs)) }
  }
}

/** Spread by up to a tenth, so that what was followed together is not polled together for ever. */
function after(watch: StoredWatch, now: Date, delayMs: number | null): Date | null {
  return delayMs === null ? null : nextDueAt(watch.id, now, delayMs)
}
