import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { findingKinds, findingStates } from '../reconcile/finding-kinds.ts'
import { items, posts, sales } from '../tables.ts'
import { bookingKinds, payments, shipmentStates } from './order-kinds.ts'

const time = (name: string) => timestamp(name, { withTimezone: true })
const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
const number = (name: string) => bigint(name, { mode: 'number' })
/** A line of an order as the marketplace last showed it; one that could be placed is a sale. */
export const orderLines = pgTable(
  'order_lines',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    orderId: text('order_id').notNull(),
    lineId: text('line_id').notNull(),
    sku: text(),
    remoteListingId: text('remote_listing_id'),
    title: text().notNull(),
    quantity: integer().notNull(),
    /** For all of them, without shipping and tax. */
    priceCents: number('price_cents').notNull(),
    shippingPaidCents: number('shipping_paid_cents').notNull(),
    taxCents: number('tax_cents').notNull(),
    refundedCents: number('refunded_cents').notNull(),
    currency: text().notNull(),
    /** The marketplace's own estimate, of the whole order. */
    feeCents: number('fee_cents'),
    feeCurrency: text('fee_currency'),
    payment: text({ enum: payments }).notNull(),
    isCancelled: boolean('is_cancelled').notNull(),
    isShipped: boolean('is_shipped').notNull(),
    /** Who bought it and where it goes; forgotten when it is needed no more. */
    buyer: text(),
    shipTo: jsonb('ship_to').$type<{ name: string; lines: string[]; country: string }>(),
    /** Their account there was deleted: what comes of them again is not kept. */
    isBuyerForgotten: boolean('is_buyer_forgotten').notNull().default(false),
    orderedAt: time('ordered_at').notNull(),
    changedAt: time('changed_at').notNull(),
    seenAt: time('seen_at').notNull(),
    saleId: number('sale_id').references(() => sales.id, { onDelete: 'set null' }),
    /** The person left it out of their books. */
    isLeftOut: boolean('is_left_out').notNull().default(false),
    /** What the marketplace was expected to take by the person's fees of that day, in the line's currency. */
    expectedFeeCents: number('expected_fee_cents'),
    expectedPaymentCents: number('expected_payment_cents'),
  },
  (table) => [
    uniqueIndex('order_lines_line').on(table.userId, table.marketplace, table.orderId, table.lineId),
    index('order_lines_sale').on(table.saleId),
    index('order_lines_person').on(table.userId, table.orderedAt, table.id),
    index('order_lines_named').on(table.orderedAt).where(sql`buyer IS NOT NULL OR ship_to IS NOT NULL`),
    check('order_lines_quantity', sql`quantity > 0`),
  ],
)

/** A row of a marketplace's own books, as it came; what it means for the person's is in `money_rows`. */
export const marketBookings = pgTable(
  'market_bookings',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    bookingId: text('booking_id').notNull(),
    orderId: text('order_id'),
    lineId: text('line_id'),
    kind: text({ enum: bookingKinds }).notNull(),
    cents: number('cents').notNull(),
    isIn: boolean('is_in').notNull(),
    currency: text().notNull(),
    bookedAt: time('booked_at').notNull(),
    note: text().notNull(),
    seenAt: time('seen_at').notNull(),
  },
  (table) => [
    uniqueIndex('market_bookings_booking').on(table.userId, table.marketplace, table.bookingId),
    index('market_bookings_order').on(table.userId, table.marketplace, table.orderId),
    check('market_bookings_cents', sql`cents >= 0`),
  ],
)

/** How far a person's orders and books at a marketplace were read. */
export const orderPolls = pgTable(
  'order_polls',
  {
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    /** The newest change that was seen. */
    ordersTo: time('orders_to'),
    bookingsTo: time('bookings_to'),
    triedAt: time('tried_at'),
    /** When all of it was read last. */
    readAt: time('read_at'),
    problem: text({ enum: ['refused', 'consent', 'away', 'unknown'] }),
    reason: text(),
    /** In a row. */
    failures: integer().notNull().default(0),
    nextAt: time('next_at').notNull(),
    /** The person was told then that they have to connect anew. */
    toldAt: time('told_at'),
    /** The marketplace says at once when something is bought. */
    isTold: boolean('is_told').notNull().default(false),
    /** When that is looked at again; null = it never was. */
    listenAt: time('listen_at'),
    /** Why it does not say so. */
    untold: text(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.marketplace] }),
    index('order_polls_next').on(table.nextAt),
  ],
)

/** How a sale travels. */
export const shipments = pgTable(
  'shipments',
  {
    saleId: number('sale_id')
      .primaryKey()
      .references(() => sales.id, { onDelete: 'cascade' }),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    carrier: text().notNull(),
    tracking: text().notNull(),
    shippedAt: time('shipped_at').notNull(),
    state: text({ enum: shipmentStates }).notNull(),
    reason: text(),
    toldAt: time('told_at'),
  },
  (table) => [index('shipments_person').on(table.userId)],
)

/** What differs between here and a marketplace, and what became of it. */
export const sellFindings = pgTable(
  'sell_findings',
  {
    id: id(),
    userId: number('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    marketplace: text().notNull(),
    kind: text({ enum: findingKinds }).notNull(),
    /** The same difference again is the same finding. */
    key: text().notNull(),
    itemId: number('item_id').references(() => items.id, { onDelete: 'cascade' }),
    postId: number('post_id').references(() => posts.id, { onDelete: 'cascade' }),
    saleId: number('sale_id').references(() => sales.id, { onDelete: 'cascade' }),
    orderLineId: number('order_line_id').references(() => orderLines.id, { onDelete: 'cascade' }),
    /** What it says, by the code of a sentence. */
    params: jsonb().$type<Record<string, string | number | null>>().notNull(),
    state: text({ enum: findingStates }).notNull(),
    foundAt: time('found_at').notNull(),
    settledAt: time('settled_at'),
  },
  (table) => [
    uniqueIndex('sell_findings_key').on(table.userId, table.key),
    index('sell_findings_open').on(table.userId, table.id).where(sql`state = 'open'`),
    index('sell_findings_item').on(table.itemId),
    index('sell_findings_post').on(table.postId),
    index('sell_findings_sale').on(table.saleId),
    index('sell_findings_line').on(table.orderLineId),
  ],
)
