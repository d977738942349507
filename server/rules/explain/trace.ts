import { type KnownTarget, targetsNamed } from '../../model/channel-target.ts'
import type { ListingState } from '../../model/listing-schema.ts'
import { anyDrop, notifiesAgain, type Price } from '../../model/notifies-again.ts'
import { retold } from '../../model/sentences/languages.ts'
import type { DismissReason } from '../dismiss/dismiss-schema.ts'
import type { StoredRule } from '../store.ts'
import type { Outcome, TraceLine } from './finding.ts'
import {
  type Channels,
  channelName,
  type DeliveryFacts,
  deliveredAt,
  deliverySentence,
  messageVerdict,
  secondsBetween,
} from './trace-delivery.ts'
import type { Trace, TraceVerdict } from './trace-schema.ts'
import type { Telling } from './trace-texts.ts'

export interface MatchFacts {
  ruleId: number
  ruleName: string
  listingId: number
  matchedAt: Date
  score: number
  notifiedPriceCents: number | null
  notifiedCurrency: string | null
  notificationId: number | null
  dismissedAt: Date | null
  dismissReason: DismissReason | null
}

export interface MessageFacts extends Price {
  id: number
  dedupeKey: string
  kind: string
  title: string
  ruleIds: number[]
  ruleNames: string[]
  seenAt: Date | null
  createdAt: Date
  deliveries: DeliveryFacts[]
}

/** What is known of a listing, whichever rule asks. */
export interface ListingFacts extends Price {
  listingId: number
  title: string
  state: ListingState
  firstSeenAt: Date
  endedAt: Date | null
  detailsRead: boolean
  /** Other listings that are the same thing. */
  others: { listingId: number; title: string }[]
  /** The person's, of this listing and of the others, earliest first. */
  matches: MatchFacts[]
  /** About this listing, oldest first. */
  messages: MessageFacts[]
  /** By the keys of targets. */
  channels: Channels
  /** The person's. */
  targets: readonly KnownTarget[]
}

export interface Asked {
  rule: StoredRule
  listing: ListingFacts
  /** How the rule sees the listing now. */
  now: { verdict: Outcome; trace: TraceLine[] }
  at: Date
  telling: Telling
}

/** Why a person was, or was not, notified of a listing for a rule: from the first condition to the last channel. */
export function explain(asked: Asked): Trace {
  const { rule, listing, now } = asked
  const match = listing.matches.find((one) => one.ruleId === rule.id && one.listingId === listing.listingId)
  const own = listing.messages.filter((message) => isOf(message, rule, match ?? null))
  const { verdict, headline } = verdictOf(asked, match ?? null, own)
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    listingId: listing.listingId,
    title: listing.title,
    verdict,
    headline,
    fits: { verdict: now.verdict, conditions: now.trace },
    match: match
      ? {
          at: match.matchedAt.toISOString(),
          score: match.score,
          notifiedPriceCents: match.notifiedPriceCents,
          notifiedCurrency: match.notifiedCurrency,
          notificationId: match.notificationId,
          dismissedAt: match.dismissedAt?.toISOString() ?? null,
          dismissReason: match.dismissReason,
        }
      : null,
    story: storyOf(asked, match ?? null, own),
    messages: listing.messages.map((message) => messageView(asked, message, own.includes(message))),
  }
}

/** Whether a message was for a rule: by its ids; messages from before they had any say it by key and name. */
function isOf(message: MessageFacts, rule: StoredRule, match: MatchFacts | null): boolean {
  if (match !== null && match.notificationId === message.id) return true
  if (message.ruleIds.length > 0) return message.ruleIds.includes(rule.id)
  return message.dedupeKey.startsWith(`rule:${rule.id}:`) || message.ruleNames.includes(rule.name)
}

function verdictOf(
  asked: Asked,
  match: MatchFacts | null,
  own: readonly MessageFacts[],
): { verdict: TraceVerdict; headline: string } {
  const { listing, telling } = asked
  const { texts, timeZone } = telling
  const deliveries = own.flatMap((message) => message.deliveries)
  const verdict = messageVerdict(deliveries, listing.channels)
  if (verdict !== null) return { verdict, headline: deliveryHeadline(asked, own, verdict) }
  if (own.length > 0) {
    return {
      verdict: 'not-notified',
      headline: texts.noChannel(texts.moment(own[0]!.createdAt, timeZone)),
    }
  }
  if (match !== null) {
    return {
      verdict: 'not-notified',
      headline: texts.unnotified(unnotifiedReason(asked, match)),
    }
  }
  return { verdict: 'not-matched', headline: unmatchedReasons(asked)[0]! }
}

