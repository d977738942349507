import { expect, test } from 'vitest'
import { perUnitText, readDistance, readRate } from './rates.ts'

test('a distance is read with point or comma, and what is none is refused', () => {
  expect(['12.5', '12,5', '7'].map(readDistance)).toEqual([12.5, 12.5, 7])
  for (const text of ['', '0', '-3', '1.234', 'ten']) expect(readDistance(text)).toBeUndefined()
})

test('a rate is what it was after it was shown, to a tenth of a cent', () => {
  const rest = { unit: 'mi', validFrom: null, validTo: null, source: null, isOwn: true } as const
  for (const [centsPerUnit, currency] of [
    [72.5, 'USD'],
    [70, 'USD'],
    [0.1, 'EUR'],
    [45, 'JPY'],
  ] as const) {
    const shown = perUnitText({ ...rest, centsPerUnit, currency }).split(' ')[0]!
    expect(readRate(shown, currency)).toBe(centsPerUnit)
  }
  expect(readRate('', 'USD')).toBeNull()
  for (const text of ['0.7251', 'x', '-1']) expect(readRate(text, 'USD')).toBeUndefined()
})
