import { type Category, type Condition, type PriceBasis, priceBases } from '../../model/listing-schema.ts'
import type { Comp } from '../../model/score-schema.ts'
import { createCompStore, type Market } from './comp-store.ts'
import {
  identityKey,
  identitySize,
  isExact,
  isSameKind,
  isSameMaker,
  isSameModel,
  type ModelName,
} from './exact.ts'
import { identityByTitle } from './identity.ts'
import { weightOf } from './lexicon.ts'
import { agreement, type Best, insertRanked, packFacts } from './similarity.ts'
import {
  atDay,
  atFacts,
  atRun,
  atShared,
  atStamp,
  atWeight,
  dayOf,
  hotSize,
  runLength,
  runStart,
} from './slots.ts'
import { readTitle, tokenFactor } from './title.ts'

/** What is to be compared; `listingId` keeps a listing from being evidence for itself. */
export interface CompSubject {
  listingId?: number
  /** Listings struck out as evidence, each with what is the same evidence (see `CompIndex.similar`). */
  without?: ReadonlySet<number>
  title: string
  category: Category
  condition: Condition | null
  currency: string
  /** Only comparables of that level; left out = of both. */
  basis?: PriceBasis
  /** The category is a guess: comparables of other categories count too, if less. */
  isGuess?: boolean
  /** What `identityKey` reads of it; by default from the title alone. */
  key?: Int32Array
  /** Whose own comparables count beside those of the market. */
  ownerId?: number
  /** The words by which its model is known; some titles have them where nobody tells what they are. */
  name?: ModelName
}

export interface SimilarComp {
  comp: Comp
  /** Similarity of the titles, 0–1; age is not in it. */
  similarity: number
  /** How far it is the same thing: see `exact.ts`. */
  sameness: Sameness
}
export type Sameness = 'exact' | 'model' | 'maker' | 'none'

export interface CompIndex {
  /** Takes in or replaces the observation of a listing; one without a usable price is removed instead. */
  upsert(comp: Comp, key?: Int32Array): void
  remove(listingId: number): void
  /** Observations held. */
  readonly size: number
  get(listingId: number): Comp | undefined
  /** What `identityKey` read of a held listing. */
  keyOf(listingId: number): Int32Array | undefined
  /** Whether a held listing's title has a word of comparison (`readTitle`). */
  hasWord(listingId: number, word: string): boolean
  /**
   * Comparables of the same category, currency and level, the best (similarity × freshness) first, none older than
   * `compAgeMsMax`. What is one unit of evidence (`voiceOf`) comes back once, as its newest.
   */
  similar(subject: CompSubject, nowMs: number, limit: number): SimilarComp[]
  /** An even sample over everything of the subject's category, kind of offer and currency, for want of anything similar. */
  sample(subject: CompSubject, nowMs: number, limit: number): Comp[]
}

const dayMs = 86_400_000
export const compAgeMsMax = 365 * dayMs
const halfLifeMs = 90 * dayMs

/** What of a comp's weight its age has left: 1 now, ½ after 90 days. */
export function freshness(observedAtMs: number, nowMs: number): number {
  return 2 ** (-Math.max(0, nowMs - observedAtMs) / halfLifeMs)
}

/** Postings read per look-up: bounds the time of titles made of common words. */
const scannedMax = 400
const similarityMin = 0.12
/** Titles as alike as this are of the same thing, named or not. */
const twinSimilarity = 0.95
/** What a guessed category says against comparables of another. */
const otherCategoryFactor = 0.75

