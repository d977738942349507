import { hashBits, kindNeeds, kindScales } from './features.ts'
import { type Fitted, hidden, hidden2, layoutOf, type PriceRows, strengthStep } from './price-net.ts'
import { idIn, type Vocabulary } from './vocabulary.ts'

/** Weights that a feature has in one net: of the first layer, then of the linear part. */
const perNet = hidden + 1

/**
 * Nets over one vocabulary that are asked together. What a feature means to each of them lies side by side: fetching memory is
 * most of the time of an answer, and so it is fetched once for all.
 */
export interface Nets {
  count: number
  vocabulary: Vocabulary
  table: Float32Array
  /** Of each net, what is not about features. */
  rests: {
    center: number
    scale: number
    bias1: Float32Array
    middle: Float32Array
    bias2: Float32Array
    out: Float32Array
    bias3: number
  }[]
}

export function joinNets({ vocabulary, nets }: Pick<Fitted, 'vocabulary' | 'nets'>): Nets {
  const { size } = vocabulary
  const { wideAt, bias1At, middleAt, bias2At, outAt, bias3At } = layoutOf(size)
  const stride = nets.length * perNet
  const table = new Float32Array(size * stride)
  nets.forEach(({ weights }, n) => {
    for (let id = 0; id < size; id++) {
      const at = id * stride + n * perNet
      for (let j = 0; j < hidden; j++) table[at + j] = weights[id * hidden + j]!
      table[at + hidden] = weights[wideAt + id]!
    }
  })
  const rests = nets.map(({ center, scale, weights }) => ({
    center,
    scale,
    bias1: weights.slice(bias1At, middleAt),
    middle: weights.slice(middleAt, bias2At),
    bias2: weights.slice(bias2At, outAt),
    out: weights.slice(outAt, bias3At),
    bias3: weights[bias3At]!,
  }))
  return { count: nets.length, vocabulary, table, rests }
}

/** Logarithm of the price that each net expects of a run of features, or one of them alone; `blind` are the fields not looked at. */
export function expectedByNets(
  nets: Nets,
  features: Pick<PriceRows, 'numbers' | 'strengths'>,
  from: number,
  to: number,
  only: number | null,
  blind = 0,
): Float64Array {
  const first = only === null ? 0 : only
  const end = only === null ? nets.count : only + 1
  const width = (end - first) * perNet
  const sums = new Float64Array(width)
  const { table, vocabulary } = nets
  const { numbers, strengths } = features
  const stride = nets.count * perNet
  for (let k = from; k < to; k++) {
    const number = numbers[k]!
    if ((kindNeeds[number >> hashBits]! & blind) !== 0) continue
    const id = idIn(vocabulary, number)
    if (id < 0) continue
    const strength = kindScales[number >> hashBits]! * (strengths[k]! / strengthStep)
    const at = id * stride + first * perNet
    for (let i = 0; i < width; i++) sums[i]! += strength * table[at + i]!
  }
  const expected = new Float64Array(end - first)
  for (let i = 0; i < expected.length; i++) {
    const rest = nets.rests[first + i]!
    expected[i] = rest.center + rest.scale * outputOf(rest, sums, i * perNet)
  }
  return expected
}

function outputOf(rest: Nets['rests'][number], sums: Float64Array, at: number): number {
  let output = rest.bias3 + sums[at + hidden]!
  const second = Float64Array.from(rest.bias2)
  for (let j = 0; j < hidden; j++) {
    const value = sums[at + j]! + rest.bias1[j]!
    if (value <= 0) continue
    for (let q = 0; q < hidden2; q++) second[q]! += value * rest.middle[j * hidden2 + q]!
  }
  for (let q = 0; q < hidden2; q++) if (second[q]! > 0) output += second[q]! * rest.out[q]!
  return output
}
