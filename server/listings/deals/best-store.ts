import type { Sql } from '../../core/db.ts'
import { type Param, valuesOf } from '../../core/statement.ts'
import { ask } from './ask-store.ts'
import { type DealFilter, dealFilterSql, reaching } from './filter-store.ts'
import { type At, type DealLook, firstOfThing, type Position } from './position.ts'

/**
 * Candidates of the first step for each row that is wanted, and how much longer each further step is: the more of them,
 * the better the last of the page, and the fewer rivals are left to look at.
 */
const stepFactor = { first: 40, next: 4 }

/** The best first. */
export function dealsByScore(sql: Sql, filter: DealFilter, look: DealLook, at: At): Promise<Position[]> {
  return at?.isBack ? betterDeals(sql, filter, look, at) : bestDeals(sql, filter, look, at)
}

/**
 * The best by somebody's score. It is nowhere stored, so candidates are taken by what is the same for everybody, the
 * most first, until none that is left can beat the last of the page: the viewer and the age add only so much to that.
 */
async function bestDeals(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
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
    const { rows, neutralMin } = await candidates(sql, filter, look, { passed, limit: step })
    take(rows)
    passed = rows.at(-1) ?? null
    if (rows.length < step || passed === null) return best
    const floor = best.length < filter.limit ? undefined : best.at(-1)
    if (floor === undefined) continue
    if (neutralMin(floor.key) <= passed.neutral)
      take(await rivals(sql, filter, look, { passed, floor, after }))
    return best
  }
}

/** Those that somebody scores higher than the position, nearest first: they are among those that may reach as much. */
async function betterDeals(sql: Sql, filter: DealFilter, look: DealLook, at: Position): Promise<Position[]> {
  const { values, param } = valuesOf()
  const { score, where } = asked(filter, look, param)
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, ${score.total} AS key FROM listings l${score.joins} WHERE ${where}
       AND ${reaching(score, Math.max(at.key, filter.scoreMin ?? 0), param)}
       AND (${score.total}, l.id) > (${param(at.key)}::int, ${param(at.id)}::bigint)
     ORDER BY key, l.id LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows
}

const isAfter = (row: Position, after: Position) =>
  row.key < after.key || (row.key === after.key && row.id < after.id)

/** The condition without the least score, which is asked for where it costs least. */
function asked(filter: DealFilter, look: DealLook, param: Param) {
  const score = look.score(param)
  const fitting = dealFilterSql({ ...filter, scoreMin: null }, param, score)
  const first = firstOfThing(filter, { where: fitting, joins: score.joins }, score.total, 'DESC')
  return { score, where: `${fitting} ${first}` }
}

/** The next by neutral points, with their scores. */
async function candidates(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  { passed, limit }: { passed: { neutral: number; id: number } | null; limit: number },
) {
  const { values, param } = valuesOf()
  const { score, where } = asked(filter, look, param)
  const least = filter.scoreMin === null ? '' : `AND ${reaching(score, filter.scoreMin, param)}`
  const rows = await ask<Position & { neutral: number }>(
    sql,
    filter,
    `SELECT l.id, l.neutral, ${score.total} AS key FROM listings l${score.joins} WHERE ${where} ${least}
       ${passed ? `AND (l.neutral, l.id) < (${param(passed.neutral)}::float8, ${param(passed.id)}::bigint)` : ''}
     ORDER BY l.neutral DESC, l.id DESC LIMIT ${param(limit)}`,
    values,
  )
  return { rows, neutralMin: score.neutralMin }
}

/** Of the candidates that were not passed yet the best that may stand before that one. */
async function rivals(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  {
    passed,
    floor,
    after,
  }: { passed: { neutral: number; id: number }; floor: Position; after: Position | null },
): Promise<Position[]> {
  const { values, param } = valuesOf()
  const { score, where } = asked(filter, look, param)
  const rows = await ask<Position>(
    sql,
    filter,
    `SELECT l.id, ${score.total} AS key FROM listings l${score.joins} WHERE ${where}
       AND (l.neutral, l.id) < (${param(passed.neutral)}::float8, ${param(passed.id)}::bigint)
       AND ${reaching(score, floor.key, param)}
       ${after ? `AND (${score.total}, l.id) < (${param(after.key)}::int, ${param(after.id)}::bigint)` : ''}
     ORDER BY key DESC, l.id DESC LIMIT ${param(filter.limit)}`,
    values,
  )
  return rows
}
