import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNumberTable } from './number-table.ts'

it('answers as a map of the same numbers, whatever is set and deleted', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.maxSafeNat(), fc.constant(2 ** 52))
  const change = fc.record({ key, value: fc.option(fc.nat(), { nil: null }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
      const table = createNumberTable()
      const map = new Map<number, number>()
      for (const { key, value } of changes) {
        if (value === null) expect(table.delete(key)).toBe(map.delete(key))
        else {
          table.set(key, value)
          map.set(key, value)
        }
      }
      expect(table.size).toBe(map.size)
      expect(new Map(table.entries())).toEqual(map)
      for (const { key } of changes) expect(table.get(key)).toBe(map.get(key) ?? -1)
    }),
    { numRuns: 300 },
  )
})
