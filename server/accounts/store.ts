import type { Sql } from '../core/db.ts'

/** The id of the one owner account, which a migration made. */
export async function ownerId(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT id FROM users WHERE role = 'owner' ORDER BY id LIMIT 1`,
  )
  return rows[0]!.id
}
