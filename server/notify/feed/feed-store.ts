import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import type { Message } from '../../model/message.ts'

/** The one before, where there was one, opens nothing any more. */
export async function writeFeed(
  sql: Sql,
  userId: Authorized<'self'>,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO personal_feeds (user_id, token_hash, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at`,
    [userId, tokenHash, now],
  )
}

/** Whether this person had one; it is over. */
export async function deleteFeed(sql: Sql, userId: Authorized<'self'>): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM personal_feeds WHERE user_id = $1', [userId])
  return rowCount > 0
}

export interface StoredFeed {
  userId: number
  tokenHash: string
}

/** Whose feed it is; that of an account that was switched off is as one that never was. */
export async function feedByHash(sql: Sql, tokenHash: string): Promise<StoredFeed | null> {
  const { rows } = await sql.query<StoredFeed>(
    `SELECT f.user_id AS "userId", f.token_hash AS "tokenHash"
     FROM personal_feeds f JOIN users u ON u.id = f.user_id
     WHERE f.token_hash = $1 AND u.disabled_at IS NULL`,
    [tokenHash],
    'feed-by-hash',
  )
  return rows[0] ?? null
}

export interface FeedNotification {
  id: number
  message: Omit<Message, 'notificationId'>
  createdAt: Date
}

/** The newest that are about listings; digests only repeat what was listed before. */
export async function newestAboutListings(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<FeedNotification[]> {
  const { rows } = await sql.query<FeedNotification>(
    `SELECT id, message, created_at AS "createdAt" FROM notifications
     WHERE user_id = $1 AND kind <> 'digest' AND jsonb_array_length(message->'items') > 0
     ORDER BY id DESC LIMIT $2`,
    [userId, limit],
    'feed-notifications',
  )
  return rows
}
