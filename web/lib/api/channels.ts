import { queryOptions } from '@tanstack/react-query'
import { getChannels } from '../../../clients/typescript/api.ts'

/** Ways to tell a person; more than one slice shows them. */
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => getChannels({ signal }),
})

export type Channel = Awaited<ReturnType<typeof getChannels>>['items'][number]
