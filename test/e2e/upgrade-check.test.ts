import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { migrate } from '../../server/core/migrate.ts'
import { testApp } from '../harness/app.ts'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, run } from '../harness/program.ts'

const migrations = join(import.meta.dirname, '../../migrations')

async function check(database: { env: Record<string, string> }, env: Record<string, string> = {}) {
  using folder = dataFolder()
  const { code, stdout, stderr } = await run(['upgrade-check', '--json'], {
    env: { ...database.env, DEAL_SCOUT_DATA: folder.path, ...env },
  })
  const told = JSON.parse(stdout) as {
    state: string
    findings: { name: string; state: string; detail: string }[]
  }
  const of = (name: string) => told.findings.find((finding) => finding.name === name)!
  return { code, stderr, state: told.state, of }
}

/** A database as the release before this migration left it. */
async function migratedUntil(name: string) {
  const database = await testDatabase({ empty: true })
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-before-'))
  const files = readdirSync(migrations).filter((file) => file.endsWith('.sql') && file < name)
  for (const file of files) copyFileSync(join(migrations, file), join(folder, file))
  await migrate(database.db, folder, pino({ level: 'silent' }))
  rmSync(folder, { recursive: true })
  return database
}

it('a database that is up to date may be rolled out to beside what runs, which it names: exit code 0', async () => {
  await using test = await testApp({ roles: ['worker'] })
  const { code, state, of } = await check(test.database)
  expect([code, state]).toEqual([0, 'ok'])
  expect(of('migrations').detail).toBe('nothing is to be done')
  expect(of('processes').detail).toMatch(
    /^0\.1\.0 \(1 process, \d+ connections from 1 address\); this is 0\.1\.0$/,
  )
  expect(of('job queue').detail).toMatch(/^version \d+$/)
  expect(of('postgresql').detail).toMatch(/^PostgreSQL \d+/)
})

it('names each pending migration and whether older processes run beside it, and changes nothing: exit code 0', async () => {
  await using database = await migratedUntil('0035')
  const { code, of } = await check(database)
  expect(code).toBe(0)
  expect(of('migrations').detail).toContain('0036_made_options.sql (only adds)')
  const { rows } = await database.db.query('SELECT max(name) AS last FROM schema_migrations')
  expect(rows).toEqual([{ last: '0034_accepted_terms.sql' }])
})

it('with a step that takes something away and no backup it is not ready: exit code 1; with a young one, beside an older process, that is to be stopped: 3', async () => {
  await using database = await migratedUntil('0014')
  const none = await check(database)
  expect([none.code, none.of('backup').state]).toEqual([1, 'bad'])
  expect(none.stderr).toContain('upgrade-not-ready')
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-backups-'))
  const older = new pg.Client({
    connectionString: database.connectionString,
    application_name: 'deal-scout 0.0.9',
  })
  await older.connect()
  try {
    const at = new Date()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(/(?<=T.*):/g, '')
    const backup = join(folder, `deal-scout-${at}`)
    mkdirSync(backup)
    writeFileSync(join(backup, 'manifest.json'), '{}')
    const beside = await check(database, { BACKUP_FOLDER: folder })
    expect([beside.code, beside.of('migrations').state]).toEqual([3, 'stop'])
    expect(beside.of('migrations').detail).toContain('What runs as 0.0.9 does not run on what they leave')
    await older.end()
    expect((await check(database, { BACKUP_FOLDER: folder })).code).toBe(0)
  } finally {
    await older.end().catch(() => {})
    rmSync(folder, { recursive: true })
  }
})

it('names who has kept a transaction open that a change of a table would wait for', async () => {
  await using database = await migratedUntil('0035')
  const client = new pg.Client({ connectionString: database.connectionString, application_name: 'a report' })
  await client.connect()
  try {
    await client.query('BEGIN; SELECT 1')
    // The check looks for those of half a minute.
    await new Promise((resolve) => setTimeout(resolve, 31_000))
    const { code, of } = await check(database)
    expect(code).toBe(1)
    expect(of('long transactions').detail).toMatch(
      /^a report \(pid \d+\) for 3\d s: .*pg_terminate_backend\(\d+\)$/,
    )
  } finally {
    await client.end()
  }
})

it('where nothing is yet it makes nothing', async () => {
  using folder = dataFolder()
  const { code, stderr } = await run(['upgrade-check'], { env: { DEAL_SCOUT_DATA: folder.path } })
  expect([code, stderr]).toEqual([2, expect.stringContaining('Nothing is here yet')])
  expect(readdirSync(folder.path)).toEqual([])
})
