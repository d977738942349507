import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstValue, discountFromValue, discountPct } from './price-against-value.ts'

const value = { midCents: 20_000, currency: 'USD' }

describe('a price against the middle of its fair value', () => {
  it.each([
    [12_000, 40, '40 % below'],
    [14_001, 29, '29 % below'],
    [19_900, 0, 'at'],
    [20_100, 0, 'at'],
    [25_050, -25, '25 % above'],
    [60_000, -200, '3 times'],
    [0, 100, '100 % below'],
  ])('%i is %i, in words %s', (priceCents, discount, words) => {
    expect(discountFromValue({ priceCents, currency: 'USD', value })).toBe(discount)
    expect(againstValue(discount)).toBe(words)
  })

  it('is not compared with a value in another currency, nor where either is missing or stands for "make an offer"', () => {
    expect(discountFromValue({ priceCents: 12_000, currency: 'EUR', value })).toBeNull()
    expect(discountFromValue({ priceCents: 12_000, currency: null, value })).toBeNull()
    expect(discountFromValue({ priceCents: null, currency: 'USD', value })).toBeNull()
    expect(discountFromValue({ priceCents: 100, currency: 'USD', value })).toBeNull()
    expect(discountFromValue({ priceCents: 12_000, currency: 'USD', value: null })).toBeNull()
  })

  it('reaches a least discount exactly where the price is that much below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e10 }),
        fc.integer({ min: 1, max: 1e10 }),
        fc.integer({ min: 1, max: 100 }),
        (price, mid, least) => {
          const isReached = BigInt(mid - price) * 100n >= BigInt(least) * BigInt(mid)
          expect(discountPct(price, mid) >= least).toBe(isReached)
        },
      ),
    )
  })
})
