import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readDealSearch } from '../listings/filters.ts'
import { rootRoute } from './root.ts'

export const dealsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals',
  validateSearch: readDealSearch,
  component: lazyRouteComponent(() => import('../listings/deals-page.tsx'), 'DealsPage'),
})
