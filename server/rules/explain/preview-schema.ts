import { z } from 'zod'
import { listingStates } from '../../model/listing-schema.ts'
import { reachSchema } from '../../model/reach.ts'
import { rulePreviewSchema } from '../../model/rule-schema.ts'
import { saidShape } from '../../model/sentences/said.ts'

/** An IANA time zone, as the runtime knows it. */
export const timeZoneSchema = z
  .string()
  .max(100)
  .refine(isTimeZone, 'a time zone such as Europe/Berlin or America/New_York')

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

export const previewQuery = z.object({
  /** How far to look back. */
  days: z.coerce.number().int().min(1).max(30).default(7),
  /** Whose days are counted; the person's own unless given. */
  timeZone: timeZoneSchema.optional(),
})
export type PreviewQuery = z.output<typeof previewQuery>

/** What a rule would have notified, had it been there. */
export const backtestSchema = z.object({
  /** Looked back so far; less than asked for where nothing was seen before. */
  days: z.number(),
  notified: z.number().int(),
  /** Moments of which only a listing's own page could say whether it fitted. */
  unknown: z.number().int(),
  /** Newest first, at most 200. */
  items: z.array(
    z.object({
      listingId: z.number().int(),
      at: z.iso.datetime(),
      kind: z.enum(['new', 'drop']),
      title: z.string(),
      url: z.string(),
      priceCents: z.number().nullable(),
      currency: z.string(),
      score: z.number().int(),
      stateNow: z.enum(listingStates),
      clusterId: z.number().int().nullable(),
      demo: z.boolean(),
    }),
  ),
  /** Every date of the person's time zone, oldest first. */
  perDay: z.array(z.object({ date: z.string(), count: z.number().int() })),
  forecast: z
    .object({
      perDay: z.number(),
      perDayMax: z.number(),
      low: z.number().int(),
      high: z.number().int(),
      basis: z.string(),
    })
    .nullable(),
  sentence: z.string(),
  ...saidShape,
  /** What the figures do not know. */
  warnings: z.array(z.string()),
})
export type Backtest = z.output<typeof backtestSchema>

/** The newest that a draft fits, without a look back. */
export const draftMatchesSchema = z.object({
  /** Newest first, at most 20. */
  items: z.array(rulePreviewSchema.shape.items.element.extend({ firstSeenAt: z.iso.datetime() })),
  /** So many of the newest listings for sale are decided: of them no other fits. */
  lookedAtCount: z.number().int(),
  /** There are older ones that were not looked at, for lack of time; more may fit among them. */
  isPartial: z.boolean(),
})
export type DraftMatches = z.output<typeof draftMatchesSchema>

export const previewSchema = rulePreviewSchema.extend({
  backtest: backtestSchema,
  /** Where it would be asked for: the marketplaces that it wants, in their order. */
  reach: z.array(reachSchema),
})
export type Preview = z.output<typeof previewSchema>
