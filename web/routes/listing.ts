import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listingQuery } from '../listings/queries.ts'
import { readListingSearch } from '../listings/struck-out.ts'
import { rootRoute } from './root.ts'

export const listingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/listings/$id',
  validateSearch: readListingSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(listingQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../listings/listing-page.tsx'), 'ListingPage'),
})
