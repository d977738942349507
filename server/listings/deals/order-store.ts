import type { Sql } from '../../core/db.ts'
import { walk } from '../../core/paging.ts'
import { kmFrom, valuesOf } from '../../core/statement.ts'
import { byDiscount, byPrice, last } from '../orders/order-sql.ts'
import { ask } from './ask-store.ts'
import { dealsByScore } from './best-store.ts'
import type { DealOrder } from './deal-schema.ts'
import { type DealFilter, dealFilterSql, type Point, withinSql } from './filter-store.ts'
import { type At, type DealLook, firstOfThing, type Position, scoreIn } from './position.ts'
import { dealsByProfit, payingOnly } from './profit-store.ts'

/**
 * Which listings stand after the position in that order, or before it, the nearest first; at most as many as the filter's
 * limit. By distance only with a place to count from, by profit only in one currency.
 */
export async function listDeals(
  sql: Sql,
  asked: DealFilter,
  by: DealOrder,
  look: DealLook,
  at: At,
): Promise<Position[]> {
  if (by === 'profit') return dealsByProfit(sql, asked, look, at)
  const filter = await payingOnly(sql, asked, look)
  if (by === 'score') return dealsByScore(sql, filter, look, at)
  if (by === 'distance') return dealsByDistance(sql, filter, look, at)
  return dealsBy(sql, filter, orders[by](look.asOfMs), look, at)
}

/** An order that an index has. */
interface Order {
  /** As the index has it: of what is computed for each listing, all would be read. */
  sorted: string
  way: 'ASC' | 'DESC'
  /** The key that a position has, and what an index is asked for it. */
  key: string
  at(key: number): unknown
  type: 'timestamptz' | 'bigint'
  /** What it is an order of. */
  only?: { where: string; value: unknown }
}

const msOf = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`
const byNumber = (sorted: string): Order => ({
  ...{ sorted, way: 'DESC', key: sorted, type: 'bigint' },
  at: (key) => key,
})
const orders: Readonly<
  Record<Exclude<DealOrder, 'score' | 'profit' | 'distance'>, (asOfMs: number) => Order>
> = {
  newest: () => ({
    ...{ sorted: 'l.first_seen_at', way: 'DESC', key: msOf('l.first_seen_at'), type: 'timestamptz' },
    at: (key) => new Date(key),
  }),
  price: () => byNumber(byPrice('l.')),
  discount: () => byNumber(byDiscount('l.')),
  ends: (asOfMs) => ({
    ...{ sorted: 'l.ends_at', way: 'ASC', key: msOf('l.ends_at'), type: 'timestamptz' },
    at: (key) => new Date(key),
    only: { where: 'l.ends_at >', value: new Date(asOfMs) },
  }),
}

async function dealsBy(
  sql: Sql,
  filter: DealFilter,
  order: Order,
  look: DealLook,
  at: At,
): Promise<Position[]> {
  const way = walk(order.way, at?.isBack)
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const { only, sorted } = order
  const kind = only === undefined ? '' : ` AND ${only.where} ${param(only.value)}::timestamptz`
  const where = `${dealFilterSql(filter, param, score)}${kind}`
  const beyond =
    at === null
      ? ''
      : `AND (${sorted}, l.id) ${way.beyond} (${param(order.at(at.key))}::${order.type}, ${param(at.id)}::bigint)`
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, ${order.key} AS key FROM listings l${joins}
     WHERE ${where} ${firstOfThing(filter, { where, joins }, sorted, order.way)} ${beyond}
     ORDER BY ${sorted} ${way.order}, l.id ${way.order} LIMIT ${param(filter.limit)}`,
    values,
  )
  return numbered(rows)
}

const numbered = (rows: readonly Position[]) => rows.map(({ id, key }) => ({ id, key: Number(key) }))

/** Half of the way around the earth, and what is around it to begin with. */
const farthestKm = 20_038
const firstKm = 4
const widening = 4

/**
 * Nearest first, and at the end what does not say where it is. Rings around the place are read, each from the index of
 * places, until there are enough.
 */
async function dealsByDistance(sql: Sql, filter: DealFilter, look: DealLook, at: At): Promise<Position[]> {
  const from = look.from!
  const isPlaced = at === null || at.key > 0
  const found: Position[] = []
  if (isPlaced) found.push(...(await placedDeals(sql, filter, look, { from, at })))
  // Who says nowhere where it is, is within no distance.
  if (filter.within !== null || (isPlaced && at?.isBack === true)) return found
  const rest = { ...filter, limit: filter.limit - found.length }
  if (rest.limit > 0) found.push(...(await placelessDeals(sql, rest, look, isPlaced ? null : at)))
  // Back from those that say nowhere, the farthest of the others come next.
  if (!isPlaced && at.isBack && found.length < filter.limit)
    found.push(
      ...(await placedDeals(sql, { ...filter, limit: filter.limit - found.length }, look, {
        from,
        at: { key: 0, id: 0, isBack: true },
      })),
    )
  return found
}

async function placedDeals(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  { from, at }: { from: Point; at: At },
): Promise<Position[]> {
  const way = walk('DESC', at?.isBack)
  const atKm = at === null || at.key === 0 ? null : (last - at.key) / 1000
  // Back from a place all that is nearer is looked at; on from there, rings.
  let km = at?.isBack === true ? (atKm ?? farthestKm) + 0.001 : Math.max(firstKm, (atKm ?? 0) * 1.1)
  for (;;) {
    const reach = Math.min(km, farthestKm)
    const { values, param } = valuesOf()
    const { score, joins } = scoreIn(filter, look, param)
    const key = `${last} - round(${kmFrom(param(from.lat), param(from.lon))} * 1000)::bigint`
    const where = `${dealFilterSql(filter, param, score)} AND l.lat IS NOT NULL`
    const rows = await ask<Position>(
      sql,
      filter,
      `SELECT l.id, ${key} AS key FROM listings l${joins}
       WHERE ${where} AND ${withinSql(from, reach, param)} ${firstOfThing(filter, { where, joins }, key, 'DESC')}
         ${at ? `AND (${key}, l.id) ${way.beyond} (${param(at.key)}::bigint, ${param(at.id)}::bigint)` : ''}
       ORDER BY key ${way.order}, l.id ${way.order} LIMIT ${param(filter.limit)}`,
      values,
    )
    const isWhole = reach >= Math.min(farthestKm, filter.within?.km ?? farthestKm)
    if (rows.length >= filter.limit || at?.isBack === true || isWhole) return numbered(rows)
    km = reach * widening
  }
}

async function placelessDeals(sql: Sql, filter: DealFilter, look: DealLook, at: At): Promise<Position[]> {
  const way = walk('DESC', at?.isBack)
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const where = dealFilterSql(filter, param, score)
  // One that says where it is stands before them all.
  const placed = '(l.lat IS NOT NULL)::int'
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, 0 AS key FROM listings l${joins} WHERE ${where} AND l.lat IS NULL
       ${firstOfThing(filter, { where, joins }, placed, 'DESC')}
       ${at ? `AND l.id ${way.beyond} ${param(at.id)}::bigint` : ''}
     ORDER BY l.id ${way.order} LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows
}
