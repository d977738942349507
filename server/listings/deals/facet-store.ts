import type { Sql } from '../../core/db.ts'
import { valuesOf } from '../../core/statement.ts'
import type { Facets } from './card-schema.ts'
import { markStates } from './deal-schema.ts'
import { type DealFilter, dealFilterSql } from './filter-store.ts'
import { type DealLook, firstOfThing, scoreIn } from './position.ts'
import { payingOnly } from './profit-store.ts'

/** More of what fits is not counted. */
export const countedMax = 10_000

const dimensions = {
  category: 'l.category',
  marketplace: 'l.marketplace',
  condition: `coalesce(l.condition, 'unknown')`,
  risk: `coalesce(l.risk->>'level', 'low')`,
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
  const { total, ...base } = await counts(sql, filter, look, names)
  const facets: Facets = { total: { ...total }, mark: [], ...base }
  for (const name of names) {
    const open = cleared[name]?.(filter)
    if (open) facets[name] = (await counts(sql, open, look, [name]))[name]
  }
  for (const mark of markStates) {
    const { total: marked } = await counts(sql, { ...filter, mark }, look, [])
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
  return (await counts(sql, filter, look, [], max)).total
}

async function counts(
  sql: Sql,
  asked: DealFilter,
  look: DealLook,
  by: readonly Dimension[],
  max = countedMax,
): Promise<Record<Dimension, Facets['category']> & { total: Facets['total'] }> {
  const filter = await payingOnly(sql, asked, look)
  const { values, param } = valuesOf()
  const { score, joins } = scoreIn(filter, look, param)
  const where = dealFilterSql(filter, param, score)
  const { rows } = await sql.query<{ name: Dimension | null; value: string | null; count: number }>(
    `WITH fitting AS MATERIALIZED (
       SELECT ${['1 AS one', ...by.map((name) => `${dimensions[name]} AS ${name}`)].join(', ')} FROM listings l${joins}
       WHERE ${where} ${firstOfThing(filter, { where, joins }, 'l.first_seen_at', 'DESC')} LIMIT ${param(max + 1)})
     SELECT NULL AS name, NULL AS value, count(*)::int AS count FROM fitting
     ${by.map((name) => `UNION ALL SELECT '${name}', ${name}, count(*)::int FROM fitting GROUP BY ${name}`).join(' ')}`,
    values,
  )
  const all = rows.find(({ name }) => name === null)!.count
  const isCapped = all > max
  const of = (dimension: Dimension) =>
    rows
      .flatMap(({ name, value, count }) => (name === dimension ? [{ value: value!, count, isCapped }] : []))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    total: { count: Math.min(all, max), isCapped },
    ...{ category: of('category'), marketplace: of('marketplace') },
    ...{ condition: of('condition'), risk: of('risk') },
  }
}
