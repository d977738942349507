import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** How far each kind of old rows was looked through; a pass that was broken off goes on from there. */
export const retentionProgress = pgTable('retention_progress', {
  kind: text().primaryKey(),
  /** The pass under way has come to here; null = none is. */
  afterAt: time('after_at'),
  afterId: bigint('after_id', { mode: 'number' }),
  /** When a pass last came to its end. */
  passedAt: time('passed_at'),
  /** Rows deleted so far, by all passes. */
  deleted: bigint({ mode: 'number' }).notNull().default(0),
})

/** Processes with the role api that said lately that they live. */
export const apiProcesses = pgTable('api_processes', {
  id: uuid().primaryKey(),
  seenAt: time('seen_at').notNull(),
})

/** Processes of every role that said lately that they live, and what each may take of the database. */
export const runningProcesses = pgTable('running_processes', {
  id: uuid().primaryKey(),
  roles: text().array().notNull(),
  release: text().notNull(),
  /** Most connections that it opens at a time, those beside its pool with it. */
  connectionsMax: integer('connections_max').notNull(),
  seenAt: time('seen_at').notNull(),
})

/** What was answered to requests with an `Idempotency-Key`, for who sends them again. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    /** Method and address as the route is written. */
    route: text().notNull(),
    /** A signature of the whole request, by which another one with the same key is told. */
    request: text().notNull(),
    createdAt: time('created_at').notNull(),
    /** Who answers it; another process takes over when it said nothing until then. */
    token: uuid().notNull(),
    leasedUntil: time('leased_until').notNull(),
    /** Null = under way. */
    status: smallint(),
    /** Headers and body, sealed. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    index('kept_answers_created').on(table.createdAt),
  ],
)

/** The level that the log of every process has for a while, in place of the one that is set; one row at the most. */
export const logLevels = pgTable(
  'log_levels',
  {
    only: boolean().primaryKey().default(true),
    level: text().notNull(),
    until: time('until').notNull(),
  },
  (table) => [check('log_levels_only', sql`${table.only}`)],
)
