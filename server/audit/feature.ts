import type { Feature } from '../core/feature.ts'
import type { AuditCommandDeps } from './commands.ts'
import { auditRoutes } from './routes.ts'

export function auditFeature(deps: AuditCommandDeps) {
  return {
    name: 'audit',
    routes(http) {
      auditRoutes(http, deps)
    },
    commands: { audit: deps },
  } satisfies Feature
}
