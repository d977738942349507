import type { Sql } from '../../core/db.ts'
import { namesOf } from '../../core/statement.ts'
import type { DealFilter, ListingFilter } from './filter-store.ts'

const nameOf = namesOf('listings')

/**
 * Asks what lists ask for most by a prepared statement: the texts are long. Not where the database has to know which words,
 * place or listings are meant to see that they are few.
 */
export async function ask<Row>(
  sql: Sql,
  filter: ListingFilter | DealFilter,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const isUsual = filter.words.length === 0 && filter.within === null && !('ids' in filter && isOfFew(filter))
  const { rows } = await sql.query<Row>(text, values, isUsual ? nameOf(text) : undefined)
  return rows
}

function isOfFew({ ids, ruleId, since, mark, inside }: DealFilter): boolean {
  return ids !== null || ruleId !== null || since !== null || mark !== null || inside !== null
}
