import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

export interface StoredFactor {
  /** Encrypted by the library. */
  secret: string
  /** JSON: hashes of those that are left. */
  recoveryCodes: string
  verified: boolean
  afterPasskey: boolean
}

export async function factorOf(sql: Sql, userId: Authorized<'self'>): Promise<StoredFactor | null> {
  const { rows } = await sql.query<StoredFactor>(
    `SELECT secret, recovery_codes AS "recoveryCodes", verified, after_passkey AS "afterPasskey"
     FROM second_factors WHERE user_id = $1`,
    [userId],
  )
  return rows[0] ?? null
}

/** Whether this step is taken now; it is once, and none before it any more. Of two at once only one gets it. */
export async function takeStep(sql: Sql, userId: Authorized<'self'>, step: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE second_factors SET last_step = $2 WHERE user_id = $1 AND (last_step IS NULL OR last_step < $2)`,
    [userId, step],
  )
  return rowCount > 0
}

/** Whether there was a factor to say it of. */
export async function setAfterPasskey(
  sql: Sql,
  userId: Authorized<'self'>,
  afterPasskey: boolean,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE second_factors SET after_passkey = $2 WHERE user_id = $1 AND verified',
    [userId, afterPasskey],
  )
  return rowCount > 0
}

export async function wantsCodeAfterPasskey(sql: Sql, userId: Authorized<'self'>): Promise<boolean> {
  const { rowCount } = await sql.query(
    'SELECT FROM second_factors WHERE user_id = $1 AND verified AND after_passkey',
    [userId],
  )
  return rowCount > 0
}

/** Takes codes, the recovery codes and all passkeys away, and what was signed in; says what there was. */
export async function deleteFactors(
  tx: Tx,
  userId: Authorized<'self'>,
): Promise<{ codes: boolean; passkeys: number }> {
  const codes = await tx.query('DELETE FROM second_factors WHERE user_id = $1', [userId])
  const passkeys = await tx.query('DELETE FROM passkeys WHERE user_id = $1', [userId])
  await tx.query('UPDATE users SET two_factor_enabled = false, updated_at = now() WHERE id = $1', [userId])
  await tx.query('DELETE FROM sessions WHERE user_id = $1', [userId])
  return { codes: codes.rowCount > 0, passkeys: passkeys.rowCount }
}

/** Whether the database holds secrets of apps, which the program's key opens. */
export async function hasSealedFactors(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ has: boolean }>('SELECT EXISTS (SELECT FROM second_factors) AS has')
  return rows[0]!.has
}
