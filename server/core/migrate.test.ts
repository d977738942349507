import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { openDb } from './db.ts'
import type { AppError } from './errors.ts'
import { awaitMigrated, migrate, migrationStatus } from './migrate.ts'
import { extendReleased, readMigrations, releasedList } from './released-migrations.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await testDatabase({ empty: true })
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-migrations-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database[Symbol.asyncDispose]()
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const tables = async () => {
  const { rows } = await database.db.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  )
  return rows.map(({ name }) => name)
}

describe('migrate', () => {
  it('applies each file once, in the order of names, also when two processes start at once', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int); SELECT pg_sleep(0.1);')
    write(
      '0001_two.sql',
      'ALTER TABLE one ADD COLUMN m int;\n--> statement-breakpoint\nINSERT INTO one VALUES (1, 2)',
    )
    write('notes.sql', 'this is no migration')
    const other = await openDb({
      connectionString: database.connectionString,
      poolSize: 2,
      connectTimeoutMs: 5000,
      idleTimeoutMs: 5000,
      // Shorter than the wait for the other process.
      statementTimeoutMs: 50,
      waitMs: 0,
      applicationName: 'other',
      log,
    })
    const applied = await Promise.all([migrate(database.db, folder, log), migrate(other, folder, log)])
    await other.close()
    expect(applied.flat().toSorted()).toEqual(['0000_one.sql', '0001_two.sql'])
    expect((await database.db.query('SELECT * FROM one')).rows).toEqual([{ n: 1, m: 2 }])
    expect(await migrate(database.db, folder, log)).toEqual([])
  })

  it('leaves nothing half-done of one that fails, keeps those before it, and names it', async () => {
    write('0000_good.sql', 'CREATE TABLE good (n int)')
    write('0001_bad.sql', 'CREATE TABLE bad (n int); INSERT INTO bad VALUES (1); SELECT * FROM no_such_table')
    write('0002_never.sql', 'CREATE TABLE never (n int)')
    await expect(migrate(database.db, folder, log)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0001_bad\.sql failed.*no_such_table/),
    })
    expect(await tables()).toEqual(['good', 'schema_migrations'])
    write('0001_bad.sql', 'CREATE TABLE bad (n int)')
    expect(await migrate(database.db, folder, log)).toEqual(['0001_bad.sql', '0002_never.sql'])
  })

  it('refuses a file that was changed after it had been applied, but not one whose line ends were', async () => {
    write('0000_one.sql', 'CREATE TABLE one (\nn int)')
    await migrate(database.db, folder, log)
    write('0000_one.sql', 'CREATE TABLE one (\r\nn int)')
    expect(await migrate(database.db, folder, log)).toEqual([])
    write('0000_one.sql', 'CREATE TABLE one (n bigint)')
    await expect(migrate(database.db, folder, log)).rejects.toMatchObject({
      code: 'migration-edited',
      message: expect.stringMatching(
        /migrations\/0000_one\.sql was changed after.*git checkout -- migrations/,
      ),
    })
  })

  it('says to whom has data of an earlier version, where the file is as released, step by step what to do', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    await migrate(database.db, folder, log)
    write('0000_one.sql', 'CREATE TABLE one (n bigint)')
    write(releasedList, extendReleased('', readMigrations(folder)).text)
    const error = await migrate(database.db, folder, log).then(
      () => expect.fail('it migrated'),
      (thrown: AppError) => thrown,
    )
    expect(error.code).toBe('migration-edited')
    for (const step of [
      'earlier Deal Scout, whose migration 0000_one.sql was another one',
      "git checkout 'HEAD@{1}' && npm ci",
      'npx deal-scout rules list --json > rules.json',
      'set DEAL_SCOUT_DATA to a new folder (or DATABASE_URL to a new, empty database)',
      'npx deal-scout rules import rules.json --everything',
    ])
      expect(error.message).toContain(step)
    expect(await tables()).toEqual(['one', 'schema_migrations'])
  })

  it('refuses a database of a newer version before it changes anything', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    write('0009_newer.sql', 'CREATE TABLE newer (n int)')
    await migrate(database.db, folder, log)
    rmSync(join(folder, '0009_newer.sql'))
    write('0001_branch.sql', 'CREATE TABLE branch (n int)')
    await expect(migrate(database.db, folder, log)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('0009_newer.sql'),
    })
    expect(await tables()).not.toContain('branch')
  })

  it('builds an index concurrently: in statements of their own, beside a process that waits, again after a failure', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int); INSERT INTO one VALUES (1), (1)')
    await migrate(database.db, folder, log)
    const build = (kind: string) =>
      write(
        '0001_index.sql',
        [
          '-- deal-scout: expand\n-- no transaction\nDROP INDEX CONCURRENTLY IF EXISTS one_n;',
          `CREATE ${kind} CONCURRENTLY one_n ON one (n);`,
        ].join('\n--> statement-breakpoint\n'),
      )
    build('UNIQUE INDEX')
    await expect(migrate(database.db, folder, log)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0001_index\.sql failed.*the next try begins it anew/),
    })
    build('INDEX')
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.db, folder, log)))
    expect(applied.flat()).toEqual(['0001_index.sql'])
    const { rows } = await database.db.query(
      `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'one_n'::regclass`,
    )
    expect(rows).toEqual([{ valid: true }])
  })
})

