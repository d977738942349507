import { type Authorized, asProgram } from '../core/actor.ts'
import type { Db, Tx } from '../core/db.ts'
import type { Feature, WokenLoop } from '../core/feature.ts'
import { handles, type JobContext } from '../core/jobs.ts'
import type { DismissCommandDeps } from './dismiss/dismiss-commands.ts'
import { type DismissRouteDeps, dismissRoutes } from './dismiss/dismiss-routes.ts'
import { type TraceRouteDeps, traceRoutes } from './explain/trace-routes.ts'
import { expireRulesJob, matchBacklogJob, matchExistingJob, replanJob } from './jobs.ts'
import { type AlertRouteDeps, alertRoutes } from './routes.ts'
import { expireRules, patchRule } from './rules.ts'

export interface RuleFeatureDeps extends AlertRouteDeps, TraceRouteDeps, DismissRouteDeps {
  db: Db
  /** Matches a new or changed rule against what is stored. */
  matchRule(ruleId: number, revision: number): Promise<unknown>
  /** Matches what pages had no time for. */
  matchBacklog(userId: Authorized<'read'>, ctx: JobContext): Promise<void>
  /** Match what others wrote, and deal the parts of the rules among the workers. */
  partLoops: WokenLoop[]
  /** Plans all scans, however long that takes. */
  planScans(tx: Tx): Promise<void>
}

export function ruleFeature(deps: RuleFeatureDeps) {
  const dismissals: DismissCommandDeps = {
    ...deps,
    change: (userId, ruleId, patch) => patchRule(deps, userId, ruleId, patch),
  }
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
      handles(matchBacklogJob, ({ userId }, ctx) => deps.matchBacklog(asProgram(userId), ctx)),
      handles(replanJob, () => deps.db.transaction((tx) => deps.planScans(tx))),
      handles(expireRulesJob, () => expireRules(deps)),
    ],
    sends: [matchExistingJob, matchBacklogJob, replanJob],
    loops: deps.partLoops,
    schedules: [{ job: expireRulesJob, cron: '* * * * *', payload: {} }],
    commands: { rules: deps as AlertRouteDeps, traces: deps as TraceRouteDeps, dismissals },
  } satisfies Feature
}
