import type { Sql, Tx } from '../../core/db.ts'
import type { PostVia } from '../states.ts'

/** A post of which its seller is to be told. */
export interface DuePost {
  id: number
  userId: number
  itemId: number
  title: string
  marketplace: string
  url: string | null
  endAskedAt: Date | null
  /** From when it runs. */
  since: Date
  reminders: number
  via: PostVia
  /** Why a program could not take it down; null = it was not tried, or nothing is known. */
  reason: string | null
}

const columns = `p.id, p.user_id AS "userId", p.item_id AS "itemId", i.title, p.marketplace, p.url,
  p.end_asked_at AS "endAskedAt", coalesce(p.checked_at, p.listed_at) AS since, p.reminders, p.via,
  (SELECT a.problem->>'reason' FROM api_posts a WHERE a.post_id = p.id LIMIT 1) AS reason`

/**
 * Anybody's posts that should have been taken down long ago, by how often their sellers were reminded: `afterHours[n]` after it
 * was asked for comes reminder n, but the first of what a program takes down once that has failed for `apiAfterMs`. Held until the transaction ends; what another process holds is its own.
 */
export async function holdStillUp(
  tx: Tx,
  { afterHours, apiAfterMs }: { afterHours: readonly number[]; apiAfterMs: number },
  now: Date,
  limit: number,
): Promise<DuePost[]> {
  const { rows } = await tx.query<DuePost>(
    `SELECT ${columns} FROM posts p JOIN items i ON i.id = p.item_id
     WHERE p.state = 'end-asked' AND p.end_asked_at <= $2::timestamptz
         - CASE WHEN p.via = 'api' AND p.reminders = 0 THEN $4::int * interval '1 millisecond'
             ELSE ($1::int[])[p.reminders + 1] * interval '1 hour' END
     ORDER BY p.end_asked_at, p.id LIMIT $3 FOR UPDATE OF p SKIP LOCKED`,
    [afterHours, now, limit, apiAfterMs],
  )
  return rows
}

/** Anybody's posts that run out within the notice, and of which their sellers were not told since they were last renewed; held. */
export async function holdRunningOut(
  tx: Tx,
  places: readonly { marketplace: string; afterDays: number }[],
  now: Date,
  limit: number,
): Promise<DuePost[]> {
  const { rows } = await tx.query<DuePost>(
    `SELECT ${columns} FROM posts p JOIN items i ON i.id = p.item_id
     JOIN unnest($1::text[], $2::int[]) AS m(marketplace, days) ON m.marketplace = p.marketplace
     WHERE p.state = 'live' AND p.via = 'person' AND coalesce(p.checked_at, p.listed_at) <= $3::timestamptz - m.days * interval '1 day'
       AND (p.reminded_at IS NULL OR p.reminded_at <= coalesce(p.checked_at, p.listed_at))
     ORDER BY p.id LIMIT $4 FOR UPDATE OF p SKIP LOCKED`,
    [places.map(({ marketplace }) => marketplace), places.map(({ afterDays }) => afterDays), now, limit],
  )
  return rows
}

export async function noteReminded(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  await tx.query(
    `UPDATE posts SET reminded_at = $2, reminders = reminders + CASE WHEN state = 'end-asked' THEN 1 ELSE 0 END
     WHERE id = ANY($1::bigint[])`,
    [ids, now],
  )
}

/** How people want to be told of their tasks, as they said it. */
export async function stylesOf(sql: Sql, userIds: readonly number[]): Promise<ReadonlyMap<number, unknown>> {
  const { rows } = await sql.query<{ userId: number; style: unknown }>(
    'SELECT user_id AS "userId", style FROM writing_styles WHERE user_id = ANY($1::bigint[])',
    [userIds],
  )
  return new Map(rows.map(({ userId, style }) => [userId, style]))
}
