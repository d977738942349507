import { ownString } from '../../core/text.ts'
import type { Category, PriceBasis } from '../../model/listing-schema.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import type { Comp } from '../../model/score-schema.ts'
import { identityKey, identitySize } from './exact.ts'
import { identityByTitle } from './identity.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { packFacts } from './likeness.ts'
import { grown } from './postings.ts'
import { readTitle, titleTokensMax } from './title.ts'

export const dayOf = (timeMs: number): number => Math.floor(timeMs / 86_400_000)

/** Places within a slot's run of `hotSize` numbers in `hot`; weight and shared weight are floats. */
export const hotSize = 8
/** Look-up that saw the slot last. */
export const atStamp = 0
/** Weight shared with that look-up's subject so far. */
export const atShared = 1
/** Sum of the weights of its words. */
export const atWeight = 2
/** Traits, year and storage of the title in one number. */
export const atFacts = 3
export const atDay = 4
export const atTokenCount = 5

/** All observations of one category, currency and level (asked or sold): words are as rare as they are among these. */
export interface Market {
  key: string
  category: Category
  vocabulary: Map<string, number>
  /** In the order they came; dead ones stay until the next sweep. */
  slots: number[]
  dead: number
  /** Slots added since the weights of its words were last computed. */
  unweighed: number
}

export interface CompStore {
  readonly lexicon: Lexicon
  readonly size: number
  market(category: string, currency: string, basis: PriceBasis): Market | undefined
  /** All of a currency and level. */
  markets(currency: string, basis: PriceBasis): { category: Category; market: Market }[]
  /** `key` is what `identityKey` reads; by default from the title alone. */
  upsert(comp: Comp, key?: Int32Array): void
  remove(listingId: number): void
  get(listingId: number): Comp | undefined
  keyOf(listingId: number): Int32Array | undefined
  /** Whether a held listing's title has a word of comparison (`readTitle`). */
  hasWord(listingId: number, word: string): boolean
  /** The newest observation of a slot that is not of that listing, undefined where there is none. */
  spokesman(slot: number, exceptListingId: number | undefined): Comp | undefined
  /** Flat columns by slot; new arrays whenever they grow, so never keep them between calls. */
  readonly hot: Int32Array
  readonly hotFloat: Float32Array
  /** Runs of `titleTokensMax` words. */
  readonly tokens: Int32Array
  /** Runs of `identitySize` numbers. */
  readonly keys: Int32Array
}

/**
 * Comparables in memory. A slot holds one unit of evidence of one market: a title by one voice, whatever its prices, or
 * where the voice is not told a title at one price. So a thing posted a thousand times is one candidate. Slots and words are integers into flat columns; removal leaves a dead slot that is swept, market
 * by market, once they are many.
 */
