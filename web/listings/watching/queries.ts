import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  deleteWatch,
  getListingsCards,
  getWatch,
  getWatches,
  type PatchWatchBody,
  type PostWatchesBody,
  patchWatch,
  postWatches,
} from '../../../clients/typescript/api.ts'
import type { Deal } from '../queries.ts'

export type Watch = Awaited<ReturnType<typeof getWatches>>['items'][number]
export type WatchDetail = Awaited<ReturnType<typeof getWatch>>
export type WatchChange = PatchWatchBody
export type NewWatch = PostWatchesBody

const watchesAtOnce = 200

/** All that the person watches, the newest first: the server lets nobody watch more than some pages of them. */
export const watchesQuery = queryOptions({
  queryKey: ['watches', 'all'],
  async queryFn({ signal }): Promise<Watch[]> {
    const found: Watch[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await getWatches({ limit: watchesAtOnce, ...(cursor && { cursor }) }, { signal })
      found.push(...page.items)
      if (page.next === null) return found
      cursor = page.next
    }
  },
  staleTime: 5 * 60_000,
})

/** All with this one as it is now, the newest; where they were not read yet they are read with it. */
export const withWatch = (all: Watch[] | undefined, one: Watch): Watch[] | undefined =>
  all && [one, ...all.filter(({ id }) => id !== one.id)]

export const watchQuery = (id: number) =>
  queryOptions({ queryKey: ['watches', id], queryFn: ({ signal }) => getWatch(id, { signal }) })

const cardsAtOnce = 100

/** What cards show of these listings, by their ids. */
export const cardsQuery = (ids: readonly number[]) =>
  queryOptions({
    queryKey: ['cards', ids],
    async queryFn({ signal }): Promise<Deal[]> {
      const parts = Array.from({ length: Math.ceil(ids.length / cardsAtOnce) }, (_, part) =>
        getListingsCards(
          { ids: ids.slice(part * cardsAtOnce, (part + 1) * cardsAtOnce).join(',') },
          { signal },
        ),
      )
      return (await Promise.all(parts)).flatMap(({ items }) => items)
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })

export const watch = (wanted: NewWatch) => postWatches(wanted)
export const unwatch = (watchId: number) => deleteWatch(watchId)
export const changeWatch = (watchId: number, change: WatchChange) => patchWatch(watchId, change)
