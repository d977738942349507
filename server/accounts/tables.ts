import { bigint, doublePrecision, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accountRoles } from '../core/actor.ts'
import { unitChoices } from '../core/units.ts'
import type { TravelCost } from '../model/score-schema.ts'

export const users = pgTable('users', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  role: text({ enum: accountRoles }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})

/** What a person chose of docs/profile.md; null, and no row = the operator's default. */
export const profiles = pgTable('profiles', {
  userId: bigint('user_id', { mode: 'number' })
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** As it was written, and what was found by it. */
  home: text(),
  homeLabel: text('home_label'),
  homeLat: doublePrecision('home_lat'),
  homeLon: doublePrecision('home_lon'),
  homeCountry: text('home_country'),
  units: text({ enum: unitChoices }),
  currency: text(),
  timeZone: text('time_zone'),
  travel: jsonb().$type<TravelCost>(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
