import type { Identity } from './identity.ts'
import { isFigure, withoutSeries } from './model-words.ts'
import { comparedWord, titleTraits } from './title.ts'

/** Numbers that an identity is compared by; 0 stands for what is not told. */
export const identitySize = 11
const atMaker = 0
const atLine = 1
const atFigures = 2
const atVariants = 3
const atGeneration = 4
const atSize = 5
const atMaterial = 6
const atStorage = 7
const atYear = 8
const atQuantity = 9
const atTraits = 10

const variants: ReadonlySet<string> = new Set(
  'plus pro max mini ultra lite air se xl xs xr promax slim digital oled fe sport lx touring'.split(' '),
)
const ofMaterial: ReadonlySet<string> = new Set(
  'carbon aluminium aluminum alloy steel leather wood gold silver black white blue red green grey gray pink'.split(
    ' ',
  ),
)

/** The words by which a model is known: its line (galaxy, civic) and its figure (s10, 328i); null where not told. */
export interface ModelName {
  line: string | null
  figure: string | null
}

export function modelName({ brand, model, year }: Identity): ModelName {
  const makers = new Set((brand ?? '').split(' '))
  const parts = withoutSeries(
    (model ?? '')
      .split(' ')
      .filter(
        (word) => word !== '' && !/^(?:19|20)\d\d$/.test(word) && word !== String(year) && !makers.has(word),
      )
      .map(comparedWord),
  )
  const line = parts[0] ?? null
  if (line === null || /\d/.test(line)) return { line, figure: line }
  const next = ofMaterial.has(parts[1] ?? '') ? 1 : 3
  const figure = parts.slice(1, next).find(isFigure)
  return { line, figure: figure ?? null }
}

/** What two listings must share to be of the same thing, as whole numbers. */
export function identityKey(identity: Identity, { line, figure } = modelName(identity)): Int32Array {
  const { brand, generation, size, material, storageGb, year, quantity, traits, tokens, piece } = identity
  const key = new Int32Array(identitySize)
  key[atMaker] = hashOf(brand)
  // A case and an empty box for one model are two things.
  key[atLine] = hashOf(line === null || piece === '' ? line : `${line} ${piece}`)
  key[atFigures] = hashOf(figure)
  key[atVariants] = hashOf(
    tokens
      .filter((word) => variants.has(word))
      .sort()
      .join(' '),
  )
  key[atGeneration] = hashOf(generation)
  key[atSize] = hashOf(size)
  key[atMaterial] = hashOf(material)
  key[atStorage] = storageGb
  key[atYear] = year
  key[atQuantity] = quantity
  key[atTraits] = traits & ~titleTraits.broken
  return key
}

/** True where maker and model are told. */
export function isNamed(key: Int32Array): boolean {
  return key[atMaker] !== 0 && key[atLine] !== 0
}

/** Maker, line, figures and kind of offer as text, by which `isSameModel` tells; null where maker or line is not told. */
export function modelOfKey(key: Int32Array): string | null {
  return isNamed(key) ? `${key[atMaker]} ${key[atLine]} ${key[atFigures]} ${key[atTraits]}` : null
}

/** A number for the product that the key at a place names, by maker and model; 0 where it names none. */
export function productOf(keys: Int32Array, at: number): number {
  if (keys[at + atMaker] === 0 || keys[at + atLine] === 0) return 0
  let hash = 0
  for (const part of ofProduct) hash = Math.imul(hash ^ keys[at + part]!, 0x9e37_79b1) ^ (hash >>> 15)
  return hash || 1
}
const ofProduct = [atMaker, atLine, atFigures, atVariants]

/**
 * True where a comparable is of the same maker and model as the subject, and nothing that the subject tells of storage,
 * size, year (one apart counts as the same), kind of offer and quantity is otherwise or left open.
 */
export function isExact(subject: Int32Array, keys: Int32Array, at: number): boolean {
  if (subject[atMaker] === 0 || subject[atLine] === 0) return false
  for (const part of mustBeEqual) if (subject[part] !== keys[at + part]) return false
  for (const part of mustBeTold) if (subject[part] !== 0 && subject[part] !== keys[at + part]) return false
  for (const part of mayBeOpen) {
    const own = keys[at + part]!
    if (subject[part] !== 0 && own !== 0 && own !== subject[part]) return false
  }
  const year = subject[atYear]!
  return year === 0 || Math.abs(keys[at + atYear]! - year) <= 1
}
const mustBeEqual = [atMaker, atLine, atFigures, atVariants, atQuantity, atTraits]
const mustBeTold = [atStorage, atSize]
const mayBeOpen = [atGeneration, atMaterial]

/** True where both are offered as the same: the thing, an accessory of it, a part, a lot. */
export function isSameKind(subject: Int32Array, keys: Int32Array, at: number): boolean {
  return subject[atTraits] === keys[at + atTraits]
}

/** True where two keys name the same maker. */
export function isSameMaker(subject: Int32Array, keys: Int32Array, at: number): boolean {
  return subject[atMaker] !== 0 && subject[atMaker] === keys[at + atMaker]
}

/** True where two keys name the same maker, line and figures, whatever the rest. */
export function isSameModel(subject: Int32Array, keys: Int32Array, at: number): boolean {
  return (
    isNamed(subject) &&
    subject[atMaker] === keys[at + atMaker] &&
    subject[atLine] === keys[at + atLine] &&
    subject[atFigures] === keys[at + atFigures] &&
    subject[atTraits] === keys[at + atTraits]
  )
}

/** 31 bits, never 0 for a text; 0 for none. */
export function hashOf(text: string | null): number {
  if (text === null || text === '') return 0
  let hash = 0x811c_9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b_3c6d)
  return (hash ^ (hash >>> 12)) & 0x7fff_ffff || 1
}

const textCharsMin = 80

/**
 * What stands for who says what: postings that share it and a title are one unit of evidence. By the seller, else by a
 * description so long that two people would not write it by chance; 0 where neither is told.
 */
export function voiceOf(subject: {
  description?: string | null
  attributes?: Readonly<Record<string, string>>
}): number {
  const seller = subject.attributes?.sellerKey
  if (seller) return hashOf(`seller ${seller}`)
  const folded = (subject.description ?? '')
    .slice(0, 1500)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return folded.length < textCharsMin ? 0 : hashOf(folded)
}
