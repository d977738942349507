import fc from 'fast-check'
import { expect, it } from 'vitest'
import { together } from './together.ts'

const columns = ['grossCents', 'netCents'] as const
const rate = (asked: string, currency: string, perEuro: number, day = asked) => ({
  ...{ asked, currency, perEuro, day },
  source: 'ecb' as const,
})
const rates = [
  rate('2026-11-02', 'USD', 1.1),
  rate('2026-11-02', 'GBP', 0.88),
  rate('2026-11-09', 'USD', 1.2, '2026-11-06'),
]
const of = (day: string, currency: string, grossCents: number, netCents: number) => ({
  ...{ day, currency, grossCents, netCents },
})

it('sums several currencies in one, each day at its own rate, and says of which days those are', () => {
  const sums = [
    of('2026-11-02', 'EUR', 10_000, 2_000),
    of('2026-11-09', 'EUR', 10_000, -500),
    of('2026-11-02', 'GBP', 8_800, 880),
    of('2026-11-09', 'USD', 700, 100),
  ]
  expect(together(sums, columns, 'USD', rates)).toEqual({
    currency: 'USD',
    cents: { grossCents: 11_000 + 12_000 + 11_000 + 700, netCents: 2_200 - 600 + 1_100 + 100 },
    rateDays: { from: '2026-11-02', to: '2026-11-06' },
    without: [],
    counted: sums,
  })
})

it('leaves out what has no rate of its day, and says so', () => {
  const sums = [of('2026-11-09', 'GBP', 8_800, 880), of('2026-11-09', 'USD', 700, 100)]
  expect(together(sums, columns, 'USD', rates)).toEqual({
    ...{
      currency: 'USD',
      cents: { grossCents: 700, netCents: 100 },
      rateDays: null,
      without: ['GBP'],
      counted: [sums[1]],
    },
  })
})

it('in one currency alone is the plain sum, to the cent, whatever the rates', () => {
  const cents = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents)), (amounts) => {
      const sums = amounts.map(([gross, net]) => of('2026-11-02', 'USD', gross, net))
      const total = together(sums, columns, 'USD', rates)
      expect(total.cents.netCents).toBe(amounts.reduce((sum, [, net]) => sum + net, 0))
      expect(total.rateDays).toBeNull()
    }),
  )
})
