import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Deletes a little of what is older than it is to be kept. */
export const retentionJob = defineJob({
  name: 'retention',
  payload: z.object({}),
  retries: 0,
  timeoutS: 120,
})
