import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { SaleMail, SaleMailLine } from '../../model/selling.ts'
import type { OrderDeps } from '../orders/deps.ts'
import type { FindingView } from '../orders/order-schema.ts'
import { pollOrders } from '../orders/poll-orders.ts'
import { DeskInMemory, lineThere, orderThere, place, withDesk } from '../orders/test-kit.ts'
import type { ItemView, SaleView } from '../schema.ts'
import { takeSaleMail } from './take-sale-mail.ts'

const clock = stubClock('2026-11-22T12:00:00Z')
const never = new AbortController().signal
const order = '12-34567-89012'
const ad = '123456789012'
let test: TestApp
let deps: OrderDeps
let desk: DeskInMemory

beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() => begin())

async function begin() {
  desk = new DeskInMemory()
  deps = withDesk(test.app.sell as OrderDeps, desk, [test.app.owner])
  await test.app.db.query(
    'TRUNCATE items, money_rows, order_lines, market_bookings, order_polls, sell_findings, notifications CASCADE',
  )
}

async function must<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await test.call(method, path, body)
  expect({ path, body: answer.body, status: answer.status }).toMatchObject({ status })
  return answer.body as T
}
const lamp = (over: object = {}) => must<ItemView>('POST', '/api/items', { title: 'Desk lamp', ...over }, 201)
const post = (item: ItemView, over: object) =>
  must('POST', `/api/items/${item.id}/posts`, { priceCents: 2500, currency: 'USD', ...over }, 201)
const onEbay = { marketplace: place, url: `https://www.ebay.com/itm/${ad}` }
const sales = async () => (await must<{ items: SaleView[] }>('GET', '/api/sales')).items
const findings = async () => (await must<{ items: FindingView[] }>('GET', '/api/sell/findings')).items
const answer = (id: number, body: object, status = 200) =>
  must<FindingView>('PATCH', `/api/sell/findings/${id}`, body, status)
const itemNow = (item: ItemView) => must<ItemView>('GET', `/api/items/${item.id}`)
const told = async () =>
  (
    await test.app.db.query<{ title: string }>(
      `SELECT message->>'title' AS title FROM notifications ORDER BY id`,
    )
  ).rows.map(({ title }) => title)

const line = (over: Partial<SaleMailLine> = {}): SaleMailLine => ({
  ...{ title: 'Desk lamp', isTitleCut: false, adId: ad, adUrls: [], quantity: 1 },
  ...{ priceCents: 2450, currency: null, ...over },
})
const soldMail = (over: Partial<SaleMail> = {}): SaleMail => ({
  ...{ kind: 'sold', orderId: order, lines: [line()], ...over },
})
const take = (sale: SaleMail, { marketplace = place, digest = 'one', with: used = deps as OrderDeps } = {}) =>
  takeSaleMail(used, test.app.owner, { marketplace, sale, digest, sentAt: clock.now() })
const poll = (used = deps) => pollOrders(used, { userId: test.app.owner, marketplace: place }, never)
const amounts = ({ money }: SaleView) => money.map(({ kind, cents, source }) => [kind, cents, source])

