import type { WeightRows } from '../server/core/classifier.ts'
import { seededRandom } from '../server/core/random.ts'

export interface Example {
  features: readonly number[]
  strengths: readonly number[]
  /** Index of its class. */
  answer: number
  /** How much it counts, 1 unless its reader was unsure. */
  weight: number
}

export interface FitOptions {
  classCount: number
  /** Features seen in fewer examples are left out. */
  countMin: number
  passes: number
  rate: number
  /** How strongly weights are drawn back to where they began. */
  pull: number
  /** Where the weights of a feature begin, in place of 0. */
  prior?: (feature: number) => readonly number[] | undefined
}

/** Softmax regression by AdaGrad, one example at a time; the same examples always give the same weights. */
export function fitSoftmax(examples: readonly Example[], options: FitOptions): Map<number, Float32Array> {
  const { classCount, passes, rate, pull } = options
  const vocabulary = vocabularyOf(examples, options.countMin)
  const rows = examples.map((example) => compact(example, vocabulary))
  const weights = new Float32Array(vocabulary.size * classCount)
  for (const [feature, id] of vocabulary) {
    const prior = options.prior?.(feature)
    if (prior !== undefined) weights.set(prior, id * classCount)
  }
  const begun = weights.slice()
  const squares = new Float32Array(weights.length).fill(1e-3)
  const scores = new Float64Array(classCount)
  const order = rows.map((_, i) => i)
  const random = seededRandom(7)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const n of order) {
      const { ids, strengths } = rows[n]!
      const { answer, weight } = examples[n]!
      scores.fill(0)
      for (let j = 0; j < ids.length; j++) {
        const at = ids[j]! * classCount
        for (let c = 0; c < classCount; c++) scores[c]! += strengths[j]! * weights[at + c]!
      }
      normalise(scores)
      for (let j = 0; j < ids.length; j++) {
        const at = ids[j]! * classCount
        for (let c = 0; c < classCount; c++) {
          const error = scores[c]! - (c === answer ? 1 : 0)
          const slope = error * weight * strengths[j]! + pull * (weights[at + c]! - begun[at + c]!)
          squares[at + c]! += slope * slope
          weights[at + c]! -= (rate * slope) / Math.sqrt(squares[at + c]!)
        }
      }
    }
  }
  return new Map(
    [...vocabulary].map(([feature, id]) => [feature, weights.slice(id * classCount, (id + 1) * classCount)]),
  )
}

/** Two sets of weights side by side: the classes of the first, then those of the second. */
export function besides(
  first: WeightRows,
  firstCount: number,
  second: WeightRows,
  secondCount: number,
): Map<number, Float32Array> {
  const joined = new Map<number, Float32Array>()
  for (const feature of new Set([...first.keys(), ...second.keys()])) {
    const row = new Float32Array(firstCount + secondCount)
    row.set(first.get(feature) ?? [])
    row.set(second.get(feature) ?? [], firstCount)
    joined.set(feature, row)
  }
  return joined
}

function vocabularyOf(examples: readonly Example[], countMin: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { features } of examples) {
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const ids = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= countMin) ids.set(feature, ids.size)
  return ids
}

function compact({ features, strengths }: Example, vocabulary: ReadonlyMap<number, number>) {
  const found = new Map<number, number>()
  for (const [i, feature] of features.entries()) {
    const id = vocabulary.get(feature)
    if (id !== undefined && !found.has(id)) found.set(id, strengths[i]!)
  }
  return { ids: Int32Array.from(found.keys()), strengths: Float32Array.from(found.values()) }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
}

function normalise(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - most)
    sum += scores[c]!
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum
}
