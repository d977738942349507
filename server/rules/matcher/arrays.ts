/** A copy with room for at least `length` entries, a quarter more than before; the same array when it has room. */
export function withRoom(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= array.length) return array
  const grown = new Uint32Array(Math.max(length, Math.ceil(array.length * 1.25), 16))
  grown.set(array)
  return grown
}

/** A power of two of table places that keeps `entries` below two thirds full. */
export function tableSize(entries: number): number {
  let size = 16
  while (size * 2 < entries * 3) size *= 2
  return size
}

/** Spreads every bit of a 32-bit number over all bits of the result (murmur's finaliser). */
export function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
