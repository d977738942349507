import { remembering } from '../../core/remembering.ts'
import { words } from '../../core/text.ts'
import { readProductTitle, titleCharsMax, titlesMax } from '../../model/product/title.ts'
import { type Facets, readAttributeName } from './attribute-names.ts'
import { gameName } from './game-title.ts'
import { isKnownMaker, longestMakerFrom, makerOfLine } from './makers.ts'
import { withoutSeries } from './model-words.ts'
import { comparedWord, readTitle, titleTokensMax } from './title.ts'

/** What a listing says it is. Unknown is null, or 0 for numbers; quantity is 1 unless several are named. */
export interface Identity {
  /** Folded, as words apart by one space. */
  brand: string | null
  /** Folded; with attributes as the site tells it, else the words after the maker's name. */
  model: string | null
  /** "3", "ii", "m1" …: which of several generations of a model. */
  generation: string | null
  /** "m", "56cm", "13in", "us 9": as written, folded. */
  size: string | null
  storageGb: number
  year: number
  material: string | null
  quantity: number
  /** Bits of `titleTraits`. */
  traits: number
  /** What an accessory or a part is, or which game for the console that the model names; '' for all else. */
  piece: string
  /** Comparison words of the title (`readTitle`). */
  tokens: readonly string[]
  /** All words of the title in order, as `readProductTitle` spells them. */
  words: readonly string[]
}

export interface IdentitySubject {
  title: string
  brand?: string | null
  attributes?: Readonly<Record<string, string>>
}

/** `readIdentity` of a title alone, by the makers that are known. */
export const identityByTitle: (title: string) => Identity = remembering(
  (title) => readKnownIdentity({ title }),
  titlesMax,
)

