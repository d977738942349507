const parts = 64
const partShift = 26

/**
 * Numbers found by a hash of what they stand for, by open addressing; what that is, their owner knows. It is in parts
 * that grow on their own: to enter a million numbers anew at once would hold up the change that needs the room.
 */
export class HashIndex {
  /** By part: number + 1 by its hash, 0 = empty. */
  private readonly tables = Array.from({ length: parts }, () => new Uint32Array(4))
  private readonly counts = new Uint32Array(parts)
  private readonly hashOf: (entry: number) => number

  constructor(hashOf: (entry: number) => number) {
    this.hashOf = hashOf
  }

  /** -1 when there is none. */
  find(hash: number, is: (entry: number) => boolean): number {
    const table = this.tables[hash >>> partShift]!
    const mask = table.length - 1
    for (let place = hash & mask; table[place] !== 0; place = (place + 1) & mask)
      if (is(table[place]! - 1)) return table[place]! - 1
    return -1
  }

  add(entry: number): void {
    const hash = this.hashOf(entry)
    const part = hash >>> partShift
    const old = this.tables[part]!
    // At most two thirds full.
    if (++this.counts[part]! * 3 > old.length * 2) {
      this.tables[part] = new Uint32Array(old.length * 2)
      for (const kept of old) if (kept !== 0) this.enter(kept - 1, this.hashOf(kept - 1))
    }
    this.enter(entry, hash)
  }

  /** The entry is there. */
  remove(entry: number): void {
    const hash = this.hashOf(entry)
    const table = this.tables[hash >>> partShift]!
    const mask = table.length - 1
    let hole = hash & mask
    while (table[hole] !== entry + 1) hole = (hole + 1) & mask
    // What was pushed on by this entry moves back, so that no search stops short of it.
    for (let place = (hole + 1) & mask; table[place] !== 0; place = (place + 1) & mask) {
      const home = this.hashOf(table[place]! - 1) & mask
      if (((place - home) & mask) < ((place - hole) & mask)) continue
      table[hole] = table[place]!
      hole = place
    }
    table[hole] = 0
    this.counts[hash >>> partShift]!--
  }

  get bytes(): number {
    return this.tables.reduce((sum, { byteLength }) => sum + byteLength, this.counts.byteLength)
  }

  private enter(entry: number, hash: number): void {
    const table = this.tables[hash >>> partShift]!
    const mask = table.length - 1
    let place = hash & mask
    while (table[place] !== 0) place = (place + 1) & mask
    table[place] = entry + 1
  }
}
