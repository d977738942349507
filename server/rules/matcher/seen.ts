import { mix, tableSize } from './arrays.ts'

/** A set of slots that is emptied for every listing at no cost. */
export class Seen {
  /** Pairs: slot, the round in which it was added. */
  private table = new Uint32Array(2 * 64)
  private round = 0
  private count = 0

  clear(): void {
    this.count = 0
    this.round++
    if (this.round <= 0xffffffff) return
    this.table.fill(0)
    this.round = 1
  }

  /** False when it was there already. */
  add(slot: number): boolean {
    const { table, round } = this
    const mask = table.length / 2 - 1
    let place = mix(slot) & mask
    for (; table[place * 2 + 1] === round; place = (place + 1) & mask)
      if (table[place * 2] === slot) return false
    table[place * 2] = slot
    table[place * 2 + 1] = round
    if (tableSize(++this.count) > mask + 1) this.grow()
    return true
  }

  get bytes(): number {
    return this.table.byteLength
  }

  private grow(): void {
    const [old, round] = [this.table, this.round]
    this.table = new Uint32Array(old.length * 2)
    this.count = 0
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] === round) this.add(old[i]!)
  }
}
