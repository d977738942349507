import type { z } from 'zod'
import type { Db, Tx } from '../core/db.ts'
import type { Feature } from '../core/feature.ts'
import { handles, type JobContext, type JobDefinition } from '../core/jobs.ts'
import type { DismissCommandDeps } from './dismiss/dismiss-commands.ts'
import { type DismissRouteDeps, dismissRoutes } from './dismiss/dismiss-routes.ts'
import { type TraceRouteDeps, traceRoutes } from './explain/trace-routes.ts'
import { expireRulesJob, matchBacklogJob, matchExistingJob, matchShardJob, replanJob } from './jobs.ts'
import { type AlertRouteDeps, alertRoutes } from './routes.ts'
import { expireRules, patchRule } from './rules.ts'

/** What is matched against one part of the rules. */
export type Written = z.output<ReturnType<typeof matchShardJob>['payload']>

export interface RuleFeatureDeps extends AlertRouteDeps, TraceRouteDeps, DismissRouteDeps {
  db: Db
  /** Into how many parts the rules are split, and which is this process's. */
  ruleShards: number
  ruleShard: number
  /** Matches a new or changed rule against what is stored. */
  matchRule(ruleId: number, revision: number): Promise<unknown>
  /** Matches what pages had no time for. */
  matchBacklog(userId: number, ctx: JobContext): Promise<void>
  matchStored(written: Written): Promise<unknown>
  /** Plans all scans, however long that takes. */
  planScans(tx: Tx): Promise<void>
}

export function ruleFeature(deps: RuleFeatureDeps) {
  const dismissals: DismissCommandDeps = {
    ...deps,
    change: (userId, ruleId, patch) => patchRule(deps, userId, ruleId, patch),
  }
  const shards =
    deps.ruleShards === 1 ? [] : Array.from({ length: deps.ruleShards }, (_, shard) => matchShardJob(shard))
  return {
    name: 'rules',
    routes(http) {
      alertRoutes(http, deps)
      traceRoutes(http, deps)
      dismissRoutes(http, deps)
    },
    jobs: [
      handles(
        matchExistingJob,
        async ({ ruleId, revision }) => void (await deps.matchRule(ruleId, revision)),
      ),
      handles(matchBacklogJob, ({ userId }, ctx) => deps.matchBacklog(userId, ctx)),
      handles(replanJob, () => deps.db.transaction((tx) => deps.planScans(tx))),
      handles(expireRulesJob, () => expireRules(deps)),
      ...shards.map((job, shard) => ({
        ...handles(job, async (written) => void (await deps.matchStored(written))),
        elsewhere: shard !== deps.ruleShard,
      })),
    ],
    sends: [
      matchExistingJob,
      matchBacklogJob,
      replanJob,
      ...shards.map((job) => job as unknown as JobDefinition),
    ],
    schedules: [{ job: expireRulesJob, cron: '* * * * *', payload: {} }],
    commands: { rules: deps as AlertRouteDeps, traces: deps as TraceRouteDeps, dismissals },
  } satisfies Feature
}
