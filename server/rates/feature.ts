import type { Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import { ratesJob } from './jobs.ts'
import { keepRates, type RateDeps } from './rates.ts'
import { ratesCheck } from './rates-check.ts'
import { rateRoutes } from './routes.ts'

export function rateFeature(deps: RateDeps) {
  return {
    name: 'rates',
    routes: (http) => rateRoutes(http, deps),
    jobs: [handles(ratesJob, (_, { signal }) => keepRates(deps, signal))],
    // What is there already is not asked for, so that a machine that sleeps at noon has them in the evening.
    schedules: [{ job: ratesJob, cron: '26 * * * *', payload: {} }],
    checks: deps.isFetched ? [ratesCheck(deps)] : [],
    commands: { rates: deps },
  } satisfies Feature
}
