import { createNumberTable } from '../../core/number-table.ts'
import type { Category, PriceBasis } from '../../model/listing-schema.ts'
import { isPlaceholderPrice } from '../../model/placeholder-price.ts'
import type { Comp } from '../../model/score-schema.ts'
import { createCompRows } from './comp-rows.ts'
import { identityKey, identitySize, productOf } from './exact.ts'
import { identityByTitle } from './identity.ts'
import { leastUseful } from './least-useful.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { grown } from './postings.ts'
import { packFacts } from './similarity.ts'
import {
  atDay,
  atFacts,
  atFront,
  atMarket,
  atRun,
  atStamp,
  atWeight,
  dayOf,
  groupKey,
  hotSize,
  runLength,
  runStart,
  runUnit,
} from './slots.ts'
import { readTitle } from './title.ts'

/**
 * All observations of one category, currency and level (asked or sold), of the market or of one person: words are as rare
 * as they are among these, and nothing that one person alone has seen changes what others are told.
 */
export interface Market {
  key: string
  /** undefined = of the market. */
  ownerId: number | undefined
  number: number
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
  /** The market's or, of an owner, theirs. */
  market(category: string, currency: string, basis: PriceBasis, ownerId?: number): Market | undefined
  /** All of a currency and level, the market's or an owner's. */
  markets(currency: string, basis: PriceBasis, ownerId?: number): { category: Category; market: Market }[]
  /** `key` is what `identityKey` reads; by default from the title alone. */
  upsert(comp: Comp, key?: Int32Array): void
  remove(listingId: number): void
  get(listingId: number): Comp | undefined
  keyOf(listingId: number): Int32Array | undefined
  /** Whether a held listing's title has a word of comparison (`readTitle`). */
  hasWord(listingId: number, word: string): boolean
  /** Row of the newest observation of a slot that is not of that listing, −1 where there is none. */
  spokesman(slot: number, exceptListingId: number | undefined): number
  comp(row: number): Comp
  listingId(row: number): number
  observedAtMs(row: number): number
  /** Flat columns by slot; new arrays whenever they grow, so never keep them between calls. */
  readonly hot: Int32Array
  readonly hotFloat: Float32Array
  /** Runs of words. */
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
  /** By owner, by key. */
  const marketsOf = new Map<number | undefined, Map<string, Market>>()
  const rows = createCompRows()
  const rowOfListing = createNumberTable()
  const slotOfGroup = createNumberTable()
  /** By number; what became empty leaves its place to others. */
  const numbered: (Market | undefined)[] = []
  const freeSlots: number[] = []
  let slotCount = 0
  let tokens = new Int32Array(2048)
  let tokensEnd = 0
  let tokensUsed = 0
  // What a look-up reads of every candidate lies together, since fetching memory is most of its time.
  let hot = new Int32Array(256 * hotSize)
  let hotFloat = new Float32Array(hot.buffer)
  let keys = new Int32Array(256 * identitySize)

  const frontOf = (slot: number): number => hot[slot * hotSize + atFront]!
  const live = (market: Market): number => market.slots.length - market.dead
  const tokensOf = (slot: number): Int32Array => {
    const run = hot[slot * hotSize + atRun]!
    return tokens.subarray(runStart(run), runStart(run) + runLength(run))
  }

