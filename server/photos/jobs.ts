import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Downloads and hashes the first photos of a listing; sent once its photos are known or changed. */
export const hashPhotosJob = defineJob({
  name: 'hash-photos',
  payload: z.object({ listingId: z.number().int() }),
  retries: 4,
  retryDelayS: 60,
  timeoutS: 300,
  // Photos of one host wait for each other; those of several need not.
  concurrency: 2,
})
