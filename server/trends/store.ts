import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { retailAttribute } from '../model/listing-schema.ts'
import { listedFor } from '../model/visible-listings.ts'
import { type TrendFilter, tsqueryOf } from './filter.ts'
import type { Watch } from './survival.ts'

/** The newest listings that fit; more are not looked at. */
export const rowsMax = 200_000
/** How long before the first week a listing may have been found and still count as ended in one of the weeks. */
const lookBackMs = 26 * 7 * 86_400_000

export interface TrendScope {
  /** Who asks. */
  person: Authorized<'read'>
  filter: TrendFilter
  demo: boolean
  /** Marketplaces whose listings may be used; null = all. Made-up listings are always free to use. */
  allowed: string[] | null
  fromMs: number
  weeks: number
}

/**
 * Listings of the scope as $1–$9. A listing was watched when it was seen for sale at least once: of one that was
 * sold at its first sight nobody knows when it was posted or when it went.
 */
const scopeSql = `($1::text IS NULL OR l.search @@ $1::tsquery)
  AND (cardinality($2::text[]) = 0 OR l.category = ANY($2))
  AND (cardinality($3::text[]) = 0 OR l.condition = ANY($3))
  AND (cardinality($4::text[]) = 0 OR l.marketplace = ANY($4))
  AND l.demo = $5 AND l.first_seen_at >= $6::timestamptz AND ${listedFor('l', '$7')}`

/** What shops offer new says nothing of what such things cost used. */
const allowedSql = `((l.demo OR $8::text[] IS NULL OR l.marketplace = ANY($8)) AND NOT l.attributes ? '${retailAttribute}')`

const scopeValues = ({ person, filter, demo, fromMs }: TrendScope): unknown[] => [
  tsqueryOf(filter),
  filter.categories,
  filter.conditions,
  filter.marketplaces,
  demo,
  new Date(fromMs - lookBackMs),
  person,
]

const baseSql = `SELECT l.price_cents, l.currency, l.basis, l.first_seen_at, l.last_seen_at, l.ended_at,
    least(coalesce(l.posted_at, l.first_seen_at), l.first_seen_at) AS started_at,
    l.state IN ('sold', 'gone') AS is_over,
    l.state NOT IN ('sold', 'gone') OR coalesce(l.ended_at > l.first_seen_at, false) AS is_watched
  FROM listings l WHERE ${scopeSql} AND ${allowedSql}
  ORDER BY l.first_seen_at DESC, l.id DESC LIMIT $9`

/** Listings by currency and price, the currency or price null where it is not known; in all at most `rowsMax` + 1. */
export async function countPrices(
  sql: Sql,
  scope: TrendScope,
): Promise<{ currency: string | null; priceCents: number | null; count: number }[]> {
  const { rows } = await sql.query<{ currency: string | null; priceCents: number | null; count: number }>(
    `SELECT currency, price_cents AS "priceCents", count(*)::int AS count FROM (${baseSql}) AS base GROUP BY 1, 2`,
    [...scopeValues(scope), scope.allowed, rowsMax + 1],
  )
  return rows
}

