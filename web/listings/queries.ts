import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  type GetDealsCsvParams,
  type GetDealsFacetsParams,
  type GetDealsParams,
  GetPhotoW,
  getDeals,
  getDealsFacets,
  getGetDealsCsvUrl,
  getGetPhotoUrl,
  getListing,
  getListingCluster,
  getListingMessage,
  getListingSimilar,
  getListingTraces,
  getListingValue,
  getSummary,
  postClustersMerge,
  postListingSplit,
} from '../../clients/typescript/api.ts'

export type DealPage = Awaited<ReturnType<typeof getDeals>>
export type Deal = DealPage['items'][number]
export type Listing = Awaited<ReturnType<typeof getListing>>
export type ListingValue = Awaited<ReturnType<typeof getListingValue>>
export type Trace = Awaited<ReturnType<typeof getListingTraces>>['items'][number]

export const photoWidths = Object.values(GetPhotoW)

/** Of the server's own, so that no marketplace learns who looks. */
export const photoUrl = (listingId: number, at: number, width: GetPhotoW) =>
  getGetPhotoUrl(listingId, at, { w: width })

/** The first page is to be there soon; who goes on wants many. */
const dealsAtOnce = { first: 50, further: 100 }

/** Rows stay as they were found until a person asks again: nothing moves under who is reading, or comes back. */
export const dealsQuery = (ask: GetDealsParams) =>
  infiniteQueryOptions({
    queryKey: ['deals', ask],
    queryFn: ({ pageParam, signal }) =>
      getDeals(
        pageParam === null
          ? { ...ask, limit: dealsAtOnce.first }
          : { ...ask, limit: dealsAtOnce.further, cursor: pageParam },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30 * 60_000,
    refetchOnWindowFocus: false,
  })

/** More that is new is not counted. */
export const newDealsMax = 100

/** What was first seen since a list was read; `asked` = the how manieth time that is asked. */
export const newDealsQuery = (ask: GetDealsParams, since: string, asked: number) =>
  queryOptions({
    queryKey: ['new-deals', ask, since, asked],
    queryFn: async ({ signal }) =>
      (await getDeals({ ...ask, since, limit: newDealsMax }, { signal })).items.map(({ id }) => ({ id })),
    placeholderData: (before, asking) => (asking?.queryKey[2] === since ? before : undefined),
    gcTime: 0,
  })

export type DealFilter = GetDealsFacetsParams
export type Facets = Awaited<ReturnType<typeof getDealsFacets>>

/** How many deals there are of what is asked for, and of each value of its filters. */
export const facetsQuery = (filter: DealFilter) =>
  queryOptions({
    queryKey: ['facets', filter],
    queryFn: ({ signal }) => getDealsFacets(filter, { signal }),
  })

/** What a person should know first: sources that show nothing among it. */
export const summaryQuery = queryOptions({
  queryKey: ['summary'],
  queryFn: ({ signal }) => getSummary({ signal }),
})

export type Need = Awaited<ReturnType<typeof getSummary>>['needs'][number]

/** Where the deals of a question are to be had as a table. */
export const csvUrl = (ask: GetDealsCsvParams) => getGetDealsCsvUrl({ ...ask, limit: 10_000 })

export const listingQuery = (id: number) =>
  queryOptions({ queryKey: ['listings', id], queryFn: ({ signal }) => getListing(id, { signal }) })

/** Why each of the person's rules did or did not tell them of it. */
export const tracesQuery = (id: number, timeZone: string) =>
  queryOptions({
    queryKey: ['listings', id, 'traces', timeZone],
    queryFn: ({ signal }) => getListingTraces(id, { timeZone }, { signal }),
  })

/** A draft for the seller; it says why it offers what it does. */
export const messageQuery = (id: number) =>
  queryOptions({
    queryKey: ['listings', id, 'message'],
    queryFn: ({ signal }) => getListingMessage(id, {}, { signal }),
  })

export const clusterQuery = (id: number) =>
  queryOptions({
    queryKey: ['listings', id, 'cluster'],
    queryFn: ({ signal }) => getListingCluster(id, { signal }),
  })

/** What it is worth without those comparables. */
export const listingValueQuery = (id: number, without: readonly number[]) =>
  queryOptions({
    queryKey: ['listings', id, 'value', without],
    queryFn: ({ signal }) =>
      getListingValue(id, without.length === 0 ? {} : { exclude: without.join(',') }, { signal }),
  })

/** What else of the kind is for sale. */
export const similarQuery = (id: number) =>
  queryOptions({
    queryKey: ['listings', id, 'similar'],
    queryFn: ({ signal }) => getListingSimilar(id, { signal }),
  })

/** These are one thing, says the person. */
export const joinListings = (listingIds: number[]) => postClustersMerge({ listingIds })

/** This one is another thing than the rest of its cluster. */
export const splitOff = (id: number) => postListingSplit(id)
