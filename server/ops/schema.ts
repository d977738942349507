import { z } from 'zod'

const checkSchema = z.object({ name: z.string(), ok: z.boolean(), critical: z.boolean(), detail: z.string() })
export type CheckResult = z.output<typeof checkSchema>

export const readySchema = z.object({ ready: z.boolean(), checks: z.array(checkSchema) })

const storedSchema = z.object({
  kind: z.string(),
  rows: z.number(),
  /** False = the database's estimate. */
  isExact: z.boolean(),
  /** Null = as long as what it belongs to. */
  keptDays: z.number().nullable(),
  deleted: z.number(),
  /** When everything of the kind was last looked through. */
  passedAt: z.iso.datetime().nullable(),
})
export type Stored = z.output<typeof storedSchema>

export const storedListSchema = z.object({ items: z.array(storedSchema) })
