import type { Part } from './evidence.ts'
import type { Fingerprint } from './fingerprint.ts'
import { hasHash, hashText } from './hash.ts'
import { presence } from './product-words.ts'
import type { ProductText } from './reading.ts'
import { colours, praise, variants } from './vocabulary.ts'

const bothDifferWeight = -4
const onlyOneSaysWeight = -2.5

const otherNumberWeight = -3

/**
 * Against two goods of one seller who puts the same text under both: one title says `S8`, the other `S9`. That the
 * text mentions both, as lists of everything in stock do, makes them no less different.
 */
export function compareTitleNumbers(
  { product: a }: Fingerprint,
  { product: b }: Fingerprint,
): Part | undefined {
  const onlyA = numberOnlyIn(a, b)
  const onlyB = numberOnlyIn(b, a)
  if (onlyA === undefined || onlyB === undefined) return undefined
  return {
    name: 'number',
    weight: otherNumberWeight,
    sentence: () => `One title says ${onlyA}, the other ${onlyB}`,
  }
}

const numberOnlyIn = (a: ProductText, b: ProductText): string | undefined =>
  a.marks.find((mark) => !b.tokens.includes(mark) && !b.pieces.includes(mark)) ??
  a.numbers
    .find(
      (number) =>
        !b.numbers.includes(number) &&
        !b.pieces.includes(String(number)) &&
        !b.title.measures.some(({ value }) => value === number),
    )
    ?.toString()

/**
 * Against two goods described by one text with the words changed: what tells the titles apart tells the descriptions
 * apart too ("iPhone 11 …", "iPhone 12 …"). An edited text of one thing changes other words than its title. Only for
 * descriptions that are alike but not equal.
 */
export function compareTemplates(a: Fingerprint, b: Fingerprint): Part | undefined {
  if (a.textKey === b.textKey) return undefined
  const onlyA = saidOnlyBy(a, b)
  const onlyB = saidOnlyBy(b, a)
  if (onlyA.length > 0 && onlyB.length > 0)
    return {
      name: 'template',
      weight: bothDifferWeight,
      sentence: () => `Title and description alike say “${onlyA[0]}” in one and “${onlyB[0]}” in the other`,
    }
  const only = [...onlyA, ...onlyB]
  const named = only.find((word) => variants.has(word)) ?? replacedName(a, b, only)
  if (named === undefined) return undefined
  return {
    name: 'template',
    weight: onlyOneSaysWeight,
    sentence: () => `Title and description of one say “${named}”, the other’s do not`,
  }
}

/** A name that one has in title and description, where the other's description has other words in its place. */
function replacedName(a: Fingerprint, b: Fingerprint, only: readonly string[]): string | undefined {
  const name = only.find(isGoods)
  if (name === undefined || nameOneModel(a.product, b.product)) return undefined
  const [has, lacks] = a.product.tokens.includes(name) ? [a, b] : [b, a]
  return lacks.product.mentioned.some((word) => !hasHash(has.product.mentioned, word)) ? name : undefined
}

/** Words of a's title that its description repeats and that b has nowhere. */
function saidOnlyBy(a: Fingerprint, b: Fingerprint): string[] {
  return a.product.tokens.filter((token) => {
    if (b.product.tokens.includes(token) || b.product.title.glued.includes(token)) return false
    const hash = hashText(token)
    return hasHash(a.product.mentioned, hash) && !hasHash(b.product.mentioned, hash)
  })
}

const otherGoodsWeight = -7
/** Titles that share more than this name one thing in other words, unless just its name is changed. */
const goodsShareMax = 0.78

/**
 * Against goods of one seller under one text that names none of them: each title names what neither the other's title
 * nor its description knows ("vampire costume", "pirate costume"). Praise and colours name no goods, and where both
 * name one model, other words are no other goods.
 */
export function compareGoods(
  { product: a }: Fingerprint,
  { product: b }: Fingerprint,
  titleShare: number,
): Part | undefined {
  if (nameOneModel(a, b)) return undefined
  if (titleShare >= goodsShareMax && !isOneWordChanged(a.tokens, b.tokens)) return undefined
  const onlyA = a.tokens.find((token) => isGoods(token) && presence(token, b) === 0)
  const onlyB =
    onlyA === undefined ? undefined : b.tokens.find((token) => isGoods(token) && presence(token, a) === 0)
  if (onlyA === undefined || onlyB === undefined) return undefined
  return {
    name: 'goods',
    weight: otherGoodsWeight,
    sentence: () => `Only one names “${onlyA}”, only the other “${onlyB}”, in title or description`,
  }
}

/** The titles are the same but for one word, each at the same place. */
function isOneWordChanged(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.filter((token, at) => token !== b[at]).length === 1
}

function nameOneModel(a: ProductText, b: ProductText): boolean {
  const words = b.title.designations.map(({ word }) => word)
  return (
    a.title.designations.some(({ word }) => words.includes(word)) ||
    a.codes.some((code) => b.codes.includes(code))
  )
}

const isGoods = (token: string) =>
  token.length >= 3 && /^\p{L}+$/u.test(token) && !praise.has(token) && !colours.has(token)
