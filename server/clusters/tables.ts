import {
  bigint,
  boolean,
  customType,
  index,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { listings } from '../listings/tables.ts'
import { relationKinds } from './schema.ts'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
const time = (name: string) => timestamp(name, { withTimezone: true })
const listingId = (name: string) =>
  bigint(name, { mode: 'number' })
    .notNull()
    .references(() => listings.id, { onDelete: 'cascade' })

/** Two listings or more that are one thing; a listing without a row in `cluster_members` is alone. */
export const clusters = pgTable(
  'clusters',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    demo: boolean().notNull(),
    createdAt: time('created_at').notNull(),
    /** When its members last changed. */
    updatedAt: time('updated_at').notNull(),
  },
  // Ascending and read backwards: Drizzle's desc() says NULLS LAST, which no ORDER BY … DESC can use.
  (table) => [index('clusters_recent').on(table.updatedAt, table.id)],
)

export const clusterMembers = pgTable(
  'cluster_members',
  {
    listingId: listingId('listing_id').primaryKey(),
    clusterId: bigint('cluster_id', { mode: 'number' })
      .notNull()
      .references(() => clusters.id, { onDelete: 'cascade' }),
    joinedAt: time('joined_at').notNull(),
    /** How it relates to the member by which it joined. */
    kind: text({ enum: relationKinds }).notNull(),
    score: real().notNull(),
    reason: text().notNull(),
    by: text({ enum: ['machine', 'person'] }).notNull(),
  },
  (table) => [index('cluster_members_cluster').on(table.clusterId, table.listingId)],
)

/** What a person said about two listings; kept for ever, and stronger than anything the machine finds. */
export const clusterDecisions = pgTable(
  'cluster_decisions',
  {
    lowListingId: listingId('low_listing_id'),
    highListingId: listingId('high_listing_id'),
    verdict: text({ enum: ['same', 'different'] }).notNull(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    decidedAt: time('decided_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lowListingId, table.highListingId] }),
    // The other half of the pair has no index of its own in the key: deleting a listing looks for it.
    index('cluster_decisions_high').on(table.highListingId),
  ],
)

/** One row: how far the listings were looked through for the same things again (`followUp`). */
export const clusterProgress = pgTable('cluster_progress', {
  id: smallint().primaryKey(),
  /** Every listing changed by a transaction below this one has been looked at beside all others below it. */
  doneXid: xid8('done_xid').notNull(),
  /** The sweep under way ends below this transaction; null = none is. */
  sweepToXid: xid8('sweep_to_xid'),
  /** The sweep under way has looked at listings up to this id. */
  afterId: bigint('after_id', { mode: 'number' }).notNull(),
})
