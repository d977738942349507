import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Reminds sellers of ads that still stand of what is sold, and of those that run out. */
export const remindSellersJob = defineJob({
  name: 'remind-sellers',
  payload: z.object({}),
  retries: 1,
  timeoutS: 300,
})
