import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mapBoxSchema } from '../../../server/core/map-box.ts'
import {
  away,
  boxAround,
  boxOfRing,
  boxOfWindow,
  boxText,
  kmBetween,
  readBox,
  ringAround,
  widened,
} from './box.ts'

const lon = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -84, max: 84, noNaN: true })
const holds = (
  { west, south, east, north }: NonNullable<ReturnType<typeof readBox>>,
  spot: { lat: number; lon: number },
) =>
  spot.lat >= south - 1e-6 &&
  spot.lat <= north + 1e-6 &&
  (west < east
    ? spot.lon >= west - 1e-6 && spot.lon <= east + 1e-6
    : spot.lon >= west - 1e-6 || spot.lon <= east + 1e-6)

it('what a window shows comes back from the address, and the server takes it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -400, max: 400, noNaN: true }),
      lat,
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (west, south, wide, high) => {
        const text = boxText(boxOfWindow(west, south, west + wide, south + high))
        expect([text, readBox(text)]).toEqual([text, expect.anything()])
        expect(mapBoxSchema.parse(text)).toEqual(readBox(text))
      },
    ),
  )
})

it.each(['', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '0,10,5,10', '0,20,5,10', '190,0,5,10', '0,0,5,91', '5,0,5,1'])(
  '%j is no box',
  (text) => expect(readBox(text)).toBeNull(),
)

it('a window over the date line has its west beyond its east, and one around the earth is all of it', () => {
  expect(boxOfWindow(170, -10, 190, 10)).toEqual({ west: 170, south: -10, east: -170, north: 10 })
  expect(boxOfWindow(-190, -10, -170, 10)).toEqual({ west: 170, south: -10, east: -170, north: 10 })
  expect(boxOfWindow(-200, -95, 200, 95)).toEqual({ west: -180, south: -90, east: 180, north: 90 })
})

it('around spots is the smallest that holds all of them, over the date line where that is shorter', () => {
  expect(
    boxAround([
      { lat: 1, lon: 179 },
      { lat: -2, lon: -178 },
    ]),
  ).toEqual({ west: 179, south: -2, east: -178, north: 1 })
  expect(boxAround([])).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.record({ lat, lon }), { minLength: 1, maxLength: 20 }), (spots) => {
      const box = widened(boxAround(spots)!, 0.05)
      for (const spot of spots) expect(holds(box, spot)).toBe(true)
      expect(readBox(boxText(box))).not.toBeNull()
    }),
  )
})

it('a ring is everywhere as far from its middle, and its box holds it', () => {
  fc.assert(
    fc.property(lat, lon, fc.integer({ min: 1, max: 500 }), (at, along, km) => {
      const centre = { lat: at, lon: along }
      const ring = ringAround(centre, km, 12)
      for (const [x, y] of ring) expect(kmBetween(centre, { lat: y, lon: x })).toBeCloseTo(km, 3)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(kmBetween(centre, away(centre, km, 77))).toBeCloseTo(km, 3)
      if (Math.abs(at) > 70) return
      for (const [x, y] of ring)
        expect(holds(boxOfRing(centre, km), { lat: y, lon: ((x + 540) % 360) - 180 })).toBe(true)
    }),
  )
})
