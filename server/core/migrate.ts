import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db, Tx } from './db.ts'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'

export interface MigrationStatus {
  name: string
  appliedAt: Date | null
}

type AppliedMigration = Pick<Migration, 'name' | 'sha256'>

interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Any constant serves; every process of this program must use the same. */
const migrationLock = 7_238_114_001

/** Applies what is missing, each file in its own transaction, one process at a time; forward only. */
export async function migrate(db: Db, folder: string, log: Log): Promise<string[]> {
  const migrations = readMigrations(folder)
  const applied: string[] = []
  for (const migration of migrations) {
    const isNew = await db.transaction(async (tx) => {
      // A long migration, or waiting for another process to end one, is no reason to give up.
      await tx.query('SET LOCAL statement_timeout = 0')
      await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
      await tx.query(
        'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
      )
      const { rows } = await tx.query<AppliedMigration>(
        'SELECT name, sha256 FROM schema_migrations ORDER BY name',
      )
      refuseForeign(migrations, rows)
      if (rows.some(({ name }) => name === migration.name)) return false
      await apply(tx, migration)
      return true
    })
    if (isNew) {
      applied.push(migration.name)
      log.debug({ migration: migration.name }, 'migration applied')
    }
  }
  return applied
}

async function apply(tx: Tx, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await tx.query(sql)
  } catch (error) {
    throw setupError(
      'migration-failed',
      `Migration ${name} failed and nothing of it was kept: ${errorMessage(error)}. The migrations before it stay applied.`,
      error,
    )
  }
  await tx.query('INSERT INTO schema_migrations (name, sha256) VALUES ($1, $2)', [name, sha256])
}

/** What stands in the migrations folder, with when it was applied; changes nothing. */
export async function migrationStatus(db: Db, folder: string): Promise<MigrationStatus[]> {
  const { rows: tables } = await db.query<{ found: boolean }>(
    "SELECT to_regclass('schema_migrations') IS NOT NULL AS found",
  )
  const { rows } = tables[0]?.found
    ? await db.query<{ name: string; applied_at: Date }>('SELECT name, applied_at FROM schema_migrations')
    : { rows: [] }
  const appliedAt = new Map(rows.map((row) => [row.name, row.applied_at]))
  return readMigrations(folder).map(({ name }) => ({ name, appliedAt: appliedAt.get(name) ?? null }))
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}[-_].+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      // A checkout may change the line ends.
      return { name, sql, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
    })
}

/** An older program on a newer schema would write what the newer one no longer understands. */
function refuseForeign(known: Migration[], applied: AppliedMigration[]): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  const newer = applied.filter(({ name }) => !byName.has(name))
  if (newer.length > 0) {
    throw setupError(
      'database-newer',
      `The database was migrated by a newer Deal Scout (${newer.map(({ name }) => name).join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
  const edited = applied.find(({ name, sha256 }) => byName.get(name)?.sha256 !== sha256)
  if (edited) {
    throw setupError(
      'migration-edited',
      `Migration ${edited.name} was changed after it had been applied. Migrations are forward only: restore the file and add a new one.`,
    )
  }
}
