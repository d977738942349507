import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { toasts } from '../../ui/toast.tsx'
import { unwatch, type Watched, watch, watchedQuery } from './queries.ts'

interface Thing {
  id: number
  title: string
}

const none: Watched = new Map()

/** Whether the person watches each listing. */
export function useWatched(): (listingId: number) => boolean {
  const watched = useQuery(watchedQuery).data ?? none
  return (listingId) => watched.has(listingId)
}

/** Begins to watch a listing, or ends that; said in passing, with the way back. */
export function useWatching() {
  const t = useTranslations('deals.watching')
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    // Nothing is kept to be sent later without a word.
    networkMode: 'always',
    async mutationFn({ id }: Thing): Promise<boolean> {
      const watchId = (await queryClient.ensureQueryData(watchedQuery)).get(id)
      if (watchId === undefined) await watch(id)
      else await unwatch(watchId)
      await queryClient.refetchQueries({ queryKey: watchedQuery.queryKey })
      return watchId === undefined
    },
    onSuccess: (isWatched, thing) =>
      toasts.add({
        title: t(isWatched ? 'begun' : 'ended', { title: thing.title }),
        actionProps: { children: t('undo'), onClick: () => mutate(thing) },
      }),
    onError: (error) =>
      toasts.add({
        title: t('refused', { reason: error instanceof ApiProblem ? error.message : t('unreachable') }),
        priority: 'high',
        timeout: 12_000,
      }),
  })
  return (thing: Thing) => mutate({ id: thing.id, title: thing.title })
}
