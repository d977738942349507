import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, inject, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { saveChannel } from '../../server/notify/targets/channels.ts'
import { createRule } from '../../server/rules/rules.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { ruleInput, seenListing } from '../harness/factories.ts'
import { sendJson, startFakeServer } from '../harness/fake-server.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/security/database-roles.md'), 'utf8')
const [make, grant, divide] = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql!)

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** The server's administrator in a database. */
async function asAdmin<T>(database: string | null, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(inject('databaseUrl'))
  if (database !== null) url.pathname = `/${database}`
  return connected(url.href, run)
}

async function connected<T>(connectionString: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** A database with its two roles, under names of their own; `owned` by the lesser one at first where it says so. */
function names() {
  const database = `roles_${randomBytes(5).toString('hex')}`
  const owner = `${database}_owner`
  const own = (sql: string) => sql.replaceAll(/\bdeal_scout(_owner)?\b/g, `${database}$1`)
  const url = (user: string, password: string) => {
    const address = new URL(inject('databaseUrl'))
    return Object.assign(address, { username: user, password, pathname: `/${database}` }).href
  }
  undo.push(() =>
    asAdmin(null, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      for (const role of [database, owner]) await client.query(`DROP ROLE IF EXISTS ${role}`)
    }),
  )
  return {
    ...{ database, owner, own },
    lesserUrl: url(database, 'another password'),
    ownerUrl: url(owner, 'one password'),
  }
}

const key = Buffer.alloc(32, 7).toString('base64')
function start(env: Record<string, string>): Promise<TestApp> {
  return testApp({
    roles: ['api', 'worker', 'scheduler'],
    env: {
      ...{ DEAL_SCOUT_SECRET_KEYS: key, GOTIFY_ALLOW_PRIVATE_NETWORK: 'on', LEARN_FIRST: 'off' },
      ...env,
    },
  })
}

/** Something found, matched and delivered. */
async function bring(test: TestApp, title: string): Promise<void> {
  await using receiver = await startFakeServer((_, response) => sendJson(response, 200, { id: 1 }))
  const { app } = test
  await saveChannel(app.notify, app.owner, 'gotify', {
    settings: { server: receiver.baseUrl, appToken: 'Atoken' },
    enabled: true,
  })
  await createRule(app.rules, app.owner, ruleInput({ keywords: { all: ['lamp'] }, channels: ['gotify'] }))
  const seen = seenListing({ externalId: title, title })
  const sightings = [{ marketplace: 'market', seen, observedAtMs: Date.now() }]
  await ingest(app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  await until(async () => receiver.requests.some(({ body }) => body.includes(title)), 20_000)
  await until(async () => {
    const { rows } = await app.db.query(`SELECT FROM delivery_attempts WHERE outcome = 'sent'`)
    return rows.length > 0
  })
  expect((await test.call('GET', '/api/rules')).status).toBe(200)
}

/** What the lesser role may not, each with PostgreSQL's "insufficient privilege". */
async function expectNoRights(lesserUrl: string): Promise<void> {
  const refused = [
    'CREATE TABLE mine (id int)',
    'CREATE TABLE jobs.mine (id int)',
    'CREATE TEMPORARY TABLE mine (id int)',
    'CREATE SCHEMA mine',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'CREATE INDEX mine ON listings (title)',
    'DROP TABLE matches',
    'DROP TABLE jobs.job',
    'DROP SCHEMA jobs CASCADE',
    'ALTER TABLE listings ADD COLUMN mine int',
    'ALTER TABLE jobs.job ADD COLUMN mine int',
    'ALTER TABLE listings DISABLE TRIGGER ALL',
    'TRUNCATE listings CASCADE',
    'CREATE ROLE mine',
    `COPY listings TO PROGRAM 'cat'`,
  ]
  await connected(lesserUrl, async (client) => {
    for (const sql of refused) {
      const code = await client.query(sql).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
      expect([sql, code]).toEqual([sql, '42501'])
    }
  })
}

it('the program works as a role that only reads and writes rows, once another has migrated: by the SQL of the page, jobs included', async () => {
  const { database, own, lesserUrl, ownerUrl } = names()
  await asAdmin(null, async (client) => {
    // CREATE DATABASE is no part of a transaction, as several statements in one text would be.
    for (const sql of own(make!)
      .split(';\n')
      .filter((one) => one.trim() !== ''))
      await client.query(sql)
  })
  await asAdmin(database, (client) => client.query(own(grant!)))
  await expect(start({ DATABASE_URL: lesserUrl, DATABASE_MIGRATE: 'off' })).rejects.toMatchObject({
    code: 'database-not-migrated',
  })
  {
    // As `deal-scout migrate` does.
    await using migrating = await testApp({
      env: { DATABASE_URL: lesserUrl, DATABASE_MIGRATION_URL: ownerUrl, DEAL_SCOUT_SECRET_KEYS: key },
    })
    const { rows } = await migrating.app.db.query<{ who: string }>('SELECT current_user AS who')
    expect(rows).toEqual([{ who: database }])
  }
  await using test = await start({ DATABASE_URL: lesserUrl, DATABASE_MIGRATE: 'wait' })
  await bring(test, 'Brass lamp')
  await expectNoRights(lesserUrl)
})

it('a database of one role is divided by the SQL of the page, and what is in it stays', async () => {
  const { database, own, lesserUrl, ownerUrl } = names()
  await asAdmin(null, async (client) => {
    await client.query(`CREATE ROLE ${database} LOGIN PASSWORD 'another password'`)
    await client.query(`CREATE DATABASE ${database} OWNER ${database}`)
  })
  {
    await using before = await start({ DATABASE_URL: lesserUrl })
    await bring(before, 'Brass lamp')
  }
  await asAdmin(database, async (client) => {
    await client.query(own(divide!))
    await client.query(own(grant!))
    await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`)
  })
  await using test = await start({ DATABASE_URL: lesserUrl, DATABASE_MIGRATION_URL: ownerUrl })
  const { rows } = await test.app.db.query('SELECT title FROM listings')
  expect(rows).toEqual([{ title: 'Brass lamp' }])
  await bring(test, 'Copper lamp')
  await expectNoRights(lesserUrl)
})

it('where nobody has made the tables of the job queue, the lesser role says who has to', async () => {
  const { database, own, lesserUrl, ownerUrl } = names()
  await asAdmin(null, async (client) => {
    for (const sql of own(make!)
      .split(';\n')
      .filter((one) => one.trim() !== ''))
      await client.query(sql)
  })
  await asAdmin(database, (client) => client.query(own(grant!)))
  {
    await using _ = await testApp({
      env: { DATABASE_URL: lesserUrl, DATABASE_MIGRATION_URL: ownerUrl, DEAL_SCOUT_SECRET_KEYS: key },
    })
  }
  await asAdmin(database, (client) => client.query('DROP SCHEMA jobs CASCADE'))
  await expect(start({ DATABASE_URL: lesserUrl, DATABASE_MIGRATE: 'wait' })).rejects.toMatchObject({
    code: 'job-tables-missing',
    message: expect.stringMatching(/deal-scout migrate.*DATABASE_MIGRATION_URL/),
  })
})
