import { withRoom } from './arrays.ts'

/**
 * What of a rule is looked at first, side by side so that a scan reads memory in order. One posting is six 32-bit
 * fields; those of one word are sorted by category (0 = any) and, within it, from the highest price limit down.
 */
export const stride = 6
export const field = {
  slot: 0,
  /** `noLimit` = none. */
  priceMax: 1,
  priceMin: 2,
  /** Latitude and longitude in 16 bits each. */
  spot: 3,
  /** A float: how far away is near enough, see circles.ts. */
  reach: 4,
  /** Category, flags and profile. */
  meta: 5,
} as const

export const noLimit = 0xffffffff
/** The highest price that is told apart from others; a rule with a higher limit has it checked later. */
export const priceTop = 0xfffffffe

export const categoryShift = 26
/** The rule's only term is this one word. */
export const isSingle = 1 << 25
/** It must be near one place. */
export const isPlaced = 1 << 24
/** The rule has other postings, under other words. */
export const isOneOfMany = 1 << 23
/** Its wish has to be looked at after all this. */
export const hasWish = 1 << 22
export const profileMask = (1 << 22) - 1

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
    const priceMax = source[from + field.priceMax]!
    const category = source[from + field.meta]! >>> categoryShift
    const place = this.lowerBound(word, category, priceMax) * stride
    arena.copyWithin(place + stride, place, at + length * stride)
    for (let i = 0; i < stride; i++) arena[place + i] = source[from + i]!
    lists[word * 3 + 1] = length + 1
    this.count++
  }

  /** The first posting of a word at or after a category's limit of that height. */
  lowerBound(word: number, category: number, priceMax: number): number {
    const { arena, lists } = this
    let low = lists[word * 3]!
    let high = low + lists[word * 3 + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      const own = arena[middle * stride + field.meta]! >>> categoryShift
      if (own < category || (own === category && arena[middle * stride + field.priceMax]! > priceMax))
        low = middle + 1
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

  /** Takes out what is dead of a word's postings; returns how many there were before. */
  sweep(word: number, isDead: (slot: number) => boolean): number {
    const { arena, lists } = this
    const at = lists[word * 3]!
    const length = lists[word * 3 + 1] ?? 0
    let kept = 0
    for (let i = 0; i < length; i++) {
      const from = (at + i) * stride
      if (isDead(arena[from + field.slot]!)) continue
      if (kept < i) arena.copyWithin((at + kept) * stride, from, from + stride)
      kept++
    }
    if (length === 0 || kept === length) return length
    lists[word * 3 + 1] = kept
    this.count -= length - kept
    if (kept * 2 > lists[word * 3 + 2]!) return length
    this.lost += lists[word * 3 + 2]! - kept
    lists[word * 3 + 2] = kept
    return length
  }

  get bytes(): number {
    return this.arena.byteLength + this.lists.byteLength
  }

  private setArena(arena: Uint32Array<ArrayBuffer>): void {
    this.arena = arena
    this.floats = new Float32Array(arena.buffer)
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
    // Category, limit from above and position in 64 bits, sorted as numbers without making any.
    const keys = new BigUint64Array(length)
    const halves = new Uint32Array(keys.buffer)
    for (let i = 0; i < length; i++) {
      const from = (at + i) * stride
      const below = ~arena[from + field.priceMax]! >>> 0
      halves[i * 2 + 1] = (arena[from + field.meta]! & (-1 << categoryShift)) | (below >>> 6)
      halves[i * 2] = ((below & 63) << categoryShift) | i
    }
    keys.sort()
    const before = arena.slice(at * stride, (at + length) * stride)
    for (let i = 0; i < length; i++) {
      const from = (halves[i * 2]! & ((1 << categoryShift) - 1)) * stride
      for (let k = 0; k < stride; k++) arena[(at + i) * stride + k] = before[from + k]!
    }
  }
}
