import type { Feature } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import { pollWatchesJob } from './jobs.ts'
import { type WatchRouteDeps, watchRoutes } from './routes.ts'

export interface WatchFeatureDeps extends WatchRouteDeps {
  /** One round of polls of what people follow. */
  pollWatches(ctx: JobContext): Promise<void>
}

export function watchFeature(deps: WatchFeatureDeps) {
  return {
    name: 'watches',
    routes: (http) => watchRoutes(http, deps),
    jobs: [handles(pollWatchesJob, (_, ctx) => deps.pollWatches(ctx))],
    sends: [pollWatchesJob],
    schedules: [{ job: pollWatchesJob, cron: '* * * * *', payload: {} }],
    commands: { watches: deps },
  } satisfies Feature
}
