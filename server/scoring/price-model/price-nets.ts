import { hashBits, kindNeeds, kindScales } from './features.ts'
import { exponentMax, exponentOf, type Fitted, hidden, hidden2, layoutOf, strengthStep } from './price-net.ts'
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
  /** Weights in the steps that `exponentOf` tells, a byte each. */
  table: Int8Array
  /** Of each feature, by net. */
  exponents: Int8Array
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

const powersOfTwo = Float64Array.from({ length: 2 * exponentMax + 1 }, (_, i) => 2 ** (i - exponentMax))

/** What of a packed number is the feature; the sign tells that its strength follows. */
export const numberMask = 0x7fff_ffff

export function joinNets({ vocabulary, nets }: Pick<Fitted, 'vocabulary' | 'nets'>): Nets {
  const { size } = vocabulary
  const { wideAt, bias1At, middleAt, bias2At, outAt, bias3At } = layoutOf(size)
  const stride = nets.length * perNet
  const table = new Int8Array(size * stride)
  const exponents = new Int8Array(size * nets.length)
  nets.forEach(({ weights }, n) => {
    for (let id = 0; id < size; id++) {
      const exponent = exponentOf(weights, id, wideAt)
      const step = 2 ** exponent
      exponents[id * nets.length + n] = exponent
      const at = id * stride + n * perNet
      for (let j = 0; j < hidden; j++) table[at + j] = weights[id * hidden + j]! / step
      table[at + hidden] = weights[wideAt + id]! / step
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
  return { count: nets.length, vocabulary, table, exponents, rests }
}

/** Logarithm of the price that each net expects of a run of packed features, or one of them alone; `outage` are the fields not looked at. */
export function expectedByNets(
  nets: Nets,
  { run, from, to }: { run: Int32Array; from: number; to: number },
  only: number | null,
  blind = 0,
): Float64Array {
  const first = only === null ? 0 : only
  const end = only === null ? nets.count : only + 1
  const width = (end - first) * perNet
  const sums = new Float64Array(width)
  const { table, exponents, vocabulary } = nets
  const stride = nets.count * perNet
  for (let k = from; k < to; k++) {
    const steps = run[k]! < 0 ? run[k + 1]! : strengthStep
    const number = run[k]! & numberMask
    if (run[k]! < 0) k++
    if ((kindNeeds[number >> hashBits]! & blind) !== 0) continue
    const id = idIn(vocabulary, number)
    if (id < 0) continue
    const strength = kindScales[number >> hashBits]! * (steps / strengthStep)
    let at = id * stride + first * perNet
    for (let n = first, i = 0; n < end; n++) {
      const factor = strength * powersOfTwo[exponents[id * nets.count + n]! + exponentMax]!
      for (let j = 0; j < perNet; j++) sums[i++]! += factor * table[at++]!
    }
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
