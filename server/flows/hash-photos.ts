import type { Tx } from '../core/db.ts'
import type { JobContext } from '../core/jobs.ts'
import { getListing } from '../listings/store.ts'
import { type HashPhotosDeps, hashListingPhotos } from '../photos/hash-photos.ts'
import { reserveHost, spendCall } from '../sources/context-store.ts'
import { notePhotos } from './note-photos.ts'
import type { PipelineDeps } from './page.ts'
import { revalue } from './revalue.ts'

export interface HashDeps extends PipelineDeps, Pick<HashPhotosDeps, 'fetch' | 'read' | 'perHostAndDay'> {
  marketplaces: ReadonlyMap<string, PipelineMarketplace & { budget: { hostGapMs: number } }>
}

type PipelineMarketplace = PipelineDeps['marketplaces'] extends ReadonlyMap<string, infer One> ? One : never

/** The first photos of a listing are those that sellers show of the thing itself. */
const photosPerListing = 3

/** Hashes the photos of a listing that is for sale; what they say of its risk and its cluster follows. */
export async function hashPhotos(
  deps: HashDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  const { db, clock } = deps
  let hashed = false
  const photoDeps: HashPhotosDeps = {
    ...deps,
    random: Math.random,
    pace: (host, gapMs) => reserveHost(db, host, gapMs),
    spend: (budget, perDay) => spendCall(db, budget, perDay, clock.now()),
    hostGapMs: Math.max(1000, ...[...deps.marketplaces.values()].map(({ budget }) => budget.hostGapMs)),
    photosMax: photosPerListing,
    async listingPhotos(id) {
      const stored = await getListing(db, id, 'program')
      const ended = stored?.listing.state === 'sold' || stored?.listing.state === 'gone'
      if (!deps.hashesPhotos || !stored || ended) return null
      return { imageUrls: stored.listing.imageUrls, demo: stored.demo }
    },
    async onHashed(tx: Tx) {
      hashed = true
      await notePhotos(tx, listingId)
    },
  }
  try {
    await hashListingPhotos(photoDeps, listingId, ctx)
  } finally {
    // Also when some photos have to wait: what those that are known say of the risk is told now.
    if (hashed) await revalue(deps, [listingId])
  }
}
