import { z } from 'zod'
import { fieldSpecSchema, fieldValuesSchema } from '../core/fields.ts'
import { pageQuery } from '../core/paging.ts'
import { isStorable } from '../core/text.ts'
import { deliveryStates } from '../model/delivery.ts'
import { riskLevels } from '../model/risk.ts'
import { saidShape } from '../model/sentences/said.ts'

export const channelSchema = z.object({
  /** Of a channel's first target the channel's own id, of another such as `email:work`. */
  id: z.string(),
  channel: z.string(),
  name: z.string(),
  /** What you call this target of it. */
  label: z.string().nullable(),
  /** Other targets may stand beside the first: PUT /api/channels/email:work adds one. */
  several: z.boolean(),
  /** You filled it in. */
  isSetUp: z.boolean(),
  description: z.string(),
  fields: z.array(fieldSpecSchema),
  /** What the operator has to do first; null when ready. */
  unavailable: z.string().nullable(),
  /** Of a channel of browsers: the public key (P-256, base64url) for which one subscribes; null = it is no such channel. */
  subscribeKey: z.string().nullable(),
  /** The person's own settings: `ready` = a rule may use it now. */
  ready: z.boolean(),
  enabled: z.boolean(),
  /** How a person proves that a target is theirs; null where that is not asked. */
  confirmation: z.enum(['link', 'code', 'challenge']).nullable(),
  /** Messages wait until that is done. */
  needsConfirmation: z.boolean(),
  /** Since when and why the program itself switched it off. */
  off: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  settings: fieldValuesSchema,
})

export const channelInputSchema = z
  .strictObject({
    /** Left out: those that are stored stay. A secret may be sent as its mask. */
    settings: z.record(z.string(), z.unknown()).optional(),
    enabled: z.boolean().default(true),
    /** What you call this target; left out, it stays. */
    label: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .refine(isStorable, 'has characters that cannot be stored')
      .nullable()
      .optional(),
  })
  .meta({ example: { settings: { to: 'you@example.com' }, enabled: true, label: 'Work' } })

export const deliverySchema = z.object({
  id: z.number().int(),
  channel: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** Attempts of which nobody can tell whether they arrived. */
  undecided: z.number().int(),
  reason: z.string().nullable(),
  /** Why and until when it was held back. */
  holdReason: z.string().nullable(),
  heldUntil: z.iso.datetime().nullable(),
  /** The notification (a digest) that tells it. */
  bundleId: z.number().int().nullable(),
  /** Next attempt; while held, its moment. */
  dueAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})

