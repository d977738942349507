import type { TitleFacts } from './title.ts'

/** Factor for each trait (accessory, broken, wanted, …) that only one of two titles has. */
const traitFactor = 0.12
const storageFactor = 0.65
const yearFactor = 0.93

/** Traits in 9 bits, storage in 15, years since 1949 in 7; 0 stands for what a title does not say. */
export function packFacts({ traits, storageGb, year }: TitleFacts): number {
  return traits | (Math.min(storageGb, 0x7fff) << 9) | ((year === 0 ? 0 : year - 1949) << 24)
}

/** 1, less what two titles' packed facts contradict each other in. */
export function agreement(a: number, b: number): number {
  let result = 1
  if (a === b) return result
  for (let traits = (a ^ b) & 0x1ff; traits !== 0; traits &= traits - 1) result *= traitFactor
  const storageA = (a >> 9) & 0x7fff
  const storageB = (b >> 9) & 0x7fff
  if (storageA !== 0 && storageB !== 0 && storageA !== storageB) result *= storageFactor
  const yearA = a >> 24
  const yearB = b >> 24
  if (yearA !== 0 && yearB !== 0 && yearA !== yearB) {
    const apart = Math.min(20, Math.abs(yearA - yearB))
    for (let i = 0; i < apart; i++) result *= yearFactor
  }
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
