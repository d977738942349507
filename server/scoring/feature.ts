import { Gauge, type Registry } from 'prom-client'
import type { Feature } from '../core/feature.ts'
import type { SellingSettingsDeps } from './resale/selling.ts'
import { sellingRoutes } from './resale/selling-routes.ts'
import { valueRoutes } from './routes.ts'
import type { ValueDeps } from './value/answer/value-asked.ts'
import type { Valuer } from './value/valuer.ts'

export interface ScoringFeatureDeps extends ValueDeps, SellingSettingsDeps {
  valuer: Valuer
}

export function scoringFeature(deps: ScoringFeatureDeps) {
  return {
    name: 'scoring',
    routes(http) {
      valueRoutes(http, deps)
      sellingRoutes(http, deps)
    },
    commands: { value: deps as ValueDeps, selling: deps as SellingSettingsDeps },
    metrics: (registry) => compsGauge(registry, () => deps.valuer.size),
  } satisfies Feature
}

/** Asked at each scrape: comparables also come and go when nothing is taken in, as at a start. */
function compsGauge(registry: Registry, held: () => number): void {
  new Gauge({
    name: 'deal_scout_comps',
    help: 'Comparables held in memory',
    registers: [registry],
    collect() {
      this.set(held())
    },
  })
}
