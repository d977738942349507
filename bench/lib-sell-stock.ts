import type { App } from '../server/app/app.ts'
import { asProgram } from '../server/core/actor.ts'
import type { Tx } from '../server/core/db.ts'
import { sell, sellForeign } from '../server/marketplaces/ebay/stand-in/actions.ts'
import { amount } from '../server/marketplaces/ebay/stand-in/answers.ts'
import { addOffer, type Row, type World } from '../server/marketplaces/ebay/stand-in/world.ts'
import { categories } from '../server/model/listing-schema.ts'

const site = 'EBAY_US'
const language = 'en-US'
const priceCents = 2_500
const dayMs = 86_400_000
/** Of these, every second thing is sold, and every fifth of those by an order that eBay still shows. */
const orderedEvery = 10
const numbers = { offer: 7_000_000_000, listing: 330_000_000_000 }

export interface StockItem {
  id: number
  sku: string
  offerId: string
  listingId: string
  isSold: boolean
}

/** Things bought over three years, every second of them sold some weeks later, with the rows that the program writes. */
export async function fillBooks({ db, owner }: App, count: number): Promise<void> {
  await db.transaction(async (tx) => {
    await writeItems(tx, asProgram(owner), count)
    await writeSales(tx, owner)
  })
  await db.query('VACUUM ANALYZE items, posts, sales, money_rows, api_posts')
}

async function writeItems(tx: Tx, owner: number, count: number): Promise<void> {
  await tx.query(
    `INSERT INTO items (user_id, sku, title, category, quantity, predicted_cents, predicted_currency, bought_on, created_at, updated_at)
     SELECT $1, 'DS' || lpad(n::text, 5, '0'), 'Thing ' || n, ($3::text[])[1 + n % cardinality($3::text[])], 1, 1000, 'USD',
       current_date - 1100 + n % 1000, now(), now()
     FROM generate_series(1, $2::int) n`,
    [owner, count, categories],
  )
  await tx.query(
    `INSERT INTO posts (user_id, item_id, marketplace, state, via, price_cents, currency, listed_at, ended_at)
     SELECT $1, i.id, m, CASE WHEN i.id % 2 = 0 THEN 'ended' ELSE 'live' END, CASE m WHEN 'ebay' THEN 'api' ELSE 'person' END,
       $2, 'USD', now() - interval '60 days', CASE WHEN i.id % 2 = 0 THEN now() - interval '9 days' END
     FROM items i, unnest(ARRAY['facebook', 'ebay']) m ORDER BY i.id, m`,
    [owner, priceCents],
  )
  await tx.query(
    `INSERT INTO api_posts (user_id, item_id, marketplace, site, post_id, sku, draft, state, sent, offer_id, listing_id, url,
       warnings, published_at, ended_at, created_at, updated_at)
     SELECT $1, i.id, 'ebay', $2, p.id, i.sku, '{}', p.state,
       jsonb_build_object('sku', i.sku, 'site', $2::text, 'title', i.title, 'priceCents', p.price_cents, 'currency', 'USD',
         'quantity', 1, 'photos', '[]'::jsonb, 'photoUrls', '[]'::jsonb),
       ($3::bigint + i.id)::text, ($4::bigint + i.id)::text, 'https://www.ebay.com/itm/' || ($4::bigint + i.id), '[]',
       p.listed_at, p.ended_at, now(), now()
     FROM items i JOIN posts p ON p.item_id = i.id AND p.marketplace = 'ebay' ORDER BY i.id`,
    [owner, site, numbers.offer, numbers.listing],
  )
  await tx.query(
    `INSERT INTO money_rows (user_id, item_id, kind, cents, currency, on_date, source, created_at)
     SELECT $1, id, 'cost-of-goods', 1000, 'USD', bought_on, 'typed', now() FROM items`,
    [owner],
  )
}

async function writeSales(tx: Tx, owner: number): Promise<void> {
  await tx.query(
    `INSERT INTO sales (user_id, item_id, post_id, marketplace, quantity, state, is_returned, sold_on, created_at, updated_at)
     SELECT $1, i.id, p.id, p.marketplace, 1, 'settled', false, i.bought_on + 20, now(), now()
     FROM items i JOIN posts p ON p.item_id = i.id AND p.marketplace = CASE WHEN i.id % 4 = 0 THEN 'ebay' ELSE 'facebook' END
     WHERE i.id % 2 = 0 AND i.id % $2 <> 0`,
    [owner, orderedEvery],
  )
  await tx.query(
    `INSERT INTO money_rows (user_id, item_id, sale_id, kind, cents, currency, on_date, source, created_at)
     SELECT $1, s.item_id, s.id, k.kind, k.cents, 'USD', s.sold_on, 'typed', now()
     FROM sales s, (VALUES ('item-price', 2500), ('marketplace-fee', 325), ('label', 500)) k(kind, cents)`,
    [owner],
  )
}

/** The same stock at the stand-in, and the orders of the last weeks, which the books do not have yet. */
export async function fillStandIn({ db }: App, world: World): Promise<StockItem[]> {
  const { rows } = await db.query<{ id: number; sku: string; title: string }>(
    'SELECT id, sku, title FROM items ORDER BY id',
  )
  world.limit = null
  const stock = rows.map(({ id, sku, title }): StockItem => {
    const [offerId, listingId] = [String(numbers.offer + id), String(numbers.listing + id)]
    const isSold = id % 2 === 0
    const isOrdered = id % orderedEvery === 0
    world.items.set(`${sku}|${language}`, { sku, locale: language, quantity: 1, body: {} })
    const body = { pricingSummary: { price: amount(priceCents, 'USD') }, availableQuantity: 1 }
    addOffer(world, { offerId, sku, site, body, isPublished: true, listingId })
    world.listings.set(listingId, {
      ...{ listingId, offerId, sku, site, status: isSold && !isOrdered ? 'ENDED' : 'ACTIVE' },
      ...{ title, priceCents, currency: 'USD', quantity: 1, soldQuantity: 0, watchers: 0 },
    })
    return { id, sku, offerId, listingId, isSold }
  })
  const ordered = stock.filter(({ id }) => id % orderedEvery === 0)
  for (const [at, { sku }] of ordered.entries()) {
    world.skewMs = -dayMs * (1 + (60 * at) / ordered.length)
    sell(world, sku, { shippingCents: 499, taxCents: 180 })
  }
  world.skewMs = 0
  return stock
}

/** It sells there by an ad that the person made by hand under the same SKU: the one that the program posted is to end. */
export function sellElsewhere(world: World, { sku }: Pick<StockItem, 'sku'>): void {
  const order = sellForeign(world, [{ title: `Thing ${sku}`, priceCents, currency: 'USD' }])
  const [line] = order.lineItems as [Row]
  line.sku = sku
}
