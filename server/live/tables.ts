import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** What changed, in the order in which it is told to whoever looks at the moment; kept for a day. */
export const liveEvents = pgTable(
  'live_events',
  {
    /** Of the transaction that wrote it: what is below every transaction under way is complete, and comes first. */
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    /** Tells it from another of the same numbers, which a restored database gives anew. */
    salt: integer().notNull().default(sql`(random() * 2147483646)::integer`),
    /** Who alone may know; null = everybody. */
    userId: bigint('user_id', { mode: 'number' }).references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    data: jsonb().$type<object>().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.xid, table.id] }),
    index('live_events_person').on(table.userId, table.xid, table.id).where(sql`user_id IS NOT NULL`),
  ],
)
