import { expect, it } from 'vitest'
import { findPlace } from './places.ts'
import { pointIn } from './places-point.ts'

it('a point in brackets is that very point, in the country of the town before it', () => {
  expect(findPlace('Oakland, CA (37.8113, -122.2456)')).toEqual({
    label: 'Oakland, CA (37.8113, -122.2456)',
    ...{ lat: 37.8113, lon: -122.2456, country: 'US' },
  })
  expect(findPlace('(-36.8485,174.7633)')).toEqual({
    label: '(-36.8485, 174.7633)',
    ...{ lat: -36.8485, lon: 174.7633, country: '' },
  })
})

it.each([
  '(91.00, 10.00)',
  '(10.00, 181.00)',
  '(37, -122)',
  '(37.8, -122.2)',
  '37.8113, -122.2456',
  'Oakland (37.8113)',
  'Oakland (37.8113, -122.2456) and more',
  '(37.8113, -122.2456',
])('%j is no point', (text) => {
  expect(pointIn(text)).toBeNull()
})
