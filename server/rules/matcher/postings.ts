import { withRoom } from './arrays.ts'
import { field, stride } from './posting.ts'

/** Postings side by side in memory, those of each word in one piece. */
export class Segment {
  readonly arena: Uint32Array
  readonly floats: Float32Array
  /** By posting: see `keyOf`. Dense, so that finding a range reads little memory. */
  readonly keys: Uint32Array
  /** Postings that words were given room for. */
  used = 0
  /** Room that no word has any more. */
  lost = 0

  constructor(room: number) {
    this.arena = new Uint32Array(room * stride)
    this.floats = new Float32Array(this.arena.buffer)
    this.keys = new Uint32Array(room)
  }

  get room(): number {
    return this.keys.length
  }

  get bytes(): number {
    return this.arena.byteLength + this.keys.byteLength
  }
}

/** Of a word's entry in `lists`: the number of its segment, where in it its postings begin, how many, room for how many. */
export const listStride = 4
export const listSegment = 0
export const listStart = 1
export const listCount = 2
export const listRoom = 3

/** Postings in a segment that many words share. */
const segmentRoom = 16_384
const segmentRoomMin = 64
/** A word that needs more room has a segment of its own. */
const sharedMax = segmentRoom / 16
const none = -1

/**
 * Postings by word. Segments are small, so that no single change moves more than one of them, or the postings of one
 * word: with one array for all, the change that made it grow took longer the more rules there were.
 */
export class Postings {
  /** By number; those that were given up are empty. */
  readonly segments: Segment[] = []
  lists = new Uint32Array(16 * listStride)
  count = 0
  private readonly free: number[] = []
  /** Where words are given room next. */
  private current = none

  /** Puts one in its place; `from` is its fields in `source`. */
  insert(word: number, key: number, source: Uint32Array, from: number): void {
    this.lists = withRoom(this.lists, (word + 1) * listStride)
    const { lists } = this
    const own = word * listStride
    const count = lists[own + listCount]!
    if (count === lists[own + listRoom]!) this.move(word, count + 1 + (count >>> 1))
    const { arena, keys } = this.segmentOf(word)
    const end = lists[own + listStart]! + count
    const place = this.lowerBound(word, key)
    keys.copyWithin(place + 1, place, end)
    arena.copyWithin((place + 1) * stride, place * stride, end * stride)
    keys[place] = key
    for (let i = 0; i < stride; i++) arena[place * stride + i] = source[from + i]!
    lists[own + listCount] = count + 1
    this.count++
  }

  /** How many stand under a word. */
  countOf(word: number): number {
    return this.lists[word * listStride + listCount] ?? 0
  }

  /** Fills an empty index: how many each word will have, then the postings in any order, then `sortAll`. */
  reserve(counts: Uint32Array): void {
    this.lists = new Uint32Array(counts.length * listStride)
    let left = counts.reduce((sum, count) => sum + (count > sharedMax ? 0 : count), 0)
    for (let word = 0; word < counts.length; word++) {
      const count = counts[word]!
      if (count === 0) continue
      this.giveRoom(word, count, left)
      if (count <= sharedMax) left -= count
    }
  }

  append(word: number, key: number, source: Uint32Array, from: number): void {
    const { lists } = this
    const { arena, keys } = this.segmentOf(word)
    const place = lists[word * listStride + listStart]! + lists[word * listStride + listCount]!
    keys[place] = key
    for (let i = 0; i < stride; i++) arena[place * stride + i] = source[from + i]!
    lists[word * listStride + listCount]!++
    this.count++
  }

  sortAll(): void {
    for (let word = 0; word * listStride < this.lists.length; word++)
      if (this.countOf(word) > 1) this.sort(word)
  }

  /** Puts another program in place of each, word by word in their order. */
  eachProgram(replace: (program: number) => number): void {
    for (let word = 0; word * listStride < this.lists.length; word++) {
      const count = this.countOf(word)
      if (count === 0) continue
      const { arena } = this.segmentOf(word)
      const start = this.lists[word * listStride + listStart]!
      for (let place = start; place < start + count; place++)
        arena[place * stride + field.program] = replace(arena[place * stride + field.program]!)
    }
  }

