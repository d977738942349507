import { isMeasure } from './measures.ts'

export const codesMax = 8

/** Hyphens, dots and slashes hold a model number together; a slash only before one letter (`MC123LL/A`). */
const chunkPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-._][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\/\p{L}(?![\p{L}\p{N}]))*/gu
const separators = /[-._/]/g
const separator = /[-._/]/
const decimalPattern = /^\d{1,4}\.\d{1,3}$/
/** Numbers that count or measure: `24port`, `3in1`, `1920x1080`, `1080p`, `18-55mm` (which `measureOf` takes first). */
const noCode =
  /^(?:\d+\p{L}{4,}|\d+in\d+|\d+x\d+.*|\d+[x×]|\d+(?:st|nd|rd|th|s|p|i|k|d|ch|g|bit|pin|way|dbi|tab)|\p{L}{5,}\d|mp\d|h264|usb\d+)$/u
const countPattern = /^\d{1,3}-\p{L}+$/u

/** The words of a folded text, compounds and model numbers in one. */
export const chunksOf = (folded: string): readonly string[] => folded.match(chunkPattern) ?? []
export const isCompound = (chunk: string): boolean => separator.test(chunk)
export const withoutSeparators = (chunk: string): string => chunk.replace(separators, '')
/** The words of a compound; `27.5` is one. */
export const splitChunk = (chunk: string): string[] =>
  decimalPattern.test(chunk) || !separator.test(chunk) ? [chunk] : chunk.split(separator)

/** The letters and digits of a model or part number; undefined for what is none. */
export function asCode(chunk: string): string | undefined {
  if (chunk.length < 4 || chunk.length > 40 || !/\d/.test(chunk)) return undefined
  if (decimalPattern.test(chunk) || countPattern.test(chunk)) return undefined
  const joined = withoutSeparators(chunk)
  if (/^\d+$/.test(joined)) return joined.length >= 5 ? stripZeros(joined) : undefined
  return noCode.test(joined) || isMeasure(joined) ? undefined : joined
}

/** Shops write `06622` and `6622` for one number. */
export const stripZeros = (code: string): string => (/^0+\d{3,}$/.test(code) ? code.replace(/^0+/, '') : code)

/** A model or part number says more the longer it is and the more digits it has: `DDR3` and `CAT6` are none. */
export function isSpecificCode(code: string): boolean {
  const digits = code.length - code.replace(/\d/g, '').length
  return (code.length >= 5 && digits >= 3) || (code.length >= 7 && digits >= 2)
}

/**
 * How likely two model numbers mean one model, 0–1. One may carry the shop's or maker's prefix (`SAN32730`), a
 * suffix for colour, region or revision (`DMC-FZ50K`, `EL1000A`), or be the bar code (UPC-A) that has the other in it.
 */
export function codeSimilarity(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4) return 0
  if (long.endsWith(short) && /^\p{L}{1,5}0*$/u.test(long.slice(0, -short.length))) return 0.95
  if (long.startsWith(short)) {
    const rest = long.slice(short.length)
    if (/^\p{L}{1,4}$/u.test(rest)) return 0.8
    // `HDMI10` is no `HDMI1`, while three digits are a revision (`U5140-900`).
    if (/^\d{1,2}$/.test(rest) && /\d$/.test(short)) return 0
    return rest.length <= 4 && short.length >= 5 ? 0.7 : 0
  }
  if (long.length === 12 && short.length === 5 && /^\d+$/.test(long) && long.slice(6, 11) === short)
    return 0.8
  return long.length - short.length === 1 && isSlip(short, long) ? 0.5 : 0
}

/** Whether `long` is `short` with one letter more (in long numbers also one digit). */
function isSlip(short: string, long: string): boolean {
  if (short.length < 6) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(at) === long.slice(at + 1) && (short.length >= 12 || /\p{L}/u.test(long[at]!))
}

/** One model in two versions: the same up to one to three letters at each end (`DSC-W150R`, `DSC-W150N`). */
export function isVersionPair(a: string, b: string): boolean {
  if (a === b) return false
  const [, coreA, endA] = versionPattern.exec(a) ?? []
  const [, coreB, endB] = versionPattern.exec(b) ?? []
  return coreA !== undefined && coreA === coreB && coreA.length >= 4 && endA !== '' && endB !== ''
}
const versionPattern = /^(.*\d)(\p{L}{0,3})$/u

/** Two different numbers of one numbering scheme: the same pattern of letters and digits, or one beginning. */
export function isSameScheme(a: string, b: string): boolean {
  if (a === b) return false
  let shared = 0
  const shorter = Math.min(a.length, b.length)
  while (shared < shorter && a[shared] === b[shared]) shared++
  if (shared >= 4 && shared * 2 >= shorter) return true
  if (a.length === b.length && shape(a) === shape(b)) return true
  const letters = /^\p{L}{1,6}(?=\d)/u
  const prefix = letters.exec(a)?.[0]
  return (
    prefix !== undefined &&
    prefix === letters.exec(b)?.[0] &&
    Math.abs(a.length - b.length) <= 2 &&
    prefix.length * 4 >= shorter
  )
}

const shape = (code: string) => code.replace(/\d/g, '0').replace(/\p{L}/gu, 'a')
