import { isSpecificCode } from '../../model/product/codes.ts'
import { mentions } from './product-models.ts'
import type { Idf, ProductPart } from './product-part.ts'
import type { ProductText } from './reading.ts'

/** A word that nobody else uses is as often a slip as a name, so rarity stops counting here. */
const wordWeightMax = 6
/** Titles name the thing first; what they lack of each other later on is shop names and praise. */
const headWords = 6
const nothingShared = -3.5
const allShared = 3.5
/** One title only says more than the other. */
const oneSidedFactor = 0.2
/** Titles of words that everybody uses say next to nothing, whether they agree or not. */
const unknownShare = 0.7
const unknownWeight = 0.5
const rareBonus = 1.2

/** What the words of the titles say, model numbers aside. */
export function compareWords(
  a: ProductText,
  b: ProductText,
  idf: Idf,
): ProductPart & { share: number; common: number } {
  const left = coverage(a, b, idf)
  const right = coverage(b, a, idf)
  const common = (left.found + right.found) / 2
  const missing =
    Math.min(left.missing, right.missing) + oneSidedFactor * Math.max(left.missing, right.missing)
  const share = (common + unknownShare * unknownWeight) / (common + missing + unknownWeight)
  // A word that next to nobody else has is a name: of a model, a maker, a design.
  const rarest = left.rarest.idf >= right.rarest.idf ? left.rarest : right.rarest
  const bonus = rareBonus * Math.min(1, Math.max(0, (rarest.idf - 5) / 2))
  return {
    name: 'words',
    share,
    common,
    weight: nothingShared + (allShared - nothingShared) * share + bonus,
    sentence: () =>
      `The titles agree in ${Math.round(share * 100)} % of their words by weight${bonus > 0 ? `, among them the rare “${rarest.token}”` : ''}`,
  }
}

interface Coverage {
  found: number
  missing: number
  rarest: { token: string; idf: number }
}

/** The weight of a's title words that b has too, and of those that it lacks. */
function coverage(a: ProductText, b: ProductText, idf: Idf): Coverage {
  const result: Coverage = { found: 0, missing: 0, rarest: { token: '', idf: 0 } }
  for (let at = 0; at < a.tokens.length; at++) {
    const token = a.tokens[at]!
    if (a.codes.includes(token) && isSpecificCode(token)) continue
    const rarity = idf(token)
    const weight = Math.min(wordWeightMax, rarity)
    const share = presence(token, b)
    result.found += weight * share
    result.missing += weight * (1 - share) * Math.min(1, headWords / (at + 1))
    if (share === 1 && token.length >= 4 && rarity > result.rarest.idf) result.rarest = { token, idf: rarity }
  }
  return result
}

/** How surely a word of one title is in another listing, 0–1: in its title, or in its description or in another form. */
export function presence(token: string, other: ProductText): number {
  if (other.tokens.includes(token) || other.pieces.includes(token) || other.title.joins.includes(token))
    return 1
  if (token.length >= 5 && other.title.glued.includes(token)) return 1
  return mentions(other, token) || hasCousin(token, other.tokens) ? 0.5 : 0
}

/** A word with the same beginning: another ending, spelling or language (`theater`, `theatre`). */
function hasCousin(token: string, others: readonly string[]): boolean {
  if (token.length < 4 || /\d/.test(token)) return false
  for (const other of others) {
    if (other.charCodeAt(0) !== token.charCodeAt(0)) continue
    const least = Math.max(4, Math.ceil(0.65 * Math.max(other.length, token.length)))
    if (other.length >= least && token.length >= least && other.startsWith(token.slice(0, least))) return true
  }
  return false
}
