import { z } from 'zod'
import { idInAddress, idParam } from '../../core/id-param.ts'
import { deliveryStates } from '../../model/delivery.ts'
import { saidShape } from '../../model/sentences/said.ts'
import { dismissReasons } from '../dismiss/dismiss-schema.ts'
import { timeZoneSchema } from './preview-schema.ts'

/**
 * What became of a listing for a rule. `notified`: it reached the person. `held`: it waits or is on its way. `failed`: no
 * channel took it. `not-notified`: it matched, and there was no message of this rule. `not-matched`: it did not match.
 */
export const traceVerdicts = ['notified', 'held', 'failed', 'not-notified', 'not-matched'] as const
export type TraceVerdict = (typeof traceVerdicts)[number]

export const traceQuery = z.object({
  /** In which times are written in sentences; the person's own unless given. */
  timeZone: timeZoneSchema.optional(),
})

const outcome = z.enum(['yes', 'no', 'unknown'])
const time = z.iso.datetime()

export const tracedDeliverySchema = z.object({
  id: z.number().int(),
  channel: z.string(),
  channelName: z.string(),
  state: z.enum(deliveryStates),
  sentence: z.string(),
  holdReason: z.string().nullable(),
  heldUntil: time.nullable(),
  /** The digest that notifies of it. */
  digest: z.object({ id: z.number().int(), at: time }).nullable(),
  /** Channel that it stands in for. */
  fallbackOf: z.string().nullable(),
  deliveredAt: time.nullable(),
  /** From when it was first seen, or became cheaper, to when it was delivered. */
  secondsAfterSeen: z.number().nullable(),
  attempts: z.array(
    z.object({
      startedAt: time,
      finishedAt: time,
      outcome: z.enum(['sent', 'retry', 'failed']),
      reason: z.string().nullable(),
      /** What the provider answered. */
      providerRef: z.string().nullable(),
      undecided: z.boolean(),
    }),
  ),
})

export const tracedMessageSchema = z.object({
  id: z.number().int(),
  at: time,
  kind: z.string(),
  title: z.string(),
  ruleIds: z.array(z.number().int()),
  ofThisRule: z.boolean(),
  deliveries: z.array(tracedDeliverySchema),
})

export const traceSchema = z.object({
  ruleId: z.number().int(),
  ruleName: z.string(),
  listingId: z.number().int(),
  title: z.string(),
  verdict: z.enum(traceVerdicts),
  headline: z.string(),
  /** Whether it fits now, condition by condition. */
  fits: z.object({
    verdict: outcome,
    conditions: z.array(z.object({ condition: z.string(), outcome, sentence: z.string(), ...saidShape })),
  }),
  match: z
    .object({
      at: time,
      score: z.number().int(),
      notifiedPriceCents: z.number().nullable(),
      notifiedCurrency: z.string().nullable(),
      notificationId: z.number().int().nullable(),
      dismissedAt: time.nullable(),
      dismissReason: z.enum(dismissReasons).nullable(),
    })
    .nullable(),
  /** What happened and why, in order. */
  story: z.array(z.string()),
  /** What was said about the listing, for whichever rule, oldest first. */
  messages: z.array(tracedMessageSchema),
})
export type Trace = z.output<typeof traceSchema>

/** A rule and a listing. */
export const traceParams = idParam.extend({ listingId: idInAddress })