  function marketFor({ category, currency, basis, ownerId }: Comp): Market {
    const markets = marketsOf.get(ownerId) ?? new Map<string, Market>()
    marketsOf.set(ownerId, markets)
    const key = marketKey(category, currency, basis)
    let market = markets.get(key)
    if (!market) {
      const gap = numbered.indexOf(undefined)
      const number = gap < 0 ? numbered.length : gap
      market = { key, ownerId, number, category, vocabulary: new Map(), slots: [], dead: 0, unweighed: 0 }
      markets.set(key, market)
      numbered[number] = market
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
    if (held >= 0 && sameGroup(held, comp, ids, packed)) {
      const row = rows.add(comp, held, frontOf(held))
      rowOfListing.set(comp.listingId, row)
      if (join(held, row)) keys.set(key, held * identitySize)
      return
    }
    const slot = takeSlot()
    const base = slot * hotSize
    hot[base + atStamp] = 0
    hot[base + atFacts] = packed
    hot[base + atRun] = storeRun(ids)
    keys.set(key, slot * identitySize)
    const row = rows.add(comp, slot)
    lead(slot, row)
    hot[base + atMarket] = market.number
    for (const id of ids) lexicon.add(id, slot)
    market.slots.push(slot)
    rowOfListing.set(comp.listingId, row)
    if (held < 0) slotOfGroup.set(group, slot)
    // Weights are renewed at every growth by a quarter, which costs each insert little.
    if (++market.unweighed * 4 > market.slots.length) weigh(market)
    else weighSlot(slot)
  }

  /** Sightings that change neither title nor price are the most frequent: they leave no dead slot behind. */
  function replaceInPlace(comp: Comp, key: Int32Array): boolean {
    const row = rowOfListing.get(comp.listingId)
    if (row < 0) return false
    const slot = rows.slot(row)
    if (frontOf(slot) !== row || rows.next(row) >= 0) return false
    const held = rows.comp(row)
    if (held.title !== comp.title || held.priceCents !== comp.priceCents) return false
    if (held.ownerId !== comp.ownerId) return false
    if (held.category !== comp.category || held.currency !== comp.currency) return false
    if (held.basis !== comp.basis || (held.voice ?? 0) !== (comp.voice ?? 0)) return false
    if (!Number.isFinite(comp.observedAtMs)) return false
    rows.set(row, comp)
    lead(slot, row)
    keys.set(key, slot * identitySize)
    return true
  }

  function takeSlot(): number {
    const slot = freeSlots.pop() ?? slotCount++
    if (slot * hotSize >= hot.length) {
      const length = Math.ceil((hot.length / hotSize) * 1.125)
      hot = grown(hot, length * hotSize)
      hotFloat = new Float32Array(hot.buffer)
      keys = grown(keys, length * identitySize)
    }
    return slot
  }

  function storeRun(ids: readonly number[]): number {
    if (tokensEnd + ids.length > tokens.length && tokensUsed * 2 < tokensEnd) closeGaps()
    if (tokensEnd + ids.length > tokens.length) tokens = grown(tokens, Math.ceil(tokens.length * 1.125))
    tokens.set(ids, tokensEnd)
    const run = tokensEnd * runUnit + ids.length
    tokensEnd += ids.length
    tokensUsed += ids.length
    return run
  }

  /** Moves the runs of words together where slots that were given back left gaps. */
  function closeGaps(): void {
    const next = new Int32Array(tokens.length)
    tokensEnd = 0
    for (const markets of marketsOf.values()) {
      for (const { slots } of markets.values()) {
        for (const slot of slots) {
          const run = tokensOf(slot)
          next.set(run, tokensEnd)
          hot[slot * hotSize + atRun] = tokensEnd * runUnit + run.length
          tokensEnd += run.length
        }
      }
    }
    tokens = next
    tokensUsed = tokensEnd
  }

  function weigh(market: Market): void {
    lexicon.weigh(market.vocabulary, live(market))
    for (const slot of market.slots) if (frontOf(slot) >= 0) weighSlot(slot)
    market.unweighed = 0
  }

  function weighSlot(slot: number): void {
    let weight = 0
    for (const id of tokensOf(slot)) weight += lexicon.weights[id]!
    hotFloat[slot * hotSize + atWeight] = weight
  }

  /** Words are numbered per market, so that equal words mean an equal market, except where there are none. */
  function sameGroup(slot: number, comp: Comp, ids: readonly number[], facts: number): boolean {
    const front = frontOf(slot)
    if (front < 0 || hot[slot * hotSize + atFacts] !== facts) return false
    if (rows.voice(front) !== (comp.voice ?? 0)) return false
    if (!comp.voice && rows.priceCents(front) !== comp.priceCents) return false
    const held = tokensOf(slot)
    return ids.length > 0 && ids.length === held.length && ids.every((id, i) => id === held[i])
  }

  /** Adds a row to those of a slot; true where it is the newest and now stands for it. */
  function join(slot: number, row: number): boolean {
    const front = frontOf(slot)
    const isNewer = rows.observedAtMs(row) >= rows.observedAtMs(front)
    if (isNewer) {
      lead(slot, row)
      rows.prepend(row, front)
      return true
    }
    rows.append(row, front)
    return false
  }

  /** Makes a row the one that stands for its slot. */
  function lead(slot: number, row: number): void {
    hot[slot * hotSize + atFront] = row
    hot[slot * hotSize + atDay] = dayOf(rows.observedAtMs(row))
  }

  /** The newest row behind the one that stands for a slot, −1 where there is none. */
  function heirOf(slot: number): number {
    let best = rows.next(frontOf(slot))
    for (let row = best; row >= 0; row = rows.next(row)) {
      if (rows.observedAtMs(row) > rows.observedAtMs(best)) best = row
    }
    return best
  }

  function remove(listingId: number): void {
    const row = rowOfListing.get(listingId)
    if (row < 0) return
    rowOfListing.delete(listingId)
    const slot = rows.slot(row)
    if (frontOf(slot) === row) {
      const heir = heirOf(slot)
      if (heir < 0) bury(slot)
      else {
        const next = rows.next(row)
        rows.unlink(row)
        if (heir !== next) {
          rows.unlink(heir)
          rows.prepend(heir, next)
        }
        lead(slot, heir)
      }
    } else rows.unlink(row)
    rows.remove(row)
  }

  function bury(slot: number): void {
    const market = numbered[hot[slot * hotSize + atMarket]!]!
    const ids = Array.from(tokensOf(slot))
    const front = frontOf(slot)
    const group = groupKey(ids, rows.voice(front) || rows.priceCents(front), hot[slot * hotSize + atFacts]!)
    if (slotOfGroup.get(group) === slot) slotOfGroup.delete(group)
    hot[slot * hotSize + atFront] = -1
    for (const id of ids) lexicon.drop(id)
    market.dead++
    if (market.dead * 3 > market.slots.length + 96 || live(market) === 0) sweep(market)
  }

  /** Rebuilds a market's postings from its live slots and gives back slots and words that nothing uses. */
  function sweep(market: Market): void {
    lexicon.clear(market.vocabulary)
    const kept: number[] = []
    for (const slot of market.slots) {
      if (frontOf(slot) < 0) {
        freeSlots.push(slot)
        tokensUsed -= tokensOf(slot).length
        continue
      }
      kept.push(slot)
      for (const id of tokensOf(slot)) lexicon.repost(id, slot)
    }
    market.slots = kept
    market.dead = 0
    if (kept.length > 0) return
    const markets = marketsOf.get(market.ownerId)!
    markets.delete(market.key)
    if (markets.size === 0) marketsOf.delete(market.ownerId)
    numbered[market.number] = undefined
  }

  /** Makes room for a while, so that the search for what can be spared is paid once in many inserts. */
  function evict(): void {
    const excess = rowOfListing.size - capacity + Math.floor(capacity / 64)
    const held = Array.from(rowOfListing.entries(), ([, row]) => row)
    const market = (row: number) => hot[rows.slot(row) * hotSize + atMarket]!
    const product = (row: number) => productOf(keys, rows.slot(row) * identitySize)
    const { slot, observedAtMs } = rows
    const spared = leastUseful(held, excess, { market, slot, product, observedAtMs })
    for (const id of spared.map(rows.listingId)) {
      remove(id)
      onEvict?.(id)
    }
  }

  return {
    lexicon,
    get size() {
      return rowOfListing.size
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
    market: (category, currency, basis, ownerId) =>
      marketsOf.get(ownerId)?.get(marketKey(category, currency, basis)),
    markets: (currency, basis, ownerId) =>
      [...(marketsOf.get(ownerId)?.values() ?? [])].flatMap((market) =>
        market.key === marketKey(market.category, currency, basis)
          ? [{ category: market.category, market }]
          : [],
      ),
    upsert(comp, key = identityKey(identityByTitle(comp.title))) {
      if (replaceInPlace(comp, key)) return
      remove(comp.listingId)
      if (!(comp.priceCents > 0) || !Number.isFinite(comp.observedAtMs)) return
      if (isPlaceholderPrice(comp.priceCents, comp.currency)) return
      insert(comp, key)
      if (rowOfListing.size > capacity) evict()
    },
    remove,
    get(listingId) {
      const row = rowOfListing.get(listingId)
      return row < 0 ? undefined : rows.comp(row)
    },
    keyOf(listingId) {
      const row = rowOfListing.get(listingId)
      if (row < 0) return undefined
      const slot = rows.slot(row)
      return keys.slice(slot * identitySize, (slot + 1) * identitySize)
    },
    hasWord(listingId, word) {
      const row = rowOfListing.get(listingId)
      if (row < 0) return false
      const slot = rows.slot(row)
      const id = numbered[hot[slot * hotSize + atMarket]!]!.vocabulary.get(word)
      return id !== undefined && tokensOf(slot).includes(id)
    },
    spokesman(slot, exceptListingId) {
      const front = frontOf(slot)
      return front >= 0 && rows.listingId(front) === exceptListingId ? heirOf(slot) : front
    },
    comp: rows.comp,
    listingId: rows.listingId,
    observedAtMs: rows.observedAtMs,
  }
}

function marketKey(category: string, currency: string, basis: PriceBasis): string {
  return `${category} ${currency} ${basis}`
}
