import { z } from 'zod'
import { saidSchema, saidShape } from '../model/sentences/said.ts'

/** What needs a hand, the most urgent first. */
export const needKinds = [
  'blind-source',
  'dead-jobs',
  'failed-deliveries',
  'no-source',
  'no-rule',
  'no-channel',
  'no-home',
] as const
export type NeedKind = (typeof needKinds)[number]

/** How many there are; where `isCapped`, so many at least. */
const counted = { count: z.int(), isCapped: z.boolean() }

export const summarySchema = z.object({
  /** Messages that were not read. */
  unread: z.object(counted),
  /** Deals that came since you last looked and that you did not see. */
  newDeals: z.object(counted),
  /** Up to when you have seen all; null = you have not said so yet. */
  seenUpTo: z.iso.datetime().nullable(),
  /** Sources that show nothing at present: what is new there is missing everywhere else. */
  blindSources: z.array(
    z.object({
      id: z.int(),
      marketplace: z.string(),
      name: z.string(),
      since: z.iso.datetime().nullable(),
      sentence: z.string().nullable(),
      sentenceSaid: saidSchema.nullable(),
    }),
  ),
  /** Background jobs that were given up, at most 100 counted; null for who does not run the program. */
  deadJobs: z.int().nullable(),
  /** At most four, the most urgent first. */
  needs: z.array(
    z.object({
      kind: z.enum(needKinds),
      count: z.int(),
      sentence: z.string(),
      ...saidShape,
      /** Where it is mended: an address of the API. */
      path: z.string(),
    }),
  ),
})
export type Summary = z.output<typeof summarySchema>
