import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { createStore } from '../../lib/store.ts'
import { toasts } from '../../ui/toast.tsx'
import { type NewWatch, unwatch, type Watch, watch, watchesQuery, withWatch } from './queries.ts'
import { titleOf, wishesOf } from './watching.ts'

interface Thing {
  id: number
  title: string
}

/** Turned the other way, ended, or begun again as it was. */
type Deed = { turn: Thing } | { end: Watch } | { again: Watch }

/** How the person watches a listing; undefined = not. */
export function useWatchOf(): (listingId: number) => Watch | undefined {
  const watches = useQuery(watchesQuery).data ?? []
  return (listingId) => watches.find(({ listing }) => listing?.id === listingId)
}

/** Whether the person watches each listing. */
export function useWatched(): (listingId: number) => boolean {
  const of = useWatchOf()
  return (listingId) => of(listingId) !== undefined
}

/** What was ended last on this page, which a key takes back; null = nothing was. */
export const endedLast = createStore<Watch | null>(null)

/** Begins to watch a listing, or ends that; said in passing, with the way back to all that was set. */
export function useWatching() {
  const t = useTranslations('deals.watching')
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    // Nothing is kept to be sent later without a word.
    networkMode: 'always',
    async mutationFn(deed: Deed): Promise<{ one: Watch; isBegun: boolean }> {
      const begin = async (wanted: NewWatch) => ({ one: await watch(wanted), isBegun: true })
      if ('again' in deed) return begin(wishesOf(deed.again))
      const end = async (one: Watch) => {
        await unwatch(one.id)
        return { one, isBegun: false }
      }
      if ('end' in deed) return end(deed.end)
      const own = await followed(deed.turn.id)
      return own ? end(own) : begin({ listingId: deed.turn.id })
    },
    onSuccess({ one, isBegun }) {
      queryClient.setQueryData(watchesQuery.queryKey, (all) =>
        isBegun ? withWatch(all, one) : all?.filter(({ id }) => id !== one.id),
      )
      endedLast.set(isBegun ? null : one)
      toasts.add({
        title: t(isBegun ? 'begun' : 'ended', { title: titleOf(one) }),
        actionProps: {
          children: t('undo'),
          onClick: () => mutate(isBegun ? { end: one } : { again: one }),
        },
      })
    },
    onError(error) {
      // It may be other than it is shown.
      void queryClient.invalidateQueries({ queryKey: watchesQuery.queryKey })
      toasts.add({
        title: t('refused', { reason: error instanceof ApiProblem ? error.message : t('unreachable') }),
        priority: 'high',
        timeout: 12_000,
      })
    },
  })

  const followed = async (listingId: number) =>
    (await queryClient.ensureQueryData(watchesQuery)).find(({ listing }) => listing?.id === listingId)

  return {
    turn: ({ id, title }: Thing) => mutate({ turn: { id, title } }),
    /** `onEnded` where what asked for it is still shown then. */
    end: (one: Watch, onEnded?: () => void) => mutate({ end: one }, onEnded && { onSuccess: onEnded }),
    /** Has what was ended last on again; nothing where there is none. */
    takeBack() {
      const ended = endedLast.get()
      if (ended !== null) mutate({ again: ended })
    },
  }
}
