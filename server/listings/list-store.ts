import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import { namesOf, valuesOf } from '../core/statement.ts'
import type { ScoreBy } from '../model/score-sql.ts'
import { listedFor } from '../model/visible-listings.ts'
import { ask } from './deals/ask-store.ts'
import { filterSql, type ListingFilter } from './deals/filter-store.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

/** Newest first (with a least score of whom the score is), after the position (first seen ms, id); or those before it, nearest first. */
export async function listNewest(
  sql: Sql,
  filter: ListingFilter,
  from: { firstSeenAtMs: number; id: number; isBack?: boolean } | null,
  by: ScoreBy | null = null,
): Promise<StoredListing[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { values, param } = valuesOf()
  const score = by === null || filter.scoreMin === null ? null : by(param)
  const where = filterSql(filter, param, score)
  const rows = await ask<StoredRow>(
    sql,
    filter,
    `SELECT ${stored} FROM listings l${score?.joins ?? ''} WHERE ${where}
       ${from ? `AND (l.first_seen_at, l.id) ${beyond} (${param(new Date(from.firstSeenAtMs))}::timestamptz, ${param(from.id)}::bigint)` : ''}
     ORDER BY l.first_seen_at ${order}, l.id ${order} LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows.map(toStored)
}

/** The first of these that is stored, as a person sees it. */
export async function findListing(
  sql: Sql,
  person: Authorized<'read'>,
  keys: readonly { marketplace: string; externalId: string }[],
): Promise<{ id: number; title: string } | null> {
  const { rows } = await sql.query<{ id: number; title: string }>(
    `SELECT l.id, l.title
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k(marketplace, external_id, place)
     JOIN listings l ON l.marketplace = k.marketplace AND l.external_id = k.external_id
     WHERE ${listedFor('l', '$3')} ORDER BY k.place, l.id LIMIT 1`,
    [keys.map(({ marketplace }) => marketplace), keys.map(({ externalId }) => externalId), person],
  )
  return rows[0] ?? null
}

const nameOf = namesOf('scores')

/** Somebody's score of these listings, by id. */
export async function scoresOf(sql: Sql, ids: readonly number[], by: ScoreBy): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const { values, param } = valuesOf()
  const { joins, total } = by(param)
  const text = `SELECT l.id, ${total} AS score FROM listings l${joins} WHERE l.id = ANY(${param(ids)}::bigint[])`
  const { rows } = await sql.query<{ id: number; score: number }>(text, values, nameOf(text))
  return new Map(rows.map(({ id, score }) => [id, score]))
}

/** Active ones by id downwards, for looking at everything that a person sees in bounded steps. */
export async function activeListingsBelow(
  sql: Sql,
  person: Authorized<'read'>,
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
