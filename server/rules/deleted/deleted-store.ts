import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { noteRuleChanges, type StoredRule, storedRuleColumns } from '../store.ts'

/** A rule that its person deleted, and when. */
export interface DeletedRule extends StoredRule {
  deletedAt: Date
}

/** Takes a rule from its person: nothing matches it, plans for it or counts it from then on. False where there is none. */
export async function deleteRule(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE rules SET deleted_at = $3, deleted_enabled = enabled, enabled = false, updated_at = $3
     WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [userId, id, now],
  )
  if (rowCount > 0) await noteRuleChanges(tx, [id])
  return rowCount > 0
}

/** Gives a rule back as it was, as another revision, so that it looks at what came meanwhile; null where none is deleted. */
export async function restoreRule(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  now: Date,
): Promise<StoredRule | null> {
  const { rows } = await tx.query<StoredRule>(
    `UPDATE rules SET enabled = coalesce(deleted_enabled, false), deleted_at = NULL, deleted_enabled = NULL,
       updated_at = $3, revision = revision + 1
     WHERE user_id = $1 AND id = $2 AND deleted_at IS NOT NULL RETURNING ${storedRuleColumns}`,
    [userId, id, now],
  )
  if (rows[0]) await noteRuleChanges(tx, [id])
  return rows[0] ?? null
}

/** What a person deleted, the latest first, at most `limit`. */
export async function listDeletedRules(
  sql: Sql,
  userId: Authorized<'read'>,
  limit: number,
): Promise<DeletedRule[]> {
  const { rows } = await sql.query<DeletedRule>(
    `SELECT ${storedRuleColumns}, deleted_at AS "deletedAt" FROM rules
     WHERE user_id = $1 AND deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT $2`,
    [userId, limit],
  )
  return rows
}

/** Forgets rules that were deleted before, their matches first, at most `limit` rows of each; returns how many rows. */
export async function forgetDeletedRules(tx: Tx, before: Date, limit: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT id FROM rules WHERE deleted_at <= $1 ORDER BY deleted_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [before, limit],
  )
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const { rowCount: matches } = await tx.query(
    `DELETE FROM matches WHERE (id, user_id) IN
       (SELECT id, user_id FROM matches WHERE rule_id = ANY($1::bigint[]) ORDER BY listing_id, rule_id LIMIT $2)`,
    [ids, limit],
  )
  // What is left of them is of the next step.
  if (matches >= limit) return limit
  await tx.query('DELETE FROM rules WHERE id = ANY($1::bigint[])', [ids])
  return Math.min(limit, matches + ids.length)
}
