import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BookingThere, OrderThere } from '../../../model/selling.ts'
import {
  bookOther,
  cancel,
  editThere,
  failPayment,
  pay,
  refund,
  sell,
  sellForeign,
} from '../stand-in/actions.ts'
import { type EbayStandIn, startEbayStandIn } from '../stand-in/server.ts'
import { openSpecs } from '../stand-in/specs.ts'
import { ebaySelling } from './selling.ts'
import { ad, post, type Seller, seller, value } from './test-kit.ts'

let site: EbayStandIn
let me: Seller
beforeAll(async () => {
  site = await startEbayStandIn()
})
beforeEach(() => {
  me = seller(site)
  for (const kept of [site.world.orders, site.world.shipments]) kept.clear()
  site.world.transactions.splice(0)
  Object.assign(site.world, { country: 'US', skewMs: 0 })
})
afterAll(async () => await site[Symbol.asyncDispose]())

let count = 0
const newSku = () => `DSS${++count}`
const dayMs = 86_400_000
const yesterday = () => new Date(Date.now() - dayMs)

async function allOrders(since = yesterday()): Promise<{ orders: OrderThere[]; warnings: string[] }> {
  const [found, warnings]: [OrderThere[], string[]] = [[], []]
  for (let cursor: string | null = null; ; ) {
    const step = await ebaySelling.orders(since, cursor, me.ctx)
    const page: { orders: OrderThere[]; next: string | null } = value(step)
    found.push(...page.orders)
    if (!('outcome' in step)) warnings.push(...step.warnings)
    if (page.next === null) return { orders: found, warnings }
    cursor = page.next
  }
}

async function allBookings(since = yesterday()): Promise<BookingThere[]> {
  const found: BookingThere[] = []
  for (let cursor: string | null = null; ; ) {
    const page: { bookings: BookingThere[]; next: string | null } = value(
      await ebaySelling.bookings(since, cursor, me.ctx),
    )
    found.push(...page.bookings)
    if (page.next === null) return found
    cursor = page.next
  }
}

const net = (rows: readonly BookingThere[]) =>
  rows.reduce((sum, { cents, isIn }) => sum + (isIn ? cents : -cents), 0)

describe('orders', () => {
  it('come with their lines, in cents, tax apart', async () => {
    const sku = newSku()
    const { listingId } = await post(ad(sku), me.ctx)
    const made = sell(site.world, sku, { quantity: 2, shippingCents: 650, taxCents: 431, discountCents: 100 })
    const { orders } = await allOrders()
    expect(orders).toEqual([
      {
        orderId: made.orderId,
        ...{ createdAt: expect.any(Date), changedAt: expect.any(Date) },
        ...{ payment: 'paid', isCancelled: false, isShipped: false, feeCents: 832, feeCurrency: 'USD' },
        buyer: 'buyer_one',
        shipTo: {
          name: 'Robin Fictional',
          lines: ['1 Invented Street', 'Springfield OR 97477'],
          country: 'US',
        },
        lines: [
          {
            lineId: expect.stringMatching(/^\d+$/),
            ...{ sku, listingId, title: 'Fairbyte Nova 5', quantity: 2, currency: 'USD' },
            ...{ priceCents: 4900, shippingPaidCents: 650, taxCents: 431, refundedCents: 0 },
          },
        ],
      },
    ])
    expect(me.logged.join('') + JSON.stringify(me.ledger)).not.toMatch(/Robin|Invented Street|buyer_one/)
  })

  it('say what became of the payment, of a refund and of a wish to cancel', async () => {
    const sku = newSku()
    await post(ad(sku, { quantity: 5 }), me.ctx)
    const [waiting, lost, paid, wished] = Array.from({ length: 4 }, (_, i) =>
      String(sell(site.world, sku, { isPaid: i > 1 }).orderId),
    ) as [string, string, string, string]
    failPayment(site.world, lost)
    refund(site.world, paid, 3000, { isWhole: true })
    cancel(site.world, paid)
    cancel(site.world, wished, 'IN_PROGRESS')
    const by = new Map((await allOrders()).orders.map((order) => [order.orderId, order]))
    expect(by.get(waiting)).toMatchObject({ payment: 'pending' })
    expect(by.get(lost)).toMatchObject({ payment: 'failed' })
    // More than it cost, as it was given back: of the order as a whole, so that its only line has it.
    expect(by.get(paid)).toMatchObject({
      payment: 'refunded',
      isCancelled: true,
      lines: [{ refundedCents: 3000 }],
    })
    expect(by.get(wished)).toMatchObject({ isCancelled: false })
    expect(me.ledger.filter(({ call }) => call.step === 'read-order')).toHaveLength(2)
    pay(site.world, waiting)
    expect((await allOrders()).orders.find(({ orderId }) => orderId === waiting)).toMatchObject({
      payment: 'paid',
    })
  })

  it('of things that others posted have no SKU, and lines keep their own currency', async () => {
    sellForeign(site.world, [
      { title: 'Lamp', priceCents: 1000, currency: 'USD', shippingCents: 300 },
      { title: 'Lampe', priceCents: 2000, currency: 'EUR', shippingCents: 400, shippingCurrency: 'GBP' },
    ])
    const { orders, warnings } = await allOrders()
    expect(orders[0]!.lines).toMatchObject([
      { sku: null, priceCents: 1000, currency: 'USD', shippingPaidCents: 300 },
      { sku: null, priceCents: 2000, currency: 'EUR', shippingPaidCents: 0 },
    ])
    expect(warnings).toEqual([
      expect.stringMatching(/shipping in another currency than its price: enter it by hand/),
    ])
  })

  it('are asked for by the day of their last change alone, page by page, none left out', async () => {
    const sku = newSku()
    await post(ad(sku, { quantity: 250 }), me.ctx)
    for (let i = 0; i < 230; i++) sell(site.world, sku)
    const { orders } = await allOrders()
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(230)
    const paths = me.ledger.filter(({ call }) => call.step === 'read-orders').map(({ call }) => call.path)
    expect(paths).toHaveLength(5)
    for (const path of paths) expect(path).not.toMatch(/creationdate|limit=(?:20[1-9]|2[1-9]\d|[3-9]\d\d)/)
  })

  it('older than eBay tells are asked for as far back as it does, and a clock ahead is named', async () => {
    expect((await allOrders(new Date('2001-01-01'))).orders).toEqual([])
    expect(await ebaySelling.orders(new Date(Date.now() + dayMs), null, me.ctx)).toMatchObject({
      ...{
        outcome: 'refused',
        codes: ['30850'],
        reason: expect.stringContaining('The clock of this machine'),
      },
    })
  })
})

