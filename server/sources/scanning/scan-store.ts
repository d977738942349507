import type { Authorized } from '../../core/actor.ts'
import type { Db, Sql, Tx } from '../../core/db.ts'
import { tellLive } from '../../core/live-store.ts'
import { walk } from '../../core/paging.ts'
import { causeToKeep } from '../../core/telemetry/cause.ts'
import type { ScanOutcome } from '../../marketplaces/contract.ts'
import { getSource, type SourceRow } from '../store.ts'
import type { PlannedScan } from './planner.ts'

/** NOTIFY channel that wakes the scan loops: something became due. */
export const scansChannel = 'deal_scout_scans'

/**
 * Keeps other planners out until this transaction ends. Taken before rules and sources are read: of two changes at
 * once, the later plan has both.
 */
export async function lockPlan(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout scan plan'))`)
}

/**
 * Makes the stored scans equal the plan: new ones are due at once, kept ones keep their rhythm, others go. The
 * caller holds the lock of the plan.
 */
export async function replacePlan(tx: Tx, plan: PlannedScan[], now: Date): Promise<void> {
  const columns = [
    plan.map((scan) => scan.sourceId),
    plan.map((scan) => scan.requestKey),
    plan.map((scan) => JSON.stringify(scan.request)),
    plan.map((scan) => JSON.stringify(scan.ruleIds)),
    plan.map((scan) => scan.quota),
  ]
  await tx.query(
    `DELETE FROM scans s WHERE NOT EXISTS (
       SELECT FROM unnest($1::bigint[], $2::text[]) AS p(source_id, request_key)
       WHERE p.source_id = s.source_id AND p.request_key = s.request_key)`,
    columns.slice(0, 2),
  )
  await tx.query(
    `INSERT INTO scans AS s (source_id, request_key, request, rule_ids, quota, due_at, cause)
     SELECT source_id, request_key, request, rule_ids, quota, $6, $7::jsonb
     FROM unnest($1::bigint[], $2::text[], $3::jsonb[], $4::jsonb[], $5::text[])
       AS p(source_id, request_key, request, rule_ids, quota)
     ON CONFLICT (source_id, request_key) DO UPDATE SET rule_ids = excluded.rule_ids, quota = excluded.quota
     WHERE (s.rule_ids, s.quota) IS DISTINCT FROM (excluded.rule_ids, excluded.quota)`,
    [...columns, now, causeToKeep()],
  )
  await tx.notify(scansChannel)
}

/** A scan taken to be run now. */
export interface ClaimedScan {
  id: number
  leaseToken: string
  /** Runs before this one whose process ended while it read. */
  attempts: number
  request: Record<string, string>
  backfill: boolean
  lastRunAt: Date | null
  /** When its last run that could see ended. */
  lastSawAt: Date | null
  ruleIds: number[]
  /** Because of what it is due; see keptCause(). */
  cause: unknown
  source: SourceRow
}

/** An enabled source; a real one only of the marketplaces in `$2`, whose terms are accepted. */
const mayBeScanned = `s.enabled AND (s.demo OR s.marketplace = ANY($2::text[]))`

/**
 * Takes the scan that has been due longest, of an enabled source that is in no cooldown; real ones only of the `allowed`
 * marketplaces. Of a quota only one scan runs at a time in the whole cluster, so that what an app or a host is asked
 * stays in order across processes, and nobody waits for another's.
 */
