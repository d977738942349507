import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { type StandIn, startStandIn } from '../../test/harness/stand-in.ts'
import { settingsContext } from './context.ts'
import type { NewSource } from './schema.ts'
import { connectSource } from './sources.ts'
import { insertSource, listSources } from './store.ts'

const entry = (n: number) =>
  `<item><guid>${n}</guid><title>Oak table ${n} $40</title><link>https://x.example/${n}</link></item>`
const feedOf = (entries: string) =>
  `<rss version="2.0"><channel><title>For sale</title>${entries}</channel></rss>`
const answers: Record<string, { status: number; body: string }> = {
  '/good': { status: 200, body: feedOf([1, 2, 3, 4].map(entry).join('')) },
  '/empty': { status: 200, body: feedOf('') },
  '/page': { status: 200, body: '<!doctype html><title>Hello</title><p>No feed</p>' },
  '/refused': { status: 403, body: 'No.' },
}

let test: TestApp
let site: StandIn
beforeAll(async () => {
  site = await startStandIn((request, response) => {
    const { status, body } = answers[request.url.pathname] ?? { status: 404, body: '' }
    response.writeHead(status, { 'content-type': status === 200 ? 'text/xml' : 'text/plain' }).end(body)
  })
  test = await testApp({
    roles: ['api'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { clock: stubClock() },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE sources, rules, listings, notifications CASCADE')
})

const feed = (path: string, over: Partial<NewSource> = {}) => ({
  marketplace: 'feed',
  settings: { url: `${site.baseUrl}${path}` },
  ...over,
})
const post = (path: string, body: object) => test.call('POST', path, body)
const count = async () => (await listSources(test.app.db)).length

/** As the demo is in the database. */
async function withDemo() {
  const url = `${site.baseUrl}/good`
  await test.app.db.transaction((tx) =>
    insertSource(tx, {
      shared: true,
      userId: test.app.owner,
      marketplace: 'feed',
      name: 'Demo',
      settings: test.app.sources.secrets.seal(JSON.stringify({ url }), settingsContext),
      demo: true,
      enabled: false,
      browse: true,
      intervalMs: 60_000,
      createdAt: test.app.clock.now(),
    }),
  )
}

describe('a source', () => {
  it('is read once before it is connected, and what it brings is told', async () => {
    const tried = { outcome: 'ok', found: 4, sentence: 'It answers with 4 listings.' }
    const samples = ['Oak table 1 $40', 'Oak table 2 $40', 'Oak table 3 $40']
    expect(await post('/api/sources/try', feed('/good'))).toMatchObject({
      status: 200,
      body: { ...tried, samples },
    })
    expect(await count()).toBe(0)
    const { status, body } = await post('/api/sources', feed('/good'))
    expect({ status, body }).toMatchObject({ status: 201, body: { tried: { ...tried, samples } } })
    expect(await count()).toBe(1)
    const empty = await post('/api/sources', feed('/empty'))
    expect(empty).toMatchObject({
      status: 201,
      body: { tried: { outcome: 'empty', sentence: 'It answers, and has nothing now.' } },
    })
  })

  it.each([
    ['/page', /tried and cannot be read: .*Nothing was changed\. Put it right and try again/],
    ['/refused', /refused/],
    ['/nowhere', /tried and cannot be read: /],
  ])(
    'that cannot be read (%s) is not connected, with the reason, and the demo stays',
    async (path, reason) => {
      await withDemo()
      for (const route of ['/api/sources', '/api/sources/try']) {
        expect(await post(route, feed(path))).toMatchObject({
          status: 409,
          body: { code: 'source-not-readable', detail: expect.stringMatching(reason) },
        })
      }
      expect(await listSources(test.app.db)).toMatchObject([{ demo: true }])
    },
  )

  it('is connected unread for who asks for that, or switched off', async () => {
    for (const over of [{ try: false }, { enabled: false }]) {
      expect(await post('/api/sources', feed('/page', over))).toMatchObject({
        status: 201,
        body: { tried: { outcome: 'untried' } },
      })
    }
  })

  it('that answers searches only is not asked before a rule says for what; the demo’s rules do not count', async () => {
    const ebay = { marketplace: 'ebay', settings: { clientId: 'app', clientSecret: 'hush' } }
    expect(await post('/api/sources', ebay)).toMatchObject({
      status: 201,
      body: { tried: { outcome: 'untried', sentence: expect.stringContaining('no rule says yet') } },
    })
  })
})

describe('the demo', () => {
  it('stays when a source is connected and goes with its first listings', async () => {
    await withDemo()
    await post('/api/sources', feed('/empty'))
    await test.app.sources.runDue()
    expect((await listSources(test.app.db)).map(({ demo }) => demo)).toEqual([true, false])
    await post('/api/sources', feed('/good'))
    await test.app.sources.runDue()
    expect((await listSources(test.app.db)).map(({ demo }) => demo)).toEqual([false, false])
  })

  it('goes at once when the person says so', async () => {
    await withDemo()
    await post('/api/sources', feed('/empty', { removeDemo: true }))
    expect((await listSources(test.app.db)).map(({ demo }) => demo)).toEqual([false])
  })

  it('lets no real site be asked for what its rules want', async () => {
    await withDemo()
    const { app } = test
    const made = await connectSource(app.sources, await app.actorFor(), {
      marketplace: 'ebay',
      settings: { clientId: 'app', clientSecret: 'hush' },
      enabled: true,
    })
    const rule = await post('/api/rules', { name: 'Lamp', keywords: { all: ['lamp'] } })
    const planned = async () => {
      const { items } = (await test.call('GET', '/api/scans')).body as { items: { sourceId: number }[] }
      return items.filter(({ sourceId }) => sourceId === made.id).length
    }
    expect(await planned()).toBe(1)
    await app.db.query('UPDATE rules SET demo = true WHERE id = $1', [(rule.body as { id: number }).id])
    await app.db.transaction((tx) => app.sources.replan(tx))
    expect(await planned()).toBe(0)
  })
})
