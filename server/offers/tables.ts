import { sql } from 'drizzle-orm'
import { bigint, boolean, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { languages, messageKinds } from './schema.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

export const messageTemplates = pgTable(
  'message_templates',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    userId: bigint('user_id', { mode: 'number' })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    kind: text({ enum: messageKinds }).notNull(),
    language: text({ enum: languages }).notNull(),
    body: text().notNull(),
    /** Used for its kind and language when no template is named. */
    isDefault: boolean('is_default').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('message_templates_name').on(table.userId, table.name),
    uniqueIndex('message_templates_default')
      .on(table.userId, table.kind, table.language)
      .where(sql`is_default`),
  ],
)
