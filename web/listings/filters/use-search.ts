import { useNavigate } from '@tanstack/react-router'
import { droppedHere } from './dropped.ts'
import { type DealSearch, readDealSearch } from './filters.ts'

/** Sets what is shown; Back leaves the page rather than stepping through filters. */
export function useSetSearch() {
  const navigate = useNavigate()
  return (search: DealSearch) => {
    droppedHere.set([])
    void navigate({ to: '/deals', search: readDealSearch(search), replace: true, resetScroll: true })
  }
}
