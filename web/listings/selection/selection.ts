import { createStore } from '../../lib/store.ts'

/** What is chosen of the deals: these, or all that match, whatever of them was loaded. */
export interface Selection {
  ids: ReadonlySet<number>
  isAll: boolean
  /** Where a range begins: what was chosen last. */
  anchor: number | null
}

export const nothingSelected: Selection = { ids: new Set(), isAll: false, anchor: null }
export const selection = createStore<Selection>(nothingSelected)

export const isSelected = ({ ids, isAll }: Selection, id: number) => isAll || ids.has(id)
export const isNothing = ({ ids, isAll }: Selection) => !isAll && ids.size === 0

/** One more, or one less; of all that match only what was loaded is left, without this one. */
export function toggled(now: Selection, id: number, loaded: readonly number[]): Selection {
  const ids = new Set(now.isAll ? loaded : now.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, isAll: false, anchor: id }
}

/** All from what was chosen last up to this one, as they stand in the list. */
export function ranged(now: Selection, id: number, loaded: readonly number[]): Selection {
  const from = now.anchor === null ? -1 : loaded.indexOf(now.anchor)
  const to = loaded.indexOf(id)
  if (from < 0 || to < 0) return toggled({ ...now, ids: now.ids }, id, loaded)
  const ids = new Set(now.isAll ? loaded : now.ids)
  for (const one of loaded.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(one)
  return { ids, isAll: false, anchor: now.anchor }
}
