import type { Message } from '../../model/message.ts'
import type { CapCounters } from '../when/caps.ts'
import { capCounts } from '../when/caps.ts'
import type { Rhythm, WhenPreferences } from '../when/preferences.ts'
import type { When } from '../when/remembering.ts'
import type { HoldReason as WhenReason } from '../when/when-to-notify.ts'
import { believableEnd } from './cooldown.ts'

/** Why a delivery waits: for its moment; or `catch-up`: it was overdue after a downtime and is notified in one. */
export type HoldReason = WhenReason | 'snooze' | 'catch-up'

/** What of a rule decides when it notifies. */
export interface DraftRule {
  id: number
  /** null = as the person's preferences say. */
  rhythm: Rhythm | null
  cooldownMinutes: number | null
  snoozedUntil: Date | null
}

/** A channel or one target of it (`targetsNamed`) that a notification is for, and because of which rules. */
export interface DraftChannel {
  channel: string
  rules: readonly DraftRule[]
  /** Tried in this order when the channel fails. */
  fallbackChannels: readonly string[]
}

/** A notification to be written; `dedupeKey` makes it once per person. */
export interface NotificationDraft {
  userId: number
  dedupeKey: string
  message: Omit<Message, 'notificationId'>
  /** Channel ids, or what of rules decides how each is notified. */
  channels: readonly (string | DraftChannel)[]
  /** When what it notifies of was first seen. */
  seenAt?: Date | null
  /** A person asked for it this moment: told whatever the hour, and not counted. */
  asked?: boolean
}

/** The best deal score among what a message shows; null where it is not about listings. */
export function bestScore(message: Pick<Message, 'items'>): number | null {
  return message.items.length === 0 ? null : Math.max(...message.items.map(({ score }) => score.total))
}

/** A draft's channels, each once, with the rules and fallbacks of all that name it. */
export function channelsOf(draft: Pick<NotificationDraft, 'channels'>): DraftChannel[] {
  const channels = new Map<string, DraftChannel>()
  for (const one of draft.channels) {
    const given = typeof one === 'string' ? { channel: one, rules: [], fallbackChannels: [] } : one
    const known = channels.get(given.channel)
    channels.set(given.channel, {
      channel: given.channel,
      rules: [...(known?.rules ?? []), ...given.rules],
      fallbackChannels: [...new Set([...(known?.fallbackChannels ?? []), ...given.fallbackChannels])],
    })
  }
  return [...channels.values()]
}

export type Planned = { at: 'now' } | { at: Date; reason: HoldReason }

export interface PlanInput {
  now: Date
  score: number | null
  rules: readonly DraftRule[]
  /** Ends of rules' cooldowns; told rules are added. */
  cooling: Map<number, Date>
  counters: CapCounters | null
  preferences: WhenPreferences
  asked: boolean
}

/**
 * Whether one message goes out now on a channel, or when and why then. Of several rules that want it there, the one
 * that tells soonest decides. Returns the counters as they are afterwards.
 */
export function planNotification(
  when: When,
  input: PlanInput,
): { planned: Planned; counters: CapCounters | null } {
  const { now, score, preferences, cooling, rules } = input
  if (input.asked) return { planned: { at: 'now' }, counters: input.counters }
  const { sent, afterOneMore } = capCounts(input.counters, when.capWindows(preferences, now))
  const ask = (rule: DraftRule | null): Planned => {
    const cooled =
      rule === null ? null : believableEnd(cooling.get(rule.id) ?? null, rule.cooldownMinutes, now)
    const snoozed = rule?.snoozedUntil ?? null
    const coolingUntil = later(cooled, snoozed)
    const rhythm = rule?.rhythm ?? preferences.rhythm
    const notifying = when.whenToNotify({ now, score, rhythm, coolingUntil, sent, preferences })
    const isSnoozed = snoozed !== null && snoozed === coolingUntil
    return notifying.at !== 'now' && notifying.reason === 'cooldown' && isSnoozed
      ? { at: notifying.at, reason: 'snooze' }
      : notifying
  }
  const plans = rules.length === 0 ? [ask(null)] : rules.map(ask)
  const planned = plans.reduce((best, plan) => (isSooner(plan, best) ? plan : best))
  if (planned.at !== 'now') return { planned, counters: input.counters }
  for (const { id, cooldownMinutes } of rules) {
    if (cooldownMinutes !== null) cooling.set(id, new Date(now.getTime() + cooldownMinutes * 60_000))
  }
  return { planned, counters: afterOneMore }
}

function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a >= b ? a : b
}

function isSooner(a: Planned, b: Planned): boolean {
  if (b.at === 'now') return false
  return a.at === 'now' || a.at < b.at
}
