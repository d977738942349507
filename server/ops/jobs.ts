import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Deletes run history and cached values that nobody looks at any more. */
export const cleanUpJob = defineJob({ name: 'clean-up', payload: z.object({}), retries: 1 })
