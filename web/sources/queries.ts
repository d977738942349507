import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteConnection,
  deleteSource,
  getConnections,
  getMarketplaces,
  getSource,
  getSourcePlan,
  getSourceRuns,
  getSources,
  type PutSourceBody,
  postConnection,
  postScans,
  postSources,
  postSourcesBulk,
  putMarketplaceTerms,
  putSource,
} from '../../clients/typescript/api.ts'
import { ApiProblem } from '../lib/api/client.ts'

export type Marketplace = Awaited<ReturnType<typeof getMarketplaces>>['items'][number]
export type Source = Awaited<ReturnType<typeof getSources>>['items'][number]
export type SourceRun = Awaited<ReturnType<typeof getSourceRuns>>['items'][number]
export type RuleSearch = Awaited<ReturnType<typeof getSourcePlan>>['items'][number]
export type Connection = Awaited<ReturnType<typeof getConnections>>['items'][number]
export type ScanAnswer = Awaited<ReturnType<typeof postScans>>

/** Times pass, and what does not run tells nothing. */
const minuteMs = 60_000
/** The demo scans every few seconds, and nothing of it is live. */
const demoMs = 5_000

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: async ({ signal }) => (await getMarketplaces({ signal })).items,
})

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => (await getSources({ signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(({ demo }) => demo) ? demoMs : minuteMs),
})

export const sourceQuery = (id: number) =>
  queryOptions({
    queryKey: ['sources', id],
    queryFn: ({ signal }) => getSource(id, { signal }),
    refetchInterval: ({ state }) => (state.data?.demo ? demoMs : minuteMs),
  })

export const sourceRunsQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['sources', id, 'runs'],
    queryFn: ({ pageParam, signal }) =>
      getSourceRuns(id, { limit: 20, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** How the site is asked for each rule. */
export const sourcePlanQuery = (id: number) =>
  queryOptions({
    queryKey: ['sources', id, 'plan'],
    queryFn: async ({ signal }) => (await getSourcePlan(id, { signal })).items,
  })

/** Consent is given in another tab. */
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: async ({ signal }) => (await getConnections({ signal })).items,
  staleTime: 0,
})

export const setTerms = (marketplace: string, accepted: boolean) =>
  putMarketplaceTerms(marketplace, { accepted })

/** With `try` it is read once; what cannot be read is not connected. */
export const connectSource = (marketplace: string, settings: Record<string, unknown>, isTried: boolean) =>
  postSources({ marketplace, settings, try: isTried })
export const changeSource = (id: number, source: PutSourceBody) => putSource(id, source)
export const removeSource = (id: number) => deleteSource(id)

/** Throws what the server says of the one source. */
export async function switchSource(id: number, isOn: boolean): Promise<void> {
  const { results } = await postSourcesBulk({ action: isOn ? 'resume' : 'pause', ids: [id] })
  const [one] = results
  if (one === undefined || one.done) return
  throw new ApiProblem(new Response(null, { status: 409 }), {
    ...(one.code !== null && { code: one.code }),
    ...(one.detail !== null && { detail: one.detail }),
  })
}

/** One source, or all of them. */
export const scanNow = (sourceId?: number) => postScans(sourceId === undefined ? {} : { sourceId })

export const beginConsent = (marketplace: string) => postConnection(marketplace)
export const endConsent = (marketplace: string) => deleteConnection(marketplace)
