import { queryOptions } from '@tanstack/react-query'
import {
  getMarketplaces,
  getSources,
  postSources,
  putMarketplaceTerms,
} from '../../clients/typescript/api.ts'

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: async ({ signal }) => (await getMarketplaces({ signal })).items,
})

/** What is connected, the demo's own left out. */
export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => (await getSources({ signal })).items.filter(({ demo }) => !demo),
})

export type Marketplace = Awaited<ReturnType<typeof getMarketplaces>>['items'][number]
export type Source = Awaited<ReturnType<typeof getSources>>['items'][number]

export const setTerms = (marketplace: string, accepted: boolean) =>
  putMarketplaceTerms(marketplace, { accepted })
/** Reads it once; what cannot be read is not connected. */
export const connectSource = (marketplace: string, settings: Record<string, unknown>) =>
  postSources({ marketplace, settings })
