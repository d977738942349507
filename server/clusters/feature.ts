import type { Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import { followClustersJob } from './jobs.ts'
import { type ClusterRouteDeps, clusterRoutes } from './routes.ts'
import type { Clusterer } from './service.ts'

export interface ClusterFeatureDeps extends Omit<ClusterRouteDeps, 'alike'> {
  clusterer: Clusterer
}

export function clusterFeature(given: ClusterFeatureDeps) {
  const { db, clusterer } = given
  const deps: ClusterRouteDeps = { ...given, alike: (listingId) => clusterer.alike(db, listingId) }
  return {
    name: 'clusters',
    routes: (http) => clusterRoutes(http, deps),
    jobs: [handles(followClustersJob, async (_, ctx) => void (await clusterer.followUp(db, ctx.signal)))],
    sends: [followClustersJob],
    schedules: [{ job: followClustersJob, cron: '* * * * *', payload: {} }],
    commands: { clusters: deps },
  } satisfies Feature
}
