import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import type { Secrets } from '../../core/secrets.ts'
import {
  appliedMigrations,
  copyOut,
  jobsVersionOf,
  postgresVersion,
  readOneMoment,
  sequencesOf,
  tablesToCopy,
} from './copy-store.ts'
import { manifestFile, verifiedFile } from './manifest.ts'
import type { Manifest } from './schema.ts'
import { encrypterFor, writeTableFile } from './table-file.ts'

export interface BackUpDeps {
  db: Pick<Db, 'session'>
  clock: Clock
  secrets: Pick<Secrets, 'keyIds'>
  release: string
}

export interface BackUpOptions {
  /** In which each backup is a folder of its own. */
  folder: string
  /** Of age; none = readable by whoever has the files. */
  recipients: readonly string[]
}

export interface BackedUp {
  /** The folder of this backup. */
  path: string
  manifest: Manifest
  bytes: number
}

/** Whole backups have this name; one under way has `.part` behind it. */
const nameOf = /^deal-scout-\d{4}-\d{2}-\d{2}T\d{6}Z$/

/**
 * Writes all tables, as they are at one moment, into a new folder under `folder`. It has its name only when it is whole:
 * what a broken-off backup leaves ends in `.part`, and the next one takes it away.
 */
export async function backUp(deps: BackUpDeps, { folder, recipients }: BackUpOptions): Promise<BackedUp> {
  encrypterFor(recipients)
  const createdAt = deps.clock.now()
  const name = `deal-scout-${createdAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/(?<=T.*):/g, '')}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeParts(folder)
  const part = join(folder, `${name}.part`)
  const path = join(folder, name)
  await mkdir(part, { mode: 0o700 })
  try {
    const manifest = await copyTables(deps, part, recipients, createdAt)
    await writeFile(join(part, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
    await rename(part, path)
    return { path, manifest, bytes: await bytesIn(path) }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function copyTables(
  { db, secrets, release }: BackUpDeps,
  folder: string,
  recipients: readonly string[],
  createdAt: Date,
): Promise<Manifest> {
  const isEncrypted = recipients.length > 0
  // A connection of its own: copying takes longer than a statement of the program may.
  return db.session((session) =>
    session.transaction(async (tx) => {
      await readOneMoment(tx)
      const tables: Manifest['tables'] = []
      for (const table of await tablesToCopy(tx)) {
        const file = `${table.name}.copy.zst${isEncrypted ? '.age' : ''}`
        const counted = await writeTableFile(join(folder, file), await copyOut(tx, table), recipients)
        tables.push({ ...table, ...counted, file })
      }
      return {
        format: 'deal-scout-backup-1',
        release,
        createdAt: createdAt.toISOString(),
        postgres: await postgresVersion(tx),
        migrations: await appliedMigrations(tx),
        jobsVersion: await jobsVersionOf(tx),
        tables,
        sequences: await sequencesOf(tx),
        encrypted: isEncrypted,
        secretKeyIds: [...secrets.keyIds()],
      }
    }),
  )
}

/** Of backups that were broken off. */
async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.part') && nameOf.test(name.slice(0, -5)))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

export async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

/** When the backup of this name was begun; null where no backup has such a name. */
export function momentIn(name: string): Date | null {
  if (!nameOf.test(name)) return null
  const [, day, hours, minutes, seconds] = /(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(name)!
  return new Date(`${day}T${hours}:${minutes}:${seconds}Z`)
}

export interface KnownBackup {
  /** Of its folder, or `s3://…`. */
  path: string
  at: Date
  /** When it was last restored somewhere and found to be the same. */
  verifiedAt: Date | null
}

/** The whole backups in a folder, the newest first; none where there is no such folder. */
export async function backupsIn(folder: string): Promise<KnownBackup[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const whole = names
    .filter((name) => nameOf.test(name))
    .toSorted()
    .toReversed()
  return Promise.all(
    whole.map(async (name) => {
      const path = join(folder, name)
      const verified = await stat(join(path, verifiedFile)).catch(() => null)
      return { path, at: momentIn(name)!, verifiedAt: verified?.mtime ?? null }
    }),
  )
}

/** Which go when the newest `keep` stay; the newest that was verified stays, too. */
export function oldOf(all: readonly KnownBackup[], keep: number): KnownBackup[] {
  const verified = all.find(({ verifiedAt }) => verifiedAt !== null)
  return all.slice(Math.max(1, keep)).filter((one) => one !== verified)
}

/** Deletes the old ones. */
export async function removeOldBackups(folder: string, keep: number): Promise<string[]> {
  const old = oldOf(await backupsIn(folder), keep)
  for (const { path } of old) await rm(path, { recursive: true, force: true })
  return old.map(({ path }) => path)
}
