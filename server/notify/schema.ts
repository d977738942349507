import { z } from 'zod'
import { fieldSpecSchema, fieldValuesSchema } from '../core/fields.ts'

/** `held`: waits for its moment (`holdReason`). `bundled`: told as part of a digest. */
export const deliveryStates = [
  'held',
  'pending',
  'leased',
  'retry',
  'sent',
  'bundled',
  'failed',
  'dead',
] as const

export const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  fields: z.array(fieldSpecSchema),
  /** What the operator has to do first; null when ready. */
  unavailable: z.string().nullable(),
  /** The person's own settings: `ready` = a rule may use it now. */
  ready: z.boolean(),
  enabled: z.boolean(),
  settings: fieldValuesSchema,
})

export const channelInputSchema = z.strictObject({
  /** Left out: those that are stored stay. A secret may be sent as its mask. */
  settings: z.record(z.string(), z.unknown()).optional(),
  enabled: z.boolean().default(true),
})

export const deliverySchema = z.object({
  id: z.number().int(),
  channel: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** Attempts of which nobody can tell whether they arrived. */
  undecided: z.number().int(),
  reason: z.string().nullable(),
  /** Next attempt. */
  dueAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})

export const notificationSchema = z.object({
  id: z.number().int(),
  kind: z.string(),
  title: z.string(),
  demo: z.boolean(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  /** Best first; `itemCount` says how many there are in all. */
  items: z.array(z.record(z.string(), z.unknown())),
  itemCount: z.number().int(),
  deliveries: z.array(deliverySchema),
})
