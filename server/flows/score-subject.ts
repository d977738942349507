import { noCurrency } from '../core/money.ts'
import { distanceKm } from '../core/places.ts'
import type { Units } from '../core/units.ts'
import type { MergedListing } from '../listings/merge.ts'
import type { ValuedListing } from '../listings/valued-listing.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import type { Resale, ScoreSubject, TravelCost } from '../model/score-schema.ts'

/** Who looks at a deal, as far as its score is concerned. */
export interface Viewer {
  /** Where from; null = not known. */
  place: { lat: number; lon: number } | null
  /** 0–1, how much of the words that are looked for it has; null = none are. */
  keywordShare: number | null
  /** What the way there costs; null = not counted. */
  travel: TravelCost | null
  /** How distances are written for them; left out = both ways. */
  units?: Units
  /** What selling it again should bring; left out = not asked for. */
  resale?: Resale | null | undefined
}

/** What the deal score looks at, as somebody sees it. */
export function scoreSubject(
  { listing, firstSeenAtMs, value }: Pick<ValuedListing, 'listing' | 'firstSeenAtMs' | 'value'>,
  { place, keywordShare, travel, units, resale }: Viewer,
): ScoreSubject {
  const currency = listing.currency ?? noCurrency
  return {
    priceCents: meantPriceCents(listing.priceCents, currency),
    shippingCents: listing.shippingCents ?? null,
    currency,
    condition: listing.condition,
    postedAtMs: listing.postedAtMs ?? firstSeenAtMs,
    photoCount: listing.imageUrls.length,
    distanceKm:
      place && listing.lat !== null && listing.lon !== null
        ? distanceKm(place, { lat: listing.lat, lon: listing.lon })
        : null,
    keywordMatch: keywordShare,
    value,
    offered: offeredOf(listing),
    travel,
    ...(units !== undefined && units !== 'both' && { units }),
    ...(resale !== undefined && { resale }),
  }
}

/** How sure it is that what a listing is read as is offered, and for its price. */
function offeredOf({ kind, kindProbability, thingProbability, priceMeaning }: MergedListing): number {
  if (priceMeaning !== 'asked' && priceMeaning !== 'free') return 0
  return kind === 'thing' ? thingProbability : kindProbability
}
