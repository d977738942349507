import type { Feature } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import { hashPhotosJob } from './jobs.ts'
import { photoRoutes } from './routes.ts'
import type { ShownPhotos } from './show/shown-photos.ts'

export function photoFeature(deps: {
  hashPhotos(listingId: number, ctx: JobContext): Promise<void>
  shown: ShownPhotos
}) {
  return {
    name: 'photos',
    routes: (http) => photoRoutes(http, deps.shown),
    jobs: [handles(hashPhotosJob, ({ listingId }, ctx) => deps.hashPhotos(listingId, ctx))],
    sends: [hashPhotosJob],
  } satisfies Feature
}
