/** Which features are worth a place in a net, numbered from 0: an open-addressed table of whole numbers ≥ 0. */
export interface Vocabulary {
  size: number
  /** −1 = free. Its length is a power of two. */
  keys: Int32Array<ArrayBuffer>
  ids: Int32Array<ArrayBuffer>
}

const free = -1
/** What stands in one listing only teaches nothing about another. */
const countMin = 2

function slotOf(keys: Int32Array, number: number): number {
  const mask = keys.length - 1
  let slot = Math.imul(number ^ (number >>> 15), 0x2c1b_3c6d) & mask
  while (keys[slot] !== number && keys[slot] !== free) slot = (slot + 1) & mask
  return slot
}

/** The features that occur at least twice, at most `sizeMax` of them: the most frequent ones. */
export function vocabularyOf(numbers: Int32Array, sizeMax: number): Vocabulary {
  let keys = new Int32Array(1024).fill(free)
  let counts = new Int32Array(1024)
  let distinct = 0
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!
    let slot = slotOf(keys, number)
    if (keys[slot] === free) {
      if (++distinct * 2 > keys.length) {
        ;({ keys, counts } = doubled(keys, counts))
        slot = slotOf(keys, number)
      }
      keys[slot] = number
    }
    counts[slot]!++
  }
  const least = leastCount(counts, sizeMax)
  let size = 0
  for (const count of counts) if (count >= least) size++
  const kept = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, size * 2)))).fill(free)
  const ids = new Int32Array(kept.length)
  let id = 0
  for (let slot = 0; slot < keys.length; slot++) {
    if (counts[slot]! < least) continue
    const at = slotOf(kept, keys[slot]!)
    kept[at] = keys[slot]!
    ids[at] = id++
  }
  return { size, keys: kept, ids }
}

function doubled(keys: Int32Array, counts: Int32Array) {
  const next = { keys: new Int32Array(keys.length * 2).fill(free), counts: new Int32Array(keys.length * 2) }
  for (let slot = 0; slot < keys.length; slot++) {
    if (keys[slot] === free) continue
    const at = slotOf(next.keys, keys[slot]!)
    next.keys[at] = keys[slot]!
    next.counts[at] = counts[slot]!
  }
  return next
}

/** The lowest count from which on no more than `sizeMax` features are left. */
function leastCount(counts: Int32Array, sizeMax: number): number {
  const having = new Int32Array(1000)
  for (const count of counts) if (count > 0) having[Math.min(count, having.length - 1)]!++
  let left = 0
  for (let count = having.length - 1; count >= countMin; count--) {
    left += having[count]!
    if (left > sizeMax) return count + 1
  }
  return countMin
}

/** The number of a feature in a vocabulary, or −1. */
export function idIn({ keys, ids }: Vocabulary, number: number): number {
  const slot = slotOf(keys, number)
  return keys[slot] === number ? ids[slot]! : -1
}
