import { z } from 'zod'

const tableSchema = z.object({
  /** With its schema, `public.rules`. */
  name: z.string().regex(/^(?:public|jobs)\.[a-z][a-z0-9_]*$/),
  columns: z.array(z.string().min(1)).min(1),
  rows: z.number().int().nonnegative(),
  /** Of PostgreSQL's COPY text, before it is packed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string().regex(/^[a-z0-9_.]+\.copy\.zst(?:\.age)?$/),
})

const sequenceSchema = z.object({
  table: z.string().regex(/^[a-z][a-z0-9_]*$/),
  column: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** Null = nothing was drawn from it yet. */
  lastValue: z.number().int().nullable(),
})

export const manifestSchema = z.object({
  format: z.literal('deal-scout-backup-1'),
  release: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** Of the tables, in the order in which they were applied. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })).min(1),
  /** Of the job queue's tables; null = there were none. */
  jobsVersion: z.number().int().nullable(),
  /** In an order in which each comes after those that it refers to. */
  tables: z.array(tableSchema).min(1),
  sequences: z.array(sequenceSchema),
  encrypted: z.boolean(),
  /** Of the keys that open what is sealed in it; the keys themselves are in no backup. */
  secretKeyIds: z.array(z.string()),
})

export type Manifest = z.infer<typeof manifestSchema>
export type TableInBackup = z.infer<typeof tableSchema>
