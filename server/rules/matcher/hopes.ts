import { field, ringOf, stride } from './posting.ts'
import { Segment } from './postings.ts'

/** Rules that are kept in one place of this index; of more, one that is read for some of them serves the others too. */
export const hopesPerBucketMax = 256
/** Postings looked at for one listing, and rules of them that it may fit. */
const looksMax = 4_096
export const hopesMax = 128

const cellDegrees = 2
const [rows, columns] = [180 / cellDegrees, 360 / cellDegrees]
const bucketsPerCategory = rows * columns + 1
/** Nearer to a pole a small circle reaches over more than the next cell. */
const latMax = 70

interface Place {
  lat: number
  lon: number
}

/**
 * Postings of rules that want words, by what else they ask: category, and where their circle is if it is a small one. A
 * listing whose own page was not read yet may fit them whatever its title says, and has none of the words under which
 * they stand. Bounded in room and in looks: it is for choosing pages to read, and what is read meets every rule.
 */
export class Hopes {
  private readonly buckets = new Map<number, Segment>()
  private turn = 0

  /** `posting` is in `source` at `from`, with the whole program. */
  add(group: number, place: Place | null, source: Uint32Array, from: number): void {
    const key = keyOf(group, place)
    const bucket = this.withRoomFor(key)
    if (bucket.used === hopesPerBucketMax) return
    for (let i = 0; i < stride; i++) bucket.arena[bucket.used * stride + i] = source[from + i]!
    bucket.used++
  }

  remove(group: number, place: Place | null, id: number): void {
    const key = keyOf(group, place)
    const bucket = this.buckets.get(key)
    if (bucket === undefined) return
    const { arena } = bucket
    for (let at = 0; at < bucket.used; at++) {
      if (arena[at * stride + field.id] !== id) continue
      bucket.used--
      arena.copyWithin(at * stride, bucket.used * stride, (bucket.used + 1) * stride)
      if (bucket.used === 0) this.buckets.delete(key)
      return
    }
  }

  /**
   * Calls back for stretches of postings that a listing may fit, until `isEnough` or there were as many looks as one
   * listing may take. Others begin elsewhere, so that all have their turn. A place that is not known may be any.
   */
  each(
    category: number,
    place: Place | null,
    look: (bucket: Segment, from: number, end: number) => void,
    isEnough: () => boolean,
  ): void {
    let left = looksMax
    this.turn = (this.turn + 1) >>> 0
    const visit = (key: number) => {
      const bucket = this.buckets.get(key)
      if (bucket === undefined || left <= 0 || isEnough()) return
      const start = Math.imul(this.turn, 31) >>> 0
      const first = start % bucket.used
      look(bucket, first, bucket.used)
      if (first > 0 && !isEnough()) look(bucket, 0, first)
      left -= bucket.used
    }
    const groups = category === 0 ? [0] : [category, 0]
    if (place === null) {
      for (const key of this.buckets.keys())
        if (groups.includes(Math.floor(key / bucketsPerCategory))) visit(key)
      return
    }
    const [row, column] = cellOf(place)
    for (const group of groups) {
      for (let north = -1; north <= 1; north++)
        for (let east = -1; east <= 1; east++)
          if (row + north >= 0 && row + north < rows)
            visit(group * bucketsPerCategory + numberOf(row + north, (column + east + columns) % columns))
      visit(group * bucketsPerCategory)
    }
  }

  private withRoomFor(key: number): Segment {
    const bucket = this.buckets.get(key)
    if (bucket !== undefined && (bucket.used < bucket.room || bucket.used === hopesPerBucketMax))
      return bucket
    const grown = new Segment(
      bucket === undefined ? 1 : Math.min(hopesPerBucketMax, bucket.room + 1 + (bucket.room >>> 1)),
    )
    if (bucket !== undefined) {
      grown.arena.set(bucket.arena)
      grown.used = bucket.used
    }
    this.buckets.set(key, grown)
    return grown
  }

  get bytes(): number {
    let bytes = 0
    for (const bucket of this.buckets.values()) bytes += bucket.bytes
    return bytes
  }
}

/** Rules without a small circle are in a bucket of their own. */
function keyOf(group: number, place: Place | null): number {
  const isNear = place !== null && ringOf(group) === 1 && Math.abs(place.lat) < latMax
  return (group >>> 2) * bucketsPerCategory + (isNear ? numberOf(...cellOf(place)) : 0)
}

function cellOf({ lat, lon }: Place): [row: number, column: number] {
  const row = Math.min(rows - 1, Math.floor((lat + 90) / cellDegrees))
  return [row, Math.floor((lon + 180) / cellDegrees) % columns]
}

function numberOf(row: number, column: number): number {
  return row * columns + column + 1
}
