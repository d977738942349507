import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Tells people of sources that are not seen, and that they are seen again. */
export const watchBlindnessJob = defineJob({ name: 'watch-blindness', payload: z.object({}), retries: 1 })
