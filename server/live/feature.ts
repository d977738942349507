import { Gauge } from 'prom-client'
import type { Feature } from '../core/feature.ts'
import { createLive } from './live.ts'
import type { PumpDeps } from './pump.ts'
import { liveRoutes } from './routes.ts'

export function liveFeature(deps: PumpDeps) {
  const live = createLive(deps)
  deps.db.onReplaced(() => live.forget())
  return {
    name: 'live',
    routes: (http) => liveRoutes(http, live),
    metrics(registry) {
      new Gauge({
        name: 'deal_scout_live_streams',
        help: 'Open streams of live events',
        registers: [registry],
        collect() {
          this.set(live.count())
        },
      })
    },
  } satisfies Feature
}
