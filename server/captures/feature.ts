import type { Feature } from '../core/feature.ts'
import { type CaptureRouteDeps, captureRoutes } from './routes.ts'

export function captureFeature(deps: CaptureRouteDeps) {
  return {
    name: 'captures',
    routes: (http) => captureRoutes(http, deps),
    commands: { captures: deps },
  } satisfies Feature
}
