import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** What somebody was sent to agree to. */
export interface Consent {
  environment: string
  scopes: string[]
  expiresAt: Date
  usedAt: Date | null
}

/** Notes that somebody was sent to agree; what they were sent for to that marketplace before counts no more. */
export async function addConsent(
  tx: Tx,
  userId: Authorized<'self'>,
  consent: Omit<Consent, 'usedAt'> & { marketplace: string; stateHash: string; sessionId: number | null },
): Promise<void> {
  await tx.query('DELETE FROM account_consents WHERE user_id = $1 AND marketplace = $2', [
    userId,
    consent.marketplace,
  ])
  await tx.query(
    `INSERT INTO account_consents (state_hash, user_id, session_id, marketplace, environment, scopes, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[consent.stateHash, userId, consent.sessionId, consent.marketplace, consent.environment],
      ...[JSON.stringify(consent.scopes), consent.expiresAt],
    ],
  )
}

/**
 * What they were sent to agree to, as it was before this made it used; null where it was somebody else, or another
 * browser. Of two at once one finds it unused.
 */
export async function useConsent(
  sql: Sql,
  userId: Authorized<'self'>,
  asked: { stateHash: string; marketplace: string; sessionId: number | null; now: Date },
): Promise<Consent | null> {
  const { rows } = await sql.query<Consent>(
    `UPDATE account_consents c SET used_at = coalesce(c.used_at, $4)
     FROM (SELECT state_hash, used_at FROM account_consents
           WHERE state_hash = $1 AND user_id = $2 AND marketplace = $3
             AND (session_id IS NULL OR session_id = $5) FOR UPDATE) AS old
     WHERE c.state_hash = old.state_hash
     RETURNING c.environment, c.scopes, c.expires_at AS "expiresAt", old.used_at AS "usedAt"`,
    [asked.stateHash, userId, asked.marketplace, asked.now, asked.sessionId],
  )
  return rows[0] ?? null
}

/** Deletes at most so many that were over an hour ago. */
export async function deleteOldConsents(sql: Sql, now: Date, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM account_consents WHERE state_hash = ANY (ARRAY(
       SELECT state_hash FROM account_consents WHERE expires_at <= $1::timestamptz - interval '1 hour'
       LIMIT $2 FOR UPDATE SKIP LOCKED))`,
    [now, limit],
  )
  return rowCount
}
