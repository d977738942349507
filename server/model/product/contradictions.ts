import type { Mark } from './marks.ts'
import { isSameFigure, isWear, measureConflicts } from './measures.ts'
import type { ProductTitle } from './title.ts'

/** What two titles say of one kind that cannot both be of one thing. */
export interface Contradiction {
  kind: string
  /** What each says, in words for a person; '' where the one lacks what the other says. */
  said: readonly [string, string]
}

/** What of a title is compared. */
export type ComparedTitle = Omit<ProductTitle, 'words' | 'codes' | 'joins'>

/**
 * Why two titles cannot be of one thing: another model, variant, size, storage, side, volume, edition, year or number of
 * pieces. What only one of them says contradicts nothing, but for words that make another model (`6` and `6 Plus`).
 * `ignored` are numbers that stand for something else, such as the price.
 */
export function contradictions(
  a: ComparedTitle,
  b: ComparedTitle,
  ignored: readonly string[] = [],
): Contradiction[] {
  if (a.glued === b.glued) return []
  const found: Contradiction[] = []
  const add = (kind: string, one: string, other: string) => found.push({ kind, said: [one, other] })
  const models = otherModel(a, b, ignored)
  if (models) add('model', ...models)
  const variants = models ? undefined : otherVariant(a, b)
  if (variants) add('variant', ...variants)
  if (a.storageGb > 0 && b.storageGb > 0 && !isSameStorage(a.storageGb, b.storageGb))
    add('storage', gigabytes(a.storageGb), gigabytes(b.storageGb))
  if (a.ramGb > 0 && b.ramGb > 0 && !isSameStorage(a.ramGb, b.ramGb))
    add('memory', gigabytes(a.ramGb), gigabytes(b.ramGb))
  if (isOtherSize(a.size, b.size)) add('size', a.size!, b.size!)
  else if (isOtherShape(a.dimensions, b.dimensions)) add('size', a.dimensions, b.dimensions)
  else addMeasures(a, b, add)
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year)))
    add('year', String(a.years[0]), String(b.years[0]))
  addMarks(a.marks, b.marks, add)
  const counts = otherQuantity(a, b)
  if (counts) add('quantity', ...counts)
  return found
}

type Add = (kind: string, one: string, other: string) => void

const gigabytes = (gb: number) => (gb >= 1024 ? `${Number((gb / 1024).toPrecision(3))} TB` : `${gb} GB`)
/** 500 and 512, 1000 and 1024: bytes are counted by thousands or by 1,024. */
const isSameStorage = (x: number, y: number) =>
  x === y || (Math.abs(x - y) <= 0.075 * Math.max(x, y) && Math.min(x, y) >= 100)

function addMeasures(a: ComparedTitle, b: ComparedTitle, add: Add): void {
  if (a.measures.length === 0 || b.measures.length === 0) return
  for (const [x, y] of measureConflicts(a.measures, b.measures, isSameFigure))
    if (!isWear(x) && x.kind !== 'GB' && x.kind !== 'pieces' && x.kind !== 'times')
      add('size', x.text, y.text)
}

/** `m`, `3xl` and the like; names of beds; numbers. Sizes of different classes say nothing about each other. */
function sizeClass(size: string): string {
  if (/^(?:\d?x*[sl]|m|small|medium|large)$/.test(size)) return 'letter'
  if (/^(?:super |cal )?(?:queen|king|twin|full|single|double)(?: xl)?$/.test(size)) return 'bed'
  if (/^(?:us )?\d+(?:\.\d+)?$/.test(size)) return 'number'
  return (
    /^(uk|eu) /.exec(size)?.[1] ?? (/^\d\dx\d\d$/.test(size) ? 'waist' : /^\dt$/.test(size) ? 'toddler' : '')
  )
}

function isOtherSize(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false
  const kind = sizeClass(a)
  return kind !== '' && kind === sizeClass(b) && a.replace('us ', '') !== b.replace('us ', '')
}

function isOtherShape(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return false
  const [x, y] = [a.split('x').map(Number), b.split('x').map(Number)]
  return x.length === y.length && x.some((side, i) => Math.abs(side - y[i]!) > 0.04 * Math.max(side, y[i]!))
}

