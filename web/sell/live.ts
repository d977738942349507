import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'

/** Things, ads, orders and sales are read again once they are other than before; what marketplaces offer is not. */
export function followSell(queryClient: QueryClient, event: LiveEvent): void {
  if (event.kind !== 'sell-changed') return
  const kept = new Set(['places', 'connected', 'style'])
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'sell' && !queryKey.some((part) => kept.has(String(part))),
  })
}
