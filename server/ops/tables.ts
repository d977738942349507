import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** How far each kind of old rows was looked through; a pass that was broken off goes on from there. */
export const retentionProgress = pgTable('retention_progress', {
  kind: text().primaryKey(),
  /** The pass under way has come to here; null = none is. */
  afterAt: time('after_at'),
  afterId: bigint('after_id', { mode: 'number' }),
  /** When a pass last came to its end. */
  passedAt: time('passed_at'),
  /** Rows deleted so far, by all passes. */
  deleted: bigint({ mode: 'number' }).notNull().default(0),
})

/** Processes with the role api that said lately that they live. */
export const apiProcesses = pgTable('api_processes', {
  id: uuid().primaryKey(),
  seenAt: time('seen_at').notNull(),
})
