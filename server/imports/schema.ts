import { z } from 'zod'
import { currencySchema } from '../core/money.ts'

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
  rejects: z.array(z.object({ line: z.number().int(), problems: z.array(z.string()), raw: z.string() })),
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
  /** Only you see it; so it is for whoever is not the operator anyway. */
  personal: z.stringbool().optional(),
})
