import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlaceholderPrice, meantPriceCents } from './placeholder-price.ts'

describe('a price that stands for "make an offer"', () => {
  it.each([
    ['USD', 100, true],
    ['USD', 12_300, true],
    ['USD', 123_400, true],
    ['USD', 12_345_600, true],
    ['USD', 123_450, false],
    ['USD', 1234, false],
    ['JPY', 1234, true],
    ['KWD', 1_000, true],
    ['USD', 111_100, true],
    ['USD', 999_900, true],
    ['USD', 888_800, false],
    ['USD', 22_222_200, true],
    ['USD', 99_900, false],
    ['USD', 20_000, false],
    ['USD', 0, false],
    ['not a currency', 100, true],
  ])('%s %d: %s', (currency, cents, expected) => {
    expect(isPlaceholderPrice(cents, currency)).toBe(expected)
  })

  it('is no price that is meant; every other one is', () => {
    expect(meantPriceCents(100, 'USD')).toBeNull()
    expect(meantPriceCents(null, 'USD')).toBeNull()
    expect(meantPriceCents(undefined, null)).toBeNull()
    expect(meantPriceCents(100, null)).toBe(100)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (cents, currency) => {
          expect(meantPriceCents(cents, currency)).toBe(isPlaceholderPrice(cents, currency) ? null : cents)
        },
      ),
    )
  })
})
