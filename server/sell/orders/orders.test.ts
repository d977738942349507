import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { BookingThere, OrderThere } from '../../model/selling.ts'
import { signOf } from '../money-kinds.ts'
import type { ItemView, SaleView } from '../schema.ts'
import type { OrderDeps } from './deps.ts'
import { shared } from './order-money.ts'
import type { FindingView, OrderLineView, PollView } from './order-schema.ts'
import { pollNoticed, pollOrders, pollSellers } from './poll-orders.ts'
import { sellerNow } from './seller-now.ts'
import { tellShipment } from './ship.ts'
import { takeBookings } from './take-bookings.ts'
import { takeOrder } from './take-order.ts'
import { bookingThere, DeskInMemory, lineThere, me, orderThere, place, withDesk } from './test-kit.ts'

const clock = stubClock('2026-11-22T12:00:00Z')
const minute = 60_000
const never = new AbortController().signal
let test: TestApp
let deps: OrderDeps
let desk: DeskInMemory
let owner: number

beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
  owner = test.app.owner
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  clock.set('2026-11-22T12:00:00Z')
  desk = new DeskInMemory()
  deps = withDesk(test.app.sell as OrderDeps, desk, [owner])
  await test.app.db.query(
    'TRUNCATE items, money_rows, order_lines, market_bookings, order_polls, sell_findings, notifications CASCADE',
  )
})

async function must<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
const desks = (over: object = {}) =>
  must<ItemView>('POST', '/api/items', { title: 'Oak desk', costCents: 4000, currency: 'USD', ...over }, 201)
const sales = async () => (await must<{ items: SaleView[] }>('GET', '/api/sales')).items
const findings = async () => (await must<{ items: FindingView[] }>('GET', '/api/sell/findings')).items
const poll = (over = deps) => pollOrders(over, { userId: owner, marketplace: place }, never)
const at = (ms = 0) => new Date(clock.now().getTime() + ms)
const amounts = ({ money }: SaleView) => money.map(({ kind, cents, source }) => [kind, cents, source])
const messages = async () =>
  (
    await test.app.db.query<{ title: string }>(
      `SELECT message->>'title' AS title FROM notifications ORDER BY id`,
    )
  ).rows.map(({ title }) => title)

