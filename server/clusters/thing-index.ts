import type { SamePhoto } from '../photos/schema.ts'
import { createAgeList } from './age-list.ts'
import { type Blocking, createBlocking } from './blocking.ts'
import { type BlockingKey, blockingKeys, blockingKeysMax } from './blocking-keys.ts'
import { type Fingerprint, readThing } from './fingerprint.ts'
import { hashText } from './hash.ts'
import { type JudgeContext, judgeThings, weighThings } from './judge.ts'
import { idfFrom } from './products.ts'
import type { Evidence, FoundThing, JudgingThingIndex, Thing } from './schema.ts'
import { createUsageCounts } from './usage.ts'

/** Things that are kept; the oldest goes first. */
const capacityDefault = 100_000
/** The newest so many of each key are looked at, and the best so many of all are compared. */
const slotsPerKey = 12
const comparedMax = 24
/** One common seldom word is no sign yet. */
const signMin = 3
const wordTableSize = 2 ** 18

/** How many things have a word, by a hash of the word: no text, however hostile, makes it grow. */
function createWordCounts() {
  const counts = new Int32Array(wordTableSize)
  const place = (word: string) => hashText(word) & (wordTableSize - 1)
  return {
    of: (word: string) => counts[place(word)]!,
    change({ product: { tokens, codes } }: Fingerprint, by: 1 | -1) {
      for (const token of tokens) counts[place(token)]! += by
      for (const code of codes) if (!tokens.includes(code)) counts[place(code)]! += by
    },
  }
}

interface Read {
  thing: Thing
  print: Fingerprint
  bands: readonly number[]
}

/**
 * Recent things in memory. A look-up reads the newest few things under each of the listing's keys and compares the 24
 * most promising, so its cost does not grow with the index. Photos are found by an equal hash or by whatever else two
 * listings share, and then compared with `samePhoto`.
 */
export function createThingIndex(options: { samePhoto: SamePhoto; capacity?: number }): JudgingThingIndex {
  const capacity = Math.max(1, options.capacity ?? capacityDefault)
  const blocking: Blocking = createBlocking(capacity, blockingKeysMax)
  const slotOf = new Map<number, number>()
  const prints: (Fingerprint | undefined)[] = []
  const free: number[] = []
  const ages = createAgeList()
  const counts = createWordCounts()
  const usage = createUsageCounts()
  const idf = idfFrom(counts.of, () => slotOf.size)
  const context: JudgeContext = { idf, samePhoto: options.samePhoto, usage }
  let signs = new Float32Array(Math.min(capacity, 256))
  let lastRead: Read | undefined
  let lastCandidates = 0

  /** A listing is usually looked up and taken in one after the other: it is read once for both. */
  function read(thing: Thing): Read {
    if (lastRead?.thing !== thing) lastRead = { thing, ...readThing(thing) }
    return lastRead
  }

  function remove(listingId: number): void {
    const slot = slotOf.get(listingId)
    if (slot === undefined) return
    const print = prints[slot]!
    slotOf.delete(listingId)
    blocking.remove(slot)
    ages.remove(slot)
    counts.change(print, -1)
    usage.change(print, -1)
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
      const { print, bands } = read(thing)
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
      counts.change(print, 1)
      usage.change(print, 1)
      blocking.add(
        slot,
        blockingKeys(print, bands, idf).map(({ key }) => key),
      )
    },
    remove,
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
      const { print, bands } = read(thing)
      const candidates = promising(blockingKeys(print, bands, idf), slotOf.get(thing.listingId))
      lastCandidates = candidates.length
      const found: { print: Fingerprint; logOdds: number }[] = []
      for (const slot of candidates) {
        const other = prints[slot]!
        const { verdict, logOdds } = weighThings(print, other, context)
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
        return known?.thing === thing ? known : readThing(thing).print
      }
      return judgeThings(printOf(a), printOf(b), context)
    },
  }
}
