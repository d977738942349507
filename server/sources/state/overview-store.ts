import type { Sql } from '../../core/db.ts'
import type { ScanOutcome } from '../../marketplaces/contract.ts'

export interface OutcomeCount {
  marketplace: string
  outcome: ScanOutcome
  count: number
  found: number
  added: number
}

/** How scans ended since then, by marketplace. */
export async function outcomesSince(sql: Sql, since: Date): Promise<OutcomeCount[]> {
  const { rows } = await sql.query<OutcomeCount>(
    `SELECT s.marketplace, r.outcome, count(*)::int AS count, sum(r.found)::float8 AS found,
       sum(r.added)::float8 AS added
     FROM sources s JOIN scans c ON c.source_id = s.id
       JOIN scan_runs r ON r.scan_id = c.id AND r.started_at >= $1
     GROUP BY 1, 2 ORDER BY 1, 3 DESC`,
    [since],
  )
  return rows
}