export async function claimScan(
  db: Db,
  now: Date,
  leaseMs: number,
  allowed: string[],
): Promise<ClaimedScan | null> {
  return db.transaction(async (tx) => {
    // Claims are rare, so one lock for all of them is the simplest way to see each other's.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout scan claims'))`)
    const { rows: claimed } = await tx.query<Omit<ClaimedScan, 'source'> & { sourceId: number }>(
      `UPDATE scans SET lease_token = gen_random_uuid(), due_at = $1::timestamptz + $3 * interval '1 millisecond'
       WHERE id = (
         SELECT c.id FROM scans c JOIN sources s ON s.id = c.source_id
         WHERE c.due_at <= $1 AND ${mayBeScanned} AND (s.cool_down_until IS NULL OR s.cool_down_until <= $1)
           AND NOT EXISTS (SELECT FROM scans o WHERE o.quota = c.quota AND o.lease_token IS NOT NULL AND o.due_at > $1)
         ORDER BY c.due_at, c.id LIMIT 1)
       RETURNING id, lease_token AS "leaseToken", attempts, request, backfill, last_run_at AS "lastRunAt",
                 rule_ids AS "ruleIds", source_id AS "sourceId", cause,
                 (SELECT max(finished_at) FROM scan_runs r
                  WHERE r.scan_id = scans.id AND r.outcome IN ('ok', 'empty') AND r.finished_at <= $1) AS "lastSawAt"`,
      [now, allowed, leaseMs],
      'claim-scan',
    )
    if (!claimed[0]) return null
    const source = await getSource(tx, claimed[0].sourceId)
    const scan = source && { ...claimed[0], source }
    if (scan !== null) await tellProgress(tx, scan, 'running', nothingRead)
    return scan
  })
}

/** What a run has read so far. */
export type RunCounts = Pick<ScanResult, 'pages' | 'found' | 'added' | 'changed'>
const nothingRead: RunCounts = { pages: 0, found: 0, added: 0, changed: 0 }

/** Who looks at the source sees what its scan does. The demo scans every few seconds, of which nobody is told. */
export async function tellProgress(
  sql: Pick<Tx, 'query'>,
  { id, source }: ClaimedScan,
  state: 'running' | 'ended',
  { pages, found, added, changed }: RunCounts,
  outcome: ScanOutcome | null = null,
): Promise<void> {
  if (source.demo) return
  const data = { sourceId: source.id, scanId: id, state, pages, found, added, changed, outcome }
  await tellLive(sql, [{ userId: source.userId, kind: 'scan-progress', data }])
}

/** Counts this run before anything of it is read: should the process end while it reads, nobody else could. */
export async function noteAttempt(sql: Sql, scan: ClaimedScan): Promise<void> {
  await sql.query('UPDATE scans SET attempts = $3 WHERE id = $1 AND lease_token = $2', [
    scan.id,
    scan.leaseToken,
    scan.attempts + 1,
  ])
}

