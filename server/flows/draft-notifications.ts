import { createHash } from 'node:crypto'
import type { MessageItem } from '../model/message.ts'
import type { Rule } from '../model/rule-schema.ts'
import { titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import type { DraftChannel, NotificationDraft } from '../notify/delivery/plan.ts'
import type { MatchChange } from '../rules/store.ts'

/** A notification of matches, and which matches it tells. */
export interface MatchDraft extends NotificationDraft {
  notifies: { ruleId: number; listingId: number }[]
}

export interface DraftInput {
  /** New matches, and those whose price fell. */
  changes: readonly MatchChange[]
  rules: ReadonlyMap<number, Rule>
  /** Notifications that notified a person of a listing before: `<user> <listing>` → its key. */
  notifiedBefore: ReadonlyMap<string, string>
  demo: boolean
  now: Date
  /** When what is notified of a listing was first seen. */
  seenAt(listingId: number): Date
  /** The listing as a message shows it, for the rules that it matched. */
  item(listingId: number, matched: Rule[]): MessageItem
}

/** New listings of one poll that one person is notified one by one; more are notified together. */
export const togetherAbove = 5
const itemsMax = 10

/** One listing that is news for one person, for all rules of theirs that it matched. */
interface News {
  userId: number
  listingId: number
  rules: Rule[]
  /** Of a lower price; null for a new match. */
  previousPriceCents: number | null
}

/**
 * Notified: one notification for a person and listing, whichever of their rules it matched; of many new ones at once, one
 * for all of them with the best, so that ten thousand matches are not ten thousand messages.
 */
export function draftNotifications(input: DraftInput): MatchDraft[] {
  const byPerson = Map.groupBy(newsOf(input), ({ userId }) => userId)
  return [...byPerson.values()].flatMap((news) => {
    const together = news.filter(
      ({ userId, listingId, previousPriceCents }) =>
        previousPriceCents === null && !input.notifiedBefore.has(`${userId} ${listingId}`),
    )
    if (together.length <= togetherAbove) return news.map((one) => alone(input, one))
    const rest = news.filter((one) => !together.includes(one))
    return [togetherDraft(input, together), ...rest.map((one) => alone(input, one))]
  })
}

/** Together: a rule that a lower price newly fits tells that price, as those do whose price fell. */
function newsOf({ changes, rules, now }: DraftInput): News[] {
  const news = new Map<string, News>()
  for (const { ruleId, listingId, previousPriceCents } of changes) {
    const rule = rules.get(ruleId)
    // Deleted meanwhile, or over and not yet switched off.
    if (rule === undefined || (rule.expiresAt !== null && rule.expiresAt <= now)) continue
    const key = `${rule.userId} ${listingId}`
    const one = news.get(key) ?? { userId: rule.userId, listingId, rules: [], previousPriceCents: null }
    one.rules.push(rule)
    one.previousPriceCents ??= previousPriceCents
    news.set(key, one)
  }
  return [...news.values()]
}

function alone(input: DraftInput, { userId, listingId, rules, previousPriceCents }: News): MatchDraft {
  const item = input.item(listingId, rules)
  const drop = previousPriceCents !== null
  const { priceCents, currency, title } = item
  return {
    userId,
    dedupeKey: drop
      ? `listing:${listingId}:drop:${item.priceCents}:${item.currency}`
      : (input.notifiedBefore.get(`${userId} ${listingId}`) ?? `listing:${listingId}:new`),
    message: {
      kind: drop ? 'price-drop' : 'new-match',
      ...titled(
        drop
          ? say('message-drop', { priceCents, previousCents: previousPriceCents, currency, title })
          : say('message-match', { priceCents, currency, title }),
      ),
      items: [{ ...item, ...(drop && { previousPriceCents }) }],
      itemCount: 1,
      demo: input.demo,
      createdAt: input.now.toISOString(),
    },
    channels: rules.flatMap(channelsOfRule),
    seenAt: input.seenAt(listingId),
    notifies: rules.map(({ id }) => ({ ruleId: id, listingId })),
  }
}

function togetherDraft(input: DraftInput, news: News[]): MatchDraft {
  const items = news
    .map(({ listingId, rules }) => input.item(listingId, rules))
    .toSorted((a, b) => b.score.total - a.score.total || b.listingId - a.listingId)
  const names = new Set(news.flatMap(({ rules }) => rules.map(({ name }) => name)))
  const onlyRule = names.size === 1 ? [...names][0]! : null
  const rules = new Map(news.flatMap((one) => one.rules.map((rule) => [rule.id, rule])))
  return {
    userId: news[0]!.userId,
    dedupeKey: `listings:${fingerprint(news.map(({ listingId }) => listingId))}:new`,
    message: {
      kind: 'new-matches',
      ...titled(say('message-matches', { count: news.length, onlyRule, ruleCount: names.size })),
      items: items.slice(0, itemsMax),
      itemCount: news.length,
      demo: input.demo,
      createdAt: input.now.toISOString(),
    },
    channels: [...rules.values()].flatMap(channelsOfRule),
    seenAt: new Date(Math.min(...news.map(({ listingId }) => input.seenAt(listingId).getTime()))),
    notifies: news.flatMap(({ listingId, rules: matched }) =>
      matched.map(({ id }) => ({ ruleId: id, listingId })),
    ),
  }
}

function fingerprint(listingIds: number[]): string {
  const text = listingIds.toSorted((a, b) => a - b).join(' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The channels of a rule, with what of it decides when each of them notifies. */
export function channelsOfRule(
  rule: Pick<Rule, 'id' | 'rhythm' | 'cooldownMinutes' | 'snoozedUntil' | 'channels' | 'fallbackChannels'>,
): DraftChannel[] {
  const { id, rhythm, cooldownMinutes, snoozedUntil, fallbackChannels } = rule
  return rule.channels.map((channel) => ({
    channel,
    rules: [{ id, rhythm, cooldownMinutes, snoozedUntil }],
    fallbackChannels,
  }))
}
