import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { OwnTable } from './own-tables.ts'

/** A row as PostgreSQL writes it as JSON. */
export interface OwnRow {
  row: Readonly<Record<string, unknown>>
  /** Where the next rows go on. */
  at: number
}

/** The next rows of a person in a table, at most `limit` where it has an order; names come from the list of tables alone. */
export async function ownRows(
  sql: Sql,
  userId: Authorized<'self'>,
  { table, isTheirs, orderedBy, without }: OwnTable,
  { after, limit }: { after: number; limit: number },
): Promise<OwnRow[]> {
  const on = orderedBy ?? '0'
  const { rows } = await sql.query<OwnRow>(
    `SELECT to_jsonb(t) - $2::text[] AS row, ${on}::bigint AS at FROM ${table} t
     WHERE (${isTheirs}) ${orderedBy === null ? '' : `AND ${on} > $3 ORDER BY ${on} LIMIT $4`}`,
    [userId, without?.columns ?? [], ...(orderedBy === null ? [] : [after, limit])],
  )
  return rows
}

/** Deletes what of a table is theirs; returns how many rows. */
export async function deleteOwnRows(
  tx: Tx,
  userId: Authorized<'self'>,
  { table, isTheirs }: Pick<OwnTable, 'table' | 'isTheirs'>,
): Promise<number> {
  return (await tx.query(`DELETE FROM ${table} t WHERE ${isTheirs}`, [userId])).rowCount
}

/** Nothing that names this account is written until the transaction ends. */
export async function holdWhole(tx: Tx, userId: Authorized<'self'>): Promise<void> {
  await tx.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [userId])
}

/** Jobs about a person, whatever became of them, are there no more. Their payloads name whom they are about as `userId`. */
export async function forgetJobsOf(tx: Tx, userId: Authorized<'self'>): Promise<void> {
  const { rows } = await tx.query<{ made: boolean }>(`SELECT to_regclass('jobs.job') IS NOT NULL AS made`)
  if (rows[0]!.made) await tx.query(`DELETE FROM jobs.job WHERE data->>'userId' = $1::bigint::text`, [userId])
}
