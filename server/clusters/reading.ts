import { foldText } from '../core/text.ts'
import {
  asCode,
  chunksOf,
  codesMax,
  isCompound,
  isSpecificCode,
  splitChunk,
  stripZeros,
  withoutSeparators,
} from './codes.ts'
import { type HashSet, hashSet, hashText } from './hash.ts'
import { canonicalMeasure, type Measure, measureOf } from './measures.ts'
import { colours, imitations, parts, singular, stopWords, variants } from './vocabulary.ts'

/** What a title, a brand and model attributes say about which product it is. */
export interface ProductText {
  /** Distinct words in order: plurals cut, sizes and model numbers joined, fillers gone. */
  tokens: readonly string[]
  /** The title's letters and digits in a row, so that `cush top` is found in `cushtop`. */
  glued: string
  /** Compounds written in one: `lcs-csl` as `lcscsl`. */
  joins: readonly string[]
  /** Model and part numbers of the title and of the attributes, letters and digits only, without a colour at the end. */
  codes: readonly string[]
  /** The one that an attribute gives, or ''. */
  modelCode: string
  measures: readonly Measure[]
  /** Plain numbers: versions, generations, years. */
  numbers: readonly number[]
  /** Short words with digits, which tell models apart: `s8`, `4s`, `x5`. */
  marks: readonly string[]
  colours: readonly string[]
  /** Whether the colours stand in the title or the model number, not only in the description. */
  coloursSure: boolean
  /** Words that tell products of a family apart. */
  variants: readonly string[]
  /** Words for a part or an accessory. */
  partWords: readonly string[]
  /** Compatible with, refilled or copied from what it names. */
  imitation: boolean
  /** Folded letters and digits of the brand, or ''. */
  brand: string
  /** What the description's beginning mentions: it confirms, it never contradicts. */
  mentioned: HashSet
  mentionedCodes: readonly string[]
  priceCents: number | null
  currency: string | null
}

export interface ProductSource {
  title: string
  description: string | null
  brand: string | null
  priceCents: number | null
  currency: string | null
  attributes: Readonly<Record<string, string>>
}

