import type { Item, ItemState } from './queries.ts'

export const itemStates: readonly ItemState[] = ['unlisted', 'listed', 'sold', 'oversold', 'kept', 'lost']

export const conditions: readonly NonNullable<Item['condition']>[] = [
  ...(['new', 'like-new', 'excellent', 'good', 'fair', 'poor', 'for-parts'] as const),
]

/** What of the stock an address asks for. */
export interface StockSearch {
  q?: string | undefined
  state?: ItemState | undefined
}

/** Reads an address; what is no filter of it is left out. */
export function readStockSearch(search: Record<string, unknown>): StockSearch {
  const q = typeof search.q === 'string' ? search.q.trim().slice(0, 200) : ''
  const state = itemStates.find((one) => one === search.state)
  return { ...(q !== '' && { q }), ...(state && { state }) }
}
