import { ownString } from '../../core/text.ts'
import type { Comp } from '../../model/score-schema.ts'
import { grown } from './postings.ts'

/** What few observations are alone with, kept once for all that share it. */
type Kind = Pick<Comp, 'category' | 'condition' | 'currency' | 'basis' | 'ownerId'>

/**
 * Observations in flat columns, by row: a hundred thousand objects would take three times the memory. A comp is made of
 * a row when somebody looks at it. Rows of one slot are a chain.
 */
export interface CompRows {
  /** The row that a copy of it was put in, a chain of its own; `like` is one that may have the same title. */
  add(comp: Comp, slot: number, like?: number): number
  set(row: number, comp: Comp): void
  remove(row: number): void
  comp(row: number): Comp
  listingId(row: number): number
  observedAtMs(row: number): number
  priceCents(row: number): number
  /** 0 = not told. */
  voice(row: number): number
  slot(row: number): number
  /** The row behind it in its chain, −1 at the end. */
  next(row: number): number
  /** Puts a row that is in no chain behind another. */
  append(row: number, behind: number): void
  /** Puts a row that is in no chain before the first of one. */
  prepend(row: number, first: number): void
  /** Takes a row out of its chain. */
  unlink(row: number): void
}

export function createCompRows(): CompRows {
  let ids = new Float64Array(256)
  let cents = new Float64Array(256)
  let times = new Float64Array(256)
  let voices = new Int32Array(256)
  let kindNumbers = new Int32Array(256)
  let slots = new Int32Array(256)
  let nexts = new Int32Array(256)
  let befores = new Int32Array(256)
  const titles: string[] = []
  const kinds: Kind[] = []
  const numberOfKind = new Map<string, number>()
  const free: number[] = []
  let end = 0

  function numberOf({ category, condition, currency, basis, ownerId }: Comp): number {
    const key = `${category} ${condition} ${currency} ${basis} ${ownerId ?? ''}`
    let number = numberOfKind.get(key)
    if (number === undefined) {
      const own = ownerId === undefined ? {} : { ownerId }
      number = kinds.push({ category, condition, currency: ownString(currency), basis, ...own }) - 1
      numberOfKind.set(key, number)
    }
    return number
  }

  function take(): number {
    const row = free.pop() ?? end++
    if (row < ids.length) return row
    const length = Math.ceil(ids.length * 1.125)
    ids = grown(ids, length)
    cents = grown(cents, length)
    times = grown(times, length)
    voices = grown(voices, length)
    kindNumbers = grown(kindNumbers, length)
    slots = grown(slots, length)
    nexts = grown(nexts, length)
    befores = grown(befores, length)
    return row
  }

  function set(row: number, comp: Comp): void {
    ids[row] = comp.listingId
    cents[row] = comp.priceCents
    times[row] = comp.observedAtMs
    voices[row] = comp.voice ?? 0
    kindNumbers[row] = numberOf(comp)
    if (titles[row] !== comp.title) titles[row] = ownString(comp.title)
  }

  return {
    add(comp, slot, like) {
      const row = take()
      titles[row] = like === undefined ? '' : titles[like]!
      set(row, comp)
      slots[row] = slot
      nexts[row] = -1
      befores[row] = -1
      return row
    },
    set,
    remove(row) {
      titles[row] = ''
      free.push(row)
    },
    comp(row) {
      const voice = voices[row]!
      const { category, condition, currency, basis } = kinds[kindNumbers[row]!]!
      // Made over and over: field by field is a fraction of the time that copying takes.
      const comp: Comp = {
        listingId: ids[row]!,
        title: titles[row]!,
        category,
        condition,
        currency,
        basis,
        priceCents: cents[row]!,
        observedAtMs: times[row]!,
      }
      if (voice !== 0) comp.voice = voice
      return comp
    },
    listingId: (row) => ids[row]!,
    observedAtMs: (row) => times[row]!,
    priceCents: (row) => cents[row]!,
    voice: (row) => voices[row]!,
    slot: (row) => slots[row]!,
    next: (row) => nexts[row]!,
    append(row, behind) {
      const next = nexts[behind]!
      nexts[row] = next
      befores[row] = behind
      nexts[behind] = row
      if (next >= 0) befores[next] = row
    },
    prepend(row, first) {
      nexts[row] = first
      befores[first] = row
    },
    unlink(row) {
      const next = nexts[row]!
      const before = befores[row]!
      if (before >= 0) nexts[before] = next
      if (next >= 0) befores[next] = before
      nexts[row] = -1
      befores[row] = -1
    },
  }
}
