import type { Authorized } from '../core/actor.ts'
import type { Sql } from '../core/db.ts'
import { standing } from './item-store.ts'
import { costOfGoodsKinds, feeKinds, incomeKinds, type ProfitGroup, shippingKinds } from './money-kinds.ts'

const named = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ')
const costKinds = named(costOfGoodsKinds)

/** An amount as it counts (`signOf`). */
const signed = (of: string) =>
  `${of}.cents * CASE WHEN ${of}.kind = 'collected-tax' THEN 0 WHEN ${of}.kind IN (${named(incomeKinds)}) THEN 1 ELSE -1 END`

/** `$2` names the items, or is null and all are meant: which of both is known when it is planned, so that some are found by index. */
type Scope = 'some' | 'all'
const within = (scope: Scope, item: string) =>
  scope === 'some' ? `${item} = ANY($2::bigint[])` : '$2::bigint[] IS NULL'

/** Sales ($1: whose; $2: of which items) that took units away for good, with how many were gone through each. */
const gone = (scope: Scope) => `gone AS (
    SELECT s.id, s.item_id, s.marketplace, s.sold_on, s.quantity, i.quantity AS owned, i.category, i.title,
      i.predicted_cents, i.predicted_currency, (sum(s.quantity) OVER (PARTITION BY s.item_id ORDER BY s.id))::numeric AS through
    FROM sales s JOIN items i ON i.id = s.item_id
    WHERE s.user_id = $1 AND ${within(scope, 's.item_id')} AND ${standing('s')}
  )`

/** Of a whole, what falls to the units of a sale: the shares of all of them add up to it. Mostly a thing is sold as a whole. */
const shareOf = (cents: string) =>
  `CASE WHEN g.through = g.quantity AND g.quantity >= g.owned THEN ${cents} ELSE (
    round(${cents}::numeric * least(g.through, g.owned) / g.owned)
    - round(${cents}::numeric * least(g.through - g.quantity, g.owned) / g.owned))::bigint END`

/**
 * What a thing cost counts when it is sold: of several, each sale has its share of each amount. By amounts, not by their sums:
 * these would be added up anew for each thing, or for all of them where it is guessed wrongly how many there are.
 */
const isCostOfStock = `m.sale_id IS NULL AND m.item_id IS NOT NULL AND m.kind IN (${costKinds})`

/** Every amount of a person ($1) that counts, with the day on which it does; $2 = of which items. */
const lines = (scope: Scope) => `${gone(scope)}, lines AS (
    SELECT coalesce(s.item_id, m.item_id) AS item_id, m.on_date AS day, m.kind, m.currency, ${signed('m')} AS cents, 1 AS rows
    FROM money_rows m LEFT JOIN sales s ON s.id = m.sale_id
    WHERE m.user_id = $1 AND ${within(scope, 'm.item_id')} AND NOT (${isCostOfStock})
    UNION ALL
    SELECT g.item_id, g.sold_on, 'cost-of-goods', m.currency, -(${shareOf('m.cents')}), 1
    FROM gone g JOIN money_rows m ON m.item_id = g.item_id AND ${isCostOfStock}
  )`

/** By what it is told: of amounts with what has to be joined to know it, and of sales. */
const keys: Readonly<Record<ProfitGroup, { key: string; joined: string; ofSale: string }>> = {
  // ISO days are cut: to format each of many thousand anew takes longer than all the rest.
  month: { key: `left(m.on_date::text, 7)`, joined: '', ofSale: `left(g.sold_on::text, 7)` },
  marketplace: {
    key: 's.marketplace',
    joined: 'LEFT JOIN sales s ON s.id = m.sale_id',
    ofSale: 'g.marketplace',
  },
  category: { key: 'i.category', joined: 'LEFT JOIN items i ON i.id = m.item_id', ofSale: 'g.category' },
  item: { key: 'm.item_id', joined: '', ofSale: 'g.item_id' },
}

/** Minor units of `currency`; what is spent is negative. */
export interface ProfitSums {
  currency: string
  sales: number
  /** What buyers paid for things and their way. */
  grossCents: number
  refundsCents: number
  costCents: number
  feesCents: number
  shippingCents: number
  otherCents: number
  netCents: number
}

export interface ProfitRow extends ProfitSums {
  /** Null = of no marketplace, category or item. */
  key: string | null
  label: string | null
}

