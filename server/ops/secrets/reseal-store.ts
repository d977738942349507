import type { Sql, Tx } from '../../core/db.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'

/** How a statement reads the sealed text of a row; names come from the slices' lists alone. */
const textOf = ({ column, within }: SealedColumn) =>
  within === undefined ? column : `${column} ->> '${within}'`

export interface SealedRow {
  /** As text. */
  key: string[]
  value: string
}

/** The next rows in order of their key whose text does not begin so, each held until the transaction ends. */
export async function holdSealedOtherwise(
  tx: Tx,
  sealed: SealedColumn,
  { prefix, after, limit }: { prefix: string; after: readonly string[] | null; limit: number },
): Promise<SealedRow[]> {
  const { table, key } = sealed
  const value = textOf(sealed)
  const beyond =
    after === null ? '' : `AND (${key.join(', ')}) > (${key.map((_, at) => `$${at + 3}`).join(', ')})`
  const { rows } = await tx.query<SealedRow>(
    `SELECT ARRAY[${key.map((name) => `${name}::text`).join(', ')}] AS key, ${value} AS value FROM ${table}
     WHERE ${value} IS NOT NULL AND NOT starts_with(${value}, $1) ${beyond}
     ORDER BY ${key.join(', ')} LIMIT $2 FOR UPDATE`,
    [prefix, limit, ...(after ?? [])],
  )
  return rows
}

/** Puts another text in place of the one that a row has, which is held. */
export async function writeSealed(tx: Tx, sealed: SealedColumn, { key, value }: SealedRow): Promise<void> {
  const { table, column, within } = sealed
  const set = within === undefined ? '$1' : `jsonb_set(${column}, '{${within}}', to_jsonb($1::text))`
  await tx.query(
    `UPDATE ${table} SET ${column} = ${set} WHERE ${sealed.key.map((name, at) => `${name} = $${at + 2}`).join(' AND ')}`,
    [value, ...key],
  )
}

/** How many texts of a column each key sealed; null = what is in no form of ours. */
export async function countByKey(
  sql: Sql,
  sealed: SealedColumn,
  pattern: string,
): Promise<{ keyId: string | null; count: number }[]> {
  const value = textOf(sealed)
  const { rows } = await sql.query<{ keyId: string | null; count: number }>(
    `SELECT substring(${value} FROM $1) AS "keyId", count(*)::int AS count
     FROM ${sealed.table} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    [pattern],
  )
  return rows
}

/** One at a time over all processes: the key file is read and replaced by nobody else until the transaction ends. */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('deal-scout secret keys', 0))`)
}
