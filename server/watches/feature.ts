import type { Feature } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import { lookAtWatchesJob } from './jobs.ts'
import { type WatchRouteDeps, watchRoutes } from './routes.ts'

export interface WatchFeatureDeps extends WatchRouteDeps {
  /** One round of looks at what people follow. */
  pollWatches(ctx: JobContext): Promise<void>
}

export function watchFeature(deps: WatchFeatureDeps) {
  return {
    name: 'watches',
    routes: (http) => watchRoutes(http, deps),
    jobs: [handles(lookAtWatchesJob, (_, ctx) => deps.pollWatches(ctx))],
    sends: [lookAtWatchesJob],
    schedules: [{ job: lookAtWatchesJob, cron: '* * * * *', payload: {} }],
    commands: { watches: deps },
  } satisfies Feature
}
