import type {
  Category,
  Condition,
  ListingState,
  PriceBasis,
  SeenListing,
} from '../../model/listing-schema.ts'
import type { OfferKind, PriceMeaning } from '../../model/offer/kinds.ts'

/** What a listing offers, read from its facts: never seen, always derived (docs/kinds.md). */
export interface OfferFacts {
  kind: OfferKind
  /** Of `kind`, and of the thing itself being offered: 0–1 in thousandths. */
  kindProbability: number
  thingProbability: number
  /** What decided; empty where it is the thing. */
  kindWords: string[]
  priceMeaning: PriceMeaning
}

/**
 * A sighting, checked and in our words, ready for merging and storage. null = unknown in this view.
 * Where "not shown" and "shown as none" differ, undefined is the former: a price (null = the page states none),
 * and `state` and `basis`, which a view may leave open.
 */
export interface NormalizedListing extends OfferFacts {
  marketplace: string
  externalId: string
  title: string
  /** http(s), or `urn:deal-scout:import:…` for an imported row without an address: not a link. */
  url: string
  /** Minor units; 0 = free; null = the page states no price; undefined = this view shows none. */
  priceCents: number | null | undefined
  currency: string | null
  shippingCents: number | null | undefined
  originalPriceCents: number | null
  originalCurrency: string | null
  description: string | null
  condition: Condition | null
  /** The site's words, kept for the detail view and for re-recognition. */
  conditionText: string | null
  category: Category
  categoryFrom: 'site' | 'title' | null
  siteCategory: string | null
  brand: string | null
  location: string | null
  lat: number | null
  lon: number | null
  /** `place` = looked up from the location's text, so only as exact as a town. */
  coordinatesFrom: 'site' | 'place' | null
  postedAtMs: number | null
  /** Best first; empty = this view shows none. */
  imageUrls: string[]
  buyingFormat: NonNullable<SeenListing['buyingFormat']> | null
  endsAtMs: number | null
  bidCount: number | null
  variations: boolean | null
  state: ListingState | undefined
  basis: PriceBasis | undefined
  repostOf: string | null
  attributes: Record<string, string>
  observedAtMs: number
}

/** A sighting before it is merged. */
export interface Sighting extends NormalizedListing {
  /** As `SeenListing` has it; says how it is merged and is not stored. */
  stub?: true
  /** The same. */
  erased?: true
}
