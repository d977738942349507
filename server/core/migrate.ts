import type { Db, Tx } from './db.ts'
import { errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'
import { type Migration, readMigrations, readReleased } from './released-migrations.ts'

export interface MigrationStatus {
  name: string
  appliedAt: Date | null
}

type AppliedMigration = Pick<Migration, 'name' | 'sha256'>

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
      refuseForeign(migrations, rows, readReleased(folder))
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

/** Whether any migration was ever applied; changes nothing. */
export async function isMigrated(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    "SELECT to_regclass('schema_migrations') IS NOT NULL AS found",
  )
  return rows[0]?.found === true
}

/** What stands in the migrations folder, with when it was applied; changes nothing. */
export async function migrationStatus(db: Db, folder: string): Promise<MigrationStatus[]> {
  const { rows } = (await isMigrated(db))
    ? await db.query<{ name: string; applied_at: Date }>('SELECT name, applied_at FROM schema_migrations')
    : { rows: [] }
  const appliedAt = new Map(rows.map((row) => [row.name, row.applied_at]))
  return readMigrations(folder).map(({ name }) => ({ name, appliedAt: appliedAt.get(name) ?? null }))
}

/** An older program on a newer schema would write what the newer one no longer understands. */
function refuseForeign(
  known: Migration[],
  applied: AppliedMigration[],
  released: ReadonlyMap<string, string>,
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  const newer = applied.filter(({ name }) => !byName.has(name))
  if (newer.length > 0) {
    throw setupError(
      'database-newer',
      `The database was migrated by a newer Deal Scout (${newer.map(({ name }) => name).join(', ')}). Start that version, or restore a backup from before.`,
    )
  }
  const other = applied.find(({ name, sha256 }) => byName.get(name)?.sha256 !== sha256)
  if (!other) return
  const isAsReleased = released.get(other.name) === byName.get(other.name)?.sha256
  throw setupError('migration-edited', isAsReleased ? madeEarlier(other.name) : editedHere(other.name))
}

function editedHere(name: string): string {
  return `The file migrations/${name} was changed after it had been applied. Restore it (git checkout -- migrations) and start again; what is to change in the database goes into a new migration.`
}

/** Before there was a list of what is released, two migrations were changed under those who followed the development. */
function madeEarlier(name: string): string {
  return [
    `This database was made by an earlier Deal Scout, whose migration ${name} was another one: it cannot be brought up to date, and nothing in it was changed.`,
    `To go on with it as it is, start the version that made it: git checkout 'HEAD@{1}' && npm ci`,
    'To take your rules along to this version:',
    '  1. With the version that made it: npx deal-scout rules list --json > rules.json',
    '  2. With this version, set DEAL_SCOUT_DATA to a new folder (or DATABASE_URL to a new, empty database), in the shell or in .env.',
    '  3. npx deal-scout rules import rules.json --everything',
    '  4. Connect sources and channels again (sources add, channels set), and import your files again; listings come with the next scans.',
    'Keep the old data until you miss nothing. More: docs/upgrading.md',
  ].join('\n')
}
