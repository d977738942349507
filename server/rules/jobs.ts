import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Matches a new or changed rule against the listings that are already there. */
export const matchExistingJob = defineJob({
  name: 'match-existing',
  payload: z.object({ ruleId: z.number().int(), revision: z.number().int() }),
  retries: 8,
  timeoutS: 600,
})

/** Matches what pages had no time for against a person's expensive rules; one run at a time of each person. */
export const matchBacklogJob = defineJob({
  name: 'match-backlog',
  payload: z.object({ userId: z.number().int() }),
  retries: 20,
  timeoutS: 600,
})

/** Switches off rules whose time is over. */
export const expireRulesJob = defineJob({ name: 'expire-rules', payload: z.object({}) })

/** Makes the scans fit the rules, where these are too many to do it in the transaction of a change. */
export const replanJob = defineJob({ name: 'replan', payload: z.object({}) })
