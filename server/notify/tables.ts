import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import type { Cause } from '../core/telemetry/cause.ts'
import { deliveryStates } from '../model/delivery.ts'
import type { Message } from '../model/message.ts'
import type { Confirmation } from './targets/confirm.ts'
import type { WhenPreferences } from './when/preferences.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** What a person filled in for one target of a channel. */
export const channelSettings = pgTable(
  'channel_settings',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    /** The key of the target (`targetKey`): the channel's id, or that and its own. */
    channel: text().notNull(),
    /** What the person calls it; null = nothing. */
    label: text(),
    /** Sealed JSON of the channel's fields. */
    settings: text().notNull(),
    enabled: boolean().notNull().default(true),
    /** When it was verified that the target is theirs; null while that waits. */
    confirmedAt: time('confirmed_at'),
    /** The verification under way: hash of the code or token, its end, its tries. */
    confirmation: jsonb().$type<Confirmation>(),
    /** Since when and why the program itself switched it off (bounce, dead subscription, unsubscribed). */
    offAt: time('off_at'),
    offReason: text('off_reason'),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channel] })],
)

/** Options of channels that the program made, since the operator set none: keys. */
export const madeOptions = pgTable('made_options', {
  channel: text().primaryKey(),
  /** Sealed JSON of values by the names of their options. */
  sealed: text().notNull(),
  madeAt: time('made_at').notNull(),
})

/** When a person wants to be notified (docs/when.md); without a row the defaults hold. */
export const notifyPreferences = pgTable('notify_preferences', {
  userId: bigint('user_id', { mode: 'number' })
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Their time zone is in the profile. */
  preferences: jsonb().$type<Omit<WhenPreferences, 'timeZone'>>().notNull(),
  updatedAt: time('updated_at').notNull(),
})

/**
 * One row per person and target (its key is `channel`) that ever had a delivery: the order of its messages, how many it got lately, and
 * whether anything gets through. Whoever adds or takes a delivery holds this row.
 */
export const channelQueues = pgTable(
  'channel_queues',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    /** When the next attempt is due, null when none waits; while one is under way, the end of its lease. */
    nextAt: time('next_at'),
    /** When the first message that is held back is due. */
    releaseAt: time('release_at'),
    /** Attempts in a row that did not get through, since when, and until when nothing is tried. */
    failures: integer().notNull().default(0),
    failingSince: time('failing_since'),
    retryAt: time('retry_at'),
    /** Messages of the local hour and day that began then. */
    hourStart: time('hour_start'),
    hourCount: integer('hour_count').notNull().default(0),
    dayStart: time('day_start'),
    dayCount: integer('day_count').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.channel] }),
    index('channel_queues_next').on(table.nextAt).where(sql`next_at IS NOT NULL`),
    index('channel_queues_release').on(table.releaseAt).where(sql`release_at IS NOT NULL`),
    index('channel_queues_failing').on(table.channel).where(sql`failures > 0`),
  ],
)

/** What to say to a person, once per key. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    /** `listing:<id>:new`, `listing:<id>:drop:<cents>:<currency>`, `rule:<id>:existing:<revision>`, `digest:…`, … */
    dedupeKey: text('dedupe_key').notNull(),
    kind: text().notNull(),
    /** A snapshot without the id, which the row has. */
    message: jsonb().$type<Omit<Message, 'notificationId'>>().notNull(),
    demo: boolean().notNull(),
    /** Best deal score among its listings; null where it is not about listings. */
    score: smallint(),
    /** Rules it is because of. */
    ruleIds: bigint('rule_ids', { mode: 'number' }).array().notNull().default(sql`'{}'::bigint[]`),
    /** When what it notifies of was first seen; for how long it took to be notified. */
    seenAt: time('seen_at'),
    /** Because of what it was written: ids of the log; null = of nothing that has one. */
    cause: jsonb().$type<Cause>(),
    createdAt: time('created_at').notNull(),
    readAt: time('read_at'),
  },
  (table) => [
    // Every key of what grows with a person's messages says whose it is: decision 24.
    primaryKey({ columns: [table.id, table.userId] }),
    uniqueIndex('notifications_identity').on(table.userId, table.dedupeKey),
    index('notifications_unread').on(table.userId, table.id).where(sql`read_at IS NULL`),
    index('notifications_newest').on(table.userId, table.id.desc().nullsFirst()),
    index('notifications_days').on(table.userId, table.createdAt),
  ],
)

