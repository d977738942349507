import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Matches a new or changed rule against the listings that are already there. */
export const matchExistingJob = defineJob({
  name: 'match-existing',
  payload: z.object({ ruleId: z.number().int(), revision: z.number().int() }),
  retries: 8,
  timeoutS: 600,
})
