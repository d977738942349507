import type { Feature } from '../core/feature.ts'
import { type SummaryRouteDeps, summaryRoutes } from './routes.ts'

/** What a person should know first. */
export function summaryFeature(deps: SummaryRouteDeps) {
  return { name: 'summary', routes: (http) => summaryRoutes(http, deps) } satisfies Feature
}
