import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listingQuery } from '../listings/queries.ts'
import { readListingSearch } from '../listings/value/struck-out.ts'
import { boardRoute } from './board.ts'

export const listingRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/listings/$id',
  validateSearch: readListingSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(listingQuery(Number(params.id))),
  component: lazyRouteComponent(() => import('../listings/listing-page.tsx'), 'ListingPage'),
})
