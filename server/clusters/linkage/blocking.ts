/** Lists of slots by 32-bit key, newest first, in flat arrays: bounded reading, removal in constant time per key. */
export interface Blocking {
  /** Files a slot under its keys; at most `keysPerSlot` of them. The slot must have none. */
  add(slot: number, keys: readonly number[]): void
  remove(slot: number): void
  /** Calls back with the newest slots under a key, at most `max` of them, after at most a few steps more. */
  visit(key: number, max: number, seen: (slot: number) => void): void
}

/** Other keys in one bucket may have to be stepped over; so many steps per wanted slot are the end of it. */
const stepsPerSlot = 4

export function createBlocking(capacity: number, keysPerSlot: number): Blocking {
  const buckets = 2 ** Math.min(22, Math.max(10, Math.ceil(Math.log2(capacity * 16))))
  const mask = buckets - 1
  /** First entry of each bucket; entries are numbered from 1, 0 is none. */
  const heads = new Int32Array(buckets)
  let slots = Math.min(capacity, 256)
  let keyOf = new Uint32Array(slots * keysPerSlot + 1)
  let next = new Int32Array(slots * keysPerSlot + 1)
  let previous = new Int32Array(slots * keysPerSlot + 1)
  let counts = new Uint8Array(slots)

  function grow(slot: number): void {
    if (slot < slots) return
    slots = Math.min(capacity, Math.max(slot + 1, Math.ceil(slots * 1.5)))
    const length = slots * keysPerSlot + 1
    keyOf = longer(keyOf, new Uint32Array(length))
    next = longer(next, new Int32Array(length))
    previous = longer(previous, new Int32Array(length))
    counts = longer(counts, new Uint8Array(slots))
  }

  return {
    add(slot, keys) {
      grow(slot)
      const count = Math.min(keys.length, keysPerSlot)
      counts[slot] = count
      for (let i = 0; i < count; i++) {
        const entry = slot * keysPerSlot + i + 1
        const key = keys[i]! >>> 0
        const bucket = key & mask
        const head = heads[bucket]!
        keyOf[entry] = key
        next[entry] = head
        // A negative number leads back to the bucket itself.
        previous[entry] = -bucket - 1
        if (head !== 0) previous[head] = entry
        heads[bucket] = entry
      }
    },
    remove(slot) {
      const count = counts[slot] ?? 0
      for (let i = 0; i < count; i++) {
        const entry = slot * keysPerSlot + i + 1
        const [before, after] = [previous[entry]!, next[entry]!]
        if (before < 0) heads[-before - 1] = after
        else next[before] = after
        if (after !== 0) previous[after] = before
      }
      counts[slot] = 0
    },
    visit(key, max, seen) {
      const wanted = key >>> 0
      let found = 0
      let steps = max * stepsPerSlot
      for (let entry = heads[wanted & mask]!; entry !== 0 && steps > 0; entry = next[entry]!, steps--) {
        if (keyOf[entry] !== wanted) continue
        seen(Math.floor((entry - 1) / keysPerSlot))
        if (++found === max) return
      }
    },
  }
}

function longer<T extends Uint32Array | Int32Array | Uint8Array>(array: T, into: T): T {
  into.set(array)
  return into
}
