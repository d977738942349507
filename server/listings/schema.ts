import { z } from 'zod'
import { categories, conditions, listingStates, priceBases } from '../model/listing-schema.ts'
import { offerKinds, priceMeanings } from '../model/offer/kinds.ts'
import { riskLevels } from '../model/risk.ts'
import { deliveries } from '../model/score-schema.ts'
import { saidSchema, saidShape } from '../model/sentences/said.ts'

const moment = z.iso.datetime().nullable()

export const fairValueSchema = z.object({
  lowCents: z.number().int(),
  midCents: z.number().int(),
  highCents: z.number().int(),
  currency: z.string(),
  count: z.number().int(),
  basis: z.enum(['asking', 'sold', 'mixed']),
  method: z.enum(['similar', 'category']),
  /** How far the middle is to be trusted, 0–1; null = valued before it was told. */
  confidence: z.number().nullable(),
  oldestAt: z.iso.datetime(),
  newestAt: z.iso.datetime(),
})

/** Of a listing's page, as copied. */
export const addressQuery = z.object({ address: z.string().trim().min(1).max(4000) })
export const foundListingSchema = z
  .object({ id: z.number().int(), title: z.string() })
  .meta({ example: { id: 17, title: 'Trek Domane AL 2, 54 cm' } })

export const listingSchema = z.object({
  id: z.number().int(),
  marketplace: z.string(),
  externalId: z.string(),
  title: z.string(),
  url: z.string(),
  /** What is offered, how sure that is (0–1), and what told so. */
  kind: z.enum(offerKinds),
  kindProbability: z.number(),
  kindWords: z.array(z.string()),
  /** What the price means; only `asked` is a price for the thing. */
  priceMeaning: z.enum(priceMeanings),
  priceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  shippingCents: z.number().int().nullable(),
  condition: z.enum(conditions).nullable(),
  category: z.enum(categories),
  brand: z.string().nullable(),
  location: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  distanceKm: z.number().nullable(),
  imageUrls: z.array(z.string()),
  buyingFormat: z.string().nullable(),
  endsAt: moment,
  /** The price is that of the cheapest variation. */
  variations: z.boolean(),
  state: z.enum(listingStates),
  basis: z.enum(priceBases),
  postedAt: moment,
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** 0–100 for whoever asks, as of `scoredAt`: the moment of the list's first page. */
  score: z.number().int(),
  scoredAt: z.iso.datetime(),
  /** What the score says most of, in words: how far below its value, how sure that is, and what else speaks for it; null = unknown. */
  reason: z.string().nullable(),
  /** The same for other languages. */
  reasonSaid: saidSchema.nullable(),
  value: fairValueSchema.nullable(),
  /** Signs of a swindle, 0–100; it stands beside the score and is no part of it. */
  risk: z.object({ score: z.number().int(), level: z.enum(riskLevels) }),
  /** Only you see it: it is of a feed or file of your own. */
  personal: z.boolean(),
  /** Made up by the demo: not for sale. */
  demo: z.boolean(),
})
export type ListingView = z.output<typeof listingSchema>

export const listingDetailSchema = listingSchema.extend({
  description: z.string().nullable(),
  conditionText: z.string().nullable(),
  siteCategory: z.string().nullable(),
  originalPriceCents: z.number().int().nullable(),
  originalCurrency: z.string().nullable(),
  bidCount: z.number().int().nullable(),
  repostOf: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  priceHistory: z.array(
    z.object({
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      seenAt: z.iso.datetime(),
    }),
  ),
  /** What the value rests on, most alike first. */
  comps: z.array(
    z.object({
      id: z.number().int(),
      title: z.string(),
      url: z.string(),
      marketplace: z.string(),
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      condition: z.enum(conditions).nullable(),
      basis: z.enum(priceBases),
      postedAt: moment,
    }),
  ),
  /** What the risk rests on, strongest first. */
  riskSignals: z.array(
    z.object({ name: z.string(), weight: z.number(), sentence: z.string(), ...saidShape }),
  ),
  /** The score's parts; they add up to `score`. */
  scoreParts: z.array(
    z.object({
      name: z.string(),
      points: z.number().int(),
      pointsMax: z.number().int(),
      sentence: z.string(),
      ...saidShape,
    }),
  ),
  /** What buying it to sell it again should bring, by your settings; null = unknown, see `profitUnknown`. */
  flipProfit: z
    .object({
      /** Expected: the chance of the sale is in it. The sum of the terms. */
      profitCents: z.number().int(),
      currency: z.string(),
      /** Of what it costs, whole percent; null when it costs nothing. */
      roiPercent: z.number().int().nullable(),
      profitIfSoldCents: z.number().int(),
      /** Hundredths of a percent. */
      sellThroughBps: z.number().int(),
      sellWithinDays: z.number().int(),
      /** What that chance rests on. */
      sellThroughSentence: z.string(),
      sellThroughSaid: saidSchema,
      /** Where it would be sold. */
      marketplace: z.string(),
      delivery: z.enum(deliveries),
      terms: z.array(
        z.object({ name: z.string(), cents: z.number().int(), sentence: z.string(), ...saidShape }),
      ),
    })
    .nullable(),
  /** Why there is no profit, in a sentence. */
  profitUnknown: z.string().nullable(),
  profitUnknownSaid: saidSchema.nullable(),
  /** The listings that are the same thing, this one among them; null = it is in no cluster. */
  cluster: z.object({ id: z.number().int(), size: z.number().int(), summary: z.string() }).nullable(),
})
export type ListingDetail = z.output<typeof listingDetailSchema>