  /** Takes the rule's posting out of a range of a word's keys; false when it is not there. */
  remove(word: number, id: number, fromKey: number, toKey: number): boolean {
    const count = this.countOf(word)
    if (count === 0) return false
    const { arena, keys } = this.segmentOf(word)
    const end = this.lists[word * listStride + listStart]! + count
    for (let place = this.lowerBound(word, fromKey); place < end && keys[place]! <= toKey; place++) {
      if (arena[place * stride + field.id] !== id) continue
      keys.copyWithin(place, place + 1, end)
      arena.copyWithin(place * stride, (place + 1) * stride, end * stride)
      this.lists[word * listStride + listCount] = count - 1
      this.count--
      if (count - 1 < this.lists[word * listStride + listRoom]! / 3) this.move(word, count - 1)
      return true
    }
    return false
  }

  get bytes(): number {
    return this.segments.reduce((sum, { bytes }) => sum + bytes, this.lists.byteLength)
  }

  private segmentOf(word: number): Segment {
    return this.segments[this.lists[word * listStride + listSegment]!]!
  }

  /** The first posting of a word whose key is not lower. */
  private lowerBound(word: number, key: number): number {
    const { keys } = this.segmentOf(word)
    const start = this.lists[word * listStride + listStart]!
    return seek(keys, start, start + this.countOf(word), key)
  }

  /** Moves a word's postings to where it has just that room. */
  private move(word: number, room: number): void {
    const own = word * listStride
    const number = this.lists[own + listSegment]!
    const before = this.lists[own + listRoom]!
    if (room === 0) this.lists[own + listRoom] = 0
    else this.copy(word, room)
    if (before > 0) this.lose(number, before)
  }

  private copy(word: number, room: number): void {
    const { lists } = this
    const own = word * listStride
    const count = lists[own + listCount]!
    const from = count > 0 ? this.segmentOf(word) : null
    const start = lists[own + listStart]!
    this.giveRoom(word, room, this.count >>> 2)
    if (from === null) return
    const to = this.segmentOf(word)
    const at = lists[own + listStart]!
    to.keys.set(from.keys.subarray(start, start + count), at)
    to.arena.set(from.arena.subarray(start * stride, (start + count) * stride), at * stride)
  }

  /** Where nothing is yet; `more` tells how much room a new segment should have for this word and others. */
  private giveRoom(word: number, room: number, more: number): void {
    let number = this.current
    if (room > sharedMax) number = this.open(room)
    else if (number === none || this.segments[number]!.used + room > this.segments[number]!.room) {
      if (number !== none) this.close(this.segments[number]!)
      number = this.open(Math.max(room, segmentRoomMin, Math.min(segmentRoom, more)))
      this.current = number
    }
    const segment = this.segments[number]!
    const own = word * listStride
    this.lists[own + listSegment] = number
    this.lists[own + listStart] = segment.used
    this.lists[own + listRoom] = room
    segment.used += room
  }

  private open(room: number): number {
    const number = this.free.pop() ?? this.segments.length
    this.segments[number] = new Segment(room)
    return number
  }

  private close(segment: Segment): void {
    segment.lost += segment.room - segment.used
    segment.used = segment.room
  }

  /** A segment of which a third is lost is cleared: what words still have there moves together elsewhere. */
  private lose(number: number, room: number): void {
    const segment = this.segments[number]!
    segment.lost += room
    if (segment.lost * 3 < segment.room) return
    if (this.current === number) this.current = none
    const { lists } = this
    if (segment.lost < segment.used)
      for (let own = 0; own < lists.length; own += listStride)
        if (lists[own + listSegment] === number && lists[own + listRoom]! > 0)
          this.copy(own / listStride, lists[own + listRoom]!)
    this.segments[number] = noSegment
    this.free.push(number)
  }

  private sort(word: number): void {
    const { arena, keys } = this.segmentOf(word)
    const at = this.lists[word * listStride + listStart]!
    const length = this.countOf(word)
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

const noSegment = new Segment(0)

/**
 * The first of the keys between two places that is not lower. It is looked for near the first place, since what a
 * search wants next is seldom far from what it found last.
 */
export function seek(keys: Uint32Array, from: number, end: number, key: number): number {
  let low = from
  let high = from
  for (let step = 1; high < end && keys[high]! < key; step *= 2) {
    low = high + 1
    high += step
  }
  if (high > end) high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}
