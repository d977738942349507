import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeClassifier, encodeClassifier, featureOf, toProbabilities } from './classifier.ts'

const weight = fc.double({ min: -5, max: 5, noNaN: true })

describe('a classifier', () => {
  it('reads back what was written, to a hundredth of the largest weight of each class', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.tuple(weight, weight, weight)),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const weights = new Map(given)
        const read = decodeClassifier(encodeClassifier(weights, 3))
        for (const [feature, own] of weights) {
          for (let c = 0; c < 3; c++) expect(read.weightOf(feature, c)).toBeCloseTo(own[c]!, 1)
        }
      }),
    )
  })

  it('counts each feature once, however often it is given, and an unknown one not at all', () => {
    const one = featureOf('word', 'one')
    const two = featureOf('word', 'two')
    const read = decodeClassifier(
      encodeClassifier(
        new Map([
          [one, [1, -1]],
          [two, [0.5, 0]],
        ]),
        2,
      ),
    )
    const scores = new Float64Array(2)
    read.add([one, two, one, featureOf('word', 'three')], [2, 1, 2, 1], scores)
    expect([...scores].map((score) => Math.round(score * 10) / 10)).toEqual([2.5, -2])
    // A second text starts anew.
    const again = new Float64Array(2)
    read.add([one], [2], again)
    expect(Math.round(again[0]!)).toBe(2)
  })

  it('refuses bytes that are no weights, or are cut off', () => {
    const bytes = encodeClassifier(new Map([[7, [1, 2]]]), 2)
    expect(() => decodeClassifier(bytes.slice(0, -1))).toThrow('cut off')
    expect(() => decodeClassifier(new Uint8Array(40))).toThrow('no weights')
    expect(() => decodeClassifier(new Uint8Array(0))).toThrow('no weights')
  })

  it('makes probabilities of some of the scores and leaves the others', () => {
    const scores = Float64Array.of(1000, 999, 5)
    toProbabilities(scores, 0, 2)
    expect(scores[0]! + scores[1]!).toBeCloseTo(1)
    expect(scores[0]).toBeGreaterThan(scores[1]!)
    expect(scores[2]).toBe(5)
  })
})
