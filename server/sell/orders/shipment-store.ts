import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import type { ShipmentState } from './order-kinds.ts'

export interface StoredShipment {
  saleId: number
  carrier: string
  tracking: string
  shippedAt: Date
  state: ShipmentState
  reason: string | null
  toldAt: Date | null
}

const shipmentColumns = `s.sale_id AS "saleId", s.carrier, s.tracking, s.shipped_at AS "shippedAt", s.state, s.reason,
  s.told_at AS "toldAt"`

export async function shipmentsOf(
  sql: Sql,
  userId: Authorized<'read'>,
  saleIds: readonly number[],
): Promise<StoredShipment[]> {
  const { rows } = await sql.query<StoredShipment>(
    `SELECT ${shipmentColumns} FROM shipments s WHERE s.user_id = $1 AND s.sale_id = ANY($2::bigint[]) ORDER BY 1`,
    [userId, saleIds],
  )
  return rows
}

export async function putShipment(
  tx: Tx,
  userId: Authorized<'write'>,
  { saleId, carrier, tracking, shippedAt, state }: Omit<StoredShipment, 'reason' | 'toldAt'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO shipments (sale_id, user_id, carrier, tracking, shipped_at, state) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (sale_id) DO UPDATE SET carrier = excluded.carrier, tracking = excluded.tracking,
       shipped_at = excluded.shipped_at, state = excluded.state, reason = NULL, told_at = NULL`,
    [saleId, userId, carrier, tracking, shippedAt, state],
  )
}

/** What came of telling the marketplace; nothing where it was written anew meanwhile. */
export async function noteTold(
  sql: Sql,
  userId: Authorized<'write'>,
  { saleId, tracking, ...told }: Pick<StoredShipment, 'saleId' | 'tracking' | 'state' | 'reason' | 'toldAt'>,
): Promise<void> {
  await sql.query(
    `UPDATE shipments SET state = $4, reason = $5, told_at = $6 WHERE user_id = $1 AND sale_id = $2 AND tracking = $3`,
    [userId, saleId, tracking, told.state, told.reason, told.toldAt],
  )
}
