import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import type { Units } from '../core/units.ts'
import type { TravelCost } from '../model/score-schema.ts'
import type { HourCycle, OwnProfile, WeekStart } from './profile.ts'

interface Row {
  home: string | null
  homeLabel: string | null
  homeLat: number | null
  homeLon: number | null
  homeCountry: string | null
  units: Units | null
  currency: string | null
  timeZone: string | null
  travel: TravelCost | null
  language: string | null
  hourCycle: HourCycle | null
  weekStart: WeekStart | null
}

const columns = `home, home_label AS "homeLabel", home_lat AS "homeLat", home_lon AS "homeLon",
  home_country AS "homeCountry", units, currency, time_zone AS "timeZone", travel,
  language, hour_cycle AS "hourCycle", week_start AS "weekStart"`

function toOwn({ home, homeLabel, homeLat, homeLon, homeCountry, ...rest }: Row): OwnProfile {
  return {
    ...rest,
    home:
      home === null
        ? null
        : { text: home, label: homeLabel!, lat: homeLat!, lon: homeLon!, country: homeCountry! },
  }
}

/** Of everybody who chose something, by user. */
export async function allProfiles(sql: Sql): Promise<Map<number, OwnProfile>> {
  const { rows } = await sql.query<Row & { userId: number }>(
    `SELECT user_id AS "userId", ${columns} FROM profiles`,
    [],
    'all-profiles',
  )
  return new Map(rows.map(({ userId, ...row }) => [userId, toOwn(row)]))
}

/** What a person chose; null when nothing. */
export async function getProfile(sql: Sql, userId: Authorized<'read'>): Promise<OwnProfile | null> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM profiles WHERE user_id = $1`, [userId])
  return rows[0] ? toOwn(rows[0]) : null
}

/** Two changes of one person's profile follow each other. */
export async function holdAccount(tx: Tx, userId: Authorized<'own'>): Promise<void> {
  await tx.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId])
}

/** Replaces all that a person chose. */
export async function writeProfile(
  tx: Tx,
  userId: Authorized<'own'>,
  own: OwnProfile,
  now: Date,
): Promise<void> {
  const { home, units, currency, timeZone, travel, language, hourCycle, weekStart } = own
  await tx.query(
    `INSERT INTO profiles (user_id, home, home_label, home_lat, home_lon, home_country, units, currency, time_zone, travel,
                           updated_at, language, hour_cycle, week_start)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (user_id) DO UPDATE SET home = excluded.home, home_label = excluded.home_label,
       home_lat = excluded.home_lat, home_lon = excluded.home_lon, home_country = excluded.home_country,
       units = excluded.units, currency = excluded.currency, time_zone = excluded.time_zone, travel = excluded.travel,
       language = excluded.language, hour_cycle = excluded.hour_cycle, week_start = excluded.week_start,
       updated_at = excluded.updated_at`,
    [
      userId,
      home?.text ?? null,
      home?.label ?? null,
      home?.lat ?? null,
      home?.lon ?? null,
      home?.country ?? null,
      units,
      currency,
      timeZone,
      travel === null ? null : JSON.stringify(travel),
      now,
      ...[language, hourCycle, weekStart],
    ],
  )
}

/** Chooses a person's time zone and leaves the rest of the profile as it is. */
export async function writeTimeZone(
  tx: Tx,
  userId: Authorized<'own'>,
  timeZone: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO profiles (user_id, time_zone, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET time_zone = excluded.time_zone, updated_at = excluded.updated_at`,
    [userId, timeZone, now],
  )
}