describe('an order at a marketplace', () => {
  it('is the sale of the thing with its SKU, whose other posts are to be taken down', async () => {
    const item = await desks()
    await must('POST', `/api/items/${item.id}/posts`, { marketplace: 'facebook' }, 201)
    desk.sold = [
      orderThere(at(-minute), {
        lines: [lineThere({ sku: item.sku, shippingPaidCents: 500, taxCents: 825 })],
      }),
    ]
    expect(await poll()).toMatchObject({ orders: 1, sales: 1, unplaced: 0, problem: null })
    const [sale] = await sales()
    expect(sale).toMatchObject({
      ...{ itemId: item.id, marketplace: place, reference: '12-00001-00001 1', state: 'paid' },
      order: { orderId: '12-00001-00001', shipTo: { name: 'Ann Example' }, said: [] },
    })
    expect(amounts(sale!)).toEqual([
      ['item-price', 10_000, 'api'],
      ['shipping-paid', 500, 'api'],
      ['collected-tax', 825, 'api'],
      ['marketplace-fee', 1468, 'rule'],
    ])
    const sold = await must<ItemView>('GET', `/api/items/${item.id}`)
    expect(sold).toMatchObject({ state: 'sold', posts: [{ marketplace: 'facebook', state: 'end-asked' }] })
    expect(await messages()).toEqual(['Sold on eBay: Oak desk. Take its other ad down'])
  })
  it('that comes again, in an older copy or on two pages at once changes nothing', async () => {
    const item = await desks()
    const newer = orderThere(at(-minute), { isShipped: true, lines: [lineThere({ sku: item.sku })] })
    desk.sold = [newer, newer, { ...newer, isShipped: false, changedAt: at(-2 * minute) }]
    await poll()
    await poll()
    const all = await sales()
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ state: 'shipped', net: [{ cents: 10_000 - 1400, currency: 'USD' }] })
    const seller = await sellerNow(deps, me(owner))
    await takeOrder(deps, me(owner), {
      marketplace: place,
      order: { ...newer, isShipped: false, changedAt: at(-3 * minute) },
      seller,
    })
    expect((await sales())[0]!.state).toBe('shipped')
  })
  it('is known by its ad where it has no SKU of ours', async () => {
    const item = await desks()
    await must(
      'POST',
      `/api/items/${item.id}/posts`,
      { marketplace: place, url: 'https://www.ebay.com/itm/123456789012' },
      201,
    )
    desk.sold = [orderThere(at(), { lines: [lineThere({ listingId: '123456789012' })] })]
    expect(await poll()).toMatchObject({ sales: 1 })
    expect(await sales()).toMatchObject([
      { itemId: item.id, postId: item.posts[0]?.id ?? expect.any(Number) },
    ])
  })
  it('of something unknown is a finding until it is put into the stock, given to a thing, or left out', async () => {
    desk.sold = ['1', '2', '3'].map((id) =>
      orderThere(at(), { orderId: id, lines: [lineThere({ sku: `OLD${id}`, title: `Lamp ${id}` })] }),
    )
    expect(await poll()).toMatchObject({ sales: 0, unplaced: 3 })
    const open = await findings()
    expect(open.map(({ said }) => said.sentence).sort()).toEqual(
      ['1', '2', '3'].map((id) => `Order ${id} is of something that is not in your stock: Lamp ${id}`),
    )
    const lines = (await must<{ items: OrderLineView[] }>('GET', '/api/sell/orders?unplaced=true')).items
    const idOf = (orderId: string) => lines.find((line) => line.orderId === orderId)!.id
    expect(lines[0]!.said.map(({ code }) => code)).toEqual(['order-not-in-stock'])
    const repaired = open.find(({ orderLineId }) => orderLineId === idOf('1'))!
    await must('PATCH', `/api/sell/findings/${repaired.id}`, { state: 'repaired' })
    const lamp = await desks({ title: 'My lamp' })
    await must('POST', `/api/sell/orders/${idOf('2')}/sale`, { itemId: lamp.id })
    await must('PATCH', `/api/sell/orders/${idOf('3')}`, { isLeftOut: true })
    expect(await findings()).toEqual([])
    expect((await sales()).map(({ title }) => title).sort()).toEqual(['Lamp 1', 'My lamp'])
    const items = (await must<{ items: ItemView[] }>('GET', '/api/items?q=OLD1')).items
    expect(items).toMatchObject([{ sku: 'OLD1', state: 'sold', title: 'Lamp 1' }])
    await poll()
    expect(await sales()).toHaveLength(2)
    expect(await findings()).toEqual([])
  })
  it('that the person wrote down before under its number is that sale, with their label and the marketplace’s price', async () => {
    const item = await desks()
    await must(
      'POST',
      '/api/sales',
      {
        itemId: item.id,
        marketplace: place,
        reference: '12-00001-00001',
        priceCents: 9900,
        currency: 'USD',
        labelCents: 700,
      },
      201,
    )
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    const all = await sales()
    expect(all).toHaveLength(1)
    expect(amounts(all[0]!)).toEqual(
      expect.arrayContaining([
        ['label', 700, 'typed'],
        ['item-price', 10_000, 'api'],
        ['marketplace-fee', 1400, 'rule'],
      ]),
    )
    expect(all[0]!.money).toHaveLength(3)
  })
  it('of more than there are is sold too often, and is told so', async () => {
    const item = await desks()
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku, quantity: 3 })] })]
    await poll()
    expect(await must('GET', `/api/items/${item.id}`)).toMatchObject({ state: 'oversold', soldQuantity: 3 })
    expect(await messages()).toEqual(['Sold more often than you have it: Oak desk'])
  })
  it('is no income before it is paid in any way that could be sent, and waits; a failed payment is no sale', async () => {
    const item = await desks()
    const order = orderThere(at(), { payment: 'failed', lines: [lineThere({ sku: item.sku })] })
    desk.sold = [order]
    await poll()
    expect(await sales()).toEqual([])
    desk.sold = [{ ...order, payment: 'pending', changedAt: at(minute) }]
    clock.advance(3 * minute)
    await poll()
    expect(await sales()).toMatchObject([
      { state: 'awaiting-payment', order: { said: [{ sentence: 'It is not paid yet: do not send it.' }] } },
    ])
    const [{ id }] = (await sales()) as [SaleView]
    expect(
      await test.call('PUT', `/api/sales/${id}/shipment`, { carrier: 'USPS', tracking: '94001' }),
    ).toMatchObject({
      status: 409,
      body: { type: 'urn:deal-scout:problem:sale-unpaid' },
    })
    desk.sold = [{ ...order, payment: 'paid', changedAt: at(minute) }]
    clock.advance(3 * minute)
    await poll()
    expect(await sales()).toMatchObject([{ id, state: 'paid', order: { said: [] } }])
  })
  it('that is called off brings the thing back and leaves nothing in the books; taken back, it is sold again', async () => {
    const item = await desks()
    await must('POST', `/api/items/${item.id}/posts`, { marketplace: 'facebook' }, 201)
    const order = orderThere(at(), { lines: [lineThere({ sku: item.sku, shippingPaidCents: 400 })] })
    desk.sold = [order]
    await poll()
    desk.sold = [{ ...order, isCancelled: true, changedAt: at(minute) }]
    clock.advance(3 * minute)
    await poll()
    expect(await sales()).toMatchObject([{ state: 'cancelled', net: [{ cents: 0 }] }])
    expect(await must('GET', `/api/items/${item.id}`)).toMatchObject({
      state: 'listed',
      posts: [{ state: 'live' }],
    })
    desk.sold = [{ ...order, changedAt: at(minute) }]
    clock.advance(3 * minute)
    await poll()
    expect(await sales()).toMatchObject([{ state: 'paid' }])
    expect(await must('GET', `/api/items/${item.id}`)).toMatchObject({
      state: 'sold',
      posts: [{ state: 'end-asked' }],
    })
  })
  it('with amounts that cannot be counted is a finding, and keeps no other order from being taken', async () => {
    const item = await desks()
    desk.sold = [
      orderThere(at(-minute), { orderId: 'odd', lines: [lineThere({ priceCents: -5 })] }),
      orderThere(at(-minute), { orderId: 'odd-2', lines: [lineThere({ currency: 'ZZZ' })] }),
      orderThere(at(), { lines: [lineThere({ sku: item.sku })] }),
    ]
    expect(await poll()).toMatchObject({ sales: 1, problem: null })
    expect((await findings()).map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable'])
    expect(await sales()).toHaveLength(1)
  })
  it('dated later than now was sold today, and keeps nothing that changes meanwhile from being read', async () => {
    const item = await desks({ quantity: 2 })
    desk.sold = [orderThere(at(86_400_000), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    expect(await sales()).toMatchObject([{ soldOn: '2026-11-22' }])
    desk.sold.push(orderThere(at(-5 * minute), { orderId: 'second', lines: [lineThere({ sku: item.sku })] }))
    clock.advance(3 * minute)
    await poll()
    expect(await sales()).toHaveLength(2)
  })
  it('in two currencies is counted in each, and says so', async () => {
    const [one, two] = [await desks(), await desks()]
    desk.sold = [
      orderThere(at(), {
        ...{ feeCents: 999, feeCurrency: 'USD' },
        lines: [
          lineThere({ sku: one.sku }),
          lineThere({ lineId: '2', sku: two.sku, currency: 'CAD', priceCents: 5000 }),
        ],
      }),
    ]
    await poll()
    const all = await sales()
    expect(all.flatMap(({ order }) => order!.said.map(({ sentence }) => sentence))).toEqual(
      Array(2).fill(
        'The order has amounts in CAD and USD: each is counted in its own, nothing is converted.',
      ),
    )
    const sums = all.flatMap(({ net }) => net)
    const of = (currency: string) =>
      sums.filter((net) => net.currency === currency).reduce((sum, { cents }) => sum + cents, 0)
    expect([of('USD'), of('CAD')]).toEqual([10_000 - 999, 5000])
  })
})

describe('what it took', () => {
  it('stands in place of every estimate, and is shown beside what was expected', async () => {
    const item = await desks()
    desk.sold = [
      orderThere(at(), { feeCents: 1350, feeCurrency: 'USD', lines: [lineThere({ sku: item.sku })] }),
    ]
    await poll()
    const [before] = await sales()
    expect(before!.order!.fee).toEqual({ currency: 'USD', expectedCents: 1400, bookedCents: null })
    expect(before!.money.filter(({ isEstimate }) => isEstimate)).toMatchObject([
      { cents: 1350, source: 'api' },
    ])
    desk.booked = [
      bookingThere(at()),
      bookingThere(at(), { id: 'b2', kind: 'payout', cents: 8659, orderId: null }),
    ]
    clock.advance(3 * minute)
    await poll()
    await poll()
    const [after] = await sales()
    expect(amounts(after!)).toEqual([
      ['item-price', 10_000, 'api'],
      ['marketplace-fee', 1341, 'api'],
    ])
    expect(after).toMatchObject({
      ...{ net: [{ cents: 8659 }], feesFrom: 'api' },
      order: { fee: { currency: 'USD', expectedCents: 1400, bookedCents: 1341 } },
    })
  })
  it('of a fee for the whole order leaves no estimate at a line of which nothing of it is', async () => {
    const [desk1, desk2] = [await desks(), await desks()]
    const lines = [
      lineThere({ sku: desk1.sku }),
      lineThere({ lineId: '2', sku: desk2.sku, title: 'Gift', priceCents: 0 }),
    ]
    desk.sold = [orderThere(at(), { feeCents: 0, feeCurrency: 'USD', lines })]
    desk.booked = [bookingThere(at(), { id: 'fee', kind: 'fee', cents: 1341 })]
    await poll()
    desk.sold = [orderThere(at(minute), { feeCents: 1, feeCurrency: 'USD', lines: lines.toReversed() })]
    desk.booked = [bookingThere(at(), { id: 'fee', kind: 'fee', cents: 0 })]
    await poll()
    const { items } = await must<{ items: { kind: string; cents: number; isEstimate: boolean }[] }>(
      'GET',
      '/api/money',
    )
    const fees = items.filter(({ kind }) => kind === 'marketplace-fee')
    expect(fees.reduce((sum, { cents }) => sum + cents, 0)).toBe(0)
    expect(fees.some(({ isEstimate }) => isEstimate)).toBe(false)
  })

  it('waits for an order that comes later; without one it is of the books as a whole', async () => {
    const item = await desks()
    desk.booked = [
      bookingThere(at(), { id: 'early' }),
      bookingThere(at(), { id: 'shop', kind: 'charge', orderId: null, cents: 2195, note: 'Store' }),
      bookingThere(at(), { id: 'odd', kind: 'other', orderId: null, cents: 1, note: 'TRANSFER' }),
    ]
    await poll()
    const money = async () =>
      (await must<{ items: { kind: string; cents: number; saleId: number | null }[] }>('GET', '/api/money'))
        .items
    expect(await money()).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ kind: 'other-cost', cents: 2195, saleId: null })]),
    )
    expect((await money()).filter(({ kind }) => kind === 'marketplace-fee')).toEqual([])
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    expect(amounts((await sales())[0]!)).toContainEqual(['marketplace-fee', 1341, 'api'])
  })
  it('went back is the larger of what the order says and what is booked, once, and may be more than was paid', async () => {
    const item = await desks()
    const order = orderThere(at(), {
      ...{ payment: 'refunded-part' as const },
      lines: [lineThere({ sku: item.sku, refundedCents: 12_000 })],
    })
    desk.sold = [order]
    await poll()
    const refunds = async () =>
      (await sales())[0]!.money
        .filter(({ kind }) => kind === 'refund')
        .reduce((sum, { cents }) => sum + cents, 0)
    expect(await refunds()).toBe(12_000)
    expect((await sales())[0]!.order!.said.map(({ sentence }) => sentence)).toEqual([
      '$120 went back to the buyer, more than the $100 that were paid: look at it on the marketplace.',
    ])
    desk.booked = [bookingThere(at(), { id: 'r1', kind: 'refund', cents: 5000 })]
    await poll()
    expect(await refunds()).toBe(12_000)
    desk.booked.push(bookingThere(at(), { id: 'r2', kind: 'refund', cents: 7000 }))
    await poll()
    expect(await refunds()).toBe(12_000)
    desk.booked.push(bookingThere(at(), { id: 'r3', kind: 'refund', cents: 1 }))
    await poll()
    expect(await refunds()).toBe(12_001)
  })
  it('is split to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        fc.array(fc.integer({ min: 0, max: 1e13 }), { minLength: 1, maxLength: 9 }),
        (cents, weights) => {
          const parts = shared(cents, weights)
          expect(parts.every((part) => part >= 0)).toBe(true)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents)
        },
      ),
    )
  })
})

