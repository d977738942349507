import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Deletes a little of what is older than it is to be kept. */
export const retentionJob = defineJob({
  name: 'retention',
  payload: z.object({}),
  retries: 0,
  timeoutS: 120,
})

/** Makes a backup where one is due, or was asked for, or tries out the one that is named. */
export const backupJob = defineJob({
  name: 'backup',
  payload: z.object({ now: z.boolean().optional(), verify: z.string().optional() }),
  retries: 0,
  timeoutS: 6 * 3600,
})
