import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteChannel,
  getNotification,
  getNotificationPreferences,
  getNotifications,
  type PutNotificationPreferencesBody,
  postChannelTest,
  postNotificationRead,
  putChannel,
  putNotificationPreferences,
} from '../../clients/typescript/api.ts'
import type { InboxSearch } from './inbox.ts'

/** As many unread ones as the badge can tell apart. */
const unreadMax = 100

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }) =>
    (await getNotifications({ unread: 'true', limit: unreadMax }, { signal })).items.length,
  refetchInterval: 60_000,
})

export const inboxQuery = ({ unread }: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', unread ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      getNotifications(
        {
          limit: 30,
          ...(unread && { unread: 'true' }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const notificationQuery = (id: number) =>
  queryOptions({
    queryKey: ['notifications', id],
    queryFn: ({ signal }) => getNotification(id, { signal }),
  })

export type Notification = Awaited<ReturnType<typeof getNotification>>

export const markRead = (id: number) => postNotificationRead(id)

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: ({ signal }) => getNotificationPreferences({ signal }),
})
export type Preferences = Awaited<ReturnType<typeof getNotificationPreferences>>

export const savePreferences = (wanted: PutNotificationPreferencesBody) => putNotificationPreferences(wanted)
export const saveChannel = (id: string, settings: Record<string, unknown>, enabled: boolean) =>
  putChannel(id, { settings, enabled })
export const removeChannel = (id: string) => deleteChannel(id)
export const testChannel = (id: string) => postChannelTest(id)
