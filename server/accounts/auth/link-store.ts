import type { AccountRole } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'

export interface AccountLink {
  kind: 'setup' | 'invitation'
  /** Whom an invitation was made for. */
  email: string | null
  role: AccountRole | null
}

/** Returns its id. */
export async function addLink(
  sql: Sql,
  link: AccountLink & { tokenHash: string; invitedBy: number | null; now: Date; expiresAt: Date },
): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `INSERT INTO account_links (token_hash, kind, email, role, invited_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [link.tokenHash, link.kind, link.email, link.role, link.invitedBy, link.now, link.expiresAt],
  )
  return rows[0]!.id
}

/** A new link makes those before it worthless: of the set-up all, of an invitation those to the same person. How many. */
export async function endLinks(sql: Sql, kind: AccountLink['kind'], email: string | null): Promise<number> {
  const { rowCount } = await sql.query(
    'DELETE FROM account_links WHERE kind = $1 AND email IS NOT DISTINCT FROM $2 AND used_at IS NULL',
    [kind, email],
  )
  return rowCount
}

/** What a link is good for, without using it up. */
export async function openLink(sql: Sql, tokenHash: string, now: Date): Promise<AccountLink | null> {
  const { rows } = await sql.query<AccountLink>(
    'SELECT kind, email, role FROM account_links WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
    [tokenHash, now],
  )
  return rows[0] ?? null
}

/** Of two at once only one gets it. */
export async function useLink(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<(AccountLink & { id: number }) | null> {
  const { rows } = await tx.query<AccountLink & { id: number }>(
    `UPDATE account_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
     RETURNING id, kind, email, role`,
    [tokenHash, now],
  )
  return rows[0] ?? null
}

export interface OpenInvitation {
  id: number
  email: string
  role: AccountRole
  by: string | null
  createdAt: Date
  expiresAt: Date
}

const isInvitation = `kind = 'invitation' AND email IS NOT NULL AND role IS NOT NULL AND used_at IS NULL`

/** Invitations that nobody has used, the newest first. */
export async function openInvitations(sql: Sql): Promise<OpenInvitation[]> {
  const { rows } = await sql.query<OpenInvitation>(
    `SELECT l.id, l.email, l.role, u.name AS by, l.created_at AS "createdAt", l.expires_at AS "expiresAt"
     FROM (SELECT * FROM account_links WHERE ${isInvitation}) l LEFT JOIN users u ON u.id = l.invited_by
     ORDER BY l.id DESC LIMIT 200`,
  )
  return rows
}

/** Whether there was such an invitation; its link is worth nothing any more. */
export async function endInvitation(tx: Tx, id: number): Promise<boolean> {
  return (await tx.query(`DELETE FROM account_links WHERE id = $1 AND ${isInvitation}`, [id])).rowCount > 0
}
