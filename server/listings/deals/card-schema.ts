import { z } from 'zod'
import { idsInQuery } from '../../core/id-param.ts'
import { markSchema } from '../marks/mark-schema.ts'
import { listingSchema } from '../schema.ts'

/** A listing as a card shows it, to whom asks. */
export const dealSchema = listingSchema.extend({
  /** The listings that are the same thing; null = it is in no cluster. */
  cluster: z
    .object({
      id: z.int(),
      size: z.int(),
      marketplaces: z.array(z.string()),
      /** Of those that are for sale, in the listing's own currency; null = none. */
      lowestPriceCents: z.int().nullable(),
    })
    .nullable(),
  /** With shipping, or the way there and back as your profile has it; in `currency`. null = no price is meant. */
  landedCents: z.int().nullable(),
  /** What buying it to sell it again should bring, by your settings; in `currency`. null = unknown: the listing says why. */
  profitCents: z.int().nullable(),
  /** What was asked before, where that was another price. */
  previousPrice: z.object({ priceCents: z.int(), currency: z.string().nullable() }).nullable(),
  /** The first; pixels where it was looked at. */
  photo: z.object({ url: z.string(), width: z.int().nullable(), height: z.int().nullable() }).nullable(),
  /** The place is the middle of the town that it names: many lie on that one point. */
  isTownCentre: z.boolean(),
  /** You have not seen it. */
  isNew: z.boolean(),
  mark: markSchema,
})
export type DealView = z.output<typeof dealSchema>

/** What else of the kind is for sale, most alike first. */
export const similarSchema = z.object({ items: z.array(dealSchema) })

export const cardsMax = 100
export const cardsQuery = z.object({ ids: idsInQuery(cardsMax) })

/** Those that were named. */
export const cardsSchema = z.object({ items: z.array(dealSchema) })

/** How many there are of what is asked for; where `isCapped`, so many at least. */
const counted = { count: z.int(), isCapped: z.boolean() }
const facet = z.array(z.object({ value: z.string(), ...counted }))

/** Of each filter what its values would show beside the other filters, the most first. */
export const facetsSchema = z.object({
  total: z.object(counted),
  category: facet,
  marketplace: facet,
  condition: facet,
  risk: facet,
  mark: facet,
})
export type Facets = z.output<typeof facetsSchema>

/** More points are in no answer: it says how many there are. */
export const pointsMax = 10_000

const column = <Value extends z.ZodType>(value: Value) => z.array(value)

/** Points of a map, in columns: what has a place in each stands at the same place in all. */
export const pointsSchema = z
  .object({
    /** All that is there, whether or not it is among these points. */
    total: z.int(),
    /** There are more than these points, which are the best of them. */
    truncated: z.boolean(),
    /** What fits the filters and does not say where it is. */
    placeless: z.object(counted),
    id: column(z.int()),
    lat: column(z.number()),
    lon: column(z.number()),
    score: column(z.int()),
    priceCents: column(z.int().nullable()),
    currency: column(z.string().nullable()),
    /** Somewhere in the town in whose middle the point lies. */
    isTownCentre: column(z.boolean()),
  })
  .meta({
    example: {
      ...{ total: 23_456, truncated: true, placeless: { count: 12, isCapped: false } },
      ...{ id: [17], lat: [37.8044], lon: [-122.2712], score: [71], priceCents: [12_500], currency: ['USD'] },
      isTownCentre: [true],
    },
  })
export type Points = z.output<typeof pointsSchema>
