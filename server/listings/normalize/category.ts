import { remembering } from '../../core/remembering.ts'
import { type Category, categories } from '../../model/listing-schema.ts'
import { modelWords } from '../../model/product/words.ts'
import { noSiteCodes, type SiteCodes } from '../../model/site-codes.ts'
import { pathWords } from './category-paths.ts'
import { accessoryWords, titleWords } from './category-words.ts'
import { wordsOfLanguages } from './category-words-languages.ts'

export interface NormalizedCategory {
  category: Category
  /** What decided; null for `other`. */
  from: 'site' | 'title' | null
}

/**
 * Which of our categories a listing belongs to; `other` when neither its site's category nor its title tells.
 *
 * The site's category decides where it is precise; where it only names a department ("Electronics",
 * "Women") the title refines it. What is *for* a device is not the device: cases, chargers and screens of phones,
 * tablets and computers are `electronics`. Parts stay with their vehicle only for bikes; other vehicles have
 * `vehicle-parts`. Clothes and gear for children are `baby`, their playthings `toys`; films on disc are
 * `tv-video`; smart watches are `watches`; health is with `beauty`, building materials with `tools`.
 */
export function normalizeCategory(title: string, siteCategory?: string, codes = noSiteCodes): Category {
  return categoryOf(title, namedCategory(siteCategory ?? null, '', codes) ?? undefined).category
}

/** A site's category in the site's own words, where it is named by a code. */
export function namedCategory(
  siteCategory: string | null,
  marketplace: string,
  codes: SiteCodes,
): string | null {
  if (siteCategory === null) return null
  return codes.categoryNameOf(siteCategory.trim().toLowerCase(), marketplace) ?? siteCategory
}

export function categoryOf(title: string, siteCategory?: string): NormalizedCategory {
  const site = siteCategory === undefined ? null : cachedSiteCategory(siteCategory)
  if (site !== null && !site.coarse && !devices.has(site.category)) {
    return { category: site.category, from: 'site' }
  }
  const told = titleCategory(title)
  if (site === null) {
    return told.score >= scoreMin
      ? { category: told.category, from: 'title' }
      : { category: 'other', from: null }
  }
  const overrules = site.coarse
    ? told.score >= coarseScoreMin
    : told.accessory || (told.score >= weights.strong && told.scores[categories.indexOf(site.category)] === 0)
  return overrules ? { category: told.category, from: 'title' } : { category: site.category, from: 'site' }
}

/** What a title names by its own words, whatever its site's category; null where it names none. */
export function namedByTitle(
  title: string,
  site: Category,
): { category: Category; isStrong: boolean; isSole: boolean } | null {
  const { category, score, scores } = titleCategory(title)
  if (score < scoreMin) return null
  // Nothing in it is of what its site's category is for.
  const isSole = scores[categories.indexOf(site)] === 0
  return { category, isStrong: score >= weights.strong, isSole }
}

const scoreMin = 2
const coarseScoreMin = 4
const devices: ReadonlySet<Category> = new Set(['phones', 'tablets', 'computers'])
const weights = { strong: 5, usual: 2.5, hint: 0.8 } as const

interface Term {
  category: number
  weight: number
}

interface Vocabulary {
  terms: Map<string, Term>
  /** First words of phrases → most words of a phrase that begins so. */
  starts: Map<string, number>
}

// Static data, indexed at first use.
let vocabulary: Vocabulary | undefined
let paths: PathIndex | undefined
let accessories: ReadonlySet<string> | undefined

function list(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').map((phrase) => phraseOf(phrase))
}

function phraseOf(text: string): string {
  return modelWords(text).map(singular).join(' ')
}

/**
 * Only needs to make plural and singular meet: "batteries" too, which the shorter `singular` of titles does not, and not
 * "pcs" and "pc" as rules do, since "6 pcs" are no computers.
 */
