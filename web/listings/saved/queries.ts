import { queryOptions } from '@tanstack/react-query'
import { deleteView, getViews, patchView, postViews } from '../../../clients/typescript/api.ts'

/** Filters of the deals that the person named. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => getViews({ signal }),
  staleTime: 5 * 60_000,
})

export type SavedView = Awaited<ReturnType<typeof getViews>>['items'][number]

export const saveView = (view: { name: string; search: string }) => postViews(view)
export const changeView = (id: number, change: { name?: string; search?: string }) => patchView(id, change)
export const removeView = (id: number) => deleteView(id)
