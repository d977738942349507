import { words } from '../core/text.ts'
import { type ProductTitle, readProductTitle } from '../model/product/title.ts'

/** What a title says besides its words; bits of `TitleFacts.traits`. */
export const titleTraits = {
  accessory: 1,
  broken: 2,
  wanted: 4,
  lot: 8,
  service: 16,
  rental: 32,
  trade: 64,
} as const

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
  /** Storage in GB; 0 = none. */
  storageGb: number
  /** Pieces that are sold together. */
  quantity: number
  /** `ProductTitle.size`. */
  size: string | null
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

const accessoryWords = set(
  'case cover charger cable adapter strap protector holder mount dock sleeve skin keyboard stylus earbud remote ' +
    'manual bumper lanyard tripod pouch cord plug decal sticker faceplate shell replacement spare part accessory',
)
/** From one of these words on, accessories come with the thing rather than being it. */
const inclusionWords = set('with w and includes including include incl comes plus no without in bonus extra')
const brokenWords = set('broken cracked faulty spares salvage damaged defective untested nonworking')
const wantedWords = set('wanted wtb webuy buying')
const serviceWords = set('repair repairing service lesson installation fix fixing')
const rentalWords = set('rental rent hire leasing sublet')
const lotWords = set('lot joblot bundle wholesale bulk')
const phrases: ReadonlyMap<string, number> = new Map([
  ['for parts', titleTraits.broken],
  ['parts only', titleTraits.broken],
  ['not working', titleTraits.broken],
  ['t work', titleTraits.broken],
  ['as is', titleTraits.broken],
  ['no power', titleTraits.broken],
  ['icloud locked', titleTraits.broken],
  ['icloud lock', titleTraits.broken],
  ['spares repairs', titleTraits.broken],
  ['box only', titleTraits.accessory],
  ['only box', titleTraits.accessory],
  ['empty box', titleTraits.accessory],
  ['manual only', titleTraits.accessory],
  ['we buy', titleTraits.wanted],
  ['i buy', titleTraits.wanted],
  ['looking for', titleTraits.wanted],
  ['want to', titleTraits.wanted],
  ['cash for', titleTraits.wanted],
  ['cash paid', titleTraits.wanted],
  ['for rent', titleTraits.rental],
  ['to let', titleTraits.rental],
  ['for trade', titleTraits.trade],
  ['trade for', titleTraits.trade],
  ['swap for', titleTraits.trade],
  ['for swap', titleTraits.trade],
  ['tausche gegen', titleTraits.trade],
])

const numberPattern = /^\d{1,9}(?:\.\d{1,9})?$/

/** A plain English plural's singular; other words as they are. */
export function singular(word: string): string {
  const long = word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
  return long && !/\d/.test(word) && !variantWords.has(word) ? word.slice(0, -1) : word
}

/** `with an iPhone case` is not a case, `case for iPhone` is; a title's first word is never an inclusion. */
function traitsOf(list: readonly string[], plusSign: number): number {
  let traits = 0
  let included = false
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!
    const next = list[i + 1] ?? ''
    const single = singular(word)
    if (i > 0 && (i === plusSign || (word !== 'plus' && inclusionWords.has(word)))) included = true
    if (!included && accessoryWords.has(single)) traits |= titleTraits.accessory
    if (brokenWords.has(word)) traits |= titleTraits.broken
    if (wantedWords.has(word) || (i === 0 && word === 'iso')) traits |= titleTraits.wanted
    if (serviceWords.has(single)) traits |= titleTraits.service
    if (rentalWords.has(single)) traits |= titleTraits.rental
    if (lotWords.has(single)) traits |= titleTraits.lot
    if (next === 'of' && /^(?:set|pack|box|case)$/.test(single) && /^\d/.test(list[i + 2] ?? '')) {
      traits |= titleTraits.lot
    }
    traits |= phrases.get(`${word} ${next}`) ?? 0
  }
  // Broken things are offered "for parts or repair": that makes them neither a part nor a repair service.
  return traits & titleTraits.broken ? traits & ~(titleTraits.service | titleTraits.accessory) : traits
}

/** Reads a title for comparison; `product` is what `readProductTitle` makes of it. */
export function readTitle(title: string, product: ProductTitle = readProductTitle(title)): TitleFacts {
  let text = title.length > titleCharsMax ? title.slice(0, titleCharsMax) : title
  let plusSign = -1
  if (text.includes('+')) {
    // `S10+` is another phone than `S10`; a plus sign that stands alone only adds something.
    const alone = text.indexOf(' + ')
    if (alone > 0) plusSign = words(text.slice(0, alone)).length
    text = text.replace(/([\p{L}\p{N}])\+/gu, '$1 plus ')
  }
  const tokens: string[] = []
  for (const { text: word, measure } of product.words) {
    if (tokens.length === titleTokensMax) break
    if (stopWords.has(word)) continue
    const token = measure === null ? singular(word) : word
    if (!tokens.includes(token)) tokens.push(token)
  }
  const { years, storageGb, quantity, size } = product
  const traits = traitsOf(words(text), plusSign)
  return { tokens, traits, year: years[0] ?? 0, storageGb, quantity: quantity.count, size }
}

/** How much a word tells about which thing it is, before its rarity: model numbers most, sellers' praise least. */
export function tokenFactor(token: string): number {
  if (weakWords.has(token)) return 0.3
  if (variantWords.has(token)) return 1.5
  if (!/\d/.test(token)) return 1
  return numberPattern.test(token) ? 1.3 : 1.6
}
