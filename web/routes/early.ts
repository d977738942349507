import type { QueryClient } from '@tanstack/react-query'
import type { GetDealsParams } from '../../clients/typescript/api.ts'
import { personOf } from '../accounts/person-of.ts'
import { meQuery } from '../accounts/queries.ts'
import { askOf, type DealSearch, readDealSearch } from '../listings/filters/filters.ts'
import { dealsQuery } from '../listings/queries.ts'

/** Asks for what the page of deals begins with; where nothing of it depends on who asks, without waiting to know that. */
async function fetchDeals(queryClient: QueryClient, search: DealSearch): Promise<void> {
  const ask = askOfAll(search) ?? askOf(search, personOf(await queryClient.ensureQueryData(meQuery)))
  await queryClient.prefetchInfiniteQuery(dealsQuery(ask))
}

/** What is asked whoever asks; null = that depends on it. */
export function askOfAll(search: DealSearch): GetDealsParams | null {
  const [one, other] = [askOf(search, { currency: 'USD' }), askOf(search, { currency: 'EUR' })]
  return JSON.stringify(one) === JSON.stringify(other) ? one : null
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
