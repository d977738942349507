import { expect, it } from 'vitest'
import { moneyKinds, signOf } from './money-kinds.ts'
import { itemState, nextSaleStates, saleStates } from './states.ts'

it.each([
  [1, 0, null, 0, 'unlisted'],
  [1, 0, null, 2, 'listed'],
  [1, 0, 'kept', 1, 'kept'],
  [3, 2, null, 0, 'unlisted'],
  [3, 2, 'lost', 0, 'lost'],
  [1, 1, null, 0, 'sold'],
  [1, 1, 'kept', 1, 'sold'],
  [1, 2, null, 1, 'oversold'],
] as const)(
  'of %i owned and %i sold, set aside %s, on %i places: %s',
  (quantity, soldQuantity, aside, openPosts, state) => {
    expect(itemState({ quantity, soldQuantity, aside, openPosts })).toBe(state)
  },
)
it('no sale goes back to an earlier state, and what went back stays back', () => {
  for (const [index, state] of saleStates.entries())
    for (const next of nextSaleStates(state)) expect(saleStates.indexOf(next)).toBeGreaterThan(index)
  expect(nextSaleStates('cancelled')).toEqual([])
  expect(nextSaleStates('refunded')).toEqual([])
})
it('only the tax that is handed on counts for nothing', () => {
  expect(moneyKinds.filter((kind) => signOf(kind) === 0)).toEqual(['collected-tax'])
})
