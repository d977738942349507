import type { Feature } from '../core/feature.ts'
import { type ImportRouteDeps, importRoutes } from './routes.ts'

export function importFeature(deps: ImportRouteDeps) {
  return {
    name: 'imports',
    routes: (http) => importRoutes(http, deps),
    commands: { imports: deps },
  } satisfies Feature
}
