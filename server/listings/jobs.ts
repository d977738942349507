import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Reads a listing's own page: to settle what a rule could not tell, or why it is missing. */
export const readDetailsJob = defineJob({
  name: 'read-details',
  payload: z.object({ listingId: z.number().int() }),
  retries: 4,
  retryDelayS: 60,
  timeoutS: 120,
  // Pages of one host wait for each other in core/fetch; those of several need not.
  concurrency: 3,
})

/** Values active listings again whose comparables moved; what now fits a rule is notified. */
export const rescoreJob = defineJob({
  name: 'rescore',
  payload: z.object({}),
  retries: 1,
  timeoutS: 600,
})

/** Values what waits for its market to be learned as soon as it is; what fits a rule is notified. */
export const valueWaitingJob = defineJob({
  name: 'value-waiting',
  payload: z.object({}),
  retries: 1,
  timeoutS: 600,
})
