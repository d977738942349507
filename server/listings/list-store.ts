import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import { kmFrom, namesOf, type Param, valuesOf } from '../core/statement.ts'
import type { ScoreBy, ScoreSql } from '../model/score-sql.ts'
import { listedFor } from '../model/visible-listings.ts'
import { byDiscount, byPrice, last } from './orders/order-sql.ts'
import { getListings } from './store.ts'
import { type StoredListing, type StoredRow, stored, toStored } from './stored-listing.ts'

export interface ListingFilter {
  /** Who asks. */
  person: Authorized<'read'>
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
  /** How somebody sees them, at least. */
  scoreMin: { points: number; by: ScoreBy } | null
  currency: string | null
  /** Only what is known to be within so many km of it; what does not say where it is, is not. */
  within: { lat: number; lon: number; km: number } | null
  limit: number
}

/** What limits `listings l`, and the joins that this takes. */
function filterSql(filter: ListingFilter, param: Param): { joins: string; where: string } {
  const terms: string[] = [listedFor('l', `${param(filter.person)}::bigint`)]
  const where = (value: unknown, term: (name: string) => string) => {
    if (value !== null) terms.push(term(param(value)))
  }
  where(wordsQuery(filter.words), (name) => `l.search @@ ${name}::tsquery`)
  where(filter.category, (name) => `l.category = ${name}`)
  where(filter.marketplace, (name) => `l.marketplace = ${name}`)
  where(filter.condition, (name) => `l.condition = ${name}`)
  where(filter.state, (name) => `l.state = ${name}`)
  where(filter.demo, (name) => `l.demo = ${name}`)
  where(filter.priceCentsMin, (name) => `l.price_cents >= ${name}`)
  where(filter.priceCentsMax, (name) => `l.price_cents <= ${name}`)
  where(filter.currency, (name) => `l.currency = ${name}`)
  if (filter.kinds.length > 0) where(filter.kinds, (name) => `l.kind = ANY(${name}::text[])`)
  if (filter.priceMeanings.length > 0) {
    // What was not read yet is a price; written so that the database can tell how many rows that are.
    const unread = filter.priceMeanings.includes('asked') ? ' OR l.price_meaning IS NULL' : ''
    where(filter.priceMeanings, (name) => `(l.price_meaning = ANY(${name}::text[])${unread})`)
  }
  if (filter.within !== null) {
    const [lat, lon, km] = [filter.within.lat, filter.within.lon, filter.within.km].map(param) as [
      string,
      string,
      string,
    ]
    terms.push(
      `l.lat BETWEEN ${lat}::float8 - ${km}::float8 / 110 AND ${lat}::float8 + ${km}::float8 / 110 AND ${kmFrom(lat, lon)} <= ${km}::float8`,
    )
  }
  let joins = ''
  if (filter.scoreMin !== null) {
    const { points, by } = filter.scoreMin
    const score = by(param)
    joins = score.joins
    terms.push(reaching(score, points, param))
  }
  return { joins, where: terms.join(' AND ') }
}

/** The cheaper bounds go first: few rows are left when the total itself is made. */
function reaching(score: ScoreSql, points: number, param: Param): string {
  const least = `${param(points)}::int`
  return `l.neutral >= ${param(score.neutralMin(points))}::float8 AND ${score.most} >= ${least} AND ${score.total} >= ${least}`
}

function wordsQuery(words: readonly string[]): string | null {
  if (words.length === 0) return null
  return words
    .map((word, index) => `'${word.replaceAll(/['\\]/g, '')}'${index === words.length - 1 ? ':*' : ''}`)
    .join(' & ')
}

const nameOf = namesOf('listings')

/**
 * What is asked for most is prepared; not what asks for words or a place, of which the database must know which to see what
 * is few.
 */
async function ask<Row>(sql: Sql, filter: ListingFilter, text: string, values: unknown[]): Promise<Row[]> {
  const isPrepared = filter.words.length === 0 && filter.within === null
  const { rows } = await sql.query<Row>(text, values, isPrepared ? nameOf(text) : undefined)
  return rows
}

