import type { Message, MessageItem } from './message.ts'
import type { HoldReason } from './plan.ts'

/** One message that a digest tells. */
export interface Held {
  message: Omit<Message, 'notificationId'>
  holdReason: HoldReason | null
}

const itemsMax = 10
const linesMax = 8

/**
 * What was held back, in one message: the best listings, each once as it was told last, and what is not about listings
 * as lines. `held` is the best of all, oldest first; `counts` is of everything.
 */
export function digestMessage(
  held: readonly Held[],
  counts: { notifications: number; listings: number },
  now: Date,
): Omit<Message, 'notificationId'> {
  const latest = new Map<number, MessageItem>()
  for (const { message } of held)
    for (const item of message.items) latest.set(item.listingId, sinceFirst(latest.get(item.listingId), item))
  const items = [...latest.values()].toSorted((a, b) => b.score.total - a.score.total).slice(0, itemsMax)
  const others = held.filter(({ message }) => message.items.length === 0)
  const lines = [
    ...whyLine(held.map(({ holdReason }) => holdReason)),
    ...others.slice(0, linesMax).map(({ message }) => message.title),
    ...(others.length > linesMax ? [`And ${others.length - linesMax} more messages; see your inbox.`] : []),
  ]
  return {
    kind: 'digest',
    title: digestTitle(counts),
    items,
    lines,
    itemCount: counts.listings,
    demo: held.every(({ message }) => message.demo),
    createdAt: now.toISOString(),
  }
}

/** A listing that was to be told several times: its price before is the one before the first of them. */
function sinceFirst(earlier: MessageItem | undefined, item: MessageItem): MessageItem {
  if (earlier === undefined || earlier.currency !== item.currency) return item
  const before = earlier.previousPriceCents ?? earlier.priceCents
  const { previousPriceCents: _, ...rest } = item
  return before !== null && item.priceCents !== null && before > item.priceCents
    ? { ...rest, previousPriceCents: before }
    : rest
}

function digestTitle({ notifications, listings }: { notifications: number; listings: number }): string {
  if (listings === 0) return `${notifications} messages from Deal Scout`
  return `${listings} ${listings === 1 ? 'deal' : 'deals'} in one message`
}

const reasons: Record<HoldReason, string> = {
  digest: 'your digest',
  'quiet-hours': 'they came in your quiet hours',
  'cap-hour': 'your limit of messages an hour was reached',
  'cap-day': 'your limit of messages a day was reached',
  cooldown: 'their rule was resting after a message',
  snooze: 'their rule was snoozed',
  'catch-up': 'Deal Scout was not running when they were due',
}

function whyLine(held: readonly (HoldReason | null)[]): string[] {
  const known = [...new Set(held.filter((reason) => reason !== null))].filter((reason) => reason !== 'digest')
  return known.length === 0
    ? []
    : [`Told together because ${known.map((reason) => reasons[reason]).join('; ')}.`]
}
