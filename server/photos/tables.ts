import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core'
import { listings } from '../listings/tables.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })

/** What is known of the first photos of a listing; one with neither hash nor `unusable` is still to be looked at. */
export const listingPhotos = pgTable(
  'listing_photos',
  {
    listingId: bigint('listing_id', { mode: 'number' })
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    /** From 0, as the listing orders them. */
    position: smallint().notNull(),
    url: text().notNull(),
    hash: text(),
    /** What hashes of one picture share; null without a hash. */
    keys: integer().array(),
    /** Why there is no hash and none is tried again. */
    unusable: text(),
    /** Pixels, as shown. */
    width: integer(),
    height: integer(),
    hashedAt: time('hashed_at'),
    /** Downloads that failed. */
    attempts: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.listingId, table.position] }),
    // Without a list of pending entries, which every look-up would have to read through.
    index('listing_photos_keys').using('gin', table.keys).with({ fastupdate: false }),
    // Addresses are long; only equality is asked.
    index('listing_photos_url').using('hash', table.url).where(sql`hash IS NOT NULL OR unusable IS NOT NULL`),
  ],
)

/** Hosts of photos that refused us: nothing is asked of them before `cooldownUntil`. */
export const photoHosts = pgTable('photo_hosts', {
  host: text().primaryKey(),
  cooldownUntil: time('rest_until').notNull(),
  /** When that cooldown began: after a clock was set back its length is still known. */
  cooldownFrom: time('rest_from'),
  /** Refusals in a row: lengthens the cooldown. */
  refusals: integer().notNull(),
  reason: text().notNull(),
})
