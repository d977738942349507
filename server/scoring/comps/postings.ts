const blockSize = 8

export interface Postings {
  /** Appends a number to a list. */
  add(list: number, value: number): void
  /** Empties a list and gives its memory to others. */
  clear(list: number): void
  /**
   * Copies the newest entries of a list, newest first, to `out` from `start`, as far as it has room before `end`;
   * returns the position after the last.
   */
  copy(list: number, out: Int32Array, start: number, end: number): number
}

/** Many growing lists of 32-bit numbers in one flat pool: chained blocks of seven entries, newest block first. */
export function createPostings(): Postings {
  let pool = new Int32Array(1024 * blockSize)
  let blocks = 0
  let freeBlock = -1
  let heads = new Int32Array(1024).fill(-1)
  /** Entries in the head block; every further block is full. */
  let fills = new Uint8Array(1024)

  function takeBlock(next: number): number {
    let block = freeBlock
    if (block >= 0) freeBlock = pool[block * blockSize]!
    else {
      block = blocks++
      if (blocks * blockSize > pool.length) pool = grown(pool, Math.ceil(pool.length * 1.25))
    }
    pool[block * blockSize] = next
    return block
  }

  return {
    add(list, value) {
      if (list >= heads.length) {
        const before = heads.length
        heads = grown(heads, Math.max(list + 1, Math.ceil(before * 1.5))).fill(-1, before)
        fills = grown(fills, heads.length)
      }
      let head = heads[list]!
      let fill = fills[list]!
      if (head < 0 || fill === blockSize - 1) {
        head = takeBlock(head)
        heads[list] = head
        fill = 0
      }
      pool[head * blockSize + 1 + fill] = value
      fills[list] = fill + 1
    },
    clear(list) {
      let block = list < heads.length ? heads[list]! : -1
      while (block >= 0) {
        const next = pool[block * blockSize]!
        pool[block * blockSize] = freeBlock
        freeBlock = block
        block = next
      }
      if (list < heads.length) {
        heads[list] = -1
        fills[list] = 0
      }
    },
    copy(list, out, start, end) {
      let block = list < heads.length ? heads[list]! : -1
      let fill = fills[list]!
      let at = start
      while (block >= 0 && at < end) {
        const base = block * blockSize
        for (let i = fill; i > 0 && at < end; i--) out[at++] = pool[base + i]!
        block = pool[base]!
        fill = blockSize - 1
      }
      return at
    },
  }
}

type Flat =
  | Int32Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** A longer copy of a flat array. */
export function grown<T extends Flat>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length)
  copy.set(array)
  return copy
}
