import { words } from '../core/text.ts'
import type { OfferKind } from '../model/offer/kinds.ts'
import { titleSigns } from '../model/offer/title-kind.ts'

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

/** Somebody looks for the thing, lets it, swaps it or works on it: the price is not that of the thing. */
export function isNotForSale(traits: number): boolean {
  const { wanted, service, rental, trade } = titleTraits
  return (traits & (wanted | service | rental | trade)) !== 0
}

export interface TitleFacts {
  /** Distinct comparison words in order, at most `titleTokensMax`: plurals cut, `256 gb` joined, stop words gone. */
  tokens: string[]
  /** Bits of `titleTraits`. */
  traits: number
  /** Model year named in the title; 0 = none. */
  year: number
  /** Storage in GB, the largest named; 0 = none. */
  storageGb: number
}

export const titleTokensMax = 20
/** Text beyond this says nothing about the thing; keywords are stuffed there. */
const titleCharsMax = 240

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

const units = set('gb tb mb mm cm ml kg lb lbs oz inch inches ft mp ghz hz mah')
const numberPattern = /^\d{1,9}(?:\.\d{1,9})?$/

/** A plain English plural's singular; other words as they are. */
export function singular(word: string): string {
  const long = word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
  return long && !/\d/.test(word) && !variantWords.has(word) ? word.slice(0, -1) : word
}

/** The bit of what is offered; of what is for sale also those of what else its title says it is. */
function traitsOf(title: string): number {
  const [first, ...others] = titleSigns(title).map(({ kind }) => traitOf[kind])
  if (first === undefined || isNotForSale(first)) return first ?? 0
  return others.reduce((traits, other) => traits | (other & alsoTold), first)
}

/** Reads a title for comparison. */
export function readTitle(title: string): TitleFacts {
  let text = title.length > titleCharsMax ? title.slice(0, titleCharsMax) : title
  // `S10+` is another phone than `S10`.
  if (text.includes('+')) text = text.replace(/([\p{L}\p{N}])\+/gu, '$1 plus ')
  const list = words(text)
  const tokens: string[] = []
  let year = 0
  let storageGb = 0
  for (let i = 0; i < list.length && tokens.length < titleTokensMax; i++) {
    let word = list[i]!
    if (stopWords.has(word)) continue
    if (word.length > 40) word = word.slice(0, 40)
    const first = word.charCodeAt(0)
    if (first >= 48 && first <= 57) {
      const next = list[i + 1]
      if (next !== undefined && units.has(next) && numberPattern.test(word)) {
        word += next
        i++
      }
      const storage = /^(\d{1,4})(gb|tb)$/.exec(word)
      if (storage) storageGb = Math.max(storageGb, Number(storage[1]) * (storage[2] === 'tb' ? 1024 : 1))
      else if (year === 0 && /^(?:19[5-9]|20[0-4])\d$/.test(word)) year = Number(word)
    } else word = singular(word)
    if (!tokens.includes(word)) tokens.push(word)
  }
  return { tokens, traits: traitsOf(title), year, storageGb }
}

/** How much a word tells about which thing it is, before its rarity: model numbers most, sellers' praise least. */
export function tokenFactor(token: string): number {
  if (weakWords.has(token)) return 0.3
  if (variantWords.has(token)) return 1.5
  if (!/\d/.test(token)) return 1
  return numberPattern.test(token) ? 1.3 : 1.6
}
