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
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import type { OwnSellingSettings } from '../model/score-schema.ts'

export const sellingSettings = pgTable('selling_settings', {
  userId: bigint('user_id', { mode: 'number' })
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** What the person changed; the defaults are laid under it when it is read. */
  own: jsonb().$type<OwnSellingSettings>().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

/** What listings did to the comparables of others, written with them and not counted yet. */
export const compMoves = pgTable('comp_moves', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  groupKey: bigint('group_key', { mode: 'number' }).notNull(),
  marketKey: bigint('market_key', { mode: 'number' }).notNull(),
  currency: text().notNull(),
  demo: boolean().notNull(),
  /** 1 = one came, −1 = one left. */
  grew: smallint().notNull(),
  /** 0 = it only is counted. */
  moved: smallint().notNull(),
})

/** Comparables that one another's values rest on: of a model, or of a market. */
export const compGroups = pgTable(
  'comp_groups',
  {
    key: bigint({ mode: 'number' }).primaryKey(),
    isMarket: boolean('is_market').notNull(),
    size: integer().notNull(),
    /** How many came, left or changed price since its listings were last valued. */
    moved: integer().notNull(),
    /** Its listings are being valued, up to this id. */
    afterId: bigint('after_id', { mode: 'number' }),
  },
  (table) => [
    // So that each that comes has some ten listings valued again at most, however many there are.
    index('comp_groups_due')
      .on(table.key)
      .where(
        sql`after_id IS NOT NULL OR (moved > 0 AND moved * CASE WHEN is_market THEN 5 ELSE 10 END >= size)`,
      ),
  ],
)

/** All comparables of a currency. */
export const compWorlds = pgTable(
  'comp_worlds',
  {
    currency: text().notNull(),
    demo: boolean().notNull(),
    size: integer().notNull(),
    /** How many came, left or changed price since all of its listings were last valued; null = they never were. */
    moved: integer(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.demo] })],
)

/** Currencies of which all listings are to be valued once, since prices were learned anew; empty as a rule. */
export const compPasses = pgTable(
  'comp_passes',
  {
    currency: text().notNull(),
    demo: boolean().notNull(),
    /** Somebody learned its prices, which may be what others learned before. */
    learned: boolean().notNull(),
    /** Its listings were valued up to this id; null = not begun. */
    afterId: bigint('after_id', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.currency, table.demo] })],
)
