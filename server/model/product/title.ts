import { type Mark, readGeneration, readMarks, readVariants, readYears } from './marks.ts'
import type { Measure } from './measures.ts'
import { type Quantity, readQuantity } from './quantity.ts'
import { readDimensions, readSize } from './sizes.ts'
import { spelledTitle } from './spelling.ts'
import { readStorage, type Storage, withKits } from './storage.ts'
import { type TitleWord, titleWords } from './words.ts'

/** What a title says of the thing that it names; whoever compares titles reads them by this. */
export interface ProductTitle extends Storage {
  /** In order, each in the one spelling in which it is compared (`titleWords`). */
  words: readonly TitleWord[]
  /** Model and part numbers, letters and digits only. */
  codes: readonly string[]
  /** Compounds written in one: `lcs-csl` as `lcscsl`. */
  joins: readonly string[]
  /** The title's letters and digits in a row. */
  glued: string
  measures: readonly Measure[]
  /** Model years; empty for none. */
  years: readonly number[]
  quantity: Quantity
  /** `65in`, `56cm`, `m`, `queen`, `us 9`; null for none. */
  size: string | null
  /** `36x60`; '' for none. */
  dimensions: string
  /** "3", "ii", "m1": as written. */
  generation: string | null
  marks: readonly Mark[]
  /** Words that make another model of the one they stand behind. */
  variants: readonly string[]
}

/** Text beyond this says nothing about the thing; keywords are stuffed there. */
export const titleCharsMax = 300

const none: readonly never[] = []
/** One empty list for all: many titles are held. */
const kept = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list)

/** The title of one of several pieces that are sold together, in the words in which titles are compared. */
export function titleOfOnePiece({ words, quantity }: ProductTitle): string {
  const { at, length } = quantity
  return words
    .filter((_, i) => i < at || i >= at + length)
    .map(({ text }) => text)
    .join(' ')
}

/** Reads what a title says: with certainty, or as not said. */
export function readProductTitle(title: string): ProductTitle {
  const spelled = spelledTitle(title.length > titleCharsMax ? title.slice(0, titleCharsMax) : title)
  const { words: plain, codes, joins } = titleWords(spelled)
  const words = withKits(plain)
  const measures = words.flatMap(({ measure }) => measure ?? [])
  return {
    ...readStorage(words),
    words,
    codes: kept(codes),
    joins: kept(joins),
    glued: spelled.replace(/[^\p{L}\p{N}]/gu, ''),
    measures: kept(measures),
    years: kept(readYears(words)),
    quantity: readQuantity(words),
    size: readSize(words),
    dimensions: readDimensions(words),
    generation: readGeneration(words),
    marks: kept(readMarks(words)),
    variants: kept(readVariants(words)),
  }
}
