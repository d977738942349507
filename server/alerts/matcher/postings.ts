import { withRoom } from './arrays.ts'

/**
 * What of a rule is looked at first, side by side so that a search reads memory in order and seldom elsewhere. One
 * posting is eight 32-bit fields; those of one word are sorted by group (see `groupOf`): of a group of circles from
 * west to east, of the others from the highest price limit down, so that a scan can begin and stop where it must.
 */
export const stride = 8
export const field = {
  id: 0,
  user: 1,
  /** `noLimit` = none. */
  priceMax: 2,
  priceMin: 3,
  /** Latitude and longitude in 16 bits each. */
  spot: 4,
  /** A float: how far away is near enough, see circles.ts. */
  reach: 5,
  /** Flags, least score and profile. */
  meta: 6,
  /** See programs.ts. */
  program: 7,
} as const

export const noLimit = 0xffffffff
/** The highest price that is told apart from others; a rule with a higher limit has it checked later. */
export const priceTop = 0xfffffffe

/** It must be near one place. */
export const isPlaced = 1 << 31
/** The rule has other postings, under other words. */
export const isOneOfMany = 1 << 30
/** More has to be looked at than a posting tells. */
export const hasMore = 1 << 29
export const scoreShift = 22
export const scoreMask = 0x7f
/** No least score, or one that `hasMore` looks at. */
export const anyScore = 0x7f
export const profileMask = (1 << 22) - 1

/** The group of postings that a scan goes through at once: a category (0 = any) and a ring (see circles.ts). */
export function groupOf(category: number, ring: number): number {
  return (category << 2) | ring
}

/** 0 for a group that is not sorted by longitude. */
export function ringOf(group: number): number {
  return group & 3
}

/** The longitude of a spot. */
export function eastOf(spot: number): number {
  return spot & 0xffff
}

const groupShift = 24
/** More than any order within a group. */
const orderEnd = 1 << groupShift

/**
 * What postings of a word are sorted by, one number each, apart from the postings: group, then the longitude of a
 * near circle (exactly), else the highest price limit (roughly).
 */
export function keyOf(group: number, order: number): number {
  return ((group << groupShift) | order) >>> 0
}

/** Higher limits first. */
export function priceOrder(priceMax: number): number {
  return ~priceMax >>> 8
}

/** The last key of a group. */
export function lastKeyOf(group: number): number {
  return keyOf(group, orderEnd - 1)
}

/** Less is not worth moving everything for. */
const lostMin = 4096

/** Postings by word in growable arrays. */
export class Postings {
  arena = new Uint32Array(16 * stride)
  floats = new Float32Array(this.arena.buffer)
  /** By posting: see `keyOf`. Dense, so that finding a range reads little memory. */
  keys = new Uint32Array(16)
  /** By word: where they begin (in postings), how many, for how many there is room. */
  lists = new Uint32Array(16 * 3)
  count = 0
  private used = 0
  /** Room that no list has any more. */
  private lost = 0

  /** Puts one in its place; `from` is its fields in `source`. */
  insert(word: number, key: number, source: Uint32Array, from: number): void {
    this.lists = withRoom(this.lists, word * 3 + 3)
    const { lists } = this
    const length = lists[word * 3 + 1]!
    if (length === lists[word * 3 + 2]!) this.enlarge(word)
    const end = lists[word * 3]! + length
    const { arena, keys } = this
    const place = this.lowerBound(word, key)
    keys.copyWithin(place + 1, place, end)
    arena.copyWithin((place + 1) * stride, place * stride, end * stride)
    keys[place] = key
    for (let i = 0; i < stride; i++) arena[place * stride + i] = source[from + i]!
    lists[word * 3 + 1] = length + 1
    this.count++
  }

