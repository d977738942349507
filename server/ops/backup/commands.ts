import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput, errorMessage } from '../../core/errors.ts'
import { takeBase } from '../pitr/base.ts'
import type { RestoredToMoment, RestoreToMoment } from '../pitr/restore-to-moment.ts'
import type { PitrDeps } from '../pitr/ship.ts'
import { momentIn } from './back-up.ts'
import type { BackupDeps } from './keep-backups.ts'
import { type BackupPlace, nameOfBackup } from './place.ts'
import { type RestoreDeps, restore } from './restore.ts'
import { isBucket } from './s3/settings.ts'
import { verify } from './verify.ts'

export interface BackupGiven {
  open: Open<BackupDeps & { pitr: PitrDeps | null }>
  /** For a restore: the database as it is, with what brings it up to date. */
  restoring: <T>(run: (deps: RestoreDeps) => Promise<T>) => Promise<T>
  /** Where backups are by its address, as it is configured. */
  placeAt(address: string): Promise<BackupPlace>
  /** Makes the embedded database what it was at a moment, from its log. */
  toMoment(
    address: string,
    wanted: Pick<RestoreToMoment, 'to' | 'identities' | 'replace'>,
  ): Promise<RestoredToMoment>
  output: () => Output
}

/** `deal-scout backup`, `restore`: docs/backup.md. */
export function backupCommands(
  program: Command,
  { open, restoring, placeAt, toMoment, output }: BackupGiven,
): void {
  program
    .command('backup')
    .description('copies everything in the database into a folder or a bucket, while it runs')
    .option(
      '--to <place>',
      'folder or s3://BUCKET/PREFIX in which each backup gets one of its own (default: BACKUP_S3_URL, BACKUP_FOLDER)',
    )
    .option(
      '--verify [backup]',
      'restore it into a database of its own and compare; without a name the one just made',
    )
    .option('--identity <file>', 'the secret key of age, to verify what is encrypted')
    .option('--list', 'only list what is there')
    .option(
      '--pitr',
      'only copy the files of the embedded database, from which its log leads on (BACKUP_PITR)',
    )
    .action((flags: BackupFlags) =>
      open(async (deps) => {
        if (flags.pitr === true) return copyFiles(deps.pitr, output())
        if (typeof flags.verify === 'string') return tryOut(deps, flags.verify, flags.identity, output())
        const place = flags.to === undefined ? deps.place : deps.placeAt(flags.to)
        if (place === undefined)
          throw badInput(
            'Say where to: --to FOLDER, or set BACKUP_FOLDER or BACKUP_S3_URL (docs/backup.md).',
            {
              to: 'is missing',
            },
          )
        if (flags.list === true) return list(place, output())
        const made = await place.make(deps, deps.recipients)
        const removed =
          place.address === deps.place?.address ? (await place.removeOld(deps.keep)).removed : []
        const rows = made.manifest.tables.reduce((sum, one) => sum + one.rows, 0)
        if (flags.verify !== true)
          output().print({ path: made.path, rows, bytes: made.bytes, removed }, () =>
            [
              `${made.path}: ${rows} rows, ${(made.bytes / 1e6).toFixed(1)} MB${made.manifest.encrypted ? ', encrypted' : ''}.`,
              keyNote(deps.keyFile),
            ].join('\n'),
          )
        else await tryOut(deps, made.path, flags.identity, output())
      }),
    )
  program
    .command('restore <backup>')
    .description('makes the database hold what a backup holds')
    .option('--identity <file>', 'the secret key of age, of a backup that is encrypted')
    .option('--replace', 'what is in the database now may go')
    .option(
      '--pitr',
      'of the embedded database, from its log: BACKUP is the folder or bucket that BACKUP_PITR wrote to',
    )
    .option(
      '--to-time <moment>',
      'the same, as it was then, such as 2026-05-04T09:30:00Z (default: as late as possible)',
    )
    .action((backup: string, flags: RestoreFlags) => {
      if (flags.pitr === true || flags.toTime !== undefined)
        return restoreFromLog(backup, flags, toMoment, output())
      return restoring(async (deps) => {
        const identities = await identitiesIn(flags.identity)
        const replace = flags.replace === true
        const done = await withBackup(backup, placeAt, (folder) =>
          restore(deps, { folder, identities, replace }),
        )
        const { manifest, rows, jobsLeftOut } = done
        output().print(
          { rows, jobsLeftOut, createdAt: manifest.createdAt, keys: manifest.secretKeyIds },
          () =>
            [
              `${rows} rows of ${manifest.createdAt} are back.`,
              ...(jobsLeftOut > 0
                ? [
                    `${jobsLeftOut} waiting jobs are not: the job queue is of another version. Scans and deliveries are taken up anew.`,
                  ]
                : []),
              `Stored secrets in it (channels, connections) open with the key ${manifest.secretKeyIds.join(', ')}: put the file secret-key of that time into the data folder, or DEAL_SCOUT_SECRET_KEYS as it was. Then: deal-scout start`,
            ].join('\n'),
        )
      })
    })
}

