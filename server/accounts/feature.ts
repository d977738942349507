import type { Feature } from '../core/feature.ts'
import type { MeDeps } from './me.ts'
import { meRoutes } from './routes.ts'

export function accountFeature(deps: MeDeps) {
  return {
    name: 'accounts',
    routes: (http) => meRoutes(http, deps),
    commands: { me: deps },
  } satisfies Feature
}
