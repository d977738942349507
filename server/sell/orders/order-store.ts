import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { walk } from '../../core/paging.ts'
import type { BookingThere, OrderLine, OrderThere } from '../../model/selling.ts'

export interface StoredLine {
  id: number
  marketplace: string
  orderId: string
  lineId: string
  sku: string | null
  remoteListingId: string | null
  title: string
  quantity: number
  priceCents: number
  shippingPaidCents: number
  taxCents: number
  refundedCents: number
  currency: string
  /** Of the whole order, in `feeCurrency`. */
  feeCents: number | null
  feeCurrency: string | null
  payment: OrderThere['payment']
  isCancelled: boolean
  isShipped: boolean
  buyer: string | null
  shipTo: OrderThere['shipTo']
  orderedAt: Date
  changedAt: Date
  saleId: number | null
  isLeftOut: boolean
  expectedFeeCents: number | null
  expectedPaymentCents: number | null
}

const lineColumns = `l.id, l.marketplace, l.order_id AS "orderId", l.line_id AS "lineId", l.sku,
  l.remote_listing_id AS "remoteListingId", l.title, l.quantity, l.price_cents AS "priceCents",
  l.shipping_paid_cents AS "shippingPaidCents", l.tax_cents AS "taxCents", l.refunded_cents AS "refundedCents", l.currency,
  l.fee_cents AS "feeCents", l.fee_currency AS "feeCurrency", l.payment, l.is_cancelled AS "isCancelled",
  l.is_shipped AS "isShipped", l.buyer, l.ship_to AS "shipTo", l.ordered_at AS "orderedAt", l.changed_at AS "changedAt",
  l.sale_id AS "saleId", l.is_left_out AS "isLeftOut", l.expected_fee_cents AS "expectedFeeCents",
  l.expected_payment_cents AS "expectedPaymentCents"`

