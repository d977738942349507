import { createRequire } from 'node:module'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { errorMessage } from '../../core/errors.ts'
import { migrationsAhead } from '../../core/migrate.ts'
import { isRestoreUnfinished, jobsVersionOf } from '../backup/copy-store.ts'
import type { BackupPlace } from '../backup/place.ts'
import { bytesFree } from '../health.ts'
import type { UpgradeFacts } from './upgrade.ts'
import { longTransactions, readServerState, runningReleases } from './upgrade-store.ts'

export interface LookAtUpgradeDeps {
  db: Pick<Db, 'query'>
  clock: Clock
  migrationsDir: string
  release: string
  place: BackupPlace | undefined
  backupEveryHours: number
  poolSize: number
  hasMigrationRole: boolean
  /** Where the embedded database lies; null = it is another. */
  embeddedIn: string | null
}

/** A change of a table that waits for longer than this is noticed by people. */
const longSeconds = 30

/** Of the tables of the library's own version. */
const queueVersion = (): number => createRequire(import.meta.url)('pg-boss/package.json').pgboss.schema

/** Reads what decides about an upgrade; changes nothing. */
export async function lookAtUpgrade(deps: LookAtUpgradeDeps): Promise<UpgradeFacts> {
  const { db, embeddedIn } = deps
  return {
    release: deps.release,
    migrations: await migrationsAhead(db, deps.migrationsDir, deps.release),
    queue: { is: await jobsVersionOf(db), needed: queueVersion() },
    running: await runningReleases(db),
    server: await readServerState(db),
    longTransactions: await longTransactions(db, longSeconds),
    isRestoreUnfinished: await isRestoreUnfinished(db),
    hasMigrationRole: deps.hasMigrationRole,
    poolSize: deps.poolSize,
    backups: await backupsOf(deps),
    bytesFree: embeddedIn === null ? null : await bytesFree(embeddedIn),
  }
}

async function backupsOf({
  place,
  clock,
  backupEveryHours,
}: LookAtUpgradeDeps): Promise<UpgradeFacts['backups']> {
  if (place === undefined) return null
  try {
    const [newest] = await place.list()
    const newestHours =
      newest === undefined ? null : (clock.now().getTime() - newest.at.getTime()) / 3_600_000
    return { newestHours, everyHours: backupEveryHours, problem: null }
  } catch (error) {
    return { newestHours: null, everyHours: backupEveryHours, problem: errorMessage(error) }
  }
}
