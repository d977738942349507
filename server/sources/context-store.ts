import type { Sql } from '../core/db.ts'

export async function cacheGet(sql: Sql, key: string, now: Date): Promise<string | null> {
  const { rows } = await sql.query<{ value: string }>(
    'SELECT value FROM adapter_cache WHERE key = $1 AND expires_at > $2',
    [key, now],
  )
  return rows[0]?.value ?? null
}

export async function cacheSet(sql: Sql, key: string, value: string, expiresAt: Date): Promise<void> {
  await sql.query(
    `INSERT INTO adapter_cache (key, value, expires_at) VALUES ($1, $2, $3)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
    [key, value, expiresAt],
  )
}

export async function cacheDelete(sql: Sql, key: string): Promise<void> {
  await sql.query('DELETE FROM adapter_cache WHERE key = $1', [key])
}

/** So many calls to a host may wait for their moment. */
const waitingMax = 100

/**
 * Takes the next free moment for a call to a host, at least `gapMs` after the one before, over all processes; returns
 * how long to wait for it, in ms. By the database's clock: it is real time that a site sees, and one for all. A moment
 * that no queue of calls could have come to is from before that clock was set back, and counts as free.
 */
export async function reserveHost(sql: Sql, host: string, gapMs: number): Promise<number> {
  const { rows } = await sql.query<{ waitMs: number }>(
    `INSERT INTO host_pacing AS h (host, free_at) VALUES ($1, clock_timestamp() + $2 * interval '1 millisecond')
     ON CONFLICT (host) DO UPDATE SET free_at = $2 * interval '1 millisecond' +
       CASE WHEN h.free_at > clock_timestamp() + greatest(60000, $2 * ${waitingMax}) * interval '1 millisecond'
            THEN clock_timestamp() ELSE greatest(h.free_at, clock_timestamp()) END
     RETURNING (extract(epoch FROM free_at - clock_timestamp()) * 1000)::float8 - $2 AS "waitMs"`,
    [host, gapMs],
    'reserve-host',
  )
  return Math.max(0, Math.ceil(rows[0]!.waitMs))
}

/** Takes one call of a day's budget (UTC days), atomically over all processes; false when it is used up. */
export async function spendCall(sql: Sql, budget: string, perDay: number, now: Date): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO call_budgets AS b (budget, day, used) SELECT $1, ($2::timestamptz AT TIME ZONE 'UTC')::date, 1 WHERE $3 >= 1
     ON CONFLICT (budget, day) DO UPDATE SET used = b.used + 1 WHERE b.used < $3`,
    [budget, now, perDay],
    'spend-call',
  )
  return rowCount > 0
}

/** Deletes at most so many cached values, moments and budgets that are over; returns how many of the most there were. */
export async function deleteSpent(sql: Sql, now: Date, limit: number): Promise<number> {
  const some = (table: string, condition: string) =>
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${limit}))`
  const counts = [
    (await sql.query(some('adapter_cache', 'expires_at < $1'), [now])).rowCount,
    (await sql.query(some('host_pacing', 'free_at < now()'))).rowCount,
    (await sql.query(some('call_budgets', `day < ($1::timestamptz - interval '60 days')::date`), [now]))
      .rowCount,
  ]
  return Math.max(...counts)
}
