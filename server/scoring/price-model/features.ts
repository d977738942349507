import { words } from '../../core/text.ts'
import type { Category, Condition, PriceBasis } from '../../model/listing-schema.ts'
import { readAttributeName } from '../comps/attribute-names.ts'
import { type Identity, identityByTitle, readKnownIdentity } from '../comps/identity.ts'
import { brandLevels, thingLevels } from './price-priors.ts'

export { isKnownMaker } from '../comps/makers.ts'

/** What of a listing may tell its price. Everything but title and category may be unknown. */
export interface PriceSubject {
  title: string
  category: Category
  condition: Condition | null
  /** Level that the value is wanted on, or that the price was seen on. */
  basis: PriceBasis
  marketplace?: string | null
  siteCategory?: string | null
  brand?: string | null
  description?: string | null
  attributes?: Readonly<Record<string, string>>
  photoCount?: number | null
}

/** What of a subject may be told or left out, each a bit; title and level (asked or sold) are always there. */
export const fields = {
  category: 1,
  siteCategory: 2,
  marketplace: 4,
  brand: 8,
  attributes: 16,
  description: 32,
  photos: 64,
} as const
export const allFields = 127

/**
 * Kinds of features: how loudly each speaks at first, and the fields without which it does not exist. What many
 * listings share (category, maker) is learned from few looks; single words of a description are many and mostly noise.
 * A field that is left out adds no feature: absence is no evidence.
 */
const kindTable = {
  always: [1, 0],
  basis: [1, 0],
  basisIn: [0.5, fields.category],
  category: [1, fields.category],
  site: [1, fields.siteCategory],
  market: [1, fields.marketplace],
  marketIn: [0.5, fields.marketplace | fields.category],
  maker: [1, 0],
  makerIn: [0.5, fields.category],
  makerSite: [0.5, fields.siteCategory],
  toldMaker: [1, fields.brand],
  toldMakerIn: [0.5, fields.brand | fields.category],
  toldMakerSite: [0.5, fields.brand | fields.siteCategory],
  attribute: [1, fields.attributes],
  attributeIn: [0.5, fields.attributes | fields.siteCategory],
  attributeFact: [1, fields.attributes],
  word: [0.5, 0],
  edgeWord: [0.35, 0],
  wordIn: [0.3, fields.category],
  wordSite: [0.3, fields.siteCategory],
  wordMaker: [0.3, 0],
  toldWordMaker: [0.3, fields.brand],
  pair: [0.4, 0],
  trait: [0.5, 0],
  traitIn: [0.5, fields.category],
  description: [0.3, fields.description],
  descriptionFact: [0.5, fields.description],
  model: [0.7, 0],
  modelIn: [0.7, fields.category],
  toldModel: [0.7, fields.attributes],
  fact: [1, 0],
  factIn: [1, fields.category],
  prior: [1, 0],
  priorIn: [1, fields.category],
  toldPrior: [1, fields.brand],
  photos: [0.5, fields.photos],
} as const satisfies Record<string, readonly [scale: number, needs: number]>
type Kind = keyof typeof kindTable
const kinds = Object.keys(kindTable) as Kind[]
const kindNumber = Object.fromEntries(kinds.map((kind, i) => [kind, i])) as Record<Kind, number>

/** Features are told apart by so many bits of a hash; two that share one only blur each other. */
export const hashBits = 25
const hashCount = 1 << hashBits
/** Loudness by kind; a feature's number is `kind << hashBits | hash`. */
export const kindScales = Float32Array.from(kinds, (kind) => kindTable[kind][0])
/** By kind: bits of the `fields` that it needs. */
export const kindNeeds = Uint8Array.from(kinds, (kind) => kindTable[kind][1])

/** Which fields a subject tells. */
export function fieldsOf(subject: PriceSubject): number {
  let told = subject.category === 'other' ? 0 : fields.category
  if (subject.siteCategory) told |= fields.siteCategory
  if (subject.marketplace) told |= fields.marketplace
  if (subject.brand) told |= fields.brand
  for (const _ in subject.attributes) {
    told |= fields.attributes
    break
  }
  if (subject.description) told |= fields.description
  if (subject.photoCount != null) told |= fields.photos
  return told
}

