import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'
import { followListings } from '../listings/live.ts'
import { followInbox } from '../notify/live.ts'
import { followRules } from '../rules/live.ts'
import { followSell } from '../sell/live.ts'
import { followSources } from '../sources/live.ts'

/** Brings what was read up to what happened. */
export function follow(queryClient: QueryClient, event: LiveEvent): void {
  const all = [followListings, followInbox, followRules, followSources, followSell]
  for (const one of all) one(queryClient, event)
  if (event.kind !== 'reset') return
  // Lists that are read change when a person asks; deals stay even for who comes back to them.
  const keyOf = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey.slice(0, 2).join(' ')
  void queryClient.invalidateQueries({
    predicate: (query) => query.queryKey[0] !== 'deals' && keyOf(query) !== 'notifications list',
  })
  void queryClient.invalidateQueries({ queryKey: ['notifications', 'list'], refetchType: 'none' })
}