// Each sale has one price.
const sums = `l.currency, coalesce(sum(l.rows) FILTER (WHERE l.kind = 'item-price'), 0)::int AS sales,
  coalesce(sum(l.cents) FILTER (WHERE l.kind IN ('item-price', 'shipping-paid')), 0)::bigint AS "grossCents",
  coalesce(sum(l.cents) FILTER (WHERE l.kind = 'refund'), 0)::bigint AS "refundsCents",
  coalesce(sum(l.cents) FILTER (WHERE l.kind IN (${costKinds})), 0)::bigint AS "costCents",
  coalesce(sum(l.cents) FILTER (WHERE l.kind IN (${named(feeKinds)}, 'fee-credit')), 0)::bigint AS "feesCents",
  coalesce(sum(l.cents) FILTER (WHERE l.kind IN (${named(shippingKinds)})), 0)::bigint AS "shippingCents",
  coalesce(sum(l.cents) FILTER (WHERE l.kind IN ('other-income', 'supplies', 'mileage', 'other-cost')), 0)::bigint AS "otherCents",
  sum(l.cents)::bigint AS "netCents"`

/** Days `YYYY-MM-DD`, both included; null = open. */
export interface Period {
  from: string | null
  to: string | null
}

/** What was earned, by currency, of the latest or the most first, and as a whole; nothing is converted. */
export async function profitBy(
  sql: Sql,
  userId: Authorized<'read'>,
  { by, from, to, limit }: Period & { by: ProfitGroup; limit: number },
): Promise<{ rows: ProfitRow[]; totals: ProfitSums[] }> {
  const { key, joined, ofSale } = keys[by]
  // What is of none has a key as well, by which it can be joined.
  const none = by === 'item' ? '0' : `''`
  const order = by === 'month' ? 'key DESC' : '"netCents" DESC, key'
  // Amounts of a kind are added up before they are told apart into columns, and only for the rows that are shown; of a single
  // thing there are too few for that.
  const [sum, rowsOf, grouped] =
    by === 'item'
      ? [(cents: string) => cents, '1', () => '']
      : [(cents: string) => `sum(${cents})::bigint`, 'count(*)', (columns: string) => `GROUP BY ${columns}`]
  const { rows } = await sql.query<ProfitRow & { isTotal: boolean }>(
    `WITH ${gone('all')}, amounts AS MATERIALIZED (
       SELECT coalesce(key, ${none}) AS key, kind, currency, ${signed('found')} AS cents, rows FROM (
         SELECT ${key} AS key, m.kind, m.currency, ${sum('m.cents')} AS cents, ${rowsOf} AS rows
         FROM money_rows m ${joined} WHERE m.user_id = $1 AND NOT (${isCostOfStock})
           AND ($3::date IS NULL OR m.on_date >= $3) AND ($4::date IS NULL OR m.on_date <= $4) ${grouped('1, 2, 3')}) found
       UNION ALL
       SELECT coalesce(${ofSale}, ${none}), 'cost-of-goods', m.currency, -(${sum(shareOf('m.cents'))}), ${rowsOf}
       FROM gone g JOIN money_rows m ON m.item_id = g.item_id AND ${isCostOfStock}
       WHERE ($3::date IS NULL OR g.sold_on >= $3) AND ($4::date IS NULL OR g.sold_on <= $4) ${grouped('1, 3')}
     ), latest AS (
       SELECT key, currency, sum(cents)::bigint AS "netCents" FROM amounts GROUP BY 1, 2 ORDER BY ${order}, currency LIMIT $5
     ), of_all AS (SELECT kind, currency, sum(cents)::bigint AS cents, sum(rows) AS rows FROM amounts GROUP BY 1, 2)
     SELECT true AS "isTotal", ${none} AS key, NULL AS label, ${sums} FROM of_all l GROUP BY l.currency
     UNION ALL
     SELECT false, l.key, ${by === 'item' ? `(SELECT i.title FROM items i WHERE i.user_id = $1 AND i.id = l.key)` : 'NULL'}, ${sums}
     FROM latest JOIN amounts l USING (key, currency) GROUP BY l.key, l.currency
     ORDER BY "isTotal" DESC, ${order}, currency`,
    [userId, null, from, to, limit],
    `profit-by-${by}`,
  )
  return {
    rows: rows.flatMap(({ isTotal, ...row }) =>
      isTotal ? [] : { ...row, key: row.key ? String(row.key) : null },
    ),
    totals: rows.flatMap(({ isTotal, key: _, label: __, ...sums }) => (isTotal ? sums : [])),
  }
}

export interface Predicted {
  key: string | null
  currency: string | null
  predictedCents: number
  sales: number
  withoutCost: number
}

