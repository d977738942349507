import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { defaultPreferences, type WhenPreferences } from './when/preferences.ts'

/** Everything of it but the time zone, which is the profile's. */
export type StoredPreferences = Omit<WhenPreferences, 'timeZone'>

/** When each of these people is notified: what they chose, else the defaults; `timeZone` is that of who chose none. */
export async function preferencesOf(
  sql: Sql,
  userIds: readonly number[],
  timeZone: string,
): Promise<Map<number, WhenPreferences>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await sql.query<{
    userId: number
    preferences: StoredPreferences | null
    timeZone: string | null
  }>(
    `SELECT u.id AS "userId", n.preferences, p.time_zone AS "timeZone" FROM unnest($1::bigint[]) AS u(id)
     LEFT JOIN notify_preferences n ON n.user_id = u.id LEFT JOIN profiles p ON p.user_id = u.id`,
    [userIds],
    'notify-preferences',
  )
  return new Map(
    rows.map(({ userId, preferences, ...own }) => [
      userId,
      { ...defaultPreferences(timeZone), ...preferences, timeZone: own.timeZone ?? timeZone },
    ]),
  )
}

export async function savePreferences(
  sql: Sql,
  userId: Authorized<'write'>,
  preferences: StoredPreferences,
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO notify_preferences (user_id, preferences, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET preferences = excluded.preferences, updated_at = excluded.updated_at`,
    [userId, JSON.stringify(preferences), now],
  )
}

export async function deletePreferences(sql: Sql, userId: Authorized<'write'>): Promise<void> {
  await sql.query('DELETE FROM notify_preferences WHERE user_id = $1', [userId])
}
