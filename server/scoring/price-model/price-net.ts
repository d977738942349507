import { seededRandom } from '../../core/random.ts'
import { allFields, fields, hashBits, kindNeeds, kindScales } from './features.ts'
import { idIn, type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** Units of the two small layers. */
export const hidden = 8
export const hidden2 = 4

/** Most features that have a place in a net: 8 nets of 150,000 take 80 MB. */
const vocabularyMax = 150_000

/** Where the parts of a net lie in its one array: first layer, linear part, then the small rest. */
export function layoutOf(vocabularySize: number) {
  const wideAt = vocabularySize * hidden
  const bias1At = wideAt + vocabularySize
  const middleAt = bias1At + hidden
  const bias2At = middleAt + hidden * hidden2
  const outAt = bias2At + hidden2
  const bias3At = outAt + hidden2
  return { wideAt, bias1At, middleAt, bias2At, outAt, bias3At, length: bias3At + 1 }
}
type Layout = ReturnType<typeof layoutOf>

/** Strengths are kept as whole thirty-seconds: a byte each, ±3.97. */
export const strengthStep = 32

/** Observations in flat columns; row i has the features `starts[i]` to `starts[i + 1]`. */
export interface PriceRows {
  numbers: Int32Array
  strengths: Int8Array
  starts: Int32Array
  /** Natural logarithm of the price. */
  logPrices: Float64Array
  /** 0 to `foldCount` − 1; same titles share a fold. */
  folds: Uint8Array
}

export const foldCount = 8

/**
 * What the rows teach: one net for each fold, which has not seen that fold, and for each row what the net that has not
 * seen it expects.
 */
export interface Fitted {
  vocabulary: Vocabulary
  nets: Net[]
  /** Expected logarithm of each row's price. */
  means: Float32Array
}

/** All weights of one net, as `layoutOf` says; its output counts in units of `scale` from `center`. */
export interface Net {
  center: number
  scale: number
  weights: Float32Array<ArrayBuffer>
}

const rate = 0.035
/** Errors are cut off at so many times their usual size, so that junk prices pull no harder than honest spread. */
const errorCut = 2.5
const usualErrorMin = 0.05
const usualErrorShare = 0.002
const averagedStates = 6
/** Shares of looks at a row by its title alone, by title and description, and with fields left out by chance. */
const titleShare = 0.2
const describedShare = 0.15
const partShare = 0.25

/** Bits of the fields that one look at a row leaves out, so that a field that nobody tells is no evidence. */
function leftOut(chance: () => number): number {
  const dice = chance()
  if (dice < titleShare) return chance() < 0.5 ? allFields : allFields & ~fields.category
  if (dice < titleShare + describedShare) {
    return allFields & ~fields.description & (chance() < 0.5 ? allFields : ~fields.category)
  }
  return dice < titleShare + describedShare + partShare ? Math.floor(chance() * (allFields + 1)) : 0
}

/** Learns from all rows; the same rows always give the same nets. Cost: about 10 µs per row, net and pass. */
export function fitRows(rows: PriceRows): Fitted {
  const vocabulary = vocabularyOf(rows.numbers, vocabularyMax)
  const known = knownOf(rows, vocabulary)
  const nets = Array.from({ length: foldCount }, (_, fold) => fitNet(rows, known, fold, vocabulary.size))
  const shared: Shared = {
    layout: layoutOf(vocabulary.size),
    known,
    first: new Float64Array(hidden),
    second: new Float64Array(hidden2),
  }
  const means = new Float32Array(rows.logPrices.length)
  for (let row = 0; row < means.length; row++) {
    const { center, scale, weights } = nets[rows.folds[row]!]!
    means[row] = center + scale * forward(weights, row, 0, shared)
  }
  return { vocabulary, nets, means }
}

/** The features of the rows that the vocabulary has, with what they count. */
interface Known {
  ids: Int32Array
  strengths: Float32Array
  /** Bits of the fields that tell it. */
  needs: Uint8Array
  starts: Int32Array
}

function knownOf({ numbers, strengths, starts }: PriceRows, vocabulary: Vocabulary): Known {
  const rowCount = starts.length - 1
  const known: Known = {
    ids: new Int32Array(numbers.length),
    strengths: new Float32Array(numbers.length),
    needs: new Uint8Array(numbers.length),
    starts: new Int32Array(rowCount + 1),
  }
  let at = 0
  for (let row = 0; row < rowCount; row++) {
    known.starts[row] = at
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const id = idIn(vocabulary, numbers[k]!)
      if (id < 0) continue
      const kind = numbers[k]! >> hashBits
      known.ids[at] = id
      known.strengths[at] = kindScales[kind]! * (strengths[k]! / strengthStep)
      known.needs[at++] = kindNeeds[kind]!
    }
  }
  known.starts[rowCount] = at
  return known
}

