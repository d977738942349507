import type { Feature } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import { hashPhotosJob } from './jobs.ts'

export function photoFeature(deps: { hashPhotos(listingId: number, ctx: JobContext): Promise<void> }) {
  return {
    name: 'photos',
    jobs: [handles(hashPhotosJob, ({ listingId }, ctx) => deps.hashPhotos(listingId, ctx))],
    sends: [hashPhotosJob],
  } satisfies Feature
}
