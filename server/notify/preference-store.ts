import type { Sql } from '../core/db.ts'
import type { WhenPreferences } from './when/preferences.ts'

/** What people chose; who chose nothing is not in it. */
export async function preferencesOf(
  sql: Sql,
  userIds: readonly number[],
): Promise<Map<number, WhenPreferences>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await sql.query<{ userId: number; preferences: WhenPreferences }>(
    'SELECT user_id AS "userId", preferences FROM notify_preferences WHERE user_id = ANY($1)',
    [userIds],
    'notify-preferences',
  )
  return new Map(rows.map(({ userId, preferences }) => [userId, preferences]))
}

export async function savePreferences(
  sql: Sql,
  userId: number,
  preferences: WhenPreferences,
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO notify_preferences (user_id, preferences, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET preferences = excluded.preferences, updated_at = excluded.updated_at`,
    [userId, JSON.stringify(preferences), now],
  )
}

export async function deletePreferences(sql: Sql, userId: number): Promise<void> {
  await sql.query('DELETE FROM notify_preferences WHERE user_id = $1', [userId])
}