/** What the books have to say of a marketplace after all of it came, reckoned without the program. */
function reckoned(orders: readonly OrderThere[], bookings: readonly BookingThere[]): number {
  let cents = 0
  for (const order of orders) {
    const own = bookings.filter(({ orderId }) => orderId === order.orderId)
    const has = (kind: BookingThere['kind']) => own.filter((one) => one.kind === kind)
    const sum = (rows: readonly BookingThere[]) => rows.reduce((total, row) => total + row.cents, 0)
    const lines = order.lines
    for (const line of lines) cents += line.priceCents + line.shippingPaidCents
    const isAll = order.isCancelled || order.payment === 'refunded'
    const said = lines.reduce(
      (total, line) =>
        total +
        (isAll ? Math.max(line.refundedCents, line.priceCents + line.shippingPaidCents) : line.refundedCents),
      0,
    )
    cents -= Math.max(said, sum(has('refund')))
    cents -= has('fee').length > 0 || order.isCancelled ? sum(has('fee')) : (order.feeCents ?? 0)
    cents += sum(has('fee-credit')) - sum(has('label'))
  }
  return cents
}

it('money adds up to the cent, whatever comes first and however often', async () => {
  const items = [await desks({ quantity: 100 }), await desks({ quantity: 100 })]
  const cents = fc.integer({ min: 0, max: 50_000 })
  const order = fc.record({
    payment: fc.constantFrom('paid' as const, 'refunded-part' as const, 'refunded' as const),
    isCancelled: fc.constantFrom(false, false, true),
    feeCents: cents,
    lines: fc.array(fc.record({ priceCents: cents, shippingPaidCents: cents, refundedCents: cents }), {
      minLength: 1,
      maxLength: 3,
    }),
    bookings: fc.array(
      fc.record({ kind: fc.constantFrom('fee', 'fee-credit', 'label', 'sale', 'payout', 'refund'), cents }),
      { maxLength: 6 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat()),
      async (drawn, order) => {
        await test.app.db.query(
          'TRUNCATE sales, money_rows, order_lines, market_bookings, sell_findings CASCADE',
        )
        const orders = drawn.map(({ lines, bookings: _, ...rest }, no) =>
          orderThere(at(), {
            ...{ ...rest, orderId: `o${no}`, feeCurrency: 'USD' },
            // What never was a sale is none: it is first shown as paid.
            lines: lines.map((line, index) =>
              lineThere({ ...line, lineId: `${index}`, sku: items[index % 2]!.sku }),
            ),
          }),
        )
        const bookings = drawn.flatMap(({ bookings: own }, no) =>
          own.map((row, index) =>
            bookingThere(at(), {
              ...row,
              id: `${no}-${index}`,
              orderId: `o${no}`,
              isIn: row.kind === 'fee-credit' || row.kind === 'sale',
            } as never),
          ),
        )
        const first = orders.map((one) => ({
          ...one,
          isCancelled: false,
          payment: 'paid' as const,
          changedAt: at(-minute),
        }))
        const seller = await sellerNow(deps, me(owner))
        const events = [...orders, ...orders, ...first, ...bookings, ...bookings]
          .map((event) => ({ event, place: order.next().value as number }))
          .sort((a, b) => a.place - b.place)
        for (const one of first)
          await takeOrder(deps, me(owner), {
            marketplace: place,
            order: { ...one, changedAt: at(-2 * minute) },
            seller,
          })
        for (const { event } of events)
          if ('orderId' in event && 'lines' in event)
            await takeOrder(deps, me(owner), { marketplace: place, order: event, seller })
          else
            await takeBookings(deps, me(owner), {
              marketplace: place,
              bookings: [event as BookingThere],
              seller,
            })
        const { rows } = await test.app.db.query<{ kind: never; cents: number }>(
          `SELECT kind, cents FROM money_rows WHERE sale_id IS NOT NULL`,
        )
        expect(rows.reduce((sum, { kind, cents: one }) => sum + signOf(kind) * one, 0)).toBe(
          reckoned(orders, bookings),
        )
      },
    ),
    { numRuns: 20 },
  )
}, 120_000)

describe('reading them', () => {
  it('begins ten minutes before the newest change that was seen, and goes on where it was stopped', async () => {
    const item = await desks({ quantity: 9 })
    desk.sold = [1, 2, 3, 4, 5].map((no) =>
      orderThere(at(-60 * minute + no * minute), {
        orderId: `o${no}`,
        lines: [lineThere({ sku: item.sku })],
      }),
    )
    const stop = new AbortController()
    const { orders } = desk
    let pages = 0
    desk.orders = async (...asked) => {
      if (++pages === 2) stop.abort()
      return orders.apply(desk, asked)
    }
    await pollOrders(deps, { userId: owner, marketplace: place }, stop.signal)
    expect(await sales()).toHaveLength(4)
    await poll()
    expect(await sales()).toHaveLength(5)
    clock.advance(3 * minute)
    await poll()
    expect(desk.asked.at(-1)!.since).toEqual(new Date('2026-11-22T10:55:00Z'))
  })
  it('goes on in the books from the newest row that was seen, also where their last page is empty', async () => {
    desk.isLastPageEmpty = true
    desk.booked = [bookingThere(at(-minute))]
    await poll()
    desk.askedBooks = []
    await poll()
    expect(desk.askedBooks[0]).toEqual(at(-minute - 3 * 24 * 60 * minute))
  })
  it('is put off longer each time that there is a problem, which is shown; a lost consent is told once', async () => {
    desk.problem = { outcome: 'away', reason: 'eBay answered 503.' }
    const waits: number[] = []
    for (let no = 0; no < 6; no++) {
      await poll()
      const [reading] = (await must<{ items: PollView[] }>('GET', '/api/sell/readings')).items
      expect(reading).toMatchObject({ problem: 'away', reason: 'eBay answered 503.', readAt: null })
      waits.push((new Date(reading!.nextAt).getTime() - clock.now().getTime()) / minute)
    }
    expect(waits).toEqual([6, 12, 24, 48, 60, 60])
    desk.problem = { outcome: 'consent', reason: 'eBay does not take the consent any more.' }
    await poll()
    await poll()
    expect(await messages()).toEqual(['Your orders on eBay cannot be read any more'])
    desk.problem = null
    await poll()
    expect((await must<{ items: PollView[] }>('GET', '/api/sell/readings')).items).toMatchObject([
      { problem: null, reason: null },
    ])
  })
  it('asks to be told of sales at once, a day later again, and says where it is not', async () => {
    const reading = async () => (await must<{ items: PollView[] }>('GET', '/api/sell/readings')).items[0]
    await poll()
    await poll()
    expect(desk.askedToTell).toBe(1)
    expect(await reading()).toMatchObject({ isTold: true, untold: null })
    clock.advance(25 * 60 * minute)
    desk.listening = { outcome: 'consent', reason: 'eBay did not agree to that.' }
    expect(await poll()).toMatchObject({ problem: null })
    expect(await reading()).toMatchObject({
      isTold: false,
      untold: 'eBay did not agree to that.',
      problem: null,
    })
    clock.advance(61 * minute)
    desk.listening = { value: { isTold: false }, warnings: ['There is no address for that.'] }
    await poll()
    expect(await reading()).toMatchObject({ isTold: false, untold: 'There is no address for that.' })
    expect(desk.askedToTell).toBe(3)
  })
  it('is sent at a hint for whom it is about, or for all who sell there', async () => {
    const sent: number[] = []
    const jobs = {
      sendMany: async (_: object, rows: { payload: { userId: number } }[]) =>
        void sent.push(...rows.map(({ payload }) => payload.userId)),
    }
    const hinted = {
      jobs: jobs as never,
      connectedSellers: async () =>
        [3, 4, 5].map((userId) => ({ userId, marketplace: userId === 5 ? 'other' : place })),
    }
    await pollNoticed(hinted, place, [4, 5, 6])
    expect(sent.splice(0)).toEqual([4])
    await pollNoticed(hinted, place, null)
    expect(sent).toEqual([3, 4])
  })
  it('is sent for those alone who are due', async () => {
    const sent: object[] = []
    const jobs = {
      ...deps.jobs,
      sendMany: async (_: object, rows: { payload: object }[]) =>
        void sent.push(...rows.map(({ payload }) => payload)),
    }
    const counting = { ...deps, jobs: jobs as never }
    await pollSellers(counting)
    await poll()
    await pollSellers(counting)
    clock.advance(3 * minute)
    await pollSellers(counting)
    expect(sent).toEqual(Array(2).fill({ userId: owner, marketplace: place }))
  })
  it('ends where the pages lead in a circle', async () => {
    desk.orders = async () => ({ value: { orders: [], next: '1' }, warnings: [] })
    expect((await poll()).problem).toMatchObject({ outcome: 'unknown' })
  })
})

describe('a packing slip', () => {
  it('has all that was bought with an order and was not called off, to whom it goes, and no e-mail or amount of the books', async () => {
    const [desk1, desk2] = [await desks(), await desks()]
    desk.sold = [
      orderThere(at(), {
        lines: [
          lineThere({ sku: desk1.sku }),
          lineThere({ lineId: '2', sku: desk2.sku, title: 'Oak chair', quantity: 2, priceCents: 4_000 }),
        ],
      }),
    ]
    await poll()
    const [sale] = await sales()
    const slip = await must<object>('GET', `/api/sales/${sale!.id}/slip`)
    expect(slip).toEqual({
      ...{ saleId: sale!.id, marketplace: place, orderId: '12-00001-00001', orderedOn: null },
      orderedAt: at().toISOString(),
      shipTo: { name: 'Ann Example', lines: ['1 Main Street', 'Springfield IL 62701'], country: 'US' },
      items: [
        { title: 'Oak desk', sku: desk1.sku, quantity: 1, priceCents: 10_000, currency: 'USD' },
        { title: 'Oak chair', sku: desk2.sku, quantity: 2, priceCents: 4_000, currency: 'USD' },
      ],
    })
  })
})

describe('how it travels', () => {
  it('books its label once, however often it is said, until the marketplace books one itself', async () => {
    const item = await desks()
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    const [sale] = await sales()
    const tell = (labelCents: number) =>
      must<SaleView>('PUT', `/api/sales/${sale!.id}/shipment`, {
        ...{ carrier: 'USPS', tracking: '9400', labelCents, currency: 'USD' },
      })
    const labels = (of: SaleView) => amounts(of).filter(([kind]) => kind === 'label')
    expect(labels(await tell(545))).toEqual([['label', 545, 'typed']])
    expect(labels(await tell(600))).toEqual([['label', 600, 'typed']])
    desk.booked = [bookingThere(at(), { id: 'label', kind: 'label', cents: 571 })]
    await poll()
    expect(labels((await sales())[0]!)).toEqual([['label', 571, 'api']])
    expect(labels(await tell(545))).toEqual([['label', 571, 'api']])
  })
  it('is told to the marketplace until the order is shown as sent', async () => {
    const item = await desks()
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    const [sale] = await sales()
    const sent = await must<SaleView>('PUT', `/api/sales/${sale!.id}/shipment`, {
      ...{ carrier: 'USPS', tracking: '9400 1000', labelCents: 545, currency: 'USD' },
    })
    expect(sent).toMatchObject({ state: 'shipped', shipment: { state: 'telling', carrier: 'USPS' } })
    expect(amounts(sent)).toContainEqual(['label', 545, 'typed'])
    desk.shipProblem = { outcome: 'unknown', reason: 'No answer came.' }
    const tell = () => tellShipment(deps, { userId: owner, saleId: sale!.id }, never)
    await expect(tell()).rejects.toThrow('No answer came.')
    await tell()
    await tell()
    expect((await sales())[0]!.shipment).toMatchObject({ state: 'told', reason: null })
    expect(desk.shipped).toHaveLength(2)
  })
  it('is no longer told where the marketplace refuses it, with its words', async () => {
    const item = await desks()
    desk.sold = [orderThere(at(), { lines: [lineThere({ sku: item.sku })] })]
    await poll()
    const [sale] = await sales()
    await must('PUT', `/api/sales/${sale!.id}/shipment`, { carrier: 'USPS', tracking: '1' })
    desk.shipProblem = { outcome: 'refused', reason: 'The tracking number is not valid.' }
    await tellShipment(deps, { userId: owner, saleId: sale!.id }, never)
    expect((await sales())[0]!.shipment).toMatchObject({
      state: 'refused',
      reason: 'The tracking number is not valid.',
    })
  })
})
