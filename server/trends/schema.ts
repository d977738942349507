import { z } from 'zod'
import { typedCurrencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import { categories, conditions } from '../model/listing-schema.ts'
import { saidSchema } from '../model/sentences/said.ts'

export const weeksMax = 104
/** An ended listing sold in time when it ended within this many days of its posting. */
export const sellThroughDays = 28

export const trendQuery = z.object({
  category: z.enum(categories).optional(),
  /** Words that all occur in title, brand, place or description; the last may be a beginning. */
  q: z.string().max(500).optional(),
  marketplace: z
    .string()
    .min(1)
    .max(100)
    .refine(isStorable, 'has characters that no marketplace has')
    .optional(),
  condition: z.enum(conditions).optional(),
  /** Left out: the most frequent one. */
  currency: typedCurrencySchema.optional(),
  weeks: z.coerce.number().int().min(1).max(weeksMax).default(26),
  /** What this rule looks for, instead of `q`, `category`, `marketplace` and `condition`. */
  ruleId: z.coerce.number().int().positive().optional(),
  /** Made-up listings instead of real ones. */
  demo: z.stringbool().default(false),
})
export type TrendQuery = z.output<typeof trendQuery>

const pricesSchema = z
  .object({
    count: z.number().int(),
    q1Cents: z.number().int(),
    medianCents: z.number().int(),
    q3Cents: z.number().int(),
  })
  .nullable()
export type Prices = z.output<typeof pricesSchema>

const figures = {
  /** Listings posted (or, lacking that, first seen). */
  newListings: z.number().int(),
  /** How many of them were found only a week or more after their posting. */
  foundLate: z.number().int(),
  /** What those of `newListings` ask that state a price in the currency. */
  asking: pricesSchema,
  /** Known sale prices, by when they were sold. */
  sold: pricesSchema,
  /** Listings found sold or gone, by when that was, and half of them after how many days. */
  ended: z.object({ count: z.number().int(), medianDays: z.number().nullable() }),
  /** Of the listings posted then, with those still for sale taken into account. */
  daysOnMarket: z.object({
    watched: z.number().int(),
    ended: z.number().int(),
    /** Half had ended by then (Kaplan–Meier); null = not yet. */
    medianDays: z.number().nullable(),
    /** The longest that one of them was watched. */
    watchedDays: z.number(),
  }),
  sellThrough: z.object({
    /** Share of the listings posted then that ended within 28 days, 0–1; null = not known (yet). */
    share: z.number().nullable(),
    /** False while some of them are younger than 28 days. */
    complete: z.boolean(),
    endedInTime: z.number().int(),
    watched: z.number().int(),
  }),
}

export const trendWeekSchema = z.object({
  /** ISO 8601, UTC. */
  week: z.string(),
  startsAt: z.iso.datetime(),
  /** The week is not over yet. */
  partial: z.boolean(),
  ...figures,
})
export type TrendWeek = z.output<typeof trendWeekSchema>

export const trendSchema = z.object({
  /** Of all prices in this answer; null = no listing states one. */
  currency: z.string().nullable(),
  demo: z.boolean(),
  /** All weeks together; sell-through of the weeks that are complete. */
  overall: z.object(figures),
  /** Oldest first, weeks without listings too. */
  weeks: z.array(trendWeekSchema),
  /** Listings in other currencies, which nothing above counts. */
  otherCurrencies: z.array(z.object({ currency: z.string(), count: z.number().int() })),
  /** Marketplaces whose terms forbid using their listings for this. */
  leftOut: z.array(z.object({ marketplace: z.string(), count: z.number().int() })),
  /** Prices typed because a form wanted one. */
  placeholders: z.number().int(),
  /** More listings fitted than are looked at; the oldest were left out. */
  truncated: z.boolean(),
  /** What to know before trusting the figures, in sentences. */
  notes: z.array(z.string()),
  notesSaid: z.array(saidSchema),
})
export type Trend = z.output<typeof trendSchema>
