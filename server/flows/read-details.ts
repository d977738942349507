import { type JobContext, TryAgainLater } from '../core/jobs.ts'
import { endListings, getListing, markDetailsRead } from '../listings/store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { ReadDetails } from '../sources/details.ts'
import { ingest } from './ingest.ts'
import { notifyWatchers } from './notify-watchers.ts'
import type { PipelineDeps } from './page.ts'
import { readUndecided } from './read-undecided.ts'
import { revalue } from './revalue.ts'

export interface ReadDetailsDeps extends PipelineDeps {
  /** Reads a listing's own page through its source; null when there is none to read. */
  readDetails(stored: StoredListing, signal: AbortSignal): Promise<ReadDetails | null>
}

/** Reads a listing's own page and takes in what it shows: more facts, or that it is sold or gone. */
export async function readDetails(
  deps: ReadDetailsDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  await readPage(deps, listingId, ctx)
  await deps.db.transaction((tx) => readUndecided(deps, tx))
}

async function readPage(
  deps: ReadDetailsDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  const stored = await getListing(deps.db, listingId, 'program')
  if (!stored || stored.listing.state === 'sold' || stored.listing.state === 'gone') return
  const result = await deps.readDetails(stored, ctx.signal)
  if (result === null) return
  const now = deps.clock.now()
  switch (result.outcome) {
    case 'ok':
      await ingest(deps, {
        sightings: [
          { marketplace: stored.listing.marketplace, seen: result.listing, observedAtMs: now.getTime() },
        ],
        sourceId: stored.sourceId,
        scanId: stored.lastScanId,
        demo: stored.demo,
        ownerId: stored.ownerId,
        details: true,
      })
      return
    case 'sold':
    case 'gone': {
      const state = result.outcome
      await deps.db.transaction(async (tx) => {
        await endListings(tx, [listingId], state, now)
        await notifyWatchers(deps, tx, [listingId])
      })
      ctx.log.info({ listing: listingId }, `${state}: ${stored.listing.title.slice(0, 80)}`)
      return
    }
    case 'unreadable':
      // What the search page told has to do, and decides now.
      await deps.db.transaction((tx) => markDetailsRead(tx, listingId, now))
      await revalue(deps, [listingId])
      ctx.log.warn({ listing: listingId, reason: result.reason }, 'a detail page could not be read')
      return
    case 'later':
      throw new TryAgainLater(result.waitMs, result.reason)
  }
}
