import type { WatchView } from './schema.ts'
import type { StoredWatch, WatchedListing } from './store.ts'
import type { Wishes } from './watch.ts'

/** `listing` is its listing, null while that is not stored. */
export function watchView(watch: StoredWatch, listing: WatchedListing | null): WatchView {
  const { id, marketplace, thresholdCents, currency, belowThreshold, note, tags, channels, demo } = watch
  const { notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone, lastEvent } = watch
  return {
    ...{ id, marketplace, thresholdCents, currency, belowThreshold, note, tags, channels, demo },
    ...{ notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone, lastEvent },
    notifyEnded: notifySold || notifyGone,
    url: listing?.url ?? watch.url,
    state: watch.lastState,
    listing: listing && listingView(listing),
    problem: watch.problem ?? currencyProblem(watch, listing),
    polledAt: watch.polledAt?.toISOString() ?? null,
    nextPollAt: watch.nextPollAt?.toISOString() ?? null,
    createdAt: watch.createdAt.toISOString(),
    updatedAt: watch.updatedAt.toISOString(),
  }
}

function listingView(listing: WatchedListing): NonNullable<WatchView['listing']> {
  const { id, title, imageUrl, state, priceCents, currency, location, lastSeenAt } = listing
  return { id, title, imageUrl, state, priceCents, currency, location, lastSeenAt: lastSeenAt.toISOString() }
}

function currencyProblem(
  { thresholdCents, currency }: Wishes,
  listing: WatchedListing | null,
): string | null {
  const known = listing?.currency ?? null
  if (thresholdCents === null || known === null || known === currency) return null
  return `Its price is stated in ${known} and the threshold in ${currency}, so the threshold is never met: set it in ${known}.`
}
