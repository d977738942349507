import type { TitleFacts } from './title.ts'

/** Factor for each trait (accessory, broken, wanted, …) that only one of two titles has. */
const traitFactor = 0.12
const storageFactor = 0.65
const yearFactor = 0.93
const quantityFactor = 0.4
const sizeFactor = 0.8

/** Steps of 20 % for storage and of 40 % for pieces: what is rounded differently is the same. */
const stepsPerOctave = 4
const quantityStepsPerOctave = 2

/** What of a title two titles can contradict each other in. */
export type PackedFacts = Pick<TitleFacts, 'traits' | 'storageGb' | 'year' | 'quantity' | 'size'>

/**
 * In bits: traits 9, storage 6, years since 1949 7, pieces 4, size 6. In each 0 stands for what a title does not say,
 * and of pieces for one.
 */
export function packFacts({ traits, storageGb, year, quantity, size }: PackedFacts): number {
  const storage =
    storageGb === 0 ? 0 : Math.min(63, 1 + Math.round(Math.log2(Math.max(1, storageGb)) * stepsPerOctave))
  const pieces = Math.min(15, Math.round(Math.log2(quantity) * quantityStepsPerOctave))
  const years = year === 0 ? 0 : year - 1949
  return traits | (storage << 9) | (years << 15) | (pieces << 22) | (sizeBits(size) << 26)
}

function sizeBits(size: string | null): number {
  if (size === null) return 0
  let hash = 0
  for (let i = 0; i < size.length; i++) hash = Math.imul(hash, 31) + size.charCodeAt(i)
  return 1 + ((hash >>> 0) % 63)
}

/** 1, less what two titles' packed facts contradict each other in. */
export function agreement(a: number, b: number): number {
  let result = 1
  if (a === b) return result
  for (let traits = (a ^ b) & 0x1ff; traits !== 0; traits &= traits - 1) result *= traitFactor
  const storageA = (a >>> 9) & 0x3f
  const storageB = (b >>> 9) & 0x3f
  if (storageA !== 0 && storageB !== 0 && Math.abs(storageA - storageB) > 1) result *= storageFactor
  const yearA = (a >>> 15) & 0x7f
  const yearB = (b >>> 15) & 0x7f
  if (yearA !== 0 && yearB !== 0 && yearA !== yearB) {
    const apart = Math.min(20, Math.abs(yearA - yearB))
    for (let i = 0; i < apart; i++) result *= yearFactor
  }
  if (((a ^ b) & (0xf << 22)) !== 0) result *= quantityFactor
  const sizeA = a >>> 26
  const sizeB = b >>> 26
  if (sizeA !== 0 && sizeB !== 0 && sizeA !== sizeB) result *= sizeFactor
  return result
}

/** The best slots of a look-up, in columns. */
export interface Best {
  slots: number[]
  similarities: number[]
  ranks: number[]
}

/** Keeps the best `limit`, best first. */
export function insertRanked(
  best: Best,
  slot: number,
  similarity: number,
  rank: number,
  limit: number,
): void {
  const { slots, similarities, ranks } = best
  let place = ranks.length < limit ? ranks.length : limit - 1
  for (; place > 0 && ranks[place - 1]! < rank; place--) {
    slots[place] = slots[place - 1]!
    similarities[place] = similarities[place - 1]!
    ranks[place] = ranks[place - 1]!
  }
  slots[place] = slot
  similarities[place] = similarity
  ranks[place] = rank
}
