import { bigint, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core'
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
