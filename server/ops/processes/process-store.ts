import type { Sql } from '../../core/db.ts'

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

export interface RunningProcess {
  id: string
  roles: readonly string[]
  release: string
  connectionsMax: number
}

/** Says that a process of any role lives, and forgets those that said nothing for `goneMs`. */
export async function noteProcess(sql: Sql, process: RunningProcess, goneMs: number): Promise<void> {
  await sql.query(
    `WITH gone AS (DELETE FROM running_processes WHERE id <> $1 AND seen_at < now() - $5 * interval '1 ms')
     INSERT INTO running_processes (id, roles, release, connections_max, seen_at) VALUES ($1, $2, $3, $4, now())
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [process.id, process.roles, process.release, process.connectionsMax, goneMs],
  )
}

export async function forgetProcess(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM running_processes WHERE id = $1', [id])
}

/** What the processes that said so within `goneMs` may take of the database, and what that has. */
export async function connectionFigures(sql: Sql, goneMs: number): Promise<ConnectionFigures> {
  const { rows } = await sql.query<ConnectionFigures>(
    `SELECT count(*)::int AS processes, coalesce(sum(connections_max), 0)::int AS wanted,
       current_setting('max_connections')::int AS max,
       current_setting('superuser_reserved_connections')::int + 1 AS kept
     FROM running_processes WHERE seen_at >= now() - $1 * interval '1 ms'`,
    [goneMs],
  )
  return rows[0]!
}

export interface ConnectionFigures {
  processes: number
  /** Most that all of them open at a time. */
  wanted: number
  max: number
  /** For the server's superuser, and one for whoever looks what is the matter. */
  kept: number
}
