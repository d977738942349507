import { remembering } from '../../core/remembering.ts'
import { modelLines } from './lines.ts'
import {
  type Designation,
  type Mark,
  readDesignations,
  readGeneration,
  readMarks,
  readVariants,
  readYears,
} from './marks.ts'
import type { Measure } from './measures.ts'
import { isMadeOfParts, type Quantity, readQuantity } from './quantity.ts'
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
  /** How many things are sold together; a set of parts that the title counts is one. */
  sold: number
  /** `65in`, `56cm`, `m`, `queen`, `us 9`; null for none. */
  size: string | null
  /** `36x60`; '' for none. */
  dimensions: string
  /** "3", "ii", "m1": as written. */
  generation: string | null
  marks: readonly Mark[]
  /** Words that name the model. */
  designations: readonly Designation[]
  /** The names of product lines among the words. */
  lines: readonly string[]
  /** What of several is sold, as its word stands; '' where nothing says that it is several. */
  piece: string
  /** Words that make another model of the one they stand behind. */
  variants: readonly string[]
}

/** Text beyond this says nothing about the thing; keywords are stuffed there. */
export const titleCharsMax = 300

/** Two pages of two lanes. */
export const titlesMax = 2000

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

/** The first word from the number on that is a plural, else the one behind. */
function pieceOf(words: readonly TitleWord[], { count, at, length }: Quantity): string {
  if (count === 1) return ''
  const behind = words.slice(at + length, at + length + 4).map(({ text }) => text)
  const last = words[at + length - 1]!.text
  if (/^\p{L}{3,}s$/u.test(last) && !/^(?:pieces|packs|pcs|units)$/.test(last)) return last
  return behind.find((word) => /^\p{L}{3,}s$/u.test(word)) ?? behind[0] ?? ''
}

/**
 * Reads what a title says: with certainty, or as not said. Value, similarity and identity of a listing all ask, and ask
 * again when others are compared with it: each title is read once for a while.
 */
export const readProductTitle: (title: string) => ProductTitle = remembering(readTitle, titlesMax)

function readTitle(title: string): ProductTitle {
  const spelled = spelledTitle(title.length > titleCharsMax ? title.slice(0, titleCharsMax) : title)
  const { words: plain, codes, joins } = titleWords(spelled)
  const words = withKits(plain)
  const measures = words.flatMap(({ measure }) => measure ?? [])
  const quantity = readQuantity(words)
  return {
    ...readStorage(words),
    words,
    codes: kept(codes),
    joins: kept(joins),
    glued: spelled.replace(/[^\p{L}\p{N}]/gu, ''),
    measures: kept(measures),
    years: kept(readYears(words)),
    quantity,
    sold: isMadeOfParts(spelled) ? 1 : quantity.count,
    piece: pieceOf(words, quantity),
    size: readSize(words),
    dimensions: readDimensions(words),
    generation: readGeneration(words),
    marks: kept(readMarks(words)),
    designations: kept(readDesignations(words, quantity)),
    lines: kept(words.flatMap(({ text }) => (modelLines.has(text) ? [text] : []))),
    variants: kept(readVariants(words)),
  }
}
