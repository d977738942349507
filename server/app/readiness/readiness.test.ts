import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { openTestApp, type TestApp } from '../../../test/harness/open-app.ts'
import { startSmtpFakeServer } from '../../channels/email/contract-fake-server.ts'
import { loadConfig } from '../config.ts'
import { readiness, readinessChecks } from './readiness.ts'
import { lookAround, type Situation, type SituationDeps } from './situation.ts'

let test: TestApp
let smtp: Awaited<ReturnType<typeof startSmtpFakeServer>>
const backupFolder = mkdtempSync(join(tmpdir(), 'deal-scout-backups-'))

/** An installation that others may rely on. */
const good: Record<string, string> = {
  DEAL_SCOUT_BASE_URL: 'https://deals.example',
  DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1',
  DEAL_SCOUT_SECOND_FACTOR: 'admins',
  DEAL_SCOUT_OPS_PORT: '9464',
  BACKUP_FOLDER: backupFolder,
  MAIL_FROM: 'Deal Scout <deals@example.com>',
  ...{ RATE_LIMIT_READ: '6000', RATE_LIMIT_WRITE: '1200', RATE_LIMIT_COSTLY: '120', RATE_LIMIT_STRICT: '20' },
  ...{ RATE_LIMIT_FEED: '30', RATE_LIMIT_PHOTOS: '6000' },
  ...{ SHED_EVENT_LOOP_DELAY_MS: '2000', SHED_HEAP_PERCENT: '95' },
}

beforeAll(async () => {
  smtp = await startSmtpFakeServer({ password: 'right' })
  test = await openTestApp(await testDatabase(), { env: { ...good, SMTP_URL: smtp.url } })
  await test.app.db.query(`UPDATE jobs.version SET cron_on = now()`)
  await test.app.db.query(`UPDATE retention_progress SET passed_at = now()`)
  await test.app.db.query(
    `INSERT INTO retention_progress (kind, passed_at) VALUES ('listings', now())
     ON CONFLICT (kind) DO UPDATE SET passed_at = now()`,
  )
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await smtp[Symbol.asyncDispose]()
  rmSync(backupFolder, { recursive: true })
})

/** The configuration that these options make, as the program reads it. */
function configOf(env: Record<string, string>): Situation['config'] {
  const { marketplaces, channels } = test.app.adapters
  const { dataDir, databaseUrl } = test.app.config
  return loadConfig({
    env: { DEAL_SCOUT_DATA: dataDir, DATABASE_URL: databaseUrl, ...good, SMTP_URL: smtp.url, ...env },
    cwd: dataDir,
    adapterOptions: [...marketplaces.values(), ...channels.values()].flatMap(({ options }) => options),
  })
}

async function look(env: Record<string, string> = {}, over: Partial<SituationDeps> = {}): Promise<Situation> {
  const { app } = test
  const config = configOf(env)
  const seen = await lookAround({
    ...{ config, db: app.db, clock: app.clock, isEmbedded: app.embedded, channels: app.adapters.channels },
    adapterOptions: config.adapters,
    claimed: async () => true,
    schedulerSecondsAgo: async () => (await app.openQueue(false)).scheduledSecondsAgo(),
    ...over,
  })
  // What the machine of a test cannot be, or need not.
  return {
    ...seen,
    machine: { ...seen.machine, userId: 1000 },
    disk: { bytesFree: 50 * 1024 ** 3, bytes: 100 * 1024 ** 3 },
    backups: seen.backups && { ...seen.backups, newestHours: 3, verifiedHours: 3, isOnSameDisk: false },
  }
}

const failed = new Set<string>()
function failing(situation: Situation): string[] {
  const names = readiness(situation).flatMap(({ name, ok }) => (ok ? [] : [name]))
  for (const name of names) failed.add(name)
  return names
}

it('an installation that is as it should be fails nothing', async () => {
  const found = readiness(await look())
  expect(found.filter(({ ok }) => !ok)).toEqual([])
  expect(found.length).toBeGreaterThanOrEqual(20)
})

