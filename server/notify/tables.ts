import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import type { Message } from './message.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** What a person filled in for a channel. */
export const channelSettings = pgTable(
  'channel_settings',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    channel: text().notNull(),
    /** Sealed JSON of the channel's fields. */
    settings: text().notNull(),
    enabled: boolean().notNull().default(true),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.channel] })],
)

/** What to say to a person, once per key. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    /** `listing:<id>:new`, `listing:<id>:drop:<cents>:<currency>`, `rule:<id>:existing:<revision>`. */
    dedupeKey: text('dedupe_key').notNull(),
    kind: text().notNull(),
    /** A snapshot without the id, which the row has. */
    message: jsonb().$type<Omit<Message, 'notificationId'>>().notNull(),
    demo: boolean().notNull(),
    createdAt: time('created_at').notNull(),
    readAt: time('read_at'),
  },
  (table) => [
    uniqueIndex('notifications_identity').on(table.userId, table.dedupeKey),
    index('notifications_newest').on(table.userId, table.id.desc().nullsFirst()),
  ],
)

export const deliveryStates = ['pending', 'leased', 'retry', 'sent', 'failed', 'dead'] as const

/** One notification on one channel. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    notificationId: bigint('notification_id', { mode: 'number' })
      .notNull()
      .references(() => notifications.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    state: text({ enum: deliveryStates }).notNull(),
    /** Next moment to try; while leased, the moment at which the lease ends. */
    dueAt: time('due_at').notNull(),
    leaseToken: uuid('lease_token'),
    attempts: integer().notNull().default(0),
    /** Attempts after which nobody can tell whether it arrived. */
    undecided: integer().notNull().default(0),
    reason: text(),
    providerRef: text('provider_ref'),
    finishedAt: time('finished_at'),
  },
  (table) => [
    uniqueIndex('deliveries_identity').on(table.notificationId, table.channel),
    index('deliveries_due').on(table.dueAt).where(sql`state IN ('pending', 'leased', 'retry')`),
  ],
)

/** Every attempt, for "what happened to my message?". */
export const deliveryAttempts = pgTable(
  'delivery_attempts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    deliveryId: bigint('delivery_id', { mode: 'number' })
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at').notNull(),
    outcome: text({ enum: ['sent', 'retry', 'failed'] }).notNull(),
    reason: text(),
    undecided: boolean().notNull(),
  },
  (table) => [index('delivery_attempts_delivery').on(table.deliveryId)],
)
