import { foldText } from '../../core/text.ts'
import {
  asCode,
  chunksOf,
  codesMax,
  isCompound,
  isSpecificCode,
  splitChunk,
  stripZeros,
} from '../../model/product/codes.ts'
import { singular } from '../../model/product/singular.ts'
import { type ProductTitle, readProductTitle } from '../../model/product/title.ts'
import { type HashSet, hashSet, hashText } from './hash.ts'
import { colours, imitations, parts, stopWords, variants } from './vocabulary.ts'

/** What a title, a brand and model attributes say about which product it is. */
export interface ProductText {
  /** What the title says, as everybody reads it; of its words what is compared is in `tokens`. */
  title: Omit<ProductTitle, 'words' | 'codes'>
  /** Distinct words in order: plurals cut, sizes and model numbers joined, fillers gone. */
  tokens: readonly string[]
  /** Words of model numbers that are written together, of which `tokens` has the whole: `iphone`, `13`. */
  pieces: readonly string[]
  /** Model and part numbers of the title and of the attributes, letters and digits only, without a colour at the end. */
  codes: readonly string[]
  /** The one that an attribute gives, or ''. */
  modelCode: string
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
const descriptionCharsMax = 2000
const mentionedMax = 160
const attributeCharsMax = 80
const markPattern = /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,3}$/u
const numberPattern = /^\d{1,9}(?:\.\d{1,9})?$/
const modelAttribute = /model|mpn|part.?n|sku|gtin|\bean\b|upc/i

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
  const { tokens, pieces, codes, marks, numbers, colourWords, title } = readTitle(source.title)
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
  const own = coloursOf(colourWords)
  // Several colours in a description belong to anything; one is the thing's.
  const others = own.length > 0 ? own : coloursOf(mentioned)
  return {
    title,
    tokens,
    pieces: kept(pieces),
    codes: kept(withoutShopCodes(codes)),
    modelCode,
    numbers: kept(numbers),
    marks: kept(marks),
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
  const { words, codes: named, ...title } = readProductTitle(text)
  const tokens: string[] = []
  const pieces: string[] = []
  const codes: string[] = []
  const marks: string[] = []
  const numbers: number[] = []
  const colourWords: string[] = []
  for (const chunk of named) {
    const code = withoutColour(chunk, colourWords)
    if (codes.length < codesMax && !codes.includes(code)) codes.push(code)
  }
  for (const { text: word, measure, code } of words) {
    if (tokens.length === tokensMax) break
    if (code !== null && code !== word) pieces.push(word)
    else if (stopWords.has(word)) continue
    const token = code !== null ? withoutColour(code, colourWords) : measure === null ? singular(word) : word
    if (tokens.includes(token)) continue
    tokens.push(token)
    if (measure !== null || code !== null) continue
    if (numberPattern.test(token)) numbers.push(Number(token))
    else if (markPattern.test(token)) marks.push(token)
  }
  colourWords.push(...tokens)
  return { tokens, pieces, codes, marks, numbers, colourWords, title }
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
