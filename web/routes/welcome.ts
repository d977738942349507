import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readWelcomeSearch } from '../app/welcome/steps.ts'
import { rootRoute } from './root.ts'

export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: readWelcomeSearch,
  component: lazyRouteComponent(() => import('../app/welcome/welcome-page.tsx'), 'WelcomePage'),
})