/** How many listings of the scope each marketplace has that may not be used. */
export async function countLeftOut(
  sql: Sql,
  scope: TrendScope,
): Promise<{ marketplace: string; count: number }[]> {
  if (scope.allowed === null || scope.demo) return []
  const { rows } = await sql.query<{ marketplace: string; count: number }>(
    `SELECT l.marketplace, count(*)::int AS count FROM listings l WHERE ${scopeSql} AND NOT ${allowedSql}
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    [...scopeValues(scope), scope.allowed],
  )
  return rows
}

/** Their places are what SQL groups by: numbers sort faster than text. */
const kinds = ['new', 'late', 'asking', 'sold', 'ended'] as const
export type TrendKind = (typeof kinds)[number]

/** Figures of a week, by its place in the scope; `week` null = of all weeks together. */
export interface WeekRow {
  kind: TrendKind
  week: number | null
  count: number
  /** Of prices in minor units (`asking`, `sold`) or days on the market (`ended`). */
  quartiles: (number | null)[]
}

/** What is added to the scope once the currency is known; `placeholders` are prices that nobody means. */
export interface TrendMoney {
  currency: string | null
  placeholders: number[]
}

// Listings in another currency are out; those that state no price or no currency are on the market all the same.
const inCurrencySql = '(price_cents IS NULL OR currency IS NULL OR currency IS NOT DISTINCT FROM $10)'
const weekSql = (time: string) => `floor((date_part('epoch', ${time}) - $11::float8) / 604800)::int`

/** A listing tells of its week as new, of its price, and, in the week in which it ended, of its days and sale price. */
export async function weekRows(sql: Sql, scope: TrendScope, money: TrendMoney): Promise<WeekRow[]> {
  const { rows } = await sql.query<Omit<WeekRow, 'kind'> & { kind: number }>(
    `WITH base AS (${baseSql})
     SELECT e.kind, CASE WHEN grouping(e.week) = 1 THEN NULL ELSE e.week END AS week, count(*)::int AS count,
            percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY e.value) AS quartiles
     FROM base
     CROSS JOIN LATERAL (SELECT price_cents > 0 AND currency = $10 AND price_cents <> ALL($12::bigint[]) AS is_priced,
                                basis = 'sold' AND NOT is_watched AS is_only_sale) AS known
     CROSS JOIN LATERAL (VALUES
       (0, ${weekSql('started_at')}, NULL::float8, NOT is_only_sale),
       (1, ${weekSql('started_at')}, NULL, NOT is_only_sale AND first_seen_at >= started_at + interval '7 days'),
       (2, ${weekSql('started_at')}, price_cents::float8, basis = 'asking' AND is_priced),
       (3, ${weekSql('CASE WHEN is_over AND is_watched THEN ended_at ELSE started_at END')},
                price_cents::float8, basis = 'sold' AND is_priced),
       (4, ${weekSql('ended_at')}, date_part('epoch', ended_at - started_at) / 86400, is_over AND is_watched)
     ) AS e(kind, week, value, is_told)
     WHERE ${inCurrencySql} AND e.is_told AND e.week >= 0 AND e.week < $13
     GROUP BY GROUPING SETS ((e.kind, e.week), (e.kind))`,
    [
      ...scopeValues(scope),
      scope.allowed,
      rowsMax,
      money.currency,
      scope.fromMs / 1000,
      money.placeholders,
      scope.weeks,
    ],
  )
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kinds[kind]! }))
}

/** In tenths of a day while it is young, in days from the third on: fine enough, and few different histories. */
const ageSql = (round: 'floor' | 'ceil', time: string) => {
  const days = `(date_part('epoch', ${time} - started_at) / 86400)`
  return `CASE WHEN ${days} < 3 THEN ${round}(${days} * 10) / 10 ELSE ${round}(${days}) END`
}

/** How long the listings of each week were watched, those with the same history together. */
export async function watchRows(
  sql: Sql,
  scope: TrendScope,
  money: Pick<TrendMoney, 'currency'>,
): Promise<(Watch & { week: number })[]> {
  const { rows } = await sql.query<Watch & { week: number }>(
    `WITH base AS (${baseSql}),
     watched AS (
       SELECT ${weekSql('started_at')} AS week, is_over,
              ${ageSql('floor', 'first_seen_at')} AS entry,
              ${ageSql('ceil', 'CASE WHEN is_over THEN ended_at ELSE last_seen_at END')} AS exit
       FROM base WHERE is_watched AND ${inCurrencySql}
     )
     SELECT week, is_over AS ended, entry AS "entryDays", exit AS "exitDays", count(*)::int AS count
     FROM watched WHERE week >= 0 AND week < $12
     GROUP BY 1, 2, 3, 4`,
    [...scopeValues(scope), scope.allowed, rowsMax, money.currency, scope.fromMs / 1000, scope.weeks],
  )
  return rows
}
