import type { Feature } from '../core/feature.ts'
import { viewRoutes } from './routes.ts'
import type { ViewDeps } from './views.ts'

/** What a person calls their filters of the deals. */
export function viewFeature(deps: ViewDeps) {
  return { name: 'views', routes: (http) => viewRoutes(http, deps) } satisfies Feature
}
