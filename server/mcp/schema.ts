import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import { dealOrders } from '../listings/deals/deal-schema.ts'
import { deliveryStates } from '../model/delivery.ts'
import { categories, conditions, listingStates, priceBases } from '../model/listing-schema.ts'
import { offerKinds, priceMeanings } from '../model/offer/kinds.ts'
import { riskLevels } from '../model/risk.ts'
import { ruleInputSchema, ruleSchema } from '../model/rule-schema.ts'
import { previewSchema, timeZoneSchema } from '../rules/explain/preview-schema.ts'
import { traceSchema } from '../rules/explain/trace-schema.ts'
import { valueAnswerSchema, valuedCompSchema } from '../scoring/value/answer/value-schema.ts'

const text = (max: number) =>
  z.string().max(max).refine(isStorable, 'has characters that no listing can have')
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const cents = z.number().int().min(0).max(1e13)
const moment = z.iso.datetime()

/** How the answer tells what strangers wrote from what the program says. */
const untrusted = z.strictObject({ note: z.string(), begin: z.string(), end: z.string() })

export const searchInput = z.strictObject({
  words: text(500).optional().describe('Words that all occur in title, brand, place or description.'),
  category: z.enum(categories).optional(),
  marketplace: text(100).optional().describe('Id of a marketplace, as listings have it.'),
  condition: z.enum(conditions).optional(),
  kinds: z
    .array(z.enum([...offerKinds, 'any']))
    .max(offerKinds.length + 1)
    .optional()
    .describe('Kinds of offer; left out: things whose price is what is asked.'),
  priceCentsMin: cents.optional().describe('In minor units: 12000 is $120.'),
  priceCentsMax: cents.optional().describe('In minor units: 12000 is $120.'),
  currency: currencySchema.optional(),
  scoreMin: z.number().int().min(0).max(100).optional(),
  near: text(200).optional().describe('ZIP code or city; left out: the home of the profile.'),
  withinKm: z.number().positive().max(20_000).optional(),
  free: z.enum(['no', 'only', 'also']).default('no').describe('What is given away.'),
  sort: z.enum(dealOrders).default('score'),
  limit: z.number().int().min(1).max(50).default(10),
  cursor: z.string().max(500).optional().describe('`next` of the answer before.'),
})

const valued = z.strictObject({
  lowCents: z.number().int(),
  midCents: z.number().int(),
  highCents: z.number().int(),
  currency: z.string(),
  basis: z.enum([...priceBases, 'mixed']),
  count: z.number().int(),
  confidence: z.number().nullable(),
})

const deal = z.strictObject({
  listingId: z.number().int(),
  title: z.string(),
  url: z.string().nullable(),
  marketplace: z.string(),
  kind: z.enum(offerKinds),
  priceMeaning: z.enum(priceMeanings),
  priceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  shippingCents: z.number().int().nullable(),
  condition: z.enum(conditions).nullable(),
  category: z.enum(categories),
  brand: z.string().nullable(),
  location: z.string().nullable(),
  distanceKm: z.number().nullable(),
  state: z.enum(listingStates),
  postedAt: moment.nullable(),
  firstSeenAt: moment,
  score: z.number().int(),
  reason: z.string().nullable(),
  value: valued.nullable(),
  risk: z.strictObject({ score: z.number().int(), level: z.enum(riskLevels) }),
  demo: z.boolean(),
})
export type DealShown = z.output<typeof deal>

export const searchOutput = z.strictObject({ untrusted, items: z.array(deal), next: z.string().nullable() })

export const listingInput = z.strictObject({ listingId: id })

const comp = z.strictObject({
  listingId: z.number().int(),
  title: z.string(),
  url: z.string().nullable(),
  marketplace: z.string(),
  priceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  condition: z.enum(conditions).nullable(),
  basis: z.enum(priceBases),
})

