import { createNumberTable } from '../../core/number-table.ts'
import { grown } from '../comps/postings.ts'

/** What many listings share. */
interface Place {
  /** Whose evidence alone it is; undefined = everybody's. */
  ownerId: number | undefined
  currency: string
  marketplace: string
  countKey: string
  groupKey: string
}

/** What is held of a listing beside its comparable. */
export interface Held extends Place {
  /** Of everything that was observed; the same again changes nothing. */
  signature: number
  /** Where in its title for comparison its own is. */
  ownFrom: number
  ownTo: number
}

/** By listing, in flat columns. */
export interface HeldListings {
  get(listingId: number): Held | undefined
  set(listingId: number, held: Held): void
  delete(listingId: number): void
  entries(): IterableIterator<[listingId: number, held: Held]>
}

export function createHeldListings(): HeldListings {
  const rowOf = createNumberTable()
  const free: number[] = []
  const places: Place[] = []
  const numberOfPlace = new Map<string, number>()
  let end = 0
  let signatures = new Int32Array(256)
  let placeNumbers = new Int32Array(256)
  /** Both bounds of a listing's own title. */
  let bounds = new Uint8Array(512)

  function numberOf({ ownerId, currency, marketplace, countKey, groupKey }: Held): number {
    const key = `${currency} ${countKey} ${groupKey} ${ownerId ?? ''}`
    let number = numberOfPlace.get(key)
    if (number === undefined) {
      number = places.push({ ownerId, currency, marketplace, countKey, groupKey }) - 1
      numberOfPlace.set(key, number)
    }
    return number
  }

  function take(): number {
    const row = free.pop() ?? end++
    if (row >= signatures.length) {
      const length = Math.ceil(signatures.length * 1.25)
      signatures = grown(signatures, length)
      placeNumbers = grown(placeNumbers, length)
      bounds = grown(bounds, length * 2)
    }
    return row
  }

  const heldAt = (row: number): Held => ({
    ...places[placeNumbers[row]!]!,
    signature: signatures[row]!,
    ownFrom: bounds[row * 2]!,
    ownTo: bounds[row * 2 + 1]!,
  })

  return {
    get(listingId) {
      const row = rowOf.get(listingId)
      return row < 0 ? undefined : heldAt(row)
    },
    set(listingId, held) {
      let row = rowOf.get(listingId)
      if (row < 0) {
        row = take()
        rowOf.set(listingId, row)
      }
      signatures[row] = held.signature
      placeNumbers[row] = numberOf(held)
      bounds[row * 2] = held.ownFrom
      bounds[row * 2 + 1] = held.ownTo
    },
    delete(listingId) {
      const row = rowOf.get(listingId)
      if (row < 0) return
      rowOf.delete(listingId)
      free.push(row)
    },
    *entries() {
      // In the order they came, so that what is sampled of them is the same in every process.
      for (const [listingId, row] of [...rowOf.entries()].sort((a, b) => a[1] - b[1])) {
        yield [listingId, heldAt(row)]
      }
    },
  }
}
