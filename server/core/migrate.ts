import { setTimeout as sleep } from 'node:timers/promises'
import type { Db, Session, Sql } from './db.ts'
import { type AppError, errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'
import { type Migration, type MigrationMark, readMigrations, readReleased } from './released-migrations.ts'

export interface MigrationStatus extends MigrationMark {
  name: string
  appliedAt: Date | null
}

type AppliedMigration = Pick<Migration, 'name' | 'sha256'> & {
  /** null = applied by a program that knew no marks. */
  kind: MigrationMark['kind'] | null
  worksFrom: string | null
}

/** Any constant serves; every process of this program must use the same. */
const migrationLock = 7_238_114_001
const pollEveryMs = 100

/**
 * Applies what is missing, one process at a time; forward only. Each file is a transaction of its own, unless it says that
 * it is none. Where nothing is missing nothing is written, and a schema that a newer program made is left as it is. With
 * `upTo` none after the one of this name is applied.
 */
export async function migrate(
  db: Db,
  folder: string,
  log: Log,
  release = '0.0.0',
  upTo?: string,
): Promise<string[]> {
  const migrations = readMigrations(folder).filter(({ name }) => upTo === undefined || name <= upTo)
  const missing = async (sql: Sql | Session) => missingOf(migrations, await appliedIn(sql), folder, release)
  if ((await missing(db)).length === 0) return []
  return db.session(async (session) => {
    // Not by waiting in a statement: an index that is built concurrently waits for the end of all that run meanwhile.
    while (!(await lock(session))) await sleep(pollEveryMs)
    await session.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations
         (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
       ALTER TABLE schema_migrations ADD COLUMN IF NOT EXISTS kind text, ADD COLUMN IF NOT EXISTS works_from text`,
    )
    const applied: string[] = []
    for (const migration of await missing(session)) {
      await apply(session, migration)
      applied.push(migration.name)
      log.debug({ migration: migration.name }, 'migration applied')
    }
    return applied
  })
}

/**
 * For who does not migrate: resolves when somebody else has, and throws a setup error when nobody did in `waitMs`, or when
 * this program cannot run on what is there.
 */
export async function awaitMigrated(
  db: Db,
  folder: string,
  { waitMs, log, release }: { waitMs: number; log: Log; release: string },
): Promise<void> {
  const migrations = readMigrations(folder)
  const deadline = Date.now() + waitMs
  for (let attempt = 0; ; attempt++) {
    const missing = missingOf(migrations, await appliedIn(db), folder, release)
    if (missing.length === 0) return
    if (Date.now() >= deadline) throw notMigrated(missing, waitMs)
    if (attempt === 0) log.info({ missing: missing.length }, 'waiting for the database to be migrated')
    await sleep(pollEveryMs)
  }
}

function notMigrated(missing: readonly Migration[], waitMs: number): AppError {
  const names = missing.map(({ name }) => name).join(', ')
  return setupError(
    'database-not-migrated',
    `${waitMs > 0 ? 'Nobody brought the database up to date in DATABASE_WAIT_MS' : 'The database is not up to date'}: it lacks ${names}, and DATABASE_MIGRATE says that this process changes nothing. Run "deal-scout migrate" with the same version, or start one process with DATABASE_MIGRATE=auto.`,
  )
}

async function lock(session: Session): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    migrationLock,
  ])
  return rows[0]!.locked
}

async function appliedIn(sql: Pick<Sql, 'query'>): Promise<AppliedMigration[]> {
  if (!(await isMigrated(sql))) return []
  // The last two columns may not be there yet.
  const { rows } = await sql.query<AppliedMigration>(
    `SELECT name, sha256, to_jsonb(m)->>'kind' AS kind, to_jsonb(m)->>'works_from' AS "worksFrom"
     FROM schema_migrations m ORDER BY name`,
  )
  return rows
}

function missingOf(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
  folder: string,
  release: string,
): Migration[] {
  refuseEdited(migrations, applied, readReleased(folder))
  const names = new Set(applied.map(({ name }) => name))
  const missing = migrations.filter(({ name }) => !names.has(name))
  refuseNewer(migrations, applied, missing, release)
  return missing
}

async function apply(session: Session, migration: Migration): Promise<void> {
  const { name, sql, inTransaction } = migration
  if (inTransaction) {
    await session.transaction(async (tx) => {
      await tx.query(sql).catch((error: unknown) => {
        throw failed(name, error, 'nothing of it was kept')
      })
      await note(tx, migration)
    })
    return
  }
  for (const statement of sql.split('--> statement-breakpoint'))
    await session.query(statement).catch((error: unknown) => {
      throw failed(name, error, 'what it did before that stays; the next try begins it anew')
    })
  await note(session, migration)
}

async function note(sql: Pick<Sql, 'query'>, { name, sha256, kind, worksFrom }: Migration): Promise<void> {
  await sql.query('INSERT INTO schema_migrations (name, sha256, kind, works_from) VALUES ($1, $2, $3, $4)', [
    name,
    sha256,
    kind,
    worksFrom,
  ])
}

function failed(name: string, error: unknown, kept: string): AppError {
  return setupError(
    'migration-failed',
    `Migration ${name} failed and ${kept}: ${errorMessage(error)}. The migrations before it stay applied.`,
    error,
  )
}

/** Whether any migration was ever applied; changes nothing. */
export async function isMigrated(db: Pick<Sql, 'query'>): Promise<boolean> {
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
  return readMigrations(folder).map(({ name, kind, worksFrom }) => ({
    name,
    appliedAt: appliedAt.get(name) ?? null,
    kind,
    worksFrom,
  }))
}

/** What a start of this program would find. */
export interface MigrationsAhead {
  /** What it would apply, in order. */
  pending: Migration[]
  /** What a newer program applied. */
  unknown: string[]
  /** Why it would not start; null = it would. */
  refusal: string | null
}

/** `migrations`: those of the folder, where they were read before. */
export async function migrationsAhead(
  db: Pick<Sql, 'query'>,
  folder: string,
  release: string,
  migrations: readonly Migration[] = readMigrations(folder),
): Promise<MigrationsAhead> {
  const applied = await appliedIn(db)
  const [known, names] = [migrations, applied].map((list) => new Set(list.map(({ name }) => name)))
  const ahead = {
    pending: migrations.filter(({ name }) => !names!.has(name)),
    unknown: applied.flatMap(({ name }) => (known!.has(name) ? [] : name)),
  }
  try {
    missingOf(migrations, applied, folder, release)
    return { ...ahead, refusal: null }
  } catch (error) {
    return { ...ahead, refusal: errorMessage(error) }
  }
}

/** An older program on a newer schema runs until that lacks what it needs, and never changes it. */
function refuseNewer(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
  missing: readonly Migration[],
  release: string,
): void {
  const names = new Set(known.map(({ name }) => name))
  const newer = applied.filter(({ name }) => !names.has(name))
  const broken = missing.length > 0 ? newer : newer.filter((migration) => !runsOn(migration, release))
  if (broken.length === 0) return
  const needed = broken
    .map(({ worksFrom }) => worksFrom)
    .toSorted(byRelease)
    .at(-1)
  const atLeast = needed == null ? '' : ` (at least ${needed}; this is ${release})`
  throw setupError(
    'database-newer',
    `The database was migrated by a newer Deal Scout, and this one cannot use it any more (${broken.map(({ name }) => name).join(', ')}). Start that version${atLeast}, or restore a backup from before.`,
  )
}

/** Whether programs of this release run on what the migration leaves. */
export function runsOn(
  { kind, worksFrom }: Pick<AppliedMigration, 'kind' | 'worksFrom'>,
  release: string,
): boolean {
  return kind === 'expand' || (worksFrom !== null && byRelease(worksFrom, release) <= 0)
}

/** Orders releases such as 0.10.2; null before all. */
export function byRelease(a: string | null, b: string | null): number {
  const numbers = (release: string | null) =>
    (release ?? '').split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [left, right] = [numbers(a), numbers(b)]
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function refuseEdited(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
  released: ReadonlyMap<string, string>,
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  const other = applied.find(({ name, sha256 }) => byName.has(name) && byName.get(name)!.sha256 !== sha256)
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
