import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'

export interface ComparedPost {
  postId: number
  itemId: number
  title: string
  sku: string
  site: string | null
  state: 'live' | 'end-asked' | 'ended'
  priceCents: number | null
  currency: string | null
  /** Units that are left to sell. */
  left: number
}

/** Posts that the program posted at a marketplace, those that stand and those that ended since then, by their numbers. */
export async function postsToCompare(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    marketplace,
    since,
    afterId,
    limit,
  }: { marketplace: string; since: Date; afterId: number; limit: number },
): Promise<ComparedPost[]> {
  const { rows } = await sql.query<ComparedPost>(
    `SELECT p.id AS "postId", i.id AS "itemId", i.title, coalesce(a.sku, i.sku) AS sku, a.site, p.state,
       p.price_cents AS "priceCents", p.currency,
       greatest(0, i.quantity - coalesce((SELECT sum(s.quantity)::int FROM sales s
         WHERE s.item_id = i.id AND s.state <> 'cancelled' AND NOT s.is_returned), 0)) AS left
     FROM posts p JOIN items i ON i.id = p.item_id
     JOIN LATERAL (SELECT a.sku, a.site FROM api_posts a WHERE a.post_id = p.id ORDER BY a.id DESC LIMIT 1) a ON true
     WHERE p.user_id = $1 AND p.marketplace = $2 AND p.id > $4 AND (p.state <> 'ended' OR p.ended_at > $3)
     ORDER BY p.id LIMIT $5`,
    [userId, marketplace, since, afterId, limit],
  )
  return rows
}

/** Sales of orders at a marketplace since then of which it did not show any more when it was asked for all of them. */
export async function salesNotShown(
  sql: Sql,
  userId: Authorized<'read'>,
  { marketplace, since, seenBefore }: { marketplace: string; since: Date; seenBefore: Date },
): Promise<{ saleId: number; itemId: number; title: string; reference: string }[]> {
  const { rows } = await sql.query<{ saleId: number; itemId: number; title: string; reference: string }>(
    `SELECT s.id AS "saleId", s.item_id AS "itemId", i.title, s.reference FROM sales s JOIN items i ON i.id = s.item_id
     WHERE s.user_id = $1 AND s.marketplace = $2 AND s.reference IS NOT NULL AND s.sold_on > $3::date AND s.state <> 'cancelled'
       AND NOT EXISTS (SELECT FROM order_lines l WHERE l.sale_id = s.id AND l.seen_at >= $4)
     ORDER BY s.id LIMIT 500`,
    [userId, marketplace, since, seenBefore],
  )
  return rows
}

export interface OddSale {
  saleId: number
  itemId: number
  title: string
  currency: string
  refundedCents: number
  paidCents: number
  expectedCents: number | null
  bookedCents: number | null
}

/** Sales of orders since then with what was expected and what was booked of each. */
export async function salesOfOrders(
  sql: Sql,
  userId: Authorized<'read'>,
  {
    marketplace,
    since,
    afterId,
    limit,
  }: { marketplace: string; since: Date; afterId: number; limit: number },
): Promise<OddSale[]> {
  const { rows } = await sql.query<OddSale>(
    `SELECT l.sale_id AS "saleId", s.item_id AS "itemId", i.title, l.currency, l.refunded_cents AS "refundedCents",
       l.price_cents + l.shipping_paid_cents AS "paidCents",
       l.expected_fee_cents + coalesce(l.expected_payment_cents, 0) AS "expectedCents",
       (SELECT sum(m.cents)::bigint FROM money_rows m WHERE m.sale_id = s.id AND m.source = 'api' AND NOT m.is_estimate
         AND m.kind IN ('marketplace-fee', 'payment-fee', 'ad-fee') AND m.currency = l.currency) AS "bookedCents"
     FROM order_lines l JOIN sales s ON s.id = l.sale_id JOIN items i ON i.id = s.item_id
     WHERE l.user_id = $1 AND l.marketplace = $2 AND l.ordered_at > $3 AND l.sale_id > $4
     ORDER BY l.sale_id LIMIT $5`,
    [userId, marketplace, since, afterId, limit],
  )
  return rows
}
