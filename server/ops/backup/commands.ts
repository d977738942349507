import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput, errorMessage } from '../../core/errors.ts'
import { backUp, backupsIn, removeOldBackups } from './back-up.ts'
import type { BackupDeps } from './keep-backups.ts'
import { readManifest } from './manifest.ts'
import { type RestoreDeps, restore } from './restore.ts'
import { verify } from './verify.ts'

export interface BackupGiven {
  open: Open<BackupDeps>
  /** For a restore: the database as it is, with what brings it up to date. */
  restoring: <T>(run: (deps: RestoreDeps) => Promise<T>) => Promise<T>
  output: () => Output
}

/** `deal-scout backup`, `restore`: docs/backup.md. */
export function backupCommands(program: Command, { open, restoring, output }: BackupGiven): void {
  program
    .command('backup')
    .description('copies everything in the database into a folder, while it runs')
    .option('--to <folder>', 'where each backup gets a folder of its own (default: BACKUP_FOLDER)')
    .option(
      '--verify [backup]',
      'restore it into a database of its own and compare; without a name the one just made',
    )
    .option('--identity <file>', 'the secret key of age, to verify what is encrypted')
    .option('--list', 'only list what is there')
    .action((flags: { to?: string; verify?: string | true; identity?: string; list?: boolean }) =>
      open(async (deps) => {
        const folder = flags.to ?? deps.folder
        if (typeof flags.verify === 'string') return tryOut(deps, flags.verify, flags.identity, output())
        if (folder === undefined)
          throw badInput('Say where to: --to FOLDER, or set BACKUP_FOLDER (docs/backup.md).', {
            to: 'is missing',
          })
        if (flags.list === true) return list(folder, output())
        const made = await backUp(deps, { folder, recipients: deps.recipients })
        const removed = folder === deps.folder ? await removeOldBackups(folder, deps.keep) : []
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
    .action((backup: string, flags: { identity?: string; replace?: boolean }) =>
      restoring(async (deps) => {
        const identities = await identitiesIn(flags.identity)
        const done = await restore(deps, { folder: backup, identities, replace: flags.replace === true })
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
      }),
    )
}

async function list(folder: string, output: Output): Promise<void> {
  const all = await backupsIn(folder)
  const value = await Promise.all(
    all.map(async ({ path, at, verifiedAt }) => {
      const { release, tables, encrypted } = await readManifest(path)
      const rows = tables.reduce((sum, one) => sum + one.rows, 0)
      return { path, at, verifiedAt, release, rows, encrypted }
    }),
  )
  output.print(value, () =>
    value.length === 0
      ? `There is no backup in ${folder} yet: deal-scout backup --to ${folder}`
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
  folder: string,
  identity: string | undefined,
  output: Output,
): Promise<void> {
  const done = await verify(deps, { folder, identities: await identitiesIn(identity) })
  output.print({ path: folder, ...done }, () =>
    [
      `${folder}: restored into a database of its own in ${done.seconds} s; all ${done.rows} rows of ${done.tables} tables are the same.`,
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
