import { queryOptions } from '@tanstack/react-query'
import { getCapturesSites, postCaptures } from '../../clients/typescript/api.ts'

export type Capture = Awaited<ReturnType<typeof postCaptures>>

/** Sites whose pages can be read. */
export const sitesQuery = queryOptions({
  queryKey: ['captures', 'sites'],
  queryFn: ({ signal }) => getCapturesSites({}, { signal }),
  staleTime: 60 * 60_000,
})

/** Hands in a saved page; `url` is needed where it does not say itself where it is from. */
export const handIn = (page: { html: string; url?: string }) => postCaptures(page)
