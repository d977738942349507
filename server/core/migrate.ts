import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './db.ts'
import { setupError } from './errors.ts'
import type { Log } from './log.ts'

export interface MigrationStatus {
  name: string
  appliedAt: Date | null
}

interface Migration {
  name: string
  sql: string
  sha256: string
}

/** Any constant serves; every process of this program must use the same. */
const migrationLock = 7_238_114_001

/** Applies what is missing, each file in its own transaction, one process at a time; forward only. */
export async function migrate(db: Db, folder: string, log: Log): Promise<string[]> {
  const applied: string[] = []
  for (const migration of readMigrations(folder)) {
    await db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
      await tx.query(
        'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
      )
      const { rows } = await tx.query<{ sha256: string }>('SELECT sha256 FROM schema_migrations WHERE name = $1', [
        migration.name,
      ])
      if (rows[0]) {
        if (rows[0].sha256 !== migration.sha256) throw editedMigration(migration.name)
        return
      }
      await tx.query(migration.sql)
      await tx.query('INSERT INTO schema_migrations (name, sha256) VALUES ($1, $2)', [migration.name, migration.sha256])
      tx.afterCommit(() => {
        applied.push(migration.name)
        log.debug({ migration: migration.name }, 'migration applied')
      })
    })
  }
  await refuseNewerDatabase(db, folder)
  return applied
}

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
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/** An older program on a newer schema would write what the newer one no longer understands. */
async function refuseNewerDatabase(db: Db, folder: string): Promise<void> {
  const known = readMigrations(folder).map(({ name }) => name)
  const { rows } = await db.query<{ name: string }>(
    'SELECT name FROM schema_migrations WHERE NOT name = ANY($1::text[]) ORDER BY name',
    [known],
  )
  if (rows.length > 0) {
    throw setupError(
      'database-newer',
      `The database was migrated by a newer Deal Scout (${rows.map(({ name }) => name).join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
}

function editedMigration(name: string) {
  return setupError(
    'migration-edited',
    `Migration ${name} was changed after it had been applied. Migrations are forward only: restore the file and add a new one.`,
  )
}
