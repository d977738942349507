import type { Registry } from 'prom-client'
import type { Check, Feature } from '../core/feature.ts'
import { handles } from '../core/jobs.ts'
import { type AdminBackupDeps, adminBackupRoutes } from './admin/backup-routes.ts'
import { type AdminJobDeps, adminJobRoutes } from './admin/job-routes.ts'
import { type AdminStateDeps, adminStateRoutes } from './admin/state-routes.ts'
import { type BackupDeps, backupCheck, keepBackups } from './backup/keep-backups.ts'
import { databaseCheck, diskCheck, healthRoutes } from './health.ts'
import { backupJob, retentionJob } from './jobs.ts'
import { sealedAnswers } from './keep-answers.ts'
import { type MigrationsCheckDeps, migrationsCheck } from './migrations-check.ts'
import { archiveCheck, archiveLoop } from './pitr/keep-archive.ts'
import type { PitrDeps } from './pitr/ship.ts'
import { type ProcessGaugesDeps, processGauges } from './process-gauges.ts'
import { connectionsCheck, redisCheck } from './processes/api-process.ts'
import { referenceRoutes } from './reference-routes.ts'
import { type RetentionDeps, retain } from './retention.ts'
import { retentionRoutes, storedCheck } from './retention-routes.ts'
import { securityTxtRoutes } from './security-txt.ts'
import { type State, stateGauges } from './state-gauges.ts'

export interface OpsFeatureDeps
  extends RetentionDeps,
    Omit<ProcessGaugesDeps, 'backups' | 'db'>,
    Omit<AdminStateDeps, 'doctor'>,
    MigrationsCheckDeps,
    Pick<AdminJobDeps, 'audit'> {
  backups: BackupDeps
  /** Null where the database's log is not kept. */
  pitr: PitrDeps | null
  jobs: AdminJobDeps['jobs'] & AdminBackupDeps['jobs']
  /** What of an installation is looked at beyond the checks of every feature. */
  installation: AdminStateDeps['doctor']
  registry: Registry
  /** Whom to tell of a security problem. */
  securityContact: string | undefined
  /** Whether connections go to a pooler. */
  hasPooler: boolean
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
      adminJobRoutes(http, deps)
      adminStateRoutes(http, {
        ...deps,
        doctor: async (userId) => [...deps.checks(), ...(await deps.installation(userId)), storedCheck(deps)],
      })
      adminBackupRoutes(http, deps)
      referenceRoutes(http)
      if (deps.securityContact !== undefined)
        securityTxtRoutes(http, { contact: deps.securityContact, clock: deps.clock })
    },
    checks: [
      ...[database, migrationsCheck(deps), connectionsCheck(deps), redisCheck(deps)],
      ...[diskCheck(deps.dataDir), backupCheck(deps.backups)],
      ...(deps.pitr === null ? [] : [archiveCheck(deps.pitr)]),
    ],
    supervisors: deps.pitr === null ? [] : [archiveLoop(deps.pitr)],
    jobs: [
      handles(retentionJob, (_, ctx) => retain(deps, ctx)),
      handles(backupJob, (asked) => keepBackups(deps.backups, asked)),
    ],
    schedules: [
      { job: retentionJob, cron: '* * * * *', payload: {} },
      { job: backupJob, cron: '*/10 * * * *', payload: {} },
    ],
    sends: [backupJob],
    sealed: [sealedAnswers],
    commands: { retention: deps as RetentionDeps, backups: { ...deps.backups, pitr: deps.pitr } },
    metrics(registry) {
      processGauges(registry, deps)
      stateGauges(registry, async () => {
        await database.run()
        return deps.readState()
      })
    },
  } satisfies Feature
}
