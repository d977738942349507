import type { PhotoHash } from '../../model/photo.ts'
import { borderOf, flatShare, type Margins, type Picture, sample, sumsOf } from './picture.ts'

/** Goes up when two hashes of one photo would no longer be alike. */
const version = '01'
/** 32-bit words of one view. */
export const viewWords = 4
const viewBits = 32 * viewWords

const far = 0.12
const both = 0.1
const middle = 0.09
const corner = 0.08
const near = 0.06
/**
 * Which parts of a photo are hashed: the whole first, then what is left when an even border is taken away, then crops.
 * Comparing every view of one photo with every view of the other meets crops of up to 12 % on any side within a few
 * hundredths: those of one photo stand for its own crops, those of the other for what was added around it.
 */
const crops: readonly Margins[] = [
  [0, 0, 0, 0],
  [far, 0, 0, 0],
  [0, far, 0, 0],
  [0, 0, far, 0],
  [0, 0, 0, far],
  [near, 0, 0, 0],
  [0, near, 0, 0],
  [0, 0, near, 0],
  [0, 0, 0, near],
  [corner, corner, 0, 0],
  [0, corner, corner, 0],
  [0, 0, corner, corner],
  [corner, 0, 0, corner],
  [near, near, near, near],
  [far, far, far, far],
  [middle, middle, middle, middle],
  [both, 0, both, 0],
  [0, both, 0, both],
]
export const viewCount = crops.length + 1
const wordsLength = viewCount * viewWords
/** Characters of every hash: version, tint, views. */
const hashLength = 2 + 4 + 8 * wordsLength

/** Cells of a view on each side, before its frequencies are taken. */
const cells = 32
/** Frequencies per direction that are looked at. */
const reach = 12

/**
 * The frequencies whose signs are the bits of a view: the 64 lowest of those that are odd from left to right, whose
 * sign turns when the picture is mirrored, then the 64 lowest even ones, whose sign stays; without the mean.
 */
export const frequencies: readonly (readonly [across: number, down: number])[] = (() => {
  const all = Array.from({ length: reach * reach }, (_, i) => [i % reach, Math.floor(i / reach)] as const)
    .slice(1)
    .sort((a, b) => Math.max(...a) - Math.max(...b) || Math.hypot(...a) - Math.hypot(...b))
  const lowest = (odd: number) => all.filter(([across]) => across % 2 === odd).slice(0, viewBits / 2)
  return [...lowest(1), ...lowest(0)]
})()

const cosines = (() => {
  const table = new Float64Array(reach * cells)
  for (let k = 0; k < reach; k++)
    for (let n = 0; n < cells; n++) table[k * cells + n] = Math.cos(((2 * n + 1) * k * Math.PI) / (2 * cells))
  return table
})()

/** The lowest `reach` × `reach` coefficients of the DCT-II of `cells` × `cells` samples, as amplitudes in levels of grey. */
function lowFrequencies(samples: Float64Array): Float64Array {
  const rows = new Float64Array(cells * reach)
  for (let y = 0; y < cells; y++)
    for (let k = 0; k < reach; k++) {
      let sum = 0
      for (let x = 0; x < cells; x++) sum += samples[y * cells + x]! * cosines[k * cells + x]!
      rows[y * reach + k] = sum
    }
  const out = new Float64Array(reach * reach)
  for (let down = 0; down < reach; down++)
    for (let across = 0; across < reach; across++) {
      let sum = 0
      for (let y = 0; y < cells; y++) sum += rows[y * reach + across]! * cosines[down * cells + y]!
      out[down * reach + across] = (sum * 4) / (cells * cells)
    }
  return out
}

/** Below this amplitude in levels of grey, compression decides about a sign. */
const noiseAmplitude = 0.5
/** Of the signs of the whole picture, at least this share must stand clear of noise. */
const clearShareMin = 0.6
/** Drawings, placeholders and icons are made of a few even areas; photos, even of things on white, are not. */
const flatShareMax = 0.92

/** The hash, or one sentence why this picture has none: blank and drawn pictures are alike among themselves. */
export function hashOf(picture: Picture): { hash: PhotoHash } | { unusable: string } {
  if (flatShare(picture.luminance) > flatShareMax)
    return { unusable: 'The picture is blank or a simple drawing, which many things share.' }
  const sums = sumsOf(picture.luminance)
  const views: Margins[] = [...crops]
  views.splice(1, 0, borderOf(picture.luminance))
  const words = new Uint32Array(wordsLength)
  for (const [view, margins] of views.entries()) {
    const amplitudes = lowFrequencies(sample(sums, margins, cells))
    let clear = 0
    for (const [bit, [across, down]] of frequencies.entries()) {
      const amplitude = amplitudes[down * reach + across]!
      if (Math.abs(amplitude) >= noiseAmplitude) clear++
      if (amplitude > 0) words[view * viewWords + (bit >>> 5)]! |= 1 << (bit & 31)
    }
    if (view === 0 && clear < clearShareMin * viewBits)
      return { unusable: 'The picture has too little detail to be told from others.' }
  }
  return { hash: encode({ words, tint: picture.tint }) }
}

/** A hash taken apart. */
export interface ReadHash {
  /** `viewWords` for each view. */
  words: Uint32Array
  tint: readonly [cb: number, cr: number]
}

function encode({ words, tint }: ReadHash): PhotoHash {
  const byte = (value: number) =>
    Math.min(255, Math.max(0, Math.round(value + 128)))
      .toString(16)
      .padStart(2, '0')
  const views = Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('')
  return `${version}${byte(tint[0])}${byte(tint[1])}${views}`
}

/** Null for a text that is no hash of this version. */
export function readHash(hash: PhotoHash): ReadHash | null {
  if (hash.length !== hashLength || !hash.startsWith(version)) return null
  const words = new Uint32Array(wordsLength)
  for (let word = 0; word < wordsLength; word++) {
    let value = 0
    for (let at = 6 + 8 * word; at < 14 + 8 * word; at++) {
      const digit = hexDigit(hash.charCodeAt(at))
      if (digit < 0) return null
      value = (value << 4) | digit
    }
    words[word] = value
  }
  const [blue, red] = [Number.parseInt(hash.slice(2, 4), 16), Number.parseInt(hash.slice(4, 6), 16)]
  return Number.isNaN(blue + red) ? null : { words, tint: [blue - 128, red - 128] }
}

/** Lower case only: equal photos have equal texts. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : -1
}