/** One at a time writes a person's orders at a marketplace, until its transaction ends. */
export async function holdOrders(tx: Tx, userId: Authorized<'write'>, marketplace: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('orders ' || $2, $1))`, [userId, marketplace])
}

/** All lines of an order, in the order of their ids there. */
export async function linesOfOrder(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, orderId }: { marketplace: string; orderId: string },
): Promise<StoredLine[]> {
  const { rows } = await sql.query<StoredLine>(
    `SELECT ${lineColumns} FROM order_lines l WHERE l.user_id = $1 AND l.marketplace = $2 AND l.order_id = $3
     ORDER BY l.line_id`,
    [userId, marketplace, orderId],
  )
  return rows
}

export async function getLine(sql: Sql, userId: Authorized<'read'>, id: number): Promise<StoredLine | null> {
  const { rows } = await sql.query<StoredLine>(
    `SELECT ${lineColumns} FROM order_lines l WHERE l.user_id = $1 AND l.id = $2`,
    [userId, id],
  )
  return rows[0] ?? null
}

export async function linesOfSales(
  sql: Sql,
  userId: Authorized<'read'>,
  saleIds: readonly number[],
): Promise<(StoredLine & { currencies: string[] })[]> {
  const { rows } = await sql.query<StoredLine & { currencies: string[] }>(
    `SELECT ${lineColumns}, (SELECT array_agg(DISTINCT o.currency ORDER BY o.currency) FROM order_lines o
       WHERE o.user_id = l.user_id AND o.marketplace = l.marketplace AND o.order_id = l.order_id) AS currencies
     FROM order_lines l WHERE l.user_id = $1 AND l.sale_id = ANY($2::bigint[]) ORDER BY l.id`,
    [userId, saleIds],
  )
  return rows
}

/** Latest first; `unplaced` = only those that are no sale here and could be one. */
export async function listLines(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    unplaced,
    from,
    limit,
  }: { unplaced: boolean; from: { at: string; id: number; isBack?: boolean } | null; limit: number },
): Promise<StoredLine[]> {
  const { beyond, order } = walk('DESC', from?.isBack)
  const { rows } = await sql.query<StoredLine>(
    `SELECT ${lineColumns} FROM order_lines l WHERE l.user_id = $1
       AND (NOT $2 OR (l.sale_id IS NULL AND NOT l.is_left_out AND NOT l.is_cancelled AND l.payment <> 'failed'))
       AND ($3::timestamptz IS NULL OR (l.ordered_at, l.id) ${beyond} ($3::timestamptz, $4::bigint))
     ORDER BY l.ordered_at ${order}, l.id ${order} LIMIT $5`,
    [userId, unplaced, from?.at ?? null, from?.id ?? null, limit],
  )
  return rows
}

/** What a line is now; what the person decided of it stays. Its id. */
export async function putLine(
  tx: Tx,
  userId: Authorized<'write'>,
  { marketplace, order, line, now }: { marketplace: string; order: OrderThere; line: OrderLine; now: Date },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO order_lines (user_id, marketplace, order_id, line_id, sku, remote_listing_id, title, quantity, price_cents,
       shipping_paid_cents, tax_cents, refunded_cents, currency, fee_cents, fee_currency, payment, is_cancelled, is_shipped,
       buyer, ship_to, ordered_at, changed_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     ON CONFLICT (user_id, marketplace, order_id, line_id) DO UPDATE SET sku = excluded.sku,
       remote_listing_id = excluded.remote_listing_id, title = excluded.title, quantity = excluded.quantity,
       price_cents = excluded.price_cents, shipping_paid_cents = excluded.shipping_paid_cents,
       tax_cents = excluded.tax_cents, refunded_cents = excluded.refunded_cents, currency = excluded.currency,
       fee_cents = excluded.fee_cents, fee_currency = excluded.fee_currency, payment = excluded.payment,
       is_cancelled = excluded.is_cancelled, is_shipped = excluded.is_shipped,
       buyer = CASE WHEN order_lines.is_buyer_forgotten THEN NULL ELSE excluded.buyer END,
       ship_to = CASE WHEN order_lines.is_buyer_forgotten THEN NULL ELSE excluded.ship_to END, ordered_at = excluded.ordered_at, changed_at = excluded.changed_at,
       seen_at = excluded.seen_at
     RETURNING id`,
    [
      ...[
        userId,
        marketplace,
        order.orderId,
        line.lineId,
        line.sku,
        line.listingId,
        line.title,
        line.quantity,
      ],
      ...[line.priceCents, line.shippingPaidCents, line.taxCents, line.refundedCents, line.currency],
      ...[order.feeCents, order.feeCurrency, order.payment, order.isCancelled, order.isShipped, order.buyer],
      ...[order.shipTo === null ? null : JSON.stringify(order.shipTo), order.createdAt, order.changedAt, now],
    ],
  )
  return rows[0]!.id
}

/** Which sale a line is, and what the person's fees of that day are for it. */
export async function placeLine(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  placed: { saleId: number; expectedFeeCents: number | null; expectedPaymentCents: number | null },
): Promise<void> {
  await tx.query(
    `UPDATE order_lines SET sale_id = $3, expected_fee_cents = $4, expected_payment_cents = $5, is_left_out = false
     WHERE user_id = $1 AND id = $2`,
    [userId, id, placed.saleId, placed.expectedFeeCents, placed.expectedPaymentCents],
  )
}

/** False where there is no such line, or it is a sale. */
export async function leaveLineOut(
  tx: Tx,
  userId: Authorized<'write'>,
  id: number,
  isLeftOut: boolean,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE order_lines SET is_left_out = $3 WHERE user_id = $1 AND id = $2 AND sale_id IS NULL',
    [userId, id, isLeftOut],
  )
  return rowCount > 0
}

export interface StoredBooking extends Omit<BookingThere, 'id' | 'at'> {
  marketplace: string
  bookingId: string
  bookedAt: Date
}

const bookingColumns = `b.marketplace, b.booking_id AS "bookingId", b.order_id AS "orderId", b.line_id AS "lineId", b.kind,
  b.cents, b.is_in AS "isIn", b.currency, b.booked_at AS "bookedAt", b.note`

