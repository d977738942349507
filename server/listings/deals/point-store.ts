import type { Sql } from '../../core/db.ts'
import { valuesOf } from '../../core/statement.ts'
import { ask } from './ask-store.ts'
import { type DealFilter, dealFilterSql } from './filter-store.ts'
import { type DealLook, firstOfThing, scoreIn } from './position.ts'
import { payingOnly } from './profit-store.ts'

export interface DealPoint {
  id: number
  lat: number
  lon: number
  /** Of whom asks. */
  score: number
  priceCents: number | null
  currency: string | null
  isTownCentre: boolean
}

/**
 * Where what fits is: at most as many as the filter's limit, those with the most neutral points, and how many there are.
 * Somebody's own score is made only of those. Of listings that are one thing the newest is there.
 */
export async function readPoints(
  sql: Sql,
  asked: DealFilter,
  look: DealLook,
): Promise<{ total: number; points: DealPoint[] }> {
  const filter = await payingOnly(sql, asked, look)
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const where = `${dealFilterSql(filter, param, score)} AND l.lat IS NOT NULL AND l.lon IS NOT NULL`
  const shown = score ?? look.score(param)
  const rows = await ask<DealPoint & { total: number }>(
    sql,
    filter,
    `WITH fitting AS MATERIALIZED (
       SELECT l.id, l.neutral FROM listings l${joins}
       WHERE ${where} ${firstOfThing(filter, { where, joins }, 'l.first_seen_at', 'DESC')}),
     best AS MATERIALIZED (
       SELECT id FROM fitting ORDER BY neutral DESC, id DESC LIMIT ${param(filter.limit)})
     SELECT l.id, round(l.lat::numeric, 5)::float8 AS lat, round(l.lon::numeric, 5)::float8 AS lon, ${shown.total} AS score,
       l.price_cents AS "priceCents", l.currency, l.coordinates_from IS NOT DISTINCT FROM 'place' AS "isTownCentre",
       (SELECT count(*)::int FROM fitting) AS total
     FROM best JOIN listings l ON l.id = best.id${shown.joins}`,
    values,
  )
  return { total: rows[0]?.total ?? 0, points: rows }
}
