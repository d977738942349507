import type { Tx } from '../core/db.ts'
import { markChanged } from '../listings/changes-store.ts'
import { getListing, getListings, writePhotoReuses } from '../listings/store.ts'
import { photosOf, photosReused } from '../photos/store.ts'
import { isElsewhere } from './assess-risk.ts'

const photoReusesRead = 200

/**
 * A listing's photos were hashed: how many things elsewhere show one of them is noted, and every process looks at the
 * listing anew, so that its clusters follow.
 */
export async function notePhotos(tx: Tx, listingId: number): Promise<void> {
  const stored = await getListing(tx, listingId, 'program')
  if (!stored) return
  const hashes = ((await photosOf(tx, [listingId])).get(listingId) ?? []).flatMap(({ hash }) => hash ?? [])
  const found = new Set<number>()
  for (const hash of hashes) {
    for (const reused of await photosReused(tx, hash, {
      exceptListingIds: [listingId],
      ownerId: stored.ownerId,
    }))
      found.add(reused.listingId)
  }
  const others = await getListings(tx, [...found].slice(0, photoReusesRead), 'program')
  const elsewhere = others.filter(({ listing }) => isElsewhere(stored.listing, listing))
  await writePhotoReuses(tx, listingId, elsewhere.length)
  await markChanged(tx, [listingId])
}
