import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeWatch, type WatchChange, type WatchDetail, watchesQuery, watchQuery } from './queries.ts'

/** Changes what is wanted of a watch: at once on the page, and back as it was where the server refuses. */
export function useChange(id: number) {
  const queryClient = useQueryClient()
  const { queryKey } = watchQuery(id)
  return useMutation({
    networkMode: 'always',
    mutationFn: (change: WatchChange) => changeWatch(id, change),
    onMutate(change) {
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, { ...before, ...(change as Partial<WatchDetail>) })
      return before
    },
    onSuccess(now) {
      queryClient.setQueryData(queryKey, (before) => before && { ...before, ...now })
      queryClient.setQueryData(watchesQuery.queryKey, (all) => all?.map((one) => (one.id === id ? now : one)))
    },
    onError: (_, __, before) => queryClient.setQueryData(queryKey, before),
  })
}
