import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { type StoredRule, storedRuleColumns } from '../store.ts'

/** A person's rules of this very name, the first made first. */
export async function rulesNamed(sql: Sql, userId: Authorized<'read'>, name: string): Promise<StoredRule[]> {
  const { rows } = await sql.query<StoredRule>(
    `SELECT ${storedRuleColumns} FROM rules WHERE user_id = $1 AND name = $2 AND deleted_at IS NULL ORDER BY id`,
    [userId, name],
  )
  return rows
}
