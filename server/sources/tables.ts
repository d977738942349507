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
import type { Cause } from '../core/telemetry/cause.ts'
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
  cooldownUntil: time('cool_down_until'),
  /** When that cooldown began: after a clock was set back its length is still known. */
  cooldownFrom: time('cool_down_from'),
  /** Times blocked in a row: lengthens the cooldown. */
  blocks: integer().notNull().default(0),
  lastOkAt: time('last_ok_at'),
  /** Since when nothing can be seen; null while we see. */
  outageSince: time('blind_since'),
  lastOutcome: text('last_outcome', { enum: scanOutcomes }),
  lastReason: text('last_reason'),
})

/** Terms of marketplaces that somebody who runs the program took on, for everybody. */
export const acceptedTerms = pgTable('accepted_terms', {
  marketplace: text().primaryKey(),
  userId: bigint('user_id', { mode: 'number' })
    .notNull()
    .references(() => users.id),
  acceptedAt: time('accepted_at').notNull(),
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
    /** Because of what its next run is due; null = of its rhythm. */
    cause: jsonb().$type<Cause>(),
    /** Runs in a row that began to read what the site sent and never came to an end: their process ended first. */
    attempts: integer().notNull().default(0),
    lastRunAt: time('last_run_at'),
    lastOutcome: text('last_outcome', { enum: scanOutcomes }),
    lastReason: text('last_reason'),
    lastFound: integer('last_found'),
    /** True after an outage: the next good scan reads back to the last known listing. */
    backfill: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex('scans_identity').on(table.sourceId, table.requestKey),
    index('scans_due').on(table.dueAt),
    index('scans_rules').using('gin', table.ruleIds.op('jsonb_path_ops')),
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

/** That a person was notified that a source of a rule of theirs is not seen, and notified when it was seen again. */
export const outageNotices = pgTable(
  'blind_notices',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sourceId: bigint('source_id', { mode: 'number' })
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    outageSince: time('blind_since').notNull(),
    notifiedAt: time('told_at').notNull(),
    clearedAt: time('cleared_at'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.sourceId, table.outageSince] })],
)

/** A person's own account at a marketplace, for which they let the program act. */
export const marketplaceAccounts = pgTable(
  'marketplace_accounts',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    /** Of the marketplace's worlds, such as its sandbox. */
    environment: text().notNull(),
    state: text({ enum: ['connected', 'needs-consent'] }).notNull(),
    /** One sentence about the state, or about the last renewal that came to nothing. */
    reason: text(),
    scopes: jsonb().$type<string[]>().notNull(),
    /** Who they are there; null where the consent does not cover that. */
    remoteId: text('remote_id'),
    remoteName: text('remote_name'),
    /** Sealed JSON; null once the marketplace does not take them any more. */
    tokens: text(),
    accessExpiresAt: time('access_expires_at').notNull(),
    refreshExpiresAt: time('refresh_expires_at'),
    /** No renewal before this moment (after one that came to nothing). */
    retryAt: time('retry_at'),
    /** Of the process that renews just now. */
    leaseToken: uuid('lease_token'),
    leasedUntil: time('leased_until'),
    connectedAt: time('connected_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.marketplace, table.environment] }),
    index('marketplace_accounts_remote').on(table.marketplace, table.remoteId),
  ],
)

/** Somebody was sent to a marketplace to agree; whoever comes back with the state has to be them. */
export const accountConsents = pgTable(
  'account_consents',
  {
    stateHash: text('state_hash').primaryKey(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of the browser that asked; null = none had to sign in, or a command asked. */
    sessionId: bigint('session_id', { mode: 'number' }),
    marketplace: text().notNull(),
    environment: text().notNull(),
    scopes: jsonb().$type<string[]>().notNull(),
    expiresAt: time('expires_at').notNull(),
    usedAt: time('used_at'),
  },
  (table) => [index('account_consents_person').on(table.userId, table.marketplace)],
)

/** Notices of accounts that were deleted at a marketplace, and what was done: nothing in it names anybody. */
export const deletionNotices = pgTable(
  'deletion_notices',
  {
    marketplace: text().notNull(),
    notificationId: text('notification_id').notNull(),
    /** Of whose account it was, signed with a key of this installation. */
    personHash: text('person_hash').notNull(),
    receivedAt: time('received_at').notNull(),
    doneAt: time('done_at').notNull(),
    /** Connected accounts that were deleted, and listings whose seller was. */
    accounts: integer().notNull(),
    listings: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.marketplace, table.notificationId] }),
    index('deletion_notices_received').on(table.receivedAt),
  ],
)
