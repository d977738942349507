import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** Which account of a person is meant: there is one in each world of a marketplace. */
export interface AccountKey {
  marketplace: string
  environment: string
}

export interface AccountRow extends AccountKey {
  userId: number
  state: 'connected' | 'needs-consent'
  reason: string | null
  scopes: string[]
  remoteName: string | null
  /** Sealed. */
  tokens: string | null
  accessExpiresAt: Date
  refreshExpiresAt: Date | null
  retryAt: Date | null
  connectedAt: Date
  updatedAt: Date
}

const accountColumns = `a.user_id AS "userId", a.marketplace, a.environment, a.state, a.reason, a.scopes,
  a.remote_name AS "remoteName", a.tokens, a.access_expires_at AS "accessExpiresAt",
  a.refresh_expires_at AS "refreshExpiresAt", a.retry_at AS "retryAt", a.connected_at AS "connectedAt", a.updated_at AS "updatedAt"`

export async function getAccount(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, environment }: AccountKey,
): Promise<AccountRow | null> {
  const { rows } = await sql.query<AccountRow>(
    `SELECT ${accountColumns} FROM marketplace_accounts a
     WHERE a.user_id = $1 AND a.marketplace = $2 AND a.environment = $3`,
    [userId, marketplace, environment],
  )
  return rows[0] ?? null
}

/** Writes what was granted over what was there before; a renewal of that, which is under way, comes to nothing. */
export async function writeAccount(
  sql: Sql,
  userId: Authorized<'self'>,
  account: AccountKey &
    Pick<AccountRow, 'scopes' | 'accessExpiresAt' | 'refreshExpiresAt'> & {
      tokens: string
      remote: { id: string; name: string } | null
      now: Date
    },
): Promise<void> {
  await sql.query(
    `INSERT INTO marketplace_accounts (user_id, marketplace, environment, state, scopes, remote_id, remote_name, tokens,
       access_expires_at, refresh_expires_at, connected_at, updated_at)
     VALUES ($1, $2, $3, 'connected', $4, $5, $6, $7, $8, $9, $10, $10)
     ON CONFLICT (user_id, marketplace, environment) DO UPDATE SET state = excluded.state, scopes = excluded.scopes,
       remote_id = excluded.remote_id, remote_name = excluded.remote_name, tokens = excluded.tokens,
       access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at,
       connected_at = excluded.connected_at, updated_at = excluded.updated_at,
       reason = NULL, retry_at = NULL, lease_token = NULL, leased_until = NULL`,
    [
      ...[userId, account.marketplace, account.environment, JSON.stringify(account.scopes)],
      ...[account.remote?.id ?? null, account.remote?.name ?? null, account.tokens],
      ...[account.accessExpiresAt, account.refreshExpiresAt, account.now],
    ],
  )
}

/** In every world of the marketplace; false where there was none. */
export async function deleteAccountsAt(
  sql: Sql,
  userId: Authorized<'self'>,
  marketplace: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    'DELETE FROM marketplace_accounts WHERE user_id = $1 AND marketplace = $2',
    [userId, marketplace],
  )
  return rowCount > 0
}

/** Of people who are this one at the marketplace, whoever they are here; returns how many there were. */
export async function deleteAccountsOfRemote(
  tx: Tx,
  marketplace: string,
  remote: { id: string; name: string },
): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM marketplace_accounts
     WHERE marketplace = $1 AND (remote_id = $2 OR ($3 <> '' AND lower(remote_name) = lower($3)))`,
    [marketplace, remote.id, remote.name],
  )
  return rowCount
}

/** Who here is one of these at the marketplace, by id or name; null = nobody, as far as is known. */
export async function usersOfRemote(
  sql: Sql,
  marketplace: string,
  people: readonly string[],
): Promise<number[] | null> {
  const { rows } = await sql.query<{ userId: number }>(
    `SELECT DISTINCT user_id AS "userId" FROM marketplace_accounts
     WHERE marketplace = $1 AND (remote_id = ANY ($2) OR lower(remote_name) = ANY ($3))`,
    [marketplace, people, people.map((name) => name.toLowerCase())],
  )
  return rows.length === 0 ? null : rows.map(({ userId }) => userId)
}

/** Whether anything of accounts is sealed. */
export async function hasSealedAccounts(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM marketplace_accounts WHERE tokens IS NOT NULL) AS found',
  )
  return rows[0]!.found
}

/**
 * Takes an account for a renewal, where its token ends before `dueBefore` and nobody else is about it. Of several at once
 * one gets it: the row is locked while it is written.
 */
export async function leaseAccount(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, environment }: AccountKey,
  lease: { token: string; now: Date; until: Date; dueBefore: Date },
): Promise<AccountRow | null> {
  const { rows } = await sql.query<AccountRow>(
    `UPDATE marketplace_accounts a SET lease_token = $4, leased_until = $6
     WHERE a.user_id = $1 AND a.marketplace = $2 AND a.environment = $3 AND a.state = 'connected'
       AND a.tokens IS NOT NULL AND a.access_expires_at <= $7 AND (a.retry_at IS NULL OR a.retry_at <= $5)
       AND (a.leased_until IS NULL OR a.leased_until <= $5)
     RETURNING ${accountColumns}`,
    [userId, marketplace, environment, lease.token, lease.now, lease.until, lease.dueBefore],
  )
  return rows[0] ?? null
}

/** What came of a renewal. */
export interface Renewed {
  state: AccountRow['state']
  reason: string | null
  tokens: string | null
  accessExpiresAt: Date
  refreshExpiresAt: Date | null
  retryAt: Date | null
}

/** Writes it and ends the lease; false where that was over, or the account was connected anew or deleted meanwhile. */
export async function endLease(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, environment }: AccountKey,
  { token, now }: { token: string; now: Date },
  renewed: Renewed,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE marketplace_accounts SET lease_token = NULL, leased_until = NULL, state = $5, reason = $6, tokens = $7,
       access_expires_at = $8, refresh_expires_at = $9, retry_at = $10, updated_at = $11
     WHERE user_id = $1 AND marketplace = $2 AND environment = $3 AND lease_token = $4`,
    [
      ...[userId, marketplace, environment, token, renewed.state, renewed.reason, renewed.tokens],
      ...[renewed.accessExpiresAt, renewed.refreshExpiresAt, renewed.retryAt, now],
    ],
  )
  return rowCount > 0
}

/** Everybody who connected an account of one of these. */
export async function connectedTo(
  sql: Sql,
  keys: readonly AccountKey[],
): Promise<{ userId: number; marketplace: string }[]> {
  const { rows } = await sql.query<{ userId: number; marketplace: string }>(
    `SELECT a.user_id AS "userId", a.marketplace FROM marketplace_accounts a
     JOIN unnest($1::text[], $2::text[]) AS k(marketplace, environment) USING (marketplace, environment) ORDER BY 1, 2`,
    [keys.map(({ marketplace }) => marketplace), keys.map(({ environment }) => environment)],
  )
  return rows
}