function deliveryHeadline(
  { listing, telling }: Asked,
  own: readonly MessageFacts[],
  verdict: 'notified' | 'held' | 'failed',
): string {
  const { texts, timeZone } = telling
  const all = own.flatMap((message) => message.deliveries.map((delivery) => ({ message, delivery })))
  const decisive = all.filter(({ delivery }) => messageVerdict([delivery], listing.channels) === verdict)
  const outside = decisive.filter(
    ({ delivery }) => listing.channels.get(delivery.channel)?.inProduct !== true,
  )
  const chosen = outside.length > 0 ? outside : decisive
  if (verdict === 'notified') {
    const first = chosen.reduce((a, b) => (deliveredAt(a.delivery)! <= deliveredAt(b.delivery)! ? a : b))
    const at = deliveredAt(first.delivery)!
    const seconds = secondsBetween(seenAtOf(listing, first.message), at)
    const name = channelName(listing.channels, first.delivery.channel)
    return texts.notified(name, texts.moment(at, timeZone), seconds === null ? null : texts.span(seconds))
  }
  const { message, delivery } = chosen.at(-1)!
  const sentence = deliverySentence(delivery, listing.channels, seenAtOf(listing, message), telling)
  return `${verdict === 'held' ? texts.waits : texts.failed} ${sentence}`
}

/** When what a message tells was first there; not known of a drop in messages from before that was noted. */
function seenAtOf(listing: ListingFacts, message: MessageFacts): Date | null {
  return message.seenAt ?? (message.kind === 'price-drop' ? null : listing.firstSeenAt)
}

function storyOf(asked: Asked, match: MatchFacts | null, own: readonly MessageFacts[]): string[] {
  const { rule, listing, at, telling } = asked
  const { texts } = telling
  const when = (time: Date) => texts.moment(time, telling.timeZone)
  const fit = fitSentence(asked)
  const unmatched = match === null && own.length === 0 ? unmatchedReasons(asked) : []
  return [
    // Where that is the reason too, once is enough.
    ...(unmatched.some((reason) => reason.startsWith(fit)) ? [] : [fit]),
    texts.firstSeen(when(listing.firstSeenAt)),
    ...(match === null
      ? unmatched
      : [
          texts.foundToFit(when(match.matchedAt), match.score),
          ...(match.dismissedAt === null
            ? []
            : [texts.dismissed(when(match.dismissedAt), match.dismissReason)]),
        ]),
    ...(match !== null && own.length === 0 ? [unnotifiedReason(asked, match)] : []),
    ...own.flatMap((message) => [
      texts.message(message.id, when(message.createdAt), message.title),
      ...(message.deliveries.length === 0 ? [texts.noWay] : []),
      ...message.deliveries.map((delivery) =>
        deliverySentence(delivery, listing.channels, seenAtOf(listing, message), telling),
      ),
    ]),
    ...(match === null ? [] : dropReasons(asked, match)),
    ...(rule.snoozedUntil !== null && rule.snoozedUntil > at ? [texts.snoozed(when(rule.snoozedUntil))] : []),
    ...channelProblems(rule, listing),
  ]
}

/** Why what the rule names cannot be used now, of each target once. */
function channelProblems(rule: StoredRule, { channels, targets }: ListingFacts): string[] {
  const keys = rule.channels.flatMap((name) => targetsNamed(name, targets))
  return [...new Set(keys)].flatMap((key) => channels.get(key)?.problem ?? [])
}

function fitSentence({ now, telling: { texts, language } }: Asked): string {
  const why = (outcome: Outcome) =>
    now.trace
      .filter((line) => line.outcome === outcome)
      .map((line) => retold(line, language).sentence)
      .join(' ')
  if (now.verdict === 'yes') return texts.fits
  return now.verdict === 'no' ? texts.fitsNot(why('no')) : texts.fitUnknown(why('unknown'))
}

