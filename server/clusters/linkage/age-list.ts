/** Slots by age: a chain in flat arrays, since the first key of a large Map is slow to find after many deletions. */
export interface AgeList {
  /** Makes a slot the newest; it must not be in the list. */
  push(slot: number): void
  remove(slot: number): void
  /** -1 for an empty list. */
  readonly oldest: number
}

export function createAgeList(): AgeList {
  let newer = new Int32Array(256)
  let older = new Int32Array(256)
  let oldest = -1
  let newest = -1
  return {
    get oldest() {
      return oldest
    },
    push(slot) {
      if (slot >= newer.length) {
        newer = grown(newer, slot)
        older = grown(older, slot)
      }
      older[slot] = newest
      newer[slot] = -1
      if (newest >= 0) newer[newest] = slot
      else oldest = slot
      newest = slot
    },
    remove(slot) {
      const [before, after] = [older[slot]!, newer[slot]!]
      if (before >= 0) newer[before] = after
      else oldest = after
      if (after >= 0) older[after] = before
      else newest = before
    },
  }
}

function grown(array: Int32Array<ArrayBuffer>, slot: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(slot + 1, Math.ceil(array.length * 1.5)))
  longer.set(array)
  return longer
}
