import type { Sql, Tx } from '../../core/db.ts'
import { partCount } from './parts.ts'

/** Notified when workers come or go, or give parts away. */
export const rulePartsChannel = 'deal_scout_rule_parts'
/** Notified when something waits for parts of the rules. */
export const partPagesChannel = 'deal_scout_part_pages'

/**
 * Says that a worker lives, for `leaseMs` more, and deals the parts: each of the living has its share at most, gives what
 * is above it away and takes what nobody has. Returns the parts that this one has now.
 */
export async function dealParts(tx: Tx, workerId: string, leaseMs: number): Promise<number[]> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('deal-scout rule parts'))`)
  const { rows: living } = await tx.query<{ isNew: boolean }>(
    `INSERT INTO rule_workers (id, until) VALUES ($1, clock_timestamp() + $2 * interval '1 ms')
     ON CONFLICT (id) DO UPDATE SET until = EXCLUDED.until RETURNING xmax = 0 AS "isNew"`,
    [workerId, leaseMs],
  )
  // Further ahead than any lease reaches is of a clock that was set back.
  const { rowCount: gone } = await tx.query(
    `DELETE FROM rule_workers
     WHERE until < clock_timestamp() OR until > clock_timestamp() + 2 * $1 * interval '1 ms'`,
    [leaseMs],
  )
  const { rows: counted } = await tx.query<{ workers: number }>(
    'SELECT count(*)::int AS workers FROM rule_workers',
  )
  const share = Math.ceil(partCount / counted[0]!.workers)
  const { rowCount: given } = await tx.query(
    `UPDATE rule_parts SET worker_id = NULL
     WHERE part IN (SELECT part FROM rule_parts WHERE worker_id = $1 ORDER BY part OFFSET $2)`,
    [workerId, share],
  )
  await tx.query(
    `UPDATE rule_parts SET worker_id = $1
     WHERE part IN (SELECT part FROM rule_parts WHERE worker_id IS NULL ORDER BY part DESC
                    LIMIT greatest(0, $2 - (SELECT count(*) FROM rule_parts WHERE worker_id = $1)))`,
    [workerId, share],
  )
  if (living[0]!.isNew || gone + given > 0) await tx.notify(rulePartsChannel)
  const { rows } = await tx.query<{ part: number }>(
    'SELECT part FROM rule_parts WHERE worker_id = $1 ORDER BY part',
    [workerId],
  )
  return rows.map(({ part }) => part)
}

/** A worker goes in order: its parts are free at once. */
export async function leaveParts(sql: Sql, workerId: string): Promise<void> {
  await sql.query('DELETE FROM rule_workers WHERE id = $1', [workerId])
  await sql.notify(rulePartsChannel)
}

/** What was written and is to be matched against parts of the rules. */
export interface PartPage {
  listingIds: number[]
  sourceId: number | null
  scanId: number | null
  demo: boolean
  details: boolean
}

/** Leaves a page to those who have the other parts, in a row for each of them, that commits with what was written. */
export async function addPartPage(tx: Tx, page: PartPage, done: ReadonlySet<number>): Promise<void> {
  await tx.query(
    `INSERT INTO part_pages (parts, listing_ids, source_id, scan_id, demo, details, due_at)
     SELECT array_agg(part), $2, $3, $4, $5, $6, now() FROM rule_parts
     WHERE NOT part = ANY($1::smallint[]) GROUP BY worker_id`,
    [[...done], page.listingIds, page.sourceId, page.scanId, page.demo, page.details],
    'add-part-page',
  )
  await tx.notify(partPagesChannel)
}

/**
 * The oldest page that waits for one of these parts, held until the transaction ends. What is due in hours was put off
 * before a clock was set back.
 */
export async function claimPartPage(
  tx: Tx,
  parts: ReadonlySet<number>,
): Promise<(PartPage & { id: number; parts: number[] }) | null> {
  const { rows } = await tx.query<PartPage & { id: number; parts: number[] }>(
    `SELECT id, parts, listing_ids AS "listingIds", source_id AS "sourceId", scan_id AS "scanId", demo, details
     FROM part_pages WHERE parts && $1::smallint[] AND (due_at <= now() OR due_at > now() + interval '2 hours')
     ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [[...parts]],
    'claim-part-page',
  )
  return rows[0] ?? null
}

/** In the transaction that held and matched it: what is left of it waits on. */
export async function finishPartPage(tx: Tx, id: number, left: readonly number[]): Promise<void> {
  if (left.length === 0) await tx.query('DELETE FROM part_pages WHERE id = $1', [id], 'finish-part-page')
  else await tx.query('UPDATE part_pages SET parts = $2 WHERE id = $1', [id, left])
}

/** After a failure: it is tried again after seconds, later after an hour, for ever. */
export async function putOffPartPage(sql: Sql, id: number): Promise<void> {
  await sql.query(
    `UPDATE part_pages SET attempts = least(attempts + 1, 100),
       due_at = now() + least(3600, 2 ^ least(attempts, 20)) * interval '1 second' WHERE id = $1`,
    [id],
  )
}

/** Whether one of these listings waits to be matched against rules that another process has. */
export async function isBeingMatched(sql: Sql, listingIds: readonly number[]): Promise<boolean> {
  const { rows } = await sql.query<{ waits: boolean }>(
    'SELECT EXISTS (SELECT FROM part_pages WHERE listing_ids && $1::bigint[]) AS waits',
    [listingIds],
  )
  return rows[0]!.waits
}

/** Pages that wait, and those of them that failed before. */
export async function partPageCounts(sql: Sql): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql.query<{ waiting: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE attempts = 0)::int AS waiting, count(*) FILTER (WHERE attempts > 0)::int AS failed
     FROM part_pages`,
  )
  return rows[0]!
}
