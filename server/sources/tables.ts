import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
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
import { scanOutcomes } from '../marketplaces/contract.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** A configured connection to a marketplace. */
export const sources = pgTable('sources', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  userId: bigint('user_id', { mode: 'number' })
    .notNull()
    .references(() => users.id),
  /** What it alone has seen is market data, for everybody; else its owner's alone, but where its marketplace shows everyone the same. */
  shared: boolean().notNull().default(false),
  marketplace: text().notNull(),
  name: text().notNull(),
  /** Sealed JSON of the adapter's fields. */
  settings: text().notNull(),
  demo: boolean().notNull(),
  enabled: boolean().notNull().default(true),
  /** Scan without any rule too. */
  browse: boolean().notNull(),
  intervalMs: integer('interval_ms').notNull(),
  createdAt: time('created_at').notNull(),
  /** No scan before this moment (after a block). */
  coolDownUntil: time('cool_down_until'),
  /** When that rest began: after a clock was set back its length is still known. */
  coolDownFrom: time('cool_down_from'),
  /** Times blocked in a row: lengthens the cool-down. */
  blocks: integer().notNull().default(0),
  lastOkAt: time('last_ok_at'),
  /** Since when nothing can be seen; null while we see. */
  blindSince: time('blind_since'),
  lastOutcome: text('last_outcome', { enum: scanOutcomes }),
  lastReason: text('last_reason'),
})

/** One query to one source, for all rules that need it. */
export const scans = pgTable(
  'scans',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    sourceId: bigint('source_id', { mode: 'number' })
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    /** Canonical JSON of `request`. */
    requestKey: text('request_key').notNull(),
    request: jsonb().$type<Record<string, string>>().notNull(),
    ruleIds: jsonb('rule_ids').$type<number[]>().notNull(),
    /** Scans that use up one thing share it (see `quotaOf`); of these one runs at a time. */
    quota: text().notNull(),
    /** Next moment to run; while leased, the moment at which the lease ends. */
    dueAt: time('due_at').notNull(),
    leaseToken: uuid('lease_token'),
    /** Runs in a row that began to read what the site sent and never came to an end: their process ended first. */
    attempts: integer().notNull().default(0),
    lastRunAt: time('last_run_at'),
    lastOutcome: text('last_outcome', { enum: scanOutcomes }),
    lastReason: text('last_reason'),
    lastFound: integer('last_found'),
    /** True after blindness: the next good scan reads back to the last known listing. */
    backfill: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex('scans_identity').on(table.sourceId, table.requestKey),
    index('scans_due').on(table.dueAt),
    index('scans_running').on(table.quota).where(sql`lease_token IS NOT NULL`),
  ],
)

export const scanRuns = pgTable(
  'scan_runs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    scanId: bigint('scan_id', { mode: 'number' })
      .notNull()
      .references(() => scans.id, { onDelete: 'cascade' }),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at').notNull(),
    outcome: text({ enum: scanOutcomes }).notNull(),
    reason: text(),
    pages: integer().notNull(),
    found: integer().notNull(),
    added: integer().notNull(),
    changed: integer().notNull(),
    rejected: integer().notNull(),
  },
  (table) => [index('scan_runs_newest').on(table.scanId, table.startedAt.desc().nullsFirst())],
)

/** Daily call budgets shared by all processes. */
export const callBudgets = pgTable(
  'call_budgets',
  {
    budget: text().notNull(),
    day: date().notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.budget, table.day] })],
)

/** Small sealed values that adapters share between processes, such as an access token for its life. */
export const adapterCache = pgTable('adapter_cache', {
  key: text().primaryKey(),
  value: text().notNull(),
  expiresAt: time('expires_at').notNull(),
})

/** When the next call to a host may start, for all processes together. */
export const hostPacing = pgTable('host_pacing', {
  host: text().primaryKey(),
  freeAt: time('free_at').notNull(),
})

/** That a person was told that a source of a rule of theirs is not seen, and told when it was seen again. */
export const blindNotices = pgTable(
  'blind_notices',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sourceId: bigint('source_id', { mode: 'number' })
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    blindSince: time('blind_since').notNull(),
    toldAt: time('told_at').notNull(),
    clearedAt: time('cleared_at'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sourceId, table.blindSince] })],
)
