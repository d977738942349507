import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minorDigits } from '../core/money.ts'
import { countedBy, exchangedCents, exchangeRates, noRates } from './exchange-rates.ts'

const rates = exchangeRates([
  { currency: 'USD', perEuro: 1.1, day: '2026-11-27', source: 'ecb' },
  { currency: 'SEK', perEuro: 11.572, day: '2026-11-26', source: 'typed' },
  { currency: 'JPY', perEuro: 162.8, day: '2026-11-27', source: 'ecb' },
  { currency: 'KWD', perEuro: 0.3377, day: '2026-11-27', source: 'typed' },
])
const codes = ['EUR', 'USD', 'SEK', 'JPY', 'KWD'] as const

it.each([
  [120_000, 'SEK', 'USD', 11_407],
  [11_000, 'USD', 'EUR', 10_000],
  [10_000, 'EUR', 'USD', 11_000],
  [16_280, 'JPY', 'EUR', 10_000],
  [10_000, 'EUR', 'JPY', 16_280],
  [337_700, 'KWD', 'EUR', 100_000],
  [0, 'SEK', 'USD', 0],
])('%i of %s are %s %i, in minor units of each', (cents, from, to, expected) => {
  expect(exchangedCents(cents, from, to, rates.between(from, to)!)).toBe(expected)
})

it('the day of a rate is the older one of the two that it is made of', () => {
  expect(rates.between('USD', 'SEK')!.day).toBe('2026-11-26')
  expect(rates.between('USD', 'EUR')!.day).toBe('2026-11-27')
})

it('there and back again is the same amount, but for the half of a unit that each way may round', () => {
  const code = fc.constantFrom(...codes)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), code, code, (cents, from, to) => {
      const there = exchangedCents(cents, from, to, rates.between(from, to)!)
      const back = exchangedCents(there, to, from, rates.between(to, from)!)
      const unit = rates.between(to, from)!.factor * 10 ** (minorDigits(from) - minorDigits(to))
      expect(Number.isInteger(there)).toBe(true)
      expect(Math.abs(back - cents)).toBeLessThanOrEqual(unit / 2 + 0.5 + cents * 1e-12)
    }),
    { numRuns: 1000 },
  )
})

it('more is never counted as less', () => {
  const code = fc.constantFrom(...codes)
  const cents = fc.integer({ min: 0, max: 1e11 })
  fc.assert(
    fc.property(cents, cents, code, code, (a, b, from, to) => {
      const at = (one: number) => exchangedCents(one, from, to, rates.between(from, to)!)
      expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)))
    }),
  )
})

it('limits hold for another currency only where that is wanted and both have a rate', () => {
  const dollars = { currency: 'USD', otherCurrencies: true }
  const crowns = { currency: 'SEK', rates }
  expect(countedBy(dollars, 120_000, crowns)).toMatchObject({ cents: 11_407, from: { cents: 120_000 } })
  expect(countedBy({ ...dollars, otherCurrencies: false }, 120_000, crowns)).toBeNull()
  expect(countedBy(dollars, 120_000, { currency: 'SEK', rates: noRates })).toBeNull()
  expect(countedBy(dollars, 120_000, { currency: 'XXX', rates })).toBeNull()
  expect(countedBy(dollars, 500, { currency: 'USD', rates: noRates })).toEqual({ cents: 500 })
})
