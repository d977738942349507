/** Whole numbers ≥ 0 by number, as a `Map` of them has, in a third of its memory: open addressing in flat columns. */
export interface NumberTable {
  readonly size: number
  /** −1 where there is none. */
  get(key: number): number
  set(key: number, value: number): void
  delete(key: number): boolean
  entries(): IterableIterator<[key: number, value: number]>
}

const lengthMin = 64

export function createNumberTable(): NumberTable {
  let keys = new Float64Array(lengthMin)
  /** −1 = free. */
  let values = new Int32Array(lengthMin).fill(-1)
  let size = 0

  /** Where a key is, or would be put. */
  function placeOf(key: number): number {
    let at = homeOf(key, keys.length)
    while (values[at]! >= 0 && keys[at] !== key) at = at + 1 === keys.length ? 0 : at + 1
    return at
  }

  function grow(): void {
    const before = { keys, values }
    const length = Math.ceil(keys.length * 1.4)
    keys = new Float64Array(length)
    values = new Int32Array(length).fill(-1)
    before.values.forEach((value, i) => {
      if (value < 0) return
      const at = placeOf(before.keys[i]!)
      keys[at] = before.keys[i]!
      values[at] = value
    })
  }

  return {
    get size() {
      return size
    },
    get: (key) => values[placeOf(key)]!,
    set(key, value) {
      let at = placeOf(key)
      if (values[at]! < 0) {
        if ((size + 1) * 4 > keys.length * 3) {
          grow()
          at = placeOf(key)
        }
        size++
        keys[at] = key
      }
      values[at] = value
    },
    delete(key) {
      let gap = placeOf(key)
      if (values[gap]! < 0) return false
      size--
      // What came to lie behind the gap because of it moves up, so that it is found without marks for what is gone.
      const { length } = keys
      for (let at = (gap + 1) % length; values[at]! >= 0; at = (at + 1) % length) {
        const home = homeOf(keys[at]!, length)
        if ((at - home + length) % length < (at - gap + length) % length) continue
        keys[gap] = keys[at]!
        values[gap] = values[at]!
        gap = at
      }
      values[gap] = -1
      return true
    },
    *entries() {
      for (let at = 0; at < keys.length; at++) if (values[at]! >= 0) yield [keys[at]!, values[at]!]
    },
  }
}

/** Spread over the table, whatever the keys have in common. */
function homeOf(key: number, length: number): number {
  let hash = (key | 0) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0_aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a_2d97)
  return Math.floor((((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000) * length)
}
