import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstValue, discountFromValue, discountPct, reasonFromValue } from './price-against-value.ts'
import type { FairValue } from './score-schema.ts'
import { againstText } from './sentences/reason-sentences.ts'

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

describe('why a price stands where it does', () => {
  const whole: FairValue = {
    lowCents: 15_000,
    midCents: 20_000,
    highCents: 26_000,
    currency: 'USD',
    count: 12,
    basis: 'asking',
    method: 'similar',
    confidence: 0.9,
    oldestAtMs: 0,
    newestAtMs: 1,
    compIds: [],
  }
  const reason = (priceCents: number, over: Partial<FairValue> = {}) =>
    againstText(reasonFromValue({ priceCents, currency: 'USD', value: { ...whole, ...over } })!)
  const sureOf = (text: string | null) => Number(/(\d+) % sure/.exec(text ?? '')?.[1] ?? 100)

  it('tells much below and unsure from a little below and nearly certain', () => {
    expect(reason(16_400, { lowCents: 18_500, highCents: 21_600, confidence: 0.97 })).toBe(
      '18 % below its value, nearly certain',
    )
    expect(reason(7_600, { lowCents: 5_000, highCents: 90_000, confidence: 0.19 })).toMatch(
      /^62 % below its value, [67]\d % sure$/,
    )
  })
  it('is surer the narrower the interval, the more it is trusted, the further the price is', () => {
    expect(sureOf(reason(16_000, { lowCents: 8_000 }))).toBeLessThan(sureOf(reason(16_000)))
    expect(sureOf(reason(16_000, { confidence: 0.3 }))).toBeLessThan(sureOf(reason(16_000)))
    expect(sureOf(reason(18_000))).toBeLessThan(sureOf(reason(16_000)))
  })
  it('says nothing where nothing can be compared, and no more than half sure at the value', () => {
    expect(reason(20_000)).toBe('asks its value')
    expect(reasonFromValue({ priceCents: null, currency: 'USD', value: whole })).toBeNull()
    expect(reasonFromValue({ priceCents: 9_000, currency: 'EUR', value: whole })).toBeNull()
    expect(reasonFromValue({ priceCents: 9_000, currency: 'USD', value: null })).toBeNull()
  })
})