const descriptionWordsMax = 80
const descriptionCharsMax = 1500
const attributesMax = 24
const featuresMax = 320

// Static tables, indexed at first use.
let priors: { things: Map<string, number>; makers: Map<string, number> } | undefined

function priorTables() {
  if (priors === undefined) {
    const things = new Map<string, number>()
    for (const [price, list] of thingLevels) {
      for (const word of list.split(' ')) if (!things.has(word)) things.set(word, Math.log(price))
    }
    const makers = new Map<string, number>()
    for (const [factor, list] of brandLevels) {
      for (const name of list.split('|')) if (!makers.has(name)) makers.set(name, Math.log(factor))
    }
    priors = { things, makers }
  }
  return priors
}

/** The features of a subject: whole numbers, and beside them their strengths where these are not 1. */
export interface Features {
  numbers: Int32Array
  strengths: Float32Array
  identity: Identity
}

/** What a listing is by all that is told of it, and by its title alone, which may be all that is asked. */
export interface Identities {
  told: Identity
  byTitle: Identity
}

export function identitiesOf(subject: Pick<PriceSubject, 'title' | 'brand' | 'attributes'>): Identities {
  const byTitle = identityByTitle(subject.title)
  const isBare = !subject.brand && Object.keys(subject.attributes ?? {}).length === 0
  return { told: isBare ? byTitle : readKnownIdentity(subject), byTitle }
}

