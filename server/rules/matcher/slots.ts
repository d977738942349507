import { mix, withRoom } from './arrays.ts'
import { HashIndex } from './hash-index.ts'

const stride = 5
const groupShift = 24
const wishMask = (1 << groupShift) - 1

/** What is kept of a rule under its id. */
export interface SlotRow {
  program: number
  circle: number
  profile: number
  wish: number
  group: number
}

/** What is known of a rule beside its postings: one row per rule, found by its id without an object per rule. */
export class Slots {
  /** Rules that are there. */
  size = 0
  /** Rows given out so far. */
  bound = 0
  /** Id, program, circle, profile, group of its postings and wish. */
  private rows = new Uint32Array(16 * stride)
  private readonly index = new HashIndex((slot) => hashOf(this.idOf(slot)))
  private free = new Uint32Array(0)
  private freeCount = 0

  /** -1 when there is no such rule. */
  find(id: number): number {
    const { rows } = this
    return this.index.find(hashOf(id), (slot) => rows[slot * stride] === id)
  }

  add(id: number, { program, circle, profile, wish, group }: SlotRow): number {
    const slot = this.freeCount > 0 ? this.free[--this.freeCount]! : this.bound++
    this.rows = withRoom(this.rows, (slot + 1) * stride)
    const at = slot * stride
    const { rows } = this
    rows[at] = id
    rows[at + 1] = program
    rows[at + 2] = circle
    rows[at + 3] = profile
    rows[at + 4] = wish | (group << groupShift)
    this.size++
    this.index.add(slot)
    return slot
  }

  remove(slot: number): void {
    this.index.remove(slot)
    this.rows.fill(0, slot * stride, (slot + 1) * stride)
    this.free = withRoom(this.free, this.freeCount + 1)
    this.free[this.freeCount++] = slot
    this.size--
  }

  idOf(slot: number): number {
    return this.rows[slot * stride]!
  }

  programOf(slot: number): number {
    return this.rows[slot * stride + 1]!
  }

  /** Puts another program in place of each. */
  eachProgram(replace: (program: number) => number): void {
    const { rows } = this
    for (let at = 1; at < this.bound * stride; at += stride) rows[at] = replace(rows[at]!)
  }

  circleOf(slot: number): number {
    return this.rows[slot * stride + 2]!
  }

  profileOf(slot: number): number {
    return this.rows[slot * stride + 3]!
  }

  wishOf(slot: number): number {
    return this.rows[slot * stride + 4]! & wishMask
  }

  groupOf(slot: number): number {
    return this.rows[slot * stride + 4]! >>> groupShift
  }

  trim(): void {
    this.rows = this.rows.slice(0, this.bound * stride)
  }

  get bytes(): number {
    return this.rows.byteLength + this.index.bytes + this.free.byteLength
  }
}

/** Not `mix` of the id itself: by that a process may hold only a part of the rules, see live-matcher.ts. */
function hashOf(id: number): number {
  return mix(~id)
}