/** Middle and usual distance from it; junk prices must not widen the scale by which errors are cut off. */
function centerAndScale(logPrices: Float64Array): { center: number; scale: number } {
  const half = logPrices.length >> 1
  const center = logPrices.toSorted()[half] ?? 0
  const deviations = logPrices.map((value) => Math.abs(value - center)).sort()
  return { center, scale: Math.max(0.1, 1.4826 * (deviations[half] ?? 1)) }
}

/** Small evidence is gone over more often; a hundred thousand rows teach enough in one or two passes. */
function passesFor(count: number): number {
  return Math.max(2, Math.min(12, Math.round(20_000 / Math.max(1, count))))
}

/**
 * A wide and deep net over hashed features: a linear part beside two small layers, fitted with AdaGrad and an error
 * that is cut off (Huber), so that a price ten times too high pulls no harder than one that is somewhat high.
 */
function fitNet(rows: PriceRows, known: Known, fold: number, vocabularySize: number): Net {
  const chance = seededRandom(fold + 1)
  const normal = () => Math.sqrt(-2 * Math.log(chance() + 1e-12)) * Math.cos(2 * Math.PI * chance())
  const layout = layoutOf(vocabularySize)
  const { wideAt, bias1At, middleAt, bias2At, outAt, bias3At, length: weightCount } = layout
  const net = new Float32Array(weightCount)
  for (let i = 0; i < wideAt; i++) net[i] = normal() * 0.1
  for (let i = middleAt; i < bias2At; i++) net[i] = normal() * Math.sqrt(2 / hidden)
  for (let i = outAt; i < bias3At; i++) net[i] = normal() * Math.sqrt(1 / hidden2)
  /** Sums of squared gradients. */
  const sums = new Float32Array(weightCount)
  sums.fill(0.1, wideAt, bias1At)

  const order: number[] = []
  for (let row = 0; row < rows.folds.length; row++) if (rows.folds[row] !== fold) order.push(row)
  const first = new Float64Array(hidden)
  const second = new Float64Array(hidden2)
  const shared: Shared = { layout, known, first, second }
  const firstError = new Float64Array(hidden)
  const { ids, strengths, needs, starts } = known
  const { logPrices } = rows
  // Of what this net sees only, or a held price would move its own expectation, if by a hair; but where most rows have
  // one title and so one fold, the rest is no scale.
  const seen =
    order.length * 2 > rows.folds.length ? Float64Array.from(order, (row) => logPrices[row]!) : logPrices
  const { center, scale } = centerAndScale(seen)
  const passes = passesFor(order.length)
  /** What the net was at moments of the second half, on average: calmer than its last state, and as good as several. */
  const mean = new Float32Array(weightCount)
  const looks = order.length * passes
  const takeEvery = Math.max(1, Math.floor(looks / 2 / averagedStates))
  let look = 0
  /** Running mean of the (cut) errors. */
  let usualError = 1
  let taken = 0
  for (let pass = 0; pass < passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      const other = order[i]!
      order[i] = order[j]!
      order[j] = other
    }
    const step = rate * Math.sqrt(1 - pass / passes)
    for (const row of order) {
      const blind = leftOut(chance)
      const output = forward(net, row, blind, shared)
      let error = output - (logPrices[row]! - center) / scale
      const size = Math.abs(error)
      const cut = errorCut * usualError
      usualError += usualErrorShare * (Math.min(size, cut) - usualError)
      if (usualError < usualErrorMin) usualError = usualErrorMin
      error = error > cut ? cut : error < -cut ? -cut : error

      firstError.fill(0)
      for (let q = 0; q < hidden2; q++) {
        const active = second[q]!
        if (active <= 0) continue
        const out = outAt + q
        const pull = error * net[out]!
        const outGradient = error * active
        sums[out]! += outGradient * outGradient
        net[out]! -= (step * outGradient) / (Math.sqrt(sums[out]!) + 0.1)
        const bias = bias2At + q
        sums[bias]! += pull * pull
        net[bias]! -= (step * pull) / (Math.sqrt(sums[bias]!) + 0.1)
        for (let j = 0; j < hidden; j++) {
          const value = first[j]!
          if (value === 0) continue
          const at = middleAt + j * hidden2 + q
          firstError[j]! += pull * net[at]!
          const gradient = pull * value
          sums[at]! += gradient * gradient
          net[at]! -= (step * gradient) / (Math.sqrt(sums[at]!) + 0.1)
        }
      }
      net[bias3At]! -= step * error * 0.05
      for (let j = 0; j < hidden; j++) {
        if (first[j] === 0) {
          firstError[j] = 0
          continue
        }
        const gradient = firstError[j]!
        sums[bias1At + j]! += gradient * gradient
        net[bias1At + j]! -= (step * gradient) / (Math.sqrt(sums[bias1At + j]!) + 0.1)
      }
      const to = starts[row + 1]!
      for (let k = starts[row]!; k < to; k++) {
        if ((blind & needs[k]!) !== 0) continue
        const strength = strengths[k]!
        const id = ids[k]!
        const wide = wideAt + id
        const wideGradient = error * strength
        sums[wide]! += wideGradient * wideGradient
        net[wide]! -= (step * wideGradient) / Math.sqrt(sums[wide]!)
        const base = id * hidden
        for (let j = 0; j < hidden; j++) {
          if (firstError[j] === 0) continue
          const gradient = firstError[j]! * strength
          sums[base + j]! += gradient * gradient
          net[base + j]! -= (step * gradient) / (Math.sqrt(sums[base + j]!) + 0.02)
        }
      }
      if (++look > looks / 2 && look % takeEvery === 0) {
        taken++
        for (let i = 0; i < weightCount; i++) mean[i]! += (net[i]! - mean[i]!) / taken
      }
    }
  }
  return { center, scale, weights: rounded(taken > 0 ? mean : net, vocabularySize, wideAt) }
}

