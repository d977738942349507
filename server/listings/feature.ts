import type { Feature } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import { dealRoutes } from './deals/deal-routes.ts'
import { readDetailsJob, rescoreJob, valueWaitingJob } from './jobs.ts'
import type { ListingRouteDeps } from './listing-pages.ts'
import { markRoutes } from './marks/mark-routes.ts'
import { listingRoutes } from './routes.ts'

export interface ListingFeatureDeps extends ListingRouteDeps {
  readDetails(listingId: number, ctx: JobContext): Promise<void>
  rescore(signal: AbortSignal): Promise<unknown>
  valueWaiting(signal: AbortSignal): Promise<unknown>
}

export function listingFeature(deps: ListingFeatureDeps) {
  return {
    name: 'listings',
    routes(http) {
      listingRoutes(http, deps)
      dealRoutes(http, deps)
      markRoutes(http, deps)
    },
    jobs: [
      handles(readDetailsJob, ({ listingId }, ctx) => deps.readDetails(listingId, ctx)),
      handles(rescoreJob, async (_, ctx) => void (await deps.rescore(ctx.signal))),
      handles(valueWaitingJob, async (_, ctx) => void (await deps.valueWaiting(ctx.signal))),
    ],
    sends: [readDetailsJob, rescoreJob, valueWaitingJob],
    schedules: [{ job: rescoreJob, cron: '* * * * *', payload: {} }],
    commands: { listings: deps },
  } satisfies Feature
}