function singular(word: string): string {
  const n = word.length
  if (n < 4 || word.charCodeAt(n - 1) !== 115) return word
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function buildVocabulary(): Vocabulary {
  const terms = new Map<string, Term>()
  const starts = new Map<string, number>()
  for (const [name, own] of Object.entries(titleWords)) {
    const category = categories.indexOf(name as Category)
    for (const kind of ['strong', 'usual', 'hint'] as const) {
      const others = kind === 'strong' ? list(wordsOfLanguages[name as Category]) : []
      for (const phrase of [...list(own[kind]), ...others]) {
        const weight = weights[kind]
        const known = terms.get(phrase)
        if (known === undefined || known.weight < weight) terms.set(phrase, { category, weight })
        const [first = '', ...rest] = phrase.split(' ')
        if (rest.length > 0) starts.set(first, Math.max(starts.get(first) ?? 0, rest.length + 1))
      }
    }
  }
  return { terms, starts }
}

/** What follows these goes with the thing and is not the thing: "with case", "for iPhone". */
const aside = new Set([
  'with',
  'w',
  'for',
  'includes',
  'include',
  'including',
  'plus',
  'fits',
  'fur',
  'pour',
  'mit',
  'med',
  'met',
  'inkl',
  'avec',
  'incl',
  'from',
])
const notAsideAfterFor = new Set([
  'sale',
  'part',
  'parts',
  'repair',
  'free',
  'trade',
  'cheap',
  'pickup',
  'only',
  'rent',
  'kid',
  'girl',
  'boy',
  'women',
  'men',
])
const asideFactor = 0.3
const wordsMax = 40

interface TitleCategory {
  category: Category
  score: number
  accessory: boolean
  /** By position in `categories`. */
  scores: Float64Array
}

/** A few readers in a row ask about the same title. */
const titlesMax = 200
const titleCategory = remembering(readTitleCategory, titlesMax)

function readTitleCategory(title: string): TitleCategory {
  vocabulary ??= buildVocabulary()
  accessories ??= new Set(list(accessoryWords))
  const { terms, starts } = vocabulary
  const scores = new Float64Array(categories.length)
  const all = modelWords(title.length > 400 ? title.slice(0, 400) : title)
  const tokens: string[] = []
  for (const word of all) {
    if (tokens.length >= wordsMax) break
    if (word !== 's') tokens.push(singular(word))
  }
  let factor = 1
  let head = -1
  let headWeight = 0
  let accessory = false
  let headEnd = tokens.length
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!
    // A medium bicycle is no bicycle with something.
    const isSize = token === 'med' && head < 0
    const isAside = aside.has(token) && i > 0 && !isSize
    if (isAside && !(token === 'for' && notAsideAfterFor.has(tokens[i + 1] ?? ''))) {
      if (factor === 1) headEnd = i
      factor = asideFactor
      i++
      continue
    }
    let taken = 1
    let term: Term | undefined
    const longest = starts.get(token)
    if (longest !== undefined) {
      if (longest >= 3 && i + 2 < tokens.length) {
        term = terms.get(`${token} ${tokens[i + 1]} ${tokens[i + 2]}`)
        if (term !== undefined) taken = 3
      }
      if (term === undefined && i + 1 < tokens.length) {
        term = terms.get(`${token} ${tokens[i + 1]}`)
        if (term !== undefined) taken = 2
      }
    }
    term ??= terms.get(token)
    if (term !== undefined) {
      scores[term.category]! += term.weight * factor
      // The last thing named before an aside is what an English title is about.
      if (factor === 1 && term.weight >= weights.usual) {
        head = term.category
        headWeight = term.weight
      }
    }
    i += taken
  }
  if (head >= 0) scores[head]! += headWeight * 0.4
  let best = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c
  const score = scores[best]!
  let category = categories[best]!
  if (score > 0 && (devices.has(category) || category === 'electronics')) {
    const device = bestDevice(scores)
    if (device !== null && tokens.some(saysDevice)) category = device
    else accessory = category === 'electronics' || isAccessory(tokens, headEnd, accessories)
    if (accessory) category = 'electronics'
  }
  return { category, score, accessory, scores }
}

/** "64GB" and "unlocked" are said of the device itself: then a case or charger merely comes with it. */
function saysDevice(token: string): boolean {
  return token === 'unlocked' || token === 'imei' || token === 'gb' || /^\d{1,4}gb$/.test(token)
}

function bestDevice(scores: Float64Array): Category | null {
  let best: Category | null = null
  let score = 0
  for (const device of devices) {
    const own = scores[categories.indexOf(device)]!
    if (own > score) {
      best = device
      score = own
    }
  }
  return score >= weights.usual ? best : null
}

