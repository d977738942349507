import { words } from '../core/text.ts'
import type { Category, Condition, PriceBasis } from '../listings/schema.ts'
import { type Identity, readIdentity } from './identity.ts'
import { brandLevels, thingLevels } from './price-priors.ts'

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

/**
 * Kinds of features and how loudly each speaks at first. What many listings share (category, condition, maker) is
 * learned from few looks; single words of a description are many and mostly noise.
 */
const scales = {
  always: 1,
  category: 1,
  maker: 1,
  makerIn: 0.5,
  condition: 1,
  conditionIn: 0.5,
  attribute: 1,
  word: 0.5,
  wordIn: 0.3,
  pair: 0.4,
  trait: 0.5,
  description: 0.3,
  descriptionPair: 0.12,
  length: 0.5,
  descriptionFact: 0.5,
  model: 0.7,
  fact: 1,
  prior: 1,
} as const
type Kind = keyof typeof scales
const kinds = Object.keys(scales) as Kind[]
const kindNumber = Object.fromEntries(kinds.map((kind, i) => [kind, i])) as Record<Kind, number>

/** Features are told apart by so many bits of a hash; two that share one only blur each other. */
export const hashBits = 25
const hashCount = 1 << hashBits
/** Loudness by kind; a feature's number is `kind << hashBits | hash`. */
export const kindScales = Float32Array.from(kinds, (kind) => scales[kind])

/** By kind: 1 where only a description tells it. */
export const isOfDescription = Uint8Array.from(kinds, (kind) => (kind.startsWith('description') ? 1 : 0))

const descriptionWordsMax = 80
const descriptionCharsMax = 1500
const attributesMax = 24
const featuresMax = 320

/** Attributes that say something about the look or the person at the other end, not about the thing. */
const idleAttributes =
  /^(?:id|url|link|file|seller.*|feedback.*|user|user ?name|vin|phone|email|raw ?title|title|snapshot|posted|scraped|est .*|.*price.*|.*cost.*|.*views?|.*favou?rites?|reviews?|suspect|distance.*|.*estimate.*|house|bids?|.*start pr|ship pr|duration|.*rate)$/

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

/** Makers that are known without having seen a listing of theirs, folded. */
export function isKnownMaker(name: string): boolean {
  return priorTables().makers.has(name)
}

/** The features of a subject: whole numbers, and beside them their strengths where these are not 1. */
export interface Features {
  numbers: Int32Array
  strengths: Float32Array
  identity: Identity
}

/** A hash of a text under a prefix (FNV-1a, mixed). */
function hashOf(prefix: string, text: string): number {
  let hash = 0x811c_9dc5
  for (let i = 0; i < prefix.length; i++) hash = Math.imul(hash ^ prefix.charCodeAt(i), 0x0100_0193)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b_3c6d)
  return (hash ^ (hash >>> 12)) & (hashCount - 1)
}

/**
 * Everything of a subject that may tell its price, as numbers for the price model: category, maker, condition,
 * words and pairs of words of the title, the beginning of the description, attributes, what the title was read as,
 * and what is common knowledge about such words.
 */
export function featuresOf(subject: PriceSubject): Features {
  const numbers: number[] = []
  const strengths: number[] = []
  const add = (kind: Kind, prefix: string, text: string, strength = 1) => {
    if (numbers.length >= featuresMax) return
    numbers.push((kindNumber[kind] << hashBits) | hashOf(prefix, text))
    strengths.push(strength)
  }
  const identity = readIdentity(subject, isKnownMaker)
  const category = subject.category
  const path = (subject.siteCategory ?? '').split(/\s*[/>]\s*/).filter((part) => part !== '')
  const root = path[0] ?? category

  add('always', 'always', '')
  add('category', 'c:', category)
  let prefix = ''
  for (const part of path.slice(0, 6)) {
    prefix += `/${part}`
    add('category', 's:', prefix)
  }
  if (subject.marketplace) {
    add('category', 'at:', subject.marketplace)
    add('conditionIn', 'at:', `${subject.marketplace} ${category}`)
  }
  add('condition', 'basis:', subject.basis)
  add('conditionIn', 'basis:', `${subject.basis} ${category}`)
  const condition = subject.condition ?? 'unknown'
  add('condition', 'k:', condition)
  add('conditionIn', 'k:', `${condition} ${category}`)

  const { brand } = identity
  if (brand === null) add('makerIn', 'nobody', prefix === '' ? category : prefix)
  else {
    add('maker', 'b:', brand)
    add('makerIn', 'bc:', `${brand} ${category}`)
    add('makerIn', 'b0:', `${brand} ${root}`)
    if (path.length > 1) add('makerIn', 'bs:', `${brand} ${prefix}`)
  }
  addIdentity(add, identity, category)
  addTitle(add, identity, brand, root)
  addAttributes(add, subject.attributes, root)
  addDescription(add, subject)
  addPriors(add, subject, identity, category)
  return { numbers: Int32Array.from(numbers), strengths: Float32Array.from(strengths), identity }
}

