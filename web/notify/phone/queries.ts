import { queryOptions } from '@tanstack/react-query'
import { getAuthAccount, getDeliveries } from '../../../clients/typescript/api.ts'

/** When a target was told last; null = never. */
export const lastToldQuery = (target: string) =>
  queryOptions({
    queryKey: ['deliveries', 'last', target],
    queryFn: async ({ signal }) => {
      const { items } = await getDeliveries({ channel: target, state: 'sent', limit: 1 }, { signal })
      return items[0]?.finishedAt ?? null
    },
  })

/** Whether anybody signs in here: `email` is null until somebody has claimed the program. */
export const claimQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => getAuthAccount({ signal }),
  staleTime: 5 * 60_000,
})
