import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  type GetDealsCsvParams,
  type GetDealsFacetsParams,
  type GetDealsParams,
  GetPhotoW,
  type GetValueParams,
  getDeals,
  getDealsFacets,
  getDealsPoints,
  getGetDealsCsvUrl,
  getGetPhotoUrl,
  getListing,
  getListingCluster,
  getListingMessage,
  getListingSimilar,
  getListings,
  getListingsAt,
  getListingTraces,
  getListingValue,
  getSummary,
  getValue,
  postClustersMerge,
  postItems,
  postListingSplit,
} from '../../clients/typescript/api.ts'

export type DealPage = Awaited<ReturnType<typeof getDeals>>
export type Deal = DealPage['items'][number]
export type Listing = Awaited<ReturnType<typeof getListing>>
export type ValueAnswer = Awaited<ReturnType<typeof getValue>>
export type Worth = NonNullable<ValueAnswer['value']>
/** Of a listing's comparables it is known how far from it they are. */
export type Comp = ValueAnswer['comps'][number] & { distanceKm?: number | null }
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
    meta: { kept: true },
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

export type Points = Awaited<ReturnType<typeof getDealsPoints>>

/** Where deals are; of a box where one is asked for. */
export const pointsQuery = (filter: DealFilter) =>
  queryOptions({
    queryKey: ['deal-points', filter],
    queryFn: ({ signal }) => getDealsPoints(filter, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

/** What a person should know first: sources that show nothing among it. */
export const summaryQuery = queryOptions({
  queryKey: ['summary'],
  meta: { kept: true },
  queryFn: ({ signal }) => getSummary({ signal }),
})

export type Need = Awaited<ReturnType<typeof getSummary>>['needs'][number]

/** Where the deals of a question are to be had as a table. */
export const csvUrl = (ask: GetDealsCsvParams) => getGetDealsCsvUrl({ ...ask, limit: 10_000 })

export const listingQuery = (id: number) =>
  queryOptions({
    queryKey: ['listings', id],
    meta: { kept: true },
    queryFn: ({ signal }) => getListing(id, { signal }),
  })

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

/** As many as a value is ever made of. */
const compsMax = 256

/** What a thing is worth without those comparables, with all that count. */
export const valueQuery = (asked: GetValueParams, without: readonly number[]) =>
  queryOptions({
    queryKey: ['value', asked, without],
    queryFn: ({ signal }) =>
      getValue({ ...asked, compsMax, ...(without.length > 0 && { exclude: without.join(',') }) }, { signal }),
  })

/** The stored listing behind a link. */
export const listingAtQuery = (address: string) =>
  queryOptions({
    queryKey: ['listing-at', address],
    queryFn: ({ signal }) => getListingsAt({ address }, { signal }),
  })

/** Whether there is nothing but what the demo made up; then questions are answered by that. */
export const isDemoQuery = queryOptions({
  queryKey: ['is-demo'],
  async queryFn({ signal }) {
    const isThere = async (demo: string) =>
      (await getListings({ limit: 1, demo }, { signal })).items.length > 0
    return !(await isThere('false')) && (await isThere('true'))
  },
})

/** The first few deals of a question. */
export const fewDealsQuery = (ask: GetDealsParams, limit: number) =>
  queryOptions({
    queryKey: ['few-deals', ask, limit],
    queryFn: ({ signal }) => getDeals({ ...ask, limit }, { signal }),
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

/** A deal that was bought becomes a thing of one's own. */
export const putIntoStock = (listingId: number) => postItems({ listingId })
