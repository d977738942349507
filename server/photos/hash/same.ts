import type { PhotoHash, SamePhoto } from '../../model/photo.ts'
import { frequencies, type ReadHash, readHash, viewCount, viewWords } from './hash.ts'

/** Of 128 bits between the nearest views: up to here it is surely one picture, from there on surely not. */
const sureDistance = 12
const differentDistance = 24
/** Colours this far apart, in levels, are no change of light; below the least colourfulness a photo counts as grey. */
const tintDistanceMax = 28
const colourfulMin = 12
/** The same drawing in another colour (a red and a blue one of one product) is a hint at most. */
const otherColour = 0.4

/** How many bits of a 32-bit number are set. */
export function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** In how many bits two sequences of 32-bit words of one length differ. */
export function hammingDistance(a: Uint32Array, b: Uint32Array): number {
  let distance = 0
  for (let word = 0; word < a.length; word++) distance += bitCount(a[word]! ^ b[word]!)
  return distance
}

/** Bits of a view whose frequency is odd from left to right: the first half. */
const oddBits = 64

/**
 * Bits between the nearest views of two photos, as they are or one of them mirrored (every odd bit turned); at most
 * `max`, and once it is no more than `enough` no nearer pair is looked for.
 */
function viewDistance(a: Uint32Array, b: Uint32Array, enough: number, max: number): number {
  let best = max
  for (let i = 0; i < a.length; i += viewWords) {
    const [a0, a1, a2, a3] = [a[i]!, a[i + 1]!, a[i + 2]!, a[i + 3]!]
    for (let j = 0; j < b.length; j += viewWords) {
      const even = bitCount(a2 ^ b[j + 2]!) + bitCount(a3 ^ b[j + 3]!)
      if (even >= best) continue
      const odd = bitCount(a0 ^ b[j]!) + bitCount(a1 ^ b[j + 1]!)
      best = Math.min(best, even + Math.min(odd, oddBits - odd))
      if (best <= enough) return best
    }
  }
  return best
}

/** The least distance of two photos in bits of 128, over all views; null when one is no hash of this version. */
export function photoDistance(a: PhotoHash, b: PhotoHash): number | null {
  const [first, second] = [readHash(a), readHash(b)]
  return first && second ? viewDistance(first.words, second.words, 0, 128) : null
}

function similarity(a: ReadHash, b: ReadHash): number {
  const distance = viewDistance(a.words, b.words, sureDistance, differentDistance)
  if (distance >= differentDistance) return 0
  const score = Math.min(1, (differentDistance - distance) / (differentDistance - sureDistance))
  return isOtherColour(a.tint, b.tint) ? Math.min(score, otherColour) : score
}

type Tint = ReadHash['tint']

function isOtherColour(a: Tint, b: Tint): boolean {
  const areColourful = Math.hypot(...a) >= colourfulMin && Math.hypot(...b) >= colourfulMin
  return areColourful && Math.hypot(a[0] - b[0], a[1] - b[1]) > tintDistanceMax
}

/**
 * How sure it is that two hashes are of one picture, 0–1; from `samePhotoMin` on they count as the same, 1 is sure.
 * 0 for texts that are no hashes of this version. Symmetric.
 */
export const samePhoto: SamePhoto = (a, b) => {
  if (a === b) return readHash(a) ? 1 : 0
  const [first, second] = [readHash(a), readHash(b)]
  return first && second ? similarity(first, second) : 0
}

/** `samePhoto` of one photo against many, read once. */
export function sameAs(photo: PhotoHash): (other: PhotoHash) => number {
  const first = readHash(photo)
  return (other) => {
    const second = first && readHash(other)
    return first && second ? similarity(first, second) : 0
  }
}

/** Bits of one key, and keys per view. */
const keyBits = 22
const keysPerView = 2

/**
 * For each key the bits it is made of: the lowest frequencies, which change least. A key must not change when a photo
 * is mirrored, so its odd frequencies stand as equal to the first odd one or not.
 */
const keyParts = (() => {
  const lowest = [...frequencies.keys()].sort(
    (a, b) => Math.hypot(...frequencies[a]!) - Math.hypot(...frequencies[b]!) || a - b,
  )
  return Array.from({ length: keysPerView }, (_, key) => {
    const bits = lowest.slice(key * keyBits, (key + 1) * keyBits)
    return {
      bits: bits.map((bit) => ({ bit, isOdd: bit < oddBits })),
      reference: bits.find((bit) => bit < oddBits)!,
    }
  })
})()

/**
 * What two photos of one picture share at least one of: up to 38 numbers of 23 bits, each once. Sure when a view of
 * each differs in at most one of its 44 lowest frequencies, mirrored or not (exact to distance 1); beyond that a matter
 * of probability, which bench/photos.ts measures. Empty for a text that is no hash of this version.
 */
export function photoKeys(hash: PhotoHash): number[] {
  const read = readHash(hash)
  if (!read) return []
  const keys = new Set<number>()
  for (let view = 0; view < viewCount; view++) {
    const isSet = (bit: number) => (read.words[view * viewWords + (bit >>> 5)]! >>> (bit & 31)) & 1
    for (const [index, { bits, reference }] of keyParts.entries()) {
      const flip = isSet(reference)
      let key = index
      for (const { bit, isOdd } of bits) key = (key << 1) | (isOdd ? isSet(bit) ^ flip : isSet(bit))
      keys.add(key)
    }
  }
  return [...keys]
}
