import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleValue } from '../../samples.ts'
import { type RawComp, widened } from './value-vague.ts'

const value = sampleValue({ lowCents: 18_000, highCents: 22_000, confidence: 0.8 })
const comps = (title: (i: number) => string, prices: number[]): RawComp[] =>
  prices.map((priceCents, i) => ({
    title: title(i),
    condition: 'good',
    priceCents,
    weightShare: 1 / prices.length,
  }))
const spread = Array.from({ length: 10 }, (_, i) => 5000 * (i + 1))

describe('words that leave much open', () => {
  it('have at least the range of what fits them, and less confidence', () => {
    const wide = widened(
      value,
      'quillon',
      null,
      comps((i) => `quillon p${i}`, spread),
    )
    expect(wide.lowCents).toBeLessThan(8000)
    expect(wide.highCents).toBeGreaterThan(44_000)
    expect(wide.midCents).toBe(value.midCents)
    expect(wide.confidence).toBeLessThan(value.confidence / 2)
  })

  it.each([
    ['words that fit one of ten comps', 'quillon p3', comps((i) => `quillon p${i}`, spread)],
    [
      'comps that agree',
      'quillon',
      comps(
        (i) => `quillon p${i}`,
        spread.map(() => 20_000),
      ),
    ],
    ['four comps', 'quillon', comps((i) => `quillon p${i}`, spread.slice(0, 4))],
    ['no comps', 'quillon', []],
  ])('%s leave the value as it is', (_, title, list) => {
    expect(widened(value, title, null, list)).toBe(value)
  })

  it('a condition that is named is not left open', () => {
    const worn = comps(
      (i) => `quillon p${i}`,
      spread.map(() => 8000),
    ).map((comp) => ({
      ...comp,
      condition: 'for-parts' as const,
    }))
    expect(widened(value, 'quillon', 'good', worn)).toBe(value)
    expect(widened(value, 'quillon', null, worn).lowCents).toBe(8000)
  })

  it('never narrows, never leaves order, whatever the titles and prices', () => {
    const comp = fc.record({
      title: fc.string({ unit: 'binary', maxLength: 60 }),
      condition: fc.constantFrom('good' as const, 'new' as const, null),
      priceCents: fc.integer({ min: 1, max: 1e13 }),
      weightShare: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(comp, { maxLength: 40 }), (title, list) => {
        const wide = widened(value, title, 'good', list)
        expect(wide.lowCents).toBeLessThanOrEqual(value.lowCents)
        expect(wide.lowCents).toBeGreaterThanOrEqual(1)
        expect(wide.highCents).toBeGreaterThanOrEqual(value.highCents)
        expect(wide.confidence).toBeLessThanOrEqual(value.confidence)
        expect(wide.confidence).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