export const exponentMax = 60

/**
 * What a feature's weights in a net are counted in: the power of two of which the largest is at most 127. So each can be
 * kept in a byte, and what that rounds off is a hundredth of what prices are off.
 */
export function exponentOf(weights: Float32Array, id: number, wideAt: number): number {
  let most = Math.abs(weights[wideAt + id]!)
  for (let at = id * hidden; at < (id + 1) * hidden; at++) most = Math.max(most, Math.abs(weights[at]!))
  return most === 0 ? 0 : Math.max(-exponentMax, Math.ceil(Math.log2(most / 127)))
}

/** Rounded before anything is expected by them, so that they expect the same wherever they are kept. */
function rounded(weights: Float32Array<ArrayBuffer>, vocabularySize: number, wideAt: number) {
  for (let id = 0; id < vocabularySize; id++) {
    const step = 2 ** exponentOf(weights, id, wideAt)
    for (let at = id * hidden; at < (id + 1) * hidden; at++)
      weights[at] = Math.round(weights[at]! / step) * step
    weights[wideAt + id] = Math.round(weights[wideAt + id]! / step) * step
  }
  return weights
}

/** What all answers of nets over one vocabulary share; an answer leaves its two hidden layers there. */
interface Shared {
  layout: Layout
  known: Known
  first: Float64Array
  second: Float64Array
}

function forward(net: Float32Array, row: number, blind: number, shared: Shared): number {
  const { layout, first, second } = shared
  const { ids, strengths, needs, starts } = shared.known
  const { wideAt, bias1At, middleAt, bias2At, outAt, bias3At } = layout
  let output = net[bias3At]!
  for (let j = 0; j < hidden; j++) first[j] = net[bias1At + j]!
  const to = starts[row + 1]!
  for (let k = starts[row]!; k < to; k++) {
    if ((blind & needs[k]!) !== 0) continue
    const strength = strengths[k]!
    const id = ids[k]!
    output += strength * net[wideAt + id]!
    const base = id * hidden
    for (let j = 0; j < hidden; j++) first[j]! += strength * net[base + j]!
  }
  for (let j = 0; j < hidden; j++) if (first[j]! < 0) first[j] = 0
  for (let q = 0; q < hidden2; q++) second[q] = net[bias2At + q]!
  for (let j = 0; j < hidden; j++) {
    const value = first[j]!
    if (value === 0) continue
    const at = middleAt + j * hidden2
    for (let q = 0; q < hidden2; q++) second[q]! += value * net[at + q]!
  }
  for (let q = 0; q < hidden2; q++) {
    if (second[q]! < 0) second[q] = 0
    else output += second[q]! * net[outAt + q]!
  }
  return output
}
