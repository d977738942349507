import { z } from 'zod'
import { currencySchema } from '../core/money.ts'

/** Best first; `parts` is sold as broken or for parts. */
export const conditions = ['new', 'like-new', 'excellent', 'good', 'fair', 'poor', 'for-parts'] as const
export type Condition = (typeof conditions)[number]

/** One small taxonomy for every marketplace. */
export const categories = [
  'phones',
  'computers',
  'tablets',
  'cameras',
  'audio',
  'tv-video',
  'games',
  'electronics',
  'furniture',
  'appliances',
  'home',
  'garden',
  'tools',
  'bikes',
  'cars',
  'motorcycles',
  'vehicle-parts',
  'boats-rv',
  'clothing',
  'shoes',
  'bags',
  'jewelry',
  'watches',
  'beauty',
  'sports',
  'toys',
  'baby',
  'pets',
  'books',
  'music',
  'instruments',
  'collectibles',
  'art',
  'office',
  'business',
  'housing',
  'services',
  'jobs',
  'tickets',
  'free',
  'other',
] as const
export type Category = (typeof categories)[number]

export const listingStates = ['active', 'pending', 'sold', 'gone'] as const
export type ListingState = (typeof listingStates)[number]

/** `sold` prices are evidence of a sale; everything else is `asking`. */
export const priceBases = ['asking', 'sold'] as const
export type PriceBasis = (typeof priceBases)[number]

/**
 * What an adapter or an import saw of one thing for sale, in the site's own words.
 * An absent field means "this view does not show it" and never erases what another view gave.
 */
export interface SeenListing {
  externalId: string
  title: string
  url: string
  /** Minor units; 0 = free; null = the page states no price; absent = this view does not show prices. */
  priceCents?: number | null
  /** ISO 4217, upper case. */
  currency?: string
  shippingCents?: number | null
  /** The seller's own amount where the site converted it. */
  originalPriceCents?: number
  originalCurrency?: string
  description?: string
  /** The site's words ("like new", "Used"); recognised later. */
  condition?: string
  /** The site's own category name or path. */
  siteCategory?: string
  brand?: string
  location?: string
  lat?: number
  lon?: number
  /** ISO 8601 with zone. */
  postedAt?: string
  imageUrls?: string[]
  buyingFormat?: 'fixed-price' | 'auction' | 'best-offer' | 'classified'
  /** End of an auction, ISO 8601. */
  endsAt?: string
  bidCount?: number
  /** The price is that of the cheapest variation of a group. */
  variations?: boolean
  state?: ListingState
  basis?: PriceBasis
  /** Id of an earlier posting of the same thing on the same site, where the site tells. */
  repostOf?: string
  /** Further facts as the site names them. */
  attributes?: Record<string, string>
  /**
   * A stub: somebody shared the address, with whatever words came along as its title. It makes a listing known and
   * fills gaps; what a page or a mail of the site has shown stays as it is.
   */
  stub?: true
  /**
   * It was deleted at the site, which asks that nothing of it is kept: what was known of it goes, but for its id, address and
   * price history. A listing that was never seen does not come to be by it.
   */
  erased?: true
}

/**
 * Name of an attribute that adapters give to what a shop offers new: its price says nothing of what such things cost used,
 * so it is no comparable.
 */
export const retailAttribute = 'offered new by a shop'

export const seenListingSchema = z.object({
  externalId: z.string().min(1).max(300),
  title: z.string().min(1).max(1000),
  url: z.url().max(4000),
  priceCents: z.number().int().min(0).max(1e13).nullish(),
  currency: currencySchema.optional(),
  shippingCents: z.number().int().min(0).max(1e13).nullish(),
  originalPriceCents: z.number().int().min(0).max(1e13).optional(),
  originalCurrency: currencySchema.optional(),
  description: z.string().max(100_000).optional(),
  condition: z.string().max(200).optional(),
  siteCategory: z.string().max(500).optional(),
  brand: z.string().max(200).optional(),
  location: z.string().max(500).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  postedAt: z.iso.datetime({ offset: true }).optional(),
  imageUrls: z.array(z.url().max(4000)).max(100).optional(),
  buyingFormat: z.enum(['fixed-price', 'auction', 'best-offer', 'classified']).optional(),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  bidCount: z.number().int().min(0).optional(),
  variations: z.boolean().optional(),
  state: z.enum(listingStates).optional(),
  basis: z.enum(priceBases).optional(),
  repostOf: z.string().max(300).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  stub: z.literal(true).optional(),
  erased: z.literal(true).optional(),
}) satisfies z.ZodType<SeenListing>