/** Makes an empty index that holds at most `capacity` observations and then drops the least useful, which is told. */
export function createCompIndex(
  options: { capacity?: number; onEvict?: (listingId: number) => void } = {},
): CompIndex {
  const store = createCompStore(Math.max(1, options.capacity ?? 200_000), options.onEvict)
  const { lexicon } = store
  /** By age in days; what is old ranks lower, but the only match of a kind is not lost. */
  const ageFactors = Float64Array.from({ length: compAgeMsMax / dayMs + 1 }, (_, day) => {
    return 0.4 + 0.6 * freshness(0, day * dayMs)
  })
  const scanned = new Int32Array(scannedMax)
  let stamp = 0

  function nextStamp(): number {
    if (stamp === 0x7fff_ffff) {
      const { hot } = store
      for (let at = atStamp; at < hot.length; at += hotSize) hot[at] = 0
      stamp = 0
    }
    return ++stamp
  }

  /** Row of the observation of a slot that may speak for the subject, −1 = none. */
  function evidence(slot: number, subject: CompSubject, nowMs: number): number {
    const row = store.spokesman(slot, subject.listingId)
    if (row < 0 || nowMs - store.observedAtMs(row) > compAgeMsMax) return -1
    return subject.without?.has(store.listingId(row)) ? -1 : row
  }

  function similar(subject: CompSubject, nowMs: number, limit: number): SimilarComp[] {
    if (limit < 1) return []
    const best: Best = { slots: [], similarities: [], ranks: [] }
    for (const { basis, ownerId } of worldsOf(subject)) {
      const own = store.market(subject.category, subject.currency, basis, ownerId)
      if (own) searchIn(own, 1, subject, nowMs, { best, limit })
      if (!subject.isGuess) continue
      const factor = subject.category === 'other' ? 1 : otherCategoryFactor
      for (const { category, market } of store.markets(subject.currency, basis, ownerId)) {
        if (category !== subject.category) searchIn(market, factor, subject, nowMs, { best, limit })
      }
    }
    const key = keyOf(subject)
    const struckOut = [...(subject.without ?? [])].flatMap((id) => store.get(id) ?? [])
    const found: SimilarComp[] = []
    best.slots.forEach((slot, i) => {
      const comp = store.comp(evidence(slot, subject, nowMs))
      // Other words below the same title and price are more often the same thing again than another.
      const isAgain = [...struckOut, ...found.map((other) => other.comp)].some(
        (other) => other.priceCents === comp.priceCents && other.title === comp.title,
      )
      if (isAgain) return
      const similarity = best.similarities[i]!
      found.push({
        comp,
        similarity,
        sameness: similarity >= twinSimilarity ? 'exact' : samenessOf(key, slot),
      })
    })
    return found
  }

  function keyOf({ key, title }: CompSubject): Int32Array {
    return key ?? identityKey(identityByTitle(title))
  }

  function samenessOf(key: Int32Array, slot: number): Sameness {
    const { keys } = store
    const at = slot * identitySize
    if (isExact(key, keys, at)) return 'exact'
    if (isSameModel(key, keys, at)) return 'model'
    return isSameMaker(key, keys, at) ? 'maker' : 'none'
  }

  /** Puts what is alike in one market among the best. */
  function searchIn(
    market: Market,
    factor: number,
    subject: CompSubject,
    nowMs: number,
    { best, limit }: { best: Best; limit: number },
  ): void {
    const { hot, hotFloat, tokens } = store
    const { weights } = lexicon
    const all = market.slots.length - market.dead
    const facts = readTitle(subject.title)
    const mark = nextStamp()

    let subjectWeight = 0
    const known: number[] = []
    for (const token of facts.tokens) {
      const id = market.vocabulary.get(token)
      if (id !== undefined) known.push(id)
      subjectWeight += id === undefined ? weightOf(tokenFactor(token), 0, all) : weights[id]!
    }
    known.sort((a, b) => lexicon.slotsOf(a) - lexicon.slotsOf(b))

    // Rarest words first, as far as the allowance goes; words beyond it are looked for in the candidates instead.
    let end = 0
    let candidates = 0
    let read = 0
    while (read < known.length) {
      const id = known[read]!
      const start = end
      end = lexicon.copy(id, scanned, start, scannedMax)
      const whole = end < scannedMax
      const weight = whole ? weights[id]! : 0
      for (let at = start; at < end; at++) {
        const slot = scanned[at]!
        const base = slot * hotSize
        if (hot[base + atStamp] === mark) hotFloat[base + atShared] = hotFloat[base + atShared]! + weight
        else {
          hot[base + atStamp] = mark
          hotFloat[base + atShared] = weight
          scanned[candidates++] = slot
        }
      }
      if (!whole) break
      read++
    }
    const unread = known.slice(read)
    let unreadWeight = 0
    for (const id of unread) unreadWeight += weights[id]!

    const today = dayOf(nowMs)
    const factsPacked = packFacts(facts)
    let rankMin = best.slots.length === limit ? best.ranks[limit - 1]! : 0
    for (let at = 0; at < candidates; at++) {
      const slot = scanned[at]!
      const base = slot * hotSize
      const age = Math.max(0, today - hot[base + atDay]!)
      if (age >= ageFactors.length) continue
      const both = subjectWeight + hotFloat[base + atWeight]!
      const agreeing = agreement(hot[base + atFacts]!, factsPacked) * factor
      const shared = hotFloat[base + atShared]!
      // Most candidates cannot reach the best any more, and this is known before their words are read.
      const ageFactor = ageFactors[age]!
      if (2 * (shared + unreadWeight) * agreeing * ageFactor <= rankMin * both) continue
      const whole =
        unread.length === 0 ? shared : shared + weightWithin(unread, weights, tokens, hot[base + atRun]!)
      const similarity = Math.min(1, (2 * whole) / both) * agreeing
      const rank = similarity * ageFactor
      if (similarity < similarityMin || rank <= rankMin) continue
      if (evidence(slot, subject, nowMs) < 0) continue
      insertRanked(best, slot, similarity, rank, limit)
      if (best.slots.length === limit) rankMin = best.ranks[limit - 1]!
    }
  }

  return {
    upsert: store.upsert,
    remove: store.remove,
    get: store.get,
    keyOf: store.keyOf,
    hasWord: store.hasWord,
    get size() {
      return store.size
    },
    similar,
    sample(subject, nowMs, limit) {
      const slots = worldsOf(subject).flatMap(
        ({ basis, ownerId }) => store.market(subject.category, subject.currency, basis, ownerId)?.slots ?? [],
      )
      const key = keyOf(subject)
      const ofKind = slots.filter((slot) => isSameKind(key, store.keys, slot * identitySize))
      const found: Comp[] = []
      const step = Math.max(1, ofKind.length / limit)
      // From the newest on; a dead slot only makes the sample a little smaller.
      for (let at = ofKind.length - 1; at >= 0 && found.length < limit; at -= step) {
        const row = evidence(ofKind[Math.round(at)]!, subject, nowMs)
        if (row >= 0) found.push(store.comp(row))
      }
      return found
    },
  }
}

/** Where comparables of a subject are: of its level or both, of the market and of its owner. */
function worldsOf({ basis, ownerId }: CompSubject): { basis: PriceBasis; ownerId: number | undefined }[] {
  const bases = basis === undefined ? priceBases : [basis]
  const owners = ownerId === undefined ? [undefined] : [undefined, ownerId]
  return bases.flatMap((basis) => owners.map((ownerId) => ({ basis, ownerId })))
}
/** What shares fewer words says nothing of the category. */
const tellingFrom = 0.3

/** The category of most of what is alike; undefined where there is nothing. */
export function mostOf(similar: readonly SimilarComp[]): Category | undefined {
  const weights = new Map<Category, number>()
  for (const { comp, similarity } of similar) {
    if (similarity < tellingFrom) continue
    weights.set(comp.category, (weights.get(comp.category) ?? 0) + similarity ** 3)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Weight of those of some words that a title's run of words has. */
function weightWithin(
  ids: readonly number[],
  weights: Float32Array,
  tokens: Int32Array,
  run: number,
): number {
  const first = runStart(run)
  const end = first + runLength(run)
  let weight = 0
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!
    let at = first
    while (at < end && tokens[at] !== id) at++
    if (at < end) weight += weights[id]!
  }
  return weight
}
