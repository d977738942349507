import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { columnNames, type Field } from './columns.ts'

export const importResultSchema = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  matches: z.number().int(),
  waiting: z.number().int(),
  rejected: z.number().int(),
  /** What was wrong, the most frequent first. */
  problems: z.array(z.object({ problem: z.string(), rows: z.number().int() })),
  evidence: z.number().int(),
  history: z.number().int(),
  incomplete: z.string().nullable(),
  /** The first 1,000. */
  rejects: z.array(
    z.object({
      line: z.number().int(),
      problems: z.array(z.string()),
      raw: z.string(),
      /** Its cells by the names of their columns, where it had any. */
      values: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

export const importQuery = z.object({
  /** For rows that name none. */
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  currency: currencySchema.optional(),
  /** The file is a saved page of this marketplace. */
  marketplace: z.string().max(100).optional(),
  /** Where the saved page came from, if it does not tell. */
  url: z.url().max(4000).optional(),
  /** What columns mean whose names do not tell, as JSON: `{"Preis":"price","Nr":null}`; null = nothing. */
  columns: z.string().max(8000).optional(),
  /** Only you see it; so it is for whoever is not the operator anyway. */
  personal: z.stringbool().optional(),
  /** Under which the stream of live events tells how far it is. */
  ticket: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .optional(),
})
export type ImportQuery = z.output<typeof importQuery>

export const previewQuery = importQuery.omit({ personal: true, ticket: true }).extend({
  /** Only the beginning of the file was sent. */
  cut: z.stringbool().optional(),
})
export type PreviewQuery = z.output<typeof previewQuery>

const field = z.enum(Object.keys(columnNames) as [Field, ...Field[]])

/** What somebody said that columns mean. */
export const columnMapSchema = z.record(z.string().max(200), field.nullable())

export const importPreviewSchema = z.object({
  /** `page` = a saved page of a marketplace. */
  kind: z.enum(['rows', 'page']),
  format: z.enum(['csv', 'json', 'jsonl']).nullable(),
  /** Whose page it was read as. */
  marketplace: z.string().nullable(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** What it is read as; null = a further fact of the listing. */
      field: field.nullable(),
      /** The first that stands in it. */
      example: z.string().nullable(),
    }),
  ),
  /** The first, as they would be taken in. */
  rows: z.array(
    z.object({
      line: z.number().int(),
      listing: z
        .object({
          source: z.string(),
          title: z.string(),
          priceCents: z.number().int().nullable(),
          currency: z.string().nullable(),
          condition: z.string().nullable(),
          location: z.string().nullable(),
          url: z.string().nullable(),
        })
        .nullable(),
      /** Why it would be rejected. */
      problems: z.array(z.string()),
    }),
  ),
  /** How many were looked at, and how many of them would be rejected. */
  read: z.number().int(),
  rejected: z.number().int(),
  /** Prices name no currency: say it for the whole file. */
  needsCurrency: z.boolean(),
})
export type ImportPreview = z.output<typeof importPreviewSchema>
