import { expect, it } from 'vitest'
import type { Points } from '../queries.ts'
import { spotsOf } from './spots.ts'

const points: Points = {
  ...{ total: 5, truncated: false, placeless: { count: 0, isCapped: false } },
  id: [1, 2, 3, 4, 5],
  lat: [37.8, 37.8, 37.8, 40, 37.8],
  lon: [-122.2, -122.2, -122.2, -100, -122.2],
  score: [50, 80, 60, 10, 99],
  priceCents: [1_000, 2_000, null, 4_000, 5_000],
  currency: ['USD', 'USD', null, 'EUR', 'USD'],
  isTownCentre: [true, true, true, false, false],
}
const town = { lat: 37.8, lon: -122.2, isTown: true }

it('all that is said to be in one town is one place, with its best first; what is there for sure is another', () => {
  expect(spotsOf(points, new Set())).toEqual([
    { ...town, ids: [2, 1, 3], score: 80, priceCents: 2_000, currency: 'USD' },
    { lat: 40, lon: -100, isTown: false, ids: [4], score: 10, priceCents: 4_000, currency: 'EUR' },
    { ...town, isTown: false, ids: [5], score: 99, priceCents: 5_000, currency: 'USD' },
  ])
})

it('what was hidden since is on no map', () => {
  expect(spotsOf(points, new Set([2, 4])).map(({ ids }) => ids)).toEqual([[3, 1], [5]])
})
