import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import type { ProfitView } from '../schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
  const sold = async (soldOn: string, priceCents: number, currency: string) => {
    const { body: item } = await test.call('POST', '/api/items', { title: 'Lamp', boughtOn: soldOn })
    const { id } = item as { id: number }
    const sale = { itemId: id, marketplace: 'garage', soldOn, priceCents, currency }
    expect((await test.call('POST', '/api/sales', sale)).status).toBe(201)
  }
  await sold('2026-11-02', 10_000, 'USD')
  await sold('2026-11-02', 10_000, 'EUR')
  await sold('2026-11-09', 10_000, 'EUR')
  await sold('2026-11-09', 50_000, 'SEK')
})
afterAll(() => test[Symbol.asyncDispose]())

const profitIn = async (query: string) => (await test.call('GET', `/api/profit${query}`)).body as ProfitView

it('profit is summed up in one currency, each day’s at its own rate, and says of what there is none', async () => {
  expect((await profitIn('')).together).toMatchObject({ currency: 'USD', netCents: 10_000, sales: 1 })
  for (const [day, perEuro] of [
    ['2026-11-01', 1.1],
    ['2026-11-06', 1.2],
  ])
    expect((await test.call('PUT', '/api/rates/USD', { day, perEuro })).status).toBe(200)
  expect((await profitIn('')).together).toEqual({
    ...{ currency: 'USD', sales: 3, grossCents: 10_000 + 11_000 + 12_000, netCents: 33_000 },
    ...{ refundsCents: 0, costCents: 0, feesCents: 0, shippingCents: 0, otherCents: 0 },
    ...{ rateDays: { from: '2026-11-01', to: '2026-11-06' }, without: ['SEK'] },
  })
  const { together, totals } = await profitIn('?currency=EUR&from=2026-11-09')
  expect(together).toMatchObject({ currency: 'EUR', netCents: 10_000, rateDays: null, without: ['SEK'] })
  expect(totals.map(({ currency }) => currency)).toEqual(['EUR', 'SEK'])
})

it('profit in one currency alone is not summed up again', async () => {
  expect((await profitIn('?to=2026-11-01')).together).toBeNull()
  expect((await profitIn('?currency=SEK&from=2026-11-30')).together).toBeNull()
})
