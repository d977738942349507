import { clockSlackMs } from '../../core/clock.ts'
import type { Sql } from '../../core/db.ts'
import { cooldownMsMax } from './cooldown.ts'
import { jitter } from './planner.ts'

/** What bounds how far ahead a moment may lie that is honestly meant. */
export interface Bounds {
  /** Least time between two scans, by marketplace. */
  intervalMsMin: ReadonlyMap<string, number>
  leaseMs: number
}

/**
 * Puts right what a clock that has been set back since wrote of moments to come: scans are due after their interval and
 * leases end after their time from now on, a cooldown has its length from now on, and of when a source was last seen counts
 * only what lies in the past. Returns how many sources and scans there were.
 */
export async function putTimesRight(sql: Sql, bounds: Bounds, now: Date): Promise<number> {
  const future = new Date(now.getTime() + clockSlackMs)
  // Sources before scans, as everybody locks them.
  const { rowCount: sources } = await sql.query(
    `UPDATE sources s SET
       last_ok_at = CASE WHEN last_ok_at <= $2 THEN last_ok_at ELSE
         (SELECT max(r.finished_at) FROM scans c JOIN scan_runs r ON r.scan_id = c.id
          WHERE c.source_id = s.id AND r.outcome IN ('ok', 'empty') AND r.finished_at <= $1) END,
       blind_since = CASE WHEN blind_since > $2 THEN $1 ELSE blind_since END,
       cool_down_until = CASE WHEN cool_down_from > $2 THEN $1::timestamptz + (cool_down_until - cool_down_from)
         WHEN cool_down_until > coalesce(cool_down_from, $1) + $3 * interval '1 millisecond'
           THEN coalesce(cool_down_from, $1) + $3 * interval '1 millisecond' ELSE cool_down_until END,
       cool_down_from = CASE WHEN cool_down_from > $2 THEN $1 ELSE cool_down_from END,
       created_at = least(created_at, $1)
     WHERE last_ok_at > $2 OR blind_since > $2 OR cool_down_from > $2 OR created_at > $2
       OR cool_down_until > coalesce(cool_down_from, $1) + $3 * interval '1 millisecond'`,
    [now, future, cooldownMsMax],
    'put-sources-right',
  )
  const { rowCount: scans } = await sql.query(
    `UPDATE scans c SET
       due_at = CASE WHEN c.due_at > b.latest THEN $1::timestamptz + b.span ELSE c.due_at END,
       last_run_at = CASE WHEN c.last_run_at > $2 THEN $1 ELSE c.last_run_at END
     FROM (SELECT i.id, i.span, $2::timestamptz + i.span * $6::float8 AS latest FROM (
             SELECT o.id, interval '1 millisecond' * CASE WHEN o.lease_token IS NOT NULL THEN $5
                            ELSE greatest(s.interval_ms, CASE WHEN NOT s.demo THEN m.least END) END AS span
             FROM scans o JOIN sources s ON s.id = o.source_id
             LEFT JOIN unnest($3::text[], $4::integer[]) AS m(marketplace, least) USING (marketplace)) i) b
     WHERE b.id = c.id AND (c.due_at > b.latest OR c.last_run_at > $2)`,
    [
      now,
      future,
      [...bounds.intervalMsMin.keys()],
      [...bounds.intervalMsMin.values()],
      bounds.leaseMs,
      1 + jitter,
    ],
    'put-scans-right',
  )
  if (sources + scans > 0) {
    await sql.query(
      `UPDATE scan_runs r SET started_at = least(started_at, $1), finished_at = least(finished_at, $1)
       FROM scans c WHERE r.scan_id = c.id AND r.started_at > $2`,
      [now, future],
    )
  }
  return sources + scans
}
