import { describe, expect, it } from 'vitest'
import { figuresOf, type Mask, qualityMin, qualityOf } from './mask.ts'

const size = 100
function mask(value: (x: number, y: number) => number): Mask {
  return {
    data: Float32Array.from({ length: size * size }, (_, at) => value(at % size, Math.floor(at / size))),
    ...{ width: size, height: size },
  }
}
const quality = (one: Mask) => qualityOf(figuresOf(one))
const disc = (x: number, y: number, cx: number, cy: number, r: number) => Math.hypot(x - cx, y - cy) < r

describe('the quality of a mask', () => {
  it('is high of one thing in the middle with a clear edge', () => {
    expect(quality(mask((x, y) => (disc(x, y, 50, 50, 30) ? 1 : 0)))).toBeGreaterThanOrEqual(0.9)
  })
  it.each([
    ['nothing', mask(() => 0)],
    ['everything', mask(() => 1)],
    ['two things', mask((x, y) => (disc(x, y, 25, 50, 15) || disc(x, y, 75, 50, 15) ? 1 : 0))],
    ['a blurred thing', mask((x, y) => Math.max(0, 1 - Math.hypot(x - 50, y - 50) / 45))],
    ['what runs out of the picture', mask((x) => (x < 60 ? 1 : 0))],
    ['crumbs', mask((x, y) => (x % 10 < 3 && y % 10 < 3 ? 1 : 0))],
  ])('is too low of %s, so that nothing is changed', (_, one) => {
    expect(quality(one)).toBeLessThan(qualityMin)
  })
})