/** Prolongs the lease; false when it was lost. */
export async function renewScan(sql: Sql, scan: ClaimedScan, now: Date, leaseMs: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE scans SET due_at = $3::timestamptz + $4 * interval '1 millisecond' WHERE id = $1 AND lease_token = $2`,
    [scan.id, scan.leaseToken, now, leaseMs],
  )
  return rowCount > 0
}

export interface ScanResult {
  outcome: ScanOutcome
  reason: string | null
  startedAt: Date
  finishedAt: Date
  pages: number
  found: number
  added: number
  changed: number
  rejected: number
  nextDueAt: Date
  /** What counts as tried before the next run; default 0. */
  attempts?: number
  /** Cooldown of the whole source after a failing outcome. */
  cooldownUntil: Date | null
}

/** Writes a run's outcome to scan, source and history, unless the lease was lost (then false). */
export async function finishScan(tx: Tx, scan: ClaimedScan, result: ScanResult): Promise<boolean> {
  const isSeen = result.outcome === 'ok' || result.outcome === 'empty'
  // The source before its scans, as whoever changes or removes a source locks them.
  const { rows: before } = await tx.query<{ isBlind: boolean }>(
    'SELECT blind_since IS NOT NULL AS "isBlind" FROM sources WHERE id = $1 FOR NO KEY UPDATE',
    [scan.source.id],
  )
  const { rowCount } = await tx.query(
    `UPDATE scans SET due_at = $3, lease_token = NULL, last_run_at = $4, last_outcome = $5, last_reason = $6,
            last_found = $7, backfill = NOT $8, attempts = $9, cause = NULL
     WHERE id = $1 AND lease_token = $2`,
    [
      scan.id,
      scan.leaseToken,
      result.nextDueAt,
      result.startedAt,
      result.outcome,
      result.reason,
      result.found,
      isSeen,
      result.attempts ?? 0,
    ],
  )
  if (rowCount === 0) return false
  await tx.query(
    `INSERT INTO scan_runs (scan_id, started_at, finished_at, outcome, reason, pages, found, added, changed, rejected)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      scan.id,
      result.startedAt,
      result.finishedAt,
      result.outcome,
      result.reason,
      result.pages,
      result.found,
      result.added,
      result.changed,
      result.rejected,
    ],
  )
  await tellProgress(tx, scan, 'ended', result, result.outcome)
  if (before[0]?.isBlind === isSeen) await tellBlind(tx, scan.source)
  if (isSeen) {
    await tx.query(
      `UPDATE sources SET last_outcome = $2, last_reason = NULL, last_ok_at = $3, blind_since = NULL,
              cool_down_until = NULL, cool_down_from = NULL, blocks = 0 WHERE id = $1`,
      [scan.source.id, result.outcome, result.finishedAt],
    )
    return true
  }
  await tx.query(
    `UPDATE sources SET last_outcome = $2, last_reason = $3, blind_since = coalesce(blind_since, $4),
            cool_down_until = $5, cool_down_from = $4, blocks = blocks + 1 WHERE id = $1`,
    [scan.source.id, result.outcome, result.reason, result.finishedAt, result.cooldownUntil],
  )
  // What its other scans would have seen in the meantime is missed as well.
  await tx.query('UPDATE scans SET backfill = true WHERE source_id = $1', [scan.source.id])
  return true
}

type TellsBlind = Pick<SourceRow, 'id' | 'demo' | 'shared' | 'userId'>

/** That it shows nothing from now on, or shows something again: of one for everybody, all count without it. */
async function tellBlind(tx: Pick<Tx, 'query'>, { id, demo, shared, userId }: TellsBlind): Promise<void> {
  if (demo) return
  await tellLive(tx, [{ userId: shared ? null : userId, kind: 'sources-changed', data: { ids: [id] } }])
}

/** A source was found to be out outside a scan: it cools down, and what its scans miss meanwhile is read back later. */
export async function coolSource(
  sql: Sql,
  id: number,
  { outcome, reason, until, now }: { outcome: ScanOutcome; reason: string; until: Date; now: Date },
): Promise<void> {
  const { rows } = await sql.query<TellsBlind & { wasSeen: boolean }>(
    `WITH before AS (SELECT id, demo, shared, user_id AS "userId", blind_since IS NULL AS "wasSeen" FROM sources WHERE id = $1),
     resting AS (
       UPDATE sources SET last_outcome = $2, last_reason = $3, cool_down_until = $4, cool_down_from = $5,
              blind_since = coalesce(blind_since, $5), blocks = blocks + 1 WHERE id = $1 RETURNING id),
     missing AS (UPDATE scans SET backfill = true WHERE source_id IN (SELECT id FROM resting))
     SELECT * FROM before`,
    [id, outcome, reason, until, now],
  )
  if (rows[0]?.wasSeen) await tellBlind(sql, rows[0])
}

/** Hands a scan back untouched: due now, for another process. */
export async function returnScan(sql: Sql, scan: ClaimedScan, now: Date): Promise<void> {
  await sql.query(
    'UPDATE scans SET due_at = $3, lease_token = NULL, attempts = $4 WHERE id = $1 AND lease_token = $2',
    [scan.id, scan.leaseToken, now, scan.attempts],
  )
  await tellProgress(sql, scan, 'ended', nothingRead)
}