interface BackupFlags {
  to?: string
  verify?: string | true
  identity?: string
  list?: boolean
  pitr?: boolean
}

interface RestoreFlags {
  identity?: string
  replace?: boolean
  pitr?: boolean
  toTime?: string
}

async function restoreFromLog(
  address: string,
  flags: RestoreFlags,
  toMoment: BackupGiven['toMoment'],
  output: Output,
): Promise<void> {
  const to = flags.toTime === undefined ? null : new Date(flags.toTime)
  if (to !== null && Number.isNaN(to.getTime()))
    throw badInput('--to-time is a moment such as 2026-05-04T09:30:00Z.', { toTime: 'is no moment' })
  const identities = await identitiesIn(flags.identity)
  const { base, segments, setAside, until } = await toMoment(address, {
    ...{ to, identities, replace: flags.replace === true },
  })
  const value = { copyOf: base.startedAt, segments, to: (to ?? until).toISOString(), setAside }
  output.print(value, () =>
    [
      `The database is as it was ${to === null ? `at the end of what ${address} has, of ${value.to}` : `on ${value.to}`}: a copy of ${base.startedAt} and ${segments} parts of its log.`,
      ...(setAside === null ? [] : [`What was there is in ${setAside}; delete it once you miss nothing.`]),
      'Put the file secret-key of that time into the data folder where it is not there. Then: deal-scout start',
    ].join('\n'),
  )
}

async function copyFiles(pitr: PitrDeps | null, output: Output): Promise<void> {
  if (pitr === null)
    throw badInput(
      'The log of the database is not kept: set BACKUP_PITR=on, with the embedded database (docs/backup.md).',
    )
  const { name, base } = await takeBase(pitr)
  output.print({ name, base }, () => `${pitr.place.address}: ${name}, from which the log leads on.`)
}

/** Its files, wherever it is. */
async function withBackup<T>(
  address: string,
  placeAt: (address: string) => BackupPlace | Promise<BackupPlace>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  if (!isBucket(address)) return use(address)
  const [, parent, name] = /^(.+)\/([^/]+)\/?$/.exec(address) ?? []
  if (name === undefined || momentIn(name) === null)
    throw badInput(
      `${address} is no backup: name one that --list shows, such as s3://BUCKET/PREFIX/deal-scout-2026-05-04T093000Z.`,
    )
  return (await placeAt(parent!)).withFiles(name, use)
}

async function list(place: BackupPlace, output: Output): Promise<void> {
  const all = await place.list()
  const value = await Promise.all(
    all.map(async (one) => {
      const { path, at, verifiedAt } = one
      const { release, tables, encrypted } = await place.manifestOf(nameOfBackup(one))
      const rows = tables.reduce((sum, { rows: some }) => sum + some, 0)
      return { path, at, verifiedAt, release, rows, encrypted }
    }),
  )
  output.print(value, () =>
    value.length === 0
      ? `There is no backup in ${place.address} yet: deal-scout backup --to ${place.address}`
      : table(
          ['backup', 'rows', 'release', 'encrypted', 'verified'],
          value.map((one) => [
            ...[one.path, one.rows, one.release, one.encrypted ? 'yes' : 'no'],
            one.verifiedAt?.toISOString() ?? 'never',
          ]),
        ),
  )
}

async function tryOut(
  deps: BackupDeps,
  address: string,
  identity: string | undefined,
  output: Output,
): Promise<void> {
  const identities = await identitiesIn(identity)
  const done = await withBackup(address, deps.placeAt, (folder) => verify(deps, { folder, identities }))
  output.print({ path: address, ...done }, () =>
    [
      `${address}: restored into a database of its own in ${done.seconds} s; all ${done.rows} rows of ${done.tables} tables are the same.`,
      keyNote(deps.keyFile),
    ].join('\n'),
  )
}

function keyNote(keyFile: string | null): string {
  return `The key that opens stored secrets is not in it: keep ${keyFile ?? 'DEAL_SCOUT_SECRET_KEYS'} somewhere else.`
}

async function identitiesIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return []
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw badInput(`--identity: ${file} cannot be read: ${errorMessage(error)}`)
  })
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
