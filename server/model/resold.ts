import type { Category } from './listing-schema.ts'

/** What nobody buys to sell it again, or may. */
export const notResold: ReadonlySet<Category> = new Set<Category>(['housing', 'services', 'jobs', 'pets'])
