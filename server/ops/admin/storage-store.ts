import type { Sql } from '../../core/db.ts'

/** Of the whole database, with its indexes. */
export async function databaseBytes(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ bytes: number }>(
    'SELECT pg_database_size(current_database())::float8 AS bytes',
  )
  return rows[0]!.bytes
}