export function createCompStore(capacity: number, onEvict?: (listingId: number) => void): CompStore {
  const lexicon = createLexicon()
  const markets = new Map<string, Market>()
  const slotOfListing = new Map<number, number>()
  const newest: (Comp | undefined)[] = []
  /** Further observations with the same title and price, by listing. */
  const repeats = new Map<number, Map<number, Comp>>()
  const slotOfGroup = new Map<number, number>()
  const marketOfSlot: Market[] = []
  const freeSlots: number[] = []
  let tokens = new Int32Array(256 * titleTokensMax)
  // What a look-up reads of every candidate lies together, since fetching memory is most of its time.
  let hot = new Int32Array(256 * hotSize)
  let hotFloat = new Float32Array(hot.buffer)
  let keys = new Int32Array(256 * identitySize)

  const live = (market: Market): number => market.slots.length - market.dead
  const tokensOf = (slot: number): Int32Array => {
    const base = slot * titleTokensMax
    return tokens.subarray(base, base + hot[slot * hotSize + atTokenCount]!)
  }

  function marketFor({ category, currency, basis }: Comp): Market {
    const key = marketKey(category, currency, basis)
    let market = markets.get(key)
    if (!market) {
      market = { key, category, vocabulary: new Map(), slots: [], dead: 0, unweighed: 0 }
      markets.set(key, market)
    }
    return market
  }

  function insert(comp: Comp, key: Int32Array): void {
    const market = marketFor(comp)
    const facts = readTitle(comp.title)
    const ids = facts.tokens.map((token) => lexicon.intern(market.vocabulary, token, live(market)))
    const packed = packFacts(facts)
    const group = groupKey(ids, comp.voice || comp.priceCents, packed)
    const held = slotOfGroup.get(group)
    if (held !== undefined && sameGroup(held, comp, ids, packed)) {
      joinGroup(held, comp)
      if (newest[held] === comp) keys.set(key, held * identitySize)
      slotOfListing.set(comp.listingId, held)
      return
    }
    const slot = takeSlot()
    const base = slot * hotSize
    hot[base + atStamp] = 0
    hot[base + atFacts] = packed
    hot[base + atTokenCount] = ids.length
    tokens.set(ids, slot * titleTokensMax)
    keys.set(key, slot * identitySize)
    lead(slot, comp)
    marketOfSlot[slot] = market
    for (const id of ids) lexicon.add(id, slot)
    market.slots.push(slot)
    slotOfListing.set(comp.listingId, slot)
    if (held === undefined) slotOfGroup.set(group, slot)
    // Weights are renewed at every growth by a quarter, which costs each insert little.
    if (++market.unweighed * 4 > market.slots.length) weigh(market)
    else weighSlot(slot)
  }

  /** Sightings that change neither title nor price are the most frequent: they leave no dead slot behind. */
  function replaceInPlace(comp: Comp, key: Int32Array): boolean {
    const slot = slotOfListing.get(comp.listingId)
    if (slot === undefined || repeats.has(slot)) return false
    const held = newest[slot]!
    if (held.title !== comp.title || held.priceCents !== comp.priceCents) return false
    if (held.category !== comp.category || held.currency !== comp.currency) return false
    if (held.basis !== comp.basis || (held.voice ?? 0) !== (comp.voice ?? 0)) return false
    if (!Number.isFinite(comp.observedAtMs)) return false
    lead(slot, ownComp(comp))
    keys.set(key, slot * identitySize)
    return true
  }

  function takeSlot(): number {
    const slot = freeSlots.pop() ?? newest.length
    if (slot * hotSize >= hot.length) {
      const length = Math.ceil((hot.length / hotSize) * 1.5)
      tokens = grown(tokens, length * titleTokensMax)
      hot = grown(hot, length * hotSize)
      hotFloat = new Float32Array(hot.buffer)
      keys = grown(keys, length * identitySize)
    }
    return slot
  }

  function weigh(market: Market): void {
    lexicon.weigh(market.vocabulary, live(market))
    for (const slot of market.slots) if (newest[slot]) weighSlot(slot)
    market.unweighed = 0
  }

  function weighSlot(slot: number): void {
    let weight = 0
    for (const id of tokensOf(slot)) weight += lexicon.weights[id]!
    hotFloat[slot * hotSize + atWeight] = weight
  }

  /** Words are numbered per market, so that equal words mean an equal market, except where there are none. */
  function sameGroup(slot: number, comp: Comp, ids: readonly number[], facts: number): boolean {
    const front = newest[slot]
    if (front === undefined || hot[slot * hotSize + atFacts] !== facts) return false
    if ((front.voice ?? 0) !== (comp.voice ?? 0)) return false
    if (!comp.voice && front.priceCents !== comp.priceCents) return false
    const held = tokensOf(slot)
    return ids.length > 0 && ids.length === held.length && ids.every((id, i) => id === held[i])
  }

  function joinGroup(slot: number, comp: Comp): void {
    const others = repeats.get(slot) ?? new Map<number, Comp>()
    const front = newest[slot]!
    const older = front.observedAtMs <= comp.observedAtMs ? front : comp
    others.set(older.listingId, older)
    repeats.set(slot, others)
    if (older === front) lead(slot, comp)
  }

  /** Makes an observation the one that stands for its slot. */
  function lead(slot: number, comp: Comp): void {
    newest[slot] = comp
    hot[slot * hotSize + atDay] = dayOf(comp.observedAtMs)
  }

  function newestRepeat(slot: number): Comp | undefined {
    let best: Comp | undefined
    for (const comp of repeats.get(slot)?.values() ?? []) {
      if (!best || comp.observedAtMs > best.observedAtMs) best = comp
    }
    return best
  }

  function remove(listingId: number): void {
    const slot = slotOfListing.get(listingId)
    if (slot === undefined) return
    slotOfListing.delete(listingId)
    const others = repeats.get(slot)
    if (!others) {
      bury(slot)
      return
    }
    if (!others.delete(listingId)) {
      const heir = newestRepeat(slot)!
      others.delete(heir.listingId)
      lead(slot, heir)
    }
    if (others.size === 0) repeats.delete(slot)
  }

  function bury(slot: number): void {
    const market = marketOfSlot[slot]!
    const ids = Array.from(tokensOf(slot))
    const { voice, priceCents } = newest[slot]!
    const group = groupKey(ids, voice || priceCents, hot[slot * hotSize + atFacts]!)
    if (slotOfGroup.get(group) === slot) slotOfGroup.delete(group)
    newest[slot] = undefined
    for (const id of ids) lexicon.drop(id)
    market.dead++
    if (market.dead * 3 > market.slots.length + 96 || live(market) === 0) sweep(market)
  }

  /** Rebuilds a market's postings from its live slots and gives back slots and words that nothing uses. */
  function sweep(market: Market): void {
    lexicon.clear(market.vocabulary)
    const kept: number[] = []
    for (const slot of market.slots) {
      if (!newest[slot]) {
        freeSlots.push(slot)
        continue
      }
      kept.push(slot)
      for (const id of tokensOf(slot)) lexicon.repost(id, slot)
    }
    market.slots = kept
    market.dead = 0
    if (kept.length === 0) markets.delete(market.key)
  }

  /** Makes room for a while, so that the search for the oldest is paid once in many inserts. */
  function evictOldest(): void {
    const excess = slotOfListing.size - capacity + Math.floor(capacity / 64)
    const observed = (slot: number, listingId: number): number => {
      const front = newest[slot]!
      return (front.listingId === listingId ? front : repeats.get(slot)!.get(listingId)!).observedAtMs
    }
    const times = new Float64Array(slotOfListing.size)
    let at = 0
    for (const [id, slot] of slotOfListing) times[at++] = observed(slot, id)
    const bound = times.sort()[excess - 1]!
    const older: number[] = []
    const equal: number[] = []
    for (const [id, slot] of slotOfListing) {
      const time = observed(slot, id)
      if (time < bound) older.push(id)
      else if (time === bound) equal.push(id)
    }
    for (const id of [...older, ...equal.slice(0, excess - older.length)]) {
      remove(id)
      onEvict?.(id)
    }
  }

  return {
    lexicon,
    get size() {
      return slotOfListing.size
    },
    get hot() {
      return hot
    },
    get hotFloat() {
      return hotFloat
    },
    get tokens() {
      return tokens
    },
    get keys() {
      return keys
    },
    market: (category, currency, basis) => markets.get(marketKey(category, currency, basis)),
    markets: (currency, basis) =>
      [...markets.values()].flatMap((market) =>
        market.key === marketKey(market.category, currency, basis)
          ? [{ category: market.category, market }]
          : [],
      ),
    upsert(comp, key = identityKey(identityByTitle(comp.title))) {
      if (replaceInPlace(comp, key)) return
      remove(comp.listingId)
      if (!(comp.priceCents > 0) || !Number.isFinite(comp.observedAtMs)) return
      if (isPlaceholderPrice(comp.priceCents, comp.currency)) return
      insert(ownComp(comp), key)
      if (slotOfListing.size > capacity) evictOldest()
    },
    remove,
    get(listingId) {
      const slot = slotOfListing.get(listingId)
      if (slot === undefined) return undefined
      const front = newest[slot]!
      return front.listingId === listingId ? front : repeats.get(slot)!.get(listingId)
    },
    keyOf(listingId) {
      const slot = slotOfListing.get(listingId)
      return slot === undefined ? undefined : keys.slice(slot * identitySize, (slot + 1) * identitySize)
    },
    hasWord(listingId, word) {
      const slot = slotOfListing.get(listingId)
      const id = slot === undefined ? undefined : marketOfSlot[slot]!.vocabulary.get(word)
      return slot !== undefined && id !== undefined && tokensOf(slot).includes(id)
    },
    spokesman(slot, exceptListingId) {
      const front = newest[slot]
      return front && front.listingId === exceptListingId ? newestRepeat(slot) : front
    },
  }
}

/** A copy that keeps alive nothing but what is needed. */
function ownComp(comp: Comp): Comp {
  return {
    listingId: comp.listingId,
    title: ownString(comp.title),
    category: comp.category,
    condition: comp.condition,
    priceCents: comp.priceCents,
    currency: comp.currency,
    basis: comp.basis,
    observedAtMs: comp.observedAtMs,
    ...(comp.voice && { voice: comp.voice }),
  }
}

function marketKey(category: string, currency: string, basis: PriceBasis): string {
  return `${category} ${currency} ${basis}`
}

/** A hash of 52 bits; what it finds is compared, so that a collision only costs a slot. */
function groupKey(ids: readonly number[], voiceOrCents: number, facts: number): number {
  let high = (voiceOrCents | 0) ^ facts
  let low = (voiceOrCents / 0x1_0000_0000) | 0
  for (const id of ids) {
    high = Math.imul(high ^ id, 0x9e37_79b1)
    high ^= high >>> 15
    low = Math.imul(low + id, 0x85eb_ca6b)
    low ^= low >>> 13
  }
  return (high >>> 0) * 0x10_0000 + ((low >>> 0) & 0xf_ffff)
}
