import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runsOf } from './runs.ts'

it('parts what fits at each gap, in order and losing nothing', () => {
  expect(runsOf([1, 2, 0, 3, 0, 0, 4], (n) => n > 0)).toEqual([[1, 2], [3], [4]])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (items) => {
      const runs = runsOf(items, (n) => n > 0)
      expect(runs.flat()).toEqual(items.filter((n) => n > 0))
      expect(runs.every((run) => run.length > 0)).toBe(true)
      expect(runs.length).toBeLessThanOrEqual(items.filter((n) => n === 0).length + 1)
    }),
  )
})
