import type { AccountRole, Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

export interface UsedKey {
  id: number
  userId: number
  role: AccountRole
  /** Whether its person signs in by two factors: codes, or a passkey. */
  hasSecondFactor: boolean
  /** JSON, as the plugin wrote it. */
  permissions: string | null
  lastUsedAt: Date | null
}

/** For each hash the key that is good now, and whose it is: one that is over or switched off is as one that never was. */
export async function keysByHash(sql: Sql, hashes: readonly string[]): Promise<(UsedKey | null)[]> {
  const { rows } = await sql.query<UsedKey & { hash: string }>(
    `SELECT k.key AS hash, k.id, u.id AS "userId", u.role, k.permissions, k.last_request AS "lastUsedAt",
       u.two_factor_enabled OR EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id) AS "hasSecondFactor"
     FROM api_keys k JOIN users u ON u.id::text = k.reference_id
     WHERE k.key = ANY($1::text[]) AND k.enabled AND (k.expires_at IS NULL OR k.expires_at > now())
       AND u.disabled_at IS NULL`,
    [hashes],
    'accounts-keys',
  )
  const byHash = new Map(rows.map(({ hash, ...key }) => [hash, key]))
  return hashes.map((hash) => byHash.get(hash) ?? null)
}

/** Of these keys, those that are good now. */
export async function goodKeys(sql: Sql, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql.query<{ id: number }>(
    `SELECT k.id FROM api_keys k JOIN users u ON u.id::text = k.reference_id
     WHERE k.id = ANY($1::bigint[]) AND k.enabled AND (k.expires_at IS NULL OR k.expires_at > now())
       AND u.disabled_at IS NULL`,
    [ids],
    'accounts-good-keys',
  )
  return new Set(rows.map(({ id }) => id))
}

/** Of several at once one writes. */
export async function noteUse(sql: Sql, id: number): Promise<void> {
  await sql.query(
    `UPDATE api_keys SET last_request = now() WHERE id = $1
     AND (last_request IS NULL OR last_request < now() - interval '1 minute')`,
    [id],
  )
}

export interface StoredKey {
  id: number
  name: string
  start: string | null
  permissions: string | null
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

export async function keysOf(sql: Sql, userId: Authorized<'self'>): Promise<StoredKey[]> {
  const { rows } = await sql.query<StoredKey>(
    `SELECT id, coalesce(name, '') AS name, start, permissions, created_at AS "createdAt",
       expires_at AS "expiresAt", last_request AS "lastUsedAt"
     FROM api_keys WHERE reference_id = $1::bigint::text ORDER BY id`,
    [userId],
  )
  return rows
}

/** Whether this person had such a key; it is over. */
export async function endKey(sql: Sql, userId: Authorized<'self'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    'DELETE FROM api_keys WHERE reference_id = $1::bigint::text AND id = $2',
    [userId, id],
  )
  return rowCount > 0
}
