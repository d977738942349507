import { type DealSearch, readDealSearch, searchText } from '../filters/filters.ts'
import type { SavedView } from './queries.ts'

/** What a view shows, with the mark that it was opened. */
export function searchOf({ id, search }: Pick<SavedView, 'id' | 'search'>): DealSearch {
  return { ...readDealSearch(Object.fromEntries(new URLSearchParams(search))), saved: id }
}

/** What of a search is kept under a name. */
export function textToSave({ saved: _, ...search }: DealSearch): string {
  return searchText(search)
}

/** The view that one is in, and whether what is shown was changed since; null = one is in none. */
export function viewOf(
  search: DealSearch,
  views: readonly SavedView[],
): { view: SavedView; isChanged: boolean } | null {
  const text = textToSave(search)
  const opened = views.find(({ id }) => id === search.saved)
  if (opened) return { view: opened, isChanged: textToSave(searchOf(opened)) !== text }
  const same = views.find((view) => textToSave(searchOf(view)) === text)
  return same ? { view: same, isChanged: false } : null
}
