import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { accountRoles } from '../core/actor.ts'

export const users = pgTable('users', {
  id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  role: text({ enum: accountRoles }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})
