import type { Sql } from '../../core/db.ts'

/** What of `table` is over; addresses and browsers are personal, so they stay no longer than they are of use. */
const over = {
  sessions: 'expires_at <= $1',
  verifications: 'expires_at <= $1',
  account_links: 'expires_at <= $1',
  // As countTry() forgets them.
  sign_in_failures: `last_at < $1::timestamptz - interval '1 day'`,
}

/** Deletes sessions, tokens, links and counted tries that are over, at most `max` of each kind; says how many of each. */
export async function deleteOver(sql: Sql, now: Date, max: number): Promise<number[]> {
  const counts: number[] = []
  for (const [table, condition] of Object.entries(over)) {
    const { rowCount } = await sql.query(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [now, max],
    )
    counts.push(rowCount)
  }
  return counts
}
