import { remembering } from '../../core/remembering.ts'
import type { OfferKind } from '../../model/offer/kinds.ts'
import { titleSigns } from '../../model/offer/title-kind.ts'
import { singular } from '../../model/product/singular.ts'
import { readProductTitle, titlesMax } from '../../model/product/title.ts'

/** What a title says besides its words; bits of `TitleFacts.traits`. */
export const titleTraits = {
  accessory: 1,
  broken: 2,
  wanted: 4,
  lot: 8,
  service: 16,
  rental: 32,
  trade: 64,
  part: 128,
  fake: 256,
} as const

const traitOf: Readonly<Record<OfferKind, number>> = {
  ...titleTraits,
  thing: 0,
  catalogue: titleTraits.lot,
  other: 0,
}
/** What may be true of one offer at once: a lot of broken things, a cracked case. */
const alsoTold =
  titleTraits.lot | titleTraits.accessory | titleTraits.part | titleTraits.broken | titleTraits.fake

/**
 * Somebody looks for the thing, lets it, swaps it, works on it or offers a copy: the price is not that of the thing, and
 * what a copy is worth is nobody's to say.
 */
export function isNotForSale(traits: number): boolean {
  const { wanted, service, rental, trade, fake } = titleTraits
  return (traits & (wanted | service | rental | trade | fake)) !== 0
}

export interface TitleFacts {
  /** Distinct comparison words in order, at most `titleTokensMax`: plurals cut, `256 gb` joined, stop words gone. */
  tokens: readonly string[]
  /** Bits of `titleTraits`. */
  traits: number
  /** Model year named in the title; 0 = none. */
  year: number
  /** Storage in GB; 0 = none. */
  storageGb: number
  /** Pieces that are sold together. */
  quantity: number
  /** `ProductTitle.size`. */
  size: string | null
  /** What an accessory or a part is ("case", "box"), which its model does not tell; '' for all else. */
  piece: string
}

export const titleTokensMax = 20

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const stopWords = set(
  'a an and are at by can for from had has have in into is it its my no not of on or our s sale selling sell t that ' +
    'the this to was with w will you your de la le der die das und et pour mit please read obo ono firm price only',
)
/** Words that sellers of everything use: they count, but little. */
const weakWords = set(
  'new brand used good great excellent perfect mint nice condition like clean working work fully tested authentic ' +
    'genuine original rare vintage beautiful amazing must see free shipping fast cheap deal size color black white ' +
    'blue red green grey gray silver gold pink unlocked open box sealed nwt nwot bnwt euc pair set bundle lot',
)
/** Short words that tell two models of one family apart. */
const variantWords = set('plus pro max mini ultra lite air se xl xs xr x promax note slim digital oled sl fe')

const numberPattern = /^\d{1,9}(?:\.\d{1,9})?$/

/** A word as it is compared: without its plural s, which the name of a variant keeps. */
export function comparedWord(word: string): string {
  return variantWords.has(word) ? word : singular(word)
}

/** The bit of what is offered; of what is for sale also those of what else its title says it is. */
function traitsOf(title: string): number {
  const [first, ...others] = titleSigns(title).map(({ kind }) => traitOf[kind])
  if (first === undefined || isNotForSale(first)) return first ?? 0
  return others.reduce((traits, other) => traits | (other & alsoTold), first)
}

/** Reads a title for comparison; the same one only once for a while, since each look-up asks about its own. */
export const readTitle: (title: string) => TitleFacts = remembering((title) => {
  const product = readProductTitle(title)
  const tokens: string[] = []
  for (const { text: word, measure } of product.words) {
    if (tokens.length === titleTokensMax) break
    if (stopWords.has(word)) continue
    const token = measure === null ? comparedWord(word) : word
    if (!tokens.includes(token)) tokens.push(token)
  }
  const { years, storageGb, sold, size } = product
  return {
    tokens,
    traits: traitsOf(title),
    year: years[0] ?? 0,
    storageGb,
    quantity: sold,
    size,
    piece: pieceOf(title),
  }
}, titlesMax)

function pieceOf(title: string): string {
  const sign = titleSigns(title).find(({ kind }) => kind === 'accessory' || kind === 'part')
  return sign === undefined ? '' : sign.words.split(' ').map(comparedWord).join(' ')
}

/** How much a word tells about which thing it is, before its rarity: model numbers most, sellers' praise least. */
export function tokenFactor(token: string): number {
  if (weakWords.has(token)) return 0.3
  if (variantWords.has(token)) return 1.5
  if (!/\d/.test(token)) return 1
  return numberPattern.test(token) ? 1.3 : 1.6
}
