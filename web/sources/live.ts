import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'

/** Sources on screen follow at once, with what counts without them. */
export function followSources(queryClient: QueryClient, event: LiveEvent): void {
  if (event.kind === 'sources-changed') {
    for (const key of ['sources', 'marketplaces', 'summary'])
      void queryClient.invalidateQueries({ queryKey: [key] })
  } else if (event.kind === 'scan-progress') {
    const { sourceId, state } = event.data
    void queryClient.invalidateQueries({ queryKey: ['sources'], exact: true })
    void queryClient.invalidateQueries({ queryKey: ['sources', sourceId], exact: true })
    if (state === 'ended') void queryClient.invalidateQueries({ queryKey: ['sources', sourceId, 'runs'] })
  }
}
