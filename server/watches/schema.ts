import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { pageQuery } from '../core/paging.ts'
import { isStorable, oneLine } from '../core/text.ts'
import { listingStates } from '../model/listing-schema.ts'
import { usualChannels } from '../model/rule-schema.ts'

/** What is known of a followed listing; `unread` = its page was not read yet. */
export const watchStates = ['unread', 'active', 'pending', 'sold', 'gone'] as const
export type WatchState = (typeof watchStates)[number]

/** `below` = at most the threshold; `back` = for sale again. */
export const watchEvents = ['back', 'below', 'drop', 'rise', 'sold', 'gone'] as const
export type WatchEvent = (typeof watchEvents)[number]

const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorable, 'has characters that cannot be stored')
const tag = z.string().overwrite(oneLine).pipe(text(50))
const cents = z.number().int().min(0).max(1e13)

const wishes = {
  /** Notify when its price is at most this, in `currency`. */
  thresholdCents: cents.nullable(),
  /** Of the threshold; left out, that of the listing. */
  currency: currencySchema.nullable(),
  /** Any lower price than was seen last. */
  notifyDrops: z.boolean(),
  /** For sale again after it was pending, sold or gone. */
  notifyBackOnSale: z.boolean(),
  /** Any higher price than was seen last. */
  notifyRises: z.boolean(),
  notifySold: z.boolean(),
  /** No longer there, with nobody who says that it was sold. */
  notifyGone: z.boolean(),
  /** Both of these at once; what is given of them by name comes before it. */
  notifyEnded: z.boolean(),
  /** Channels (all their targets), or single targets of one, such as `email:work`. */
  channels: z.array(z.string().min(1).max(100)).max(20),
  note: text(2000).nullable(),
  tags: z
    .array(tag)
    .max(20)
    .transform((tags) => [...new Set(tags)]),
}

export const watchInputSchema = z
  .strictObject({
    listingId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    /** The address of a listing's page, as copied. */
    url: z.string().trim().min(1).max(4000).optional(),
    thresholdCents: wishes.thresholdCents.default(null),
    currency: wishes.currency.default(null),
    notifyDrops: wishes.notifyDrops.default(true),
    notifyBackOnSale: wishes.notifyBackOnSale.default(true),
    notifyRises: wishes.notifyRises.default(false),
    notifySold: wishes.notifySold.optional(),
    notifyGone: wishes.notifyGone.optional(),
    notifyEnded: wishes.notifyEnded.default(true),
    channels: wishes.channels.default([...usualChannels]),
    note: wishes.note.default(null),
    tags: wishes.tags.default([]),
  })
  .refine(({ listingId, url }) => (listingId === undefined) !== (url === undefined), {
    path: ['url'],
    message: 'give the address of a listing, or the number of a stored one as listingId; one of the two',
  })
  .meta({
    example: {
      url: 'https://www.ebay.com/itm/123456789012',
      thresholdCents: 25000,
      currency: 'USD',
      channels: ['inbox'],
      note: 'for the kitchen',
    },
  })
export type WatchInput = z.output<typeof watchInputSchema>

/** What is left out stays. */
export const watchPatchSchema = z
  .strictObject(wishes)
  .partial()
  .meta({ example: { thresholdCents: 22000, currency: 'USD' } })
export type WatchPatch = z.output<typeof watchPatchSchema>

export const watchQuery = pageQuery.extend({
  tag: tag.optional(),
  state: z.enum(watchStates).optional(),
})
export type WatchQuery = z.output<typeof watchQuery>

const moment = z.iso.datetime()

/** Of `priceCents` and `previousPriceCents` the first is what it cost then, the other what it cost before; in `currency`. */
const lastEventSchema = z.object({
  at: moment,
  events: z.array(z.enum(watchEvents)),
  priceCents: z.number().int().nullable(),
  previousPriceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
})
export type LastEvent = z.output<typeof lastEventSchema>

export const watchSchema = z.object({
  id: z.number().int(),
  marketplace: z.string(),
  url: z.string(),
  state: z.enum(watchStates),
  /** Null until its page was read, and after it was cleared away. */
  listing: z
    .object({
      id: z.number().int(),
      title: z.string(),
      imageUrl: z.string().nullable(),
      state: z.enum(listingStates),
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      location: z.string().nullable(),
      lastSeenAt: moment,
    })
    .nullable(),
  thresholdCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  /** Its price is at most the threshold, and that was notified or seen when the threshold was set. */
  belowThreshold: z.boolean(),
  notifyDrops: z.boolean(),
  notifyRises: z.boolean(),
  notifyBackOnSale: z.boolean(),
  notifySold: z.boolean(),
  notifyGone: z.boolean(),
  /** One of these two. */
  notifyEnded: z.boolean(),
  /** What happened last, whether you were told of it or not; null = nothing since you follow it. */
  lastEvent: lastEventSchema.nullable(),
  channels: z.array(z.string()),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  /** Why nothing can be notified, one sentence with what to do. */
  problem: z.string().nullable(),
  /** When its own page was read last, and when it will be; scans see most listings without that. */
  polledAt: moment.nullable(),
  nextPollAt: moment.nullable(),
  demo: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
})
export type WatchView = z.output<typeof watchSchema>

const pricePoint = z.object({
  at: moment,
  /** Null = no price stated from then on. */
  priceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  /** False = it stands for "make an offer". */
  isMeant: z.boolean(),
})

export const watchDetailSchema = watchSchema.extend({
  /** Prices of the listing, each from its moment on, oldest first. */
  pricePoints: z.array(pricePoint),
  /** The same thing in all its listings, where it has several. */
  cluster: z
    .object({
      id: z.number().int(),
      summary: z.string(),
      pricePoints: z.array(pricePoint.extend({ listingId: z.number().int() })),
      /** Its listings, the earliest first. */
      listings: z.array(
        z.object({
          id: z.number().int(),
          title: z.string(),
          marketplace: z.string(),
          state: z.enum(listingStates),
          firstSeenAt: moment,
          endedAt: moment.nullable(),
        }),
      ),
    })
    .nullable(),
  /** What you were told of it, the newest first, as far as it is kept; at most 100. */
  told: z.array(z.object({ notificationId: z.number().int(), at: moment, title: z.string() })),
})
export type WatchDetail = z.output<typeof watchDetailSchema>
