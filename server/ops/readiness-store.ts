import type { Sql } from '../core/db.ts'

export interface DatabaseFigures {
  now: Date
  encoding: string
  /** Processes with the role api that said lately that they live. */
  apiProcesses: number
  /** When a pass over old rows of any kind last came to its end; null = never. */
  retentionPassedAt: Date | null
}

/** What of the database decides whether the program may be relied on. */
export async function databaseFigures(sql: Sql): Promise<DatabaseFigures> {
  const { rows } = await sql.query<DatabaseFigures>(
    `SELECT clock_timestamp() AS now, current_setting('server_encoding') AS encoding,
            (SELECT count(*)::int FROM api_processes WHERE seen_at > now() - interval '60 seconds') AS "apiProcesses",
            (SELECT max(passed_at) FROM retention_progress) AS "retentionPassedAt"`,
  )
  return rows[0]!
}
