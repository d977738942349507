import { mix, tableSize, withRoom } from './arrays.ts'

const stride = 5
const groupShift = 24
const wishMask = (1 << groupShift) - 1

/** What is known of a rule beside its postings: one row per rule, found by its id without an object per rule. */
export class Slots {
  /** Rules that are there. */
  size = 0
  /** Rows given out so far. */
  bound = 0
  /** Id, program, circle, profile, group of its postings and wish. */
  private rows = new Uint32Array(16 * stride)
  /** By hash of the id: slot + 1, 0 = empty. */
  private table = new Uint32Array(16)
  private free = new Uint32Array(0)
  private freeCount = 0

  /** -1 when there is no such rule. */
  find(id: number): number {
    const { table, rows } = this
    const mask = table.length - 1
    for (let place = mix(id) & mask; table[place] !== 0; place = (place + 1) & mask) {
      const slot = table[place]! - 1
      if (rows[slot * stride] === id) return slot
    }
    return -1
  }

  add(id: number, program: number, circle: number, profile: number, wish: number, group: number): number {
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
    this.growTable()
    this.enter(slot)
    return slot
  }

  remove(slot: number): void {
    const { table } = this
    const mask = table.length - 1
    let hole = this.homeOf(slot)
    while (table[hole] !== slot + 1) hole = (hole + 1) & mask
    for (let place = (hole + 1) & mask; table[place] !== 0; place = (place + 1) & mask) {
      const home = this.homeOf(table[place]! - 1)
      if (((place - home) & mask) < ((place - hole) & mask)) continue
      table[hole] = table[place]!
      hole = place
    }
    table[hole] = 0
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
    return this.rows.byteLength + this.table.byteLength + this.free.byteLength
  }

  private homeOf(slot: number): number {
    return mix(this.idOf(slot)) & (this.table.length - 1)
  }

  private growTable(): void {
    const old = this.table
    const places = tableSize(this.size)
    if (old.length >= places) return
    this.table = new Uint32Array(places)
    for (const entry of old) if (entry !== 0) this.enter(entry - 1)
  }

  private enter(slot: number): void {
    const { table } = this
    const mask = table.length - 1
    let place = this.homeOf(slot)
    while (table[place] !== 0) place = (place + 1) & mask
    table[place] = slot + 1
  }
}
