import type { Category } from './listing-schema.ts'

/** What nobody buys to sell it again, or may. */
export const notResold: ReadonlySet<Category> = new Set<Category>(['housing', 'services', 'jobs', 'pets'])

/** Middles of values from the one to the other, both among them; minor units. */
export interface ValueSpan {
  currency: string
  fromCents: number
  toCents: number
}

/** Of a value so large a share (0–1), and so many cents more (below 0: less). */
export interface NetBound {
  share: number
  cents: number
}
