import type { Feature } from '../core/feature.ts'
import { mcpRoutes } from './routes.ts'
import type { McpDeps } from './server.ts'

export function mcpFeature(deps: McpDeps) {
  return { name: 'mcp', routes: (http) => mcpRoutes(http, deps), commands: { mcp: deps } } satisfies Feature
}
