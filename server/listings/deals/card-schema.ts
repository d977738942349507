import { z } from 'zod'
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