/** A hash of a text under a prefix (FNV-1a, mixed); of two texts as if they were one with a space between. */
function hashOf(prefix: string, text: string, behind: string | undefined): number {
  let hash = 0x811c_9dc5
  for (let i = 0; i < prefix.length; i++) hash = Math.imul(hash ^ prefix.charCodeAt(i), 0x0100_0193)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  if (behind !== undefined) {
    hash = Math.imul(hash ^ 0x20, 0x0100_0193)
    for (let i = 0; i < behind.length; i++) hash = Math.imul(hash ^ behind.charCodeAt(i), 0x0100_0193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b_3c6d)
  return (hash ^ (hash >>> 12)) & (hashCount - 1)
}

/**
 * Everything of a subject that may tell its price, as numbers for the price model: category, maker, words and pairs of
 * words of the title, the beginning of the description, attributes, what the title was read as, and what is common
 * knowledge about such words. Not the condition, whose effect is known by other means (`condition.ts`).
 */
export function featuresOf(subject: PriceSubject, identities: Identities = identitiesOf(subject)): Features {
  const numbers: number[] = []
  const strengths: number[] = []
  const add: Add = (kind, prefix, text, strength = 1, behind?) => {
    if (numbers.length >= featuresMax) return
    numbers.push((kindNumber[kind] << hashBits) | hashOf(prefix, text, behind))
    strengths.push(strength)
  }
  const { told: identity, byTitle } = identities
  const category = subject.category === 'other' ? null : subject.category
  const path = (subject.siteCategory ?? '').split(/\s*[/>]\s*/).filter((part) => part !== '')

  add('always', 'always', '')
  add('basis', 'basis:', subject.basis)
  if (category !== null) {
    add('category', 'c:', category)
    add('basisIn', 'basis:', `${subject.basis} ${category}`)
  }
  let prefix = ''
  for (const part of path.slice(0, 6)) {
    prefix += `/${part}`
    add('site', 's:', prefix)
  }
  if (subject.marketplace) {
    add('market', 'at:', subject.marketplace)
    if (category !== null) add('marketIn', 'at:', `${subject.marketplace} ${category}`)
  }
  const place = { category, root: path[0] ?? null, prefix: path.length > 1 ? prefix : null }
  addMakers(add, byTitle.brand, identity.brand, place)
  addIdentity(add, byTitle, category)
  addToldIdentity(add, identity, byTitle)
  addTitle(add, identity, byTitle.brand, place)
  addAttributes(add, subject.attributes, path[0] ?? '')
  addDescription(add, subject)
  addPriors(add, identity, byTitle.brand, category)
  if (subject.photoCount != null) add('photos', 'photos:', String(Math.min(6, subject.photoCount)))
  return { numbers: Int32Array.from(numbers), strengths: Float32Array.from(strengths), identity }
}

/** `behind` is a second text: the feature is that of both, one behind the other. */
type Add = (kind: Kind, prefix: string, text: string, strength?: number, behind?: string) => void
/** Where a thing stands: our category, the first part of the site's path and the whole of it. */
interface Place {
  category: string | null
  root: string | null
  prefix: string | null
}

function addMakers(add: Add, titled: string | null, told: string | null, place: Place): void {
  const { category, root, prefix } = place
  if (titled !== null) {
    add('maker', 'b:', titled)
    if (category !== null) add('makerIn', 'bc:', `${titled} ${category}`)
    if (root !== null) add('makerSite', 'b0:', `${titled} ${root}`)
    if (prefix !== null) add('makerSite', 'bs:', `${titled} ${prefix}`)
  }
  if (told === null || told === titled) return
  add('toldMaker', 'b:', told)
  if (category !== null) add('toldMakerIn', 'bc:', `${told} ${category}`)
  if (root !== null) add('toldMakerSite', 'b0:', `${told} ${root}`)
  if (prefix !== null) add('toldMakerSite', 'bs:', `${told} ${prefix}`)
}

function addIdentity(add: Add, identity: Identity, category: string | null): void {
  const maker = identity.brand ?? ''
  const { model, year, storageGb, size, material, generation, quantity, traits } = identity
  if (traits !== 0) {
    add('trait', 'tr:', String(traits))
    if (category !== null) add('traitIn', 'trc:', `${traits} ${category}`)
  }
  if (quantity > 1) {
    add('fact', 'q:', String(Math.round(Math.log2(quantity) * 2)))
    add('fact', 'ql', '', Math.log(Math.min(quantity, 100)) / 2)
  }
  if (model !== null) {
    add('model', 'm:', `${maker} ${model}`)
    if (year) add('model', 'my:', `${maker} ${model} ${year}`)
    if (storageGb) add('model', 'ms:', `${maker} ${model} ${storageGb}`)
    if (material !== null) add('model', 'mm:', `${maker} ${model} ${material}`)
    if (generation !== null) add('model', 'mg:', `${maker} ${model} ${generation}`)
  }
  if (year) {
    add('fact', 'yl', '', (year - 2015) / 10)
    add('model', 'yb:', `${year} ${maker}`)
    if (category !== null) {
      add('factIn', 'yl', category, (year - 2015) / 10)
      add('modelIn', 'yc:', `${year} ${category}`)
    }
  }
  if (storageGb) {
    add('fact', 'gl', '', Math.log2(storageGb / 64) / 4)
    if (category !== null) add('factIn', 'gl', category, Math.log2(storageGb / 64) / 4)
    add('model', 'gb:', `${storageGb} ${maker}`)
  }
  if (size !== null) {
    add('model', 'z:', size)
    if (category !== null) add('modelIn', 'z:', `${size} ${category}`)
  }
  if (material !== null) {
    add('model', 'mat:', material)
    if (category !== null) add('modelIn', 'mat:', `${material} ${category}`)
  }
  if (generation !== null) add('model', 'gen:', `${generation} ${maker}`)
}

/** What only the site's own fields tell. */
function addToldIdentity(add: Add, identity: Identity, byTitle: Identity): void {
  const maker = identity.brand ?? ''
  const { model, year, storageGb, size, material } = identity
  const isOtherMaker = identity.brand !== byTitle.brand
  if (model !== null && (isOtherMaker || model !== byTitle.model)) {
    add('toldModel', 'm:', `${maker} ${model}`)
    if (year) add('toldModel', 'my:', `${maker} ${model} ${year}`)
    if (storageGb) add('toldModel', 'ms:', `${maker} ${model} ${storageGb}`)
    if (material !== null) add('toldModel', 'mm:', `${maker} ${model} ${material}`)
  }
  if (year && year !== byTitle.year) {
    add('attributeFact', 'yl', '', (year - 2015) / 10)
    add('toldModel', 'yb:', `${year} ${maker}`)
  }
  if (storageGb && storageGb !== byTitle.storageGb) {
    add('attributeFact', 'gl', '', Math.log2(storageGb / 64) / 4)
    add('toldModel', 'gb:', `${storageGb} ${maker}`)
  }
  if (size !== null && size !== byTitle.size) add('toldModel', 'z:', size)
  if (material !== null && material !== byTitle.material) add('toldModel', 'mat:', material)
}

function addTitle(add: Add, { tokens, brand: told }: Identity, brand: string | null, place: Place): void {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!
    add('word', 't:', word)
    if (place.root !== null) add('wordSite', 'tr:', word, 1, place.root)
    else if (place.category !== null) add('wordIn', 'tr:', word, 1, place.category)
    if (brand !== null) add('wordMaker', 'tb:', word, 1, brand)
    else if (told !== null) add('toldWordMaker', 'tb:', word, 1, told)
    if (i > 0) add('pair', 'p:', tokens[i - 1]!, 1, word)
    if (i > 1) add('pair', 'p:', tokens[i - 2]!, 1, word)
  }
  if (tokens.length > 0) {
    add('edgeWord', 'first:', tokens[0]!)
    add('edgeWord', 'last:', tokens[tokens.length - 1]!)
  }
}

