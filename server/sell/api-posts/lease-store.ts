import { randomUUID } from 'node:crypto'
import type { Db, Sql, Tx } from '../../core/db.ts'

/** A post that this process works on, until its lease is over. */
export interface ClaimedPost {
  id: number
  userId: number
  itemId: number
  marketplace: string
  leaseToken: string
}

/** A dead process's post is free again after this time; a live one renews it. */
export const leaseMs = 9_000
export const renewEveryMs = 3_000

/**
 * Takes a post that is due and that nobody works on, the one that has waited longest; of several processes one gets it. Ends
 * are taken apart from the rest, so that they wait for no photo of another ad; a number is that post alone.
 */
export async function claimApiPost(
  db: Db,
  which: 'ends' | 'others' | number,
  now: Date,
): Promise<ClaimedPost | null> {
  const token = randomUUID()
  const { rows } = await db.query<Omit<ClaimedPost, 'leaseToken'>>(
    `UPDATE api_posts a SET lease_token = $2, leased_until = $1::timestamptz + $3 * interval '1 millisecond'
     WHERE a.id = (
       SELECT id FROM api_posts WHERE due_at <= $1 AND (id = $5 OR (wish = 'end') = $4)
         AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $1::timestamptz + $3 * interval '2 milliseconds')
       ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING a.id, a.user_id AS "userId", a.item_id AS "itemId", a.marketplace`,
    [now, token, leaseMs, ...(typeof which === 'number' ? [null, which] : [which === 'ends', null])],
    `claim-api-post`,
  )
  return rows[0] ? { ...rows[0], leaseToken: token } : null
}

/** False where the lease was lost, or the post is gone. */
export async function renewApiPost(sql: Sql, { id, leaseToken }: ClaimedPost, now: Date): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE api_posts SET leased_until = $3::timestamptz + $4 * interval '1 millisecond' WHERE id = $1 AND lease_token = $2`,
    [id, leaseToken, now, leaseMs],
  )
  return rowCount > 0
}

/** Whether it is still this process's; held until the transaction ends. */
export async function holdsLease(tx: Tx, { id, leaseToken }: ClaimedPost): Promise<boolean> {
  const { rows } = await tx.query('SELECT 1 FROM api_posts WHERE id = $1 AND lease_token = $2 FOR UPDATE', [
    id,
    leaseToken,
  ])
  return rows.length > 0
}

/** For whoever is there next. */
export async function returnApiPost(sql: Sql, { id, leaseToken }: ClaimedPost): Promise<void> {
  await sql.query(
    'UPDATE api_posts SET lease_token = NULL, leased_until = NULL WHERE id = $1 AND lease_token = $2',
    [id, leaseToken],
  )
}
