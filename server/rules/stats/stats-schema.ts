import { z } from 'zod'
import { ruleSchema } from '../../model/rule-schema.ts'

/** Back to so many days, that of today among them. */
export const statsDays = 30

/** What became of a rule lately. */
export const ruleStatsSchema = z.object({
  /** The last 30 dates of the person's time zone, oldest first. */
  days: z.array(z.object({ date: z.string(), matches: z.number().int(), messages: z.number().int() })),
  /** In these days. */
  matches: z.number().int(),
  messages: z.number().int(),
  /** Of these matches so many were not wanted, in percent; null where there was none. */
  dismissedPct: z.number().int().nullable(),
  /** Null where it never matched anything that is still known. */
  lastMatchAt: z.iso.datetime().nullable(),
  /** Null where nothing scans for it: it is off, or no source of its marketplaces is on. */
  nextScanAt: z.iso.datetime().nullable(),
})
export type RuleStats = z.output<typeof ruleStatsSchema>

/** A rule with what became of it lately. */
export const ruleWithStatsSchema = ruleSchema.extend({ stats: ruleStatsSchema })

/** What a person deleted, and until when it can be had back. */
export const deletedRuleSchema = ruleSchema.extend({
  deletedAt: z.iso.datetime(),
  restorableUntil: z.iso.datetime(),
})
