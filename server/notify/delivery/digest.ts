import type { ListingState } from '../../model/listing-schema.ts'
import type { Message, MessageItem } from '../../model/message.ts'
import { lined, type Said, titled } from '../../model/sentences/said.ts'
import { say } from '../../model/sentences/sentences.ts'
import type { HoldReason } from './plan.ts'

/** One message that a digest notifies. */
export interface Held {
  message: Omit<Message, 'notificationId'>
  holdReason: HoldReason | null
  /** Because of what it was written; see keptCause(). */
  cause: unknown
}

const itemsMax = 10
const linesMax = 8

/** What a listing is now; see `listedThings` of the clusters. */
export interface ListedThing {
  listingId: number
  clusterId: number | null
  state: ListingState
}

/** Of everything that a digest notifies: what is still to be had, and what is not. */
export interface Things {
  notifications: number
  /** Things still to be had; those that messages only counted are taken for it. */
  count: number
  /** How many things that were to be offered were sold, or taken down, by now. */
  sold: number
  gone: number
  /** Listings that are over. */
  over: ReadonlySet<number>
  /** Which thing a listing is: the same name for listings of one thing. */
  thingOf(listingId: number): string
}

/** Several listings of one thing count once, and as long as one of them is there it is to be had. */
export function thingsOf(
  batch: {
    notifications: number
    listingIds: readonly number[]
    offeredIds: readonly number[]
    unnamed: number
  },
  listed: readonly ListedThing[],
): Things {
  const known = new Map(listed.map((one) => [one.listingId, one]))
  const thingOf = (id: number) => {
    const clusterId = known.get(id)?.clusterId ?? null
    return clusterId === null ? `listing ${id}` : `cluster ${clusterId}`
  }
  const isOver = (id: number) => endStates.has(known.get(id)?.state ?? 'active')
  const things = [...Map.groupBy(batch.listingIds, thingOf).values()]
  const over = things.filter((ids) => ids.every(isOver))
  // Of what the person follows its own message tells that it is over.
  const missed = over.filter((ids) => ids.some((id) => batch.offeredIds.includes(id)))
  const sold = missed.filter((ids) => ids.some((id) => known.get(id)!.state === 'sold')).length
  return {
    notifications: batch.notifications,
    count: things.length - over.length + batch.unnamed,
    sold,
    gone: missed.length - sold,
    over: new Set(batch.listingIds.filter(isOver)),
    thingOf,
  }
}

const endStates: ReadonlySet<ListingState> = new Set(['sold', 'gone'])

/** It tells what became of a listing that the person follows, also that it is sold. */
export function isOfWatch({ message }: Held): boolean {
  return message.kind === 'watch'
}

/**
 * What was held back, in one message: the best things that are still to be had, each once as it was notified last, and as
 * lines what is not about one. `held` is the best of all, oldest first; `things` is of everything.
 */
export function digestMessage(
  held: readonly Held[],
  things: Things,
  now: Date,
): Omit<Message, 'notificationId'> {
  const latest = new Map<string, MessageItem>()
  for (const { message } of held)
    for (const item of message.items) {
      if (things.over.has(item.listingId)) continue
      const thing = things.thingOf(item.listingId)
      latest.set(thing, sinceFirst(latest.get(thing), item))
    }
  const items = [...latest.values()].toSorted((a, b) => b.score.total - a.score.total).slice(0, itemsMax)
  const others = held.filter(
    (one) =>
      one.message.items.length === 0 ||
      (isOfWatch(one) && one.message.items.every(({ listingId }) => things.over.has(listingId))),
  )
  const lines = [
    ...whyLine(held.map(({ holdReason }) => holdReason)),
    ...(things.count === 0 ? [] : overLine(things)),
    ...others.slice(0, linesMax).map(titleOf),
    ...(others.length > linesMax ? [say('message-more', { count: others.length - linesMax })] : []),
  ]
  return {
    kind: 'digest',
    ...titled(digestTitle(things)),
    items,
    ...lined(lines),
    itemCount: things.count,
    demo: held.every(({ message }) => message.demo),
    createdAt: now.toISOString(),
  }
}

function titleOf({ message: { title, titleSaid } }: Held): Said | string {
  return titleSaid === undefined ? title : { sentence: title, ...titleSaid }
}

function overLine({ sold, gone }: Things): Said[] {
  return sold + gone === 0 ? [] : [say('message-over', { sold, gone })]
}

/** A listing that was to be notified several times: its price before is the one before the first of them. */
function sinceFirst(earlier: MessageItem | undefined, item: MessageItem): MessageItem {
  if (earlier?.listingId !== item.listingId || earlier.currency !== item.currency) return item
  const before = earlier.previousPriceCents ?? earlier.priceCents
  const { previousPriceCents: _, ...rest } = item
  return before !== null && item.priceCents !== null && before > item.priceCents
    ? { ...rest, previousPriceCents: before }
    : rest
}

function digestTitle({ notifications, count, sold, gone }: Things): Said {
  if (count > 0) return say('message-digest', { count })
  if (sold + gone === 0) return say('message-digest-messages', { count: notifications })
  return say('message-digest-over', { sold, gone })
}

function whyLine(held: readonly (HoldReason | null)[]): Said[] {
  const known = [...new Set(held.filter((reason) => reason !== null))].filter((reason) => reason !== 'digest')
  return known.length === 0 ? [] : [say('message-together', { reasons: known })]
}
