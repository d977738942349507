import { z } from 'zod'

/** No event names more things than this: a page of an import has thousands. */
export const namedMax = 100

const id = z.int().positive()
const ids = z.array(id).max(namedMax)

/** What happens while somebody looks, by its kind; each is told once, in the order in which it was written. */
export const liveData = {
  /** Listings that came, or came back; where there are more than are named, `count` says how many. */
  'listings-new': z.object({ count: z.int(), ids }),
  'prices-changed': z.object({
    listings: z
      .array(z.object({ id, priceCents: z.int().nullable(), currency: z.string().nullable() }))
      .max(namedMax),
  }),
  /** No longer for sale. */
  'listings-ended': z.object({
    listings: z.array(z.object({ id, state: z.string() })).max(namedMax),
  }),
  /** You were told something: new messages in the inbox. */
  told: z.object({ ids }),
  /** Messages that were read, or are unread again; `ids` is null where there are more than are named. */
  'inbox-read': z.object({ ids: ids.nullable(), read: z.boolean() }),
  /** Something became of deliveries of these messages. */
  'deliveries-changed': z.object({ notificationIds: ids }),
  'rules-changed': z.object({ ids }),
  /** Sources that were connected, changed, paused or removed, or that show nothing from now on or again; none = terms were accepted or taken back. */
  'sources-changed': z.object({ ids }),
  /** A scan began (`running`), read a page of several, or is over; `outcome` is null until then, and where it was broken off. */
  'scan-progress': z.object({
    ...{ sourceId: id, scanId: id, state: z.enum(['running', 'ended']) },
    ...{ pages: z.int(), found: z.int(), added: z.int(), changed: z.int() },
    outcome: z.string().nullable(),
  }),
  /** How far an import is that was sent with this `ticket`. */
  'import-progress': z.object({
    ticket: z.string(),
    ...{ rows: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int() },
  }),
  /** What you follow: it is other than before, begun or over. */
  'watches-changed': z.object({ ids }),
  /** Your own things whose stock, ads, orders or sales are other than before; none = an order that is of none of them. */
  'sell-changed': z.object({ itemIds: ids }),
  /** Listings that you marked; `ids` is null where there are more than are named. */
  'marks-changed': z.object({ ids: ids.nullable(), seenUpTo: z.iso.datetime().nullable().optional() }),
} as const

export const liveKinds = Object.keys(liveData) as LiveKind[]
export type LiveKind = keyof typeof liveData
export type LiveData<Kind extends LiveKind> = z.output<(typeof liveData)[Kind]>

/** One event of a kind, for one person; `userId` null = for everybody. */
export type LiveNote = {
  [Kind in LiveKind]: { userId: number | null; kind: Kind; data: LiveData<Kind> }
}[LiveKind]
