import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'

/** The list has the order in which rules were made, so that what is new stands last; one that is being edited stays. */
export function followRules(queryClient: QueryClient, event: LiveEvent): void {
  if (event.kind !== 'rules-changed') return
  void queryClient.invalidateQueries({ queryKey: ['rules', 'list'] })
  for (const id of event.data.ids)
    void queryClient.invalidateQueries({ queryKey: ['rules', id], refetchType: 'none' })
}
