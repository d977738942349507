import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { AdThere } from '../../model/selling.ts'
import type { OrderDeps } from '../orders/deps.ts'
import type { FindingView } from '../orders/order-schema.ts'
import { bookingThere, DeskInMemory, lineThere, orderThere, place, withDesk } from '../orders/test-kit.ts'
import type { ItemView } from '../schema.ts'
import { reconcile } from './reconcile.ts'

const clock = stubClock('2026-11-22T12:00:00Z')
const dayMs = 86_400_000
let test: TestApp
let deps: OrderDeps
let desk: DeskInMemory

beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  desk = new DeskInMemory()
  deps = withDesk(test.app.sell as OrderDeps, desk, [test.app.owner])
  await test.app.db.query('TRUNCATE items, money_rows, order_lines, market_bookings, sell_findings CASCADE')
})

async function must<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
/** A thing that the program posted there. */
async function posted(over: object = {}): Promise<ItemView> {
  const made = await must<ItemView>('POST', '/api/items', { title: 'Oak desk', ...over }, 201)
  const path = `/api/items/${made.id}/posts`
  const item = await must<ItemView>(
    'POST',
    path,
    { marketplace: place, priceCents: 9000, currency: 'USD' },
    201,
  )
  await test.app.db.query(
    `INSERT INTO api_posts (user_id, item_id, marketplace, site, sku, draft, state, post_id, warnings, created_at, updated_at)
     SELECT user_id, id, $2, 'EBAY_US', sku, '{}', 'live', $3, '[]', now(), now() FROM items WHERE id = $1`,
    [item.id, place, item.posts[0]!.id],
  )
  return item
}
function stands(item: ItemView, over: Partial<AdThere> = {}): void {
  const ad = {
    ...{ offerId: '1', listingId: '2', url: null, state: 'live' as const, quantity: 1, soldQuantity: 0 },
    ...{ priceCents: 9000, currency: 'USD', title: item.title, ...over },
  }
  desk.ads.set(item.sku, { value: ad, warnings: [] })
}
const compare = () =>
  reconcile(deps, { userId: test.app.owner, marketplace: place }, new AbortController().signal)
const findings = async (query = '') =>
  (await must<{ items: FindingView[] }>('GET', `/api/sell/findings${query}`)).items

it('nothing differs where nothing does', async () => {
  stands(await posted())
  expect(await compare()).toMatchObject({
    ...{ posts: 1, calls: { read: 1, orders: 1, bookings: 1 }, found: {}, repaired: 0, problem: null },
  })
})

it('what differs of posts is found, what ended there is ended here and logged, and what is put right there is gone', async () => {
  const [ended, absent, price, many] = [await posted(), await posted(), await posted(), await posted()]
  stands(ended, { state: 'ended' })
  stands(price, { priceCents: 9900 })
  stands(many, { quantity: 4 })
  expect(await compare()).toMatchObject({
    found: { 'ended-there': 1, 'not-there': 1, 'price-differs': 1, 'quantity-differs': 1 },
    repaired: 1,
  })
  expect(await must('GET', `/api/items/${ended.id}`)).toMatchObject({ posts: [{ state: 'ended' }] })
  const open = await findings()
  expect(open.map(({ said }) => said.sentence).sort()).toEqual(
    [
      '4 stand there for sale, and you have 1: Oak desk',
      'Its ad stands here, and nothing stands there under its SKU: Oak desk',
      'It asks $99 there and $90 here: Oak desk',
    ].sort(),
  )
  expect((await findings('?all=true')).filter(({ state }) => state === 'repaired')).toMatchObject([
    { kind: 'ended-there', itemId: ended.id },
  ])
  const idOf = (kind: string) => open.find((one) => one.kind === kind)!.id
  await must('PATCH', `/api/sell/findings/${idOf('price-differs')}`, { state: 'repaired' })
  expect(await must('GET', `/api/items/${price.id}`)).toMatchObject({ posts: [{ priceCents: 9900 }] })
  await must('PATCH', `/api/sell/findings/${idOf('not-there')}`, { state: 'repaired' })
  expect(await must('GET', `/api/items/${absent.id}`)).toMatchObject({ posts: [{ state: 'ended' }] })
  expect(
    await test.call('PATCH', `/api/sell/findings/${idOf('quantity-differs')}`, { state: 'repaired' }),
  ).toMatchObject({
    status: 409,
  })
  stands(many)
  await compare()
  expect(await findings()).toEqual([])
})

it('an order that was missing is taken over and logged; one that is here alone, odd fees and refunds are found', async () => {
  const item = await posted({ quantity: 5 })
  stands(item)
  await must(
    'POST',
    '/api/sales',
    { itemId: item.id, marketplace: place, reference: 'unknown-there', priceCents: 100, currency: 'USD' },
    201,
  )
  const at = new Date(clock.now().getTime() - 5 * dayMs)
  desk.sold = [orderThere(at, { lines: [lineThere({ sku: item.sku, refundedCents: 11_000 })] })]
  desk.booked = [
    bookingThere(at, { cents: 4000 }),
    bookingThere(at, { id: 'w', orderId: 'never', cents: 7 }),
    bookingThere(at, { id: 'o', orderId: null, kind: 'other', note: 'TRANSFER' }),
  ]
  expect(await compare()).toMatchObject({
    found: {
      ...{ 'order-was-missing': 1, 'sale-not-there': 1, 'fee-differs': 1, 'refund-above': 1 },
      ...{ 'booking-waits': 1, 'booking-unknown': 1 },
    },
    repaired: 1,
  })
  expect((await findings()).map(({ kind }) => kind).sort()).toEqual([
    ...['booking-unknown', 'booking-waits', 'fee-differs', 'refund-above', 'sale-not-there'],
  ])
  const [dismissed] = await findings()
  await must('PATCH', `/api/sell/findings/${dismissed!.id}`, { state: 'dismissed' })
  await compare()
  expect(await findings()).toHaveLength(4)
})

it('is not finished where the marketplace is away, and nothing is said to be gone', async () => {
  const item = await posted()
  await compare()
  expect(await findings()).toHaveLength(1)
  stands(item)
  desk.problem = { outcome: 'away', reason: 'eBay answered 503.' }
  expect((await compare()).problem).toMatchObject({ outcome: 'away' })
  expect(await findings()).toHaveLength(1)
})
