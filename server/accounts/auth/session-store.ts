import type { AccountRole } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

export interface UsedSession {
  id: number
  userId: number
  role: AccountRole
  byPasskey: boolean
  /** Whether its person is asked for a code after the password. */
  wantsCode: boolean
  /** Seconds until it is over. */
  leftS: number
}

/** Of these sessions, those that are good now. */
export async function goodSessions(sql: Sql, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql.query<{ id: number }>(
    `SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = ANY($1::bigint[]) AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [ids],
    'accounts-good-sessions',
  )
  return new Set(rows.map(({ id }) => id))
}

/** For each token the session that is good now, and whose it is: one that is over or of somebody shut out is as one that never was. */
export async function sessionsByToken(sql: Sql, tokens: readonly string[]): Promise<(UsedSession | null)[]> {
  const { rows } = await sql.query<UsedSession & { token: string }>(
    `SELECT s.token, s.id, s.user_id AS "userId", u.role, s.by_passkey AS "byPasskey",
       u.two_factor_enabled AS "wantsCode", extract(epoch FROM s.expires_at - now())::float8 AS "leftS"
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.token = ANY($1::text[]) AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [tokens],
    'accounts-sessions',
  )
  const byToken = new Map(rows.map(({ token, ...session }) => [token, session]))
  return tokens.map((token) => byToken.get(token) ?? null)
}
