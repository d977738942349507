import { expect, it } from 'vitest'
import { isNothing, isSelected, nothingSelected, ranged, toggled } from './selection.ts'

const loaded = [5, 4, 3, 2, 1]
const idsOf = ({ ids }: { ids: ReadonlySet<number> }) => [...ids].toSorted()

it('one is chosen, and chosen again it is not', () => {
  const one = toggled(nothingSelected, 3, loaded)
  expect(idsOf(one)).toEqual([3])
  expect(isNothing(toggled(one, 3, loaded))).toBe(true)
})

it('a range goes from what was chosen last, whichever way, and begins there again', () => {
  const one = toggled(nothingSelected, 4, loaded)
  expect(idsOf(ranged(one, 2, loaded))).toEqual([2, 3, 4])
  expect(idsOf(ranged(one, 5, loaded))).toEqual([4, 5])
  expect(idsOf(ranged(ranged(one, 3, loaded), 5, loaded))).toEqual([3, 4, 5])
})

it('a range from nothing, or from what is not there any more, is that one', () => {
  expect(idsOf(ranged(nothingSelected, 2, loaded))).toEqual([2])
  expect(idsOf(ranged(toggled(nothingSelected, 99, loaded), 2, loaded))).toEqual([2, 99])
})

it('all that match are chosen, loaded or not; one less leaves what was loaded without it', () => {
  const all = { ...nothingSelected, isAll: true }
  expect([isSelected(all, 3), isSelected(all, 777), isNothing(all)]).toEqual([true, true, false])
  const rest = toggled(all, 3, loaded)
  expect([rest.isAll, idsOf(rest)]).toEqual([false, [1, 2, 4, 5]])
})
