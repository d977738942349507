import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import { signOf } from './money-kinds.ts'
import type { ItemPrices, ItemView, MoneyView, ProfitView, SaleView } from './schema.ts'
import type { SellTasks } from './task-schema.ts'

const clock = stubClock()
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, money_rows, listings CASCADE')
})

async function must<T>(
  method: string,
  path: string,
  body?: unknown,
  status = method === 'POST' ? 201 : 200,
): Promise<T> {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
const desk = (over: object = {}) =>
  must<ItemView>('POST', '/api/items', { title: 'Oak desk', costCents: 4000, currency: 'USD', ...over })
const post = (item: ItemView, marketplace: string) =>
  must<ItemView>('POST', `/api/items/${item.id}/posts`, { marketplace, priceCents: 12_000, currency: 'USD' })
const sell = (itemId: number, over: object = {}) =>
  must<SaleView>('POST', '/api/sales', {
    ...{ itemId, marketplace: 'facebook', priceCents: 12_000, currency: 'USD', delivery: 'local' },
    ...over,
  })
const item = (id: number) => must<ItemView>('GET', `/api/items/${id}`)
const profit = (query = '') => must<ProfitView>('GET', `/api/profit${query}`)
const tasks = () => must<SellTasks>('GET', '/api/sell/tasks')

describe('a thing of one’s own', () => {
  it('that was bought as a deal has its title, what it cost and what selling it again should bring', async () => {
    const seen = seenListing({
      title: 'Road bike',
      priceCents: 25_000,
      shippingCents: 1500,
    })
    await ingest(test.app.pipeline, {
      ...{ sightings: [{ marketplace: 'shop', seen, observedAtMs: clock.now().getTime() }] },
      ...{ sourceId: null, scanId: null, demo: false },
    })
    const { rows } = await test.app.db.query<{ id: number }>('SELECT id FROM listings')
    const made = await must<ItemView>('POST', '/api/items', { listingId: rows[0]!.id })
    expect(made).toMatchObject({
      ...{ title: 'Road bike', sku: 'DS00001', state: 'unlisted', quantity: 1, listingId: rows[0]!.id },
      cost: [{ cents: 26_500, currency: 'USD' }],
      boughtOn: clock.now().toISOString().slice(0, 10),
    })
  })
  it('is found by its state and its letters, and is paged both ways', async () => {
    const first = await desk()
    const second = await desk({ title: 'Pine chair' })
    await sell(first.id)
    const list = async (query: string) =>
      (await must<{ items: ItemView[] }>('GET', `/api/items?${query}`)).items.map(({ id }) => id)
    expect(await list('state=sold')).toEqual([first.id])
    expect(await list('state=unlisted')).toEqual([second.id])
    expect(await list('q=CHAIR')).toEqual([second.id])
    expect(await list('limit=1')).toEqual([second.id])
  })
  it('that is kept, lost or fewer than there were is to be taken down, and no longer when it is for sale again', async () => {
    const made = await post(await desk({ quantity: 2 }), 'craigslist')
    const stateAfter = async (change: object) =>
      (await must<ItemView>('PATCH', `/api/items/${made.id}`, change)).posts[0]!.state
    expect(await stateAfter({ aside: 'lost' })).toBe('end-asked')
    expect(await stateAfter({ aside: null })).toBe('live')
    await sell(made.id)
    expect(await stateAfter({ quantity: 1 })).toBe('end-asked')
    expect(await stateAfter({ quantity: 3 })).toBe('live')
  })
  it('goes only while nothing of it was sold', async () => {
    const made = await desk()
    await sell(made.id)
    expect(await test.call('DELETE', `/api/items/${made.id}`)).toMatchObject({ status: 409 })
    const other = await desk()
    await must('DELETE', `/api/items/${other.id}`, undefined, 204)
    expect(await test.call('GET', `/api/items/${other.id}`)).toMatchObject({ status: 404 })
  })
  it.each([
    [{}, 'title'],
    [{ title: 'Desk', costCents: 100 }, 'currency'],
    [{ title: 'Desk', costCents: 100, currency: 'ZZZ' }, 'currency'],
    [{ title: 'Desk', quantity: 0 }, 'quantity'],
    [{ title: 'Desk', boughtOn: '2026-02-30' }, 'boughtOn'],
    [{ title: 'Desk\0' }, 'title'],
  ])('that is told wrongly says what to mend, and stores nothing: %j', async (body, field) => {
    const answer = await test.call('POST', '/api/items', body)
    expect(answer).toMatchObject({ status: 422, body: { fields: { [field]: expect.any(String) } } })
    expect((await must<{ items: unknown[] }>('GET', '/api/items')).items).toEqual([])
  })
})

describe('the fees of a sale', () => {
  const settings = '/api/settings/selling'
  afterEach(() => test.call('PUT', settings, {}))
  const feeOf = ({ money }: SaleView) =>
    money.find(({ kind, source }) => kind === 'marketplace-fee' && source === 'rule')?.cents
  it('are those of the day on which it was sold, and stay when others count later', async () => {
    const row = { marketplace: 'flea', delivery: 'local', currency: 'USD' }
    const share = (bps: number) => ({ ...row, bands: [{ upToCents: null, bps }] })
    await must('POST', `${settings}/fees`, { ...share(1000), validFrom: '2026-01-01' }, 200)
    await must('POST', `${settings}/fees`, { ...share(2000), validFrom: '2026-06-01' }, 200)
    const { id } = await desk({ quantity: 4, boughtOn: '2025-01-01' })
    const on = (soldOn: string) => sell(id, { marketplace: 'flea', priceCents: 5000, soldOn })
    const first = await on('2026-05-31')
    expect(feeOf(first)).toBe(500)
    expect(feeOf(await on('2026-06-01'))).toBe(1000)
    expect(feeOf(await on('2025-12-31'))).toBeUndefined()
    await must('PUT', settings, {})
    expect(feeOf(await must<SaleView>('GET', `/api/sales/${first.id}`))).toBe(500)
  })
})

describe('a sale', () => {
  it('is written down with its money and the fees of that day; what it cost counts when it is sold', async () => {
    const made = await desk()
    expect((await profit()).rows).toEqual([])
    const sale = await sell(made.id, {
      ...{ marketplace: 'mercari', delivery: 'shipped', shippingPaidCents: 1000, labelCents: 900 },
    })
    expect(sale.money.map(({ kind, cents, source }) => [kind, cents, source])).toEqual([
      ['item-price', 12_000, 'typed'],
      ['shipping-paid', 1000, 'typed'],
      ['marketplace-fee', 1300, 'rule'],
      ['label', 900, 'typed'],
    ])
    expect(sale).toMatchObject({ feesFrom: 'rule', net: [{ cents: 10_800, currency: 'USD' }] })
    expect((await profit()).totals).toMatchObject([
      {
        ...{ sales: 1, grossCents: 13_000, costCents: -4000, feesCents: -1300, shippingCents: -900 },
        netCents: 6800,
      },
    ])
  })
  it('of the last one asks for its other posts to be taken down, and ends the one that sold it', async () => {
    const made = await desk({ quantity: 2 })
    await post(made, 'facebook')
    const { posts } = await post(made, 'craigslist')
    await sell(made.id, { marketplace: undefined, postId: posts[0]!.id })
    expect((await item(made.id)).posts.map(({ state }) => state)).toEqual(['live', 'live'])
    await sell(made.id, { marketplace: undefined, postId: posts[0]!.id })
    expect((await item(made.id)).posts.map(({ state }) => state)).toEqual(['ended', 'end-asked'])
    expect((await tasks()).toEnd).toMatchObject([{ id: posts[1]!.id, title: 'Oak desk' }])
    await must('PATCH', `/api/posts/${posts[1]!.id}`, { ended: true })
    expect((await tasks()).toEnd).toEqual([])
  })
  it('that says only where is of the one post that stands there', async () => {
    const made = await post(await desk(), 'facebook')
    await post(made, 'craigslist')
    await sell(made.id, { marketplace: 'facebook' })
    expect((await item(made.id)).posts.map(({ state }) => state)).toEqual(['ended', 'end-asked'])
  })
  it('that comes again under the same order number is the same sale', async () => {
    const made = await desk()
    const [one, two] = await Promise.all([
      sell(made.id, { reference: '12-345' }),
      sell(made.id, { reference: '12-345' }),
    ])
    expect(one!.id).toBe(two!.id)
    expect((await profit()).totals).toMatchObject([{ sales: 1, grossCents: 12_000 }])
    const other = await desk()
    const answer = await test.call('POST', '/api/sales', {
      ...{ itemId: other.id, marketplace: 'facebook', reference: '12-345', priceCents: 1, currency: 'USD' },
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'sale-of-another-item' } })
  })
  it('too many is written down too: the thing is oversold until the newest is called off', async () => {
    const made = await desk()
    await Promise.all([sell(made.id), sell(made.id, { marketplace: 'ebay' })])
    expect(await item(made.id)).toMatchObject({ state: 'oversold', soldQuantity: 2 })
    const [over] = (await tasks()).oversold
    expect(over).toMatchObject({ itemId: made.id, tooMany: 1, message: expect.stringContaining('Oak desk') })
    await must('PATCH', `/api/sales/${over!.saleId}`, { state: 'cancelled' })
    expect(await item(made.id)).toMatchObject({ state: 'sold' })
    expect((await tasks()).oversold).toEqual([])
  })
  it('that is called off leaves nothing in the books, and the thing in stock and on its places', async () => {
    const made = await post(await desk(), 'craigslist')
    const sale = await sell(made.id, { marketplace: 'mercari', delivery: 'shipped' })
    expect((await item(made.id)).posts[0]).toMatchObject({ state: 'end-asked' })
    const off = await must<SaleView>('PATCH', `/api/sales/${sale.id}`, { state: 'cancelled' })
    expect(off).toMatchObject({ net: [{ cents: 0 }], next: [] })
    expect(await item(made.id)).toMatchObject({ state: 'listed', posts: [{ state: 'live' }] })
    expect((await profit()).totals).toMatchObject([{ netCents: 0 }])
    expect(await test.call('PATCH', `/api/sales/${sale.id}`, { state: 'paid' })).toMatchObject({
      ...{ status: 409, body: { code: 'sale-state' } },
    })
  })
  it('of which a part goes back keeps its fees; no more goes back than was paid', async () => {
    const made = await desk()
    const sale = await sell(made.id, { marketplace: 'mercari', delivery: 'shipped' })
    const tooMuch = await test.call('PATCH', `/api/sales/${sale.id}`, {
      state: 'refunded',
      refundCents: 12_001,
    })
    expect(tooMuch).toMatchObject({ status: 422 })
    expect((await must<SaleView>('GET', `/api/sales/${sale.id}`)).state).toBe('paid')
    const part = await must<SaleView>('PATCH', `/api/sales/${sale.id}`, {
      state: 'refunded',
      refundCents: 2000,
    })
    expect(part.net).toEqual([{ cents: 12_000 - 1200 - 2000, currency: 'USD' }])
    expect(await item(made.id)).toMatchObject({ state: 'sold' })
  })
  it('that came back puts the thing into stock again, with what it cost', async () => {
    const made = await desk()
    const sale = await sell(made.id)
    await must('PATCH', `/api/sales/${sale.id}`, { state: 'refunded', returned: true })
    expect(await item(made.id)).toMatchObject({ state: 'unlisted', soldQuantity: 0 })
    expect((await profit()).totals).toMatchObject([{ costCents: 0, netCents: 0 }])
  })
  it('that was paid back first and came back later is in stock again then, and no money moves twice', async () => {
    const made = await desk()
    const sale = await sell(made.id)
    const paidBack = await must<SaleView>('PATCH', `/api/sales/${sale.id}`, { state: 'refunded' })
    expect(await item(made.id)).toMatchObject({ state: 'sold' })
    const back = await must<SaleView>('PATCH', `/api/sales/${sale.id}`, { returned: true })
    expect(back).toMatchObject({ state: 'refunded', isReturned: true, net: paidBack.net })
    expect(await item(made.id)).toMatchObject({ state: 'unlisted', soldQuantity: 0 })
  })
})