describe('a mail that is certain', () => {
  it('is the sale of the thing whose ad it names, once; its other ads are to be taken down, and its person is told', async () => {
    const item = await lamp()
    await post(item, onEbay)
    await post(item, { marketplace: 'facebook' })
    await take(soldMail())
    await take(soldMail())
    await take(soldMail(), { digest: 'the same order in another mail' })
    const all = await sales()
    expect(all).toMatchObject([
      { itemId: item.id, marketplace: place, reference: order, state: 'paid', quantity: 1 },
    ])
    // A bare dollar is the one that the ad asks for.
    expect(amounts(all[0]!)[0]).toEqual(['item-price', 2450, 'mail'])
    expect(all[0]!.money[0]).toMatchObject({ currency: 'USD', onDate: '2026-11-22' })
    expect((await itemNow(item)).posts.map(({ marketplace, state }) => [marketplace, state])).toEqual([
      [place, 'ended'],
      ['facebook', 'end-asked'],
    ])
    expect(await told()).toEqual(['Sold on eBay: Desk lamp. Take its other ad down'])
    expect(await findings()).toEqual([])
  })
  it('becomes the order that is read later, with its amounts in place of the mail’s', async () => {
    const item = await lamp()
    await post(item, onEbay)
    await take(soldMail())
    desk.sold = [
      orderThere(clock.now(), { orderId: order, lines: [lineThere({ sku: item.sku, priceCents: 2400 })] }),
    ]
    await poll()
    await take(soldMail())
    const all = await sales()
    expect(all).toHaveLength(1)
    expect(amounts(all[0]!)[0]).toEqual(['item-price', 2400, 'api'])
  })
  it('without an amount that is certain is a sale without one, which its person adds', async () => {
    const item = await lamp()
    await post(item, { ...onEbay, currency: 'EUR' })
    await post(item, { marketplace: 'facebook' })
    await take(soldMail())
    expect(await sales()).toMatchObject([{ money: [], net: [] }])
    expect((await itemNow(item)).posts[1]).toMatchObject({ state: 'end-asked' })
    const [asked] = await findings()
    expect(asked).toMatchObject({ kind: 'mail-no-price', canRepair: false })
    await answer(asked!.id, { state: 'repaired' }, 422)
    await answer(asked!.id, { state: 'repaired', priceCents: 2450 }, 422)
    await answer(asked!.id, { state: 'repaired', priceCents: 2450, currency: 'EUR' })
    await answer(asked!.id, { state: 'repaired', priceCents: 9999, currency: 'EUR' })
    const [sale] = await sales()
    expect(sale!.money.filter(({ kind }) => kind === 'item-price')).toMatchObject([
      { cents: 2450, currency: 'EUR', source: 'typed' },
    ])
    expect(await findings()).toEqual([])
  })
  it('of two things in one order is a sale of each', async () => {
    const [one, two] = [await lamp(), await lamp({ title: 'Oak chair' })]
    await post(one, onEbay)
    await post(two, { marketplace: place, url: 'https://www.ebay.com/itm/222222222222' })
    await take(soldMail())
    await take(soldMail({ lines: [line({ title: 'Oak chair', adId: '222222222222' })] }), { digest: 'two' })
    expect((await sales()).map(({ itemId, reference }) => [itemId, reference])).toEqual([
      [two.id, `${order} ${two.sku}`],
      [one.id, order],
    ])
  })
})

describe('a mail that is not certain', () => {
  const nameless = soldMail({ orderId: null, lines: [line({ adId: null, currency: 'EUR' })] })
  it('is a question, told once, and a sale once its person says of what', async () => {
    const item = await lamp()
    await post(item, { marketplace: 'vinted', currency: 'EUR' })
    await post(item, { marketplace: 'facebook' })
    await take(nameless, { marketplace: 'vinted' })
    await take(nameless, { marketplace: 'vinted' })
    expect(await sales()).toEqual([])
    const open = await findings()
    expect(open).toMatchObject([{ kind: 'mail-sale', itemId: item.id, canRepair: true }])
    expect(open[0]!.said.sentence).toContain('It may be: Desk lamp')
    expect(await told()).toHaveLength(1)
    await Promise.all([1, 2].map(() => answer(open[0]!.id, { state: 'repaired' })))
    const all = await sales()
    expect(all).toMatchObject([{ itemId: item.id, marketplace: 'vinted', reference: null }])
    expect(all[0]!.money[0]).toMatchObject({
      kind: 'item-price',
      cents: 2450,
      currency: 'EUR',
      source: 'mail',
    })
    expect((await itemNow(item)).state).toBe('sold')
    await take(nameless, { marketplace: 'vinted' })
    expect([await findings(), (await sales()).length]).toEqual([[], 1])
  })
  it('suggests nothing where two things are called so or none is, and waits for the person', async () => {
    const [, other] = [await lamp(), await lamp()]
    await take(nameless, { marketplace: 'vinted' })
    const [asked] = await findings()
    expect(asked).toMatchObject({ itemId: null, canRepair: false })
    await answer(asked!.id, { state: 'repaired' }, 422)
    await answer(asked!.id, { state: 'repaired', itemId: 999_999 }, 404)
    expect(await sales()).toEqual([])
    await answer(asked!.id, { state: 'repaired', itemId: other!.id })
    expect(await sales()).toMatchObject([{ itemId: other!.id }])
  })
  it('stays dismissed, and is over when the marketplace’s order or the person tells it', async () => {
    await take(nameless, { marketplace: 'vinted' })
    await answer((await findings())[0]!.id, { state: 'dismissed' })
    await take(nameless, { marketplace: 'vinted' })
    expect(await findings()).toEqual([])
    const item = await lamp({ title: 'Something else' })
    await take(soldMail())
    expect(await findings()).toMatchObject([{ kind: 'mail-sale', itemId: null }])
    desk.sold = [orderThere(clock.now(), { orderId: order, lines: [lineThere({ sku: item.sku })] })]
    await poll()
    expect(await findings()).toEqual([])
    expect(await sales()).toHaveLength(1)
  })
  it('where the person wrote a sale of it down without its number: it is never counted twice by guess', async () => {
    const item = await lamp({ quantity: 2 })
    await post(item, onEbay)
    const byHand = { itemId: item.id, marketplace: place, priceCents: 2450, currency: 'USD' }
    await must('POST', '/api/sales', byHand, 201)
    await take(soldMail())
    expect(await sales()).toHaveLength(1)
    expect(await findings()).toMatchObject([{ kind: 'mail-sale', itemId: item.id }])
  })
  it('that an order was called off changes nothing but to say so', async () => {
    const item = await lamp()
    await post(item, onEbay)
    await take(soldMail())
    await take(soldMail({ kind: 'cancelled' }), { digest: 'off' })
    await take(soldMail({ kind: 'cancelled' }), { digest: 'off' })
    const [sale] = await sales()
    expect(sale).toMatchObject({ state: 'paid' })
    expect(await findings()).toMatchObject([{ kind: 'mail-cancelled', saleId: sale!.id, canRepair: false }])
  })
})

