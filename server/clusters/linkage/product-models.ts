import { codeSimilarity, isSameScheme, isSpecificCode, isVersionPair } from '../../model/product/codes.ts'
import { hasHash, hashText } from './hash.ts'
import type { Idf, ProductPart } from './product-part.ts'
import type { ProductText } from './reading.ts'

const found = 5.5
/** One of them names a longer number that begins with it. */
const foundShorter = 4.5
/** Each names another model besides: what they share is a series, a standard or what both fit. */
const foundBesides = 2.8
const versionsOfOneColour = 3.5
const versions = -3
const sharedButOther = -1.5
/** Two telling numbers of one numbering scheme: no two names of one thing. */
export const otherModelWeight = -5
/** The numbers are short, so they may count something. */
const otherShortNumber = -3
/** Two numbering schemes (the maker's and the shop's) may name one thing. */
const otherScheme = -2.5
/** Below this a common number is nothing but a standard. */
const similarityMin = 0.2
const shortCodeFactor = 0.65

/** What the model numbers say; undefined where they say nothing. */
export function compareModels(a: ProductText, b: ProductText, idf: Idf): ProductPart | undefined {
  const best = bestCommonCode(a, b, idf)
  const topA = primary(a)
  const topB = primary(b)
  const apart =
    topA !== '' && topB !== '' && topA !== topB && !b.codes.includes(topA) && !a.codes.includes(topB)
  if (apart && isVersionPair(topA, topB)) {
    const sameColour = a.colours.some((colour) => b.colours.includes(colour))
    const weight = sameColour ? versionsOfOneColour : best.similarity > 0 ? sharedButOther : versions
    return {
      name: 'model',
      weight,
      sentence: () => `${upper(topA)} and ${upper(topB)} are versions of one model`,
    }
  }
  const between = apart ? codeSimilarity(topA, topB) : 1
  if (best.similarity > similarityMin) {
    if (apart && between === 0 && isSameScheme(topA, topB)) return differ(sharedButOther, topA, topB)
    const weight = best.similarity * (!apart ? found : between > 0 ? foundShorter : foundBesides)
    const [x, y] = best.pair
    const sentence = () =>
      x === y ? `Both name the model ${upper(x)}` : `${upper(x)} and ${upper(y)} are probably one model`
    return { name: 'model', weight, sentence }
  }
  const against = contradiction(a, b)
  if (against) return differ(against.every(isSpecificCode) ? otherModelWeight : otherShortNumber, ...against)
  const otherNumber = shortNumberApart(a, b) ?? shortNumberApart(b, a)
  if (otherNumber) return differ(otherShortNumber, ...otherNumber)
  return apart && isSpecificCode(topA) && isSpecificCode(topB) ? differ(otherScheme, topA, topB) : undefined
}

/** A model number of three or four digits that an attribute gives, and the other title's number of as many digits. */
function shortNumberApart(a: ProductText, b: ProductText): [string, string] | undefined {
  if (b.codes.length > 0 || !/^\d{3,4}$/.test(a.modelCode)) return undefined
  const other = b.numbers.find((number) => String(number).length === a.modelCode.length && !isYear(number))
  return other === undefined ? undefined : [a.modelCode, String(other)]
}

const isYear = (number: number) => number >= 1950 && number < 2050

const upper = (code: string) => code.toUpperCase()
const differ = (weight: number, x: string, y: string): ProductPart => ({
  name: 'model',
  weight,
  sentence: () => `They name different models: ${upper(x)} and ${upper(y)}`,
})

/** 0 for a code that many have (`DDR3`), 1 for one that next to nobody else has. */
const rarityOf = (a: string, b: string, idf: Idf) =>
  Math.min(1, Math.max(0, (Math.max(idf(a), idf(b)) - 3.5) / 2.5))

function bestCommonCode(
  a: ProductText,
  b: ProductText,
  idf: Idf,
): { similarity: number; pair: [string, string] } {
  const best = { similarity: 0, pair: ['', ''] as [string, string] }
  const consider = (x: string, y: string, similarity: number) => {
    if (similarity <= best.similarity) return
    const shape = isSpecificCode(x) || isSpecificCode(y) ? 1 : shortCodeFactor
    const value = similarity * rarityOf(x, y, idf) * shape
    if (value <= best.similarity) return
    best.similarity = value
    best.pair = [x, y]
  }
  for (const x of a.codes) for (const y of b.codes) consider(x, y, codeSimilarity(x, y))
  if (best.similarity < 0.9) {
    lookElsewhere(a, b, consider)
    lookElsewhere(b, a, consider)
  }
  return best
}

/** A model number may stand in the other's description, or be spread over words of its title (`CoolPix S710`). */
function lookElsewhere(
  a: ProductText,
  b: ProductText,
  consider: (x: string, y: string, similarity: number) => void,
): void {
  for (const x of a.codes) {
    for (const y of b.mentionedCodes) consider(x, y, 0.9 * codeSimilarity(x, y))
    if (b.title.joins.includes(x)) consider(x, x, 1)
    if (/^\d{3,4}$/.test(x) && b.numbers.includes(Number(x))) consider(x, x, 1)
    if (x.length >= 5 && b.title.glued.includes(x)) consider(x, x, 0.9)
    else {
      const core = x.replace(/\p{L}{1,3}$/u, '')
      if (core.length >= 6 && /\p{L}/u.test(core) && b.title.glued.includes(core)) consider(x, core, 0.7)
    }
  }
}

/** The code that names the model best: an attribute's, else the longest specific one, else the longest. */
function primary({ codes, modelCode }: ProductText): string {
  if (modelCode !== '') return modelCode
  let best = ''
  let rank = -1
  for (const code of codes) {
    const own = code.length + (isSpecificCode(code) ? 100 : 0)
    if (own > rank) {
      best = code
      rank = own
    }
  }
  return best
}

/** Two numbers of one numbering scheme that differ, telling ones if there are any. */
function contradiction(a: ProductText, b: ProductText): [string, string] | undefined {
  let found: [string, string] | undefined
  for (const x of a.codes)
    for (const y of b.codes) {
      if (!isSameScheme(x, y) || codeSimilarity(x, y) > 0) continue
      if (isSpecificCode(x) && isSpecificCode(y)) return [x, y]
      found ??= [x, y]
    }
  return found
}

export const mentions = ({ mentioned }: ProductText, word: string): boolean =>
  mentioned.length > 0 && hasHash(mentioned, hashText(word))
