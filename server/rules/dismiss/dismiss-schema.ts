import { z } from 'zod'
import { idInAddress, idParam } from '../../core/id-param.ts'
import { listingStates } from '../../model/listing-schema.ts'

/** Why a match was not wanted. */
export const dismissReasons = ['too-expensive', 'too-far', 'wrong-thing', 'seen', 'other'] as const
export type DismissReason = (typeof dismissReasons)[number]

export const dismissInputSchema = z
  .strictObject({ reason: z.enum(dismissReasons) })
  .meta({ example: { reason: 'too-far' } })

/** A change of the rule that would have prevented a match. */
export const suggestionSchema = z.object({
  /** Body of `PATCH /api/rules/:id`. */
  patch: z.record(z.string(), z.unknown()),
  sentence: z.string(),
  /** `prevents`: it would not have been notified. `delays`: later, and together with others. */
  effect: z.enum(['prevents', 'delays']),
  /** Of the rule's other matches of the last 30 days that were not dismissed, so many would have been lost too. */
  alsoPrevents: z.number().int(),
  of: z.number().int(),
})
export type Suggestion = z.output<typeof suggestionSchema>

export const dismissedSchema = z.object({
  ruleId: z.number().int(),
  listingId: z.number().int(),
  reason: z.enum(dismissReasons),
  /** The cheapest first. */
  suggestions: z.array(suggestionSchema),
  /** Why there is nothing to suggest, or what else helps. */
  note: z.string().nullable(),
})
export type Dismissed = z.output<typeof dismissedSchema>

export const matchSchema = z.object({
  listingId: z.number().int(),
  title: z.string(),
  url: z.string(),
  priceCents: z.number().nullable(),
  currency: z.string().nullable(),
  score: z.number().int(),
  notifiedPriceCents: z.number().nullable(),
  notifiedCurrency: z.string().nullable(),
  matchedAt: z.iso.datetime(),
  /** The message that first notified it. */
  notificationId: z.number().int().nullable(),
  /** Of the listing, now. */
  state: z.enum(listingStates),
  dismissedAt: z.iso.datetime().nullable(),
  dismissReason: z.enum(dismissReasons).nullable(),
  demo: z.boolean(),
})
export type MatchView = z.output<typeof matchSchema>

/** A rule, and a listing that it matched. */
export const matchParams = idParam.extend({ listingId: idInAddress })
