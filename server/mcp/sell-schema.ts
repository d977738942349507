import { z } from 'zod'
import { currencySchema, typedCurrencySchema } from '../core/money.ts'
import { categories, conditions } from '../model/listing-schema.ts'
import { postingFieldNames } from '../model/posting.ts'
import { profitGroups } from '../sell/money-kinds.ts'
import { itemInputSchema, itemPricesSchema, profitSchema, saleInputSchema } from '../sell/schema.ts'
import { itemStates, saleStates } from '../sell/states.ts'

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const day = z.iso.date()
/** How the answer tells what strangers wrote from what the program says. */
const untrusted = z.strictObject({ note: z.string(), begin: z.string(), end: z.string() })

const item = z.strictObject({
  itemId: z.number().int(),
  title: z.string(),
  category: z.enum(categories),
  condition: z.enum(conditions).nullable(),
  state: z.enum(itemStates),
  left: z.number().int(),
  quantity: z.number().int(),
  cost: z.array(z.strictObject({ cents: z.number().int(), currency: z.string() })),
  /** Where it stands, as the person told. */
  posts: z.array(
    z.strictObject({
      marketplace: z.string(),
      state: z.string(),
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
    }),
  ),
})

export const itemsInput = z.strictObject({
  words: z.string().max(200).optional().describe('Letters of title, maker or SKU.'),
  state: z.enum(itemStates).optional(),
  limit: z.number().int().min(1).max(50).default(10),
  cursor: z.string().max(500).optional().describe('`next` of the answer before.'),
})
export const itemsOutput = z.strictObject({
  untrusted,
  items: z.array(item),
  next: z.string().nullable(),
})

export const draftItemInput = z.strictObject({
  title: z.string().min(1).max(300),
  category: z.enum(categories).optional(),
  brand: z.string().max(100).optional(),
  condition: z.enum(conditions).optional().describe('As the person says; never guessed.'),
  details: z.string().max(5000).optional().describe('What it is like, a line each.'),
  defects: z.string().max(5000).optional().describe('What is wrong with it, a line each.'),
  included: z.string().max(5000).optional().describe('What comes with it, a line each.'),
  quantity: itemInputSchema.shape.quantity,
  costCents: z.number().int().min(0).max(1e13).optional().describe('What all of them cost, in minor units.'),
  currency: typedCurrencySchema.optional().describe('Of costCents.'),
})
export const draftItemOutput = z.strictObject({ untrusted, item })

export const priceItemInput = z.strictObject({ itemId: id })
export const priceItemOutput = z.strictObject({
  untrusted,
  ...itemPricesSchema.omit({ reasonSaid: true, comps: true }).shape,
  comps: z.array(itemPricesSchema.shape.comps.element.extend({ url: z.string().nullable() })),
})

export const preparePostInput = z.strictObject({
  itemId: id,
  marketplace: z.string().max(50).describe('Such as facebook, offerup, craigslist, kleinanzeigen, vinted.'),
})
export const preparePostOutput = z.strictObject({
  untrusted,
  marketplace: z.string(),
  /** Where its form opens: the person fills it in and sends it, nobody else does. */
  composerUrl: z.string(),
  fields: z.array(
    z.strictObject({
      name: z.enum(postingFieldNames),
      label: z.string(),
      value: z.string().nullable(),
      isRequired: z.boolean(),
    }),
  ),
  findings: z.array(z.strictObject({ severity: z.string(), sentence: z.string() })),
  stands: z.boolean(),
})

export const recordSaleInput = z.strictObject({
  itemId: id,
  marketplace: z.string().max(50),
  reference: z
    .string()
    .min(1)
    .max(200)
    .describe('The order’s number there, or a name of yours for this sale: the same again is the same sale.'),
  quantity: saleInputSchema.shape.quantity,
  priceCents: z.number().int().min(0).max(1e13).describe('In minor units: 12000 is $120.'),
  currency: typedCurrencySchema,
  delivery: saleInputSchema.shape.delivery,
  soldOn: day.optional().describe('Left out: today.'),
})
export const recordSaleOutput = z.strictObject({
  untrusted,
  saleId: z.number().int(),
  title: z.string(),
  state: z.enum(saleStates),
  net: z.array(z.strictObject({ cents: z.number().int(), currency: z.string() })),
  /** Ads of it that are to be taken down now. */
  toTakeDown: z.array(z.strictObject({ marketplace: z.string(), url: z.string().nullable() })),
})

export const profitInput = z.strictObject({
  by: z.enum(profitGroups).default('month'),
  currency: currencySchema.optional(),
  from: day.optional(),
  to: day.optional(),
})
const row = profitSchema.shape.rows.element
export const profitOutput = z.strictObject({
  untrusted,
  ...profitSchema.shape,
  rows: z.array(row),
})