describe('an option that does not fit fails exactly the check of that name', () => {
  it.each([
    ['public address', { DEAL_SCOUT_BASE_URL: '' }],
    ['public address', { DEAL_SCOUT_BASE_URL: 'https://localhost:8080' }],
    ['public address', { DEAL_SCOUT_BASE_URL: 'http://deals.example', DEAL_SCOUT_PLAIN_HTTP: 'allow' }],
    ['operators port', { DEAL_SCOUT_OPS_HOST: '0.0.0.0' }],
    ['trusted proxies', { DEAL_SCOUT_TRUSTED_PROXIES: '0.0.0.0/0' }],
    ['trusted proxies', { DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1,::/0' }],
    ['trusted proxies', { DEAL_SCOUT_TRUSTED_PROXIES: '' }],
    ['rate limits', { RATE_LIMIT_STRICT: '0' }],
    ['load shedding', { SHED_HEAP_PERCENT: '0' }],
    ['database encryption', { DATABASE_DIRECT_URL: 'postgres://a:b@db.example/deals' }],
    ['database encryption', { DATABASE_URL: 'postgres://a:b@db.example/deals?sslmode=require' }],
    ['redis password', { REDIS_URL: 'rediss://cache.example:6379' }],
    ['redis password', { REDIS_URL: 'redis://:secret@cache.example:6379' }],
    ['mail', { SMTP_URL: '' }],
    ['mail', { MAIL_FROM: '' }],
    ['mail', { SMTP_URL: 'smtp://127.0.0.1:9' }],
    ['second factor', { DEAL_SCOUT_SECOND_FACTOR: 'nobody' }],
    ['log level', { DEAL_SCOUT_LOG_LEVEL: 'debug' }],
    ['log level', { DEAL_SCOUT_LOG_LEVEL: 'silent' }],
    ['told of faults', { DEAL_SCOUT_OPS_PORT: '' }],
    ['demo', { DEAL_SCOUT_DEMO: 'on' }],
    ['connections', { DATABASE_POOL_SIZE: '200' }],
    ['time and language', { DEAL_SCOUT_TIME_ZONE: 'Mars/Olympus' }],
    ['backups', { BACKUP_FOLDER: '' }],
  ] as [string, Record<string, string>][])('%s: %o', async (name, env) => {
    const seen = await look(env)
    expect(failing(seen)).toEqual([name])
    const found = readiness(seen).filter(({ ok }) => !ok)
    // Says what to do.
    expect(found[0]!.detail.length).toBeGreaterThan(40)
  })
})

describe('what is found in the database and on the disk fails exactly the check of that name', () => {
  const during = async (change: string, back: string) => {
    const { db } = test.app
    await db.query(change)
    try {
      return failing(await look())
    } finally {
      await db.query(back)
    }
  }

  it('scheduler: none for minutes, and never', async () => {
    const well = 'UPDATE jobs.version SET cron_on = now()'
    expect(await during(`UPDATE jobs.version SET cron_on = now() - interval '10 minutes'`, well)).toEqual([
      'scheduler',
    ])
    expect(await during('UPDATE jobs.version SET cron_on = NULL', well)).toEqual(['scheduler'])
  })

  it('old data: not looked through for days', async () => {
    const change = (ago: string) => `UPDATE retention_progress SET passed_at = now() - interval '${ago}'`
    expect(await during(change('3 days'), change('0'))).toEqual(['old data'])
  })

  it('demo: what it made up is still there', async () => {
    const insert = `INSERT INTO sources (user_id, marketplace, name, settings, demo, enabled, browse, interval_ms, created_at)
      SELECT min(id), 'ebay', 'Demo', '', true, true, true, 15000, now() FROM users`
    expect(await during(insert, 'DELETE FROM sources WHERE demo')).toEqual(['demo'])
  })

  it('connections: more processes than the database has room for', async () => {
    const insert = `INSERT INTO running_processes (id, roles, release, connections_max, seen_at)
      SELECT gen_random_uuid(), '{worker}', '0.1.0', 12, now() FROM generate_series(1, 8)`
    expect(await during(insert, 'DELETE FROM running_processes')).toEqual(['connections'])
  })

  it('clock: seconds away from the database', async () => {
    const clock = stubClock(new Date(Date.now() + 5_000))
    expect(failing(await look({}, { clock }))).toEqual(['clock'])
  })

  it('key permissions: others may open the key', async () => {
    const path = join(test.app.config.dataDir, 'secret-key')
    chmodSync(path, 0o640)
    expect(failing(await look())).toEqual(['key permissions'])
    chmodSync(path, 0o600)
  })

  it('key beside data, database for several: the embedded database, with processes of a role each', async () => {
    expect(failing(await look({}, { isEmbedded: true }))).toEqual(['key beside data'])
    const key = Buffer.alloc(32, 7).toString('base64')
    expect(
      failing(await look({ DEAL_SCOUT_ROLES: 'worker', DEAL_SCOUT_SECRET_KEYS: key }, { isEmbedded: true })),
    ).toEqual(['database for several'])
  })

  it('photo folder: cannot be written', async () => {
    const path = join(test.app.config.dataDir, 'photos')
    rmSync(path, { recursive: true, force: true })
    writeFileSync(path, 'a file, where the folder belongs')
    expect(failing(await look())).toEqual(['photo folder'])
    expect(failing(await look({ PHOTOS_SHOWN: 'off' }))).toEqual([])
    rmSync(path)
    mkdirSync(path)
  })

  it('owner: nobody has become one', async () => {
    expect(failing(await look({}, { claimed: async () => false }))).toEqual(['owner'])
  })
})

describe('what only another machine shows fails exactly the check of that name', () => {
  const old = { newestHours: 3, verifiedHours: 3, isOnSameDisk: false, problem: null }
  it.each([
    ['user', (seen: Situation) => ({ machine: { ...seen.machine, userId: 0 } })],
    ['time and language', (seen: Situation) => ({ machine: { ...seen.machine, knowsLanguages: false } })],
    ['time and language', (seen: Situation) => ({ database: { ...seen.database, encoding: 'SQL_ASCII' } })],
    ['disk space', () => ({ disk: { bytesFree: 1024 ** 3, bytes: 100 * 1024 ** 3 } })],
    ['backup disk', () => ({ backups: { ...old, isOnSameDisk: true } })],
    ['backups', () => ({ backups: { ...old, newestHours: null, verifiedHours: null } })],
    ['backups', () => ({ backups: { ...old, newestHours: 100 } })],
    [
      'backups',
      () => ({ backups: { ...old, newestHours: null, verifiedHours: null, problem: 'there is no bucket' } }),
    ],
    ['backups tried out', () => ({ backups: { ...old, verifiedHours: null } })],
    ['backups tried out', () => ({ backups: { ...old, verifiedHours: 24 * 30 } })],
  ] as [string, (seen: Situation) => Partial<Situation>][])('%s', async (name, plant) => {
    const seen = await look()
    expect(failing({ ...seen, ...plant(seen) })).toEqual([name])
  })

  it('sign-up: open to all with passwords alone, which the second factor names too', async () => {
    expect(failing(await look({ DEAL_SCOUT_SIGN_UP: 'open', DEAL_SCOUT_SECOND_FACTOR: 'nobody' }))).toEqual([
      'sign-up',
      'second factor',
    ])
  })

  it('a backup folder on the disk of the data is seen as such', async () => {
    const { app } = test
    const { backups } = await lookAround({
      ...{ config: configOf({}), db: app.db, clock: app.clock, isEmbedded: false, channels: new Map() },
      ...{ adapterOptions: {}, claimed: async () => true, schedulerSecondsAgo: async () => 1 },
    })
    expect(backups).toEqual({ newestHours: null, verifiedHours: null, isOnSameDisk: true, problem: null })
  })
})

it('every check is made to fail above', () => {
  expect([...failed].toSorted()).toEqual(Object.keys(readinessChecks).toSorted())
})
