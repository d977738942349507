import type { Sql } from '../core/db.ts'
import { listedFor } from '../model/visible-listings.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

export interface ListingFilter {
  /** Who asks. */
  person: number
  /** Folded words, all of which must occur; the last may be the beginning of a word. */
  words: string[]
  category: string | null
  marketplace: string | null
  condition: string | null
  /** One of these; empty = any. */
  kinds: readonly string[]
  /** One of these; empty = any. */
  priceMeanings: readonly string[]
  state: string | null
  demo: boolean | null
  priceCentsMin: number | null
  priceCentsMax: number | null
  scoreMin: number | null
  currency: string | null
  /** Only what is known to be within so many km of it; what does not say where it is, is not. */
  within: { lat: number; lon: number; km: number } | null
  limit: number
}

/** Great-circle distance in km from the point of these two parameters; null without coordinates. */
const kmFrom = (lat: string, lon: string) => `(12742.0176 * asin(least(1, sqrt(
  power(sin(radians(l.lat - ${lat}::float8) / 2), 2)
  + cos(radians(${lat}::float8)) * cos(radians(l.lat)) * power(sin(radians(l.lon - ${lon}::float8) / 2), 2)))))`

const filterSql = `
  ($1::text IS NULL OR l.search @@ $1::tsquery) AND ($2::text IS NULL OR l.category = $2)
  AND ($3::text IS NULL OR l.marketplace = $3) AND ($4::text IS NULL OR l.condition = $4)
  AND ($5::text IS NULL OR l.state = $5) AND ($6::boolean IS NULL OR l.demo = $6)
  AND ($7::bigint IS NULL OR l.price_cents >= $7) AND ($8::bigint IS NULL OR l.price_cents <= $8)
  AND ($9::int IS NULL OR l.score >= $9) AND ($10::text[] IS NULL OR l.kind = ANY($10))
  AND ($12::text IS NULL OR l.currency = $12)
  AND ($15::float8 IS NULL
       OR l.lat BETWEEN $13::float8 - $15 / 110 AND $13::float8 + $15 / 110 AND ${kmFrom('$13', '$14')} <= $15)
  AND ($16::text[] IS NULL OR coalesce(l.price_meaning, 'asked') = ANY($16)) AND ${listedFor('l', '$17')}`

/** Values of `filterSql`. */
const filterCount = 17

function filterValues(filter: ListingFilter): unknown[] {
  return [
    filter.words.length === 0
      ? null
      : filter.words
          .map(
            (word, index) =>
              `'${word.replaceAll(/['\\]/g, '')}'${index === filter.words.length - 1 ? ':*' : ''}`,
          )
          .join(' & '),
    filter.category,
    filter.marketplace,
    filter.condition,
    filter.state,
    filter.demo,
    filter.priceCentsMin,
    filter.priceCentsMax,
    filter.scoreMin,
    filter.kinds.length === 0 ? null : filter.kinds,
    filter.limit,
    filter.currency,
    filter.within?.lat ?? null,
    filter.within?.lon ?? null,
    filter.within?.km ?? null,
    filter.priceMeanings.length === 0 ? null : filter.priceMeanings,
    filter.person,
  ]
}

/** Newest first, after the position (first seen ms, id). */
export async function listNewest(
  sql: Sql,
  filter: ListingFilter,
  after: { firstSeenAtMs: number; id: number } | null,
): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l WHERE ${filterSql}
       ${after ? 'AND (l.first_seen_at, l.id) < ($18::timestamptz, $19::bigint)' : ''}
     ORDER BY l.first_seen_at DESC, l.id DESC LIMIT $11`,
    [...filterValues(filter), ...(after ? [new Date(after.firstSeenAtMs), after.id] : [])],
  )
  return rows.map(toStored)
}

export const dealOrders = ['score', 'price', 'newest', 'distance', 'discount'] as const
export type DealOrder = (typeof dealOrders)[number]

/** What no order reaches: there what does not say stands last. */
const last = 8_000_000_000_000_000

/** A whole number from 0 up for each listing, of which the largest comes first; $18 and $19 are where distances count from. */
const orderKeys: Record<DealOrder, string> = {
  score: 'l.score',
  newest: '(extract(epoch FROM l.first_seen_at) * 1000)::bigint',
  price: `${last} - least(coalesce(l.price_cents, ${last}), ${last})`,
  distance: `${last} - coalesce(round(${kmFrom('$18', '$19')} * 1000)::bigint, ${last})`,
  // In hundredths of a percent below the middle of its fair value.
  discount: `CASE WHEN l.price_cents IS NOT NULL AND l.value->>'currency' = l.currency AND (l.value->>'midCents')::numeric > 0
    THEN greatest(1, 1000000000 + round(10000 * (1 - l.price_cents / (l.value->>'midCents')::numeric)))::bigint ELSE 0 END`,
}

/** Active ones in that order, after the position (the order's key, id); by distance only with a place to count `from`. */
export async function listDeals(
  sql: Sql,
  filter: ListingFilter,
  order: { by: DealOrder; from: { lat: number; lon: number } | null },
  after: { key: number; id: number } | null,
): Promise<(StoredListing & { orderKey: number })[]> {
  const key = orderKeys[order.by]
  const from = order.by === 'distance' && order.from ? [order.from.lat, order.from.lon] : []
  const place = filterCount + from.length
  const { rows } = await sql.query<StoredRow & { orderKey: number }>(
    `SELECT ${stored}, ${key} AS "orderKey" FROM listings l WHERE l.state = 'active' AND ${filterSql}
       ${after ? `AND (${key}, l.id) < ($${place + 1}::bigint, $${place + 2}::bigint)` : ''}
     ORDER BY ${key} DESC, l.id DESC LIMIT $11`,
    [...filterValues(filter), ...from, ...(after ? [after.key, after.id] : [])],
  )
  return rows.map(({ orderKey, ...row }) => ({ ...toStored(row as StoredRow), orderKey: Number(orderKey) }))
}

/** Active ones by id downwards, for looking at everything that a person sees in bounded steps. */
export async function activeListingsBelow(
  sql: Sql,
  person: number,
  belowId: number | null,
  limit: number,
): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l
     WHERE l.state = 'active' AND ($1::bigint IS NULL OR l.id < $1) AND ${listedFor('l', '$3')} ORDER BY l.id DESC LIMIT $2`,
    [belowId, limit, person],
    'active-listings-below',
  )
  return rows.map(toStored)
}
