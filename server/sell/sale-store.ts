import type { Authorized } from '../core/actor.ts'
import type { Sql, Tx } from '../core/db.ts'
import { walk } from '../core/paging.ts'
import { standing } from './item-store.ts'
import type { MoneyKind, MoneySource } from './money-kinds.ts'
import type { SaleState } from './states.ts'

export interface StoredSale {
  id: number
  itemId: number
  title: string
  category: string
  postId: number | null
  marketplace: string
  reference: string | null
  quantity: number
  state: SaleState
  isReturned: boolean
  /** `YYYY-MM-DD`. */
  soldOn: string
  note: string | null
  createdAt: Date
  updatedAt: Date
}

const columns = `s.id, s.item_id AS "itemId", i.title, i.category, s.post_id AS "postId", s.marketplace, s.reference, s.quantity,
  s.state, s.is_returned AS "isReturned", s.sold_on::text AS "soldOn", s.note, s.created_at AS "createdAt",
  s.updated_at AS "updatedAt"`

/** Latest first. */
export async function listSales(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    itemId,
    state,
    from,
    limit,
  }: {
    itemId: number | null
    state: string | null
    from: { soldOn: string; id: number; isBack?: boolean } | null
    limit: number
  },
): Promise<StoredSale[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { rows } = await sql.query<StoredSale>(
    `SELECT ${columns} FROM sales s JOIN items i ON i.id = s.item_id
     WHERE s.user_id = $1 AND ($2::bigint IS NULL OR s.item_id = $2) AND ($3::text IS NULL OR s.state = $3)
       AND ($4::date IS NULL OR (s.sold_on, s.id) ${beyond} ($4::date, $5::bigint))
     ORDER BY s.sold_on ${order}, s.id ${order} LIMIT $6`,
    [userId, itemId, state, from?.soldOn ?? null, from?.id ?? null, limit],
  )
  return rows
}

export async function getSale(sql: Sql, userId: Authorized<'read'>, id: number): Promise<StoredSale | null> {
  const { rows } = await sql.query<StoredSale>(
    `SELECT ${columns} FROM sales s JOIN items i ON i.id = s.item_id WHERE s.user_id = $1 AND s.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

/** The sale that has this order number there. */
export async function saleByReference(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, reference }: { marketplace: string; reference: string },
): Promise<StoredSale | null> {
  const { rows } = await sql.query<StoredSale>(
    `SELECT ${columns} FROM sales s JOIN items i ON i.id = s.item_id
     WHERE s.user_id = $1 AND s.marketplace = $2 AND s.reference = $3`,
    [userId, marketplace, reference],
  )
  return rows[0] ?? null
}

/**
 * The sale of a thing that an order at a marketplace is in the books: by its number as the person or a mail wrote it down, or by
 * its lines as they were read there. Null = none.
 */
export async function saleOfOrder(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, orderId, itemId }: { marketplace: string; orderId: string; itemId: number },
): Promise<StoredSale | null> {
  const { rows } = await sql.query<StoredSale>(
    `SELECT ${columns} FROM sales s JOIN items i ON i.id = s.item_id
     WHERE s.user_id = $1 AND s.marketplace = $2 AND s.item_id = $4 AND (s.reference IN ($3, $3 || ' ' || i.sku)
       OR EXISTS (SELECT FROM order_lines o WHERE o.user_id = $1 AND o.sale_id = s.id AND o.order_id = $3))
     ORDER BY s.id LIMIT 1`,
    [userId, marketplace, orderId, itemId],
  )
  return rows[0] ?? null
}

/** Whether a sale of a thing at a marketplace stands of which no order number is known; within two weeks of a day, if one is given. */
export async function hasNamelessSale(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, itemId, near }: { marketplace: string; itemId: number; near: string | null },
): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM sales s WHERE s.user_id = $1 AND s.marketplace = $2 AND s.item_id = $3
       AND s.reference IS NULL AND ${standing('s')} AND ($4::date IS NULL OR abs(s.sold_on - $4::date) <= 14)) AS found`,
    [userId, marketplace, itemId, near],
  )
  return rows[0]!.found
}

