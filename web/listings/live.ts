import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'
import type { Deal, DealPage } from './queries.ts'

/** What is on screen changes where it stands; nothing comes or goes under who is reading. */
export function followListings(queryClient: QueryClient, event: LiveEvent): void {
  if (event.kind === 'prices-changed') {
    const now = new Map(event.data.listings.map(({ id, ...price }) => [id, price]))
    patchDeals(queryClient, (deal) => {
      const price = now.get(deal.id)
      // What was said of the price before is not so any more.
      return price === undefined ? deal : { ...deal, ...price, reason: null }
    })
    forget(queryClient, [...now.keys()])
  } else if (event.kind === 'listings-ended') {
    const states = new Map(event.data.listings.map(({ id, state }) => [id, state as Deal['state']]))
    patchDeals(queryClient, (deal) => ({ ...deal, state: states.get(deal.id) ?? deal.state }))
    forget(queryClient, [...states.keys()])
  } else if (event.kind === 'marks-changed') {
    forget(queryClient, event.data.ids ?? [])
  } else if (event.kind === 'watches-changed') {
    void queryClient.invalidateQueries({ queryKey: ['watches'] })
    void queryClient.invalidateQueries({ queryKey: ['cards'] })
  }
}

function patchDeals(queryClient: QueryClient, patch: (deal: Deal) => Deal): void {
  queryClient.setQueriesData<InfiniteData<DealPage>>(
    { queryKey: ['deals'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.map(patch) })),
      },
  )
  queryClient.setQueriesData<Deal[]>({ queryKey: ['cards'] }, (deals) => deals?.map(patch))
}

/** A listing that is looked at is read anew, others when they are opened. */
function forget(queryClient: QueryClient, ids: readonly number[]): void {
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['listings', id] })
}
