import type { SamePhoto } from '../../model/photo.ts'
import type { Evidence, FoundThing, JudgingThingIndex, Thing } from '../schema.ts'
import { createAgeList } from './age-list.ts'
import { type Blocking, createBlocking } from './blocking.ts'
import {
  type BlockingKey,
  blockingKeys,
  blockingKeysMax,
  type PhotoKeys,
  photoBlockingKey,
  textBlockingKey,
} from './blocking-keys.ts'
import { type Fingerprint, readThing } from './fingerprint.ts'
import { hashText } from './hash.ts'
import { type JudgeContext, judgeThings, weighCandidate } from './judge.ts'
import type { Usage } from './own-evidence.ts'
import { idfFrom } from './products.ts'

/** Things that are kept; the oldest goes first. */
const capacityDefault = 100_000
/** The newest so many of each key are looked at, and the best so many of all are compared. */
const slotsPerKey = 8
const comparedMax = 24
/** One common seldom word is no sign yet. */
const signMin = 3
/** More titles than this over one text change nothing in what it is worth. */
const titlesMax = 16
const wordTableSize = 2 ** 18
const youngMax = 2000
const phraseTableSize = 2 ** 20
/** Two pages: keys take too much room to be kept for all. */
const readsMax = 1024

/** How many things have a word or a phrase, by its hash: no text, however hostile, makes it grow. */
function createCounts(size: number) {
  const counts = new Int32Array(size)
  return {
    of: (hash: number) => counts[hash & (size - 1)]!,
    change(hash: number, by: 1 | -1) {
      counts[hash & (size - 1)]! += by
    },
  }
}

/**
 * Idf of a phrase that so many of all things use. While the index is young, what a handful of things say counts as a
 * saying of the trade: their number is squared.
 */
const phraseIdf = (things: number, all: number) =>
  Math.max(0, Math.log((all + 1) / (things + 1)), Math.log(youngMax / (1 + Math.max(0, things - 1) ** 2)))

interface Read {
  print: Fingerprint
  keys: readonly BlockingKey[]
}

/**
 * Recent things in memory. A look-up reads the newest few things under each of the listing's keys and compares the 24
 * most promising, so its cost does not grow with the index. Photos are found by an equal hash, by their keys or by whatever else
 * two listings share, and then compared with `samePhoto`.
 */
export function createThingIndex(options: {
  samePhoto: SamePhoto
  /** Without them photos are found by equal hashes only. */
  photoKeys?: PhotoKeys
  capacity?: number
}): JudgingThingIndex {
  const photoKeys = options.photoKeys ?? (() => [])
  const capacity = Math.max(1, options.capacity ?? capacityDefault)
  const blocking: Blocking = createBlocking(capacity, blockingKeysMax)
  const slotOf = new Map<number, number>()
  const prints: (Fingerprint | undefined)[] = []
  const free: number[] = []
  const ages = createAgeList()
  const words = createCounts(wordTableSize)
  const phrases = createCounts(phraseTableSize)
  const idf = idfFrom(
    (word: string) => words.of(hashText(word)),
    () => counted,
  )
  const usage: Usage = {
    titlesOfText: (print) => titlesUnder(textBlockingKey(print)),
    titlesOfPhoto: (print, hash) => titlesUnder(photoBlockingKey(print, hash)),
    phraseIdf: (shingle) => phraseIdf(phrases.of(shingle), counted),
  }
  const context: JudgeContext = { idf, samePhoto: options.samePhoto, usage }
  let signs = new Float32Array(Math.min(capacity, 256))
  const reads = new Map<Thing, Read>()
  let lastCandidates = 0
  /** Things whose words are counted. */
  let counted = 0

  /** A page of listings is looked up and taken in one after the other: each is read once for all of that. */
  function read(thing: Thing): Read {
    const known = reads.get(thing)
    if (known) return known
    const { print, bands } = readThing(thing)
    const fresh = { print, keys: blockingKeys(print, bands, idf, photoKeys) }
    if (reads.size >= readsMax) reads.delete(reads.keys().next().value!)
    reads.set(thing, fresh)
    return fresh
  }

  /** What one person alone sees says nothing of how frequent a word is: others would be told by that. */
  function count({ thing, product: { tokens, codes }, textShingles }: Fingerprint, by: 1 | -1): void {
    if (thing.ownerId !== null) return
    counted += by
    for (const token of tokens) words.change(hashText(token), by)
    for (const code of codes) if (!tokens.includes(code)) words.change(hashText(code), by)
    for (const shingle of textShingles) phrases.change(shingle, by)
  }

  function titlesUnder(key: number): number {
    const titles = new Set<number>()
    blocking.visit(key, titlesMax, (slot) => titles.add(prints[slot]!.titleKey))
    return titles.size
  }

  function remove(listingId: number): void {
    const slot = slotOf.get(listingId)
    if (slot === undefined) return
    const print = prints[slot]!
    slotOf.delete(listingId)
    blocking.remove(slot)
    ages.remove(slot)
    count(print, -1)
    prints[slot] = undefined
    free.push(slot)
  }

  function promising(keys: readonly BlockingKey[], self: number | undefined): number[] {
    const touched: number[] = []
    for (const { key, weight } of keys)
      blocking.visit(key, slotsPerKey, (slot) => {
        if (signs[slot] === 0) touched.push(slot)
        signs[slot]! += weight
      })
    const found = touched.filter((slot) => signs[slot]! >= signMin && slot !== self)
    found.sort((x, y) => signs[y]! - signs[x]! || x - y)
    for (const slot of touched) signs[slot] = 0
    return found.slice(0, comparedMax)
  }

  return {
    upsert(thing) {
      const { print, keys } = read(thing)
      remove(thing.listingId)
      if (slotOf.size >= capacity) remove(prints[ages.oldest]!.thing.listingId)
      const slot = free.pop() ?? prints.length
      if (slot >= signs.length) {
        const before = signs
        signs = new Float32Array(Math.min(capacity, Math.ceil(before.length * 1.5)))
        signs.set(before)
      }
      slotOf.set(thing.listingId, slot)
      prints[slot] = print
      ages.push(slot)
      count(print, 1)
      blocking.add(
        slot,
        keys.map(({ key }) => key),
      )
    },
    remove,
    clear() {
      for (const listingId of [...slotOf.keys()]) remove(listingId)
    },
    get(listingId) {
      const slot = slotOf.get(listingId)
      return slot === undefined ? undefined : prints[slot]!.thing
    },
    get size() {
      return slotOf.size
    },
    get lastCandidates() {
      return lastCandidates
    },
    find(thing, limit) {
      const { print, keys } = read(thing)
      const candidates = promising(keys, slotOf.get(thing.listingId))
      lastCandidates = candidates.length
      const found: { print: Fingerprint; logOdds: number }[] = []
      for (const slot of candidates) {
        const other = prints[slot]!
        const { verdict, logOdds } = weighCandidate(print, other, context)
        if (verdict !== 'different') found.push({ print: other, logOdds })
      }
      found.sort((x, y) => y.logOdds - x.logOdds || x.print.thing.listingId - y.print.thing.listingId)
      return found.slice(0, limit).map(
        (other): FoundThing => ({
          listingId: other.print.thing.listingId,
          evidence: judgeThings(print, other.print, context),
        }),
      )
    },
    judge(a, b): Evidence {
      const printOf = (thing: Thing) => {
        const known = prints[slotOf.get(thing.listingId) ?? -1]
        return known?.thing === thing ? known : read(thing).print
      }
      return judgeThings(printOf(a), printOf(b), context)
    },
  }
}