describe('what eBay booked', () => {
  it('is the sale and each of its fees, which together are what is paid out', async () => {
    const sku = newSku()
    await post(ad(sku), me.ctx)
    const made = sell(site.world, sku, { shippingCents: 650, taxCents: 231 })
    const rows = await allBookings()
    expect(rows.map(({ kind, cents, isIn }) => [kind, cents, isIn])).toEqual([
      ['sale', 3150, true],
      ['fee', 448, false],
      ['fee', 40, false],
    ])
    expect(new Set(rows.map(({ orderId }) => orderId))).toEqual(new Set([made.orderId]))
    expect(net(rows)).toBe(3150 - 448 - 40)
    expect(await allBookings()).toEqual(rows)
  })

  it('has refunds with what eBay gives back, labels, disputes, ads, charges and credits', async () => {
    const sku = newSku()
    await post(ad(sku), me.ctx)
    const orderId = String(sell(site.world, sku).orderId)
    refund(site.world, orderId, 1000, { creditCents: 132 })
    bookOther(site.world, { type: 'SHIPPING_LABEL', cents: 545, orderId })
    bookOther(site.world, { type: 'SHIPPING_LABEL', cents: 545, orderId, isIn: true })
    bookOther(site.world, { type: 'DISPUTE', cents: 2000, orderId })
    bookOther(site.world, { type: 'NON_SALE_CHARGE', cents: 77, orderId, feeType: 'AD_FEE' })
    bookOther(site.world, {
      type: 'NON_SALE_CHARGE',
      cents: 2195,
      feeType: 'STORE_SUBSCRIPTION',
      memo: 'November',
    })
    bookOther(site.world, { type: 'NON_SALE_CHARGE', cents: 10, isIn: true, feeType: 'INSERTION_FEE' })
    bookOther(site.world, { type: 'CREDIT', cents: 500, isIn: true })
    bookOther(site.world, { type: 'TRANSFER', cents: 300 })
    const rows = await allBookings()
    const said = rows.map(({ kind, cents, isIn }) => `${kind} ${isIn ? '+' : '-'}${cents}`)
    for (const one of [
      'refund -1000',
      'fee-credit +132',
      'label -545',
      'label +545',
      'dispute -2000',
      'fee -77',
      'charge -2195',
      'fee-credit +10',
      'credit +500',
      'other -300',
    ])
      expect(said).toContain(one)
    expect(rows.find(({ kind }) => kind === 'charge')!.note).toBe('STORE_SUBSCRIPTION: November')
    const booked = site.world.transactions.reduce((sum, row) => {
      const cents = Math.round(Number((row.amount as { value: string }).value) * 100)
      return sum + (row.bookingEntry === 'CREDIT' ? cents : -cents)
    }, 0)
    const all = await allBookings()
    expect(net(all)).toBe(booked)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('is nothing where eBay has none, and read in spans where it goes far back', async () => {
    expect(await allBookings()).toEqual([])
    bookOther(site.world, { type: 'CREDIT', cents: 1, isIn: true })
    Object.assign(site.world.transactions[0]!, {
      transactionDate: new Date(Date.now() - 200 * dayMs).toISOString(),
    })
    bookOther(site.world, { type: 'CREDIT', cents: 2, isIn: true })
    const rows = await allBookings(new Date(Date.now() - 365 * dayMs))
    expect(rows.map(({ cents }) => cents)).toEqual([1, 2])
  })

  it('is asked for page by page', async () => {
    for (let i = 0; i < 450; i++) bookOther(site.world, { type: 'CREDIT', cents: i + 1, isIn: true })
    expect(net(await allBookings())).toBe((450 * 451) / 2)
  })

  it('is asked for with a signature where eBay wants one, by one key that is made once and kept', async () => {
    site.world.country = 'DE'
    bookOther(site.world, { type: 'CREDIT', cents: 7, isIn: true, currency: 'EUR' })
    expect(net(await allBookings())).toBe(7)
    expect(net(await allBookings())).toBe(7)
    expect(me.ledger.map(({ call }) => call.step)).toEqual([
      'read-books',
      'make-signing-key',
      'read-books',
      'read-books',
    ])
    expect(site.world.signingKeys.size).toBe(1)
    const kept = [...me.cache.entries()].find(([key]) => key.startsWith('ebay-signing:'))!
    const { privateKey } = JSON.parse(kept[1]) as { privateKey: string }
    expect(JSON.stringify(me.ledger) + me.logged.join('')).not.toContain(privateKey)
    // eBay has forgotten it: another one is made.
    site.world.signingKeys.clear()
    expect(net(await allBookings())).toBe(7)
    // Not by a clock that is off: eBay would refuse any key.
    site.world.skewMs = 3_600_000
    expect(await ebaySelling.bookings(yesterday(), null, me.ctx)).toMatchObject({
      outcome: 'away',
      codes: ['215120'],
    })
  })

  it('says of fees in another currency that it cannot tell them apart, and books what is left', async () => {
    site.world.transactions.push({
      ...{
        transactionId: 'x',
        transactionType: 'SALE',
        bookingEntry: 'CREDIT',
        transactionDate: new Date().toISOString(),
      },
      ...{ amount: { value: '20.00', currency: 'USD' }, totalFeeAmount: { value: '2.00', currency: 'GBP' } },
      orderLineItems: [
        { lineItemId: '1', marketplaceFees: [{ feeType: 'F', amount: { value: '2.00', currency: 'GBP' } }] },
      ],
    })
    const step = await ebaySelling.bookings(yesterday(), null, me.ctx)
    expect(step).toMatchObject({
      value: { bookings: [{ kind: 'sale', cents: 2000 }] },
      warnings: [/another currency/].map((words) => expect.stringMatching(words)),
    })
  })
})

describe('after the sale', () => {
  it('tells the buyer once how it travels', async () => {
    const sku = newSku()
    await post(ad(sku), me.ctx)
    sell(site.world, sku)
    const [order] = (await allOrders()).orders
    const parcel = {
      ...{ orderId: order!.orderId, lineIds: order!.lines.map(({ lineId }) => lineId) },
      ...{ carrier: 'USPS', tracking: '9400 1000-0000 0000', shippedAt: new Date() },
    }
    expect(value(await ebaySelling.ship(parcel, me.ctx))).toBeNull()
    expect(value(await ebaySelling.ship(parcel, me.ctx))).toBeNull()
    expect(site.world.shipments.get(order!.orderId)).toHaveLength(1)
    expect((await allOrders()).orders[0]).toMatchObject({ isShipped: true })
    expect(await ebaySelling.ship({ ...parcel, tracking: '#1' }, me.ctx)).toMatchObject({
      outcome: 'refused',
    })
    expect(await ebaySelling.ship({ ...parcel, orderId: 'none' }, me.ctx)).toMatchObject({
      outcome: 'refused',
    })
  })

  it('offers those who watch it a lower price, and says where nobody does', async () => {
    const sku = newSku()
    const { listingId } = await post(ad(sku), me.ctx)
    expect(value(await ebaySelling.offerToWatchers(listingId, 10, 'Yours?', me.ctx))).toEqual({ sent: 0 })
    editThere(site.world, sku, { watchers: 3 })
    expect(value(await ebaySelling.offerToWatchers(listingId, 10, 'Yours?', me.ctx))).toEqual({ sent: 3 })
    expect(await ebaySelling.offerToWatchers(listingId, 3, '', me.ctx)).toMatchObject({ outcome: 'refused' })
  })
})

it('sends and reads what eBay’s own descriptions say', async (test) => {
  const check = openSpecs()
  if (check === null) return test.skip('../shared/specs is not on this machine')
  expect(site.exchanges.length).toBeGreaterThan(60)
  const said = site.exchanges.filter(({ status }) => status < 300).flatMap(check)
  expect([...new Set(said)]).toEqual([])
})
