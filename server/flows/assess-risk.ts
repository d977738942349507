import type { Tx } from '../core/db.ts'
import { distanceKm } from '../core/places.ts'
import type { MergedListing } from '../listings/merge.ts'
import { type TextUse, textUses } from '../listings/store.ts'
import type { Risk } from '../model/risk.ts'
import type { FairValue } from '../model/score-schema.ts'
import { sellerFacts, weighRisk } from '../scoring/risk/risk.ts'

export interface RiskDeps {
  marketplaces: ReadonlyMap<string, { details?: unknown; terms: { holdsPayment?: boolean } }>
}

/** Where the texts of a page's listings stand, by text hash. */
export type Elsewhere = ReadonlyMap<string, TextUse[]>

/** Texts of one owner's, or the market's, new and changed listings that stand in others too: one question for a whole page. */
export async function readElsewhere(
  tx: Tx,
  works: readonly { textHash: string | null }[],
  { demo, ownerId = null }: { demo: boolean; ownerId?: number | null },
): Promise<Elsewhere> {
  const hashes = new Set(works.flatMap(({ textHash }) => textHash ?? []))
  const uses = await textUses(tx, [...hashes], { demo, ownerId })
  return Map.groupBy(uses, ({ textHash }) => textHash)
}

/** Another town: farther than somebody would drive to show the same thing. */
const elsewhereKm = 80

type Place = Pick<MergedListing, 'marketplace' | 'location' | 'lat' | 'lon'>

/** Whether two listings are of different towns, as far as is known. */
export function isElsewhere(listing: Place, use: Place): boolean {
  if (listing.lat !== null && listing.lon !== null && use.lat !== null && use.lon !== null) {
    return distanceKm({ lat: listing.lat, lon: listing.lon }, { lat: use.lat, lon: use.lon }) > elsewhereKm
  }
  // Two sites write one place differently; within a site, another name is another place.
  if (listing.marketplace !== use.marketplace) return false
  return listing.location !== null && use.location !== null && listing.location !== use.location
}

/** The signs of a swindle in a listing; null where there is none. `id` of a known one is not "elsewhere". */
export function assessRisk(
  deps: RiskDeps,
  listing: MergedListing,
  known: {
    id: number | null
    /** Listings elsewhere with one of its photos. */
    photoReuses: number
    value: FairValue | null
    detailsRead: boolean
    firstSeenAtMs: number
    textHash: string | null
  },
  elsewhere: Elsewhere,
  nowMs: number,
): Risk | null {
  const marketplace = deps.marketplaces.get(listing.marketplace)
  const { textHash } = known
  const uses = textHash === null ? [] : (elsewhere.get(textHash) ?? [])
  const photoCount = listing.imageUrls.length
  // A search page shows one picture of many, and a file often none: few pictures then say nothing.
  const photosKnown = known.detailsRead || (photoCount > 1 && marketplace?.details !== undefined)
  const risk = weighRisk(
    {
      title: listing.title,
      description: listing.description,
      category: listing.category,
      condition: listing.condition,
      priceCents: listing.priceCents ?? null,
      currency: listing.currency,
      value: known.value,
      offered: { kind: listing.kind, price: listing.priceMeaning },
      shipping: listing.shippingCents === undefined ? null : 'possible',
      location: listing.location,
      photoCount: photosKnown ? photoCount : Math.max(2, photoCount),
      stockPhoto: null,
      photoReusedElsewhere: known.photoReuses,
      textReusedElsewhere: uses.filter((use) => use.id !== known.id && isElsewhere(listing, use)).length,
      seller: sellerFacts(listing.attributes, nowMs),
      postedAtMs: listing.postedAtMs ?? known.firstSeenAtMs,
      marketplaceHasPayment: marketplace?.terms.holdsPayment ?? null,
    },
    nowMs,
  )
  return risk.signals.length === 0 ? null : risk
}
