import { type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  getItemDescription,
  getSellAi,
  type PostItemDescriptionTakeBody,
  postItemDescription,
  postItemDescriptionTake,
  putItemFacts,
  putSellAi,
} from '../../../clients/typescript/api.ts'

export type Description = Awaited<ReturnType<typeof getItemDescription>>
export type Offer = Description['offers'][number]
export type Picked = PostItemDescriptionTakeBody['offers'][number]

const whileAskedMs = 1500

export const aiQuery = queryOptions({
  queryKey: ['sell', 'ai'],
  queryFn: ({ signal }) => getSellAi({ signal }),
})

export const descriptionQuery = (itemId: number) =>
  queryOptions({
    queryKey: ['sell', 'description', itemId],
    queryFn: ({ signal }) => getItemDescription(itemId, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'asked' ? whileAskedMs : false),
  })

export const forgetDescription = (client: QueryClient) => client.invalidateQueries({ queryKey: ['sell'] })

export const agree = (agreedTo: string | null) => putSellAi({ agreedTo })
export const ask = (itemId: number) => postItemDescription(itemId, {})
export const take = (itemId: number, offers: Picked[]) => postItemDescriptionTake(itemId, { offers })
/** Of what stands on the thing itself its own fields are changed; of these there are none. */
export const takeBack = (itemId: number, field: Offer['field']) =>
  putItemFacts(itemId, { field, value: null })