describe('an older program on a newer schema', () => {
  /** A newer program has applied 0001 with this head; the older one does not have it. */
  async function applyNewer(head: string): Promise<void> {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    write('0001_newer.sql', `${head}\nALTER TABLE one ADD COLUMN IF NOT EXISTS m int`)
    await migrate(database.db, folder, log, '0.3.0')
    rmSync(join(folder, '0001_newer.sql'))
  }
  const start = (release: string) => migrate(database.db, folder, log, release)

  it('runs where only something was added', async () => {
    await applyNewer('-- deal-scout: expand')
    expect(await start('0.1.0')).toEqual([])
    expect(await awaitMigrated(database.db, folder, { waitMs: 0, log, release: '0.1.0' })).toBeUndefined()
  })

  it('runs after a contraction from the release on that does without, and is told that one before', async () => {
    await applyNewer('-- deal-scout: contract, works from 0.2.10')
    expect(await start('0.2.10')).toEqual([])
    for (const begin of [
      () => start('0.2.9'),
      () => awaitMigrated(database.db, folder, { waitMs: 0, log, release: '0.2.9' }),
    ])
      await expect(begin()).rejects.toMatchObject({
        code: 'database-newer',
        message: expect.stringMatching(/0001_newer\.sql.*at least 0\.2\.10; this is 0\.2\.9/),
      })
  })

  it('does not run where a migration says nothing, or was applied by a program that knew no marks', async () => {
    await applyNewer('-- just a comment')
    await expect(start('9.0.0')).rejects.toMatchObject({ code: 'database-newer' })
    await database.db.query('ALTER TABLE schema_migrations DROP COLUMN kind, DROP COLUMN works_from')
    await expect(start('9.0.0')).rejects.toMatchObject({ code: 'database-newer' })
  })

  it('adds nothing of its own beside what it does not know', async () => {
    await applyNewer('-- deal-scout: expand')
    write('0000_other.sql', 'CREATE TABLE other (n int)')
    await expect(start('0.1.0')).rejects.toMatchObject({ code: 'database-newer' })
    expect(await tables()).not.toContain('other')
  })
})

describe('awaitMigrated', () => {
  const wait = (waitMs: number) => awaitMigrated(database.db, folder, { waitMs, log, release: '0.1.0' })

  it('refuses at once, naming what is missing and what to do, and changes nothing', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    await expect(wait(0)).rejects.toMatchObject({
      code: 'database-not-migrated',
      message: expect.stringMatching(/lacks 0000_one\.sql.*deal-scout migrate/),
    })
    expect(await tables()).toEqual([])
  })

  it('waits until somebody else has migrated, and not for ever', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    await expect(wait(300)).rejects.toMatchObject({ message: expect.stringContaining('DATABASE_WAIT_MS') })
    const waiting = wait(20_000)
    await migrate(database.db, folder, log)
    expect(await waiting).toBeUndefined()
  })
})

describe('migrationStatus', () => {
  it('tells what is applied and what is not, and changes nothing', async () => {
    write('0000_one.sql', 'CREATE TABLE one (n int)')
    expect(await migrationStatus(database.db, folder)).toEqual([
      { name: '0000_one.sql', appliedAt: null, kind: 'contract', worksFrom: null },
    ])
    expect(await tables()).toEqual([])
    await migrate(database.db, folder, log)
    write('0001_two.sql', '-- deal-scout: expand\nCREATE TABLE two (n int)')
    expect(await migrationStatus(database.db, folder)).toEqual([
      { name: '0000_one.sql', appliedAt: expect.any(Date), kind: 'contract', worksFrom: null },
      { name: '0001_two.sql', appliedAt: null, kind: 'expand', worksFrom: null },
    ])
  })
})
