import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.ts'

/** Around the deals and a listing, which stands beside them where there is room. */
export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'board',
  component: lazyRouteComponent(() => import('../listings/deals-frame.tsx'), 'DealsFrame'),
})
