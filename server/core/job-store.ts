import type { Db, Sql } from './db.ts'

export interface QueueCount {
  name: string
  waiting: number
  active: number
  failed: number
}

/** A worker says this often that it lives; after this silence others take its job over, looking this often. */
export const heartbeatS = { every: 2, lost: 10, look: 1 }

/** How many jobs of these names wait, are at work and failed; what was completed and is kept for a while is not read. */
export async function countJobs(sql: Sql, names: readonly string[]): Promise<QueueCount[]> {
  // The condition of pg-boss's index of live jobs, word by word.
  const { rows } = await sql.query<QueueCount>(
    `SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
            count(*) FILTER (WHERE state = 'active')::int AS active,
            count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM jobs.job WHERE name = ANY($1::text[]) AND state IN ('created', 'retry', 'active', 'failed')
     GROUP BY name`,
    [names],
  )
  const byName = new Map(rows.map((row) => [row.name, row]))
  return names.map((name) => byName.get(name) ?? { name, waiting: 0, active: 0, failed: 0 })
}

/**
 * What a dead process was doing goes on at once. pg-boss would notice too, but makes the job wait out its retry
 * delay; it keeps the jobs that have no try left, which go to the dead letters.
 */
export async function takeOverLost(db: Db, names: string[]): Promise<void> {
  await db.query(
    `UPDATE jobs.job SET state = 'retry', start_after = now()
     WHERE name = ANY($1::text[]) AND state = 'active' AND retry_count < retry_limit
       AND heartbeat_on < now() - make_interval(secs => $2)`,
    [names, heartbeatS.lost],
  )
}

/** Nothing is put off for longer than a day (a source's rest, a used-up budget) and a little more. */
const putOffHoursMax = 26

/**
 * After the database's clock was set back: what waits for its time goes on now, lost jobs show as such, and the marks by
 * which pg-boss shares out its rounds, the ticks of schedules among them, lie in the past again.
 */
export async function putTimesRight(db: Db): Promise<void> {
  const future = `now() + interval '1 minute'`
  const passed = (name: string) => `${name} = CASE WHEN ${name} > ${future} THEN now() ELSE ${name} END`
  await db.query(
    `UPDATE jobs.job SET ${['created_on', 'started_on', 'heartbeat_on'].map(passed).join(', ')},
       start_after = CASE WHEN state = 'active' THEN start_after
         WHEN created_on > ${future} THEN now() + least(start_after - created_on, make_interval(hours => $1))
         ELSE now() END
     WHERE (state IN ('created', 'retry') AND (created_on > ${future} OR started_on > ${future}
              OR start_after > now() + make_interval(hours => $1)))
        OR (state = 'active' AND (heartbeat_on > ${future} OR started_on > ${future}))`,
    [putOffHoursMax],
  )
  const rounds = ['cron_on', 'bam_on', 'flow_on', 'reindex_on']
  await db.query(
    `UPDATE jobs.version SET ${rounds.map(passed).join(', ')} WHERE greatest(${rounds.join(', ')}) > ${future}`,
  )
  // Meant to lie ahead, by an hour at most.
  await db.query(
    `UPDATE jobs.version SET monitor_backoff_on = NULL WHERE monitor_backoff_on > now() + interval '61 minutes'`,
  )
  const looks = ['monitor_claim_on', 'monitor_on', 'maintain_on']
  await db.query(
    `UPDATE jobs.queue SET ${looks.map(passed).join(', ')} WHERE greatest(${looks.join(', ')}) > ${future}`,
  )
}

/** When a scheduler last looked which schedules are due, by the database's clock; null = never. */
export async function secondsSinceScheduled(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ seconds: number | null }>(
    'SELECT extract(epoch FROM now() - cron_on)::float8 AS seconds FROM jobs.version',
  )
  const seconds = rows[0]?.seconds ?? null
  return seconds === null ? null : Math.max(0, seconds)
}

/** Since when the job of each name waits that has been due longest; those of which none is due are left out. */
export async function oldestDue(sql: Sql, names: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql.query<{ name: string; since: Date }>(
    `SELECT name, min(start_after) AS since FROM jobs.job
     WHERE name = ANY($1::text[]) AND state IN ('created', 'retry') AND start_after <= now() GROUP BY name`,
    [names],
  )
  return new Map(rows.map(({ name, since }) => [name, since]))
}

/** What became of a piece of work. */
export interface JobFate {
  state: 'waiting' | 'active' | 'done' | 'failed'
  askedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

/** Of the job of this name and key that was sent last and is still known, a day at least. */
export async function lastFate(sql: Sql, name: string, key: string): Promise<JobFate | null> {
  const { rows } = await sql.query<JobFate>(
    `SELECT CASE state::text WHEN 'active' THEN 'active' WHEN 'completed' THEN 'done'
         WHEN 'created' THEN 'waiting' WHEN 'retry' THEN 'waiting' ELSE 'failed' END AS state,
       created_on AS "askedAt", started_on AS "startedAt", completed_on AS "finishedAt"
     FROM jobs.job WHERE name = $1 AND singleton_key = $2 ORDER BY created_on DESC LIMIT 1`,
    [name, key],
  )
  return rows[0] ?? null
}

export interface DeadRow {
  id: string
  name: string
  payload: object
  failedAt: Date
  output: unknown
}

/** What failed for good, the newest first; the rows of `deadLetter`. */
export async function deadRows(sql: Sql, deadLetter: string, limit: number): Promise<DeadRow[]> {
  const { rows } = await sql.query<DeadRow>(
    `SELECT id, source_name AS name, data AS payload, created_on AS "failedAt", source_output AS output
     FROM jobs.job WHERE name = $1 AND state = 'created' ORDER BY created_on DESC LIMIT $2`,
    [deadLetter, limit],
  )
  return rows
}

export async function countDead(sql: Sql, deadLetter: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM jobs.job WHERE name = $1 AND state = 'created'`,
    [deadLetter],
  )
  return rows[0]!.count
}

/** Of those that are still there, their kinds. */
export async function deleteDead(sql: Sql, deadLetter: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `DELETE FROM jobs.job WHERE name = $1 AND state = 'created' AND id = ANY($2::uuid[])
     RETURNING coalesce(source_name, '') AS name`,
    [deadLetter, ids],
  )
  return rows.map(({ name }) => name)
}
