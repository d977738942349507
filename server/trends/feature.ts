import type { Feature } from '../core/feature.ts'
import { trendRoutes } from './routes.ts'
import type { TrendDeps } from './trend.ts'

export interface TrendFeatureDeps extends Omit<TrendDeps, 'allowedMarketplaces'> {
  knownMarketplaces(): Promise<string[]>
  /** Whether a marketplace's listings may be used for statistics. */
  isAllowed(marketplace: string): boolean
}

export function trendFeature({ knownMarketplaces, isAllowed, ...given }: TrendFeatureDeps) {
  const deps: TrendDeps = {
    ...given,
    /** Null while nothing is left out: then every marketplace counts, those that come tomorrow too. */
    async allowedMarketplaces() {
      const known = await knownMarketplaces()
      const allowed = known.filter(isAllowed)
      return allowed.length === known.length ? null : allowed
    },
  }
  return {
    name: 'trends',
    routes: (http) => trendRoutes(http, deps),
    commands: { trends: deps },
  } satisfies Feature
}
