import { decideByGroups } from '../clusters/decide.ts'
import { decideCluster } from '../clusters/linkage/grouping.ts'
import { createRecordIndex } from '../clusters/linkage/record-index.ts'
import type { ListingRecord } from '../clusters/schema.ts'
import { createClusterer } from '../clusters/service.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import { ownString } from '../core/text.ts'
import { listingsSince } from '../listings/changes-store.ts'
import type { MergedListing } from '../listings/merge.ts'
import { photoKeys, samePhoto } from '../photos/hash/same.ts'
import { photosOf } from '../photos/store.ts'

const descriptionMax = 2_000

/** What the search for the same thing looks at in a listing. */
export function recordOf(
  listingId: number,
  listing: MergedListing,
  known: { firstSeenAtMs: number; demo: boolean; ownerId: number | null; photoHashes: readonly string[] },
): ListingRecord {
  const { marketplace, externalId, title, brand, category, condition, currency, lat, lon, location } = listing
  return {
    listingId,
    marketplace,
    externalId,
    title: ownString(title),
    description:
      listing.description === null ? null : ownString(listing.description.slice(0, descriptionMax)),
    brand,
    category,
    condition,
    priceCents: listing.priceCents ?? null,
    currency,
    lat,
    lon,
    location,
    postedAtMs: listing.postedAtMs ?? known.firstSeenAtMs,
    state: listing.state,
    attributes: listing.attributes,
    imageUrls: listing.imageUrls.slice(0, 3),
    photoHashes: known.photoHashes,
    repostOf: listing.repostOf,
    demo: known.demo,
    ownerId: known.ownerId,
  }
}

/** The clusterer over this process's index of recent listings, and the photo hashes that it knows. */
export function openClusterer(deps: { clock: Clock; log: Log; capacity: number }) {
  const index = createRecordIndex({ samePhoto, photoKeys, capacity: Math.max(1, deps.capacity) })
  const clusterer = createClusterer({
    clock: deps.clock,
    log: deps.log,
    index,
    enabled: deps.capacity > 0,
    decide: decideByGroups(decideCluster, index.compare),
    async recordsSince(sql, mark, except) {
      const records: ListingRecord[] = []
      const next = await listingsSince(
        sql,
        { xid: mark ?? '0', except },
        deps.capacity,
        descriptionMax,
        async (rows) => {
          const photos = await photosOf(
            sql,
            rows.map(({ id }) => id),
          )
          for (const { id, listing, firstSeenAtMs, demo, ownerId } of rows) {
            const photoHashes = (photos.get(id) ?? []).flatMap(({ hash }) => hash ?? [])
            records.push(recordOf(id, listing, { firstSeenAtMs, demo, ownerId, photoHashes }))
          }
        },
      )
      return { records, mark: next }
    },
  })
  return {
    clusterer,
    photoHashesOf: (listingId: number): readonly string[] => index.get(listingId)?.photoHashes ?? [],
  }
}
