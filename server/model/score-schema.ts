import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import type { Units } from '../core/units.ts'
import { type Category, type Condition, categories, type PriceBasis } from './listing-schema.ts'
import type { Said } from './sentences/said.ts'

/** A priced observation used as evidence. */
export interface Comp {
  listingId: number
  title: string
  category: Category
  condition: Condition | null
  priceCents: number
  currency: string
  basis: PriceBasis
  /** When it was posted or, lacking that, first seen; epoch ms. */
  observedAtMs: number
  /** See `voiceOf`; left out = not told. */
  voice?: number
  /** For whose values alone it is evidence; left out = for everybody's. */
  ownerId?: number
}

/** Low / mid / high of what comparable listings ask (or sold for), 10th, 50th and 90th percentile after trimming. */
export interface FairValue {
  lowCents: number
  midCents: number
  highCents: number
  currency: string
  /** Comps used. */
  count: number
  basis: PriceBasis | 'mixed'
  /** `similar` = same category and similar title; `category` = only the same category (weak). */
  method: 'similar' | 'category'
  /** How far the middle is to be trusted, 0–1: by how many comps there are, how alike and how much they agree. */
  confidence: number
  oldestAtMs: number
  newestAtMs: number
  /** The most similar comps first, at most 12. */
  compIds: number[]
  /** Where the prices of eight of ten of those behind it are, as they were seen; left out in values from before it was told. */
  compsLowCents?: number
  compsHighCents?: number
}

export const scorePartNames = [
  'price',
  'profit',
  'condition',
  'recency',
  'distance',
  'photos',
  'keyword',
] as const
export type ScorePartName = (typeof scorePartNames)[number]

/** Most points of each part; whole numbers that add up to 100. */
export type ScoreWeights = Readonly<Record<ScorePartName, number>>

/** Tables of weights that have a name; what is in them: weights.ts and docs/deal-score.md. */
export const weightPresetNames = ['balanced', 'bargain', 'flipper', 'collector'] as const
export type WeightPresetName = (typeof weightPresetNames)[number]

const weight = z
  .number({ error: 'a whole number from 0 to 100' })
  .int('a whole number from 0 to 100')
  .min(0, 'not below 0')
  .max(100, 'not above 100')
  .default(0)

/** What a person wants of a good deal: the name of a table, or points of their own (left out = 0). */
export const scoreWeightsSchema = z.union(
  [
    z.enum(weightPresetNames),
    z
      .strictObject({
        price: weight,
        profit: weight,
        condition: weight,
        recency: weight,
        distance: weight,
        photos: weight,
        keyword: weight,
      } satisfies Record<ScorePartName, unknown>)
      .superRefine((own, ctx) => {
        const sum = scorePartNames.reduce((total, name) => total + own[name], 0)
        if (sum !== 100)
          ctx.addIssue({ code: 'custom', message: `the points must add up to 100; these add up to ${sum}` })
      }),
  ],
  {
    error: `either one of ${weightPresetNames.join(', ')}, or whole numbers for ${scorePartNames.join(', ')} that add up to 100`,
  },
)
export type ScoreWeightsChoice = z.output<typeof scoreWeightsSchema>

/** With one sentence for a person, with its figures. */
export interface ScorePart extends Said {
  name: ScorePartName
  points: number
  /** 0 where nothing can be said: such a part's points are shared by the others. */
  pointsMax: number
}

export interface DealScore {
  /** 0–100, the sum of the parts' points. */
  total: number
  parts: ScorePart[]
}

/** What the deal score looks at. */
export interface ScoreSubject {
  /** null = no price stated. */
  priceCents: number | null
  shippingCents: number | null
  currency: string
  condition: Condition | null
  /** Posted or, lacking that, first seen; epoch ms. */
  postedAtMs: number
  photoCount: number
  /** From the place that matters to the person; null = unknown or no place given. */
  distanceKm: number | null
  /** Share (0–1) of the wanted words that stand in the title rather than only in the description; null = no words wanted. */
  keywordMatch: number | null
  value: FairValue | null
  /** 0–1: how sure it is that the thing itself is offered, and for this price; left out = certain. */
  offered?: number
  /** What the pick-up costs; left out = the way is not counted. */
  travel?: TravelCost | null
  /** How its distance is written; left out = both ways. */
  units?: Units
  /** What selling it again should bring (`resaleOf` in profit.ts); null = unknown; left out = nobody asks. */
  resale?: Resale | null
}

const cents = z.number().int().min(0).max(1e13)
const basisPoints = z.number().int().min(0).max(10_000)
const text = (max: number) =>
  z.string().trim().min(1, 'is empty').max(max).refine(isStorable, 'has characters that cannot be stored')

const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'two letters of a country such as US, GB or DE')

/** What a kilometre of the way costs a person, minor units; a tenth of one is the finest. */
export const travelCostSchema = z.strictObject({
  centsPerKm: z.number().min(0).max(1e6).multipleOf(0.1),
  currency: currencySchema,
})
export type TravelCost = z.output<typeof travelCostSchema>

/** The preferred one first: more people see what is shipped. */
export const deliveries = ['shipped', 'local'] as const
export type Delivery = (typeof deliveries)[number]

/**
 * What a marketplace takes of a sale: parts of the price by bands, an amount per order, what it charges for the
 * payment. `…Bps` are hundredths of a percent.
 */