function addAttributes(add: Add, attributes: PriceSubject['attributes'], root: string): void {
  if (attributes === undefined) return
  let count = 0
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]!
    const { key, isIdle } = readAttributeName(name)
    if (isIdle || value.length > 60 || value.startsWith('http')) continue
    if (++count > attributesMax) return
    const folded = value.toLowerCase()
    const figure = figureOf(folded)
    if (figure !== null && figure > 999) {
      // Mileage and the like: what counts is the order of magnitude.
      add('attribute', 'am:', `${key} ${Math.round(Math.log2(figure) * 2)}`)
      add('attributeFact', 'al:', `${key} ${root}`, (Math.log10(figure) - 4) / 2)
      continue
    }
    add('attribute', 'a:', `${key}=${folded}`)
    if (root !== '') add('attributeIn', 'ax:', `${key}=${folded} ${root}`)
  }
}

function figureOf(text: string): number | null {
  return /^\d[\d,. ]{0,14}$/.test(text) ? Number(text.replace(/[, ]/g, '')) || null : null
}

function addDescription(add: Add, subject: PriceSubject): void {
  const { description } = subject
  if (!description) return
  const text = description.slice(0, descriptionCharsMax)
  const list = words(text)
  const seen = new Set<string>()
  for (let i = 0; i < list.length && seen.size < descriptionWordsMax; i++) {
    const word = list[i]!
    if (word.length > 1 && !seen.has(word)) {
      seen.add(word)
      add('description', 'd:', word)
    }
  }
  // "Paid $400 new": a figure in the text is a strong hint, more than any word.
  let highest = 0
  for (const found of text.matchAll(/[$£€]\s?(\d[\d,]{0,8})/g)) {
    highest = Math.max(highest, Number(found[1]!.replaceAll(',', '')))
  }
  if (highest > 1) {
    add('descriptionFact', 'pm:', String(Math.round(Math.log2(highest) * 2)))
    add('descriptionFact', 'pl', '', Math.log(highest) / 4)
  }
}

function addPriors(add: Add, identity: Identity, titled: string | null, category: string | null): void {
  const { things, makers } = priorTables()
  let count = 0
  let sum = 0
  let most = Number.NEGATIVE_INFINITY
  let last = 0
  for (const word of identity.words) {
    const level = things.get(word) ?? (word.endsWith('s') ? things.get(word.slice(0, -1)) : undefined)
    if (level === undefined) continue
    count++
    sum += level
    most = Math.max(most, level)
    last = level
  }
  if (count > 0) {
    add('prior', 'thing:mean', '', sum / count - 3)
    add('prior', 'thing:most', '', most - 3)
    add('prior', 'thing:last', '', last - 3)
    add('fact', 'thing:', String(Math.round(most * 2)))
  }
  const level = makers.get(titled ?? '')
  if (level !== undefined) {
    add('prior', 'maker', '', level)
    add('fact', 'maker:', level.toFixed(1))
    if (category !== null) add('priorIn', 'maker:', `${level.toFixed(1)} ${category}`)
  }
  const told = identity.brand === titled ? undefined : makers.get(identity.brand ?? '')
  if (told !== undefined) {
    add('toldPrior', 'maker', '', told)
    add('toldPrior', 'maker:', told.toFixed(1))
  }
}
