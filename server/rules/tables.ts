import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import { listings } from '../listings/tables.ts'
import type { categories, conditions } from '../model/listing-schema.ts'
import { handovers, type RulePlace, rhythms, type ruleKinds } from '../model/rule-schema.ts'
import type { ScoreWeightsChoice } from '../model/score-schema.ts'
import { dismissReasons } from './dismiss/dismiss-schema.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const cents = (name: string) => bigint(name, { mode: 'number' })
const list = <T>(name: string) => jsonb(name).$type<T[]>().notNull()

export const rules = pgTable(
  'rules',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    all: list<string>('keywords_all'),
    any: list<string>('keywords_any'),
    none: list<string>('keywords_none'),
    categories: list<(typeof categories)[number]>('categories'),
    conditions: list<(typeof conditions)[number]>('conditions'),
    kinds: list<(typeof ruleKinds)[number]>('kinds').default([]),
    priceCentsMin: cents('price_cents_min'),
    priceCentsMax: cents('price_cents_max'),
    currency: text().notNull(),
    otherCurrencies: boolean('other_currencies').notNull().default(false),
    query: text(),
    landedCentsMax: cents('landed_cents_max'),
    places: list<RulePlace>('places').default([]),
    handover: text({ enum: handovers }).notNull().default('any'),
    scoreMin: smallint('score_min'),
    discountPctMin: smallint('discount_pct_min'),
    confidencePctMin: smallint('confidence_pct_min'),
    riskMax: smallint('risk_max'),
    profitCentsMin: cents('profit_cents_min'),
    sellersOnly: list<string>('sellers_only').default([]),
    sellersNot: list<string>('sellers_not').default([]),
    /** The name of a table of weights, or the person's own; null = balanced. */
    weights: jsonb().$type<ScoreWeightsChoice>(),
    marketplaces: list<string>('marketplaces'),
    channels: list<string>('channels'),
    fallbackChannels: list<string>('fallback_channels').default([]),
    rhythm: text({ enum: rhythms }),
    cooldownMinutes: integer('cooldown_minutes'),
    onlyNew: boolean('only_new').notNull().default(false),
    dropCentsMin: cents('drop_cents_min'),
    dropPctMin: smallint('drop_pct_min'),
    expiresAt: time('expires_at'),
    snoozedUntil: time('snoozed_until'),
    /** Until then the rule's next message waits: its cooldown after the last one. */
    coolingUntil: time('cooling_until'),
    enabled: boolean().notNull(),
    /** What its regular expressions cost for each character; 0 for those written before that was counted. */
    regexSteps: integer('regex_steps').notNull().default(0),
    demo: boolean().notNull(),
    /** Counts edits; the matching of what is already there happens once per revision. */
    revision: integer().notNull().default(1),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    /** Since then it is gone for its person, who may take that back for a while; it is not `enabled` then. */
    deletedAt: time('deleted_at'),
    /** Whether it was switched on when it was deleted. */
    deletedEnabled: boolean('deleted_enabled'),
    /** See `partOf`. */
    part: smallint()
      .notNull()
      .generatedAlwaysAs(sql`((((id & 2147483647) * 2654435761) >> 24) & 255)::smallint`),
  },
  (table) => [
    index('rules_user').on(table.userId, table.id),
    index('rules_part').on(table.part, table.id),
    index('rules_expiry').on(table.expiresAt).where(sql`enabled AND expires_at IS NOT NULL`),
    index('rules_deleted').on(table.deletedAt, table.id).where(sql`deleted_at IS NOT NULL`),
  ],
)

/** One row: raised by every change of a rule, so that every process knows when its matcher is old. */
export const rulesVersion = pgTable('rules_version', {
  id: smallint().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
})

/** Which rules each version changed, so that a matcher follows without reading them all; old rows are cleared. */
export const ruleChanges = pgTable(
  'rule_changes',
  {
    version: bigint({ mode: 'number' }).notNull(),
    ruleId: bigint('rule_id', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.ruleId] })],
)

/** Workers among whom the parts of the rules are dealt; who says nothing until then is gone. */
export const ruleWorkers = pgTable('rule_workers', {
  id: uuid().primaryKey(),
  until: time('until').notNull(),
})

/** A row for each part of the rules: which worker has it in memory. */
export const ruleParts = pgTable('rule_parts', {
  part: smallint().primaryKey(),
  workerId: uuid('worker_id').references(() => ruleWorkers.id, { onDelete: 'set null' }),
})

/** What was written and waits for the parts of the rules that its writer did not have. Written with the listings. */
export const partPages = pgTable('part_pages', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  /** Those that it still waits for. */
  parts: smallint().array().notNull(),
  listingIds: bigint('listing_ids', { mode: 'number' }).array().notNull(),
  sourceId: bigint('source_id', { mode: 'number' }),
  scanId: bigint('scan_id', { mode: 'number' }),
  demo: boolean().notNull(),
  details: boolean().notNull(),
  attempts: smallint().notNull().default(0),
  dueAt: time('due_at').notNull(),
})

export const matches = pgTable(
  'matches',
  {
    id: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    ruleId: bigint('rule_id', { mode: 'number' })
      .notNull()
      .references(() => rules.id, { onDelete: 'cascade' }),
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    score: smallint().notNull(),
    /** The lowest price that was notified, and its currency; a further drop in the same one is notified again. */
    notifiedPriceCents: cents('told_price_cents'),
    notifiedCurrency: text('told_currency'),
    /** The same by currency, for other currencies that it was seen in since; null = none. */
    notifiedElsewhere: jsonb('told_elsewhere').$type<Record<string, number>>(),
    /** The message that first notified it; null when there was none (notified for another rule, or a known thing again). */
    notificationId: bigint('notification_id', { mode: 'number' }),
    dismissedAt: time('dismissed_at'),
    dismissReason: text('dismiss_reason', { enum: dismissReasons }),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    // Every key of what grows with a person's matches says whose it is: decision 24.
    primaryKey({ columns: [table.id, table.userId] }),
    uniqueIndex('matches_identity').on(table.listingId, table.ruleId, table.userId),
    index('matches_rule').on(table.ruleId, table.id.desc().nullsFirst()),
    // What is counted by day, without the rows themselves.
    index('matches_rule_days').on(table.ruleId, table.createdAt, table.dismissedAt),
  ],
)

/**
 * Listings that may fit a rule for what is known of them, and whose own page was not read yet: those from which the pages
 * to read are chosen. What was asked for stays a day, as it counts against what may be read.
 */
export const undecided = pgTable(
  'undecided',
  {
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    /** Without a reference: what was read for a rule counts for its person when it is gone, too. */
    ruleId: bigint('rule_id', { mode: 'number' }).notNull(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of 0 to 100, by which the best are read first. */
    promise: smallint().notNull(),
    askedAt: time('asked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.listingId, table.ruleId, table.userId] }),
    index('undecided_best').on(table.promise.desc(), table.listingId.desc()).where(sql`asked_at IS NULL`),
    index('undecided_asked').on(table.askedAt).where(sql`asked_at IS NOT NULL`),
  ],
)

/**
 * What a page had no time for: rules of a person that are expensive to match, and the listing that waits for them. Written
 * with the listing, worked off by a job.
 */
export const matchBacklog = pgTable(
  'match_backlog',
  {
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    ruleIds: bigint('rule_ids', { mode: 'number' }).array().notNull(),
    /** Another with every write, so that what came meanwhile is not cleared with what was done. */
    stamp: uuid().notNull(),
    since: time('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.listingId] }),
    index('match_backlog_listing').on(table.listingId),
    index('match_backlog_since').on(table.userId, table.since),
  ],
)
