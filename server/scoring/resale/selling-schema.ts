import { z } from 'zod'
import { typedCurrencySchema } from '../../core/money.ts'
import { categories, priceBases } from '../../model/listing-schema.ts'
import {
  deliveries,
  feeRowSchema,
  ownSellingSettingsSchema,
  sellingSettingsSchema,
} from '../../model/score-schema.ts'

export const sellingViewSchema = z.object({
  /** What you changed, as it was sent. */
  own: ownSellingSettingsSchema,
  /** The defaults with that laid over them: what is counted with. */
  effective: sellingSettingsSchema,
})

/** What a thing is worth, as GET /api/value has it. */
export const resaleQuery = z.object({
  category: z.enum(categories),
  midCents: z.coerce.number().int().min(1).max(1e13),
  currency: typedCurrencySchema,
  basis: z.enum([...priceBases, 'mixed']).default('asking'),
})
export type ResaleQuery = z.output<typeof resaleQuery>

export const resaleSchema = z.object({
  currency: z.string(),
  /** What it is sold for. */
  priceCents: z.number().int(),
  /** By marketplace and way of delivery, what leaves most first. */
  sales: z.array(
    z.object({
      marketplace: z.string(),
      delivery: z.enum(deliveries),
      feeCents: z.number().int(),
      paymentCents: z.number().int(),
      shippingCents: z.number().int(),
      /** The price without all of these. */
      leavesCents: z.number().int(),
      /** Where you sell such things by your settings. */
      isUsual: z.boolean(),
    }),
  ),
  /** Why there are none; null where there are. */
  unknown: z.string().nullable(),
  /** How likely a sale is, and by what. */
  chance: z.string(),
  /** When and from what the fees were read. */
  fees: z.object({ asOf: z.string(), source: z.string() }),
})
export type ResaleView = z.output<typeof resaleSchema>

export const feeFileCharsMax = 500_000

export const feeImportSchema = z
  .strictObject({
    /** A table (CSV) with the names of its columns in the first line, as the export writes it. */
    text: z.string().min(1).max(feeFileCharsMax),
    /** Only says what would be taken. */
    dryRun: z.boolean().default(false),
  })
  .meta({
    example: { text: 'marketplace,currency,bands,validFrom\nmercari,USD,12%,2027-01-01\n', dryRun: true },
  })
export type FeeImport = z.output<typeof feeImportSchema>

export const feeAddedSchema = feeRowSchema.meta({
  example: {
    ...{
      marketplace: 'mercari',
      delivery: 'shipped',
      currency: 'USD',
      bands: [{ upToCents: null, bps: 1200 }],
    },
    ...{ validFrom: '2027-01-01', source: 'https://www.mercari.com/us/help_center/', readOn: '2026-11-30' },
  },
})

const count = z.number().int()
export const feeImportedSchema = z.object({
  /** Lines that were read. */
  rows: count,
  added: count,
  /** Rows of yours that were written anew: their source, or what does not count yet. */
  replaced: count,
  /** Rows that were there already. */
  known: count,
  /** Of a dry run: what would be refused, and why; with any of them nothing is taken. */
  problems: z.array(z.object({ line: count, reason: z.string() })),
  dryRun: z.boolean(),
})
export type FeeImported = z.output<typeof feeImportedSchema>
