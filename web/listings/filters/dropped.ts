import { createStore } from '../../lib/store.ts'
import { droppedOf } from './filters.ts'

/** What of the address that was opened means nothing here; empty = nothing was left out, or it was read. */
export const droppedHere = createStore<readonly string[]>([])

/** The address is rewritten without it before a page is drawn: what it was is noted here. */
export function noteDropped(given: Record<string, unknown>): void {
  const dropped = droppedOf(given)
  if (dropped.length > 0) droppedHere.set(dropped)
}
