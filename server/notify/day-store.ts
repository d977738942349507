import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import type { Message } from '../model/message.ts'

/** Messages because of one rule on one date. */
export interface MessageDay {
  ruleId: number
  /** `YYYY-MM-DD` in the time zone that was asked for. */
  date: string
  messages: number
}

const finds: readonly Message['kind'][] = ['new-match', 'new-matches', 'price-drop', 'existing-matches']

/** A person's messages because of these rules, by date since a moment. Digests repeat what waited, and outages are no finds. */
export async function messageDays(
  sql: Sql,
  userId: Authorized<'read'>,
  ask: { ruleIds: readonly number[]; since: Date; timeZone: string },
): Promise<MessageDay[]> {
  if (ask.ruleIds.length === 0) return []
  const { rows } = await sql.query<MessageDay>(
    `SELECT r.id AS "ruleId", to_char(n.created_at AT TIME ZONE $4, 'YYYY-MM-DD') AS date, count(*)::int AS messages
     FROM notifications n CROSS JOIN unnest(n.rule_ids) AS r(id)
     WHERE n.user_id = $1 AND n.created_at >= $3 AND n.kind = ANY($5) AND r.id = ANY($2::bigint[]) GROUP BY 1, 2`,
    [userId, ask.ruleIds, ask.since, ask.timeZone, [...finds]],
    'message-days',
  )
  return rows
}
