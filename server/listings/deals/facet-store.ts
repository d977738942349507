import type { Sql } from '../../core/db.ts'
import { valuesOf } from '../../core/statement.ts'
import { riskLevelFrom } from '../../model/risk.ts'
import { readSeen } from '../marks/mark-store.ts'
import type { Facets } from './card-schema.ts'
import { markStates } from './deal-schema.ts'
import { type DealFilter, dealFilterSql, seenSql } from './filter-store.ts'
import { type DealLook, scoreIn } from './position.ts'
import { payingOnly } from './profit-store.ts'

/** Who saw more one by one is asked for each listing whether they did. */
const seenMax = 20_000

/** More of what fits is not counted. */
export const countedMax = 10_000

const dimensions = {
  category: 'l.category',
  marketplace: 'l.marketplace',
  condition: `coalesce(l.condition, 'unknown')`,
  risk: `CASE WHEN l.risk_score >= ${riskLevelFrom.high} THEN 'high' WHEN l.risk_score >= ${riskLevelFrom.elevated} THEN 'elevated' ELSE 'low' END`,
} as const
type Dimension = keyof typeof dimensions
const names = Object.keys(dimensions) as Dimension[]

/** Of a dimension that is filtered itself, what its other values would show is asked for. */
const cleared: Partial<Record<Dimension, (filter: DealFilter) => DealFilter | null>> = {
  category: (filter) => (filter.categories.length === 0 ? null : { ...filter, categories: [] }),
  marketplace: (filter) => (filter.marketplaces.length === 0 ? null : { ...filter, marketplaces: [] }),
  condition: (filter) => (filter.conditions.length === 0 ? null : { ...filter, conditions: [] }),
  risk: (filter) => (filter.riskMax === null ? null : { ...filter, riskMax: null }),
}

/** How many deals there are of each value of each filter, the most first; of at most so many that fit. */
export async function countFacets(sql: Sql, filter: DealFilter, look: DealLook): Promise<Facets> {
  const seen = await readSeen(sql, filter.person, seenMax)
  const known = seen === null ? filter : { ...filter, seen }
  const { total, marks, ...base } = await counts(sql, known, look, {
    by: names,
    withMarks: known.mark === null,
  })
  const facets: Facets = { total, mark: [], ...base }
  for (const name of names) {
    const open = cleared[name]?.(known)
    if (open) facets[name] = (await counts(sql, open, look, { by: [name] }))[name]
  }
  for (const mark of markStates) {
    const isTold = marks !== null && !total.isCapped && (mark === 'new' || mark === 'seen')
    const marked = isTold ? marks[mark] : (await counts(sql, { ...known, mark }, look, {})).total
    if (marked.count > 0) facets.mark.push({ value: mark, ...marked })
  }
  return facets
}

/** How many fit, at most so many. */
export async function countDeals(
  sql: Sql,
  filter: DealFilter,
  look: DealLook,
  max: number,
): Promise<Facets['total']> {
  return (await counts(sql, filter, look, { max })).total
}

interface Counts extends Record<Dimension, Facets['category']> {
  total: Facets['total']
  /** Where that was asked for; exact where all that fit were counted. */
  marks: Record<'new' | 'seen', Facets['total']> | null
}

/** Reads what fits once, and counts in that: by dimension, and by what the person has to do with it. */
async function counts(
  sql: Sql,
  asked: DealFilter,
  look: DealLook,
  {
    by = [],
    max = countedMax,
    withMarks = false,
  }: { by?: readonly Dimension[]; max?: number; withMarks?: boolean },
): Promise<Counts> {
  const filter = await payingOnly(sql, asked, look)
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const most = param(max + 1)
  const columns = [
    ...['l.id', 'l.first_seen_at', ...by.map((name) => `${dimensions[name]} AS ${name}`)],
    ...(withMarks ? [`${seenSql(filter, param)} AS is_seen`] : []),
  ].join(', ')
  // What the market shows is read from an index alone; what is one's own is little.
  const fitting = (of: 'market' | 'own') => `(SELECT ${columns} FROM listings l${joins}
         WHERE ${dealFilterSql({ ...filter, of }, param, score)} LIMIT ${most})`
  const firsts = (which: string) =>
    filter.isCollapsed ? `(${firstOfThings('fitting', which)})` : `(SELECT * FROM fitting one WHERE ${which})`
  const { rows } = await sql.query<{
    name: Dimension | 'new' | 'seen' | 'all' | null
    value: string | null
    count: number
  }>(
    `WITH fitting AS MATERIALIZED (
       SELECT * FROM (${fitting('market')} UNION ALL ${fitting('own')}) AS both_of_them LIMIT ${most}),
     things AS MATERIALIZED ${firsts('true')}
     SELECT 'all' AS name, NULL AS value, count(*)::int AS count FROM fitting
     UNION ALL SELECT NULL, NULL, count(*)::int FROM things
     ${by.map((name) => `UNION ALL SELECT '${name}', ${name}, count(*)::int FROM things GROUP BY ${name}`).join(' ')}
     ${withMarks ? ['new', 'seen'].map((mark) => `UNION ALL SELECT '${mark}', NULL, count(*)::int FROM ${firsts(`${mark === 'new' ? 'NOT ' : ''}one.is_seen`)} AS ${mark}_ones`).join(' ') : ''}`,
    values,
  )
  const numberOf = (wanted: (typeof rows)[number]['name']) => rows.find(({ name }) => name === wanted)!.count
  const isCapped = numberOf('all') > max
  const counted = (name: 'new' | 'seen' | null) => ({ count: Math.min(numberOf(name), max), isCapped })
  const of = (dimension: Dimension) =>
    rows
      .flatMap(({ name, value, count }) => (name === dimension ? [{ value: value!, count, isCapped }] : []))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    total: counted(null),
    marks: withMarks ? { new: counted('new'), seen: counted('seen') } : null,
    ...{ category: of('category'), marketplace: of('marketplace') },
    ...{ condition: of('condition'), risk: of('risk') },
  }
}

/** `firstOfThing` for rows of a set that was read before, each of which has `id` and `first_seen_at`: the newest that are `which`, of `one`. */
function firstOfThings(set: string, which: string): string {
  return `SELECT * FROM ${set} one WHERE ${which} AND NOT EXISTS (
    SELECT FROM cluster_members mine
    JOIN cluster_members others ON others.cluster_id = mine.cluster_id AND others.listing_id <> mine.listing_id
    JOIN (SELECT id, first_seen_at FROM ${set} one WHERE ${which}) AS other ON other.id = others.listing_id
    WHERE mine.listing_id = one.id AND (other.first_seen_at, other.id) > (one.first_seen_at, one.id))`
}
