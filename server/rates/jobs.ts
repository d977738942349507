import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Fetches the exchange rates of the day, where the operator allows it. */
export const ratesJob = defineJob({
  name: 'exchange-rates',
  payload: z.object({}),
  retries: 2,
  retryDelayS: 300,
  timeoutS: 120,
})
