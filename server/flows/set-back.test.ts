import { expect, it } from 'vitest'
import { stubClock, testApp, until } from '../../test/harness/app.ts'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'

const minute = 60_000
const day = 1440 * minute

it('the program goes on within an interval after its clock was two days ahead for 15 seconds, and takes in what changed', async () => {
  const clock = stubClock()
  const realFetch = createFetch({ userAgent: 'DealScout/test' })
  const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
  let price = 40
  let reads = 0
  await using site = await startFakeServer((_, response) => {
    reads++
    response.end(
      `<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Oak table $${price}</title><link>https://x.example/1</link></item></channel></rss>`,
    )
  })
  await using test = await testApp({
    roles: ['api', 'worker', 'scheduler'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { clock, fetch },
  })
  const get = async <T>(path: string) => (await test.call('GET', path)).body as T
  type Source = { state: string; lastOkAt: string | null }
  const source = async () => (await get<{ items: Source[] }>('/api/sources')).items[0]!
  const cents = async () =>
    (await get<{ items: { priceCents: number }[] }>('/api/listings')).items.map(
      ({ priceCents }) => priceCents,
    )

  const made = await test.call('POST', '/api/sources', {
    marketplace: 'feed',
    settings: { url: `${site.baseUrl}/rss` },
    try: false,
  })
  expect(made.status).toBe(201)
  const seenAt = async () => (await source()).lastOkAt
  await until(async () => (await seenAt()) === clock.now().toISOString())
  const before = clock.now()

  clock.advance(2 * day)
  await until(async () => reads === 2 && (await seenAt()) === clock.now().toISOString())
  clock.advance(15_000 - 2 * day)
  const back = await source()
  expect(back.lastOkAt === null || new Date(back.lastOkAt) <= clock.now()).toBe(true)
  expect(back.state === 'waiting' || back.lastOkAt === before.toISOString()).toBe(true)
  // Put right by the loop, without anything being asked of the site.
  await until(async () => (await source()).lastOkAt === before.toISOString())
  expect(reads).toBe(2)

  price = 30
  clock.advance(5.6 * minute)
  await until(async () => (await seenAt()) === clock.now().toISOString())
  expect(reads).toBe(3)
  expect(await source()).toMatchObject({ state: 'ok' })
  await until(async () => (await cents())[0] === 3000)
  await realFetch.close()
})

it('a demo market that began in a time to come begins now', async () => {
  let isAhead = true
  const clock = stubClock()
  await using test = await testApp({
    roles: ['worker', 'scheduler'],
    env: { DEAL_SCOUT_DEMO: 'on' },
    overrides: { clock: { now: () => new Date(clock.now().getTime() + (isAhead ? 2 * day : 0)) } },
  })
  const seen = async () =>
    (
      await test.app.db.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM listings WHERE demo AND last_seen_at <= $1',
        [clock.now()],
      )
    ).rows[0]!.n
  const all = async () =>
    (await test.app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM listings')).rows[0]!.n
  await until(async () => (await all()) > 0)
  expect(await seen()).toBe(0)
  isAhead = false
  await until(async () => {
    clock.advance(1_000)
    return (await seen()) > 0
  }, 20_000)
})
