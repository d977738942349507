import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../server/core/migrate.ts'
import { createSecrets } from '../../server/core/secrets.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { matchRule } from '../../server/flows/match-rule.ts'
import type { TestApp } from '../harness/app.ts'
import { testDatabase } from '../harness/database.ts'
import { seenListing } from '../harness/factories.ts'
import { openTestApp } from '../harness/open-app.ts'

const folder = join(import.meta.dirname, 'fixtures')
const releases = readdirSync(folder).filter((file) => file.endsWith('.sql.gz'))
const bytesMax = 300_000

/** With which make-fixture.ts has the releases seal. */
const key = createHash('sha256').update('deal-scout upgrade fixtures').digest()

type Rows = Record<string, number>

describe.each(releases)('a database that %s left', (file) => {
  let test: TestApp
  let before: Rows
  const calls: { id: string; status: number }[] = []
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      calls.push({ id: String(request.headers['webhook-id']), status: 200 })
      response.writeHead(200).end()
    })
  })

  beforeAll(async () => {
    const database = await testDatabase({ empty: true })
    const client = new pg.Client({ connectionString: database.connectionString })
    await client.connect()
    await client.query(gunzipSync(readFileSync(join(folder, file))).toString())
    await client.end()
    before = await rowsOf(database.db)
    await migrate(database.db, join(import.meta.dirname, '../../migrations'), pino({ level: 'silent' }))
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    test = await openTestApp(database, {
      env: {
        DEAL_SCOUT_SECRET_KEYS: key.toString('base64'),
        WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true',
        LEARN_FIRST: 'off',
      },
    })
  })
  afterAll(async () => {
    receiver.close()
    await test?.[Symbol.asyncDispose]()
  })

  it(`is small enough to keep: at most ${bytesMax} bytes`, () => {
    expect(statSync(join(folder, file)).size).toBeLessThan(bytesMax)
  })

  it('has something of all that people make', () => {
    for (const table of [
      ...['rules', 'sources', 'scans', 'listings', 'price_changes', 'matches', 'watches', 'undecided'],
      ...['notifications', 'deliveries', 'delivery_attempts', 'channel_settings', 'channel_queues'],
      ...[
        'notify_preferences',
        'selling_settings',
        'message_templates',
        'cluster_members',
        'cluster_decisions',
      ],
    ])
      expect(before[table], table).toBeGreaterThan(0)
  })

  it('keeps every row of every table', async () => {
    const { profiles, ...after } = await rowsOf(test.app.db)
    expect(profiles).toBeGreaterThan(0)
    for (const [table, rows] of Object.entries(before))
      if (table !== 'schema_migrations') expect(after[table], table).toBe(rows)
  })

  it('keeps the time zone and what the way costs, now in the profile', async () => {
    await test.app.me.profiles.catchUp(test.app.db)
    expect(test.app.me.profiles.of(test.app.owner)).toMatchObject({
      timeZone: 'Asia/Kathmandu',
      travel: { centsPerKm: 30, currency: 'USD' },
    })
    const { rows } = await test.app.db.query<{ all: string }>(
      `SELECT (SELECT string_agg(own::text, ' ') FROM selling_settings)
              || (SELECT string_agg(preferences::text, ' ') FROM notify_preferences) AS all`,
    )
    expect(rows[0]!.all).toContain('sellWithinDays')
    expect(rows[0]!.all).not.toMatch(/travel|timeZone/)
  })

  it('opens what was sealed', async () => {
    const secrets = createSecrets({ keys: [key] })
    const { rows } = await test.app.db.query<{ sealed: string; context: string }>(
      `SELECT settings AS sealed, 'channel:' || user_id || ':' || channel AS context FROM channel_settings
       UNION ALL SELECT settings, 'settings' FROM sources`,
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const { sealed, context } of rows)
      expect(JSON.parse(secrets.open(sealed, context))).toBeTypeOf('object')
  })

  it('matches no rule anew with what it was matched with before', async () => {
    const { rows } = await test.app.db.query<{ id: number; revision: number }>(
      'SELECT id, revision FROM rules WHERE enabled AND snoozed_until IS NULL',
    )
    const matched = async () => (await rowsOf(test.app.db)).matches!
    const known = await matched()
    for (const { id, revision } of rows) await matchRule(test.app.reconsider, id, revision)
    const found = await test.app.db.query(
      `SELECT FROM notifications WHERE dedupe_key LIKE 'rule:%:existing:%'`,
    )
    // A rule that found its listings one by one has nothing that it did not tell.
    expect(await matched()).toBeGreaterThanOrEqual(known)
    const twice = await test.app.db.query(
      'SELECT FROM matches GROUP BY rule_id, listing_id HAVING count(*) > 1',
    )
    expect({ twice: twice.rowCount }).toEqual({ twice: 0 })
    for (const { id, revision } of rows) await matchRule(test.app.reconsider, id, revision)
    const again = await test.app.db.query(
      `SELECT FROM notifications WHERE dedupe_key LIKE 'rule:%:existing:%'`,
    )
    expect(again.rowCount).toBe(found.rowCount)
  })

  it('tells a new listing by the old rules, once', async () => {
    const notify = () =>
      ingest(test.app.pipeline, {
        sightings: [
          {
            marketplace: 'feed',
            seen: seenListing({ externalId: 'new-bike', title: 'Gravel bike, new here', priceCents: 30_000 }),
            observedAtMs: test.app.clock.now().getTime(),
          },
        ],
        ...{ sourceId: null, scanId: null, demo: false },
      })
    expect(await notify()).toMatchObject({ added: 1, notifications: 1 })
    expect(await notify()).toMatchObject({ added: 0, notifications: 0 })
  })

  it('delivers what waited once, and nothing that was delivered', async () => {
    // The receiver of that time is gone: another stands in at its address.
    const { port } = receiver.address() as AddressInfo
    const secrets = createSecrets({ keys: [key] })
    const { rows: channels } = await test.app.db.query<{ userId: number; settings: string }>(
      `SELECT user_id AS "userId", settings FROM channel_settings WHERE channel = 'webhook'`,
    )
    const { userId, settings } = channels[0]!
    const context = `channel:${userId}:webhook`
    const opened = JSON.parse(secrets.open(settings, context))
    await test.app.db.query(`UPDATE channel_settings SET settings = $1 WHERE channel = 'webhook'`, [
      secrets.seal(JSON.stringify({ ...opened, url: `http://127.0.0.1:${port}/hook` }), context),
    ])
    const keysOf = async (state: string) =>
      (
        await test.app.db.query<{ key: string }>(
          `SELECT key::text AS key FROM deliveries WHERE channel = 'webhook' AND state = ANY(string_to_array($1, ' '))`,
          [state],
        )
      ).rows.map(({ key }) => key)
    const sent = await keysOf('sent')
    const waiting = await keysOf('pending retry leased')
    expect(sent.length).toBeGreaterThan(0)
    expect(waiting.length).toBeGreaterThan(0)
    await test.app.db.query(
      `UPDATE deliveries SET due_at = now() WHERE state IN ('pending', 'retry', 'leased')`,
    )
    await test.app.db.query(
      'UPDATE channel_queues SET retry_at = NULL, next_at = now() WHERE next_at IS NOT NULL',
    )
    await test.app.start(['worker'])
    await expect.poll(() => keysOf('pending retry leased'), { timeout: 50_000 }).toEqual([])
    const notified = calls.map(({ id }) => id)
    expect(notified.toSorted()).toEqual(expect.arrayContaining(waiting.toSorted()))
    expect(new Set(notified).size).toBe(notified.length)
    expect(notified.filter((id) => sent.includes(id))).toEqual([])
  })
})

/** How many rows each table has. */
async function rowsOf(db: TestApp['app']['db']): Promise<Rows> {
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  )
  const counts: Rows = {}
  for (const { name } of tables) {
    const { rows } = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM public."${name}"`)
    counts[name] = rows[0]!.count
  }
  return counts
}
