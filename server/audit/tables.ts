import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { auditTargets, auditVias, type EventDetails } from '../core/audit.ts'

/**
 * Who did what, when and from where: docs/security/audit.md. Rows are written once, and only those of what comes in floods
 * (`fold_key`) count up. No key to `users`: events outlive whom they name.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    what: text().notNull(),
    via: text({ enum: auditVias }).notNull(),
    /** Who did it, as they proved; null of nobody, of the program itself, and of who has the machine. */
    actorId: bigint('actor_id', { mode: 'number' }),
    /** With which key for programs. */
    keyId: bigint('key_id', { mode: 'number' }),
    /** Whose account or rows it is about. */
    personId: bigint('person_id', { mode: 'number' }),
    targetKind: text('target_kind', { enum: auditTargets }),
    targetId: text('target_id'),
    address: text(),
    userAgent: text('user_agent'),
    details: jsonb().$type<EventDetails>().notNull(),
    /** How often, of what is counted instead of written each time. */
    times: integer().notNull().default(1),
    foldKey: text('fold_key').unique(),
    /** Hours since 1970. */
    foldHour: integer('fold_hour'),
  },
  (table) => [
    index('audit_events_actor').on(table.actorId, table.id),
    index('audit_events_person').on(table.personId, table.id),
    index('audit_events_what').on(table.what, table.id),
    index('audit_events_fold').on(table.foldHour).where(sql`fold_hour IS NOT NULL`),
  ],
)