/** Its id; null where a sale with that order number is there already. */
export async function insertSale(
  tx: Tx,
  userId: Authorized<'write'>,
  sale: Omit<StoredSale, 'id' | 'title' | 'category' | 'isReturned'>,
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO sales (user_id, item_id, post_id, marketplace, reference, quantity, state, is_returned, sold_on, note,
       created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, false, $8, $9, $10, $11)
     ON CONFLICT (user_id, marketplace, reference) WHERE reference IS NOT NULL DO NOTHING RETURNING id`,
    [
      userId,
      sale.itemId,
      sale.postId,
      sale.marketplace,
      sale.reference,
      sale.quantity,
      sale.state,
      sale.soldOn,
      sale.note,
      sale.createdAt,
      sale.updatedAt,
    ],
  )
  return rows[0]?.id ?? null
}

export async function updateSale(tx: Tx, userId: Authorized<'write'>, sale: StoredSale): Promise<void> {
  await tx.query(
    `UPDATE sales SET state = $3, is_returned = $4, note = $5, updated_at = $6 WHERE user_id = $1 AND id = $2`,
    [userId, sale.id, sale.state, sale.isReturned, sale.note, sale.updatedAt],
  )
}

export interface Oversold {
  itemId: number
  title: string
  tooMany: number
  saleId: number
  marketplace: string
}

/** The newest sale that stands of each thing that was sold too often: the one to call off, if any. */
export async function oversold(sql: Sql, userId: Authorized<'read'>, limit: number): Promise<Oversold[]> {
  const { rows } = await sql.query<Oversold>(
    `SELECT i.id AS "itemId", i.title, sold.units - i.quantity AS "tooMany", latest.id AS "saleId", latest.marketplace
     FROM (SELECT item_id, sum(quantity)::int AS units FROM sales s WHERE user_id = $1 AND ${standing('s')} GROUP BY 1) sold
     JOIN items i ON i.id = sold.item_id AND sold.units > i.quantity
     CROSS JOIN LATERAL (SELECT s.id, s.marketplace FROM sales s WHERE s.item_id = i.id AND ${standing('s')}
       ORDER BY s.id DESC LIMIT 1) latest ORDER BY i.id LIMIT $2`,
    [userId, limit],
  )
  return rows
}

/** Paid and not sent yet, the longest first. */
export async function toShip(sql: Sql, userId: Authorized<'read'>, limit: number): Promise<StoredSale[]> {
  const { rows } = await sql.query<StoredSale>(
    `SELECT ${columns} FROM sales s JOIN items i ON i.id = s.item_id
     WHERE s.user_id = $1 AND s.state = 'paid' ORDER BY s.sold_on, s.id LIMIT $2`,
    [userId, limit],
  )
  return rows
}

export interface StoredMoney {
  id: number
  itemId: number | null
  saleId: number | null
  kind: MoneyKind
  cents: number
  currency: string
  /** `YYYY-MM-DD`. */
  onDate: string
  source: MoneySource
  note: string | null
  /** What a marketplace reckons it will take; its books replace it. */
  isEstimate: boolean
}

const moneyColumns = `m.id, m.item_id AS "itemId", m.sale_id AS "saleId", m.kind, m.cents, m.currency,
  m.on_date::text AS "onDate", m.source, m.note, m.is_estimate AS "isEstimate"`

export async function insertMoney(
  tx: Tx,
  userId: Authorized<'write'>,
  rows: readonly Omit<StoredMoney, 'id' | 'isEstimate'>[],
  at: Date,
): Promise<number[]> {
  const { rows: made } = await tx.query<{ id: number }>(
    `INSERT INTO money_rows (user_id, item_id, sale_id, kind, cents, currency, on_date, source, note, created_at)
     SELECT $1, m.item_id, m.sale_id, m.kind, m.cents, m.currency, m.on_date, m.source, m.note, $2
     FROM unnest($3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::date[], $9::text[], $10::text[])
       WITH ORDINALITY AS m(item_id, sale_id, kind, cents, currency, on_date, source, note, place) ORDER BY m.place
     RETURNING id`,
    [
      userId,
      at,
      rows.map((row) => row.itemId),
      rows.map((row) => row.saleId),
      rows.map((row) => row.kind),
      rows.map((row) => row.cents),
      rows.map((row) => row.currency),
      rows.map((row) => row.onDate),
      rows.map((row) => row.source),
      rows.map((row) => row.note),
    ],
  )
  return made.map(({ id }) => id)
}

/** Of these sales, or of these items beside their sales; the earliest first. */
export async function moneyOf(
  sql: Sql,
  userId: Authorized<'read'>,
  { saleIds = [], itemIds = [] }: { saleIds?: readonly number[]; itemIds?: readonly number[] },
): Promise<StoredMoney[]> {
  const { rows } = await sql.query<StoredMoney>(
    `SELECT ${moneyColumns} FROM money_rows m WHERE m.user_id = $1 AND m.sale_id = ANY($2::bigint[])
     UNION ALL
     SELECT ${moneyColumns} FROM money_rows m WHERE m.user_id = $1 AND m.sale_id IS NULL AND m.item_id = ANY($3::bigint[])
     ORDER BY "onDate", id`,
    [userId, saleIds, itemIds],
  )
  return rows
}

/** Latest first. */
export async function listMoney(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    itemId,
    from,
    limit,
  }: { itemId: number | null; from: { onDate: string; id: number; isBack?: boolean } | null; limit: number },
): Promise<(StoredMoney & { title: string | null })[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { rows } = await sql.query<StoredMoney & { title: string | null }>(
    `SELECT ${moneyColumns}, i.title FROM money_rows m LEFT JOIN items i ON i.id = m.item_id
     WHERE m.user_id = $1 AND ($2::bigint IS NULL OR m.item_id = $2)
       AND ($3::date IS NULL OR (m.on_date, m.id) ${beyond} ($3::date, $4::bigint))
     ORDER BY m.on_date ${order}, m.id ${order} LIMIT $5`,
    [userId, itemId, from?.onDate ?? null, from?.id ?? null, limit],
  )
  return rows
}

/** Only what the person typed is theirs to strike out; false where there is no such row. */
export async function deleteTypedMoney(tx: Tx, userId: Authorized<'write'>, id: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM money_rows WHERE user_id = $1 AND id = $2 AND source IN ('typed', 'import')`,
    [userId, id],
  )
  return rowCount > 0
}
