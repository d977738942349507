import type { QueryClient } from '@tanstack/react-query'
import { personOf } from '../accounts/person-of.ts'
import { meQuery } from '../accounts/queries.ts'
import { askOf, type DealSearch, readDealSearch } from '../listings/filters/filters.ts'
import { dealsQuery } from '../listings/queries.ts'

/** Asks for what the page of deals begins with, unless it is there. */
export async function fetchDeals(queryClient: QueryClient, search: DealSearch): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery)
  await queryClient.prefetchInfiniteQuery(dealsQuery(askOf(search, personOf(me))))
}

/**
 * Has what an address needs fetched while the program is still put together: of every page who it is for, of the deals, which
 * most visits begin with, their parts and first rows.
 */
export function fetchEarly(queryClient: QueryClient, { pathname, search }: Location): void {
  void queryClient.prefetchQuery(meQuery)
  if (pathname !== '/deals') return
  void import('../listings/deals-frame.tsx')
  // The page asks again, and says what is wrong.
  fetchDeals(queryClient, readDealSearch(Object.fromEntries(new URLSearchParams(search)))).catch(() => {})
}
