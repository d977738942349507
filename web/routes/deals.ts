import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readCompareSearch } from '../listings/compare/compare-search.ts'
import { noteDropped } from '../listings/filters/dropped.ts'
import { readDealSearch } from '../listings/filters/filters.ts'
import { boardRoute } from './board.ts'
import { rootRoute } from './root.ts'

export const dealsRoute = createRoute({
  getParentRoute: () => boardRoute,
  path: '/deals',
  validateSearch(given: Record<string, unknown>) {
    noteDropped(given)
    return readDealSearch(given)
  },
  // The frame draws them, so that they stay while a listing opens beside them.
  component: () => null,
})

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deals/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('../listings/compare/compare-page.tsx'), 'ComparePage'),
})
