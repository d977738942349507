import { type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  getConnections,
  getItemApiPost,
  getItemApiPostCalls,
  getSellApiPlaceCategorie,
  getSellApiPlaceCategories,
  getSellApiPlacePreflight,
  getSellApiPlaces,
  type PatchItemApiPostBody,
  type PostItemApiPostReviseBody,
  patchItemApiPost,
  postItemApiPostCheck,
  postItemApiPostConfirmation,
  postItemApiPostEnd,
  postItemApiPostLook,
  postItemApiPostOffers,
  postItemApiPostPublish,
  postItemApiPostRevise,
  postSellApiPlaceLocations,
} from '../../../clients/typescript/api.ts'

/** An ad on one site of a marketplace with an API. */
export interface Where {
  itemId: number
  marketplace: string
  site: string
}

export type ApiPost = Awaited<ReturnType<typeof getItemApiPost>>
export type Draft = PatchItemApiPostBody
export type Revision = PostItemApiPostReviseBody
export type Preflight = Awaited<ReturnType<typeof getSellApiPlacePreflight>>
export type CategoryForm = Awaited<ReturnType<typeof getSellApiPlaceCategorie>>

const root = ['sell', 'api'] as const
/** While the marketplace is asked, what became of it changes. */
const underWayMs = 1500
/** What a marketplace says of policies and categories costs calls, and stays for a while. */
const askedAgainMs = 10 * 60_000

export const apiPlacesQuery = queryOptions({
  queryKey: [...root, 'places'],
  queryFn: ({ signal }) => getSellApiPlaces({ signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Marketplaces at which the person's account is connected now. */
export const connectedQuery = queryOptions({
  queryKey: [...root, 'connected'],
  queryFn: async ({ signal }) =>
    (await getConnections({ signal })).items.flatMap(({ id, state }) => (state === 'connected' ? [id] : [])),
})

export const apiPostQuery = ({ itemId, marketplace, site }: Where) =>
  queryOptions({
    queryKey: [...root, 'post', itemId, marketplace, site],
    queryFn: ({ signal }) => getItemApiPost(itemId, marketplace, site, { signal }),
    refetchInterval: ({ state }) => (state.data != null && state.data.wish !== null ? underWayMs : false),
  })

export const callsQuery = ({ itemId, marketplace, site }: Where) =>
  queryOptions({
    queryKey: [...root, 'calls', itemId, marketplace, site],
    queryFn: ({ signal }) => getItemApiPostCalls(itemId, marketplace, site, { limit: 30 }, { signal }),
  })

export const preflightQuery = ({ marketplace, site }: Where) =>
  queryOptions({
    queryKey: ['marketplace', marketplace, site, 'preflight'],
    queryFn: ({ signal }) => getSellApiPlacePreflight(marketplace, site, { signal }),
    staleTime: askedAgainMs,
    retry: false,
  })

export const categoriesQuery = ({ marketplace, site }: Where, title: string) =>
  queryOptions({
    queryKey: ['marketplace', marketplace, site, 'categories', title],
    queryFn: ({ signal }) => getSellApiPlaceCategories(marketplace, site, { title }, { signal }),
    staleTime: askedAgainMs,
    retry: false,
  })

export const categoryFormQuery = ({ marketplace, site }: Where, categoryId: string | null) =>
  queryOptions({
    queryKey: ['marketplace', marketplace, site, 'category', categoryId],
    queryFn: ({ signal }) => getSellApiPlaceCategorie(marketplace, site, categoryId ?? '', { signal }),
    enabled: categoryId !== null,
    staleTime: askedAgainMs,
    retry: false,
  })

export const writeDraft = ({ itemId, marketplace, site }: Where, draft: Draft) =>
  patchItemApiPost(itemId, marketplace, site, draft)
export const sayLocation = ({ marketplace, site }: Where, place: { country: string; postalCode: string }) =>
  postSellApiPlaceLocations(marketplace, site, place)
export const checkAd = ({ itemId, marketplace, site }: Where) =>
  postItemApiPostCheck(itemId, marketplace, site)
export const askToPublish = ({ itemId, marketplace, site }: Where) =>
  postItemApiPostConfirmation(itemId, marketplace, site)
export const publishAd = ({ itemId, marketplace, site }: Where, confirmation: string) =>
  postItemApiPostPublish(itemId, marketplace, site, { confirmation })
export const reviseAd = ({ itemId, marketplace, site }: Where, change: Revision) =>
  postItemApiPostRevise(itemId, marketplace, site, change)
export const offerToWatchers = (
  { itemId, marketplace, site }: Where,
  offer: { percentOff: number; message: string },
) => postItemApiPostOffers(itemId, marketplace, site, offer)
export const endAd = ({ itemId, marketplace, site }: Where) => postItemApiPostEnd(itemId, marketplace, site)
export const lookAtAd = ({ itemId, marketplace, site }: Where) =>
  postItemApiPostLook(itemId, marketplace, site)

/** What became of the ad is shown at once; its thing may stand elsewhere by it. */
export function noteApiPost(client: QueryClient, where: Where, post: ApiPost): void {
  client.setQueryData(apiPostQuery(where).queryKey, post)
  void client.invalidateQueries({ queryKey: callsQuery(where).queryKey })
  void client.invalidateQueries({ queryKey: ['sell', 'item', where.itemId] })
}
