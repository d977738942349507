import { getListing } from '../listings/store.ts'
import { createShownPhotos, type ShownPhotos, type ShownPhotosDeps } from '../photos/show/shown-photos.ts'
import { reserveHost, spendCall } from '../sources/context-store.ts'

/** Somebody looks, as with a browser, which would ask for all at once. */
const shownGapMs = 250

export interface ShowDeps
  extends Omit<
    ShownPhotosDeps,
    'listingOf' | 'random' | 'pace' | 'spend' | 'hostGapMs' | 'mayShow' | 'network'
  > {
  marketplaces: ReadonlyMap<string, { terms: { noPhotos?: boolean } }>
}

/** Photos of the listings that a person sees, at a pace and within the daily budget that holds for all processes. */
export function showPhotos(deps: ShowDeps): ShownPhotos {
  const { db, clock } = deps
  return createShownPhotos({
    ...deps,
    random: Math.random,
    pace: (host, gapMs) => reserveHost(db, host, gapMs),
    spend: (budget, perDay) => spendCall(db, budget, perDay, clock.now()),
    hostGapMs: shownGapMs,
    mayShow: (marketplace) => deps.marketplaces.get(marketplace)?.terms.noPhotos !== true,
    async listingOf(userId, listingId) {
      const stored = await getListing(db, listingId, userId)
      if (stored === null) return null
      const { listing, demo, ownerId } = stored
      return {
        ...{ demo, personal: ownerId !== null },
        ...{ marketplace: listing.marketplace, imageUrls: listing.imageUrls },
      }
    },
  })
}
