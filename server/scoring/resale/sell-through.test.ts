import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SaleCount, saleAgeDays, sellThrough, sellThroughPrior } from './sell-through.ts'

const none: SaleCount[] = []

describe('the chance of a sale', () => {
  it('is the documented assumption where nothing is known, and says so', () => {
    expect(sellThrough(none, 'phones', 60)).toEqual({
      bps: sellThroughPrior.bps,
      withinDays: 60,
      said: expect.objectContaining({
        sentence: '60 % should sell within 60 days (assumed: no sales of this kind were watched)',
      }),
    })
    expect(sellThrough(none, 'phones', 120).bps).toBe(8400)
    expect(sellThrough(none, 'phones', 30, { days: 30, bps: 2500 }).bps).toBe(2500)
  })

  it('is what was seen where much was seen', () => {
    // 40 % of those watched sell in the first 3 days, nothing after.
    const counts = saleAgeDays.map(
      (_, band): SaleCount => ({
        category: 'phones',
        band,
        atRisk: band === 0 ? 100_000 : 60_000,
        sold: band === 0 ? 40_000 : 0,
      }),
    )
    expect(sellThrough(counts, 'phones', 3).bps / 100).toBeCloseTo(40, 0)
    expect(sellThrough(counts, 'phones', 60).bps / 100).toBeCloseTo(40, 0)
    expect(sellThrough(counts, 'phones', 60).said.sentence).toBe(
      '40 % should sell within 60 days (40000 of 100000 listings watched were sold)',
    )
  })

  it('of a category that was hardly seen leans on all categories, not on the assumption', () => {
    const counts = saleAgeDays.map(
      (_, band): SaleCount => ({ category: 'phones', band, atRisk: 10_000, sold: 0 }),
    )
    const few = [...counts, { category: 'art' as const, band: 0, atRisk: 5, sold: 1 }]
    const art = sellThrough(few, 'art', 60)
    expect(art.bps).toBeLessThan(1000)
    expect(art.bps).toBeGreaterThan(sellThrough(few, 'phones', 60).bps)
    expect(art.said.sentence).toMatch(/mostly assumed: 1 of 5 listings watched were sold/)
  })

  const counts = fc.array(
    fc.record({
      category: fc.constantFrom('phones' as const, 'art' as const),
      band: fc.nat(saleAgeDays.length - 1),
      atRisk: fc.nat(1000),
      sold: fc.nat(1500),
    }),
    { maxLength: 20 },
  )
  it('is between none and all, and only rises with the days, whatever the counts', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (all, a, b) => {
        const early = sellThrough(all, 'phones', Math.min(a, b)).bps
        const late = sellThrough(all, 'phones', Math.max(a, b)).bps
        expect(Number.isInteger(early)).toBe(true)
        expect(early).toBeGreaterThanOrEqual(0)
        expect(late).toBeLessThanOrEqual(10_000)
        expect(early).toBeLessThanOrEqual(late)
      }),
    )
  })
  it('only rises with what was sold', () => {
    fc.assert(
      fc.property(counts, fc.nat(19), fc.nat(500), (all, at, more) => {
        const raised = all.map((count, i) => (i === at ? { ...count, sold: count.sold + more } : count))
        expect(sellThrough(raised, 'phones', 90).bps).toBeGreaterThanOrEqual(
          sellThrough(all, 'phones', 90).bps,
        )
      }),
    )
  })
})
