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
  /** Group, flags, least score and profile. */
  meta: 6,
  /** See programs.ts. */
  program: 7,
} as const

export const noLimit = 0xffffffff
/** The highest price that is told apart from others; a rule with a higher limit has it checked later. */
export const priceTop = 0xfffffffe

/** Category (0 = any) and `isNear`. */
export const groupShift = 25
/** It must be within `nearKm` of one place or less. */
export const isNear = 1 << 25
/** It must be near one place. */
export const isPlaced = 1 << 24
/** The rule has other postings, under other words. */
export const isOneOfMany = 1 << 23
/** More has to be looked at than a posting tells. */
export const hasMore = 1 << 22
export const scoreShift = 15
export const scoreMask = 0x7f
/** No least score, or one that `hasMore` looks at. */
export const anyScore = 0x7f
export const profileMask = (1 << 15) - 1

/** The group of postings that a scan goes through at once. */
export function groupOf(category: number, near: boolean): number {
  return (category << 1) | (near ? 1 : 0)
}

export function isNearGroup(group: number): boolean {
  return (group & 1) !== 0
}

/** The longitude of a spot. */
export function eastOf(spot: number): number {
  return spot & 0xffff
}

/** Where a posting stands within its group. */
function orderOf(arena: Uint32Array, at: number): number {
  const isOfCircles = (arena[at + field.meta]! & isNear) !== 0
  return isOfCircles ? eastOf(arena[at + field.spot]!) : ~arena[at + field.priceMax]! >>> 0
}

/** Less is not worth moving everything for. */
const lostMin = 4096

/** Postings by word in one growable array. */
export class Postings {
  arena = new Uint32Array(16 * stride)
  floats = new Float32Array(this.arena.buffer)
  /** By word: where they begin (in postings), how many, for how many there is room. */
  lists = new Uint32Array(16 * 3)
  /** All of them, the dead included. */
  count = 0
  private used = 0
  /** Room that no list has any more. */
  private lost = 0

  /** Puts one in its place; `from` is six fields in `source`. */
  insert(word: number, source: Uint32Array, from: number): void {
    this.lists = withRoom(this.lists, word * 3 + 3)
    const { lists } = this
    const length = lists[word * 3 + 1]!
    if (length === lists[word * 3 + 2]!) this.enlarge(word)
    const at = lists[word * 3]! * stride
    const { arena } = this
    const group = source[from + field.meta]! >>> groupShift
    const place = this.lowerBound(word, group, orderOf(source, from)) * stride
    arena.copyWithin(place + stride, place, at + length * stride)
    for (let i = 0; i < stride; i++) arena[place + i] = source[from + i]!
    lists[word * 3 + 1] = length + 1
    this.count++
  }

  /** The first posting of a word that does not stand before this place of a group. */
  lowerBound(word: number, group: number, order: number): number {
    const { arena, lists } = this
    let low = lists[word * 3]!
    let high = low + lists[word * 3 + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      const own = arena[middle * stride + field.meta]! >>> groupShift
      if (own < group || (own === group && orderOf(arena, middle * stride) < order)) low = middle + 1
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
    this.setArena(new Uint32Array(total * stride))
    this.used = total
  }

  append(word: number, source: Uint32Array, from: number): void {
    const { arena, lists } = this
    const to = (lists[word * 3]! + lists[word * 3 + 1]!) * stride
    for (let i = 0; i < stride; i++) arena[to + i] = source[from + i]!
    lists[word * 3 + 1]!++
    this.count++
  }

  sortAll(): void {
    const words = this.lists.length / 3
    for (let word = 0; word < words; word++) if (this.lists[word * 3 + 1]! > 1) this.sort(word)
  }

  /** Takes the rule's posting out of a word's group; false when it is not there. */
  remove(word: number, id: number, group: number, order: number | null): boolean {
    const count = this.countOf(word)
    if (count === 0) return false
    const { arena, lists } = this
    const end = this.startOf(word) + count
    for (let i = this.lowerBound(word, group, order ?? 0); i < end; i++) {
      const at = i * stride
      if (arena[at + field.meta]! >>> groupShift !== group) return false
      if (order !== null && orderOf(arena, at) !== order) return false
      if (arena[at + field.id] !== id) continue
      arena.copyWithin(at, at + stride, end * stride)
      lists[word * 3 + 1] = count - 1
      this.count--
      this.giveRoom(word)
      return true
    }
    return false
  }

  get bytes(): number {
    return this.arena.byteLength + this.lists.byteLength
  }

  private setArena(arena: Uint32Array<ArrayBuffer>): void {
    this.arena = arena
    this.floats = new Float32Array(arena.buffer)
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
    if ((this.used + room) * stride > this.arena.length) this.moveTo(Math.ceil((this.used + room) * 1.25))
    const at = lists[word * 3]! * stride
    this.arena.copyWithin(this.used * stride, at, at + length * stride)
    this.lost += lists[word * 3 + 2]!
    lists[word * 3] = this.used
    lists[word * 3 + 2] = room
    this.used += room
  }

  private moveTo(postings: number): void {
    const arena = new Uint32Array(postings * stride)
    arena.set(this.arena.subarray(0, this.used * stride))
    this.setArena(arena)
  }

  /** Moves the lists together; each keeps its room. */
  private pack(): void {
    const { lists } = this
    const from = this.arena
    this.setArena(new Uint32Array(Math.ceil((this.used - this.lost) * 1.25) * stride))
    const { arena } = this
    let used = 0
    for (let word = 0; word * 3 + 2 < lists.length; word++) {
      const at = lists[word * 3]! * stride
      const size = lists[word * 3 + 1]! * stride
      const to = used * stride
      if (size <= 64) for (let i = 0; i < size; i++) arena[to + i] = from[at + i]!
      else arena.set(from.subarray(at, at + size), to)
      lists[word * 3] = used
      used += lists[word * 3 + 2]!
    }
    this.used = used
    this.lost = 0
  }

  private sort(word: number): void {
    const { arena, lists } = this
    const at = lists[word * 3]!
    const length = lists[word * 3 + 1]!
    // Group, order and position in 64 bits, sorted as numbers without making any.
    const keys = new BigUint64Array(length)
    const halves = new Uint32Array(keys.buffer)
    for (let i = 0; i < length; i++) {
      const from = (at + i) * stride
      const order = orderOf(arena, from)
      halves[i * 2 + 1] = (arena[from + field.meta]! & (-1 << groupShift)) | (order >>> 7)
      halves[i * 2] = ((order & 127) << groupShift) | i
    }
    keys.sort()
    const before = arena.slice(at * stride, (at + length) * stride)
    for (let i = 0; i < length; i++) {
      const from = (halves[i * 2]! & ((1 << groupShift) - 1)) * stride
      for (let k = 0; k < stride; k++) arena[(at + i) * stride + k] = before[from + k]!
    }
  }
}
