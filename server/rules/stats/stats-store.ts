import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

/** What one rule found on one date. */
export interface MatchDay {
  ruleId: number
  /** `YYYY-MM-DD` in the time zone that was asked for. */
  date: string
  matches: number
  /** Of these the person said that they were not wanted. */
  dismissed: number
}

/** By rule and date since a moment; dates without a match are missing. */
export async function matchDays(
  sql: Sql,
  userId: Authorized<'read'>,
  ask: { ruleIds: readonly number[]; since: Date; timeZone: string },
): Promise<MatchDay[]> {
  if (ask.ruleIds.length === 0) return []
  const { rows } = await sql.query<MatchDay>(
    `SELECT m.rule_id AS "ruleId", to_char(m.created_at AT TIME ZONE $4, 'YYYY-MM-DD') AS date,
            count(*)::int AS matches, count(m.dismissed_at)::int AS dismissed
     FROM unnest($2::bigint[]) AS r(id) JOIN matches m ON m.rule_id = r.id AND m.created_at >= $3
     WHERE m.user_id = $1 GROUP BY 1, 2`,
    [userId, ask.ruleIds, ask.since, ask.timeZone],
    'match-days',
  )
  return rows
}

/** When each rule matched last; those that never did are missing. */
export async function lastMatches(
  sql: Sql,
  userId: Authorized<'read'>,
  ruleIds: readonly number[],
): Promise<Map<number, Date>> {
  if (ruleIds.length === 0) return new Map()
  const { rows } = await sql.query<{ ruleId: number; at: Date }>(
    `SELECT r.id AS "ruleId", last.at FROM unnest($2::bigint[]) AS r(id)
     CROSS JOIN LATERAL (SELECT m.created_at AS at FROM matches m WHERE m.rule_id = r.id AND m.user_id = $1
       ORDER BY m.created_at DESC LIMIT 1) AS last`,
    [userId, ruleIds],
    'last-matches',
  )
  return new Map(rows.map(({ ruleId, at }) => [ruleId, at]))
}
