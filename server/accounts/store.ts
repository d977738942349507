import type { AccountRole, Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'

/** The id of the one owner account, which a migration made. */
export async function ownerId(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT id FROM users WHERE role = 'owner' ORDER BY id LIMIT 1`,
  )
  return rows[0]!.id
}

/** Accounts of this e-mail, or else of this name, whatever its case; two at most. */
export async function accountsNamed(sql: Sql, name: string): Promise<{ id: number; role: AccountRole }[]> {
  const { rows } = await sql.query<{ id: number; role: AccountRole }>(
    `SELECT id, role FROM users u WHERE email = lower($1)
       OR (lower(name) = lower($1) AND NOT EXISTS (SELECT 1 FROM users WHERE email = lower($1)))
     ORDER BY id LIMIT 2`,
    [name],
  )
  return rows
}

/** The oldest accounts' names. */
export async function accountNames(sql: Sql, limit: number): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM users ORDER BY id LIMIT $1', [limit])
  return rows.map(({ name }) => name)
}

export async function accountName(sql: Sql, userId: Authorized<'read'>): Promise<string> {
  const { rows } = await sql.query<{ name: string }>('SELECT name FROM users WHERE id = $1', [userId])
  return rows[0]!.name
}
