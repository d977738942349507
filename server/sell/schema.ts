import { z } from 'zod'
import { typedCurrencySchema } from '../core/money.ts'
import { pageQuery } from '../core/paging.ts'
import { isStorable, oneLine } from '../core/text.ts'
import { categories, conditions, priceBases } from '../model/listing-schema.ts'
import { deliveries } from '../model/score-schema.ts'
import { saidSchema } from '../model/sentences/said.ts'
import { moneyKinds, moneySources, profitGroups } from './money-kinds.ts'
import { saleOrderSchema, shipmentSchema } from './orders/order-schema.ts'
import { asideReasons, itemStates, postStates, postVias, saleStates } from './states.ts'

const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorable, 'has characters that cannot be stored')
const line = (max: number) => z.string().overwrite(oneLine).pipe(text(max))
const cents = z.number().int().min(0).max(1e13)
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const day = z.iso.date()
const marketplace = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,49}$/,
    'a name such as ebay, facebook or flea-market: letters, digits and dashes',
  )
const url = z.url({ protocol: /^https?$/ }).max(4000)
const units = z.number().int().min(1).max(100_000)

const itemFields = {
  title: line(300),
  category: z.enum(categories),
  brand: line(100).nullable(),
  condition: z.enum(conditions).nullable(),
  /** What ads say of it, a line each: what it is like, what is wrong with it, what comes with it. */
  details: text(5000).nullable(),
  defects: text(5000).nullable(),
  included: text(5000).nullable(),
  /** For you alone. */
  note: text(5000).nullable(),
  /** How many of them you have, or had. */
  quantity: units,
  boughtOn: day.nullable(),
}

export const itemInputSchema = z
  .strictObject({
    /** The deal that you bought: what is left out of the rest is taken from it. */
    listingId: id.optional(),
    title: itemFields.title.optional(),
    category: itemFields.category.optional(),
    brand: itemFields.brand.optional(),
    condition: itemFields.condition.optional(),
    details: itemFields.details.default(null),
    defects: itemFields.defects.default(null),
    included: itemFields.included.default(null),
    note: itemFields.note.default(null),
    quantity: itemFields.quantity.default(1),
    /** Left out: today. */
    boughtOn: itemFields.boughtOn.optional(),
    /** What all of them cost, in `currency`; left out, what the deal asked. Null = you do not know. */
    costCents: cents.nullable().optional(),
    /** What bringing them home cost; left out, the shipping of the deal. */
    shippingInCents: cents.nullable().optional(),
    currency: typedCurrencySchema.optional(),
  })
  .refine(({ listingId, title }) => listingId !== undefined || title !== undefined, {
    path: ['title'],
    message: 'say what it is, or give the deal that you bought as listingId',
  })
  .refine(
    ({ costCents, shippingInCents, currency, listingId }) =>
      currency !== undefined || listingId !== undefined || (costCents == null && shippingInCents == null),
    { path: ['currency'], message: 'goes with an amount: USD, EUR, GBP …' },
  )
  .meta({ example: { title: 'Oak desk', category: 'furniture', costCents: 4000, currency: 'USD' } })
export type ItemInput = z.output<typeof itemInputSchema>

/** What is left out stays. */
export const itemPatchSchema = z
  .strictObject({ ...itemFields, aside: z.enum(asideReasons).nullable() })
  .partial()
  .meta({ example: { note: 'one drawer sticks' } })
export type ItemPatch = z.output<typeof itemPatchSchema>

export const postInputSchema = z
  .strictObject({
    marketplace,
    /** Its address there. */
    url: url.nullable().default(null),
    priceCents: cents.nullable().default(null),
    currency: typedCurrencySchema.nullable().default(null),
  })
  .refine(({ priceCents, currency }) => priceCents === null || currency !== null, {
    path: ['currency'],
    message: 'goes with a price: USD, EUR, GBP …',
  })
  .meta({ example: { marketplace: 'facebook', priceCents: 12000, currency: 'USD' } })
export type PostInput = z.output<typeof postInputSchema>

export const postPatchSchema = z
  .strictObject({
    url: url.nullable(),
    priceCents: cents.nullable(),
    currency: typedCurrencySchema.nullable(),
    /** It is taken down, or up again. */
    ended: z.boolean(),
    /** You looked: it still stands, or you moved it up. */
    stillThere: z.literal(true),
  })
  .partial()
  .meta({ example: { ended: true } })
export type PostPatch = z.output<typeof postPatchSchema>

