import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { systemClock } from '../core/clock.ts'
import { type Db, type DbOptions, openDb } from '../core/db.ts'
import { AppError, badInput, setupError } from '../core/errors.ts'
import { makeJobTables } from '../core/job-tables.ts'
import type { Log } from '../core/log.ts'
import { awaitMigrated, isMigrated, migrate, migrationsAhead } from '../core/migrate.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../core/postgres/embedded-postgres.ts'
import { setArchiving } from '../core/postgres/embedded-postgres-archiving.ts'
import { keepRunning } from '../core/postgres/embedded-postgres-keeper.ts'
import { slowQueries } from '../core/slow-queries.ts'
import { isRestoreUnfinished } from '../ops/backup/copy-store.ts'
import type { BackupDeps } from '../ops/backup/keep-backups.ts'
import { type BackupPlace, folderPlace } from '../ops/backup/place.ts'
import { bucketPlace } from '../ops/backup/s3/bucket-place.ts'
import { bucketSettings, isBucket, isNoBucket } from '../ops/backup/s3/settings.ts'
import { migrationsPending } from '../ops/migrations-check.ts'
import { lookAtUpgrade } from '../ops/upgrade/look-at-upgrade.ts'
import type { UpgradeFacts } from '../ops/upgrade/upgrade.ts'
import type { Config } from './config.ts'
import { migrationsDir, version } from './installed.ts'

export interface Database {
  db: Db
  /** It is the one in the data folder. */
  embedded: boolean
  /** Another process uses the one in the data folder, too. */
  shared: boolean
  close(): Promise<void>
}

/** Opens the configured database as it is, without migrating it: DATABASE_URL, else the one in the data folder. */
export async function openDatabase(
  config: Config,
  log: Log,
  applicationName: string,
  { bus = null, onQuery }: Pick<DbOptions, 'bus' | 'onQuery'> = {},
): Promise<Database> {
  const { dataDir, databaseUrl } = config
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const server = databaseUrl === undefined ? await startEmbedded(config, log) : null
  const kept = server && keepRunning(server, { dataDir, log })
  try {
    const db = await openDb({
      connectionString: () => kept?.connectionString ?? databaseUrl ?? '',
      directConnectionString: kept ? undefined : config.databaseDirectUrl,
      prepares: config.databasePrepare === 'on',
      poolSize: config.databasePoolSize,
      connectTimeoutMs: config.databaseConnectTimeoutMs,
      idleTimeoutMs: config.databaseIdleTimeoutMs,
      statementTimeoutMs: config.databaseStatementTimeoutMs,
      waitMs: config.databaseWaitMs,
      applicationName,
      bus,
      onQuery: onQuery && slowQueries(onQuery, { log, slowMs: config.databaseSlowMs }),
      log,
    })
    return {
      db,
      embedded: server !== null,
      shared: server?.shared === true,
      async close() {
        await db.close()
        await kept?.close()
      },
    }
  } catch (error) {
    await kept?.close()
    throw error
  }
}

/** The server of the data folder, which keeps its log where that is wanted. */
async function startEmbedded(config: Config, log: Log): Promise<EmbeddedPostgres> {
  const { dataDir, backupPitr, backupPitrSeconds: timeoutS } = config
  const server = await startEmbeddedPostgres({ dataDir, log })
  if (backupPitr === undefined) return server
  try {
    const { connectionString, runAs: owner } = server
    const isOn = backupPitr === 'on'
    const effect = await setArchiving({ dataDir: resolve(dataDir), connectionString, owner, isOn, timeoutS })
    if (effect === 'in effect') return server
    if (server.shared) {
      log.warn('BACKUP_PITR takes effect once every process that uses this data folder has ended')
      return server
    }
  } catch (error) {
    await server.close()
    throw error
  }
  await server.close()
  return startEmbeddedPostgres({ dataDir, log })
}

/**
 * As DATABASE_MIGRATE says: migrates, waits for somebody else to do it, or refuses. Meanwhile `onWaiting` is told for what
 * (null = for nothing any more).
 */
export async function bringUpToDate(
  db: Db,
  config: Config,
  log: Log,
  onWaiting: (what: string | null) => void = () => {},
): Promise<void> {
  await refuseUnfinished(db)
  onWaiting(migrationsPending((await migrationsAhead(db, migrationsDir, version)).pending))
  await applyOrAwait(db, config, log)
  onWaiting(null)
}

