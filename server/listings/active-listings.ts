import type { Authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import { turns } from '../core/turns.ts'
import { activeListingsBelow } from './list-store.ts'
import type { StoredListing } from './stored-listing.ts'

const step = 1000

/** Listings that are for sale as a person sees them, the newest first, read a page at a time. */
export async function* activeListings(
  db: Db,
  person: Authorized<'read'>,
  max = Number.POSITIVE_INFINITY,
): AsyncGenerator<StoredListing> {
  let belowId: number | null = null
  const turn = turns()
  for (let seen = 0; seen < max; ) {
    const page: StoredListing[] = await activeListingsBelow(db, person, belowId, Math.min(step, max - seen))
    for (const stored of page) {
      await turn()
      yield stored
    }
    seen += page.length
    belowId = page.at(-1)?.id ?? null
    if (page.length < step) return
  }
}
