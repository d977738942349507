import { decideByGroups } from '../clusters/decide.ts'
import { decideCluster } from '../clusters/linkage/grouping.ts'
import { createThingIndex } from '../clusters/linkage/thing-index.ts'
import { alreadyTold, otherMembers } from '../clusters/read-store.ts'
import type { Thing } from '../clusters/schema.ts'
import { type Assigned, type Clusterer, createClusterer } from '../clusters/service.ts'
import { type TellPair, worthTelling } from '../clusters/told.ts'
import { alsoLine } from '../clusters/words.ts'
import type { Clock } from '../core/clock.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import { ownString } from '../core/text.ts'
import { listingsSince } from '../listings/changes-store.ts'
import type { MergedListing } from '../listings/merge.ts'
import { photoKeys, samePhoto } from '../photos/hash/same.ts'
import { photosOf } from '../photos/store.ts'

export type { Assigned, Clusterer }

const descriptionMax = 2_000

/** What the search for the same thing looks at in a listing. */
export function thingOf(
  listingId: number,
  listing: MergedListing,
  known: { firstSeenAtMs: number; demo: boolean; photoHashes: readonly string[] },
): Thing {
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
  }
}

/** The clusterer over this process's index of recent listings, and the photo hashes that it knows. */
export function openClusterer(deps: { clock: Clock; log: Log; capacity: number }) {
  const index = createThingIndex({ samePhoto, photoKeys, capacity: Math.max(1, deps.capacity) })
  const clusterer = createClusterer({
    clock: deps.clock,
    log: deps.log,
    index,
    enabled: deps.capacity > 0,
    decide: decideByGroups(decideCluster, index.judge),
    async thingsSince(sql, mark) {
      const things: Thing[] = []
      const next = await listingsSince(sql, mark ?? '0', deps.capacity, descriptionMax, async (rows) => {
        const photos = await photosOf(
          sql,
          rows.map(({ id }) => id),
        )
        for (const { id, listing, firstSeenAtMs, demo } of rows) {
          const photoHashes = (photos.get(id) ?? []).flatMap(({ hash }) => hash ?? [])
          things.push(thingOf(id, listing, { firstSeenAtMs, demo, photoHashes }))
        }
      })
      return { things, mark: next }
    },
  })
  return {
    clusterer,
    photoHashesOf: (listingId: number): readonly string[] => index.get(listingId)?.photoHashes ?? [],
  }
}

type Changed = Pick<Pair, 'ruleId' | 'listingId'>

interface Pair {
  ruleId: number
  listingId: number
  priceCents: number | null
  currency: string
}

/** How much cheaper a thing must be to be told again, of rules that ask for more than cheaper at all. */
export type BoundsOf = ReadonlyMap<number, NonNullable<TellPair['bounds']>>

/**
 * Asked before matches of rules are written, tells of those which turned out to be new or cheaper the ones that are
 * news: nobody is told one thing again under another id, unless it is cheaper.
 */
export async function newsAmong<P extends Pair>(
  tx: Tx,
  pairs: P[],
  clusterOf: ReadonlyMap<number, number | null>,
  boundsOf: BoundsOf,
): Promise<<Change extends Changed>(changes: readonly Change[]) => Change[]> {
  const clustered = pairs.map((pair) => {
    const bounds = boundsOf.get(pair.ruleId)
    return { ...pair, clusterId: clusterOf.get(pair.listingId) ?? null, ...(bounds && { bounds }) }
  })
  const told = await alreadyTold(tx, clustered)
  return (changes) => {
    const changed = new Set(changes.map(keyOf))
    const news = new Set(
      worthTelling(
        clustered.filter((pair) => changed.has(keyOf(pair))),
        told,
      ).map(keyOf),
    )
    return changes.filter((change) => news.has(keyOf(change)))
  }
}

const keyOf = ({ ruleId, listingId }: Changed) => `${ruleId} ${listingId}`

/** "Also on OfferUp for $180; relisted 3 times", for those listings of which there is something to say. */
export async function alsoLines(
  sql: Sql,
  listings: ReadonlyMap<number, { marketplace: string }>,
  nameOf: (marketplace: string) => string,
): Promise<Map<number, string>> {
  const lines = new Map<number, string>()
  if (listings.size === 0) return lines
  const others = await otherMembers(sql, [...listings.keys()])
  for (const [listingId, own] of listings) {
    const line = alsoLine(own, others.get(listingId) ?? [], nameOf)
    if (line !== null) lines.set(listingId, line)
  }
  return lines
}