export interface ScanView {
  id: number
  sourceId: number
  marketplace: string
  source: string
  demo: boolean
  request: Record<string, string>
  ruleIds: number[]
  dueAt: Date
  running: boolean
  lastRunAt: Date | null
  lastOutcome: ScanOutcome | null
  lastReason: string | null
  lastFound: number | null
  outageSince: Date | null
  cooldownUntil: Date | null
}

export async function listScans(
  sql: Sql,
  filter: { userId: Authorized<'read'>; afterId: number; limit: number; now: Date; isBack?: boolean },
): Promise<ScanView[]> {
  const { beyond, order } = walk('ASC', filter.isBack)
  const { rows } = await sql.query<ScanView>(
    `SELECT c.id, c.source_id AS "sourceId", s.marketplace, s.name AS source, s.demo, c.request, c.rule_ids AS "ruleIds",
            c.due_at AS "dueAt", (c.lease_token IS NOT NULL AND c.due_at > $4) AS running, c.last_run_at AS "lastRunAt",
            c.last_outcome AS "lastOutcome", c.last_reason AS "lastReason", c.last_found AS "lastFound",
            s.blind_since AS "outageSince", s.cool_down_until AS "cooldownUntil"
     FROM scans c JOIN sources s ON s.id = c.source_id
     WHERE s.user_id = $1 AND c.id ${beyond} $2 ORDER BY c.id ${order} LIMIT $3`,
    [filter.userId, filter.afterId, filter.limit, filter.now],
  )
  return rows
}

/** Makes scans due now (where the source is in cooldown, once that is over). Returns how many. */
export async function makeScansDue(
  sql: Sql,
  now: Date,
  { sourceId, userId }: { sourceId?: number | undefined; userId?: Authorized<'write'> } = {},
): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE scans SET due_at = $1, cause = $4::jsonb
     WHERE lease_token IS NULL AND due_at > $1 AND ($2::bigint IS NULL OR source_id = $2)
       AND ($3::bigint IS NULL OR source_id IN (SELECT id FROM sources WHERE user_id = $3))`,
    [now, sourceId ?? null, userId ?? null, causeToKeep()],
  )
  await sql.notify(scansChannel)
  return rowCount
}

/** How many scans are planned of a person's sources, or of one of them, that may run. */
export async function countPlanned(
  sql: Sql,
  userId: Authorized<'read'>,
  allowed: string[],
  sourceId: number | null,
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM scans c JOIN sources s ON s.id = c.source_id
     WHERE s.user_id = $1 AND ${mayBeScanned} AND ($3::bigint IS NULL OR s.id = $3)`,
    [userId, allowed, sourceId],
  )
  return rows[0]!.count
}

/** When claimScan() will find something; what waits for a scan of its quota that is under way, once that lease ends. */
export async function nextScanAt(sql: Sql, now: Date, allowed: string[]): Promise<Date | null> {
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT min(greatest(c.due_at, s.cool_down_until, $1, o.until)) AS at
     FROM scans c JOIN sources s ON s.id = c.source_id
     LEFT JOIN (SELECT quota, max(due_at) AS until FROM scans WHERE lease_token IS NOT NULL GROUP BY quota) o
       ON o.quota = c.quota
     WHERE ${mayBeScanned}`,
    [now, allowed],
    'next-scan',
  )
  return rows[0]?.at ?? null
}

/** By marketplace, how long the scan waits that is due longest of sources that are on and in no cooldown. */
export async function overdueScans(sql: Sql, now: Date): Promise<{ marketplace: string; seconds: number }[]> {
  const { rows } = await sql.query<{ marketplace: string; seconds: number }>(
    `SELECT s.marketplace, max(extract(epoch FROM $1 - greatest(c.due_at, s.cool_down_until)))::float8 AS seconds
     FROM scans c JOIN sources s ON s.id = c.source_id
     WHERE c.due_at <= $1 AND c.lease_token IS NULL AND s.enabled
       AND (s.cool_down_until IS NULL OR s.cool_down_until <= $1)
     GROUP BY s.marketplace`,
    [now],
  )
  return rows
}
