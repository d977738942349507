import { sql } from 'drizzle-orm'
import { bigint, boolean, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { listings } from '../listings/tables.ts'
import { type LastEvent, watchStates } from './schema.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const cents = (name: string) => bigint(name, { mode: 'number' })

/** A listing that a person follows. */
export const watches = pgTable(
  'watches',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    externalId: text('external_id').notNull(),
    url: text().notNull(),
    /** Null until it was read for the first time, and after it was cleared away. */
    listingId: bigint('listing_id', { mode: 'number' }).references(() => listings.id, {
      onDelete: 'set null',
    }),
    note: text(),
    tags: jsonb().$type<string[]>().notNull(),
    /** Notify when its price is at most this, in `currency`. */
    thresholdCents: cents('threshold_cents'),
    currency: text(),
    notifyDrops: boolean('tell_drops').notNull(),
    notifyBackOnSale: boolean('tell_back_on_sale').notNull(),
    notifyRises: boolean('tell_rises').notNull().default(false),
    notifySold: boolean('tell_ended').notNull(),
    /** Null = as `tell_ended`, which was of both. */
    notifyGone: boolean('tell_gone'),
    channels: jsonb().$type<string[]>().notNull(),
    /** What was seen last: what happens next is notified against this. */
    lastState: text('last_state', { enum: watchStates }).notNull(),
    lastPriceCents: cents('last_price_cents'),
    lastCurrency: text('last_currency'),
    /** The last price in each other currency that it was seen in; null = none. */
    lastElsewhere: jsonb('last_elsewhere').$type<Record<string, number>>(),
    /** The threshold was notified and the price has not risen above it since. */
    belowThreshold: boolean('below_threshold').notNull(),
    /** What happened last, told or not; null = nothing since it is followed. */
    lastEvent: jsonb('last_event').$type<LastEvent>(),
    /** Next poll of its own page; null where scans and rules see it anyway. */
    nextPollAt: time('next_look_at'),
    polledAt: time('looked_at'),
    /** Why it could not be read, one sentence. */
    problem: text(),
    demo: boolean().notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('watches_identity').on(table.userId, table.marketplace, table.externalId),
    index('watches_listing').on(table.listingId),
    index('watches_look').on(table.nextPollAt).where(sql`next_look_at IS NOT NULL`),
  ],
)
