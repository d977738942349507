import type { Registry } from 'prom-client'
import type { Check, Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import type { SharedRedis } from '../core/redis.ts'
import { redisCheck } from './api-process.ts'
import { type BackupDeps, backupCheck, keepBackups } from './backup/keep-backups.ts'
import { databaseCheck, diskCheck, healthRoutes } from './health.ts'
import { backupJob, retentionJob } from './jobs.ts'
import { sealedAnswers } from './keep-answers.ts'
import { type State, stateGauges } from './metrics.ts'
import { referenceRoutes } from './reference-routes.ts'
import { type RetentionDeps, retain } from './retention.ts'
import { retentionRoutes } from './retention-routes.ts'
import { securityTxtRoutes } from './security-txt.ts'

export interface OpsFeatureDeps extends RetentionDeps {
  dataDir: string
  backups: BackupDeps
  registry: Registry
  redis: SharedRedis | null
  /** Whom to tell of a security problem. */
  securityContact: string | undefined
  /** With it other machines may read the metrics. */
  metricsToken: string | undefined
  /** The checks of every feature. */
  checks(): Check[]
  closing(): boolean
  /** Read once a scrape; null where another process counts for all. */
  readState(): Promise<State | null>
}

export function opsFeature(deps: OpsFeatureDeps) {
  const database = databaseCheck(deps.db)
  return {
    name: 'ops',
    routes(http) {
      healthRoutes(http, deps)
      retentionRoutes(http, deps)
      referenceRoutes(http)
      if (deps.securityContact !== undefined)
        securityTxtRoutes(http, { contact: deps.securityContact, clock: deps.clock })
    },
    checks: [database, redisCheck(deps), diskCheck(deps.dataDir), backupCheck(deps.backups)],
    jobs: [
      handles(retentionJob, (_, ctx) => retain(deps, ctx)),
      handles(backupJob, () => keepBackups(deps.backups)),
    ],
    schedules: [
      { job: retentionJob, cron: '* * * * *', payload: {} },
      { job: backupJob, cron: '*/10 * * * *', payload: {} },
    ],
    sealed: [sealedAnswers],
    commands: { retention: deps as RetentionDeps, backups: deps.backups },
    metrics: (registry) =>
      stateGauges(registry, async () => {
        await database.run()
        return deps.readState()
      }),
  } satisfies Feature
}
