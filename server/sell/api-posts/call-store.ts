import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { SellingAnswer, SellingCall } from '../../model/selling.ts'

/** A call to a marketplace in a person's name, and what came of it. */
export interface StoredCall extends SellingCall, SellingAnswer {
  id: number
  sentAt: Date
  /** null = no answer came, or it was lost. */
  answeredAt: Date | null
  ms: number | null
}

const pathCharsMax = 500
const reasonCharsMax = 500

/** Before it is sent; its number in the ledger. */
export async function insertCall(
  sql: Sql,
  userId: Authorized<'write'>,
  {
    marketplace,
    apiPostId,
    call,
    at,
  }: { marketplace: string; apiPostId: number | null; call: SellingCall; at: Date },
): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `INSERT INTO post_calls (user_id, api_post_id, marketplace, step, method, path, body_hash, sent_at, codes, ids)
     SELECT $1, (SELECT id FROM api_posts WHERE user_id = $1 AND id = $2), $3, $4, $5, $6, $7, $8, '{}', '{}' RETURNING id`,
    [
      ...[userId, apiPostId, marketplace, call.step, call.method],
      ...[call.path.slice(0, pathCharsMax), call.bodyHash, at],
    ],
  )
  return rows[0]!.id
}

export async function writeAnswer(
  sql: Sql,
  userId: Authorized<'write'>,
  id: number,
  { answer, at, ms }: { answer: SellingAnswer; at: Date; ms: number },
): Promise<void> {
  await sql.query(
    `UPDATE post_calls SET answered_at = CASE WHEN $3::int IS NOT NULL THEN $4::timestamptz END, status = $3, codes = $5,
       ids = $6, reason = $7, ms = $8
     WHERE user_id = $1 AND id = $2`,
    [
      ...[userId, id, answer.status, at, answer.codes, JSON.stringify(answer.ids)],
      ...[answer.reason?.slice(0, reasonCharsMax) ?? null, Math.round(ms)],
    ],
  )
}

/** Of one post, the newest first. */
export async function callsOf(
  sql: Sql,
  userId: Authorized<'read'>,
  apiPostId: number,
  { from, limit }: { from: number | null; limit: number },
): Promise<StoredCall[]> {
  const { rows } = await sql.query<StoredCall>(
    `SELECT id, step, method, path, body_hash AS "bodyHash", sent_at AS "sentAt", answered_at AS "answeredAt", status,
       codes, ids, reason, ms
     FROM post_calls WHERE user_id = $1 AND api_post_id = $2 AND ($3::bigint IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [userId, apiPostId, from, limit],
  )
  return rows
}

/** Calls that only read and were answered go much sooner than those that changed something. */
export async function deleteOldCalls(
  tx: Tx,
  { readBefore, before }: { readBefore: Date; before: Date },
  limit: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM post_calls WHERE id IN (
       (SELECT id FROM post_calls WHERE method = 'GET' AND sent_at < $1 ORDER BY sent_at LIMIT $3)
       UNION ALL (SELECT id FROM post_calls WHERE sent_at < $2 ORDER BY sent_at LIMIT $3) LIMIT $3)`,
    [readBefore, before, limit],
  )
  return rowCount
}
