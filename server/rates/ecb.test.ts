import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEcb } from './ecb.ts'
import { publishedBy } from './rates.ts'
import { ecbTable } from './test-kit.ts'

describe('the bank’s table', () => {
  it('is read day by day, currency by currency', () => {
    const xml = ecbTable({ '2026-11-27': { USD: '1.0893', JPY: '162.8' }, '2026-11-26': { USD: '1.09' } })
    expect(readEcb(xml)).toEqual([
      { currency: 'USD', day: '2026-11-27', perEuro: 1.0893, source: 'ecb' },
      { currency: 'JPY', day: '2026-11-27', perEuro: 162.8, source: 'ecb' },
      { currency: 'USD', day: '2026-11-26', perEuro: 1.09, source: 'ecb' },
    ])
  })

  const good = ecbTable({ '2026-11-27': { USD: '1.0893', SEK: '11.4' } })
  it.each([
    ['nothing', '', /no table of euro reference rates/],
    ['a page', '<html><body>Maintenance</body></html>', /no table of euro reference rates/],
    ['a table that was cut', good.slice(0, -20), /cut off/],
    ['a table of no day', ecbTable({}), /no rate in it/],
    ['a rate of 0', ecbTable({ '2026-11-27': { USD: '0' } }), /no rate/],
    ['a negative rate', ecbTable({ '2026-11-27': { USD: '-1.08' } }), /no rate/],
    ['a rate with a comma', ecbTable({ '2026-11-27': { USD: '1,08' } }), /no rate/],
    ['an exponent', ecbTable({ '2026-11-27': { USD: '1e300' } }), /no rate/],
    ['N/A', ecbTable({ '2026-11-27': { USD: 'N/A' } }), /no rate/],
    ['no currency', ecbTable({ '2026-11-27': { '': '1.1' } }), /no rate/],
    ['a day that is none', ecbTable({ '2026-02-30': { USD: '1.1' } }), /no day/],
    ['a day in other order', ecbTable({ '27.11.2026': { USD: '1.1' } }), /no day/],
  ])('is refused as a whole where it is %s', (_, xml, why) => {
    expect(() => readEcb(xml)).toThrow(why)
  })

  it('is refused or read whatever was cut out of it or put into it, and never gives a rate that is none', () => {
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, length, put) => {
        const broken = good.slice(0, at) + put + good.slice(at + length)
        try {
          for (const { currency, perEuro, day } of readEcb(broken)) {
            expect(currency).toMatch(/^[A-Z]{3}$/)
            expect(perEuro).toBeGreaterThan(0)
            expect(Number.isNaN(Date.parse(day))).toBe(false)
          }
        } catch (error) {
          expect((error as Error).name).toBe('Error')
          expect((error as Error).message).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })
})

it.each([
  ['2026-11-27T15:19:00Z', '2026-11-26'],
  ['2026-11-27T15:20:00Z', '2026-11-27'],
  ['2026-11-28T23:00:00Z', '2026-11-27'],
  ['2026-11-29T12:00:00Z', '2026-11-27'],
  ['2026-11-30T06:00:00Z', '2026-11-27'],
  ['2026-11-30T16:00:00Z', '2026-11-30'],
])('at %s the rates of %s are out', (now, day) => {
  expect(publishedBy(new Date(now))).toBe(day)
})