export const listingOutput = z.strictObject({
  untrusted,
  listing: deal.extend({
    description: z.string().nullable(),
    /** Longer than what is shown of it. */
    descriptionIsCut: z.boolean(),
    conditionText: z.string().nullable(),
    attributes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    scoreParts: z.array(
      z.strictObject({
        name: z.string(),
        points: z.number().int(),
        pointsMax: z.number().int(),
        sentence: z.string(),
      }),
    ),
    riskSignals: z.array(z.strictObject({ name: z.string(), sentence: z.string() })),
    profitCents: z.number().int().nullable(),
    profitUnknown: z.string().nullable(),
    priceHistory: z.array(
      z.strictObject({
        priceCents: z.number().int().nullable(),
        currency: z.string().nullable(),
        seenAt: moment,
      }),
    ),
    comps: z.array(comp),
  }),
})

export const valueOutput = z.strictObject({
  untrusted,
  ...valueAnswerSchema.shape,
  comps: z.array(valuedCompSchema.omit({ url: true }).extend({ url: z.string().nullable() })),
})

export const previewInput = z.strictObject({
  rule: ruleInputSchema,
  days: z.number().int().min(1).max(30).default(7).describe('How far to look back.'),
})

const { items: previewItems, backtest } = previewSchema.shape
const urlOrNull = { url: z.string().nullable() }

export const previewOutput = z.strictObject({
  untrusted,
  ...previewSchema.shape,
  items: z.array(previewItems.element.extend(urlOrNull)),
  backtest: backtest
    .omit({ items: true })
    .extend({ items: z.array(backtest.shape.items.element.extend(urlOrNull)) }),
})

export const createInput = z.strictObject({ rule: ruleInputSchema })
export const createOutput = z.strictObject({
  rule: ruleSchema,
  isNew: z.boolean().describe('False where this very rule was there already.'),
})

export const rulesInput = z.strictObject({
  limit: z.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional().describe('`next` of the answer before.'),
})
export const rulesOutput = z.strictObject({ items: z.array(ruleSchema), next: z.string().nullable() })

export const explainInput = z.strictObject({
  listingId: id,
  ruleId: id.optional().describe('Left out: every rule, those that matched first, at most 20.'),
  timeZone: timeZoneSchema.optional(),
})

const { verdict, fits, match } = traceSchema.shape

export const explainOutput = z.strictObject({
  untrusted,
  items: z.array(
    z.strictObject({
      ruleId: z.number().int(),
      ruleName: z.string(),
      listingId: z.number().int(),
      title: z.string(),
      verdict,
      headline: z.string(),
      fits,
      match,
      story: z.array(z.string()),
    }),
  ),
})

export const waitingInput = z.strictObject({
  limit: z.number().int().min(1).max(50).default(10).describe('Of each kind.'),
})

const isMore = z.boolean().describe('There is more than is listed.')

export const waitingOutput = z.strictObject({
  untrusted,
  /** Notifications that were not read. */
  unread: z.strictObject({
    isMore,
    items: z.array(
      z.strictObject({
        notificationId: z.number().int(),
        kind: z.string(),
        title: z.string(),
        at: moment,
        itemCount: z.number().int(),
        demo: z.boolean(),
      }),
    ),
  }),
  /** Messages that wait for their moment, as for the end of quiet hours. */
  held: z.strictObject({
    isMore,
    items: z.array(
      z.strictObject({
        deliveryId: z.number().int(),
        notificationId: z.number().int(),
        channel: z.string(),
        state: z.enum(deliveryStates),
        title: z.string(),
        holdReason: z.string().nullable(),
        heldUntil: moment.nullable(),
      }),
    ),
  }),
  /** Listings that may fit a rule, which their own page decides that was not read yet; the most promising first. */
  undecided: z.strictObject({
    isMore,
    items: z.array(
      z.strictObject({
        listingId: z.number().int(),
        ruleId: z.number().int(),
        promise: z.number().int(),
        title: z.string(),
      }),
    ),
  }),
  /** Followed listings of which nothing can be said at present. */
  watches: z.strictObject({
    isMore,
    items: z.array(
      z.strictObject({
        watchId: z.number().int(),
        listingId: z.number().int().nullable(),
        title: z.string().nullable(),
        state: z.string(),
        problem: z.string().nullable(),
        nextPollAt: moment.nullable(),
      }),
    ),
  }),
})
