import { z } from 'zod'
import { idsInQuery } from '../../../core/id-param.ts'
import { typedCurrencySchema } from '../../../core/money.ts'
import { isStorable } from '../../../core/text.ts'
import { categories, conditions, priceBases } from '../../../model/listing-schema.ts'
import { saidSchema, saidShape } from '../../../model/sentences/said.ts'

const text = (unitsMax: number) =>
  z.string().max(unitsMax).refine(isStorable, 'has characters that no text has')

/** As many as a value is ever made of. */
export const compsShownMax = 256
const excludedMax = 100

/** What a person asks about; everything but the title may be left out. */
export const valueQuerySchema = z.object({
  title: text(1000),
  /** In any words: "like new", "gut", "Used - Good". */
  condition: text(200).optional(),
  /** Inferred from the title where left out. */
  category: z.enum(categories).optional(),
  /** Default: that of the price, else the one that most comparables are in. */
  currency: typedCurrencySchema.optional(),
  brand: text(200).optional(),
  /** What is asked for it, in whole units: `120`, `149.50`, `€120`. */
  price: text(60).optional(),
  description: text(100_000).optional(),
  /** Where it is offered; what is asked for a thing differs by marketplace. */
  marketplace: text(100).optional(),
  /** The site's own category name or path. */
  siteCategory: text(500).optional(),
  /** The level that is wanted; default: what sales fetch where enough are known, else what is asked. */
  basis: z.enum(priceBases).optional(),
  /** By the demo's made-up listings instead of the real ones. */
  demo: z.stringbool().default(false),
  /** Listings that are no evidence, so that one can see how much the value hangs on them: `exclude=17,40`. */
  exclude: idsInQuery(excludedMax).default([]),
  /** How many of the comparables are shown, those that weigh most. */
  compsMax: z.coerce.number().int().min(0).max(compsShownMax).default(20),
})

/** The same with what only JSON can say. */
export const valueInputSchema = z
  .strictObject({
    ...valueQuerySchema.shape,
    price: z.union([z.number().min(0).max(1e11).transform(String), text(60)]).optional(),
    attributes: z
      .record(text(100), text(1000))
      .refine((own) => Object.keys(own).length <= 200, 'at most 200')
      .optional(),
    demo: z.boolean().default(false),
    exclude: z.array(z.number().int().positive().max(Number.MAX_SAFE_INTEGER)).max(excludedMax).default([]),
    compsMax: z.number().int().min(0).max(compsShownMax).default(20),
  })
  .meta({ example: { title: 'Trek Domane AL 2 54 cm', condition: 'good', price: '450', currency: 'USD' } })
export type ValueInput = z.output<typeof valueInputSchema>

const moment = z.iso.datetime().nullable()

/** What the words were taken for; unknown is null. */
export const understoodSchema = z.object({
  category: z.enum(categories),
  categoryFrom: z.enum(['given', 'inferred', 'unknown']),
  condition: z.enum(conditions).nullable(),
  brand: z.string().nullable(),
  model: z.string().nullable(),
  generation: z.string().nullable(),
  size: z.string().nullable(),
  storageGb: z.number().nullable(),
  year: z.number().nullable(),
  material: z.string().nullable(),
  quantity: z.number(),
  /** "the thing itself", "an accessory", "broken or for parts", "a lot", "wanted, not offered", … */
  kind: z.string(),
  sentence: z.string(),
  ...saidShape,
})
export type Understood = z.output<typeof understoodSchema>

export const valuedCompSchema = z.object({
  listingId: z.number().int(),
  title: z.string(),
  url: z.string(),
  marketplace: z.string(),
  priceCents: z.number().int(),
  currency: z.string(),
  condition: z.enum(conditions).nullable(),
  basis: z.enum(priceBases),
  postedAt: moment,
  ageDays: z.number().int(),
  /** Similarity of the titles, 0–1. */
  similarity: z.number(),
  /** Its part of the weight of all comparables, 0–1. */
  weightShare: z.number(),
  /** Its price carried over to what was asked about. */
  adjustedCents: z.number().int(),
  /** Why the two differ: "128 GB instead of 256 GB; good instead of fair; with other details +17 %". */
  adjustments: z.string(),
})
export type ValuedComp = z.output<typeof valuedCompSchema>

/** How far a value is to be trusted, most first. */
export const surenesses = ['quite-sure', 'fairly-sure', 'rough-guide', 'guess'] as const
export type Sureness = (typeof surenesses)[number]

export const openDetailNames = [
  'brand',
  'model',
  'storage',
  'generation',
  'year',
  'size',
  'condition',
] as const
export const openDetailSchema = z.object({
  detail: z.enum(openDetailNames),
  options: z.array(
    z.object({
      /** To be added to the title, as `64GB`; of `condition` one that the question may name. */
      value: z.string(),
      /** Comparables of which it is told. */
      count: z.number().int(),
    }),
  ),
})
export type OpenDetail = z.output<typeof openDetailSchema>

export const valueAnswerSchema = z.object({
  value: z
    .object({
      lowCents: z.number().int(),
      midCents: z.number().int(),
      highCents: z.number().int(),
      currency: z.string(),
      basis: z.enum([...priceBases, 'mixed']),
      method: z.enum(['similar', 'category']),
      count: z.number().int(),
      oldestAt: z.iso.datetime(),
      newestAt: z.iso.datetime(),
      confidence: z.number(),
      /** The same in words. */
      sureness: z.enum(surenesses),
    })
    .nullable(),
  /** The value in a sentence, or why there is none and what would help. */
  reason: z.string(),
  reasonSaid: saidSchema,
  understood: understoodSchema,
  /** The ones that weigh most, heaviest first; at most `compsMax`. */
  comps: z.array(valuedCompSchema),
  /** What was not told and the comparables differ in: told, the value is of fewer things. The most telling first. */
  openDetails: z.array(openDetailSchema),
  /** What sales fetch of what is asked; null = too few of either are known. */
  saleRatio: z.object({ ratio: z.number(), sentence: z.string(), ...saidShape }).nullable(),
  /** Of the price that was given; null = none was. */
  price: z
    .object({
      priceCents: z.number().int(),
      currency: z.string(),
      /** Whole percent above (below: negative) the middle; null without a value. */
      percentFromMid: z.number().int().nullable(),
      sentence: z.string(),
      ...saidShape,
    })
    .nullable(),
  /** What should be known beside the value. */
  notes: z.array(z.string()),
  notesSaid: z.array(saidSchema),
})
export type ValueAnswer = z.output<typeof valueAnswerSchema>

export const valueBinSchema = z.object({
  fromCents: z.number().int(),
  /** Not in it any more. */
  toCents: z.number().int(),
  count: z.number().int(),
  /** What its comparables weigh of all, 0–1. */
  weightShare: z.number(),
})
export type ValueBin = z.output<typeof valueBinSchema>

/** Listings that a person strikes out as comparables: `exclude=17,40`. */
export const listingValueQuery = z.object({ exclude: idsInQuery(excludedMax).default([]) })

/** What a listing is worth without what was struck out. */
export const listingValueSchema = z.object({
  ...valueAnswerSchema.pick({ value: true, reason: true, reasonSaid: true, price: true }).shape,
  /** All that the value rests on, heaviest first. */
  comps: z.array(
    valuedCompSchema.extend({
      /** From where the listing is; null = one of the two is nowhere. */
      distanceKm: z.number().nullable(),
    }),
  ),
  /** How `adjustedCents` of the comparables are spread, lowest first. */
  bins: z.array(valueBinSchema),
})
export type ListingValue = z.output<typeof listingValueSchema>