/** Why there is no match, the most telling reason first; at least one. */
function unmatchedReasons(asked: Asked): string[] {
  const { rule, listing, now, at, telling } = asked
  const { texts } = telling
  const when = (time: Date) => texts.moment(time, telling.timeZone)
  const { state, firstSeenAt, endedAt } = listing
  const reasons: string[] = []
  if (rule.expiresAt !== null && rule.expiresAt <= at) reasons.push(texts.ended(when(rule.expiresAt)))
  if (now.verdict === 'no') reasons.push(fitSentence(asked))
  if (state !== 'active') {
    reasons.push(texts.over(state, endedAt === null ? null : when(endedAt)))
  }
  if (now.verdict === 'unknown') {
    reasons.push(`${fitSentence(asked)} ${listing.detailsRead ? texts.pageTellsNot : texts.pageUnread}`)
  }
  if (rule.createdAt > firstSeenAt) reasons.push(texts.madeAfter(when(rule.createdAt)))
  else if (rule.updatedAt > firstSeenAt) reasons.push(texts.changedAfter(when(rule.updatedAt)))
  if (now.verdict === 'yes' && state === 'active') {
    reasons.unshift(texts.fitsNow)
  }
  return reasons.length > 0 ? reasons : [fitSentence(asked)]
}

/** Why a match has no message of this rule. */
function unnotifiedReason(asked: Asked, match: MatchFacts): string {
  const { rule, listing, telling } = asked
  const { texts } = telling
  const when = (time: Date) => texts.moment(time, telling.timeZone)
  const twin = listing.matches.find(
    (other) =>
      other.ruleId === rule.id &&
      other.listingId !== listing.listingId &&
      other.matchedAt.getTime() <= match.matchedAt.getTime(),
  )
  if (twin !== undefined) {
    const title = listing.others.find(({ listingId }) => listingId === twin.listingId)?.title
    const price =
      twin.notifiedPriceCents === null || twin.notifiedCurrency === null
        ? null
        : ([twin.notifiedPriceCents, twin.notifiedCurrency] satisfies [number, string])
    return texts.twin({ when: when(twin.matchedAt), listingId: twin.listingId, title, price })
  }
  const before = listing.messages[0]
  if (before !== undefined) {
    const names = listing.matches
      .filter(({ ruleId, listingId }) => before.ruleIds.includes(ruleId) && listingId === listing.listingId)
      .map(({ ruleName }) => ruleName)
    return texts.notifiedBefore(when(before.createdAt), [...new Set([...names, ...before.ruleNames])])
  }
  return texts.noMessage
}

/** Why a price that fell since is not notified again. */
function dropReasons({ rule, listing, telling }: Asked, match: MatchFacts): string[] {
  const notified: Price = { priceCents: match.notifiedPriceCents, currency: match.notifiedCurrency }
  if (!notifiesAgain(anyDrop, notified, listing) || notifiesAgain(rule, notified, listing)) return []
  const { priceCents: nowCents, currency } = listing
  const facts = { nowCents, beforeCents: notified.priceCents, currency: currency!, isOnlyNew: rule.onlyNew }
  return [telling.texts.fell(facts)]
}

function messageView(asked: Asked, message: MessageFacts, ofThisRule: boolean): Trace['messages'][number] {
  const { listing, telling } = asked
  const seenAt = seenAtOf(listing, message)
  return {
    id: message.id,
    at: message.createdAt.toISOString(),
    kind: message.kind,
    title: message.title,
    ruleIds: message.ruleIds,
    ofThisRule,
    deliveries: message.deliveries.map((delivery) => {
      const at = deliveredAt(delivery)
      return {
        id: delivery.id,
        channel: delivery.channel,
        channelName: channelName(listing.channels, delivery.channel),
        state: delivery.state,
        sentence: deliverySentence(delivery, listing.channels, seenAt, telling),
        holdReason: delivery.holdReason,
        heldUntil: delivery.heldUntil?.toISOString() ?? null,
        digest: delivery.bundle && {
          id: delivery.bundle.id,
          at: delivery.bundle.createdAt.toISOString(),
        },
        fallbackOf: delivery.fallbackOf,
        deliveredAt: at?.toISOString() ?? null,
        secondsAfterSeen: secondsBetween(seenAt, at),
        attempts: delivery.tries.map((attempt) => ({
          ...attempt,
          startedAt: attempt.startedAt.toISOString(),
          finishedAt: attempt.finishedAt.toISOString(),
        })),
      }
    }),
  }
}
