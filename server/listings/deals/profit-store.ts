import type { Sql } from '../../core/db.ts'
import { valuesOf } from '../../core/statement.ts'
import { type Category, categories } from '../../model/listing-schema.ts'
import type { NetBound } from '../../model/resold.ts'
import { byLevel, byMargin, byOutlay, isResold, levelEnd } from '../orders/order-sql.ts'
import { type Costed, pricedColumns, profitIn } from './cost.ts'
import { type DealFilter, dealFilterSql } from './filter-store.ts'
import { type At, type DealLook, firstOfThing, type Position, scoreIn } from './position.ts'

/** Profits may be losses, and positions are whole numbers from 0 up. */
const noProfit = 4_000_000_000_000_000
/** Of each level of value so many of the cheapest to begin with, and how many times as many each further time. */
const perLevel = { first: 12, next: 8 }

/**
 * What should bring the person most. That is nowhere stored, since it goes by how they sell and where they live, but it is at
 * most a share of the value less what the thing costs: of each level of value the cheapest are read, first a few, then those
 * that cost so little that they may stand before the last of the page.
 */
export async function dealsByProfit(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  at: At,
): Promise<Position[]> {
  const isBack = at?.isBack === true
  const least = filter.profitCentsMin ?? Number.NEGATIVE_INFINITY
  const isWanted = ({ key, id }: Position) => {
    if (key < noProfit + least) return false
    const order = at === null ? -1 : key - at.key || id - at.id
    return isBack ? order > 0 : order < 0
  }
  const read = async (profitMin: number, limit: number | null) => {
    const rows = await cheapest(sql, filter, look, { profitMin, limit })
    const wanted = rows
      .flatMap((row) => {
        const profit = profitIn(row, look.profitOf)
        return profit === null ? [] : [{ id: row.id, key: noProfit + profit }]
      })
      .filter(isWanted)
      .sort((a, b) => (b.key - a.key || b.id - a.id) * (isBack ? -1 : 1))
    return {
      isWhole: limit === null || rows.every(({ place }) => place < limit),
      wanted: wanted.slice(0, filter.limit),
    }
  }
  // What stands before a place brings at least as much.
  if (isBack) return (await read(Math.max(least, at.key - noProfit), null)).wanted
  for (let limit = perLevel.first; ; limit *= perLevel.next) {
    const { isWhole, wanted } = await read(least, limit)
    if (isWhole) return wanted
    if (wanted.length < filter.limit) continue
    return (await read(wanted.at(-1)!.key - noProfit, null)).wanted
  }
}

/** Where a least profit is asked for, only what was found to bring it: the database knows no more than what may. */
export async function payingOnly(sql: Sql, filter: DealFilter, look: DealLook): Promise<DealFilter> {
  const { profitCentsMin } = filter
  if (profitCentsMin === null) return filter
  const rows = await cheapest(sql, { ...filter, isCollapsed: false }, look, {
    profitMin: profitCentsMin,
    limit: null,
  })
  const ids = rows.filter(
    (row) => (profitIn(row, look.profitOf) ?? Number.NEGATIVE_INFINITY) >= profitCentsMin,
  )
  return { ...filter, profitCentsMin: null, ids: ids.map(({ id }) => id) }
}

/** Of each level the cheapest, at most so many, that may bring as much. */
async function cheapest(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  { profitMin, limit }: { profitMin: number; limit: number | null },
): Promise<(Costed & { id: number; place: number })[]> {
  const levels = await promisingLevels(sql, filter, look, profitMin)
  if (levels.length === 0) return []
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const where = `${dealFilterSql(filter, param, score)} AND ${isResold('l.')} AND l.value->>'currency' = l.currency`
  const outlay = byOutlay('l.')
  const [numbers, outlays, nets] = [
    param(levels.map(({ level }) => level)),
    param(levels.map(({ outlayMax }) => outlayMax)),
    param(levels.map((one) => JSON.stringify(one.nets))),
  ]
  const most = Number.isFinite(profitMin) ? param(profitMin) : null
  // What the category and the value itself allow is less than what the level does.
  const mayPay =
    most === null
      ? ''
      : `AND ${outlay} <= 1 + l.value_mid_cents * (asked.nets->l.category->>'share')::float8
           + (asked.nets->l.category->>'cents')::float8 - ${most}::float8`
  const { rows } = await sql.query<Costed & { id: number; place: number }>(
    `SELECT best.* FROM unnest(${numbers}::int[], ${outlays}::bigint[], ${nets}::jsonb[]) AS asked(level, outlay, nets)
     CROSS JOIN LATERAL (
       SELECT l.id, ${pricedColumns}, row_number() OVER (ORDER BY ${outlay}, l.id)::int AS place FROM listings l${joins}
       WHERE ${where} AND ${byLevel('l.')} = asked.level AND ${outlay} <= asked.outlay ${mayPay}
         ${firstOfThing(filter, { where, joins }, byMargin('l.'), 'DESC')}
       ORDER BY ${outlay}, l.id ${limit === null ? '' : `LIMIT ${param(limit)}`}) AS best`,
    values,
  )
  return rows
}

interface Level {
  level: number
  /** What may bring as much costs no more, whatever the category. */
  outlayMax: number
  nets: Partial<Record<Category, NetBound>>
}

/** Of the levels that there are, those of which something may bring as much. */
async function promisingLevels(
  sql: Sql,
  { currency, categories: asked }: DealFilter,
  { netMost }: DealLook,
  profitMin: number,
): Promise<Level[]> {
  const known = asked.length > 0 ? asked : categories
  return (await levelsOf(sql, currency!)).flatMap((level): Level[] => {
    const fromCents = Math.max(1, Math.floor(levelEnd(level - 1)))
    const toCents = Math.ceil(levelEnd(level))
    const nets: Level['nets'] = {}
    let outlayMax = Number.NEGATIVE_INFINITY
    for (const category of known as readonly Category[]) {
      const net = netMost(category, { currency: currency!, fromCents, toCents })
      if (net === null) continue
      nets[category] = net
      // A cent for what was rounded.
      outlayMax = Math.max(outlayMax, Math.ceil(net.share * toCents + net.cents - profitMin) + 1)
    }
    return outlayMax < 0 ? [] : [{ level, outlayMax: Math.min(2e13, outlayMax), nets }]
  })
}

/** The levels of value that there are, found by leaps from one to the next in the index of them. */
async function levelsOf(sql: Sql, currency: string): Promise<number[]> {
  const next = (beyond: string) => `SELECT ${byLevel('l.')} AS level FROM listings l
    WHERE l.state = 'active' AND ${isResold('l.')} AND l.currency = $1 ${beyond} ORDER BY ${byLevel('l.')} LIMIT 1`
  const { rows } = await sql.query<{ level: number }>(
    `WITH RECURSIVE found AS (
       (${next('')})
       UNION ALL
       SELECT (${next(`AND ${byLevel('l.')} > found.level`)}) FROM found WHERE found.level IS NOT NULL)
     SELECT level FROM found WHERE level IS NOT NULL`,
    [currency],
    'levels-of-value',
  )
  return rows.map(({ level }) => level)
}
