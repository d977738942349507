import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScoreSubject, TravelCost } from '../../model/score-schema.ts'
import { travelCostSchema } from '../../model/score-schema.ts'
import { landedText } from '../../model/sentences/score-sentences.ts'
import { landedCents, landedOf, landedParams } from './landed.ts'

type Subject = Parameters<typeof landedOf>[0]
const travel: TravelCost = { centsPerKm: 15, currency: 'USD' }
const subject: Subject = {
  priceCents: 12_000,
  shippingCents: null,
  currency: 'USD',
  distanceKm: 40,
  travel,
}
const text = (change: Partial<Subject>) => {
  const changed = { ...subject, ...change }
  return landedText(landedParams(landedOf(changed)!, changed))
}

describe('landed cost', () => {
  it('is the price and the way there and back for what is picked up', () => {
    expect(landedOf(subject)).toEqual({
      totalCents: 13_200,
      priceCents: 12_000,
      shippingCents: 0,
      wayCents: 1200,
    })
    expect(text({})).toBe('$132 with $12 for the way')
  })
  it('is the price and the shipping for what is sent, however far it is', () => {
    expect(landedCents({ ...subject, shippingCents: 999, distanceKm: 4000 })).toBe(12_999)
    expect(text({ shippingCents: 999 })).toBe('$129.99 with $9.99 for shipping')
    expect(text({ shippingCents: 0 })).toBe('$120')
  })
  it('counts no shipping where it is unknown, and says so', () => {
    expect(landedCents({ ...subject, distanceKm: null })).toBe(12_000)
    expect(text({ distanceKm: null })).toBe('$120 (shipping unknown)')
    expect(text({ travel: null })).toBe('$120 (shipping unknown)')
    const { travel: _, ...without } = subject
    expect(landedCents(without)).toBe(12_000)
  })
  it('never adds a way in another currency, and says so', () => {
    expect(landedCents({ ...subject, currency: 'EUR' })).toBe(12_000)
    expect(text({ currency: 'EUR' })).toBe(
      '€120 (shipping unknown; the way not counted: its cost is set in USD)',
    )
    expect(text({ currency: 'EUR', travel: { ...travel, centsPerKm: 0 } })).toBe('€120 (shipping unknown)')
  })
  it('is unknown without a price', () => {
    expect(landedOf({ ...subject, priceCents: null })).toBeNull()
    expect(landedCents({ ...subject, priceCents: null })).toBeNull()
  })
  it('rounds a part of a cent once, for the whole way', () => {
    const fine = { centsPerKm: 0.1, currency: 'USD' }
    expect(landedOf({ ...subject, distanceKm: 7.4, travel: fine })!.wayCents).toBe(1)
    expect(landedOf({ ...subject, distanceKm: 24.9, travel: { ...fine, centsPerKm: 31.3 } })!.wayCents).toBe(
      1559,
    )
  })

  const amount = fc.option(fc.integer({ min: 0, max: 1e13 }))
  const any: fc.Arbitrary<Subject> = fc.record({
    priceCents: amount,
    shippingCents: amount,
    currency: fc.constantFrom('USD', 'EUR'),
    distanceKm: fc.option(fc.double()),
    travel: fc.option(
      fc.record({
        centsPerKm: fc.double({ min: 0, max: 1e6, noNaN: true }),
        currency: fc.constantFrom('USD', 'EUR'),
      }),
    ),
  })
  it('is always whole, the sum of its parts, never below the price, and the fast path agrees', () => {
    fc.assert(
      fc.property(any, (each) => {
        const landed = landedOf(each)
        expect(landed?.totalCents ?? null).toBe(landedCents(each))
        expect(landed === null).toBe(each.priceCents === null)
        if (landed === null) return
        expect(Number.isSafeInteger(landed.totalCents)).toBe(true)
        expect(landed.priceCents + landed.shippingCents + landed.wayCents).toBe(landed.totalCents)
        expect(landed.totalCents).toBeGreaterThanOrEqual(landed.priceCents)
        if (landed.shippingCents > 0) expect(landed.wayCents).toBe(0)
        expect(landedText(landedParams(landed, each))).not.toMatch(/NaN|undefined|null|Infinity/)
      }),
      { numRuns: 1000 },
    )
  })
  it('only rises with the distance', () => {
    fc.assert(
      fc.property(
        any,
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, km, part) => {
          const at = (distanceKm: ScoreSubject['distanceKm']) => landedCents({ ...each, distanceKm }) ?? 0
          expect(at(km * part)).toBeLessThanOrEqual(at(km))
        },
      ),
    )
  })
  it('a cost per km is an amount in a currency, not finer than a tenth of a cent', () => {
    expect(travelCostSchema.safeParse({ centsPerKm: 43.5, currency: 'USD' }).success).toBe(true)
    for (const bad of [
      { centsPerKm: -1, currency: 'USD' },
      { centsPerKm: 0.05, currency: 'USD' },
      { centsPerKm: 1, currency: 'dollars' },
      { centsPerKm: Number.POSITIVE_INFINITY, currency: 'USD' },
    ])
      expect(travelCostSchema.safeParse(bad).success).toBe(false)
  })
})
