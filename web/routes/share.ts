import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readShareSearch } from '../listings/shared/share.ts'
import { rootRoute } from './root.ts'

/** Where a phone's share menu leads to: the manifest names it. */
export const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/share',
  validateSearch: readShareSearch,
  component: lazyRouteComponent(() => import('../listings/shared/share-page.tsx'), 'SharePage'),
})