type Add = (kind: Kind, prefix: string, text: string, strength?: number) => void

function addIdentity(add: Add, identity: Identity, category: string): void {
  const maker = identity.brand ?? category
  const { model, year, storageGb, size, material, generation, quantity, traits } = identity
  if (traits !== 0) {
    add('trait', 'tr:', String(traits))
    add('trait', 'trc:', `${traits} ${category}`)
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
    add('fact', 'yl', category, (year - 2015) / 10)
    add('model', 'yc:', `${year} ${category}`)
    add('model', 'yb:', `${year} ${maker}`)
  }
  if (storageGb) {
    add('fact', 'gl', category, Math.log2(storageGb / 64) / 4)
    add('model', 'gb:', `${storageGb} ${maker}`)
  }
  if (size !== null) add('model', 'z:', `${size} ${category}`)
  if (material !== null) add('attribute', 'mat:', `${material} ${category}`)
  if (generation !== null) add('model', 'gen:', `${generation} ${maker}`)
}

function addTitle(add: Add, identity: Identity, brand: string | null, root: string): void {
  const { tokens } = identity
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!
    add('word', 't:', word)
    add('wordIn', 'tr:', `${word} ${root}`)
    if (brand !== null) add('wordIn', 'tb:', `${word} ${brand}`)
    if (i > 0) add('pair', 'p:', `${tokens[i - 1]} ${word}`)
    if (i > 1) add('pair', 'p:', `${tokens[i - 2]} ${word}`)
  }
  if (tokens.length > 0) {
    add('word', 'first:', tokens[0]!, 0.7)
    add('word', 'last:', tokens[tokens.length - 1]!, 0.7)
  }
  add('length', 'tl:', String(tokens.length))
}

function addAttributes(add: Add, attributes: PriceSubject['attributes'], root: string): void {
  if (attributes === undefined) return
  let count = 0
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]!
    const key = name.toLowerCase().replaceAll('_', ' ')
    if (value.length > 60 || value.startsWith('http') || idleAttributes.test(key)) continue
    if (++count > attributesMax) return
    const folded = value.toLowerCase()
    const figure = figureOf(folded)
    if (figure !== null && figure > 999) {
      // Mileage and the like: what counts is the order of magnitude.
      add('attribute', 'am:', `${key} ${Math.round(Math.log2(figure) * 2)}`)
      add('fact', 'al:', `${key} ${root}`, (Math.log10(figure) - 4) / 2)
      continue
    }
    add('attribute', 'a:', `${key}=${folded}`)
    add('conditionIn', 'ax:', `${key}=${folded} ${root}`)
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
      if (i > 0) add('descriptionPair', 'dp:', `${list[i - 1]} ${word}`)
    }
  }
  add('descriptionFact', 'dl:', String(Math.round(Math.log2(1 + list.length) * 2)))
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

function addPriors(add: Add, subject: PriceSubject, identity: Identity, category: string): void {
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
  if (count === 0) add('prior', 'thing:none', '')
  else {
    add('prior', 'thing:mean', '', sum / count - 3)
    add('prior', 'thing:most', '', most - 3)
    add('prior', 'thing:last', '', last - 3)
    add('fact', 'thing:', String(Math.round(most * 2)))
  }
  const level = identity.brand === null ? undefined : makers.get(identity.brand)
  if (level === undefined) add('prior', 'maker:none', identity.brand === null ? '' : 'named')
  else {
    add('prior', 'maker', '', level)
    add('fact', 'maker:', level.toFixed(1))
    add('fact', 'maker:', `${level.toFixed(1)} ${category}`)
  }
  if (subject.photoCount != null) add('length', 'photos:', String(Math.min(6, subject.photoCount)))
}