const tokensMax = 32
const titleCharsMax = 300
const wordCharsMax = 40
const descriptionCharsMax = 2000
const mentionedMax = 160
const attributeCharsMax = 80
const markPattern = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,3}$/u
const modelAttribute = /model|mpn|part.?n|sku|gtin|\bean\b|upc/i
/** `24"`, `24''`, `24'`; 's is a genitive. */
const primePattern = /(\d)\s?(?:''|["″”“]|['′’](?!s\b))/g

/** A price in a title is the price, which has a field of its own. */
const pricePattern = /[$€£]\s?\d[\d.,]*/g

/** The words of a description's beginning with their compounds, folded; an empty list for none. */
export const readDescription = (text: string | null): readonly string[] =>
  text === null ? [] : chunksOf(foldText(text.slice(0, descriptionCharsMax)))

const none: readonly never[] = []
/** One empty list for all: a fingerprint has many, and there are many fingerprints. */
const kept = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list)

/** `description` is what `readDescription` gives, which costs the most and serves other purposes too. */
export function readProduct(
  source: ProductSource,
  description: readonly string[] = readDescription(source.description),
): ProductText {
  const title = readTitle(source.title)
  const { codes, colourWords } = title
  let modelCode = ''
  for (const [name, value] of Object.entries(source.attributes)) {
    if (!modelAttribute.test(name)) continue
    for (const word of foldText(value.slice(0, attributeCharsMax)).split(/\s+/)) {
      const code = withoutColour(stripZeros(word.replace(/[^\p{L}\p{N}]/gu, '')), colourWords)
      if (code.length < 3 || !/\d/.test(code)) colourWords.push(code)
      else {
        if (modelCode === '') modelCode = code
        if (codes.length < codesMax && !codes.includes(code)) codes.push(code)
      }
    }
  }
  const { mentioned, mentionedCodes } = readMentions(description, codes)
  const tokens = [...title.tokens]
  const own = coloursOf(colourWords)
  // Several colours in a description belong to anything; one is the thing's.
  const others = own.length > 0 ? own : coloursOf(mentioned)
  return {
    tokens,
    glued: title.glued,
    joins: kept(title.joins),
    codes: kept(withoutShopCodes(codes)),
    modelCode,
    measures: kept(title.measures),
    numbers: kept(title.numbers),
    marks: kept(tokens.filter((token) => markPattern.test(token))),
    colours: own.length > 0 || others.length === 1 ? kept(others) : none,
    coloursSure: own.length > 0,
    variants: kept(tokens.filter((token) => variants.has(token))),
    partWords: kept(tokens.filter((token) => parts.has(token))),
    imitation: tokens.some((token) => imitations.has(token)),
    brand: foldText((source.brand ?? '').slice(0, 60)).replace(/[^\p{L}\p{N}]/gu, ''),
    mentioned: hashSet(Array.from(mentioned, (word) => hashText(word))),
    mentionedCodes: kept(mentionedCodes),
    priceCents: source.priceCents,
    currency: source.currency,
  }
}

function readTitle(text: string) {
  const title = foldText(text.slice(0, titleCharsMax))
    .replace(pricePattern, ' ')
    .replace(primePattern, '$1 inch ')
  const chunks = chunksOf(title)
  const tokens = new Set<string>()
  const codes: string[] = []
  const joins: string[] = []
  const measures: Measure[] = []
  const numbers: number[] = []
  const colourWords: string[] = []
  for (let i = 0; i < chunks.length && tokens.size < tokensMax; i++) {
    const chunk = chunks[i]!
    const measured = measureOf(chunk, chunks[i + 1])
    if (measured) {
      measures.push(measured.measure)
      tokens.add(canonicalMeasure(measured.measure))
      if (measured.usedNext) i++
      continue
    }
    const named = asCode(chunk)
    if (named !== undefined) {
      const code = withoutColour(named, colourWords)
      if (codes.length < codesMax && !codes.includes(code)) codes.push(code)
      tokens.add(code)
      continue
    }
    if (isCompound(chunk)) joins.push(withoutSeparators(chunk))
    for (const part of splitChunk(chunk)) {
      if (part === '' || stopWords.has(part)) continue
      const word = singular(part.length > wordCharsMax ? part.slice(0, wordCharsMax) : part)
      if (/^\d{1,9}(?:\.\d{1,9})?$/.test(word)) numbers.push(Number(word))
      tokens.add(word)
    }
  }
  colourWords.push(...tokens)
  return { tokens, codes, joins, measures, numbers, colourWords, glued: title.replace(/[^\p{L}\p{N}]/gu, '') }
}

function readMentions(description: readonly string[], codes: readonly string[]) {
  const mentioned = new Set<string>()
  const mentionedCodes: string[] = []
  for (const chunk of description) {
    if (mentioned.size >= mentionedMax) break
    const code = asCode(chunk)
    if (code !== undefined) {
      if (mentionedCodes.length < codesMax && !codes.includes(code)) mentionedCodes.push(code)
      mentioned.add(code)
    } else if (isCompound(chunk)) for (const part of splitChunk(chunk)) mentioned.add(singular(part))
    else mentioned.add(singular(chunk))
  }
  return { mentioned, mentionedCodes }
}

/** `DCB-309BLACK` is the model DCB-309 in black; the colour word is added to `colourWords`. */
function withoutColour(code: string, colourWords: string[]): string {
  const ending = /\p{L}{3,8}$/u.exec(code)?.[0]
  if (ending === undefined) return code
  for (let at = 0; ending.length - at >= 3; at++) {
    const word = ending.slice(at)
    const rest = code.slice(0, -word.length)
    if (colours.has(word) && rest.length >= 4 && /\d/.test(rest)) {
      colourWords.push(word)
      return rest
    }
  }
  return code
}

function coloursOf(words: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const word of words) {
    const colour = colours.get(word)
    if (colour !== undefined) found.add(colour)
  }
  return [...found]
}

/** Shops put letters of their own before the maker's number and write both (`SAN32730`, `32730`): one is enough. */
const withoutShopCodes = (codes: readonly string[]): readonly string[] =>
  codes.filter(
    (code) =>
      !codes.some(
        (other) =>
          other !== code &&
          isSpecificCode(other) &&
          code.endsWith(other) &&
          /^\p{L}{1,5}$/u.test(code.slice(0, -other.length)),
      ),
  )