/** A delivery with all that happened to it. */
export const ledgerEntrySchema = deliverySchema.extend({
  notificationId: z.number().int(),
  kind: z.string(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  /** The delivery that failed and that this one stands in for. */
  fallbackOf: z.number().int().nullable(),
  providerRef: z.string().nullable(),
  /** Oldest first, the last 50. */
  history: z.array(
    z.object({
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime(),
      outcome: z.string(),
      reason: z.string().nullable(),
      providerRef: z.string().nullable(),
      undecided: z.boolean(),
    }),
  ),
})

export const replayInputSchema = z
  .strictObject({
    channel: z.string().min(1).max(100).optional(),
    /** Also what was delivered: it arrives once more. */
    delivered: z.boolean().default(false),
  })
  .default({ delivered: false })
  .meta({ example: { channel: 'email', delivered: false } })

const figure = z.number().nullable()
const words = z.string().nullable()
const told = z.object(saidShape).nullable()

/** A thing of a message, as it was when the message was written; null = it was not known, or not told then. */
export const notificationItemSchema = z.object({
  listingId: figure,
  title: z.string(),
  url: words,
  marketplaceName: words,
  priceCents: figure,
  /** Before a price drop. */
  previousPriceCents: figure,
  currency: words,
  condition: words,
  location: words,
  distanceKm: figure,
  postedAt: words,
  value: z.object({ lowCents: figure, midCents: z.number(), highCents: figure, currency: words }).nullable(),
  score: z
    .object({
      total: z.number(),
      parts: z.array(
        z.object({
          ...{ name: z.string(), points: z.number(), pointsMax: z.number() },
          ...{ sentence: z.string(), ...saidShape },
        }),
      ),
    })
    .nullable(),
  /** `said` has what each of the sentences says. */
  risk: z
    .object({
      level: z.enum(riskLevels),
      sentences: z.array(z.string()),
      said: z.array(z.object(saidShape)),
    })
    .nullable(),
  /** Where else the same thing is or was listed. */
  also: words,
  profit: words,
  unchecked: words,
  /** What it costs in the currency of its rules, where that is another. */
  exchanged: words,
  /** What each of the four says. */
  ...{ exchangedSaid: told, alsoSaid: told, profitSaid: told, uncheckedSaid: told },
  ruleNames: z.array(z.string()),
  demo: z.boolean(),
})
export type NotificationItem = z.output<typeof notificationItemSchema>

/** Of the inbox: what is unread, because of a rule, or went by a channel, and what became of it there. */
export const inboxQuery = pageQuery.extend({
  unread: z.stringbool().optional(),
  rule: z.coerce.number().int().positive().optional(),
  channel: z.string().max(100).optional(),
  state: z.enum(deliveryStates).optional(),
})

export const unreadSchema = z.object({ count: z.int(), isCapped: z.boolean() })

export const readAllSchema = z
  .strictObject({
    /** The newest message that was shown. */
    upTo: z.int().positive(),
  })
  .meta({ example: { upTo: 318 } })
export const readAllAnswerSchema = z.object({
  read: z.int(),
  /** What takes it back; null where there was nothing to read. */
  readAt: z.iso.datetime().nullable(),
})
export const undoReadSchema = z
  .strictObject({ readAt: z.iso.datetime() })
  .meta({ example: { readAt: '2026-11-29T10:31:07.412Z' } })
export const unreadAgainSchema = z.object({ unread: z.int() })

export const notificationSchema = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    title: z.string(),
    /** What the title says; null = it is of before there were codes. */
    titleSaid: told,
    demo: z.boolean(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    /** Sentences beside the title. */
    lines: z.array(z.string()),
    /** What each of them says; null where it is of others. */
    linesSaid: z.array(told),
    /** Best first; `itemCount` says how many there are in all. */
    items: z.array(notificationItemSchema),
    itemCount: z.number().int(),
    deliveries: z.array(deliverySchema),
  })
  .meta({
    example: {
      ...{ id: 81, kind: 'match', title: 'Trek Domane AL 2, 54 cm: $420, worth about $610', demo: false },
      ...{ createdAt: '2026-11-22T10:00:00.000Z', readAt: null, lines: [], linesSaid: [], itemCount: 1 },
      titleSaid: null,
      items: [
        {
          ...{ listingId: 17, title: 'Trek Domane AL 2, 54 cm', url: 'https://example.com/listings/17' },
          ...{ marketplaceName: 'Example', priceCents: 42000, previousPriceCents: null, currency: 'USD' },
          ...{ condition: 'good', location: 'Oakland, CA', distanceKm: 12, postedAt: null },
          value: { lowCents: 52000, midCents: 61000, highCents: 70000, currency: 'USD' },
          ...{ score: null, risk: null, also: null, profit: null, unchecked: null },
          ...{ exchanged: null, exchangedSaid: null },
          ...{ alsoSaid: null, profitSaid: null, uncheckedSaid: null },
          ...{ ruleNames: ['Road bike'], demo: false },
        },
      ],
      deliveries: [
        {
          ...{ id: 204, channel: 'email', state: 'sent', attempts: 1, undecided: 0, reason: null },
          ...{ holdReason: null, heldUntil: null, bundleId: null, dueAt: '2026-11-22T10:00:00.000Z' },
          finishedAt: '2026-11-22T10:00:02.000Z',
        },
      ],
    },
  })

export const replayedSchema = z.object({ replayed: z.number().int() })

export const testedSchema = z.object({ notificationId: z.number().int() })

export const channelParam = z.object({ id: z.string().max(100) })

export const confirmationSchema = z.object({ confirmed: z.boolean(), sentence: z.string() })
export const confirmationCodeSchema = z
  .strictObject({ code: z.string().min(1).max(200) })
  .meta({ example: { code: '482913' } })

/** What the addresses in messages carry. */
export const tokenParam = z.object({ token: z.string().min(1).max(300) })
/** Where a person's feed is; both end with the next that is made. */
export const feedAddressesSchema = z.object({ rss: z.string(), json: z.string() })

/** Bounces in a mail, and channels that they switched off. */
export const bouncesSchema = z.object({ found: z.number().int(), switchedOff: z.number().int() })
