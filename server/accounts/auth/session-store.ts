import type { AccountRole } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

export interface UsedSession {
  id: number
  userId: number
  role: AccountRole
  /** Seconds until it is over. */
  leftS: number
}

/** A session that is good now, and whose it is: one that is over or of somebody shut out is as one that never was. */
export async function sessionByToken(sql: Sql, token: string): Promise<UsedSession | null> {
  const { rows } = await sql.query<UsedSession>(
    `SELECT s.id, s.user_id AS "userId", u.role, extract(epoch FROM s.expires_at - now())::float8 AS "leftS"
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.token = $1 AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [token],
    'accounts-session',
  )
  return rows[0] ?? null
}
