import type { Sql } from '../../core/db.ts'

/** Wakes who follows the level, in all processes. */
export const logLevelChannel = 'deal_scout_log_level'

export interface LevelForNow {
  level: string
  /** By the database's clock. */
  leftMs: number
}

/** The level that holds for a while; null = each process has its own. */
export async function levelForNow(sql: Sql): Promise<LevelForNow | null> {
  const { rows } = await sql.query<LevelForNow>(
    `SELECT level, (extract(epoch FROM until - now()) * 1000)::float8 AS "leftMs" FROM log_levels WHERE until > now()`,
  )
  return rows[0] ?? null
}

/** Sets it for so long, in place of one that is set; every process has it at once. */
export async function writeLevel(sql: Sql, level: string, minutes: number): Promise<void> {
  await sql.query(
    `INSERT INTO log_levels (level, until) VALUES ($1, now() + make_interval(mins => $2))
     ON CONFLICT ("only") DO UPDATE SET level = excluded.level, until = excluded.until`,
    [level, minutes],
  )
  await sql.notify(logLevelChannel)
}

/** Each process goes back to its own. */
export async function forgetLevel(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM log_levels')
  await sql.notify(logLevelChannel)
}
