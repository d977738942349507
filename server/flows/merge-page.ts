import { clockSlackMs } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import { mergeListing } from '../listings/merge.ts'
import type { Sighting } from '../listings/normalize/normalized-listing.ts'
import { type ListingViews, touchListings } from '../listings/store.ts'
import { keyOf, type StoredListing } from '../listings/stored-listing.ts'
import { type Page, unranked, type Work } from './page.ts'

const touchAfterMs = 3_600_000

/**
 * A look of a time that has not come is of a clock that was set back since: it was no later than now, and what is seen
 * now is the newer look. Without this nothing that changes would be taken in until that time.
 */
export function seenInThePast(known: Map<string, StoredListing>, now: Date): Map<string, StoredListing> {
  const nowMs = now.getTime()
  for (const [key, stored] of known) {
    if (stored.listing.observedAtMs <= nowMs + clockSlackMs) continue
    // So that it is written that it was seen now, even where nothing else changed.
    const observedAtMs = nowMs - touchAfterMs - 1
    known.set(key, { ...stored, listing: { ...stored.listing, observedAtMs } })
  }
  return known
}

/** Several looks at one listing in a page (an import of snapshots) become one work with all its prices, in order. */
export function mergePage(page: Page, found: Sighting[], { own: known, others }: ListingViews): Work[] {
  const ownerId = page.ownerId ?? null
  const shown = new Set(ownerId === null ? [] : others.map(({ listing }) => keyOf(listing)))
  const works = new Map<string, Work>()
  for (const seen of found) {
    const key = keyOf(seen)
    const before = known.get(key) ?? null
    const work = works.get(key)
    if (seen.erased === true && before === null && work === undefined) continue
    const merged = mergeListing(work?.listing ?? before?.listing ?? null, seen, {
      tiesAreLate: page.history === true,
    })
    const seenAt = new Date(seen.observedAtMs)
    const price = { priceCents: merged.after.priceCents ?? null, currency: merged.after.currency, seenAt }
    const isFirst = !work && before === null
    const prices = isFirst || merged.priceChanged ? [price] : []
    works.set(key, {
      key,
      ownerId,
      isOnTheMarket: shown.has(key),
      before,
      listing: merged.after,
      changed: merged.changed || (work?.changed ?? false),
      prices: [...(work?.prices ?? []), ...prices],
      value: null,
      rank: unranked,
      risk: null,
      textHash: null,
      waits: false,
    })
  }
  return [...works.values()]
}

/** Notes that listings which showed nothing new were seen again, now and then. */
export async function touchUnchanged(tx: Tx, works: Work[], scanId: number | null, now: Date): Promise<void> {
  const stale = works.filter(
    ({ before, listing }) =>
      before !== null &&
      (listing.observedAtMs - before.listing.observedAtMs > touchAfterMs ||
        before.missingCount > 0 ||
        (scanId !== null && before.lastScanId === null)),
  )
  const seenAtMs = Math.max(0, ...stale.map(({ listing }) => listing.observedAtMs))
  await touchListings(
    tx,
    stale.map(({ before }) => before!.id),
    new Date(seenAtMs),
    scanId,
    new Date(now.getTime() + clockSlackMs),
  )
}