export const feeRowSchema = z.strictObject({
  /** Id of the marketplace; it need not be one that is scanned. */
  marketplace: text(100),
  /** Empty = every category that no other row names. */
  categories: z.array(z.enum(categories)).max(categories.length).default([]),
  delivery: z.enum(deliveries),
  currency: currencySchema,
  /** Part of the price within each band, from the lowest up; the last band has no end (null). */
  bands: z
    .array(z.strictObject({ upToCents: cents.nullable(), bps: basisPoints }))
    .min(1)
    .max(10)
    .refine(
      (bands) =>
        bands.every(({ upToCents }, i) =>
          i === bands.length - 1
            ? upToCents === null
            : upToCents !== null && upToCents > (bands[i - 1]?.upToCents ?? 0),
        ),
      'bands must rise, and only the last one has no end (null)',
    ),
  /** Whether a band's part applies to what of the price lies in it, or to the whole price that ends in it. */
  bandsApply: z.enum(['to-the-part', 'to-the-whole']).default('to-the-part'),
  /** Per order, added to the bands. */
  orderCents: cents.default(0),
  /** Orders up to this price pay another amount per order. */
  smallOrder: z.strictObject({ upToCents: cents, orderCents: cents }).nullable().default(null),
  /** Sales below this price pay a flat amount instead of everything above. */
  flatBelow: z.strictObject({ priceCents: cents, feeCents: cents }).nullable().default(null),
  /** Bounds of all of the above; the payment is apart. */
  feeCentsMin: cents.default(0),
  feeCentsMax: cents.nullable().default(null),
  payment: z.strictObject({ bps: basisPoints, fixedCents: cents }).default({ bps: 0, fixedCents: 0 }),
  /** The first day of sales that it counts for, until a later row of the same kind does; null = since ever. */
  validFrom: z.iso.date('a day such as 2026-11-30').nullable().default(null),
  /** Of sellers there alone, two letters of ISO 3166; null = wherever they are. */
  country: countrySchema.nullable().default(null),
  /** Where the figures were read, an address or words, and on which day; null = the table's, and nobody said. */
  source: text(500).nullable().default(null),
  readOn: z.iso.date('a day such as 2026-11-30').nullable().default(null),
})
export type FeeRow = z.output<typeof feeRowSchema>
/** A row as it is counted with. */
const countedFeeRowSchema = feeRowSchema.extend({
  /** The person's own: it goes before every default. */
  isOwn: z.literal(true).optional(),
})
export type CountedFeeRow = z.output<typeof countedFeeRowSchema>
/** A row as a marketplace declares it; what it leaves out is as in `feeRowSchema`, shipped, in USD and free. */
export type DeclaredFee = Partial<Omit<FeeRow, 'marketplace'>>

/** Rows that a person may have of their own. */
export const feeRowsMax = 500

const ownFeeTableSchema = z.strictObject({
  /** When and where the figures were found, for the person who relies on them. */
  asOf: text(100),
  source: text(500),
  rows: z.array(feeRowSchema).max(feeRowsMax),
})
export const feeTableSchema = ownFeeTableSchema.extend({ rows: z.array(countedFeeRowSchema).max(1000) })
export type FeeTable = z.output<typeof feeTableSchema>

/** How a person sells; `mergeSettings` lays what they changed over the defaults. */
export const sellingSettingsSchema = z.strictObject({
  fees: feeTableSchema,
  /** Where things that can be shipped are sold again, and where the others are. */
  resaleMarketplace: text(100),
  localMarketplace: text(100),
  /** From where the person sells, two letters of ISO 3166; null = not told: what is taken there alone does not count. */
  country: countrySchema.nullable(),
  /** Of the amounts below. */
  currency: currencySchema,
  /** What shipping one costs the seller; null = too bulky to ship, sold locally. */
  outboundShippingCents: z.partialRecord(z.enum(categories), cents.nullable()),
  /** For the categories that the table above lacks. */
  outboundShippingCentsElse: cents.nullable(),
  /** Within how many days a thing should be sold. */
  sellWithinDays: z.number().int().min(1).max(365),
})
export type SellingSettings = z.output<typeof sellingSettingsSchema>

/** What a person changed of the settings; see `mergeSettings`. */
export const ownSellingSettingsSchema = z
  .strictObject({ ...sellingSettingsSchema.partial().shape, fees: ownFeeTableSchema.partial().optional() })
  .refine((own) => own.currency === undefined || own.outboundShippingCentsElse !== undefined, {
    path: ['outboundShippingCentsElse'],
    message: 'is needed with a currency: what shipping costs in it, or null to sell locally',
  })
  .meta({ example: { sellWithinDays: 30 } })
export type OwnSellingSettings = z.output<typeof ownSellingSettingsSchema>

/** What selling a thing again should bring; amounts in minor units, expected values (a sale that may not come). */
export interface Resale {
  /** Proceeds − fees − shipping, each times the chance of the sale. */
  netCents: number
  currency: string
}

export interface ProfitTerm extends Said {
  name: 'resale' | 'fees' | 'outbound-shipping' | 'purchase'
  /** Negative = it costs. */
  cents: number
}

/** What buying a thing to sell it again should bring. */
export interface FlipProfit {
  /** The sum of the terms. */
  profitCents: number
  currency: string
  /** Profit in whole percent of what it costs; null when it costs nothing. */
  roiPercent: number | null
  /** The profit if it does sell. */
  profitIfSoldCents: number
  /** Chance of a sale within `sellWithinDays`, hundredths of a percent. */
  sellThroughBps: number
  sellWithinDays: number
  marketplace: string
  delivery: Delivery
  terms: ProfitTerm[]
}
