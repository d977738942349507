import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import type { categories, conditions } from '../listings/schema.ts'
import { listings } from '../listings/tables.ts'
import type { ScoreWeightsChoice } from '../scoring/schema.ts'

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
    priceCentsMin: cents('price_cents_min'),
    priceCentsMax: cents('price_cents_max'),
    currency: text().notNull(),
    /** What the person wrote, and what it was looked up to. */
    placeText: text('place_text'),
    placeLabel: text('place_label'),
    placeLat: doublePrecision('place_lat'),
    placeLon: doublePrecision('place_lon'),
    placeCountry: text('place_country'),
    placePostalCode: text('place_postal_code'),
    radiusKm: doublePrecision('radius_km'),
    scoreMin: smallint('score_min'),
    /** The name of a table of weights, or the person's own; null = balanced. */
    weights: jsonb().$type<ScoreWeightsChoice>(),
    marketplaces: list<string>('marketplaces'),
    channels: list<string>('channels'),
    enabled: boolean().notNull(),
    demo: boolean().notNull(),
    /** Counts edits; the matching of what is already there happens once per revision. */
    revision: integer().notNull().default(1),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [index('rules_user').on(table.userId, table.id)],
)

/** One row: raised by every change of a rule, so that every process knows when its matcher is old. */
export const rulesVersion = pgTable('rules_version', {
  id: smallint().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
})

export const matches = pgTable(
  'matches',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    ruleId: bigint('rule_id', { mode: 'number' })
      .notNull()
      .references(() => rules.id, { onDelete: 'cascade' }),
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    userId: bigint('user_id', { mode: 'number' }).notNull(),
    score: smallint().notNull(),
    /** The lowest price that was told, and its currency; a further drop in the same one is told again. */
    toldPriceCents: cents('told_price_cents'),
    toldCurrency: text('told_currency'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('matches_identity').on(table.listingId, table.ruleId),
    index('matches_rule').on(table.ruleId, table.id.desc().nullsFirst()),
  ],
)
