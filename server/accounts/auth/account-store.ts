import { type AccountRole, type Authorized, asProgram } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

/** Whether somebody can sign in here: from then on everybody has to. */
export async function isClaimed(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ claimed: boolean }>(
    'SELECT EXISTS (SELECT FROM users WHERE email IS NOT NULL) AS claimed',
    [],
    'accounts-claimed',
  )
  return rows[0]!.claimed
}

/** Makes the owner, who has all rows of before, somebody's; null where somebody was quicker. */
export async function claimOwner(
  tx: Tx,
  { email, name, hash }: { email: string; name: string | undefined; hash: string },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `UPDATE users SET email = $1, email_verified = true, name = coalesce($2, name), updated_at = now()
     WHERE id = (SELECT id FROM users WHERE role = 'owner' ORDER BY id LIMIT 1)
       AND NOT EXISTS (SELECT FROM users WHERE email IS NOT NULL)
     RETURNING id`,
    [email, name ?? null],
  )
  const [owner] = rows
  if (!owner) return null
  await addPassword(tx, asProgram(owner.id), hash)
  return owner.id
}

/** A new account, whose e-mail is taken as proven; null where one has this e-mail already. */
export async function addAccount(
  tx: Tx,
  account: { email: string; name: string; role: AccountRole; hash: string },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO users (name, role, email, email_verified) VALUES ($1, $2, $3, true)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [account.name, account.role, account.email],
  )
  const [made] = rows
  if (!made) return null
  await addPassword(tx, asProgram(made.id), account.hash)
  return made.id
}

async function addPassword(tx: Tx, userId: Authorized<'write'>, hash: string): Promise<void> {
  await tx.query(
    `INSERT INTO credentials (user_id, account_id, provider_id, password) VALUES ($1::bigint, $1::bigint::text, 'credential', $2)`,
    [userId, hash],
  )
}

export interface StoredAccount {
  id: number
  name: string
  role: AccountRole
  email: string | null
  emailVerified: boolean
  disabledAt: Date | null
  /** Whether a code is asked for after the password. */
  secondFactor: boolean
  passkeys: number
  createdAt: Date
  /** Of the session that was used last. */
  lastSeenAt: Date | null
}

const accountColumns = `u.id, u.name, u.role, u.email, u.email_verified AS "emailVerified",
  u.disabled_at AS "disabledAt", u.two_factor_enabled AS "secondFactor", u.created_at AS "createdAt",
  (SELECT count(*)::int FROM passkeys p WHERE p.user_id = u.id) AS passkeys,
  (SELECT max(s.updated_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt"`

export async function allAccounts(sql: Sql): Promise<StoredAccount[]> {
  const { rows } = await sql.query<StoredAccount>(`SELECT ${accountColumns} FROM users u ORDER BY u.id`)
  return rows
}

export async function accountById(sql: Sql, id: number): Promise<StoredAccount | null> {
  const { rows } = await sql.query<StoredAccount>(`SELECT ${accountColumns} FROM users u WHERE u.id = $1`, [
    id,
  ])
  return rows[0] ?? null
}

export async function accountByEmail(sql: Sql, email: string): Promise<StoredAccount | null> {
  const { rows } = await sql.query<StoredAccount>(
    `SELECT ${accountColumns} FROM users u WHERE u.email = lower($1)`,
    [email],
  )
  return rows[0] ?? null
}

/** Roles and state change one after the other, so that two cannot take the last admins away together. */
export async function holdAccounts(tx: Tx): Promise<void> {
  await tx.query(`SELECT id FROM users WHERE role IN ('owner', 'admin') ORDER BY id FOR UPDATE`)
}

/** Who could still let others in, if this account could not. */
export async function otherAdmins(tx: Tx, id: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM users
     WHERE role IN ('owner', 'admin') AND email IS NOT NULL AND disabled_at IS NULL AND id <> $1`,
    [id],
  )
  return rows[0]!.count
}

export async function setRole(tx: Tx, id: number, role: AccountRole): Promise<void> {
  await tx.query('UPDATE users SET role = $2, updated_at = now() WHERE id = $1', [id, role])
}

export async function setDisabled(tx: Tx, id: number, at: Date | null): Promise<void> {
  await tx.query('UPDATE users SET disabled_at = $2, updated_at = now() WHERE id = $1', [id, at])
  if (at !== null) await tx.query('DELETE FROM sessions WHERE user_id = $1', [id])
}

export async function maySignIn(sql: Sql, id: number): Promise<boolean> {
  const { rows } = await sql.query('SELECT FROM users WHERE id = $1 AND disabled_at IS NULL', [id])
  return rows.length > 0
}

export interface StoredSession {
  id: number
  createdAt: Date
  /** When it was last prolonged, which happens once a day at the most. */
  usedAt: Date
  expiresAt: Date
  address: string | null
  browser: string | null
}

export async function sessionsOf(sql: Sql, userId: Authorized<'self'>): Promise<StoredSession[]> {
  const { rows } = await sql.query<StoredSession>(
    `SELECT id, created_at AS "createdAt", updated_at AS "usedAt", expires_at AS "expiresAt",
       ip_address AS address, user_agent AS browser
     FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY updated_at DESC, id DESC`,
    [userId],
  )
  return rows
}

/** For so long a sign-in or proof is taken for still being the same person. */
const freshMinutes = 5

export async function isFresh(sql: Sql, userId: Authorized<'self'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT FROM sessions WHERE user_id = $1 AND id = $2
       AND greatest(created_at, proved_at) > now() - $3::int * interval '1 minute'`,
    [userId, id, freshMinutes],
  )
  return rowCount > 0
}

export async function noteProof(sql: Sql, userId: Authorized<'self'>, id: number): Promise<void> {
  await sql.query('UPDATE sessions SET proved_at = now() WHERE user_id = $1 AND id = $2', [userId, id])
}

/** Whether this person had such a session; it is over. */
export async function endSession(sql: Sql, userId: Authorized<'self'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM sessions WHERE user_id = $1 AND id = $2', [userId, id])
  return rowCount > 0
}

/** Ends all sessions of a person but this one; says how many. */
export async function endOtherSessions(sql: Sql, userId: Authorized<'self'>, but: number): Promise<number> {
  const { rowCount } = await sql.query('DELETE FROM sessions WHERE user_id = $1 AND id <> $2', [userId, but])
  return rowCount
}
