import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Polls the pages of followed listings that no scan sees; sent at once for a pasted link. */
export const pollWatchesJob = defineJob({
  name: 'poll-watches',
  payload: z.object({}),
  retries: 1,
  timeoutS: 300,
})
