import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { ViewInput } from './schema.ts'

export interface StoredView extends ViewInput {
  id: number
  createdAt: Date
  updatedAt: Date
}

const columns = `id, name, search, created_at AS "createdAt", updated_at AS "updatedAt"`

/** In the order in which they were made. */
export async function listViews(sql: Sql, userId: Authorized<'read'>): Promise<StoredView[]> {
  const { rows } = await sql.query<StoredView>(
    `SELECT ${columns} FROM views WHERE user_id = $1 ORDER BY id`,
    [userId],
    'list-views',
  )
  return rows
}

/** Keeps other changes of this person's views out until the transaction ends. */
export async function lockViews(tx: Tx, userId: Authorized<'own'>): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('deal-scout views', $1::bigint))`, [userId])
}

export async function insertView(
  tx: Tx,
  userId: Authorized<'own'>,
  { name, search }: ViewInput,
  at: Date,
): Promise<StoredView> {
  const { rows } = await tx.query<StoredView>(
    `INSERT INTO views (user_id, name, search, created_at, updated_at) VALUES ($1, $2, $3, $4, $4) RETURNING ${columns}`,
    [userId, name, search, at],
  )
  return rows[0]!
}

/** Null when this person has no such view. */
export async function updateView(
  tx: Tx,
  userId: Authorized<'own'>,
  id: number,
  { name, search, at }: { name: string | null; search: string | null; at: Date },
): Promise<StoredView | null> {
  const { rows } = await tx.query<StoredView>(
    `UPDATE views SET name = coalesce($3, name), search = coalesce($4, search), updated_at = $5
     WHERE user_id = $1 AND id = $2 RETURNING ${columns}`,
    [userId, id, name, search, at],
  )
  return rows[0] ?? null
}

export async function deleteView(sql: Sql, userId: Authorized<'own'>, id: number): Promise<boolean> {
  const { rowCount } = await sql.query('DELETE FROM views WHERE user_id = $1 AND id = $2', [userId, id])
  return rowCount > 0
}
