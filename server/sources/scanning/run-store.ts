import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { walk } from '../../core/paging.ts'
import type { ScanOutcome } from '../../marketplaces/contract.ts'
import type { ScanView } from './scan-store.ts'

export interface ScanRunRow {
  id: number
  scanId: number
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

/** Newest first, those before the given one; or those since, nearest first. */
export async function listScanRuns(
  sql: Sql,
  filter: {
    scanId: number
    before: { startedAtMs: number; id: number } | null
    limit: number
    isBack?: boolean
  },
): Promise<ScanRunRow[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<ScanRunRow>(
    `SELECT id, scan_id AS "scanId", started_at AS "startedAt", finished_at AS "finishedAt", outcome, reason, pages,
            found, added, changed, rejected
     FROM scan_runs WHERE scan_id = $1 AND ($2::timestamptz IS NULL OR (started_at, id) ${beyond} ($2, $3))
     ORDER BY started_at ${order}, id ${order} LIMIT $4`,
    [
      filter.scanId,
      filter.before && new Date(filter.before.startedAtMs),
      filter.before?.id ?? null,
      filter.limit,
    ],
  )
  return rows
}

/** Runs of all queries of a source, newest first, those before the given one; or those since, nearest first. */
export async function listSourceRuns(
  sql: Sql,
  filter: {
    sourceId: number
    before: { startedAtMs: number; id: number } | null
    limit: number
    isBack?: boolean
  },
): Promise<(ScanRunRow & Pick<ScanView, 'request' | 'ruleIds'>)[]> {
  const { beyond, order } = walk('DESC', filter.isBack)
  const { rows } = await sql.query<ScanRunRow & Pick<ScanView, 'request' | 'ruleIds'>>(
    `SELECT r.id, r.scan_id AS "scanId", r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.outcome, r.reason,
            r.pages, r.found, r.added, r.changed, r.rejected, c.request, c.rule_ids AS "ruleIds"
     FROM scans c CROSS JOIN LATERAL (
       SELECT * FROM scan_runs
       WHERE scan_id = c.id AND ($2::timestamptz IS NULL OR (started_at, id) ${beyond} ($2, $3))
       ORDER BY started_at ${order}, id ${order} LIMIT $4) r
     WHERE c.source_id = $1 ORDER BY r.started_at ${order}, r.id ${order} LIMIT $4`,
    [
      filter.sourceId,
      filter.before && new Date(filter.before.startedAtMs),
      filter.before?.id ?? null,
      filter.limit,
    ],
  )
  return rows
}

export async function scanExists(sql: Sql, userId: Authorized<'read'>, scanId: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    'SELECT FROM scans c JOIN sources s ON s.id = c.source_id WHERE c.id = $1 AND s.user_id = $2',
    [scanId, userId],
  )
  return rowCount > 0
}

/**
 * Looks at the next `limit` runs by id and deletes those that began before that moment; `lastId` is null once it came to
 * younger ones or the end.
 */
export async function deleteOldRuns(
  sql: Sql,
  before: Date,
  afterId: number,
  limit: number,
): Promise<{ deleted: number; lastId: number | null }> {
  const { rows } = await sql.query<{ id: number; isOld: boolean }>(
    `SELECT id, started_at < $1 AS "isOld" FROM scan_runs WHERE id > $2 ORDER BY id LIMIT $3`,
    [before, afterId, limit],
  )
  const old = rows.filter(({ isOld }) => isOld).map(({ id }) => id)
  const { rowCount } = await sql.query('DELETE FROM scan_runs WHERE id = ANY($1::bigint[])', [old])
  return { deleted: rowCount, lastId: old.length === limit ? rows.at(-1)!.id : null }
}