describe('what to ask', () => {
  it('lies within what such things ask, says what each leaves after fees and cost, and where a loss begins', async () => {
    await ingest(test.app.pipeline, {
      sightings: [280, 290, 295, 300, 305, 310, 320, 340].map((dollars, i) => ({
        marketplace: 'shop',
        seen: seenListing({
          title: `Canon EOS R10 camera ${['black', 'boxed', 'mint'][i % 3]} ${i}`,
          priceCents: dollars * 100,
        }),
        observedAtMs: clock.now().getTime(),
      })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
    const made = await desk({ title: 'Canon EOS R10 camera', costCents: 20_000, category: 'cameras' })
    const prices = await must<ItemPrices>('GET', `/api/items/${made.id}/prices`)
    expect(prices.comps.length).toBeGreaterThanOrEqual(8)
    const [fast, fair, patient] = prices.suggestions
    expect(fast!.priceCents).toBeLessThanOrEqual(fair!.priceCents)
    expect(fair!.priceCents).toBeLessThanOrEqual(patient!.priceCents)
    expect(fair!.priceCents).toBeGreaterThanOrEqual(28_000)
    expect(fair!.priceCents).toBeLessThanOrEqual(34_000)
    expect(fast!.askMore).toBeGreaterThanOrEqual(patient!.askMore)
    for (const { priceCents, places } of prices.suggestions)
      for (const { feeCents, paymentCents, shippingCents, leavesCents, profitCents } of places) {
        expect(leavesCents).toBe(priceCents - feeCents - paymentCents - shippingCents)
        expect(profitCents).toBe(leavesCents - 20_000)
      }
    // What is handed over costs nothing at the best place.
    expect(prices.floorCents).toBe(20_000)
  })
  it('is nothing where nothing is known of such things', async () => {
    const made = await desk({ title: 'Zither of unknown make' })
    expect(await must<ItemPrices>('GET', `/api/items/${made.id}/prices`)).toMatchObject({
      ...{ value: null, suggestions: [], comps: [], floorCents: null },
      reason: expect.stringMatching(/\S/),
    })
  })
})

describe('the books', () => {
  it('show months, places, kinds and things, each in its currency, and say of which sales no cost is known', async () => {
    const made = await desk({ category: 'furniture' })
    await sell(made.id, { soldOn: '2026-01-31' })
    const found = await must<ItemView>('POST', '/api/items', { title: 'Found lamp', category: 'home' })
    await sell(found.id, {
      soldOn: '2026-02-01',
      currency: 'EUR',
      feeCents: null,
      marketplace: 'kleinanzeigen',
    })
    await must('POST', '/api/money', { kind: 'supplies', cents: 500, currency: 'USD', onDate: '2026-02-03' })
    const keys = async (by: string) =>
      (await profit(`?by=${by}`)).rows.map(({ key, currency, netCents }) => [key, currency, netCents])
    expect(await keys('month')).toEqual([
      ['2026-02', 'EUR', 12_000],
      ['2026-02', 'USD', -500],
      ['2026-01', 'USD', 8000],
    ])
    expect(await keys('marketplace')).toEqual([
      ['kleinanzeigen', 'EUR', 12_000],
      ['facebook', 'USD', 8000],
      [null, 'USD', -500],
    ])
    expect(await keys('category')).toEqual([
      ['home', 'EUR', 12_000],
      ['furniture', 'USD', 8000],
      [null, 'USD', -500],
    ])
    expect((await profit('?by=item')).rows.map(({ label }) => label)).toEqual([
      'Found lamp',
      'Oak desk',
      null,
    ])
    expect((await profit()).salesWithoutCost).toBe(1)
    expect((await profit('?from=2026-02-01&to=2026-02-28')).totals).toMatchObject([
      { currency: 'EUR', netCents: 12_000 },
      { currency: 'USD', netCents: -500 },
    ])
  })
  it('let nobody strike out what a rule put down', async () => {
    const made = await desk()
    const sale = await sell(made.id, { marketplace: 'mercari', delivery: 'shipped' })
    const fee = sale.money.find(({ kind }) => kind === 'marketplace-fee')!
    expect(await test.call('DELETE', `/api/money/${fee.id}`)).toMatchObject({ status: 404 })
    const label = await must<MoneyView>('POST', '/api/money', {
      ...{ kind: 'label', cents: 700, currency: 'USD', saleId: sale.id },
    })
    expect(label.itemId).toBe(made.id)
    await must('DELETE', `/api/money/${label.id}`, undefined, 204)
  })
  it('go out as tables in which nothing is a formula', async () => {
    const made = await desk({ title: '=cmd|calc', quantity: 2, boughtOn: '2025-06-01' })
    await sell(made.id, { soldOn: '2026-03-04', note: '+1' })
    const csv = async (query: string) => {
      const answer = await fetch(`${test.address}/api/sell/export.csv?${query}`)
      return (await answer.text()).replace('﻿', '').trimEnd().split('\n')
    }
    expect((await csv('what=sales&year=2026'))[1]).toMatch(/2026-03-04,'=cmd\|calc,facebook,,1,paid,,'\+1$/)
    // What was paid, and that the place takes nothing.
    expect(await csv('what=money&year=2026')).toHaveLength(3)
    expect(await csv('what=inventory&year=2026')).toEqual([
      'sku,title,boughtOn,units,cost,currency',
      "DS00001,'=cmd|calc,2025-06-01,1,20,USD",
    ])
    const year = (await csv('what=year&year=2026')).map((line) => line.split(',').slice(0, 3).join(','))
    expect(year).toEqual(
      expect.arrayContaining([
        'Gross receipts or sales,120,USD',
        'Inventory at beginning of year,40,USD',
        'Purchases,0,USD',
        'Inventory at end of year,20,USD',
        'Cost of goods sold,-20,USD',
        'Net profit,100,USD',
      ]),
    )
  })
  it('add up to the cent whatever is sold, called off, sent back and booked, in any order', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('sell' as const),
        quantity: fc.integer({ min: 1, max: 2 }),
        price: fc.integer({ min: 0, max: 9999 }),
      }),
      fc.record({ do: fc.constant('off' as const), at: fc.nat(9) }),
      fc.record({ do: fc.constant('back' as const), at: fc.nat(9), returned: fc.boolean() }),
      fc.record({
        do: fc.constant('spend' as const),
        cents: fc.integer({ min: 0, max: 999 }),
        at: fc.nat(9),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 1001 }),
        fc.array(step, { maxLength: 8 }),
        async (quantity, costCents, steps) => {
          await test.app.db.query('TRUNCATE items, money_rows CASCADE')
          const made = await desk({ quantity, costCents })
          const made2: SaleView[] = []
          for (const one of steps) {
            const at = 'at' in one ? made2[one.at % Math.max(1, made2.length)] : undefined
            if (one.do === 'sell')
              made2.push(
                await sell(made.id, {
                  quantity: one.quantity,
                  priceCents: one.price,
                  marketplace: 'mercari',
                  delivery: 'shipped',
                }),
              )
            if (one.do === 'off' && at)
              await test.call('PATCH', `/api/sales/${at.id}`, { state: 'cancelled' })
            if (one.do === 'back' && at)
              await test.call('PATCH', `/api/sales/${at.id}`, { state: 'refunded', returned: one.returned })
            if (one.do === 'spend' && at)
              await must('POST', '/api/money', {
                kind: 'label',
                cents: one.cents,
                currency: 'USD',
                saleId: at.id,
              })
          }
          const now = await item(made.id)
          const sales = (await must<{ items: SaleView[] }>('GET', '/api/sales?limit=200')).items
          const units = sales
            .filter((sale) => sale.state !== 'cancelled' && !sale.isReturned)
            .reduce((sum, sale) => sum + sale.quantity, 0)
          expect(now.soldQuantity).toBe(units)
          const rows = (await must<{ items: MoneyView[] }>('GET', '/api/money?limit=200')).items
          const ofSales = rows
            .filter(({ saleId }) => saleId !== null)
            .reduce((sum, { kind, cents }) => sum + signOf(kind) * cents, 0)
          const cost = Math.round((costCents * Math.min(units, quantity)) / quantity)
          const total = (await profit()).totals.reduce((sum, { netCents }) => sum + netCents, 0)
          expect(Math.abs(total - (ofSales - cost))).toBe(0)
          expect(now.profit.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(total)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})