  /** The first posting of a word whose key is not lower. */
  lowerBound(word: number, key: number): number {
    const { keys, lists } = this
    let low = lists[word * 3]!
    let high = low + lists[word * 3 + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (keys[middle]! < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** How many stand under a word. */
  countOf(word: number): number {
    return this.lists[word * 3 + 1] ?? 0
  }

  startOf(word: number): number {
    return this.lists[word * 3]!
  }

  /** Fills an empty index: how many each word will have, then the postings in any order, then `sortAll`. */
  reserve(counts: Uint32Array): void {
    let total = 0
    this.lists = new Uint32Array(counts.length * 3)
    for (let word = 0; word < counts.length; word++) {
      this.lists[word * 3] = total
      this.lists[word * 3 + 2] = counts[word]!
      total += counts[word]!
    }
    this.setRoom(total)
    this.used = total
  }

  append(word: number, key: number, source: Uint32Array, from: number): void {
    const { arena, lists } = this
    const place = lists[word * 3]! + lists[word * 3 + 1]!
    this.keys[place] = key
    for (let i = 0; i < stride; i++) arena[place * stride + i] = source[from + i]!
    lists[word * 3 + 1]!++
    this.count++
  }

  sortAll(): void {
    for (let word = 0; word * 3 + 2 < this.lists.length; word++) if (this.countOf(word) > 1) this.sort(word)
  }

  /** Takes the rule's posting out of a range of a word's keys; false when it is not there. */
  remove(word: number, id: number, fromKey: number, toKey: number): boolean {
    const count = this.countOf(word)
    if (count === 0) return false
    const { arena, keys, lists } = this
    const end = this.startOf(word) + count
    for (let place = this.lowerBound(word, fromKey); place < end && keys[place]! <= toKey; place++) {
      if (arena[place * stride + field.id] !== id) continue
      keys.copyWithin(place, place + 1, end)
      arena.copyWithin(place * stride, (place + 1) * stride, end * stride)
      lists[word * 3 + 1] = count - 1
      this.count--
      this.giveRoom(word)
      return true
    }
    return false
  }

  get bytes(): number {
    return this.arena.byteLength + this.keys.byteLength + this.lists.byteLength
  }

  private setRoom(postings: number): void {
    this.arena = new Uint32Array(postings * stride)
    this.floats = new Float32Array(this.arena.buffer)
    this.keys = new Uint32Array(postings)
  }

  /** A list that is mostly empty gives up what it does not need. */
  private giveRoom(word: number): void {
    const { lists } = this
    const count = lists[word * 3 + 1]!
    if (count * 3 > lists[word * 3 + 2]!) return
    this.lost += lists[word * 3 + 2]! - count
    lists[word * 3 + 2] = count
  }

  /** Moves a list to where it has room for half as many again. */
  private enlarge(word: number): void {
    const { lists } = this
    const length = lists[word * 3 + 1]!
    const room = length + 1 + (length >>> 1)
    if (this.lost > lostMin && this.lost * 3 > this.used) this.pack()
    if (this.used + room > this.keys.length) this.moveTo(Math.ceil((this.used + room) * 1.25))
    const at = lists[word * 3]!
    this.arena.copyWithin(this.used * stride, at * stride, (at + length) * stride)
    this.keys.copyWithin(this.used, at, at + length)
    this.lost += lists[word * 3 + 2]!
    lists[word * 3] = this.used
    lists[word * 3 + 2] = room
    this.used += room
  }

  private moveTo(postings: number): void {
    const { arena, keys, used } = this
    this.setRoom(postings)
    this.arena.set(arena.subarray(0, used * stride))
    this.keys.set(keys.subarray(0, used))
  }

  /** Moves the lists together; each keeps its room. */
  private pack(): void {
    const { lists, arena, keys } = this
    this.setRoom(Math.ceil((this.used - this.lost) * 1.25))
    let used = 0
    for (let word = 0; word * 3 + 2 < lists.length; word++) {
      const at = lists[word * 3]!
      const length = lists[word * 3 + 1]!
      for (let i = 0; i < length; i++) this.keys[used + i] = keys[at + i]!
      for (let i = 0; i < length * stride; i++) this.arena[used * stride + i] = arena[at * stride + i]!
      lists[word * 3] = used
      used += lists[word * 3 + 2]!
    }
    this.used = used
    this.lost = 0
  }

  private sort(word: number): void {
    const { arena, keys, lists } = this
    const at = lists[word * 3]!
    const length = lists[word * 3 + 1]!
    // Key and position in 64 bits, sorted as numbers without making any.
    const pairs = new BigUint64Array(length)
    const halves = new Uint32Array(pairs.buffer)
    for (let i = 0; i < length; i++) {
      halves[i * 2] = i
      halves[i * 2 + 1] = keys[at + i]!
    }
    pairs.sort()
    const before = arena.slice(at * stride, (at + length) * stride)
    for (let i = 0; i < length; i++) {
      const from = halves[i * 2]! * stride
      keys[at + i] = halves[i * 2 + 1]!
      for (let k = 0; k < stride; k++) arena[(at + i) * stride + k] = before[from + k]!
    }
  }
}