async function applyOrAwait(db: Db, config: Config, log: Log): Promise<void> {
  const { databaseMigrate: mode, databaseWaitMs } = config
  if (mode === 'auto') {
    const { databaseUrl, databaseMigrationUrl } = config
    if (databaseUrl === undefined || databaseMigrationUrl === undefined)
      await migrate(db, migrationsDir, log, version)
    else await migrateAsOwner(databaseMigrationUrl, config, log)
  } else
    await awaitMigrated(db, migrationsDir, {
      waitMs: mode === 'wait' ? databaseWaitMs : 0,
      log,
      release: version,
    })
}

async function refuseUnfinished(db: Db): Promise<void> {
  if (!(await isRestoreUnfinished(db))) return
  throw setupError(
    'restore-unfinished',
    'A restore into this database was broken off, so what is in it is not whole. Run it again: deal-scout restore BACKUP',
  )
}

/** Everything that makes or changes tables, those of the job queue too: the role of DATABASE_URL need not be able to. */
async function migrateAsOwner(connectionString: string, config: Config, log: Log): Promise<void> {
  const owner = await openDb({
    connectionString,
    poolSize: 2,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    idleTimeoutMs: config.databaseIdleTimeoutMs,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    waitMs: config.databaseWaitMs,
    applicationName: `deal-scout ${version} migration`,
    log,
  })
  try {
    await migrate(owner, migrationsDir, log, version)
    await makeJobTables(owner, log)
  } finally {
    await owner.close()
  }
}

/**
 * Throws where no Deal Scout was ever started: who only looks must find no database made in the folder that he happens to
 * be in, and none of our tables in a database of his.
 */
export function refuseEmptyFolder({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'))) return
  throw nothingHere(
    `Nothing is here yet: there is no data of Deal Scout in ${dataDir}. Start it: npm start. If it runs already, go to its folder or set DEAL_SCOUT_DATA to its data folder.`,
  )
}

/** See `refuseEmptyFolder`. */
export async function refuseEmptyDatabase(db: Db): Promise<void> {
  if (await isMigrated(db)) return
  throw nothingHere(
    'Nothing is here yet: Deal Scout was never started on this database. Start it: npm start, or only make its tables: deal-scout migrate.',
  )
}

function nothingHere(message: string): AppError {
  return new AppError({ code: 'nothing-here', status: 404, message })
}

/** Where backups go, how often and for whom, and what they are made of. */
export function backupDepsOf(
  config: Config,
  resources: Pick<BackupDeps, 'db' | 'clock' | 'secrets' | 'log' | 'keyFile'>,
): BackupDeps {
  return {
    ...resources,
    ...{ release: version, migrationsDir },
    ...{ place: backupPlaceOf(config), placeAt: (address) => backupPlaceAt(address, config) },
    everyHours: config.backupEveryHours,
    keep: config.backupKeep,
    recipients: config.backupRecipients,
  }
}

/** What decides whether this version may be rolled out onto the database as it is. */
export async function lookAtUpgradeOf(config: Config, db: Db): Promise<UpgradeFacts> {
  return lookAtUpgrade({
    ...{ db, clock: systemClock, migrationsDir, release: version, place: backupPlaceOf(config) },
    backupEveryHours: config.backupEveryHours,
    poolSize: config.databasePoolSize,
    hasMigrationRole: config.databaseMigrationUrl !== undefined,
    embeddedIn: config.databaseUrl === undefined ? config.dataDir : null,
  })
}

/** Where backups are made by themselves. */
export function backupPlaceOf(config: Config): BackupPlace | undefined {
  const address = config.backupS3Url ?? config.backupFolder
  return address === undefined ? undefined : backupPlaceAt(address, config)
}

/** A folder, or a bucket by `s3://bucket/prefix` and the options that say how it is reached. */
export function backupPlaceAt(address: string, config: Config): BackupPlace {
  if (!isBucket(address)) return folderPlace(address)
  const settings = bucketSettings(address, config)
  if (settings === null) throw badInput(`"${address}" is not ${isNoBucket(address)}.`)
  return bucketPlace(settings)
}
