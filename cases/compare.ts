import { distanceKm } from '../server/core/places.ts'
import { categories, conditions, listingStates } from '../server/model/listing-schema.ts'
import type { Verdict } from './checker.ts'
import { amountsIn, pointIn, stateIn } from './sentence.ts'

/** What is known of a listing, of a feed or stored: the fields that expectations name. */
export type Facts = { [field: string]: unknown }

/** A point that is given with one or two decimals, and the middle of a town as another list has it. */
const nearKm = 15

/** What the sentence is about where it names no field, and how it writes whole numbers before a code. */
export interface Reading {
  /** Of a bare value: the field beside it in the row. */
  field?: string
  wholeIs?: 'major' | 'minor'
}

/** Fields that a listing must have by an expectation: an object, a bare value of a field, or a sentence. */
export function wantedFacts(expected: unknown, { field, wholeIs = 'major' }: Reading = {}): Facts | null {
  if (typeof expected === 'object' && expected !== null) return expected as Facts
  if (field !== undefined && (expected === null || typeof expected !== 'string')) return { [field]: expected }
  if (typeof expected !== 'string') return null
  if (field === 'condition' || (conditions as readonly string[]).includes(expected))
    return { condition: expected }
  if ((listingStates as readonly string[]).includes(expected)) return { state: expected }
  if ((categories as readonly string[]).includes(expected)) return { category: expected }
  if (!Number.isNaN(Date.parse(expected)) && /^\d{4}-\d\d-\d\dT/.test(expected)) return { postedAt: expected }
  return factsInSentence(expected, wholeIs)
}

function factsInSentence(sentence: string, wholeIs: 'major' | 'minor'): Facts | null {
  // What stands behind a colon gives the reason, and may name what is not meant.
  const claim = sentence.replace(/:(?=\s).*$/s, '')
  const [amount] = amountsIn(claim, wholeIs)
  const point = pointIn(claim)
  const state = stateIn(claim)
  const facts: Facts = {
    ...(amount && { priceCents: amount.cents, currency: amount.currency }),
    ...(/\bno price\b/.test(claim) && { priceCents: null }),
    ...(/^free\b/.test(claim) && { priceCents: 0 }),
    ...point,
    ...(/\bno place\b/.test(claim) && { lat: null, lon: null }),
    ...(state !== null && { state }),
  }
  return Object.keys(facts).length > 0 ? facts : null
}

/** Whether a listing has all that is wanted of it, and what it has of that. */
export function compareFacts(wanted: Facts, has: Facts | undefined): Verdict {
  if (has === undefined) return { right: false, got: 'no such listing' }
  const got = Object.fromEntries(
    Object.keys(wanted)
      .filter((field) => field !== 'place')
      .map((field) => [field, has[field] ?? null]),
  )
  const point = typeof wanted.lat === 'number' && typeof wanted.lon === 'number'
  const right = Object.entries(wanted).every(([field, value]) => {
    // The name of a place is for the reader: what a listing has is where it is.
    if (field === 'place') return true
    if (point && (field === 'lat' || field === 'lon')) return isNear(wanted, has)
    return isSame(field, value, has[field] ?? null)
  })
  return { right, got }
}

function isSame(field: string, wanted: unknown, has: unknown): boolean {
  if (field === 'state' && wanted === 'not-for-sale') return has === 'gone' || has === 'sold'
  // A feed says nothing of what is for sale.
  if (field === 'state' && wanted === 'active') return has === 'active' || has === null
  // Without a price there is nothing that a currency could be of.
  if (/At$/.test(field) && typeof wanted === 'string' && typeof has === 'string')
    return Date.parse(wanted) === Date.parse(has)
  return wanted === has
}

function isNear(wanted: Facts, has: Facts): boolean {
  if (typeof has.lat !== 'number' || typeof has.lon !== 'number') return false
  return (
    distanceKm({ lat: wanted.lat as number, lon: wanted.lon as number }, { lat: has.lat, lon: has.lon }) <=
    nearKm
  )
}

/** Facts that are none of these, each wrong in one field: what a checker must refuse. */
export function mistakenFacts(wanted: Facts): Facts[] {
  return Object.entries(wanted)
    .filter(([field]) => field !== 'place')
    .map(([field, value]) => ({ ...wanted, [field]: otherValue(field, value) }))
}

function otherValue(field: string, value: unknown): unknown {
  if (field === 'lat') return typeof value === 'number' ? (value > 0 ? value - 1 : value + 1) : 1
  if (field === 'lon') return typeof value === 'number' ? (value > 0 ? value - 1 : value + 1) : 1
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string' && /At$/.test(field))
    return new Date(Date.parse(value) + 3_600_000).toISOString()
  if (field === 'state') return value === 'active' ? 'sold' : 'active'
  return value === null ? 'something' : null
}
