import type { Sql } from '../../core/db.ts'

/** How many tries are free, and how long the longest wait is after more of them. */
export interface Patience {
  free: number
  longestMs: number
}

/**
 * Counts a try before it is made, so that many at once count as many; the wait doubles with each that is not free. Null
 * where it may be made, else until when not. What was a day ago is forgotten.
 */
export async function countTry(sql: Sql, key: string, now: Date, patience: Patience): Promise<Date | null> {
  const { rowCount } = await sql.query(
    `INSERT INTO sign_in_failures AS f (key, failures, blocked_until, last_at) VALUES ($1, 1, $2, $2)
     ON CONFLICT (key) DO UPDATE SET
       last_at = excluded.last_at,
       failures = CASE WHEN f.last_at < excluded.last_at - interval '1 day' THEN 1 ELSE f.failures + 1 END,
       blocked_until = excluded.last_at + CASE
         WHEN f.last_at < excluded.last_at - interval '1 day' OR f.failures + 1 < $3 THEN interval '0'
         ELSE least($4::float8, 1000 * 2 ^ least(f.failures + 1 - $3, 30)) * interval '1 millisecond' END
     WHERE f.blocked_until <= excluded.last_at`,
    [key, now, patience.free, patience.longestMs],
  )
  if (rowCount > 0) return null
  const { rows } = await sql.query<{ until: Date }>(
    'SELECT blocked_until AS until FROM sign_in_failures WHERE key = $1',
    [key],
  )
  return rows[0]?.until ?? null
}

export async function forgetTries(sql: Sql, key: string): Promise<void> {
  await sql.query('DELETE FROM sign_in_failures WHERE key = $1', [key])
}

/** Takes one try back that did not fail. */
export async function takeTryBack(sql: Sql, key: string): Promise<void> {
  await sql.query(
    'UPDATE sign_in_failures SET failures = greatest(failures - 1, 0), blocked_until = last_at WHERE key = $1',
    [key],
  )
}
