import { resolve } from 'node:path'
import { badInput } from '../core/errors.ts'
import { bucketSettings, isBucket, isNoBucket } from '../ops/backup/s3/settings.ts'
import { type ArchivePlace, bucketArchive, folderArchive } from '../ops/pitr/archive-place.ts'
import type { RestoredToMoment, RestoreToMoment } from '../ops/pitr/restore-to-moment.ts'
import type { PitrDeps } from '../ops/pitr/ship.ts'
import type { Config } from './config.ts'
import { version } from './installed.ts'
import { logFor } from './telemetry/log.ts'

/** Where the log of the embedded database is kept, by its address: a folder, or `s3://bucket/prefix`. */
export function archiveAt(address: string, config: Config): ArchivePlace {
  if (!isBucket(address)) return folderArchive(resolve(address))
  const settings = bucketSettings(address, config)
  if (settings === null) throw badInput(`"${address}" is not ${isNoBucket(address)}.`)
  return bucketArchive(settings)
}

/** Null where the log is not kept: it was not asked for, or the database is another's. */
export function pitrDepsOf(
  config: Config,
  resources: Pick<PitrDeps, 'db' | 'clock' | 'log'>,
): PitrDeps | null {
  if (config.backupPitr !== 'on') return null
  if (config.databaseUrl !== undefined)
    throw badInput(
      'BACKUP_PITR=on is for the embedded database. For a PostgreSQL of your own (DATABASE_URL) leave it out, and switch on what its provider has for that (docs/backup.md#to-any-moment).',
    )
  const address = config.backupS3Url ?? config.backupFolder
  if (address === undefined)
    throw badInput('BACKUP_PITR=on needs a place: set BACKUP_FOLDER or BACKUP_S3_URL (docs/backup.md).')
  const { db, clock, log } = resources
  return {
    ...{ db, clock, log, dataDir: resolve(config.dataDir), release: version },
    ...{ place: archiveAt(address, config), recipients: config.backupRecipients },
    ...{ baseEveryHours: config.backupPitrBaseHours, keptDays: config.backupPitrKeptDays },
  }
}

/** Makes the database of the data folder what it was at a moment. */
export async function restoreArchived(
  config: Config,
  address: string,
  wanted: Pick<RestoreToMoment, 'to' | 'identities' | 'replace'>,
): Promise<RestoredToMoment> {
  if (config.databaseUrl !== undefined)
    throw badInput(
      'This is for the embedded database. A PostgreSQL of your own (DATABASE_URL) is restored to a moment by what its provider has for that (docs/backup.md#to-any-moment).',
    )
  const { restoreToMoment } = await import('../ops/pitr/restore-to-moment.ts')
  const log = logFor({ ...config, logLevel: 'warn' })
  return restoreToMoment({ ...wanted, log, dataDir: config.dataDir, place: archiveAt(address, config) })
}