/** Newest first, after the position (first seen ms, id); or those before it, nearest first. */
export async function listNewest(
  sql: Sql,
  filter: ListingFilter,
  from: { firstSeenAtMs: number; id: number; isBack?: boolean } | null,
): Promise<StoredListing[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { values, param } = valuesOf()
  const { joins, where } = filterSql(filter, param)
  const rows = await ask<StoredRow>(
    sql,
    filter,
    `SELECT ${stored} FROM listings l${joins} WHERE ${where}
       ${from ? `AND (l.first_seen_at, l.id) ${beyond} (${param(new Date(from.firstSeenAtMs))}::timestamptz, ${param(from.id)}::bigint)` : ''}
     ORDER BY l.first_seen_at ${order}, l.id ${order} LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows.map(toStored)
}

/** Somebody's score of these listings, by id. */
export async function scoresOf(sql: Sql, ids: readonly number[], by: ScoreBy): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const { values, param } = valuesOf()
  const { joins, total } = by(param)
  const text = `SELECT l.id, ${total} AS score FROM listings l${joins} WHERE l.id = ANY(${param(ids)}::bigint[])`
  const { rows } = await sql.query<{ id: number; score: number }>(text, values, nameOf(text))
  return new Map(rows.map(({ id, score }) => [id, score]))
}

export const dealOrders = ['score', 'price', 'newest', 'distance', 'discount'] as const
export type DealOrder = (typeof dealOrders)[number]

/** A whole number from 0 up for each listing, of which the largest comes first; from a place where distances count. */
const orderKeys: Record<
  Exclude<DealOrder, 'score'>,
  (from: { lat: number; lon: number } | null, param: Param) => string
> = {
  newest: () => '(extract(epoch FROM l.first_seen_at) * 1000)::bigint',
  price: () => byPrice('l.'),
  distance: (from, param) =>
    from === null
      ? '0::bigint'
      : `${last} - coalesce(round(${kmFrom(param(from.lat), param(from.lon))} * 1000)::bigint, ${last})`,
  discount: () => byDiscount('l.'),
}

/** After which listing a list goes on: the order's key of it, and its id. */
interface Position {
  key: number
  id: number
}

/** For somebody who looks. */
interface Deal extends StoredListing {
  score: number
  orderKey: number
}

/**
 * Active ones in that order, after the position, or those before it, nearest first; by distance only with a place to
 * count `from`.
 */
export async function listDeals(
  sql: Sql,
  filter: ListingFilter,
  order: { by: DealOrder; from: { lat: number; lon: number } | null; score: ScoreBy },
  at: (Position & { isBack?: boolean }) | null,
): Promise<Deal[]> {
  if (order.by === 'score')
    return withRows(
      sql,
      filter.person,
      at?.isBack
        ? await betterDeals(sql, filter, order.score, at)
        : await bestDeals(sql, filter, order.score, at),
    )
  const way = walk('DESC', at?.isBack)
  const { values, param } = valuesOf()
  const { joins, where } = filterSql(filter, param)
  const key = orderKeys[order.by](order.from, param)
  // As an index has it: of what is computed for each listing, all would be read.
  const isByTime = order.by === 'newest'
  const sorted = isByTime ? 'l.first_seen_at' : key
  const beyond = (from: Position) =>
    `AND (${sorted}, l.id) ${way.beyond} (${isByTime ? `${param(new Date(from.key))}::timestamptz` : `${param(from.key)}::bigint`}, ${param(from.id)}::bigint)`
  const rows = await ask<StoredRow & { orderKey: number }>(
    sql,
    filter,
    `SELECT ${stored}, ${key} AS "orderKey" FROM listings l${joins} WHERE l.state = 'active' AND ${where}
       ${at ? beyond(at) : ''}
     ORDER BY ${sorted} ${way.order}, l.id ${way.order} LIMIT ${param(filter.limit)}`,
    values,
  )
  const scores = await scoresOf(
    sql,
    rows.map(({ id }) => id),
    order.score,
  )
  return rows.map(({ orderKey, ...row }) => ({
    ...toStored(row as StoredRow),
    orderKey: Number(orderKey),
    score: scores.get(row.id) ?? 0,
  }))
}

/** The rows of a list by score, with the very number that they stand in its order by. */
async function withRows(sql: Sql, person: Authorized<'read'>, best: readonly Position[]): Promise<Deal[]> {
  const rows = new Map(
    (
      await getListings(
        sql,
        best.map(({ id }) => id),
        person,
      )
    ).map((row) => [row.id, row]),
  )
  return best.flatMap(({ id, key }) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ ...row, orderKey: key, score: key }]
  })
}

/**
 * Candidates of the first step for each row that is wanted, and how much longer each further step is: the more of them,
 * the better the last of the page, and the fewer rivals are left to look at.
 */
const stepFactor = { first: 40, next: 4 }

/**
 * The best by somebody's score. It is nowhere stored, so candidates are taken by what is the same for everybody, the
 * most first, until none that is left can beat the last of the page: the viewer and the age add only so much to that.
 */
async function bestDeals(
  sql: Sql,
  filter: ListingFilter,
  by: ScoreBy,
  after: Position | null,
): Promise<Position[]> {
  let best: Position[] = []
  const take = (rows: readonly Position[]) => {
    best = [...best, ...rows.filter((row) => after === null || isAfter(row, after))]
      .sort((a, b) => b.key - a.key || b.id - a.id)
      .slice(0, filter.limit)
  }
  let passed: { neutral: number; id: number } | null = null
  for (let step = filter.limit * stepFactor.first; ; step *= stepFactor.next) {
    const { rows, neutralMin } = await candidates(sql, filter, by, { passed, limit: step })
    take(rows)
    passed = rows.at(-1) ?? null
    if (rows.length < step || passed === null) return best
    const floor = best.length < filter.limit ? undefined : best.at(-1)
    if (floor === undefined) continue
    if (neutralMin(floor.key) <= passed.neutral) take(await rivals(sql, filter, by, { passed, floor, after }))
    return best
  }
}

/** Those that somebody scores higher than the position, nearest first: they are among those that may reach as much. */
async function betterDeals(sql: Sql, filter: ListingFilter, by: ScoreBy, at: Position): Promise<Position[]> {
  const { values, param } = valuesOf()
  const { where } = filterSql({ ...filter, scoreMin: null }, param)
  const score = by(param)
  const least = Math.max(at.key, filter.scoreMin?.points ?? 0)
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, ${score.total} AS key FROM listings l${score.joins} WHERE l.state = 'active' AND ${where}
       AND ${reaching(score, least, param)}
       AND (${score.total}, l.id) > (${param(at.key)}::int, ${param(at.id)}::bigint)
     ORDER BY key, l.id LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows
}

const isAfter = (row: Position, after: Position) =>
  row.key < after.key || (row.key === after.key && row.id < after.id)

/** The next by neutral points, with their scores. */
async function candidates(
  sql: Sql,
  filter: ListingFilter,
  by: ScoreBy,
  { passed, limit }: { passed: { neutral: number; id: number } | null; limit: number },
) {
  const { values, param } = valuesOf()
  const { where } = filterSql({ ...filter, scoreMin: null }, param)
  const score = by(param)
  const least = filter.scoreMin === null ? '' : `AND ${reaching(score, filter.scoreMin.points, param)}`
  const rows = await ask<Position & { neutral: number }>(
    sql,
    filter,
    `SELECT l.id, l.neutral, ${score.total} AS key FROM listings l${score.joins} WHERE l.state = 'active' AND ${where} ${least}
       ${passed ? `AND (l.neutral, l.id) < (${param(passed.neutral)}::float8, ${param(passed.id)}::bigint)` : ''}
     ORDER BY l.neutral DESC, l.id DESC LIMIT ${param(limit)}`,
    values,
  )
  return { rows, neutralMin: score.neutralMin }
}

/** Of the candidates that were not passed yet the best that may stand before that one. */
async function rivals(
  sql: Sql,
  filter: ListingFilter,
  by: ScoreBy,
  {
    passed,
    floor,
    after,
  }: { passed: { neutral: number; id: number }; floor: Position; after: Position | null },
): Promise<Position[]> {
  const { values, param } = valuesOf()
  const { where } = filterSql({ ...filter, scoreMin: null }, param)
  const score = by(param)
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, ${score.total} AS key FROM listings l${score.joins} WHERE l.state = 'active' AND ${where}
       AND (l.neutral, l.id) < (${param(passed.neutral)}::float8, ${param(passed.id)}::bigint)
       AND ${reaching(score, floor.key, param)}
       ${after ? `AND (${score.total}, l.id) < (${param(after.key)}::int, ${param(after.id)}::bigint)` : ''}
     ORDER BY key DESC, l.id DESC LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows
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