/** Writes them as they are now, since rows of a marketplace's books may be put right there; returns the ids of those that are new or changed. */
export async function putBookings(
  tx: Tx,
  userId: Authorized<'write'>,
  marketplace: string,
  bookings: readonly BookingThere[],
  now: Date,
): Promise<Set<string>> {
  // The same one may stand on two pages, or twice on one.
  const rows = [...new Map(bookings.map((booking) => [booking.id, booking])).values()]
  const { rows: changed } = await tx.query<{ bookingId: string }>(
    `INSERT INTO market_bookings AS b (user_id, marketplace, booking_id, order_id, line_id, kind, cents, is_in, currency,
       booked_at, note, seen_at)
     SELECT $1, $2, r.*, $3 FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::boolean[], $10::text[],
       $11::timestamptz[], $12::text[]) AS r
     ON CONFLICT (user_id, marketplace, booking_id) DO UPDATE SET order_id = excluded.order_id, line_id = excluded.line_id,
       kind = excluded.kind, cents = excluded.cents, is_in = excluded.is_in, currency = excluded.currency,
       booked_at = excluded.booked_at, note = excluded.note, seen_at = excluded.seen_at
     WHERE (b.order_id, b.line_id, b.kind, b.cents, b.is_in, b.currency, b.booked_at, b.note) IS DISTINCT FROM
       (excluded.order_id, excluded.line_id, excluded.kind, excluded.cents, excluded.is_in, excluded.currency,
        excluded.booked_at, excluded.note)
     RETURNING b.booking_id AS "bookingId"`,
    [
      ...[userId, marketplace, now, rows.map(({ id }) => id), rows.map(({ orderId }) => orderId)],
      ...[rows.map(({ lineId }) => lineId), rows.map(({ kind }) => kind), rows.map(({ cents }) => cents)],
      ...[rows.map(({ isIn }) => isIn), rows.map(({ currency }) => currency), rows.map(({ at }) => at)],
      rows.map(({ note }) => note),
    ],
  )
  return new Set(changed.map(({ bookingId }) => bookingId))
}

export async function bookingsOfOrder(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, orderId }: { marketplace: string; orderId: string },
): Promise<StoredBooking[]> {
  const { rows } = await sql.query<StoredBooking>(
    `SELECT ${bookingColumns} FROM market_bookings b WHERE b.user_id = $1 AND b.marketplace = $2 AND b.order_id = $3
     ORDER BY b.booking_id`,
    [userId, marketplace, orderId],
  )
  return rows
}

/** Booked for an order that never came, and those of which it is not known what they are. */
export async function oddBookings(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, before }: { marketplace: string; before: Date },
): Promise<(StoredBooking & { isUnknown: boolean })[]> {
  const { rows } = await sql.query<StoredBooking & { isUnknown: boolean }>(
    `SELECT ${bookingColumns}, b.kind = 'other' AS "isUnknown" FROM market_bookings b
     WHERE b.user_id = $1 AND b.marketplace = $2 AND b.cents > 0 AND (b.kind = 'other' OR (b.order_id IS NOT NULL
       AND b.kind NOT IN ('sale', 'payout') AND b.booked_at < $3 AND NOT EXISTS (SELECT FROM order_lines l
         WHERE l.user_id = b.user_id AND l.marketplace = b.marketplace AND l.order_id = b.order_id)))
     ORDER BY b.id LIMIT 500`,
    [userId, marketplace, before],
  )
  return rows
}

/** Forgets who bought what and where it went, of a person whose account there was deleted; returns of how many lines. */
export async function forgetBuyers(tx: Tx, marketplace: string, names: readonly string[]): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE order_lines SET buyer = NULL, ship_to = NULL, is_buyer_forgotten = true
     WHERE marketplace = $1 AND lower(buyer) = ANY($2)`,
    [marketplace, names.map((name) => name.toLowerCase())],
  )
  return rowCount
}

/** The same of orders of which nothing changed since then. */
export async function forgetOldBuyers(tx: Tx, before: Date, max: number): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE order_lines SET buyer = NULL, ship_to = NULL WHERE id IN (SELECT id FROM order_lines
       WHERE (buyer IS NOT NULL OR ship_to IS NOT NULL) AND ordered_at < $1 AND changed_at < $1 LIMIT $2)`,
    [before, max],
  )
  return rowCount
}
