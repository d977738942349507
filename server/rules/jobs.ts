import { z } from 'zod'
import { defineJob } from '../core/jobs.ts'

/** Matches a new or changed rule against the listings that are already there. */
export const matchExistingJob = defineJob({
  name: 'match-existing',
  payload: z.object({ ruleId: z.number().int(), revision: z.number().int() }),
  retries: 8,
  timeoutS: 600,
})

/** Matches written listings against one part of the rules; only where the rules are split over processes. */
export function matchShardJob(shard: number) {
  return defineJob({
    name: `match-shard-${shard}`,
    payload: z.object({
      listingIds: z.array(z.number().int()),
      sourceId: z.number().int().nullable(),
      scanId: z.number().int().nullable(),
      details: z.boolean(),
      demo: z.boolean(),
    }),
    retries: 20,
    timeoutS: 120,
  })
}

/** Matches what pages had no time for against a person's dear rules; one run at a time of each person. */
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