export const saleInputSchema = z
  .strictObject({
    itemId: id,
    /** The post that sold it; left out, `marketplace` says where. */
    postId: id.optional(),
    marketplace: marketplace.optional(),
    /** The order's number there: the same one again is the same sale. */
    reference: line(200).nullable().default(null),
    quantity: units.default(1),
    /** What was paid for all of them, without shipping and tax. */
    priceCents: cents,
    currency: typedCurrencySchema,
    shippingPaidCents: cents.default(0),
    /** All that the marketplace took; left out, by your fees of that day. Null = you do not know. */
    feeCents: cents.nullable().optional(),
    delivery: z.enum(deliveries).default('shipped'),
    labelCents: cents.default(0),
    packagingCents: cents.default(0),
    /** Left out: today. */
    soldOn: day.optional(),
    state: z.enum(['awaiting-payment', 'paid', 'shipped', 'delivered', 'settled']).default('paid'),
    note: text(2000).nullable().default(null),
  })
  .refine(({ postId, marketplace }) => (postId === undefined) !== (marketplace === undefined), {
    path: ['marketplace'],
    message: 'say where it sold: marketplace, or the post that sold it as postId; one of the two',
  })
  .meta({
    example: { itemId: 1, marketplace: 'facebook', priceCents: 12000, currency: 'USD', delivery: 'local' },
  })
export type SaleInput = z.output<typeof saleInputSchema>

export const salePatchSchema = z
  .strictObject({
    state: z.enum(saleStates),
    /** With `refunded`: what went back; left out, all that was paid. */
    refundCents: cents,
    /** Of what is or becomes `refunded`: the thing came back and is in stock again. */
    returned: z.boolean(),
    note: text(2000).nullable(),
  })
  .partial()
  .meta({ example: { state: 'shipped' } })
export type SalePatch = z.output<typeof salePatchSchema>

export const moneyInputSchema = z
  .strictObject({
    /** A price comes with its sale alone. */
    kind: z.enum(moneyKinds).exclude(['item-price']),
    cents,
    currency: typedCurrencySchema,
    /** Left out: today. */
    onDate: day.optional(),
    itemId: id.nullable().default(null),
    /** Of one sale of it. */
    saleId: id.nullable().default(null),
    note: text(1000).nullable().default(null),
  })
  .meta({ example: { kind: 'supplies', cents: 1299, currency: 'USD', note: 'boxes' } })
export type MoneyInput = z.output<typeof moneyInputSchema>

export const itemQuery = pageQuery.extend({
  state: z.enum(itemStates).optional(),
  /** Letters of title, maker or SKU. */
  q: z.string().max(200).refine(isStorable, 'has characters that cannot be stored').optional(),
})
export type ItemQuery = z.output<typeof itemQuery>
export const saleQuery = pageQuery.extend({
  itemId: z.coerce.number().int().positive().optional(),
  state: z.enum(saleStates).optional(),
})
export type SaleQuery = z.output<typeof saleQuery>
export const moneyQuery = pageQuery.extend({ itemId: z.coerce.number().int().positive().optional() })
export type MoneyQuery = z.output<typeof moneyQuery>
export const periodQuery = z.object({ from: day.optional(), to: day.optional() })
export const profitQuery = periodQuery.extend({
  by: z.enum(profitGroups).default('month'),
  /** Of the sums in one currency; left out = yours. */
  currency: typedCurrencySchema.optional(),
})
export type ProfitQuery = z.output<typeof profitQuery>

const moment = z.iso.datetime()
const amount = z.number().int()

const sumsSchema = z.object({
  currency: z.string(),
  sales: amount,
  /** What buyers paid for things and their way; what is spent is negative below. */
  grossCents: amount,
  refundsCents: amount,
  /** Of what is sold. */
  costCents: amount,
  feesCents: amount,
  /** Labels and packaging. */
  shippingCents: amount,
  otherCents: amount,
  netCents: amount,
})

export const postSchema = z.object({
  id: amount,
  itemId: amount,
  marketplace: z.string(),
  url: z.string().nullable(),
  priceCents: amount.nullable(),
  currency: z.string().nullable(),
  /** As you told us: `end-asked` = it sold elsewhere, take it down. */
  state: z.enum(postStates),
  /** Who posts it and takes it down: you, or the program by the marketplace's API. */
  via: z.enum(postVias),
  listedAt: moment,
  /** When you last said that it still stands. */
  checkedAt: moment.nullable(),
  endAskedAt: moment.nullable(),
  endedAt: moment.nullable(),
})
export type PostView = z.output<typeof postSchema>

export const itemSchema = z.object({
  id: amount,
  /** What marketplaces know it by. */
  sku: z.string(),
  title: z.string(),
  category: z.enum(categories),
  brand: z.string().nullable(),
  condition: z.enum(conditions).nullable(),
  details: z.string().nullable(),
  defects: z.string().nullable(),
  included: z.string().nullable(),
  note: z.string().nullable(),
  quantity: amount,
  soldQuantity: amount,
  state: z.enum(itemStates),
  listingId: amount.nullable(),
  boughtOn: z.string().nullable(),
  /** What all of them cost, by currency. */
  cost: z.array(z.object({ cents: amount, currency: z.string() })),
  /** What it brought so far, by currency. */
  profit: z.array(sumsSchema),
  /** What selling it again was expected to bring when you bought it. */
  predicted: z.object({ cents: amount, currency: z.string() }).nullable(),
  posts: z.array(postSchema),
  createdAt: moment,
  updatedAt: moment,
})
export type ItemView = z.output<typeof itemSchema>

