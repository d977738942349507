import { readFileSync } from 'node:fs'

/**
 * A linear classifier over hashed features. Its file holds no text: for each feature's hash a byte for each class, in
 * steps of the class. Learned by bench/kinds-train.ts.
 */
export interface Classifier {
  classCount: number
  /** How often each feature counts towards each class, added up into `into`; a feature given twice counts once. */
  add(features: readonly number[], strengths: readonly number[], into: Float64Array): void
  /** What one feature says for a class; 0 = it was never seen. */
  weightOf(feature: number, classIndex: number): number
}

const magic = 0x3157_5344
const headBytes = 12

/** Feature → weight for each class. */
export type WeightRows = ReadonlyMap<number, ArrayLike<number>>

/** The file of a classifier; weights are rounded to 1/127 of the largest of their class. */
export function encodeClassifier(rows: WeightRows, classCount: number): Uint8Array {
  const kept = [...rows].sort(([a], [b]) => a - b)
  const steps = Array.from(
    { length: classCount },
    (_, c) => kept.reduce((most, [, weights]) => Math.max(most, Math.abs(weights[c]!)), 1e-6) / 127,
  )
  const keysAt = headBytes + classCount * 4
  const bytes = new Uint8Array(keysAt + kept.length * (4 + classCount))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, classCount, true)
  view.setUint32(8, kept.length, true)
  for (const [c, step] of steps.entries()) view.setFloat32(headBytes + c * 4, step, true)
  for (const [i, [feature, weights]] of kept.entries()) {
    view.setUint32(keysAt + i * 4, feature, true)
    for (let c = 0; c < classCount; c++) {
      view.setInt8(keysAt + kept.length * 4 + i * classCount + c, Math.round(weights[c]! / steps[c]!))
    }
  }
  return bytes
}

/** Reads `encodeClassifier`'s bytes; throws on any others. */
export function decodeClassifier(bytes: Uint8Array): Classifier {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const classCount = bytes.byteLength < headBytes ? 0 : view.getUint32(4, true)
  const count = classCount === 0 ? 0 : view.getUint32(8, true)
  const keysAt = headBytes + classCount * 4
  if (classCount === 0 || view.getUint32(0, true) !== magic)
    throw new Error('These are no weights of a classifier.')
  if (bytes.byteLength !== keysAt + count * (4 + classCount)) throw new Error('The weights are cut off.')
  const steps = Float64Array.from({ length: classCount }, (_, c) => view.getFloat32(headBytes + c * 4, true))
  const weights = new Int8Array(count * classCount)
  weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + keysAt + count * 4, count * classCount))
  const index = indexOf(count, (i) => view.getUint32(keysAt + i * 4, true))
  // Which rows the present call has counted: those that hold its number.
  const counted = new Uint32Array(count)
  const sums = new Float64Array(classCount)
  let call = 0
  return {
    classCount,
    add(features, strengths, into) {
      call = (call + 1) >>> 0
      sums.fill(0)
      for (let i = 0; i < features.length; i++) {
        const row = index(features[i]!)
        if (row < 0 || counted[row] === call) continue
        counted[row] = call
        const strength = strengths[i]!
        for (let c = 0, at = row * classCount; c < classCount; c++, at++) {
          sums[c]! += strength * weights[at]!
        }
      }
      for (let c = 0; c < classCount; c++) into[c]! += steps[c]! * sums[c]!
    },
    weightOf(feature, classIndex) {
      const row = index(feature)
      return row < 0 ? 0 : steps[classIndex]! * weights[row * classCount + classIndex]!
    },
  }
}

/** Feature → row by open addressing; −1 = none. */
function indexOf(count: number, keyOf: (row: number) => number): (feature: number) => number {
  let size = 16
  while (size < count * 2) size *= 2
  const keys = new Uint32Array(size)
  const rows = new Int32Array(size).fill(-1)
  for (let row = 0; row < count; row++) {
    const key = keyOf(row)
    let slot = key & (size - 1)
    while (rows[slot]! >= 0) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    rows[slot] = row
  }
  return (feature) => {
    let slot = feature & (size - 1)
    while (rows[slot]! >= 0) {
      if (keys[slot] === feature) return rows[slot]!
      slot = (slot + 1) & (size - 1)
    }
    return -1
  }
}

export function readClassifier(file: URL): Classifier {
  return decodeClassifier(readFileSync(file))
}

/** Probabilities of the classes `from` ≤ c < `to` by their scores, in place. */
export function toProbabilities(scores: Float64Array, from: number, to: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (let c = from; c < to; c++) most = Math.max(most, scores[c]!)
  let sum = 0
  for (let c = from; c < to; c++) {
    scores[c] = Math.exp(scores[c]! - most)
    sum += scores[c]!
  }
  for (let c = from; c < to; c++) scores[c]! /= sum
}

/** FNV-1a over a group's name and a text, 32 bits. */
export function featureOf(group: string, text: string): number {
  let hash = 0x811c_9dc5
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x0100_0193)
  hash = Math.imul(hash ^ 0x3a, 0x0100_0193)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  // Low bits choose the slot: mixed once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
