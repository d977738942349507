import { mix, tableSize, withRoom } from './arrays.ts'

const stride = 6
/** The program of a slot whose rule is gone. */
const dead = 0xffffffff

/** One row per rule, found by the rule's id without an object per rule. */
export class Slots {
  /** Rules that are there. */
  size = 0
  /** Rows given out so far. */
  bound = 0
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

  add(id: number, user: number, program: number, circle: number, profile: number, wish: number): number {
    const slot = this.freeCount > 0 ? this.free[--this.freeCount]! : this.bound++
    this.rows = withRoom(this.rows, (slot + 1) * stride)
    const at = slot * stride
    const { rows } = this
    rows[at] = id
    rows[at + 1] = user
    rows[at + 2] = program
    rows[at + 3] = circle
    rows[at + 4] = profile
    rows[at + 5] = wish
    this.size++
    const places = tableSize(this.size)
    if (this.table.length < places) {
      this.table = new Uint32Array(places)
      for (let other = 0; other < this.bound; other++) if (!this.isDead(other)) this.enter(other)
    } else this.enter(slot)
    return slot
  }

  /** Forgets the rule; its row stays until `release`, since postings still point at it. */
  kill(slot: number): void {
    const { table } = this
    const mask = table.length - 1
    let hole = mix(this.idOf(slot)) & mask
    while (table[hole] !== slot + 1) hole = (hole + 1) & mask
    for (let place = (hole + 1) & mask; table[place] !== 0; place = (place + 1) & mask) {
      const home = mix(this.idOf(table[place]! - 1)) & mask
      if (((place - home) & mask) < ((place - hole) & mask)) continue
      table[hole] = table[place]!
      hole = place
    }
    table[hole] = 0
    this.rows[slot * stride + 2] = dead
    this.size--
  }

  release(slot: number): void {
    this.free = withRoom(this.free, this.freeCount + 1)
    this.free[this.freeCount++] = slot
  }

  isDead(slot: number): boolean {
    return this.rows[slot * stride + 2] === dead
  }

  idOf(slot: number): number {
    return this.rows[slot * stride]!
  }

  userOf(slot: number): number {
    return this.rows[slot * stride + 1]!
  }

  programOf(slot: number): number {
    return this.rows[slot * stride + 2]!
  }

  circleOf(slot: number): number {
    return this.rows[slot * stride + 3]!
  }

  profileOf(slot: number): number {
    return this.rows[slot * stride + 4]!
  }

  wishOf(slot: number): number {
    return this.rows[slot * stride + 5]!
  }

  trim(): void {
    this.rows = this.rows.slice(0, this.bound * stride)
  }

  get bytes(): number {
    return this.rows.byteLength + this.table.byteLength + this.free.byteLength
  }

  private enter(slot: number): void {
    const mask = this.table.length - 1
    let place = mix(this.idOf(slot)) & mask
    while (this.table[place] !== 0) place = (place + 1) & mask
    this.table[place] = slot + 1
  }
}
