import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binsOf } from './value-bins.ts'

const comps = fc.array(
  fc.record({
    adjustedCents: fc.integer({ min: 1, max: 1e9 }),
    weightShare: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 300 },
)

test('every comparable is in exactly one bin, whatever the prices', () => {
  fc.assert(
    fc.property(comps, (given) => {
      const bins = binsOf(given)
      expect(bins.length).toBeLessThanOrEqual(14)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      for (const { fromCents, toCents, count } of bins)
        expect(given.filter(({ adjustedCents: at }) => at >= fromCents && at < toCents)).toHaveLength(count)
      for (const [i, bin] of bins.entries()) if (i > 0) expect(bin.fromCents).toBe(bins[i - 1]!.toCents)
    }),
  )
})

test('one price is one bin', () => {
  expect(binsOf([{ adjustedCents: 500, weightShare: 1 }])).toEqual([
    { fromCents: 500, toCents: 501, count: 1, weightShare: 1 },
  ])
})
