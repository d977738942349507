import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import type { StoredMoney } from '../sale-store.ts'

export interface ReferencedMoney extends Omit<StoredMoney, 'id' | 'source'> {
  reference: string
  source: 'api' | 'rule'
}

/** Writes amounts by their references; one that is there keeps its day while its cents are the same. */
export async function putReferenced(
  tx: Tx,
  userId: Authorized<'write'>,
  rows: readonly ReferencedMoney[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO money_rows AS m (user_id, item_id, sale_id, kind, cents, currency, on_date, source, note, reference, is_estimate,
       created_at)
     SELECT $1, r.item_id, r.sale_id, r.kind, r.cents, r.currency, r.on_date, r.source, r.note, r.reference, r.is_estimate, $2
     FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::date[], $9::text[], $10::text[],
       $11::text[], $12::boolean[]) AS r(item_id, sale_id, kind, cents, currency, on_date, source, note, reference, is_estimate)
     ON CONFLICT (user_id, reference) WHERE reference IS NOT NULL DO UPDATE SET item_id = excluded.item_id,
       sale_id = excluded.sale_id, kind = excluded.kind, cents = excluded.cents, currency = excluded.currency,
       on_date = CASE WHEN m.kind = excluded.kind AND m.cents = excluded.cents AND m.currency = excluded.currency
         THEN m.on_date ELSE excluded.on_date END,
       source = excluded.source, note = excluded.note, is_estimate = excluded.is_estimate`,
    [
      ...[userId, now, rows.map((row) => row.itemId), rows.map((row) => row.saleId)],
      ...[rows.map((row) => row.kind), rows.map((row) => row.cents), rows.map((row) => row.currency)],
      ...[rows.map((row) => row.onDate), rows.map((row) => row.source), rows.map((row) => row.note)],
      ...[rows.map((row) => row.reference), rows.map((row) => row.isEstimate)],
    ],
  )
}

/** Takes out what follows no longer: of a sale, what has a reference that is not among these. */
export async function dropReferencedBut(
  tx: Tx,
  userId: Authorized<'write'>,
  saleId: number,
  references: readonly string[],
): Promise<void> {
  await tx.query(
    `DELETE FROM money_rows WHERE user_id = $1 AND sale_id = $2 AND reference IS NOT NULL AND NOT reference = ANY($3)`,
    [userId, saleId, references],
  )
}

/** Takes out what somebody said of a sale before the marketplace did: amounts of these kinds without a reference. */
export async function dropSaid(
  tx: Tx,
  userId: Authorized<'write'>,
  saleId: number,
  kinds: readonly string[],
  sources: readonly string[] = ['typed', 'import', 'mail', 'rule'],
): Promise<void> {
  await tx.query(
    `DELETE FROM money_rows WHERE user_id = $1 AND sale_id = $2 AND reference IS NULL AND kind = ANY($3) AND source = ANY($4)`,
    [userId, saleId, kinds, sources],
  )
}

export async function dropReference(tx: Tx, userId: Authorized<'write'>, reference: string): Promise<void> {
  await tx.query('DELETE FROM money_rows WHERE user_id = $1 AND reference = $2', [userId, reference])
}
