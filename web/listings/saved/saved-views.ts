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

/**
 * The view that one is in, and whether what is asked for was changed since; null = one is in none. Moving a map is looking
 * around and changes no view: `isElsewhere` says that another part of it is shown than was kept.
 */
export function viewOf(
  search: DealSearch,
  views: readonly SavedView[],
): { view: SavedView; isChanged: boolean; isElsewhere: boolean } | null {
  const view =
    views.find(({ id }) => id === search.saved) ??
    views.find((one) => textToSave(searchOf(one)) === textToSave(search))
  if (view === undefined) return null
  const { box, ...kept } = searchOf(view)
  const { box: shown, ...asked } = search
  const isChanged = textToSave(kept) !== textToSave(asked)
  return { view, isChanged, isElsewhere: !isChanged && box !== shown && shown !== undefined }
}
