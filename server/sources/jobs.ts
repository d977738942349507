import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Notifies people of sources that are not seen, and that they are seen again. */
export const watchOutagesJob = defineJob({ name: 'watch-outages', payload: z.object({}), retries: 1 })
