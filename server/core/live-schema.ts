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