function addMarks(a: readonly Mark[], b: readonly Mark[], add: Add): void {
  if (a.length === 0 || b.length === 0) return
  for (const kind of new Set(a.map((mark) => mark.kind))) {
    const left = a.filter((mark) => mark.kind === kind).map(({ value }) => value)
    const right = b.filter((mark) => mark.kind === kind).map(({ value }) => value)
    if (right.length === 0) continue
    // "Left and right" are two things, one of which is "left".
    const differ =
      kind === 'side' || kind === 'seat'
        ? !isSameSet(left, right)
        : !left.some((value) => right.includes(value))
    if (differ) add(kind, wordsOf(kind, left), wordsOf(kind, right))
  }
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.every((value) => b.includes(value)) && b.every((value) => a.includes(value))
const isNumbered: ReadonlySet<string> = new Set(['volume', 'season', 'number', 'edition', 'generation'])
const wordsOf = (kind: string, values: readonly string[]) =>
  isNumbered.has(kind) ? `${kind} ${values[0]}` : [...new Set(values)].join(' and ')

/** Words that name the model in the one and not in the other, in both, at the same place or of one pattern. */
function otherModel(
  a: ComparedTitle,
  b: ComparedTitle,
  ignored: readonly string[],
): [string, string] | undefined {
  const onlyA = a.designations.filter(({ word }) => !ignored.includes(word) && !names(b, word))
  const onlyB =
    onlyA.length === 0 ? [] : b.designations.filter(({ word }) => !ignored.includes(word) && !names(a, word))
  for (const x of onlyA)
    for (const y of onlyB)
      if (isSamePlace(x.after, y.after) || isSamePattern(x.word, y.word)) return [x.word, y.word]
  return undefined
}

const names = (title: ComparedTitle, word: string) =>
  title.designations.some((one) => one.word === word) ||
  title.measures.some(({ text }) => text === word || Number.parseFloat(text) === Number(word)) ||
  title.dimensions.split('x').includes(word) ||
  (word.length >= 3 && title.glued.includes(word))

const isSamePlace = (x: string, y: string) => x !== '' && x.replace(/s$/, '') === y.replace(/s$/, '')
const isSamePattern = (x: string, y: string) => /\p{L}/u.test(x) && patternOf(x) === patternOf(y)
const patternOf = (word: string) => word.replace(/\d+/g, '0')

function otherVariant(a: ComparedTitle, b: ComparedTitle): [string, string] | undefined {
  const onlyA = a.variants.filter((word) => !b.variants.includes(word))
  const onlyB = b.variants.filter((word) => !a.variants.includes(word))
  if (onlyA.length === 0 && onlyB.length === 0) return undefined
  const isOneModel =
    a.designations.some(({ word }) => b.designations.some((one) => one.word === word)) ||
    a.lines.some((line) => b.lines.includes(line))
  if (!isOneModel && (onlyA.length === 0 || onlyB.length === 0)) return undefined
  return [onlyA.join(' '), onlyB.join(' ')]
}

/** Several of what the other title has one of; "chairs" may be four, a lot may have ten. */
function otherQuantity(a: ComparedTitle, b: ComparedTitle): [string, string] | undefined {
  const [x, y] = [a.quantity.count, b.quantity.count]
  if (x === y) return undefined
  if (x > 1 && y > 1) return [`${x} pieces`, `${y} pieces`]
  const [several, single] = x > 1 ? [a, b] : [b, a]
  const piece = several.piece.replace(/(?<=..)s$/, '')
  // A set of so many pieces is one thing, also where nobody counts them.
  if (several.glued.includes('piece') || several.glued.includes('pc')) return undefined
  if (isPluralOf(single.glued, piece)) return undefined
  return x > 1 ? [`${x} pieces`, ''] : ['', `${y} pieces`]
}

const isPluralOf = (glued: string, piece: string) =>
  (piece !== '' && glued.includes(`${piece}s`)) || /lot|set|bundle|pair|collection|pack|both|two/.test(glued)
