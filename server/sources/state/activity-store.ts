import type { Sql } from '../../core/db.ts'
import type { ScanOutcome } from '../../marketplaces/contract.ts'

export interface LastRun {
  startedAt: Date
  finishedAt: Date
  outcome: ScanOutcome
  reason: string | null
  pages: number
  found: number
  added: number
  changed: number
  rejected: number
}

/** What the scans of a source do. */
export interface Activity {
  /** How many queries are planned at it. */
  queries: number
  running: boolean
  /** When the next of them is due, at the earliest once its cooldown is over; null = none is planned. */
  nextScanAt: Date | null
  lastRun: LastRun | null
}

/** By source id; those that are no sources are left out. */
export async function activityOf(
  sql: Sql,
  ids: readonly number[],
  now: Date,
): Promise<Map<number, Activity>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<Omit<Activity, 'lastRun'> & { id: number; lastRun: LastRunJson | null }>(
    `SELECT s.id, coalesce(c.queries, 0)::integer AS queries, coalesce(c.running, false) AS running,
            greatest(c.due, s.cool_down_until) AS "nextScanAt", r.run AS "lastRun"
     FROM sources s
     LEFT JOIN LATERAL (
       SELECT count(*) AS queries, bool_or(lease_token IS NOT NULL AND due_at > $2) AS running,
              min(due_at) FILTER (WHERE lease_token IS NULL OR due_at <= $2) AS due
       FROM scans WHERE source_id = s.id) c ON c.queries > 0
     LEFT JOIN LATERAL (
       SELECT jsonb_build_object('startedAt', n.started_at, 'finishedAt', n.finished_at, 'outcome', n.outcome,
                'reason', n.reason, 'pages', n.pages, 'found', n.found, 'added', n.added, 'changed', n.changed,
                'rejected', n.rejected) AS run
       FROM scans q CROSS JOIN LATERAL (
         SELECT * FROM scan_runs WHERE scan_id = q.id ORDER BY started_at DESC LIMIT 1) n
       WHERE q.source_id = s.id ORDER BY n.started_at DESC, n.id DESC LIMIT 1) r ON true
     WHERE s.id = ANY($1::bigint[])`,
    [ids, now],
    'activity-of-sources',
  )
  return new Map(
    rows.map(({ id, lastRun, ...activity }) => [id, { ...activity, lastRun: lastRun && dated(lastRun) }]),
  )
}

type LastRunJson = Omit<LastRun, 'startedAt' | 'finishedAt'> & { startedAt: string; finishedAt: string }

const dated = (run: LastRunJson): LastRun => ({
  ...run,
  startedAt: new Date(run.startedAt),
  finishedAt: new Date(run.finishedAt),
})

/** Calls of the day (UTC) that were spent of each of these budgets; those of which nothing was spent are left out. */
export async function spentToday(
  sql: Sql,
  budgets: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  if (budgets.length === 0) return new Map()
  const { rows } = await sql.query<{ budget: string; used: number }>(
    `SELECT budget, used FROM call_budgets
     WHERE budget = ANY($1::text[]) AND day = ($2::timestamptz AT TIME ZONE 'UTC')::date`,
    [budgets, now],
  )
  return new Map(rows.map(({ budget, used }) => [budget, used]))
}
