import type { Sql } from '../../core/db.ts'
import { valuesOf } from '../../core/statement.ts'
import { byMargin, hasMargin } from '../orders/order-sql.ts'
import { type Costed, pricedColumns, profitIn } from './cost.ts'
import { type DealFilter, dealFilterSql } from './filter-store.ts'
import { type At, type DealLook, firstOfThing, type Position, scoreIn } from './position.ts'

/** Profits may be losses, and positions are whole numbers from 0 up. */
const noProfit = 4_000_000_000_000_000
const first = 2_000
const widening = 4

/**
 * What should bring the person most. That is nowhere stored, since it goes by how they sell and where they live: candidates
 * are read by the most that anybody could get, until none that is left can stand before the last of the page.
 */
export async function dealsByProfit(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  at: At,
): Promise<Position[]> {
  const isWanted = ({ key, id }: Position) => {
    if (filter.profitCentsMin !== null && key < noProfit + filter.profitCentsMin) return false
    if (at === null) return true
    const order = key - at.key || id - at.id
    return at.isBack ? order > 0 : order < 0
  }
  let best: Position[] = []
  let passed: { margin: number; id: number } | null = null
  for (let step = first; ; step *= widening) {
    const rows: (Costed & { id: number; margin: number })[] = await candidates(sql, filter, look, {
      // Of those that stand before a place, each brings as much as that.
      marginMin: at?.isBack === true ? at.key - noProfit : null,
      ...{ passed, limit: step },
    })
    const found = rows.flatMap((row) => {
      const profit = profitIn(row, look.profitOf)
      return profit === null ? [] : [{ id: row.id, key: noProfit + profit }]
    })
    best = [...best, ...found.filter(isWanted)]
      .sort((a, b) => (b.key - a.key || b.id - a.id) * (at?.isBack === true ? -1 : 1))
      .slice(0, at?.isBack === true ? undefined : filter.limit)
    passed = rows.at(-1) ?? null
    if (rows.length < step || passed === null) return best.slice(0, filter.limit)
    const floor = best.length < filter.limit || at?.isBack === true ? undefined : best.at(-1)
    if (floor !== undefined && passed.margin < floor.key - noProfit) return best
  }
}

async function candidates(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  {
    marginMin,
    passed,
    limit,
  }: { marginMin: number | null; passed: { margin: number; id: number } | null; limit: number },
): Promise<(Costed & { id: number; margin: number })[]> {
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const margin = byMargin('l.')
  const where = `${dealFilterSql(filter, param, score)} AND ${hasMargin('l.')} AND l.value->>'currency' = l.currency`
  const { rows } = await sql.query<Costed & { id: number; margin: number }>(
    `SELECT l.id, ${margin} AS margin, ${pricedColumns} FROM listings l${joins}
     WHERE ${where}
       ${firstOfThing(filter, { where, joins }, margin, 'DESC')}
       ${marginMin === null ? '' : `AND ${margin} >= ${param(marginMin)}::bigint`}
       ${passed ? `AND (${margin}, l.id) < (${param(passed.margin)}::bigint, ${param(passed.id)}::bigint)` : ''}
     ORDER BY ${margin} DESC, l.id DESC LIMIT ${param(limit)}`,
    values,
  )
  return rows
}
