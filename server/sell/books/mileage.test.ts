import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import type { MoneyView } from '../schema.ts'
import type { BookSettings, MileageRate } from './book-schema.ts'
import { driveCents, ratesOn } from './mileage.ts'

describe('what a drive costs', () => {
  it('is distance times rate, exact, half up', () => {
    expect(driveCents(12.5, 70)).toBe(875)
    expect(driveCents(1, 72.5)).toBe(73)
    expect(driveCents(0.01, 67)).toBe(1)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (hundredths, tenths) => {
          const exact = (BigInt(hundredths) * BigInt(tenths) * 2n + 1000n) / 2000n
          expect(BigInt(driveCents(hundredths / 100, tenths / 10))).toBe(exact)
        },
      ),
      { numRuns: 2000 },
    )
  })
  it('is by the rate of its day: the person’s own before a known one, the later of those that count', () => {
    const own = (over: Partial<MileageRate>): MileageRate => ({
      ...{ unit: 'mi', currency: 'USD', centsPerUnit: 60, validFrom: null, validTo: null, source: null },
      ...over,
    })
    const cents = (rates: MileageRate[], day: string, unit: 'mi' | 'km' = 'mi') =>
      ratesOn(rates, { unit, currency: undefined, day }).map(
        ({ centsPerUnit, currency }) => `${centsPerUnit} ${currency}`,
      )
    expect(cents([], '2024-12-31')).toEqual(['67 USD'])
    expect(cents([], '2025-01-01')).toEqual(['70 USD'])
    expect(cents([], '2026-06-01')).toEqual(['72.5 USD'])
    expect(cents([], '2023-12-31')).toEqual([])
    expect(cents([], '2025-01-01', 'km')).toEqual([])
    const mine = [own({}), own({ centsPerUnit: 65, validFrom: '2025-07-01' })]
    for (const rates of [mine, mine.toReversed()]) {
      expect(cents(rates, '2025-06-30')).toEqual(['60 USD'])
      expect(cents(rates, '2025-07-01')).toEqual(['65 USD'])
    }
    expect(cents([own({ validTo: '2025-01-31' })], '2025-02-01')).toEqual(['70 USD'])
    expect(cents([own({ currency: 'CAD' })], '2025-02-01')).toEqual(['60 CAD', '70 USD'])
  })
})

describe('a drive', () => {
  const clock = stubClock()
  let test: TestApp
  beforeAll(async () => {
    test = await testApp({ roles: ['api'], overrides: { clock } })
  })
  afterAll(() => test[Symbol.asyncDispose]())
  beforeEach(() => test.app.db.query('TRUNCATE money_rows, book_settings'))
  const drive = (over: object) => test.call('POST', '/api/drives', { distance: 12.5, unit: 'mi', ...over })
  const books = async () => (await test.call('GET', '/api/sell/books')).body as BookSettings

  it('is an amount whose note keeps distance, unit and rate, and counts as spent', async () => {
    const { status, body } = await drive({ onDate: '2025-03-01', note: 'to the flea market' })
    expect(status).toBe(201)
    expect(body as MoneyView).toMatchObject({
      ...{ kind: 'mileage', cents: 875, currency: 'USD', onDate: '2025-03-01', source: 'typed' },
      note: '12.5 mi at 0.70 USD per mi (IRS Notice 2025-5): to the flea market',
    })
    const profit = await test.call('GET', '/api/profit')
    expect(profit.body).toMatchObject({ totals: [{ otherCents: -875, netCents: -875 }] })
  })
  it('with a rate of its own is counted by that', async () => {
    const { body } = await drive({ unit: 'km', distance: 30, centsPerUnit: 30, currency: 'EUR' })
    expect(body).toMatchObject({ cents: 900, currency: 'EUR', note: '30 km at 0.30 EUR per km' })
  })
  it('of a day without a rate is refused with what to do, and books nothing', async () => {
    const { status, body } = await drive({ unit: 'km', onDate: '2025-03-01' })
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        detail: 'No rate per km is known for 2025-03-01: say what a kilometre costs you.',
        fields: { centsPerUnit: 'is needed: no rate per km is known for 2025-03-01' },
      },
    })
    expect((await test.call('GET', '/api/money')).body).toMatchObject({ items: [] })
  })
  it.each([
    [{ distance: 0 }, 'distance'],
    [{ distance: 1.234 }, 'distance'],
    [{ unit: 'furlong' }, 'unit'],
    [{ centsPerUnit: 70 }, 'currency'],
    [{ centsPerUnit: 70.25, currency: 'USD' }, 'centsPerUnit'],
  ])('that cannot be is refused by name: %j', async (over, field) => {
    const { status, body } = await drive(over)
    expect(status).toBe(422)
    expect(Object.keys((body as { fields: object }).fields)).toContain(field)
  })
  it('is counted by a person’s own rates, and stays as it was booked when they change', async () => {
    const rate = { unit: 'km', currency: 'EUR', centsPerUnit: 30, source: 'my tax adviser' }
    await test.call('PATCH', '/api/sell/books', { mileageRates: [rate] })
    expect((await books()).mileageRates[0]).toEqual({ ...rate, validFrom: null, validTo: null, isOwn: true })
    expect((await drive({ unit: 'km', distance: 10 })).body).toMatchObject({ cents: 300, currency: 'EUR' })
    await test.call('PATCH', '/api/sell/books', { mileageRates: [{ ...rate, centsPerUnit: 38 }] })
    expect((await drive({ unit: 'km', distance: 10 })).body).toMatchObject({ cents: 380 })
    expect((await test.call('GET', '/api/money')).body).toMatchObject({
      items: [{ cents: 380 }, { cents: 300 }],
    })
  })
  it('on a day with rates in two currencies asks which', async () => {
    const rate = { unit: 'mi', currency: 'CAD', centsPerUnit: 60 }
    await test.call('PATCH', '/api/sell/books', { mileageRates: [rate] })
    expect((await drive({ onDate: '2025-03-01' })).body).toMatchObject({
      detail: 'For 2025-03-01 you have rates in CAD and USD: say which.',
    })
    expect((await drive({ onDate: '2025-03-01', currency: 'CAD' })).body).toMatchObject({ cents: 750 })
  })
  it('in a currency that is none changes nothing', async () => {
    const rate = { unit: 'mi', currency: 'QQQ', centsPerUnit: 60 }
    expect((await test.call('PATCH', '/api/sell/books', { mileageRates: [rate] })).status).toBe(422)
    expect((await books()).mileageRates.every(({ isOwn }) => !isOwn)).toBe(true)
  })
})