export const moneySchema = z.object({
  id: amount,
  itemId: amount.nullable(),
  saleId: amount.nullable(),
  kind: z.enum(moneyKinds),
  /** Never negative: the kind says whether it is got or spent. */
  cents: amount,
  currency: z.string(),
  onDate: z.string(),
  /** Who says so; `rule` = by your fees of that day. */
  source: z.enum(moneySources),
  note: z.string().nullable(),
  /** What the marketplace reckons it will take: its books replace it. */
  isEstimate: z.boolean(),
})
export type MoneyView = z.output<typeof moneySchema>
export const moneyLineSchema = moneySchema.extend({ title: z.string().nullable() })

export const saleSchema = z.object({
  id: amount,
  itemId: amount,
  title: z.string(),
  postId: amount.nullable(),
  marketplace: z.string(),
  reference: z.string().nullable(),
  quantity: amount,
  state: z.enum(saleStates),
  /** What it may become next. */
  next: z.array(z.enum(saleStates)),
  isReturned: z.boolean(),
  soldOn: z.string(),
  note: z.string().nullable(),
  money: z.array(moneySchema),
  /** Got less spent on this sale, without what the thing cost; by currency. */
  net: z.array(z.object({ cents: amount, currency: z.string() })),
  /** Where the fees come from; null = nothing is known of them. */
  feesFrom: z.enum(moneySources).nullable(),
  order: saleOrderSchema,
  shipment: shipmentSchema,
  createdAt: moment,
  updatedAt: moment,
})
export type SaleView = z.output<typeof saleSchema>

export const profitSchema = z.object({
  rows: z.array(
    sumsSchema.extend({
      /** A month `2026-11`, marketplace, category or item; null = of none. */
      key: z.string().nullable(),
      label: z.string().nullable(),
      /** What was expected of the same sales; null = of none of them. */
      predictedCents: amount.nullable(),
    }),
  ),
  totals: z.array(sumsSchema.extend({ predictedCents: amount.nullable() })),
  /** All of it in one currency, each day's at its exchange rate; null where all is in that one. */
  together: sumsSchema
    .extend({
      /** The oldest and the newest day of the rates. */
      rateDays: z.object({ from: z.string(), to: z.string() }).nullable(),
      /** Currencies that have no rate of some day: what was taken in them then is not in the sums. */
      without: z.array(z.string()),
    })
    .nullable(),
  /** Sales of things of which nobody said what they cost: their profit is too high. */
  salesWithoutCost: amount,
  isCut: z.boolean(),
})
export type ProfitView = z.output<typeof profitSchema>

/** What to ask for a thing. */
export const itemPricesSchema = z.object({
  value: z
    .object({
      lowCents: amount,
      midCents: amount,
      highCents: amount,
      currency: z.string(),
      basis: z.enum([...priceBases, 'mixed']),
      confidence: z.number(),
    })
    .nullable(),
  /** The value in a sentence, or why there is none. */
  reason: z.string(),
  reasonSaid: saidSchema,
  suggestions: z.array(
    z.object({
      name: z.enum(['fast', 'fair', 'patient']),
      priceCents: amount,
      /** So many `of` the comparables ask more. */
      askMore: amount,
      of: amount,
      /** Where most is left of it: fees and shipping by your settings. */
      places: z.array(
        z.object({
          marketplace: z.string(),
          delivery: z.enum(deliveries),
          feeCents: amount,
          paymentCents: amount,
          shippingCents: amount,
          leavesCents: amount,
          isUsual: z.boolean(),
          /** Without what one of them cost; null = nobody said. */
          profitCents: amount.nullable(),
        }),
      ),
    }),
  ),
  /** Below it you lose money at the best place; null = nobody said what it cost. */
  floorCents: amount.nullable(),
  /** What the value rests on, the heaviest first. */
  comps: z.array(
    z.object({
      listingId: amount,
      title: z.string(),
      url: z.string(),
      marketplace: z.string(),
      priceCents: amount,
      currency: z.string(),
      /** Its price carried over to your thing. */
      adjustedCents: amount,
      adjustments: z.string(),
    }),
  ),
})
export type ItemPrices = z.output<typeof itemPricesSchema>

export const exportQuery = z.object({
  what: z.enum(['sales', 'money', 'inventory', 'year']).default('sales'),
  /** Of which year; left out, this one. */
  year: z.coerce.number().int().min(1990).max(2100).optional(),
})
export type ExportQuery = z.output<typeof exportQuery>
