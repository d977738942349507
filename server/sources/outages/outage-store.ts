import { clockSlackMs } from '../../core/clock.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { OpenNotice } from './outage.ts'

/** What is planned at a source. */
export interface Planned {
  /** Since when, without a break. */
  since: Date
  ruleIds: number[]
}

/**
 * By source id. A scan is planned since its first run that is known or, before it ran, since it became due: what was
 * planned a moment ago cannot have been seen yet.
 */
export async function plannedBySource(sql: Sql): Promise<Map<number, Planned>> {
  const { rows } = await sql.query<Planned & { sourceId: number }>(
    `SELECT c.source_id AS "sourceId", min(coalesce(r.first, c.due_at)) AS since,
            coalesce(jsonb_agg(DISTINCT rule.id) FILTER (WHERE rule.id IS NOT NULL), '[]') AS "ruleIds"
     FROM scans c
     LEFT JOIN LATERAL (SELECT min(started_at) AS first FROM scan_runs WHERE scan_id = c.id) r ON true
     LEFT JOIN LATERAL jsonb_array_elements(c.rule_ids) AS rule(id) ON true
     GROUP BY c.source_id`,
  )
  return new Map(rows.map(({ sourceId, ...planned }) => [sourceId, planned]))
}

/** Keeps others that decide about outages out until this transaction ends. */
export async function lockOutages(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout blindness'))`)
}

/** A break of the minutely poll of this length means that the program was off or asleep. */
const breakMs = 5 * 60_000

/**
 * Notes that the program runs, whichever process this is, and returns since when it does without a break. Kept where
 * small values of all processes are: it ends by itself when nobody renews it.
 */
export async function noteAwake(tx: Tx, now: Date): Promise<Date> {
  const { rows } = await tx.query<{ value: string }>(
    `INSERT INTO adapter_cache AS c (key, value, expires_at) VALUES ('blindness: awake since', $2, $3)
     ON CONFLICT (key) DO UPDATE SET
       -- A clock that was set back since wrote of moments to come: that tells of no time without a break.
       value = CASE WHEN c.expires_at > $1 AND c.expires_at <= $4 AND c.value::timestamptz <= $4 THEN c.value
                    ELSE excluded.value END,
       expires_at = CASE WHEN c.expires_at <= $4 THEN greatest(c.expires_at, excluded.expires_at)
                         ELSE excluded.expires_at END
     RETURNING value`,
    [
      now,
      now.toISOString(),
      new Date(now.getTime() + breakMs),
      new Date(now.getTime() + breakMs + clockSlackMs),
    ],
  )
  return new Date(rows[0]!.value)
}

export async function openNotices(tx: Tx): Promise<OpenNotice[]> {
  const { rows } = await tx.query<OpenNotice>(
    `SELECT user_id AS "userId", source_id AS "sourceId", blind_since AS "outageSince" FROM blind_notices
     WHERE cleared_at IS NULL ORDER BY blind_since`,
  )
  return rows
}

/** Returns those that are new: an outage is notified once. */
export async function addNotices(tx: Tx, notices: OpenNotice[], now: Date): Promise<OpenNotice[]> {
  if (notices.length === 0) return []
  const { rows } = await tx.query<OpenNotice>(
    `INSERT INTO blind_notices (user_id, source_id, blind_since, told_at)
     SELECT *, $4::timestamptz FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[])
     ON CONFLICT DO NOTHING RETURNING user_id AS "userId", source_id AS "sourceId", blind_since AS "outageSince"`,
    [
      notices.map(({ userId }) => userId),
      notices.map(({ sourceId }) => sourceId),
      notices.map(({ outageSince }) => outageSince.toISOString()),
      now,
    ],
  )
  return rows
}

export async function closeNotices(tx: Tx, notices: OpenNotice[], now: Date): Promise<void> {
  if (notices.length === 0) return
  await tx.query(
    `UPDATE blind_notices b SET cleared_at = $4
     FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) AS n(user_id, source_id, blind_since)
     WHERE b.user_id = n.user_id AND b.source_id = n.source_id AND b.blind_since = n.blind_since`,
    [
      notices.map(({ userId }) => userId),
      notices.map(({ sourceId }) => sourceId),
      notices.map(({ outageSince }) => outageSince.toISOString()),
      now,
    ],
  )
}

/** What nobody will be notified about any more, at most so many. */
export async function deleteOldNotices(sql: Sql, before: Date, limit: number): Promise<number> {
  const { rowCount } = await sql.query(
    `DELETE FROM blind_notices WHERE ctid = ANY(ARRAY(SELECT ctid FROM blind_notices WHERE cleared_at < $1 LIMIT $2))`,
    [before, limit],
  )
  return rowCount
}