const materials: ReadonlyMap<string, string> = new Map(
  (
    'carbon:carbon aluminium:aluminium aluminum:aluminium alloy:aluminium steel:steel stainless:steel ' +
    'chromoly:steel titanium:titanium leather:leather suede:leather wood:wood wooden:wood oak:oak walnut:walnut ' +
    'teak:teak pine:pine maple:maple mahogany:mahogany cherry:cherry bamboo:bamboo rattan:rattan wicker:rattan ' +
    'glass:glass marble:marble granite:granite gold:gold platinum:platinum silver:silver sterling:silver ' +
    'brass:brass bronze:bronze copper:copper iron:iron cashmere:cashmere silk:silk wool:wool cotton:cotton ' +
    'linen:linen denim:denim velvet:velvet fleece:fleece polyester:polyester nylon:nylon plastic:plastic ' +
    'ceramic:ceramic porcelain:porcelain crystal:crystal'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

const longest = 4
/** A title that names their console may sell a game for it. */
const consoleMakers: ReadonlySet<string> = new Set(['nintendo', 'sony', 'microsoft', 'sega'])

/** `readIdentity` by the makers that are known. */
export const readKnownIdentity = (subject: IdentitySubject): Identity =>
  readIdentity(subject, isKnownMaker, longestMakerFrom)

/**
 * Reads what a listing says it is, from its title, its maker and its attributes; `isMaker` takes folded names,
 * `longestFrom` may say how many words those have at most that begin with one, so that fewer are asked about.
 */
export function readIdentity(
  subject: IdentitySubject,
  isMaker: (name: string) => boolean = () => false,
  longestFrom: (word: string) => number = () => longest,
): Identity {
  const product = readProductTitle(subject.title)
  const facts = readTitle(subject.title)
  const list = product.words.map(({ text }) => text)
  const attributes = facetsOf(subject.attributes)
  const brand =
    toldBrand(namedBrand(subject, attributes)) ??
    brandIn(words(subject.title.slice(0, titleCharsMax)), isMaker, longestFrom) ??
    makerOfLineIn(list)
  const year = facts.year || yearIn(attributes.year)
  return {
    brand,
    model: modelOf(attributes.model, brand, facts.tokens),
    generation: product.generation,
    size: toldSize(attributes.size) ?? product.size,
    storageGb: facts.storageGb || storageIn(attributes.storage),
    year,
    material: materialOf(attributes.material, list),
    quantity: product.sold,
    traits: facts.traits,
    piece: facts.piece || (consoleMakers.has(brand ?? '') ? gameName(subject.title) : ''),
    tokens: facts.tokens,
    words: list,
  }
}

const noFacets: Facets = {}
const filler = /^(?:unknown|n\/?a|none|nan.*|other|does not apply|unbranded.*|-+)$/i

function facetsOf(attributes: Readonly<Record<string, string>> | undefined): Facets {
  if (attributes === undefined) return noFacets
  let facets: Facets | undefined
  for (const name of Object.keys(attributes)) {
    const { facet } = readAttributeName(name)
    const value = attributes[name]!
    if (facet === null || value.length > 80 || filler.test(value)) continue
    facets ??= {}
    facets[facet] ??= value
  }
  return facets ?? noFacets
}

/** The maker as the site tells it; "N/A" and "Unbranded" tell of none. */
function namedBrand({ brand }: IdentitySubject, facets: Facets): string | undefined {
  return brand && !filler.test(brand.trim()) ? brand : facets.brand
}

/** Title words that a comparison would miss: what only the attributes tell of maker, model, size and the like. */
export function comparisonTitle(subject: IdentitySubject): string {
  const facets = facetsOf(subject.attributes)
  const missing: string[] = []
  const title = subject.title.toLowerCase()
  const brand = namedBrand(subject, facets)
  if (brand && !title.includes(brand.toLowerCase())) missing.push(brand)
  const rest: string[] = []
  if (facets.model && !title.includes(facets.model.toLowerCase())) rest.push(facets.model)
  if (facets.year && !title.includes(facets.year)) rest.push(facets.year)
  const storage = storageIn(facets.storage)
  if (storage > 0 && readTitle(subject.title).storageGb === 0) rest.push(`${storage}gb`)
  if (facets.material && !title.includes(facets.material.toLowerCase())) rest.push(facets.material)
  if (missing.length === 0 && rest.length === 0) return subject.title
  // What is cut off at the end must be the title's own tail, not the facts.
  return [...missing, headOf(subject.title), ...rest].join(' ').slice(0, comparisonCharsMax)
}

const comparisonCharsMax = 240

const headOf = (title: string): string => title.split(/\s+/, titleTokensMax).join(' ')

/** Where a listing's own title is in the one for comparison, as far as that has it and 255 characters reach. */
export function ownPartOf(comparison: string, title: string): [from: number, to: number] {
  if (comparison === title) return [0, Math.min(255, title.length)]
  const head = headOf(title)
  const from = comparison.indexOf(head)
  return from < 0 ? [0, comparison.length] : [from, from + head.length]
}

const toldBrand = (named: string | undefined): string | null =>
  named ? words(named).join(' ') || null : null

/** The longest name of a maker, of those the first. */
function brandIn(
  list: readonly string[],
  isMaker: (name: string) => boolean,
  longestFrom: (word: string) => number,
): string | null {
  let found: string | null = null
  let longestFound = 0
  for (let at = 0; at < list.length; at++) {
    let count = Math.min(longest, longestFrom(list[at]!), list.length - at)
    for (; count > longestFound; count--) {
      const name = count === 1 ? list[at]! : list.slice(at, at + count).join(' ')
      if (!isMaker(name)) continue
      found = name
      longestFound = count
    }
  }
  return found
}

function makerOfLineIn(list: readonly string[]): string | null {
  for (const word of list) {
    const maker = makerOfLine(word)
    if (maker !== undefined) return maker
  }
  return null
}

function modelOf(told: string | undefined, brand: string | null, tokens: readonly string[]): string | null {
  const makers = new Set(brand?.split(' '))
  // "2007 Toyota" in the field for the model names none: the title may.
  const own = words(told ?? '').filter((word) => !makers.has(word) && !yearPattern.test(word))
  if (own.length > 0) return own.slice(0, 5).join(' ')
  if (brand === null) return null
  // As comparison words are: "adidas" without its s, "the north face" without its article.
  const names = brand.split(' ').map(comparedWord)
  const glued = brand.replaceAll(' ', '')
  let at = tokens.findIndex((token) => names.includes(token) || token === glued)
  if (at < 0) at = tokens.findIndex((token) => lineOf(token) === brand)
  if (at < 0) return null
  while (names.includes(tokens[at]!) || tokens[at] === glued) at++
  const after = withoutSeries(tokens.slice(at, at + 5)).slice(0, 3)
  // Up to the first word with a figure: "galaxy s10", "iphone 8"; else the next two words.
  const numbered = after.findIndex((word) => /\d/.test(word))
  const model = numbered >= 0 ? after.slice(0, numbered + 1) : after.slice(0, 2)
  return model.length === 0 ? null : model.join(' ')
}

const yearPattern = /^(?:19|20)\d\d$/
/** Classes of cars, which many a site keeps in its field for the size. */
const carClass = /^(?:(?:full|mid)[ -]?size|(?:sub[ -]?)?compact)$/i

function toldSize(told: string | undefined): string | null {
  if (told === undefined || carClass.test(told.trim())) return null
  return words(told).slice(0, 3).join(' ') || null
}

function storageIn(told: string | undefined): number {
  if (told === undefined) return 0
  // A bare figure in a field of storage is gigabytes.
  return readProductTitle(/^\s*\d{1,4}\s*$/.test(told) ? `${told} gb` : told).storageGb
}

function yearIn(told: string | undefined): number {
  const found = told === undefined ? null : /\b(?:19[5-9]|20[0-4])\d\b/.exec(told)
  return found ? Number(found[0]) : 0
}

function materialOf(told: string | undefined, list: readonly string[]): string | null {
  for (const word of told === undefined ? list : [...words(told), ...list]) {
    const material = materials.get(word)
    if (material !== undefined) return material
  }
  return null
}

/** The maker that a comparison word stands for, which has lost its plural s. */
function lineOf(token: string): string | undefined {
  return makerOfLine(token) ?? makerOfLine(`${token}s`)
}
