import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { listedFor, visibleTo } from '../model/visible-listings.ts'
import type { PricePoint } from './store.ts'
import {
  personOf,
  type Reader,
  type StoredListing,
  type StoredRow,
  stored,
  toStored,
} from './stored-listing.ts'

/** A listing with what it once cost and when it was over. */
export interface ListingHistory {
  stored: StoredListing
  /** Oldest first; never empty: without a record, the price of now since it was first seen. */
  points: PricePoint[]
  endedAtMs: number | null
}

/** When the oldest listing that a person sees was first seen; null when there is none. */
export async function oldestListingAt(sql: Sql, person: Authorized<'read'>): Promise<Date | null> {
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT min(first_seen_at) AS at FROM listings l WHERE ${visibleTo('l', '$1')}`,
    [person],
  )
  return rows[0]!.at
}

export interface MovedFilter {
  /** Who asks. */
  person: Authorized<'read'>
  since: Date
  /** Empty = all. */
  marketplaces: readonly string[]
  categories: readonly string[]
  /** A price it had must lie between these; null = any. */
  priceCentsMin: number | null
  priceCentsMax: number | null
}

/** Listings that were first seen, or changed their price, since a moment, in bounded steps by id. */
export async function* listingsMovedSince(
  sql: Sql,
  filter: MovedFilter,
  step = 500,
): AsyncGenerator<ListingHistory[]> {
  const { rows: moved } = await sql.query<{ id: number }>(
    `SELECT id FROM listings l
     WHERE id IN (SELECT id FROM listings WHERE first_seen_at >= $1
                  UNION SELECT listing_id FROM price_changes WHERE seen_at >= $1)
       AND (cardinality($2::text[]) = 0 OR marketplace = ANY($2))
       AND (cardinality($3::text[]) = 0 OR category = ANY($3))
       AND (($4::bigint IS NULL AND $5::bigint IS NULL)
         OR price_cents BETWEEN coalesce($4, 0) AND coalesce($5, price_cents)
         OR EXISTS (SELECT FROM price_changes p WHERE p.listing_id = l.id
                    AND p.price_cents BETWEEN coalesce($4, 0) AND coalesce($5, p.price_cents)))
       AND ${listedFor('l', '$6')}
     ORDER BY id`,
    [
      filter.since,
      filter.marketplaces,
      filter.categories,
      filter.priceCentsMin,
      filter.priceCentsMax,
      filter.person,
    ],
  )
  for (let at = 0; at < moved.length; at += step) {
    yield await listingHistories(
      sql,
      moved.slice(at, at + step).map(({ id }) => id),
      filter.person,
    )
  }
}

/** By id; those that are gone from the database, or not the reader's to see, are missing from the answer. */
export async function listingHistories(
  sql: Sql,
  ids: readonly number[],
  reader: Reader,
): Promise<ListingHistory[]> {
  if (ids.length === 0) return []
  const { rows } = await sql.query<StoredRow & { endedAt: Date | null }>(
    `SELECT ${stored}, l.ended_at AS "endedAt" FROM listings l
     WHERE l.id = ANY($1::bigint[]) AND ($2::bigint IS NULL OR ${visibleTo('l', '$2')}) ORDER BY l.id`,
    [ids, personOf(reader)],
    'listing-histories',
  )
  const { rows: points } = await sql.query<PricePoint>(
    `SELECT listing_id AS "listingId", price_cents AS "priceCents", currency, seen_at AS "seenAt"
     FROM price_changes WHERE listing_id = ANY($1::bigint[]) ORDER BY listing_id, seen_at, id`,
    [ids],
    'price-histories',
  )
  const pointsOf = Map.groupBy(points, ({ listingId }) => listingId)
  return rows.map(({ endedAt, ...row }) => {
    const { priceCents = null, currency, id, firstSeenAt } = row
    const now: PricePoint = { listingId: id, priceCents, currency, seenAt: firstSeenAt }
    return {
      stored: toStored(row),
      points: pointsOf.get(id) ?? [now],
      endedAtMs: endedAt?.getTime() ?? null,
    }
  })
}
