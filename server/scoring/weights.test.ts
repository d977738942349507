import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { scorePartNames, scoreWeightsSchema, weightPresetNames } from '../model/score-schema.ts'
import { defaultWeights, weightPresets, weightsOf } from './weights.ts'

const messagesOf = (input: unknown) =>
  scoreWeightsSchema
    .safeParse(input)
    .error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`) ?? []

describe('tables of weights with a name', () => {
  it.each(weightPresetNames)('%s: whole numbers, none negative, that add up to 100', (name) => {
    const points = scorePartNames.map((part) => weightPresets[name][part])
    for (const each of points) {
      expect(Number.isInteger(each)).toBe(true)
      expect(each).toBeGreaterThanOrEqual(0)
    }
    expect(points.reduce((a, b) => a + b)).toBe(100)
    expect(scoreWeightsSchema.parse(weightPresets[name])).toEqual(weightPresets[name])
    expect(weightsOf(scoreWeightsSchema.parse(name))).toBe(weightPresets[name])
  })

  it('each one puts most on what it is for', () => {
    const most = (name: (typeof weightPresetNames)[number]) =>
      scorePartNames.toSorted((a, b) => weightPresets[name][b] - weightPresets[name][a])[0]
    expect(weightPresetNames.map(most)).toEqual(['price', 'price', 'profit', 'condition'])
    expect(weightPresets.bargain.price).toBeGreaterThan(weightPresets.balanced.price)
  })

  it('no choice is the balanced table', () => {
    expect(weightsOf(null)).toBe(defaultWeights)
    expect(weightsOf(undefined)).toBe(weightPresets.balanced)
  })
})

describe("a rule's own weights", () => {
  it('may leave out parts, which then weigh nothing', () => {
    expect(weightsOf(scoreWeightsSchema.parse({ price: 70, photos: 30 }))).toEqual({
      price: 70,
      profit: 0,
      condition: 0,
      recency: 0,
      distance: 0,
      photos: 30,
      keyword: 0,
    })
  })

  const refused: [unknown, RegExp][] = [
    [{ price: 70, photos: 20 }, /^: the points must add up to 100; these add up to 90$/],
    [{ price: 100, photos: 1 }, /add up to 100; these add up to 101/],
    [{}, /these add up to 0/],
    ['greedy', /either one of balanced, bargain, flipper, collector, or whole numbers for price, profit/],
    [{ price: 99.5, photos: 0.5 }, /a whole number from 0 to 100|either one of/],
    [{ price: 110, photos: -10 }, /not above 100|either one of/],
    [{ price: '100' }, /a whole number from 0 to 100|either one of/],
    [{ price: Number.NaN, photos: 100 }, /a whole number from 0 to 100|either one of/],
    [{ price: 100, luck: 0 }, /luck|either one of/],
    [[], /either one of/],
    [null, /either one of/],
    [7, /either one of/],
  ]
  it.each(refused)('%j is refused with a reason', (input, reason) => {
    const messages = messagesOf(input)
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.join('\n')).toMatch(reason)
  })

  it('whatever is accepted adds up to 100 in whole numbers, and whatever does so is accepted', () => {
    const seven = fc.array(fc.integer({ min: -5, max: 60 }), { minLength: 7, maxLength: 7 })
    const fitting = fc
      .array(fc.nat(100), { minLength: 6, maxLength: 6 })
      .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
      .map((edges) => edges.slice(1).map((edge, i) => edge - edges[i]!))
    fc.assert(
      fc.property(fc.oneof(seven, fitting), (points) => {
        const own = Object.fromEntries(scorePartNames.map((name, i) => [name, points[i]]))
        const fits = points.every((each) => each >= 0) && points.reduce((a, b) => a + b) === 100
        expect(scoreWeightsSchema.safeParse(own).success).toBe(fits)
      }),
      { numRuns: 500 },
    )
  })

  it('can be described to clients', () => {
    expect(JSON.stringify(z.toJSONSchema(scoreWeightsSchema, { io: 'input' }))).toContain('"flipper"')
  })
})
