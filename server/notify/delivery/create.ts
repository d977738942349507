import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { channelOf, targetsNamed } from '../../model/channel-target.ts'
import { preferencesOf } from '../preference-store.ts'
import {
  type DeliveryWrite,
  deliveryChannels,
  insertDeliveries,
  insertNotifications,
  notificationKey,
  targetsOfPeople,
  type WrittenNotification,
} from '../store.ts'
import type { When } from '../when/remembering.ts'
import { bestScore, channelsOf, type DraftChannel, type NotificationDraft, planNotification } from './plan.ts'
import { type HeldQueue, holdQueues, settleQueues, wakeDeliveries } from './queue-store.ts'

export interface NotifyingDeps {
  when: When
  /** Channels that the product itself shows: writing the notification is the delivery. */
  inProductChannels: ReadonlySet<string>
  /** Of people who never chose one. */
  timeZone: string
  /** In which language a person is spoken to: its tag; null = they chose none. */
  languageOf(userId: number): Promise<string | null>
  /** Chooses a person's, in their profile. */
  writeTimeZone(tx: Tx, userId: Authorized<'own'>, timeZone: string, now: Date): Promise<void>
  /** The ends of rules' cooldowns: held until the transaction ends, and written. */
  cooldowns: {
    hold(tx: Tx, rules: readonly { id: number }[]): Promise<Map<number, Date>>
    write(tx: Tx, cooling: readonly (readonly [ruleId: number, until: Date])[]): Promise<void>
  }
}

/**
 * Writes notifications and, per target, one delivery that goes out now or is held until its moment. What exists already
 * (same person and key) only gains the targets it lacks. Returns every draft's notification by `notificationKey`.
 */
export async function createNotifications(
  tx: Tx,
  drafts: readonly NotificationDraft[],
  deps: NotifyingDeps,
  now: Date,
): Promise<Map<string, WrittenNotification>> {
  if (drafts.length === 0) return new Map()
  const written = new Map(
    (
      await insertNotifications(
        tx,
        drafts.map((draft) => ({
          ...draft,
          score: bestScore(draft.message),
          ruleIds: [...new Set(channelsOf(draft).flatMap(({ rules }) => rules.map(({ id }) => id)))],
          seenAt: draft.seenAt ?? null,
        })),
        now,
      )
    ).map((one) => [notificationKey(one), one]),
  )
  await createDeliveries(tx, drafts, written, deps, now)
  return written
}

async function createDeliveries(
  tx: Tx,
  drafts: readonly NotificationDraft[],
  written: ReadonlyMap<string, WrittenNotification>,
  deps: NotifyingDeps,
  now: Date,
): Promise<void> {
  const notificationOf = (draft: NotificationDraft) => written.get(notificationKey(draft))!
  const known = [...written.values()].filter(({ isNew }) => !isNew).map(({ id }) => id)
  const has = await deliveryChannels(tx, known)
  const channelsIn = await targetedChannels(tx, drafts, deps)
  const wanted = drafts.flatMap((draft) =>
    channelsIn(draft)
      .filter(({ channel }) => !has.has(`${notificationOf(draft).id} ${channel}`))
      .map((channel) => ({ draft, channel, notificationId: notificationOf(draft).id })),
  )
  const outside = wanted.filter(({ channel }) => !deps.inProductChannels.has(channel.channel))
  const queues = await holdQueues(
    tx,
    outside.map(({ draft, channel }) => ({ userId: draft.userId, channel: channel.channel })),
  )
  const state = {
    queues: new Map(queues.map((queue) => [queueKey(queue), queue])),
    preferences: await preferencesOf(tx, [...new Set(queues.map(({ userId }) => userId))], deps.timeZone),
    cooling: await deps.cooldowns.hold(
      tx,
      outside.flatMap(({ channel }) => channel.rules.filter(hasCooldown)),
    ),
  }
  const before = new Map(state.cooling)
  const deliveries = wanted.map(({ draft, channel, notificationId }): DeliveryWrite => {
    const row = {
      notificationId,
      userId: draft.userId,
      channel: channel.channel,
      fallbackChannels: channel.fallbackChannels.filter((id) => id !== channel.channel),
    }
    const queue = state.queues.get(queueKey(row))
    if (queue === undefined) return { ...row, state: 'sent', dueAt: now, holdReason: null }
    const { planned, counters } = planNotification(deps.when, {
      now,
      score: bestScore(draft.message),
      rules: channel.rules,
      cooling: state.cooling,
      counters: queue.counters,
      preferences: state.preferences.get(draft.userId)!,
      asked: draft.asked ?? false,
    })
    queue.counters = counters
    return planned.at === 'now'
      ? { ...row, state: 'pending', dueAt: now, holdReason: null }
      : { ...row, state: 'held', dueAt: planned.at, holdReason: planned.reason }
  })
  await insertDeliveries(tx, deliveries, now)
  await settleQueues(tx, queues)
  await deps.cooldowns.write(
    tx,
    [...state.cooling].filter(([id, until]) => before.get(id) !== until),
  )
  if (outside.length > 0) await wakeDeliveries(tx)
}

/** Drafts' channels as the targets that they mean to whom they are for, each once. */
async function targetedChannels(
  tx: Tx,
  drafts: readonly NotificationDraft[],
  { inProductChannels }: NotifyingDeps,
): Promise<(draft: NotificationDraft) => DraftChannel[]> {
  const isOutside = (name: string) => !inProductChannels.has(channelOf(name))
  const people = drafts.filter((draft) => channelsOf(draft).some(({ channel }) => isOutside(channel)))
  const targets = await targetsOfPeople(tx, [...new Set(people.map(({ userId }) => userId))])
  return (draft) => {
    const own = targets.get(draft.userId) ?? []
    const keys = (name: string) => (isOutside(name) ? targetsNamed(name, own) : [channelOf(name)])
    const channels = channelsOf(draft).flatMap((one) =>
      keys(one.channel).map((channel) => ({
        ...one,
        channel,
        fallbackChannels: one.fallbackChannels.flatMap(keys),
      })),
    )
    return channelsOf({ channels })
  }
}

const hasCooldown = ({ cooldownMinutes }: { cooldownMinutes: number | null }) => cooldownMinutes !== null
const queueKey = ({ userId, channel }: Pick<HeldQueue, 'userId' | 'channel'>) => `${userId} ${channel}`

/** How many of the written notifications did not exist before. */
export function countNew(written: ReadonlyMap<string, WrittenNotification>): number {
  return [...written.values()].filter(({ isNew }) => isNew).length
}
