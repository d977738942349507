import type { Sql } from '../../core/db.ts'

/** When each of these rules is scanned for next, in the past where that is due; those that nothing scans for are missing. */
export async function nextScansOf(
  sql: Sql,
  ruleIds: readonly number[],
  allowed: readonly string[],
): Promise<Map<number, Date>> {
  if (ruleIds.length === 0) return new Map()
  const { rows } = await sql.query<{ ruleId: number; at: Date }>(
    `SELECT r.id AS "ruleId", min(greatest(c.due_at, s.cool_down_until)) AS at
     FROM unnest($1::bigint[]) AS r(id)
     JOIN scans c ON c.rule_ids @> to_jsonb(r.id) JOIN sources s ON s.id = c.source_id
     WHERE s.enabled AND (s.demo OR s.marketplace = ANY($2::text[])) GROUP BY r.id`,
    [ruleIds, allowed],
    'next-scans-of-rules',
  )
  return new Map(rows.map(({ ruleId, at }) => [ruleId, at]))
}
