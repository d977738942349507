import { hashPair, hashText } from './hash.ts'

/** 32 bands of 2 rows find every repost of a description that was changed in up to a tenth of its words. */
export const bandCount = 32
const rows = 2
const hashCount = bandCount * rows
const shinglesMax = 300

/** Hashes of each two words in a row: rewording moves few of them, another text shares next to none. */
export function shingles(words: readonly string[]): number[] {
  const found: number[] = []
  if (words.length === 0) return found
  let before = hashText(words[0]!)
  for (let i = 1; i < words.length && i <= shinglesMax; i++) {
    const hash = hashText(words[i]!)
    found.push(hashPair(before, hash))
    before = hash
  }
  return found
}

const multipliers = Array.from({ length: hashCount }, (_, i) => hashPair(i, 0x51ed270b) | 1)
const addends = Array.from({ length: hashCount }, (_, i) => hashPair(i, 0x2545f491) | 0)
const greatest = 0x7fff_ffff

/** One key per band of the MinHash signature; two texts share a band's key with about the square of their similarity. */
export function bandKeys(hashes: Readonly<ArrayLike<number>>): number[] {
  // A plain array: a typed one of this size has memory outside the heap, which costs more than the hashing.
  const least = new Array<number>(hashCount).fill(greatest)
  for (let s = 0; s < hashes.length; s++) {
    const hash = hashes[s]!
    for (let i = 0; i < hashCount; i++) {
      const value = (Math.imul(hash, multipliers[i]!) + addends[i]!) | 0
      if (value < least[i]!) least[i] = value
    }
  }
  return Array.from({ length: bandCount }, (_, band) =>
    hashPair(hashPair(least[band * rows]!, least[band * rows + 1]!), band),
  )
}
