import type { Sql } from '../core/db.ts'

/** Says that a process lives, and forgets those that said nothing for `goneMs`. */
export async function noteApiProcess(sql: Sql, id: string, goneMs: number): Promise<void> {
  await sql.query(
    `WITH gone AS (DELETE FROM api_processes WHERE id <> $1 AND seen_at < now() - $2 * interval '1 ms')
     INSERT INTO api_processes (id, seen_at) VALUES ($1, now())
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [id, goneMs],
  )
}

export async function forgetApiProcess(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM api_processes WHERE id = $1', [id])
}

/** How many said within `goneMs` that they live. */
export async function countApiProcesses(sql: Sql, goneMs: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM api_processes WHERE seen_at >= now() - $1 * interval '1 ms'`,
    [goneMs],
  )
  return rows[0]!.count
}
