import { expect, it } from 'vitest'
import { pointIn } from '../../../server/core/places-point.ts'
import { placeText, spotIn } from './circle.ts'

it('a place that was set on the map is the same point for the server, and for the map again', () => {
  for (const [town, spot] of [
    ['Oakland, CA', { lat: 37.8044, lon: -122.2712 }],
    [null, { lat: -36.5, lon: 174 }],
  ] as const) {
    const text = placeText(town, spot)
    expect(spotIn(text)).toEqual(spot)
    expect(pointIn(text)).toEqual({ town: town ?? '', ...spot })
  }
  expect(spotIn('Oakland, CA')).toBeNull()
  expect(spotIn('Nowhere (99.00, 10.00)')).toBeNull()
})
