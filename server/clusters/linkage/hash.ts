/** 32-bit FNV-1a over UTF-16 code units, with a finishing mix so that all bits of it can be used. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** Two hashes in one, in this order. */
export const hashPair = (a: number, b: number): number => mixed(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15))

function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export type HashSet = Uint32Array<ArrayBuffer>

/** A set of hashes as a sorted array: a twentieth of a `Set`'s memory. */
export function hashSet(hashes: readonly number[]): HashSet {
  const sorted = new Uint32Array(hashes).sort()
  let size = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[size++] = sorted[i]!
  // Small arrays of their own memory are what costs most here: one instead of two where it will do.
  return size === sorted.length ? sorted : sorted.slice(0, size)
}

export function hasHash(set: HashSet, hash: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (set[middle]! < hash) low = middle + 1
    else high = middle
  }
  return low < set.length && set[low] === hash
}

/** How many hashes both sets have. */
export function commonHashes(a: HashSet, b: HashSet): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) common++
    if (x <= y) i++
    if (y <= x) j++
  }
  return common
}
