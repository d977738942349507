import type { Category, Condition } from './listing-schema.ts'

/** What the address of a site's search asks for, in the site's own figures. */
export interface SearchAddress {
  /** An expression of our own language, as far as the site's words are one. */
  expression?: string
  /** The same as the address has it; without an expression plain words, all of which must be there. */
  words?: string
  /** As they were typed. */
  priceMin?: string | undefined
  priceMax?: string | undefined
  /** Of the price bounds. */
  currency: string
  place?: string | undefined
  /** Where a place that is a postal code lies. */
  country: string
  radiusKm?: number | undefined
  /** The site's codes with what they mean; null where that is not known. */
  conditions?: { code: string; means: readonly Condition[] | null }[]
  handover?: 'local' | 'ships'
  categories?: readonly Category[]
  /** What it asks for and a rule cannot, a sentence each. */
  notes: string[]
}

/** The first of these parameters that says something, names compared without case. */
export function searchParameter(url: URL, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const [key, value] of url.searchParams) {
      const plain = value.replace(/\s+/g, ' ').trim()
      if (key.toLowerCase() === name.toLowerCase() && plain !== '') return plain
    }
  }
  return undefined
}

/** A number above 0; undefined for all else. */
export function searchNumber(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN)
  return Number.isFinite(value) && value > 0 ? value : undefined
}
