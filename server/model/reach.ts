import { z } from 'zod'

/** Whether a marketplace is asked for a rule, and how else what it has may come in. */
export const reachSchema = z.object({
  marketplace: z.string(),
  name: z.string(),
  /** How many sources are asked for it. */
  sources: z.number().int(),
  /** Why none is: nothing is connected there, what is connected is off, or it cannot be asked for this. */
  notAsked: z.enum(['unconnected', 'off', 'impossible']).nullable(),
  /** Of `impossible`, and of settings that cannot be used: why, in one sentence. */
  why: z.string().nullable(),
  /** Its alert mails are read where they come in. */
  byMail: z.boolean(),
  /** The page that a person has open is read where they send it here. */
  byCapture: z.boolean(),
})
export type Reach = z.output<typeof reachSchema>
