import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { walk } from '../../core/paging.ts'
import type { FindingKind, FindingState } from './finding-kinds.ts'

export interface Finding {
  kind: FindingKind
  /** The same difference again is the same finding. */
  key: string
  itemId?: number | null
  postId?: number | null
  saleId?: number | null
  orderLineId?: number | null
  params: Record<string, string | number | null>
}

export interface StoredFinding extends Required<Finding> {
  id: number
  marketplace: string
  state: FindingState
  foundAt: Date
  settledAt: Date | null
}

const findingColumns = `f.id, f.marketplace, f.kind, f.key, f.item_id AS "itemId", f.post_id AS "postId", f.sale_id AS "saleId",
  f.order_line_id AS "orderLineId", f.params, f.state, f.found_at AS "foundAt", f.settled_at AS "settledAt"`

/** Writes a finding down; one that was dismissed stays so, one that was gone is open again. */
export async function putFinding(
  sql: Sql,
  userId: Authorized<'write'>,
  marketplace: string,
  finding: Finding,
  { state, now }: { state: 'open' | 'repaired'; now: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO sell_findings AS f (user_id, marketplace, kind, key, item_id, post_id, sale_id, order_line_id, params, state,
       found_at, settled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $10 <> 'open' THEN $11::timestamptz END)
     ON CONFLICT (user_id, key) DO UPDATE SET params = excluded.params,
       state = CASE WHEN f.state = 'dismissed' THEN f.state ELSE excluded.state END,
       found_at = CASE WHEN f.state = 'gone' THEN excluded.found_at ELSE f.found_at END,
       settled_at = CASE WHEN f.state = 'dismissed' THEN f.settled_at ELSE excluded.settled_at END`,
    [
      ...[userId, marketplace, finding.kind, finding.key, finding.itemId ?? null, finding.postId ?? null],
      ...[finding.saleId ?? null, finding.orderLineId ?? null, JSON.stringify(finding.params), state, now],
    ],
  )
}

/** What was not found again of these kinds is so no more. */
export async function goneBut(
  sql: Sql,
  userId: Authorized<'write'>,
  {
    marketplace,
    kinds,
    keys,
    now,
  }: { marketplace: string; kinds: readonly FindingKind[]; keys: readonly string[]; now: Date },
): Promise<void> {
  await sql.query(
    `UPDATE sell_findings SET state = 'gone', settled_at = $5 WHERE user_id = $1 AND marketplace = $2 AND kind = ANY($3)
       AND state = 'open' AND NOT key = ANY($4)`,
    [userId, marketplace, kinds, keys, now],
  )
}

/** Those that are open, or all; the newest first. */
export async function listFindings(
  sql: Sql,
  userId: Authorized<'read'>,
  { open, from, limit }: { open: boolean; from: { id: number; isBack?: boolean } | null; limit: number },
): Promise<StoredFinding[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { rows } = await sql.query<StoredFinding>(
    `SELECT ${findingColumns} FROM sell_findings f WHERE f.user_id = $1 AND (NOT $2 OR f.state = 'open')
       AND ($3::bigint IS NULL OR f.id ${beyond} $3) ORDER BY f.id ${order} LIMIT $4`,
    [userId, open, from?.id ?? null, limit],
  )
  return rows
}

export async function holdFinding(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
): Promise<StoredFinding | null> {
  const { rows } = await tx.query<StoredFinding>(
    `SELECT ${findingColumns} FROM sell_findings f WHERE f.user_id = $1 AND f.id = $2 FOR UPDATE`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function settleFinding(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  { state, now }: { state: 'repaired' | 'dismissed'; now: Date },
): Promise<void> {
  await tx.query(`UPDATE sell_findings SET state = $3, settled_at = $4 WHERE user_id = $1 AND id = $2`, [
    userId,
    id,
    state,
    now,
  ])
}

/** What there was to say of an order's line is done with. */
export async function endFindings(
  tx: Tx,
  userId: Authorized<'write'>,
  orderLineId: number,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE sell_findings SET state = 'repaired', settled_at = $3 WHERE user_id = $1 AND order_line_id = $2 AND state = 'open'`,
    [userId, orderLineId, now],
  )
}

/** Writes a question down once, whatever became of it since; whether it is new. */
export async function putQuestion(
  tx: Tx,
  userId: Authorized<'write'>,
  marketplace: string,
  finding: Finding,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO sell_findings (user_id, marketplace, kind, key, item_id, sale_id, params, state, found_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8) ON CONFLICT (user_id, key) DO NOTHING`,
    [
      ...[userId, marketplace, finding.kind, finding.key, finding.itemId ?? null, finding.saleId ?? null],
      ...[JSON.stringify(finding.params), now],
    ],
  )
  return rowCount > 0
}

/** What a mail left open of an order is known now, from the marketplace itself or from its seller. */
export async function endMailQuestions(
  tx: Tx,
  userId: Authorized<'write'>,
  { marketplace, orderId, now }: { marketplace: string; orderId: string; now: Date },
): Promise<void> {
  await tx.query(
    `UPDATE sell_findings SET state = 'gone', settled_at = $4 WHERE user_id = $1 AND marketplace = $2
       AND kind IN ('mail-sale', 'mail-no-price') AND params->>'order' = $3 AND state = 'open'`,
    [userId, marketplace, orderId, now],
  )
}
