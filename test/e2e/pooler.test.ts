import { expect, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { saveChannel } from '../../server/notify/targets/channels.ts'
import { createRule } from '../../server/rules/rules.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { testDatabase } from '../harness/database.ts'
import { ruleInput, seenListing } from '../harness/factories.ts'
import { sendJson, startFakeServer } from '../harness/fake-server.ts'
import { noPgbouncer, pgbouncerPath, startPooler } from '../harness/pooler.ts'

/** So many messages go out one by one before a channel gathers them. */
const pages = 10
const perPage = 5

/** One lamp among chairs, as scans and imports bring them. */
async function bring(test: TestApp, page: number): Promise<void> {
  const sightings = Array.from({ length: perPage }, (_, n) => ({
    marketplace: `market-${page % 3}`,
    seen: seenListing({
      externalId: `${page}-${n}`,
      title: `${n === 0 ? 'Brass lamp' : 'Oak chair'} no. ${page}`,
    }),
    observedAtMs: Date.now(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

it('two programs through PgBouncer in transaction mode migrate, ingest, match and deliver everything once, with one connection each beside it', async (context) => {
  context.skip(pgbouncerPath === null, noPgbouncer)
  await using database = await testDatabase({ empty: true })
  // Fewer connections than the two want: each transaction gets another.
  await using pooler = await startPooler(database.connectionString, 6)
  await using receiver = await startFakeServer((_, response) => sendJson(response, 200, { id: 1 }))
  const options = {
    roles: ['api', 'worker', 'scheduler'] as const,
    env: {
      DATABASE_URL: pooler.through(database.connectionString),
      DATABASE_DIRECT_URL: database.connectionString,
      DATABASE_PREPARE: 'off',
      GOTIFY_ALLOW_PRIVATE_NETWORK: 'on',
      // They are all alike, and to be notified one by one and at once.
      CLUSTER_LISTINGS_MAX: '0',
      LEARN_FIRST: 'off',
      // The key that seals is in the data folder of the first, which each has of its own.
      DEAL_SCOUT_SECRET_KEYS: Buffer.alloc(32, 7).toString('base64'),
    },
  }
  await using first = await testApp(options)
  await using second = await testApp(options)
  await saveChannel(first.app.notify, first.app.owner, 'gotify', {
    settings: { server: receiver.baseUrl, appToken: 'Atoken' },
    enabled: true,
  })
  await createRule(
    first.app.rules,
    first.app.owner,
    ruleInput({ keywords: { all: ['lamp'] }, channels: ['gotify'] }),
  )
  await Promise.all(Array.from({ length: pages }, (_, page) => bring(page % 2 === 0 ? first : second, page)))
  const notified = () => receiver.requests.map(({ body }) => /no\. (\d+)/.exec(body)?.[1]).toSorted()
  await until(async () => notified().length >= pages, 30_000)
  expect(notified()).toEqual(Array.from({ length: pages }, (_, n) => String(n)).toSorted())
  const { rows } = await database.db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM matches UNION ALL SELECT count(*)::int FROM listings',
  )
  expect(rows).toEqual([{ n: pages }, { n: pages * perPage }])
  expect((await second.call('GET', '/api/rules')).status).toBe(200)
  const { rows: listeners } = await database.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  )
  expect(listeners).toEqual([{ n: 2 }])
})

it('a program that would listen through it, or is not told that it is one, does not start and says what to set', async (context) => {
  context.skip(pgbouncerPath === null, noPgbouncer)
  await using database = await testDatabase()
  await using pooler = await startPooler(database.connectionString, 6)
  const start = (env: Record<string, string>) =>
    testApp({
      roles: ['worker'],
      env: {
        DATABASE_URL: pooler.through(database.connectionString),
        DATABASE_CONNECT_TIMEOUT_MS: '1000',
        ...env,
      },
    })
  await expect(start({ DATABASE_PREPARE: 'off' })).rejects.toMatchObject({
    code: 'listen-unheard',
    message: expect.stringMatching(/pooler in transaction mode.*DATABASE_DIRECT_URL/),
  })
  await expect(start({})).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringMatching(/That is a pooler: set DATABASE_PREPARE=off/),
  })
})
