import type { Feature } from '../core/feature.ts'
import { type OfferRouteDeps, offerRoutes } from './routes.ts'

export function offerFeature(deps: OfferRouteDeps) {
  return {
    name: 'offers',
    routes: (http) => offerRoutes(http, deps),
    commands: { offers: deps },
  } satisfies Feature
}
