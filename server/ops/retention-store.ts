import { clockSlackMs } from '../core/clock.ts'
import type { Sql, Tx } from '../core/db.ts'

/** A place in the order in which the rows of a kind are looked through. */
export interface Position {
  at: Date
  id: number
}

/**
 * Takes a kind for this transaction and tells where its pass goes on (null = from the beginning); null when the last
 * pass ended less than `everyMs` ago, or another transaction has it.
 */
export async function holdPass(
  tx: Tx,
  kind: string,
  now: Date,
  everyMs: number,
): Promise<{ from: Position | null } | null> {
  await tx.query('INSERT INTO retention_progress (kind) VALUES ($1) ON CONFLICT DO NOTHING', [kind])
  const { rows } = await tx.query<{ afterAt: Date | null; afterId: number | null; passedAt: Date | null }>(
    `SELECT after_at AS "afterAt", after_id AS "afterId", passed_at AS "passedAt"
     FROM retention_progress WHERE kind = $1 FOR UPDATE SKIP LOCKED`,
    [kind],
  )
  const row = rows[0]
  if (!row) return null
  if (row.afterAt !== null) return { from: { at: row.afterAt, id: row.afterId! } }
  const sinceMs = now.getTime() - (row.passedAt?.getTime() ?? Number.NEGATIVE_INFINITY)
  // An end in time to come is of a clock that was set back since.
  return sinceMs >= everyMs || sinceMs < -clockSlackMs ? { from: null } : null
}

export async function writePass(
  tx: Tx,
  kind: string,
  step: { deleted: number; next: Position | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE retention_progress SET after_at = $2, after_id = $3, deleted = deleted + $4,
       passed_at = CASE WHEN $2::timestamptz IS NULL THEN $5 ELSE passed_at END WHERE kind = $1`,
    [kind, step.next?.at ?? null, step.next?.id ?? null, step.deleted, now],
  )
}

export interface PassFigures {
  kind: string
  passedAt: Date | null
  deleted: number
}

export async function passFigures(sql: Sql): Promise<Map<string, PassFigures>> {
  const { rows } = await sql.query<PassFigures>(
    'SELECT kind, passed_at AS "passedAt", deleted FROM retention_progress',
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

const exactMax = 100_000

/** Rows of a table: counted up to 100,000, beyond that what the database estimates. `table` is a name of the program's. */
export async function countRows(sql: Sql, table: string): Promise<{ rows: number; isExact: boolean }> {
  if (!/^[a-z_]+$/.test(table)) throw new Error(`"${table}" is no table`)
  const { rows } = await sql.query<{ counted: number; estimated: number }>(
    `SELECT (SELECT count(*)::int FROM (SELECT FROM ${table} LIMIT ${exactMax + 1}) AS first_rows) AS counted,
            (SELECT reltuples::bigint FROM pg_class WHERE oid = $1::regclass) AS estimated`,
    [table],
  )
  const { counted, estimated } = rows[0]!
  return counted <= exactMax
    ? { rows: counted, isExact: true }
    : { rows: Math.max(counted, estimated), isExact: false }
}
