import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../lib/live/events.ts'
import type { InboxPage } from './queries.ts'

/** Counts follow at once; messages on screen change where they stand, and new ones wait until they are asked for. */
export function followInbox(queryClient: QueryClient, event: LiveEvent): void {
  if (event.kind === 'told') {
    void queryClient.invalidateQueries({ queryKey: ['notifications', 'unread'] })
    void queryClient.invalidateQueries({ queryKey: ['notifications', 'list'], refetchType: 'none' })
  } else if (event.kind === 'inbox-read') {
    void queryClient.invalidateQueries({ queryKey: ['notifications', 'unread'] })
    const { ids, read } = event.data
    const readAt = read ? new Date().toISOString() : null
    if (ids === null) void queryClient.invalidateQueries({ queryKey: ['notifications', 'list'] })
    else patchInbox(queryClient, new Set(ids), readAt)
  } else if (event.kind === 'deliveries-changed') {
    for (const id of event.data.notificationIds)
      void queryClient.invalidateQueries({ queryKey: ['notifications', id] })
  } else if (event.kind === 'ready') {
    void queryClient.invalidateQueries({ queryKey: ['notifications', 'unread'] })
  }
}

function patchInbox(queryClient: QueryClient, ids: ReadonlySet<number>, readAt: string | null): void {
  queryClient.setQueriesData<InfiniteData<InboxPage>>(
    { queryKey: ['notifications', 'list'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((one) =>
            ids.has(one.id) ? { ...one, readAt: readAt && (one.readAt ?? readAt) } : one,
          ),
        })),
      },
  )
}
