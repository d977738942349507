import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteChannel,
  getListing,
  getListings,
  getListingsAt,
  getListingTraces,
  getNotification,
  getNotificationPreferences,
  getNotifications,
  getNotificationsUnread,
  type PutNotificationPreferencesBody,
  postChannelConfirm,
  postChannelConfirmation,
  postChannelTest,
  postDeliverieRetry,
  postNotificationRead,
  postNotificationsRead,
  postNotificationsReadUndo,
  putChannel,
  putNotificationPreferences,
} from '../../clients/typescript/api.ts'
import type { InboxSearch } from './inbox.ts'
import type { Meant } from './meant.ts'

/** How many messages were not read; what is live keeps it right, and a look now and then where nothing is. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  meta: { kept: true },
  queryFn: async ({ signal }) => (await getNotificationsUnread({ signal })).count,
  refetchInterval: 5 * 60_000,
})

/** Rows stay as they were found until a person asks again. */
export const inboxQuery = ({ unread, rule, channel, state }: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', { unread, rule, channel, state }],
    queryFn: ({ pageParam, signal }) =>
      getNotifications(
        {
          limit: 30,
          ...(unread && { unread: 'true' }),
          ...(rule !== undefined && { rule }),
          ...(channel !== undefined && { channel }),
          ...(state !== undefined && { state }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  })

export type InboxPage = Awaited<ReturnType<typeof getNotifications>>

export const notificationQuery = (id: number) =>
  queryOptions({
    queryKey: ['notifications', id],
    queryFn: ({ signal }) => getNotification(id, { signal }),
  })

export type Notification = Awaited<ReturnType<typeof getNotification>>

export const markRead = (id: number) => postNotificationRead(id)
export const readAll = (upTo: number) => postNotificationsRead({ upTo })
export const unreadAgain = (readAt: string) => postNotificationsReadUndo({ readAt })
export const sendAgain = (deliveryId: number) => postDeliverieRetry(deliveryId)

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: ({ signal }) => getNotificationPreferences({ signal }),
})
export type Preferences = Awaited<ReturnType<typeof getNotificationPreferences>>

export const savePreferences = (wanted: PutNotificationPreferencesBody) => putNotificationPreferences(wanted)
export const saveChannel = (
  id: string,
  { settings, label }: { settings: Record<string, unknown>; label: string | null },
) => putChannel(id, { settings, enabled: true, label })
export const switchChannel = (id: string, enabled: boolean) => putChannel(id, { enabled })
export const removeChannel = (id: string) => deleteChannel(id)
export const testChannel = (id: string) => postChannelTest(id)
export const sendConfirmation = (id: string) => postChannelConfirmation(id)
export const confirmChannel = (id: string, code: string) => postChannelConfirm(id, { code })

const foundMax = 8

/** Listings that somebody may mean by a link, a number or words of a title. */
export const meantQuery = (meant: Meant | null) =>
  queryOptions({
    queryKey: ['meant', meant],
    async queryFn({ signal }): Promise<{ id: number; title: string }[]> {
      if (meant === null) return []
      if (meant.kind === 'id') return [await getListing(meant.id, { signal })]
      if (meant.kind === 'address') return [await getListingsAt({ address: meant.address }, { signal })]
      return (await getListings({ q: meant.words, limit: foundMax }, { signal })).items
    },
    enabled: meant !== null,
    retry: false,
  })

/** Why each of the person's rules did or did not tell of it. */
export const whyQuery = (listingId: number, timeZone: string) =>
  queryOptions({
    queryKey: ['listings', listingId, 'traces', timeZone],
    queryFn: ({ signal }) => getListingTraces(listingId, { timeZone }, { signal }),
  })