/** One notification to one target, whose key is `channel`. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    /** What receivers know it by: never given twice, not even after the database was wiped or restored, nor guessed. */
    key: uuid().notNull().defaultRandom(),
    notificationId: bigint('notification_id', { mode: 'number' }).notNull(),
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    channel: text().notNull(),
    state: text({ enum: deliveryStates }).notNull(),
    /** Why it was held back, and until when that was meant to last; both stay for "why so late?". */
    holdReason: text('hold_reason'),
    heldUntil: time('held_until'),
    /** The digest that notifies of it. */
    bundleId: bigint('bundle_id', { mode: 'number' }),
    /** Channels to try, in this order, when this one fails; and the delivery that this one stands in for. */
    fallbackChannels: text('fallback_channels').array().notNull().default(sql`'{}'::text[]`),
    fallbackOf: bigint('fallback_of', { mode: 'number' }),
    createdAt: time('created_at').notNull().defaultNow(),
    /** Next moment to try; while leased, the moment at which the lease ends; while held, its moment. */
    dueAt: time('due_at').notNull(),
    /** When `dueAt` was worked out: by a clock that was ahead of ours, it is not to be waited for. Null = unknown. */
    datedAt: time('dated_at'),
    leaseToken: uuid('lease_token'),
    attempts: integer().notNull().default(0),
    /** Attempts after which nobody can tell whether it arrived. */
    undecided: integer().notNull().default(0),
    reason: text(),
    providerRef: text('provider_ref'),
    finishedAt: time('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.userId] }),
    foreignKey({
      name: 'deliveries_notification',
      columns: [table.notificationId, table.userId],
      foreignColumns: [notifications.id, notifications.userId],
    }).onDelete('cascade'),
    uniqueIndex('deliveries_identity').on(table.notificationId, table.channel, table.userId),
    index('deliveries_waiting')
      .on(table.userId, table.channel, table.id)
      .where(sql`state IN ('pending', 'leased', 'retry')`),
    index('deliveries_held').on(table.userId, table.channel, table.dueAt).where(sql`state = 'held'`),
    index('deliveries_bundle').on(table.bundleId).where(sql`bundle_id IS NOT NULL`),
    index('deliveries_provider_ref').on(table.providerRef).where(sql`provider_ref IS NOT NULL`),
    index('deliveries_finished').on(table.finishedAt).where(sql`finished_at IS NOT NULL`),
  ],
)

/** Every attempt, for "what happened to my message?". */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    deliveryId: bigint('delivery_id', { mode: 'number' }).notNull(),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at').notNull(),
    outcome: text({ enum: ['sent', 'retry', 'failed'] }).notNull(),
    reason: text(),
    /** What the provider answered: its id of the message. */
    providerRef: text('provider_ref'),
    undecided: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.userId] }),
    foreignKey({
      name: 'delivery_attempts_of',
      columns: [table.deliveryId, table.userId],
      foreignColumns: [deliveries.id, deliveries.userId],
    }).onDelete('cascade'),
    index('delivery_attempts_delivery').on(table.deliveryId),
  ],
)

/** The address of a person's feed: whoever has its token reads what they were notified of. The token is only in the address. */
export const personalFeeds = pgTable('personal_feeds', {
  userId: bigint('user_id', { mode: 'number' })
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: time('created_at').notNull(),
})