/** The named thing ends in "case", "charger" …, models aside ("iPhone cable 6 6s"), or the title begins with one. */
function isAccessory(tokens: string[], headEnd: number, known: ReadonlySet<string>): boolean {
  let end = headEnd
  while (end > 0 && modelWord.test(tokens[end - 1]!)) end--
  const last = tokens[end - 1]
  const before = tokens[end - 2]
  if (last === undefined || before === undefined) return false
  if (known.has(tokens[0]!)) return true
  // "iPhone and charger", "no case", "new battery": that comes with the device or is said of it.
  return known.has(last) && !comesAlong.has(before)
}

const modelWord = /^(?:\d.*|plus|pro|max|mini|air|se|x|xs|xr|s\d+|new|black|white|clear)$/
const comesAlong = new Set(['and', 'no', 'new', 'free', 'great', 'cracked', 'broken', 'original', 'flawless'])

interface SiteCategory {
  category: Category
  coarse: boolean
}

interface PathIndex {
  exact: Map<string, Category>
  contains: Map<string, Category>
  coarse: Map<string, Category>
}

function buildPaths(): PathIndex {
  const index: PathIndex = { exact: new Map(), contains: new Map(), coarse: new Map() }
  for (const [name, own] of Object.entries(pathWords)) {
    const category = name as Category
    for (const kind of ['exact', 'contains', 'coarse'] as const) {
      for (const phrase of list(own[kind])) if (!index[kind].has(phrase)) index[kind].set(phrase, category)
    }
  }
  for (const category of categories) {
    const phrase = phraseOf(category)
    if (category !== 'other' && !index.coarse.has(phrase)) index.exact.set(phrase, category)
  }
  return index
}

// A site has a few hundred categories and every listing names one of them: worth remembering, within bounds.
const remembered = new Map<string, SiteCategory | null>()
const rememberedMax = 5_000

function cachedSiteCategory(path: string): SiteCategory | null {
  const known = remembered.get(path)
  if (known !== undefined) return known
  const found = siteCategoryOf(path)
  if (path.length <= 200) {
    if (remembered.size >= rememberedMax) remembered.clear()
    remembered.set(path, found)
  }
  return found
}

/** Deepest step first; a precise step anywhere beats a department. */
function siteCategoryOf(path: string): SiteCategory | null {
  paths ??= buildPaths()
  const steps = path
    .slice(0, 500)
    .split(/[/>|›»\\]/)
    .map((step) =>
      modelWords(step)
        .filter((word) => word !== 's' && word !== 'and')
        .map(singular),
    )
    .filter((step) => step.length > 0)
    .reverse()
  return preciseStep(steps, paths) ?? coarseStep(steps, paths)
}

/** Departments whose steps below mean something else than alone: "Kids / Shoes", "Golf / Bags". */
const ruling: ReadonlySet<Category> = new Set([
  'baby',
  'pets',
  'sports',
  'beauty',
  'vehicle-parts',
  'business',
  'bikes',
  'instruments',
  'games',
])

function preciseStep(steps: string[][], index: PathIndex): SiteCategory | null {
  let found: Category | null = null
  for (const step of steps) {
    const category = index.exact.get(step.join(' ')) ?? contained(step, index.contains)
    if (category === null || category === undefined) continue
    if (found === null) found = category
    else if (ruling.has(category) && found !== 'toys') found = category
  }
  return found === null ? null : { category: found, coarse: false }
}

function coarseStep(steps: string[][], index: PathIndex): SiteCategory | null {
  for (const step of steps) {
    const category = index.coarse.get(step.join(' ')) ?? contained(step, index.coarse)
    if (category !== null) return { category, coarse: true }
  }
  return null
}

/** The longest known phrase in a step; of equals the last, since the head noun comes last. */
function contained(step: string[], phrases: Map<string, Category>): Category | null {
  for (const length of [3, 2, 1]) {
    for (let i = step.length - length; i >= 0; i--) {
      const category = phrases.get(step.slice(i, i + length).join(' '))
      if (category !== undefined) return category
    }
  }
  return null
}
