import type { Sql } from '../../core/db.ts'

/** However often it is used: a cookie that was stolen and not noticed is good no longer than that. */
export const sessionDaysMost = 90

/** At most $2 of each kind; addresses and browsers are personal, so they stay no longer than they are of use. */
const over = [
  `DELETE FROM sessions WHERE id = ANY (ARRAY(
     SELECT id FROM sessions
     WHERE expires_at <= $1 OR created_at <= $1::timestamptz - interval '${sessionDaysMost} days'
     LIMIT $2 FOR UPDATE SKIP LOCKED))`,
  `DELETE FROM verifications WHERE id = ANY (ARRAY(
     SELECT id FROM verifications WHERE expires_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
  `DELETE FROM account_links WHERE id = ANY (ARRAY(
     SELECT id FROM account_links WHERE expires_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED))`,
  // As countTry() forgets them.
  `DELETE FROM sign_in_failures WHERE key = ANY (ARRAY(
     SELECT key FROM sign_in_failures WHERE last_at < $1::timestamptz - interval '1 day'
     LIMIT $2 FOR UPDATE SKIP LOCKED))`,
]

/** Deletes sessions, tokens, links and counted tries that are over, at most `max` of each; says how many of each. */
export async function deleteOver(sql: Sql, now: Date, max: number): Promise<number[]> {
  const counts: number[] = []
  for (const statement of over) counts.push((await sql.query(statement, [now, max])).rowCount)
  return counts
}
