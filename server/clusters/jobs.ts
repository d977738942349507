import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Looks again at what changed, joins what raced past each other, and forgets clusters that deletions emptied. */
export const followClustersJob = defineJob({
  name: 'follow-clusters',
  payload: z.object({}),
  retries: 1,
  timeoutS: 600,
})
