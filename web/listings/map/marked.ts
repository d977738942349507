import { createStore } from '../../lib/store.ts'
import { spotKey } from './spots.ts'

/** Where somebody points at, on the map or in the list beside it; null = nowhere. */
export const markedHere = createStore<{ lat: number; lon: number } | null>(null)

/** Whether a deal is there, or somewhere in the town that is. */
export function useIsMarked({ lat, lon }: { lat: number | null; lon: number | null }): boolean {
  const marked = markedHere.use()
  return marked !== null && lat !== null && lon !== null && spotKey(marked) === spotKey({ lat, lon })
}