/** The database goes away in the middle of a transaction, after so many statements. */
function dying(used: OrderDeps, after: number): OrderDeps {
  let left = after
  const db = new Proxy(used.db, {
    get(target, name) {
      if (name !== 'transaction') {
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (run: (tx: unknown) => Promise<unknown>) =>
        target.transaction((tx) =>
          run(
            new Proxy(tx, {
              get(inner, key) {
                const value = Reflect.get(inner, key) as unknown
                if (key === 'query' && left-- <= 0)
                  return () => Promise.reject(new Error('died in the middle'))
                return typeof value === 'function' ? value.bind(inner) : value
              },
            }),
          ),
        )
    },
  })
  return { ...used, db }
}

it('in whatever order mail, poll and person tell a sale, each twice and dying between: it is one sale, and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const teller = fc.record({
    who: fc.constantFrom('mail' as const, 'poll' as const, 'person' as const),
    diesAfter: fc.option(fc.nat(25)),
  })
  const order2 = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(order2, fc.array(teller, { maxLength: 4 }), async (places, deaths) => {
      await begin()
      const item = await lamp()
      await post(item, onEbay)
      await post(item, { marketplace: 'facebook' })
      desk.sold = [
        orderThere(clock.now(), { orderId: order, lines: [lineThere({ sku: item.sku, priceCents: 2450 })] }),
      ]
      const byHand = {
        itemId: item.id,
        marketplace: place,
        reference: order,
        priceCents: 2450,
        currency: 'USD',
      }
      const tell = {
        mail: (used: OrderDeps) => take(soldMail(), { with: used }),
        poll: (used: OrderDeps) => poll(used),
        person: () => must('POST', '/api/sales', byHand, 201),
      }
      const whole = places.map((at) => ({
        who: (['mail', 'poll', 'person'] as const)[at % 3]!,
        diesAfter: null,
      }))
      const all = [...whole.slice(0, 2), ...deaths, ...whole.slice(2)]
      for (const { who, diesAfter } of [...deaths, ...all])
        await tell[who](diesAfter === null ? deps : dying(deps, diesAfter)).catch((error: unknown) => {
          if (diesAfter === null) throw error
        })
      const found = await sales()
      expect(found.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([[item.id, 1]])
      expect(found[0]!.order?.orderId).toBe(order)
      expect(amounts(found[0]!).filter(([kind]) => kind === 'item-price')).toEqual([
        ['item-price', 2450, 'api'],
      ])
      const after = await itemNow(item)
      expect(after.state).toBe('sold')
      expect(after.posts.map(({ state }) => state)).toEqual(['ended', 'end-asked'])
      expect(await findings()).toEqual([])
      expect(await told()).toEqual(['Sold on eBay: Desk lamp. Take its other ad down'])
    }),
    { numRuns: 15 },
  )
})
