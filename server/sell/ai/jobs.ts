import { z } from 'zod'
import { defineJob } from '../../core/jobs.ts'

/** Asks the model about a thing. What may have been sent is never sent again by itself. */
export const describeItemJob = defineJob({
  name: 'describe-item',
  payload: z.object({ userId: z.number().int(), callId: z.number().int() }),
  ...{ retries: 1, timeoutS: 1_200, concurrency: 2 },
})
