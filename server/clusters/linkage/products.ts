import { measureConflicts } from '../../model/product/measures.ts'
import { compareModels, mentions } from './product-models.ts'
import type { Idf, ProductPart } from './product-part.ts'
import { compareWords } from './product-words.ts'
import type { ProductText } from './reading.ts'

export interface ProductVerdict {
  /** Log-odds that both are one product; above 0 it is more likely than not. */
  logOdds: number
  /** 0–1, by weight: the words of the titles that both have. */
  titleShare: number
  /** Idf of the common title words, summed: how seldom two titles share so much by chance. */
  titleRarity: number
  parts: ProductPart[]
}

/** Of two listings that a look-up brought together few are one product. */
const priorLogOdds = -3
/** With one model number the rest of a title is praise, so differing words count no more than this. */
const wordsWithModelMin = -1
/** Fewer listings than this say nothing about which words are rare. */
const listingsMin = 2000

/** The idf of words from how many of `listings` have them. */
export function idfFrom<Term>(
  listingsWith: (term: Term) => number,
  listings: () => number,
): (term: Term) => number {
  return (token) => Math.log((Math.max(listings(), listingsMin) + 1) / (listingsWith(token) + 1))
}

/**
 * Whether two listings are of one product (the same model in the same version), which says nothing about whether they
 * are one physical thing. The weights are log-odds set by hand, the same for every kind of goods.
 */
export function compareProducts(a: ProductText, b: ProductText, idf: Idf): ProductVerdict {
  const model = compareModels(a, b, idf)
  const words = compareWords(a, b, idf)
  if (model !== undefined && model.weight > 0) words.weight = Math.max(wordsWithModelMin, words.weight)
  const parts = [model, words, ...differences(a, b), compareBrands(a, b), comparePrices(a, b)].filter(
    (part) => part !== undefined && part.weight !== 0,
  ) as ProductPart[]
  const logOdds = parts.reduce((sum, { weight }) => sum + weight, priorLogOdds)
  return { logOdds, titleShare: words.share, titleRarity: words.common, parts }
}

const sizeWeight = -2.5
const numberWeight = -2.5
const colourWeight = -4.5
/** The description's colour may be that of a part. */
const unsureColourWeight = -1.2
const variantWeight = -1
const imitationWeight = -4.5
const otherPartWeight = -1
const onlyOneIsPartWeight = -0.7

/** What contradicts: each names something of one kind, and none of it is common. */
function differences(a: ProductText, b: ProductText): ProductPart[] {
  const found: ProductPart[] = []
  const add = (name: string, weight: number, sentence: () => string) => found.push({ name, weight, sentence })
  const sizes = measureConflicts(a.title.measures, b.title.measures)
  if (sizes.length > 0)
    add('size', sizeWeight * Math.min(2, sizes.length), () =>
      sizes.map(([x, y]) => `One says ${x.value} ${x.kind}, the other ${y.value}`).join('; '),
    )
  const numbers = differingNumbers(a, b)
  if (numbers) add('number', numberWeight, () => `One says ${numbers[0]}, the other ${numbers[1]}`)
  const colours = differing(a.colours, b.colours)
  if (colours)
    add(
      'colour',
      a.coloursSure && b.coloursSure ? colourWeight : unsureColourWeight,
      () => `One is ${colours[0]}, the other ${colours[1]}`,
    )
  const variants = differing(a.variants, b.variants)
  if (variants) add('variant', variantWeight, () => `One is “${variants[0]}”, the other “${variants[1]}”`)
  if (a.imitation !== b.imitation) add('imitation', imitationWeight, () => 'Only one of them is the original')
  const kinds = differing(a.partWords, b.partWords)
  if (kinds) add('kind', otherPartWeight, () => `One is about a ${kinds[0]}, the other about a ${kinds[1]}`)
  else if ((a.partWords.length === 0) !== (b.partWords.length === 0))
    add('kind', onlyOneIsPartWeight, () => `Only one is about a ${a.partWords[0] ?? b.partWords[0]}`)
  return found
}

function differing(a: readonly string[], b: readonly string[]): [string, string] | undefined {
  if (a.length === 0 || b.length === 0 || a.some((x) => b.includes(x))) return undefined
  return [a[0]!, b[0]!]
}

/** A number or short mark that only one names, on both sides; a number may stand without its unit. */
function differingNumbers(a: ProductText, b: ProductText): [string, string] | undefined {
  const onlyA = numberOnlyIn(a, b)
  const onlyB = onlyA === undefined ? undefined : numberOnlyIn(b, a)
  return onlyA !== undefined && onlyB !== undefined ? [onlyA, onlyB] : undefined
}

function numberOnlyIn(a: ProductText, b: ProductText): string | undefined {
  const mark = a.marks.find((one) => !b.tokens.includes(one) && !b.pieces.includes(one) && !mentions(b, one))
  if (mark !== undefined) return mark
  const number = a.numbers.find(
    (one) =>
      !b.numbers.includes(one) &&
      !b.pieces.includes(String(one)) &&
      !b.title.measures.some(({ value }) => value === one) &&
      !mentions(b, String(one)),
  )
  return number === undefined ? undefined : String(number)
}

function compareBrands(a: ProductText, b: ProductText): ProductPart | undefined {
  if (a.brand === '' || b.brand === '') return undefined
  const akin =
    a.brand.includes(b.brand) || b.brand.includes(a.brand) || a.brand.slice(0, 4) === b.brand.slice(0, 4)
  if (akin) return { name: 'brand', weight: 0.2, sentence: () => `Both are by ${a.brand}` }
  if (a.title.glued.includes(b.brand) || b.title.glued.includes(a.brand)) return undefined
  return { name: 'brand', weight: -2.5, sentence: () => `One is by ${a.brand}, the other by ${b.brand}` }
}

/** Shops differ in price for one product, but seldom by much more than half. */
function comparePrices(a: ProductText, b: ProductText): ProductPart | undefined {
  if (!a.priceCents || !b.priceCents || a.currency === null || a.currency !== b.currency) return undefined
  const apart = Math.abs(Math.log(a.priceCents / b.priceCents))
  const weight = apart < 0.1 ? 0.4 : apart < 0.7 ? 0 : -Math.min(2, apart - 0.5)
  const percent = Math.round((1 - Math.exp(-apart)) * 100)
  const sentence = () => (percent === 0 ? 'They cost the same' : `One is ${percent} % cheaper`)
  return { name: 'price', weight, sentence }
}
