import { z } from 'zod'
import type { Said } from '../model/sentences/said.ts'

const checkSchema = z.object({ name: z.string(), ok: z.boolean(), critical: z.boolean(), detail: z.string() })
/** `ms`: how long its answer took. */
export type CheckResult = z.output<typeof checkSchema> & {
  ms: number
  detailSaid?: Pick<Said, 'code' | 'params'>
}

/** What /healthz of the port for operators says; what is read from the database is null while it is away. */
export interface Health {
  /** `down` = it cannot do its work; `impaired` = something beside it is not as it should be. */
  status: 'well' | 'impaired' | 'down'
  phase: string
  version: string
  roles: string[]
  uptimeSeconds: number
  checks: (CheckResult & { since: string })[]
  queues: { job: string; waiting: number; active: number; failed: number }[] | null
  deliveries: { channel: string; ageSeconds: number; blocked: number }[] | null
  sources: { marketplace: string; unseenSeconds: number }[] | null
}

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
