import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { watchesQuery, watchQuery } from '../listings/watching/queries.ts'
import { readWatchSearch } from '../listings/watching/watching.ts'
import { rootRoute } from './root.ts'

export const watchingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/watching',
  validateSearch: readWatchSearch,
  loader: ({ context }) => void context.queryClient.prefetchQuery(watchesQuery),
  component: lazyRouteComponent(() => import('../listings/watching/watching-page.tsx'), 'WatchingPage'),
})

export const watchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/watching/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(watchQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../listings/watching/watch-page.tsx'), 'WatchPage'),
})
