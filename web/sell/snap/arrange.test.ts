import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movePhoto, shiftPhoto } from './arrange.ts'

const arrangements = fc
  .uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc.array(fc.nat({ max: 3 }), { minLength: ids.length, maxLength: ids.length }).map((places) => {
      const groups: number[][] = []
      for (const [at, id] of ids.entries()) groups[places[at]!] = [...(groups[places[at]!] ?? []), id]
      return groups.filter((group) => group !== undefined && group.length > 0)
    }),
  )

describe('moving a photo', () => {
  it('loses none, doubles none and leaves no empty group', () => {
    fc.assert(
      fc.property(arrangements, fc.nat(), fc.nat(), fc.boolean(), (groups, which, where, isNew) => {
        const ids = groups.flat()
        const id = ids[which % ids.length]!
        const moved = movePhoto(groups, id, isNew ? 'new' : where % groups.length)
        expect(moved.flat().toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
        expect(moved.every((group) => group.length > 0)).toBe(true)
      }),
    )
  })

  it('puts it where it was dragged', () => {
    expect(movePhoto([[1, 2], [3]], 2, 1)).toEqual([[1], [3, 2]])
    expect(movePhoto([[1, 2], [3]], 3, 0)).toEqual([[1, 2, 3]])
    expect(movePhoto([[1, 2]], 2, 'new')).toEqual([[1], [2]])
  })

  it('within its list goes one place, and not beyond the ends', () => {
    expect(shiftPhoto([1, 2, 3], 2, -1)).toEqual([2, 1, 3])
    expect(shiftPhoto([1, 2, 3], 3, 1)).toEqual([1, 2, 3])
    expect(shiftPhoto([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
  })
})
