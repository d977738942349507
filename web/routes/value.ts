import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readValueSearch } from '../listings/value/question.ts'
import { rootRoute } from './root.ts'

export const valueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/value',
  validateSearch: readValueSearch,
  component: lazyRouteComponent(() => import('../app/value/value-page.tsx'), 'ValuePage'),
})