/** What was expected of the same sales when their things were bought, and of how many sales nothing was said of a cost. */
export async function predictedBy(
  sql: Sql,
  userId: Authorized<'read'>,
  { by, from, to }: Period & { by: ProfitGroup },
): Promise<Predicted[]> {
  const { rows } = await sql.query<Predicted>(
    `WITH ${gone('all')} SELECT ${keys[by].ofSale}::text AS key, g.predicted_currency AS currency,
       coalesce(sum(${shareOf('g.predicted_cents')}), 0)::bigint AS "predictedCents",
       count(*)::int AS sales,
       count(*) FILTER (WHERE NOT EXISTS (SELECT FROM money_rows m WHERE m.item_id = g.item_id AND ${isCostOfStock}))::int AS "withoutCost"
     FROM gone g WHERE ($3::date IS NULL OR g.sold_on >= $3) AND ($4::date IS NULL OR g.sold_on <= $4) GROUP BY 1, 2`,
    [userId, null, from, to],
    `predicted-by-${by}`,
  )
  return rows
}

/** The same of single items, by currency. */
export async function profitOfItems(
  sql: Sql,
  userId: Authorized<'read'>,
  itemIds: readonly number[],
): Promise<(ProfitSums & { itemId: number })[]> {
  const { rows } = await sql.query<ProfitSums & { itemId: number }>(
    `WITH ${lines('some')} SELECT l.item_id AS "itemId", ${sums} FROM lines l GROUP BY l.item_id, l.currency ORDER BY 1, l.currency`,
    [userId, itemIds],
    'profit-of-items',
  )
  return rows
}

export interface Stock {
  sku: string
  title: string
  boughtOn: string | null
  units: number
  costCents: number | null
  currency: string | null
}

/** What was in stock at the end of a day, with what it cost; `costCents` null where nothing was said of it. */
export async function stockAt(sql: Sql, userId: Authorized<'read'>, day: string): Promise<Stock[]> {
  const { rows } = await sql.query<Stock>(
    `SELECT i.sku, i.title, i.bought_on::text AS "boughtOn", i.quantity - sold.units AS units, b.currency,
       b.cents AS "costCents"
     FROM items i
     CROSS JOIN LATERAL (SELECT coalesce(sum(s.quantity), 0)::int AS units FROM sales s
       WHERE s.item_id = i.id AND s.sold_on <= $2 AND ${standing('s')}) sold
     LEFT JOIN LATERAL (SELECT m.currency, sum(m.cents - round(m.cents::numeric * sold.units / i.quantity))::bigint AS cents
       FROM money_rows m
       WHERE m.item_id = i.id AND m.sale_id IS NULL AND m.kind IN (${costKinds}) AND m.on_date <= $2 GROUP BY 1) b ON true
     WHERE i.user_id = $1 AND i.quantity > sold.units AND i.aside IS NULL AND coalesce(i.bought_on, i.created_at::date) <= $2
     ORDER BY i.id, b.currency`,
    [userId, day],
  )
  return rows
}

/** What was earned of each day, by currency. */
export async function profitByDay(
  sql: Sql,
  userId: Authorized<'read'>,
  { from, to }: Period,
): Promise<(ProfitSums & { day: string })[]> {
  const { rows } = await sql.query<ProfitSums & { day: string }>(
    `WITH ${lines('all')} SELECT l.day::text AS day, ${sums} FROM lines l
     WHERE ($3::date IS NULL OR l.day >= $3) AND ($4::date IS NULL OR l.day <= $4) GROUP BY l.day, l.currency ORDER BY 1, l.currency`,
    [userId, null, from, to],
    'profit-by-day',
  )
  return rows
}

/** What was got and spent in a year, by kind, and what the stock cost at its beginning and end. */
export async function yearSums(
  sql: Sql,
  userId: Authorized<'read'>,
  { from, to }: { from: string; to: string },
): Promise<{ kind: string; currency: string; cents: number }[]> {
  const { rows } = await sql.query<{ kind: string; currency: string; cents: number }>(
    `WITH ${lines('all')} SELECT l.kind, l.currency, sum(l.cents)::bigint AS cents FROM lines l
     WHERE l.day >= $3::date AND l.day <= $4::date GROUP BY 1, 2 ORDER BY 2, 1`,
    [userId, null, from, to],
  )
  return rows
}

/** What buyers paid for things and their way, whatever went back later, by marketplace. */
export async function grossByMarketplace(
  sql: Sql,
  userId: Authorized<'read'>,
  { from, to }: { from: string; to: string },
): Promise<{ marketplace: string; currency: string; cents: number }[]> {
  const { rows } = await sql.query<{ marketplace: string; currency: string; cents: number }>(
    `SELECT s.marketplace, m.currency, sum(m.cents)::bigint AS cents
     FROM money_rows m JOIN sales s ON s.id = m.sale_id
     WHERE m.user_id = $1 AND m.kind IN ('item-price', 'shipping-paid') AND m.on_date >= $2::date AND m.on_date <= $3::date
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [userId, from, to],
  )
  return rows
}
