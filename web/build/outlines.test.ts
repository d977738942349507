import { expect, it } from 'vitest'
import { makers } from './outlines.ts'

type Nested = number | Nested[]

it('no coast runs back over the map where it passes the date line or a pole', () => {
  const { features } = JSON.parse(makers.land()) as { features: { geometry: { coordinates: Nested } }[] }
  const lines: [number, number][][] = []
  const collect = (value: Nested): void => {
    if (!Array.isArray(value)) return
    if (Array.isArray(value[0]) && typeof value[0][0] === 'number') lines.push(value as [number, number][])
    else for (const one of value) collect(one)
  }
  for (const { geometry } of features) collect(geometry.coordinates)
  expect(lines.length).toBeGreaterThan(1000)
  // Only along the pole itself, where the map is one point drawn as a line.
  const wild = lines.flatMap((line) =>
    line.filter(([x, y], at) => {
      const step = at === 0 || y === -90 ? 0 : Math.abs(x - line[at - 1]![0])
      return Math.abs(x) > 180 || Math.abs(y) > 90 || step > 90
    }),
  )
  expect(wild).toEqual([])
})
