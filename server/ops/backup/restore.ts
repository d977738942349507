import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Db } from '../../core/db.ts'
import { AppError, badInput, setupError } from '../../core/errors.ts'
import { makeJobTables } from '../../core/job-tables.ts'
import type { Log } from '../../core/log.ts'
import { migrate } from '../../core/migrate.ts'
import { readMigrations } from '../../core/released-migrations.ts'
import {
  analyze,
  clearTables,
  copyIn,
  emptyForRestore,
  isRestoreUnfinished,
  jobsVersionOf,
  missedIfGone,
  othersConnected,
  ownTablesThere,
  restoreFinished,
  setSequences,
} from './copy-store.ts'
import { readManifest } from './manifest.ts'
import type { Manifest, TableInBackup } from './schema.ts'
import { nowhere, readTableFile } from './table-file.ts'

export interface RestoreDeps {
  db: Db
  migrationsDir: string
  release: string
  log: Log
}

export interface RestoreOptions {
  /** Of one backup. */
  folder: string
  /** age's secret keys. */
  identities: readonly string[]
  /** What is in the database may go. */
  replace: boolean
}

export interface Restored {
  manifest: Manifest
  rows: number
  /** Jobs that waited and could not be taken over: the queue's tables are of another version. */
  jobsLeftOut: number
}

/**
 * Makes the database hold what the backup holds, and brings it up to date. Refuses where anything would be lost that
 * `replace` does not give up, while another Deal Scout is connected, and what a newer one made. Broken off, it leaves a
 * mark by which every start refuses until a restore has ended.
 */
export async function restore(deps: RestoreDeps, options: RestoreOptions): Promise<Restored> {
  const { db, migrationsDir } = deps
  const manifest = await readManifest(options.folder)
  refuseNewer(manifest, migrationsDir)
  await refuseOthers(db)
  if (!options.replace && !(await isRestoreUnfinished(db))) await refuseLoss(db)
  // Before anything goes: what is there must not be lost for files that bring nothing back.
  for (const table of manifest.tables) await readWhole(table, nowhere(), options)
  const known = namesIn(migrationsDir)
  await db.session((session) =>
    session.transaction(async (tx) => emptyForRestore(tx, await ownTablesThere(tx, known))),
  )
  const restored = await fill(deps, manifest, options)
  await migrate(db, migrationsDir, deps.log, deps.release)
  await db.session(async (session) => {
    await analyze(session)
    await restoreFinished(session)
  })
  return restored
}

/** Into a database without tables: those of the backup's time, with its rows. */
export async function fill(
  { db, migrationsDir, release, log }: RestoreDeps,
  manifest: Manifest,
  options: Pick<RestoreOptions, 'folder' | 'identities'>,
): Promise<Restored> {
  await migrate(db, migrationsDir, log, release, manifest.migrations.at(-1)!.name)
  await makeJobTables(db, log)
  const isSameQueue = (await jobsVersionOf(db)) === manifest.jobsVersion
  const isJobs = ({ name }: TableInBackup) => name.startsWith('jobs.')
  const tables = manifest.tables.filter((table) => isSameQueue || !isJobs(table))
  let rows = 0
  await db.session((session) =>
    session.transaction(async (tx) => {
      await clearTables(
        tx,
        tables.map(({ name }) => name),
      )
      for (const table of tables) {
        await readWhole(table, await copyIn(tx, table), options)
        rows += table.rows
      }
      await setSequences(tx, manifest.sequences)
    }),
  )
  const jobs = manifest.tables.find(({ name }) => name === 'jobs.job')
  return { manifest, rows, jobsLeftOut: isSameQueue ? 0 : (jobs?.rows ?? 0) }
}

/** Hands on a table's rows; throws where they are not those that the backup says. */
async function readWhole(
  table: TableInBackup,
  to: Writable,
  { folder, identities }: Pick<RestoreOptions, 'folder' | 'identities'>,
): Promise<void> {
  const counted = await readTableFile(join(folder, table.file), to, identities).catch((error) => {
    throw unreadable(table, error)
  })
  if (counted.sha256 !== table.sha256 || counted.rows !== table.rows)
    throw badInput(
      `${table.file} is not what the backup says of it: it was changed or is damaged. Nothing was restored; take another backup.`,
    )
}

/** What is neither ours, nor the database's, nor the disk's is of a file that holds something else than it did. */
function unreadable(table: TableInBackup, error: unknown): unknown {
  const { code, syscall, severity } = error as { code?: string; syscall?: string; severity?: string }
  if (code === 'ENOENT')
    return badInput(`${table.file} is missing: the backup is not whole. Fetch all of its files again.`)
  // Of PostgreSQL's errors those of classes 22 and 23 are about the rows.
  const isOfRows = severity !== undefined && /^2[23]/.test(code ?? '')
  if (error instanceof AppError || syscall !== undefined || (severity !== undefined && !isOfRows))
    return error
  return badInput(`${table.file} is damaged. Nothing was restored; take another backup.`)
}

function refuseNewer(manifest: Manifest, migrationsDir: string): void {
  const here = new Map(readMigrations(migrationsDir).map(({ name, sha256 }) => [name, sha256]))
  const other = manifest.migrations.find(({ name, sha256 }) => here.get(name) !== sha256)
  if (other === undefined) return
  throw badInput(
    `The backup was made by Deal Scout ${manifest.release}, which has the migration ${other.name} and this one has not: take that version (or a newer one) to restore it.`,
  )
}

async function refuseOthers(db: Db): Promise<void> {
  const others = await othersConnected(db)
  if (others.length === 0) return
  throw setupError(
    'restore-not-alone',
    `Another Deal Scout is connected to this database (${others.map(({ name }) => name).join(', ')}): stop it first, and restore then.`,
  )
}

async function refuseLoss(db: Db): Promise<void> {
  const missed = await missedIfGone(db)
  const there = Object.entries(missed).filter(([, count]) => count > 0)
  if (there.length === 0) return
  const sentence = there.map(([what, count]) => `${count}${count === 1000 ? ' or more' : ''} ${what}`)
  throw setupError(
    'restore-would-lose',
    `There is something in this database already: ${sentence.join(', ')}. Restoring replaces all of it; back it up first (deal-scout backup), and restore with --replace.`,
  )
}

/** Every table that a migration ever made. */
function namesIn(migrationsDir: string): string[] {
  const made = readMigrations(migrationsDir).flatMap(({ sql }) =>
    [...sql.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/g)].map(([, name]) => name!),
  )
  return [...new Set([...made, 'schema_migrations'])]
}
