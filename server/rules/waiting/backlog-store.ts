import { randomUUID } from 'node:crypto'
import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** Rules of a person that wait for one listing. */
export interface Waiting {
  userId: number
  listingId: number
  ruleIds: number[]
}

export interface StoredWaiting extends Waiting {
  stamp: string
}

/** Rules that wait for a listing already wait on; rows are written in one order, so that pages cannot block each other. */
export async function addToBacklog(tx: Tx, rows: readonly Waiting[], now: Date): Promise<void> {
  const sorted = rows.toSorted((a, b) => a.userId - b.userId || a.listingId - b.listingId)
  await tx.query(
    `INSERT INTO match_backlog (user_id, listing_id, rule_ids, stamp, since)
     SELECT w.user_id, w.listing_id, ARRAY(SELECT jsonb_array_elements_text(w.rules)::bigint), $4, $5
     FROM unnest($1::bigint[], $2::bigint[], $3::jsonb[]) WITH ORDINALITY AS w(user_id, listing_id, rules, at)
     ORDER BY w.at
     ON CONFLICT (user_id, listing_id) DO UPDATE SET stamp = EXCLUDED.stamp,
       rule_ids = ARRAY(SELECT DISTINCT unnest(match_backlog.rule_ids || EXCLUDED.rule_ids))`,
    [
      sorted.map(({ userId }) => userId),
      sorted.map(({ listingId }) => listingId),
      sorted.map(({ ruleIds }) => JSON.stringify(ruleIds)),
      randomUUID(),
      now,
    ],
    'add-to-backlog',
  )
}

/** Those of a person that wait longest. */
export async function oldestWaiting(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<StoredWaiting[]> {
  const { rows } = await sql.query<StoredWaiting>(
    `SELECT user_id AS "userId", listing_id AS "listingId", rule_ids AS "ruleIds", stamp
     FROM match_backlog WHERE user_id = $1 ORDER BY since, listing_id LIMIT $2`,
    [userId, limit],
  )
  return rows.map((row) => ({ ...row, ruleIds: row.ruleIds.map(Number) }))
}

/** Clears what was worked off; what was written again meanwhile stays. */
export async function clearWaiting(tx: Tx, done: readonly StoredWaiting[]): Promise<void> {
  await tx.query(
    `DELETE FROM match_backlog b USING unnest($1::bigint[], $2::bigint[], $3::uuid[]) AS d(user_id, listing_id, stamp)
     WHERE b.user_id = d.user_id AND b.listing_id = d.listing_id AND b.stamp = d.stamp`,
    [
      done.map(({ userId }) => userId),
      done.map(({ listingId }) => listingId),
      done.map(({ stamp }) => stamp),
    ],
  )
}
