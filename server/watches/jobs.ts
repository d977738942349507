import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Looks at the pages of followed listings that no scan sees; sent at once for a pasted link. */
export const lookAtWatchesJob = defineJob({
  name: 'look-at-watches',
  payload: z.object({}),
  retries: 1,
  timeoutS: 300,
})
