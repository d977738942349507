import { queryOptions } from '@tanstack/react-query'
import { getListingsAt, postCaptures, postWatches } from '../../../clients/typescript/api.ts'

/** The stored listing behind an address. */
export const listingAtQuery = (address: string) =>
  queryOptions({
    queryKey: ['listings', 'at', address],
    queryFn: ({ signal }) => getListingsAt({ address }, { signal }),
  })

/** Makes the listing at an address known under the words that came along. */
export const keepAddress = (url: string, words: string) =>
  postCaptures({ url, ...(words !== '' && { title: words }) })

export const watchAddress = (url: string) => postWatches({ url })
