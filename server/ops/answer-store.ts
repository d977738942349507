import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'

export interface KeptRow {
  route: string
  request: string
  token: string
  leasedUntil: Date
  status: number | null
  answer: string | null
}

/** Takes a key for an attempt; false when there is one that is younger than `since`. */
export async function takeKey(
  sql: Sql,
  row: {
    userId: Authorized<'own'>
    key: string
    route: string
    request: string
    token: string
    now: Date
    leasedUntil: Date
  },
  since: Date,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO kept_answers AS k (user_id, key, route, request, token, created_at, leased_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (user_id, key) DO UPDATE SET route = excluded.route, request = excluded.request, token = excluded.token,
       created_at = excluded.created_at, leased_until = excluded.leased_until, status = NULL, answer = NULL
     WHERE k.created_at <= $8`,
    [row.userId, row.key, row.route, row.request, row.token, row.now, row.leasedUntil, since],
  )
  return rowCount > 0
}

export async function readKey(sql: Sql, userId: Authorized<'own'>, key: string): Promise<KeptRow | null> {
  const { rows } = await sql.query<KeptRow>(
    `SELECT route, request, token, leased_until AS "leasedUntil", status, answer FROM kept_answers
     WHERE user_id = $1 AND key = $2`,
    [userId, key],
  )
  return rows[0] ?? null
}

/** An attempt takes over from one that said nothing; false when another was first. */
export async function takeOver(
  sql: Sql,
  {
    userId,
    key,
    from,
    token,
    leasedUntil,
  }: { userId: Authorized<'own'>; key: string; from: string; token: string; leasedUntil: Date },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE kept_answers SET token = $4, leased_until = $5
     WHERE user_id = $1 AND key = $2 AND token = $3 AND status IS NULL`,
    [userId, key, from, token, leasedUntil],
  )
  return rowCount > 0
}

export async function renewKey(sql: Sql, of: Attempt, leasedUntil: Date): Promise<void> {
  await sql.query(
    'UPDATE kept_answers SET leased_until = $4 WHERE user_id = $1 AND key = $2 AND token = $3 AND status IS NULL',
    [of.userId, of.key, of.token, leasedUntil],
  )
}

interface Attempt {
  userId: Authorized<'own'>
  key: string
  token: string
}

/** Nothing happens when another attempt has taken over. */
export async function writeAnswer(
  sql: Sql,
  of: Attempt,
  answer: { status: number; sealed: string },
): Promise<void> {
  await sql.query(
    'UPDATE kept_answers SET status = $4, answer = $5 WHERE user_id = $1 AND key = $2 AND token = $3',
    [of.userId, of.key, of.token, answer.status, answer.sealed],
  )
}

export async function releaseKey(sql: Sql, of: Attempt): Promise<void> {
  await sql.query(
    'DELETE FROM kept_answers WHERE user_id = $1 AND key = $2 AND token = $3 AND status IS NULL',
    [of.userId, of.key, of.token],
  )
}

/** Deletes up to `limit` that are older; returns how many. */
export async function deleteOldAnswers(sql: Sql, before: Date, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM kept_answers WHERE (user_id, key) IN
       (SELECT user_id, key FROM kept_answers WHERE created_at <= $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  )
  return rowCount
}
