import { z } from 'zod'
import { mapBoxSchema } from '../../core/map-box.ts'
import { currencySchema } from '../../core/money.ts'
import { pageQuery } from '../../core/paging.ts'
import { isStorable } from '../../core/text.ts'
import { categories, conditions, listingStates } from '../../model/listing-schema.ts'
import { offerKinds } from '../../model/offer/kinds.ts'

export const dealOrders = ['score', 'price', 'newest', 'distance', 'discount', 'profit', 'ends'] as const
export type DealOrder = (typeof dealOrders)[number]

/** What a person has to do with listings. */
export const markStates = ['new', 'seen', 'hidden', 'contacted', 'bought'] as const
export type MarkState = (typeof markStates)[number]

const text = (max: number) =>
  z.string().max(max).refine(isStorable, 'has characters that no listing can have')

/** Several of a kind: separated by commas, or given more than once. */
function several<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .union([z.string().max(1000), z.array(z.string().max(200)).max(50)])
    .transform((given) => [given].flat().flatMap((part) => part.split(',').map((name) => name.trim())))
    .pipe(z.array(item).max(50))
    .transform((names) => [...new Set(names)])
}

const cents = z.coerce.number().int().min(0).max(1e13)
const flag = z.union([z.boolean(), z.stringbool()])

const filters = {
  /** Words that all occur in title, brand, place or description; the last may be a beginning. */
  q: text(500).optional(),
  category: several(z.enum(categories)).optional(),
  marketplace: several(text(100)).optional(),
  condition: several(z.enum(conditions)).optional(),
  /** Kinds of offer, separated by commas. */
  kind: several(z.enum(offerKinds)).optional(),
  demo: flag.optional(),
  priceCentsMin: cents.optional(),
  priceCentsMax: cents.optional(),
  scoreMin: z.coerce.number().int().min(0).max(100).optional(),
  currency: z.string().trim().toUpperCase().pipe(currencySchema).optional(),
  /** ZIP code or city, looked up offline. */
  near: text(200).optional(),
  /** Of `near`, else of home. */
  withinKm: z.coerce.number().positive().max(20_000).optional(),
}

export const listingQuery = pageQuery.extend({ ...filters, state: z.enum(listingStates).optional() })
export type ListingQuery = z.output<typeof listingQuery>

/** What of deals is asked for, whatever the order. */
export const dealFilterQuery = z.object({
  ...filters,
  /** Kinds of offer, separated by commas, or `any`; left out: things whose price is what is asked. */
  kind: several(z.enum([...offerKinds, 'any'])).optional(),
  /** `no` leaves out what is given away, `only` is the list of that alone. */
  free: z.enum(['no', 'only', 'also']).default('no'),
  /** With shipping, or the way there and back as your profile has it; in `currency`. */
  landedCentsMin: cents.optional(),
  landedCentsMax: cents.optional(),
  riskMax: z.coerce.number().int().min(0).max(100).optional(),
  /** Below the middle of its fair value. */
  discountPctMin: z.coerce.number().int().min(1).max(100).optional(),
  /** What buying it to sell it again should bring, by your settings; in `currency`. */
  profitCentsMin: z.coerce.number().int().min(-1e13).max(1e13).optional(),
  /** First seen then or later. */
  since: z.iso.datetime({ offset: true }).optional(),
  /** Only what says that it is in this part of a map: west,south,east,north in degrees; over the date line west is the larger. */
  bbox: mapBoxSchema.optional(),
  /** What this rule of yours matched, and you did not dismiss. */
  ruleId: z.coerce.number().int().positive().optional(),
  /** Left out: all but what you have hidden. What you contacted or bought is shown when it is no longer for sale, too. */
  state: z.enum(markStates).optional(),
  /** `cluster` shows of listings that are one thing only the first in this order. */
  collapse: z.enum(['cluster']).optional(),
})
export type DealFilterQuery = z.output<typeof dealFilterQuery>

const sort = z.enum(dealOrders).default('score')

/** A table has no pages. */
export const dealsCsvQuery = dealFilterQuery.extend({
  sort,
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
})
export type DealsCsvQuery = z.output<typeof dealsCsvQuery>

export const dealQuery = pageQuery.extend({
  ...dealFilterQuery.shape,
  sort,
})
export type DealQuery = z.output<typeof dealQuery>
