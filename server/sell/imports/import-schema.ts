import { z } from 'zod'
import { typedCurrencySchema } from '../../core/money.ts'
import { dateOrders } from './read-table.ts'

export const sellImportCharsMax = 5_000_000

export const sellImportSchema = z
  .strictObject({
    /** A table with the names of its columns in the first line. */
    text: z.string().min(1).max(sellImportCharsMax),
    /** Of amounts that name none. */
    currency: typedCurrencySchema.default('USD'),
    /** Where the things stand or were sold, of rows that do not say it. */
    marketplace: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'a name such as ebay or facebook: letters, digits and dashes')
      .nullable()
      .default(null),
    dateOrder: z.enum(dateOrders).nullable().default(null),
    /** Only says what would be read. */
    dryRun: z.boolean().default(false),
  })
  .meta({
    example: { text: 'title,cost,sold price,sold date,platform\nOak desk,40,110,2026-11-02,facebook\n' },
  })
export type SellImport = z.output<typeof sellImportSchema>

const count = z.number().int()
export const sellImportedSchema = z.object({
  rows: count,
  /** New things, ads and sales; of a dry run those that the table has. */
  items: count,
  posts: count,
  sales: count,
  /** Rows of which everything was there already. */
  known: count,
  rejected: z.array(z.object({ row: count, reason: z.string() })),
  rejectedMore: count,
  /** What was read, and columns that were not. */
  fields: z.array(z.string()),
  unread: z.array(z.string()),
  /** The first rows as they were read. */
  sample: z.array(
    z.object({
      row: count,
      title: z.string(),
      quantity: count,
      costCents: count.nullable(),
      soldCents: count.nullable(),
      soldOn: z.string().nullable(),
      marketplace: z.string().nullable(),
      currency: z.string(),
    }),
  ),
  dryRun: z.boolean(),
})
export type SellImported = z.output<typeof sellImportedSchema>
