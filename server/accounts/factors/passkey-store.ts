import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

export interface StoredPasskey {
  id: number
  name: string
  /** Whether it is kept by more than one device. */
  synced: boolean
  createdAt: Date
  lastUsedAt: Date | null
  /** When it came with a count that is not beyond the last: somebody may have a copy. */
  countedBackAt: Date | null
}

const columns = `id, coalesce(name, '') AS name, device_type = 'multiDevice' AS synced, created_at AS "createdAt",
  last_used_at AS "lastUsedAt", counted_back_at AS "countedBackAt"`

export async function passkeysOf(sql: Sql, userId: Authorized<'self'>): Promise<StoredPasskey[]> {
  const { rows } = await sql.query<StoredPasskey>(
    `SELECT ${columns} FROM passkeys WHERE user_id = $1 ORDER BY id`,
    [userId],
  )
  return rows
}

export async function hasPasskey(sql: Sql, userId: Authorized<'self'>): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM passkeys WHERE user_id = $1 LIMIT 1', [userId])
  return rowCount > 0
}

/** The renamed one; null where this person has none such. */
export async function renamePasskey(
  sql: Sql,
  userId: Authorized<'self'>,
  { id, name }: { id: number; name: string },
): Promise<StoredPasskey | null> {
  const { rows } = await sql.query<StoredPasskey>(
    `UPDATE passkeys SET name = $3 WHERE user_id = $1 AND id = $2 RETURNING ${columns}`,
    [userId, id, name],
  )
  return rows[0] ?? null
}

/** Whether this person had such a passkey; nobody signs in with it any more. */
export async function deletePasskey(sql: Sql, userId: Authorized<'self'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM passkeys WHERE user_id = $1 AND id = $2', [userId, id])
  return rowCount > 0
}

export async function notePasskeyUse(sql: Sql, credentialId: string, now: Date): Promise<void> {
  await sql.query('UPDATE passkeys SET last_used_at = $2 WHERE credential_id = $1', [credentialId, now])
}

/** The passkey that was refused with this count, where that is not beyond its last; null where that was not why. */
export async function noteCountedBack(
  sql: Sql,
  { credentialId, counter }: { credentialId: string; counter: number },
  now: Date,
): Promise<{ id: number; userId: number } | null> {
  const { rows } = await sql.query<{ id: number; userId: number }>(
    `UPDATE passkeys SET counted_back_at = $3 WHERE credential_id = $1 AND counter > 0 AND $2 <= counter
     RETURNING id, user_id AS "userId"`,
    [credentialId, counter, now],
  )
  return rows[0] ?? null
}
