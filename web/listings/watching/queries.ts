import { queryOptions } from '@tanstack/react-query'
import { deleteWatch, getWatches, postWatches } from '../../../clients/typescript/api.ts'

/** The id of the watch of each listing that the person watches, by the listing's. */
export type Watched = ReadonlyMap<number, number>

const watchesAtOnce = 200

export const watchedQuery = queryOptions({
  queryKey: ['watches', 'of-listings'],
  async queryFn({ signal }): Promise<Watched> {
    const found = new Map<number, number>()
    for (let cursor: string | undefined; ; ) {
      const page = await getWatches({ limit: watchesAtOnce, ...(cursor && { cursor }) }, { signal })
      for (const { id, listing } of page.items) if (listing !== null) found.set(listing.id, id)
      if (page.next === null) return found
      cursor = page.next
    }
  },
  staleTime: 5 * 60_000,
})

export const watch = (listingId: number) => postWatches({ listingId })
export const unwatch = (watchId: number) => deleteWatch(watchId)
