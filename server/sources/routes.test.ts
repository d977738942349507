import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { type FakeServer, startFakeServer } from '../../test/harness/fake-server.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { ingest } from '../flows/ingest.ts'
import { settingsContext } from './context.ts'
import { insertSource } from './store.ts'

const clock = stubClock()
let test: TestApp
let site: FakeServer
const realFetch = createFetch({ userAgent: 'DealScout/test' })
/** Without the pause between calls, which only makes tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
const rss = (title: string) =>
  `<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>${title}</title><link>https://x.example/1</link></item></channel></rss>`
beforeAll(async () => {
  site = await startFakeServer((_, response) => void response.end(rss('Oak table $40')))
  test = await testApp({
    roles: ['api'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { clock, fetch },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
  await realFetch.close()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE sources, rules, listings, notifications CASCADE')
})

/** What the tests name of any answer; its real shape is what they are about. */
interface Answer {
  id: number
  name: string
  settings: object
  stateReason: string
  detail: string
  fields: Record<string, string>
  items: {
    id: string & number
    source: string
    sourceId: number
    ruleIds: number[]
    dueAt: string
    demo: boolean
  }[]
  next: string | null
}
const call = async (method: string, path: string, body?: unknown) => {
  const answer = await test.call(method, path, body)
  return { ...answer, body: answer.body as Answer }
}
const feed = (over: object = {}) => ({
  marketplace: 'feed',
  settings: { url: `${site.baseUrl}/rss` },
  ...over,
})
const ebay = (over: object = {}, settings: object = {}) => ({
  marketplace: 'ebay',
  settings: { clientId: 'app', clientSecret: 'hush-hush', ...settings },
  ...over,
})
const connect = async (body: object) => {
  const answer = await call('POST', '/api/sources', { try: false, ...body })
  expect(answer).toMatchObject({ status: 201 })
  return answer.body
}
const rule = async (over: object = {}) => {
  const answer = await call('POST', '/api/rules', { name: 'Lamp', keywords: { all: ['lamp'] }, ...over })
  expect(answer).toMatchObject({ status: 201 })
  return answer.body
}
const scans = async () => (await call('GET', '/api/scans')).body.items

describe('marketplaces', () => {
  it('are told with what they need and whether they may be used', async () => {
    const { status, body } = await call('GET', '/api/marketplaces')
    expect(status).toBe(200)
    expect(body.next).toBeNull()
    expect(body.items.map(({ id }) => id)).toEqual([...test.app.adapters.marketplaces.keys()])
    for (const item of body.items) {
      const adapter = test.app.adapters.marketplaces.get(item.id)!
      expect(item).toMatchObject({
        name: adapter.name,
        allowed: adapter.terms.acceptOption === undefined,
        steps: adapter.steps ?? [],
        fields: adapter.fields.map(({ name }) => ({ name })),
        capabilities: [
          'search',
          ...(['details', 'identify', 'accounts', 'readRendered', 'readMail'] as const).filter(
            (name) => adapter[name],
          ),
        ],
      })
    }
  })
})

describe('what a marketplace filters by itself', () => {
  it('is told of each filter of a rule', async () => {
    const { body } = await call('GET', '/api/marketplaces')
    const filtersOf = Object.fromEntries(
      (body.items as unknown as { id: string; filters: object }[]).map(({ id, filters }) => [id, filters]),
    )
    expect(Object.values(filtersOf.feed as object)).toEqual(Array(7).fill('here'))
    expect(filtersOf.ebay).toMatchObject({ all: 'partly', none: 'here', price: 'site', place: 'here' })
    expect(filtersOf.craigslist).toMatchObject({ price: 'site' })
  })
})

describe('a source', () => {
  it('is connected, told, changed and disconnected', async () => {
    const made = await call('POST', '/api/sources', feed())
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/sources/${made.body.id}`)
    expect(made.body).toMatchObject({
      marketplace: 'feed',
      settings: { url: `${site.baseUrl}/********` },
      demo: false,
      enabled: true,
      browse: true,
      intervalMs: test.app.config.scanIntervalMs,
      state: 'waiting',
      stateReason: 'Not scanned yet.',
    })
    expect(made.body.name).toContain(new URL(site.baseUrl).host)
    const { tried, ...source } = made.body as Answer & { tried: object }
    expect(tried).toMatchObject({ outcome: 'ok', samples: ['Oak table $40'] })
    expect((await call('GET', '/api/sources')).body.items).toEqual([source])
    const changed = await call(
      'PUT',
      `/api/sources/${made.body.id}`,
      feed({ name: 'Tables', enabled: false, intervalMs: 600_000 }),
    )
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'Tables',
        enabled: false,
        browse: true,
        intervalMs: 600_000,
        state: 'off',
        stateReason: 'Switched off.',
      },
    })
    expect(await scans()).toEqual([])
    expect(await call('DELETE', `/api/sources/${made.body.id}`)).toMatchObject({ status: 204, body: null })
    for (const method of ['GET', 'DELETE'])
      expect((await call(method, `/api/sources/${made.body.id}`)).status).toBe(404)
    expect((await call('PUT', `/api/sources/${made.body.id}`, feed())).status).toBe(404)
    expect((await call('GET', `/api/sources/${made.body.id}/plan`)).status).toBe(404)
  })

  it('never shows a secret, keeps it when its mask is sent back, and replaces it when another is sent', async () => {
    const made = await connect(ebay())
    expect(made.settings).toMatchObject({ clientId: 'app', clientSecret: '********' })
    const { rows } = await test.app.db.query('SELECT * FROM sources')
    expect(JSON.stringify(rows)).not.toContain('hush')
    const secretOf = async () => {
      const { rows } = await test.app.db.query<{ settings: string }>('SELECT settings FROM sources')
      return JSON.parse(test.app.sources.secrets.open(rows[0]!.settings, settingsContext)).clientSecret
    }
    const renamed = await call('PUT', `/api/sources/${made.id}`, {
      ...ebay({ name: 'Mine' }),
      settings: made.settings,
    })
    expect(renamed).toMatchObject({
      status: 200,
      body: { name: 'Mine', settings: { clientSecret: '********' } },
    })
    expect(await secretOf()).toBe('hush-hush')
    await call('PUT', `/api/sources/${made.id}`, ebay({}, { clientSecret: 'other' }))
    expect(await secretOf()).toBe('other')
    expect(JSON.stringify((await call('GET', '/api/sources')).body)).not.toMatch(/hush|other/)
  })

  it('is refused with the name of every field that is wrong', async () => {
    const wrong = await call('POST', '/api/sources', feed({ settings: { url: 'nonsense', colour: 'red' } }))
    expect(wrong).toMatchObject({ status: 422, body: { code: 'bad-input' } })
    expect(Object.keys(wrong.body.fields).toSorted()).toEqual(['settings.colour', 'settings.url'])
    expect((await call('POST', '/api/sources', feed({ settings: {} }))).body.fields).toHaveProperty([
      'settings.url',
    ])
    expect(
      (await call('POST', '/api/sources', { marketplace: 'nowhere' })).body.fields.marketplace,
    ).toContain('feed')
    expect((await call('POST', '/api/sources', feed({ intervalMs: 10 }))).body.fields).toHaveProperty(
      'intervalMs',
    )
    expect((await call('POST', '/api/sources', feed({ colour: 'red' }))).status).toBe(422)
    expect((await call('POST', '/api/sources', ebay({ browse: true }))).body.fields.browse).toMatch(/word/)
    expect((await call('GET', '/api/sources')).body.items).toEqual([])
  })

  it('keeps its marketplace', async () => {
    const made = await connect(feed())
    expect((await call('PUT', `/api/sources/${made.id}`, ebay())).body).toMatchObject({
      status: 422,
      fields: { marketplace: 'is feed' },
    })
  })

  it('whose marketplace has no official way in is refused, with what to read and what to set', async () => {
    const answer = await call('POST', '/api/sources', {
      marketplace: 'craigslist',
      settings: { area: 'portland' },
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'terms-not-accepted' } })
    const { terms } = test.app.adapters.marketplaces.get('craigslist')!
    expect(answer.body.detail).toContain(terms.url)
    expect(answer.body.detail).toContain(`${terms.acceptOption}=true`)
    await using accepting = await testApp({ roles: ['api'], env: { CRAIGSLIST_TERMS_ACCEPTED: 'true' } })
    const accepted = await accepting.call('POST', '/api/sources', {
      marketplace: 'craigslist',
      settings: { area: 'portland' },
      try: false,
    })
    expect(accepted.status).toBe(201)
    expect(
      (await accepting.call('POST', '/api/sources', { marketplace: 'craigslist', settings: { area: '!!' } }))
        .status,
    ).toBe(422)
  })

  it('takes the place of all that the demo made up, and the demo’s own may not be changed', async () => {
    const { db, owner, sources, pipeline } = test.app
    const demoId = await db.transaction((tx) =>
      insertSource(tx, {
        shared: true,
        userId: owner,
        marketplace: 'feed',
        name: 'Demo',
        settings: sources.secrets.seal(JSON.stringify({ url: site.baseUrl }), settingsContext),
        demo: true,
        enabled: true,
        browse: true,
        intervalMs: 20_000,
        createdAt: clock.now(),
      }),
    )
    await rule({ name: 'Real', keywords: { all: ['table'] } })
    await db.query(`UPDATE rules SET demo = true WHERE name = 'Real'`)
    await rule({ name: 'Kept', keywords: { all: ['table'] } })
    const sighting = (id: string) => ({
      marketplace: 'feed',
      seen: seenListing({ externalId: id, title: `Table ${id}` }),
      observedAtMs: clock.now().getTime(),
    })
    await ingest(pipeline, { sightings: [sighting('demo')], sourceId: demoId, scanId: null, demo: true })
    await ingest(pipeline, { sightings: [sighting('real')], sourceId: null, scanId: null, demo: false })
    expect((await call('PUT', `/api/sources/${demoId}`, feed())).body).toMatchObject({
      status: 409,
      code: 'demo-source',
    })
    await connect(feed({ removeDemo: true }))
    const left = await db.query<{ what: string }>(
      `SELECT 'source ' || marketplace AS what FROM sources WHERE demo UNION ALL SELECT 'rule ' || name FROM rules
       UNION ALL SELECT 'listing ' || external_id FROM listings UNION ALL
       SELECT 'told ' || (message->'items'->0->>'title') FROM notifications`,
    )
    expect(left.rows.map(({ what }) => what).toSorted()).toEqual([
      'listing real',
      'rule Kept',
      'told Table real',
    ])
    expect((await scans()).map(({ demo }) => demo)).toEqual([false])
  })
})

describe('the plan of a source', () => {
  it('tells how the site is asked for each enabled rule, or why it cannot be', async () => {
    const source = await connect(ebay())
    const lamp = await rule({ priceCentsMax: 10_000, keywords: { all: ['lamp'], none: ['broken'] } })
    const furniture = await rule({ name: 'Furniture', keywords: {}, categories: ['furniture'] })
    await rule({ name: 'Off', enabled: false })
    await rule({ name: 'Elsewhere', marketplaces: ['feed'] })
    const { status, body } = await call('GET', `/api/sources/${source.id}/plan`)
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      {
        ruleId: lamp.id,
        rule: 'Lamp',
        impossible: null,
        request: { q: 'lamp' },
        pushed: ['all', 'price'],
        residual: ['all', 'none'],
      },
      { ruleId: furniture.id, rule: 'Furniture', impossible: expect.stringMatching(/word/) },
    ])
    expect((await scans()).map(({ ruleIds }) => ruleIds)).toEqual([[lamp.id]])
  })

  it('asks the site for what the expression of a rule needs, and for its price before shipping', async () => {
    const source = await connect(ebay())
    const lamp = await rule({ keywords: {}, query: 'desk lamp -"for parts"', landedCentsMax: 10_000 })
    const { body } = await call('GET', `/api/sources/${source.id}/plan`)
    const plain = await rule({
      keywords: { all: ['desk', 'lamp'], none: ['for parts'] },
      priceCentsMax: 10_000,
    })
    expect(body.items).toMatchObject([{ ruleId: lamp.id, impossible: null }])
    // The same request as of a rule that says it by keywords: one scan for both.
    expect((await scans()).map(({ ruleIds }) => ruleIds)).toEqual([[lamp.id, plain.id]])
  })

  it('has both of two changes that are made at once', async () => {
    const { db, owner, sources } = test.app
    const first = await connect(feed())
    let changing: Promise<unknown> | undefined
    let second = 0
    await db.transaction(async (tx) => {
      second = await insertSource(tx, {
        shared: true,
        ...{ userId: owner, marketplace: 'feed', name: 'Second', demo: false, enabled: true, browse: true },
        settings: sources.secrets.seal(JSON.stringify({ url: site.baseUrl }), settingsContext),
        intervalMs: 300_000,
        createdAt: clock.now(),
      })
      await sources.replan(tx)
      changing = call('PUT', `/api/sources/${first.id}`, feed({ name: 'First' }))
      await until(async () => {
        const { rows } = await db.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      })
    })
    await changing
    expect((await scans()).map(({ sourceId }) => sourceId)).toEqual([first.id, second])
  })
})

describe('scans', () => {
  it('are told with their outcome and history, page by page', async () => {
    const source = await connect(feed())
    const [planned] = await scans()
    expect(planned).toMatchObject({ sourceId: source.id, running: false, lastRunAt: null, lastOutcome: null })
    for (let i = 0; i < 3; i++) {
      await test.app.sources.runDue()
      clock.advance(6 * 60_000)
    }
    const [scan] = await scans()
    expect(scan).toMatchObject({ id: planned!.id, lastOutcome: 'ok', lastFound: 1, outageSince: null })
    expect((await call('GET', `/api/sources/${source.id}`)).body).toMatchObject({
      state: 'ok',
      stateReason: null,
    })
    const first = await call('GET', `/api/scans/${scan!.id}/runs?limit=2`)
    expect(first.body.items).toMatchObject([{ added: 0 }, { added: 0 }])
    const second = await call('GET', `/api/scans/${scan!.id}/runs?limit=2&cursor=${first.body.next}`)
    expect(second.body).toMatchObject({
      items: [{ outcome: 'ok', pages: 1, found: 1, added: 1 }],
      next: null,
    })
    expect((await call('GET', '/api/scans/999999/runs')).status).toBe(404)
    expect((await call('GET', `/api/scans/${scan!.id}/runs?cursor=x`)).status).toBe(400)
  })

  it('of all queries of a source are one history, and who looks is told how they go', async () => {
    const source = await connect(feed())
    await test.app.sources.runDue()
    clock.advance(6 * 60_000)
    site.handle((_, response) => void response.writeHead(403).end())
    await test.app.sources.runDue()
    site.handle((_, response) => void response.end(rss('Oak table $40')))
    const first = await call('GET', `/api/sources/${source.id}/runs?limit=1`)
    expect(first.body.items).toMatchObject([{ outcome: 'blocked', request: {}, ruleIds: [] }])
    const rest = await call('GET', `/api/sources/${source.id}/runs?cursor=${first.body.next}`)
    expect(rest.body).toMatchObject({ items: [{ outcome: 'ok', found: 1, added: 1 }], next: null })
    expect((await call('GET', '/api/sources/999999/runs')).status).toBe(404)
    const { rows } = await test.app.db.query<{ userId: number | null; kind: string; data: object }>(
      `SELECT user_id AS "userId", kind, data FROM live_events
       WHERE kind IN ('scan-progress', 'sources-changed') AND data::text LIKE $1 ORDER BY id`,
      [`%${source.id}%`],
    )
    const scan = { kind: 'scan-progress', userId: test.app.owner }
    expect(rows).toMatchObject([
      { kind: 'sources-changed', userId: test.app.owner, data: { ids: [source.id] } },
      { ...scan, data: { state: 'running', outcome: null } },
      { ...scan, data: { state: 'ended', outcome: 'ok', pages: 1, found: 1, added: 1 } },
      { ...scan, data: { state: 'running' } },
      { ...scan, data: { state: 'ended', outcome: 'blocked', found: 0 } },
      // Everybody counts without it.
      { kind: 'sources-changed', userId: null, data: { ids: [source.id] } },
    ])
  })

  it('spend a budget of the day, of which is told how much is left', async () => {
    const source = await connect(ebay())
    const budget = test.app.adapters.marketplaces.get('ebay')!.budget.callsPerDay!(
      { clientId: 'app', clientSecret: 'hush-hush' },
      {},
    )!
    await test.app.db.query(
      `INSERT INTO call_budgets (budget, day, used) VALUES ($1, ($2::timestamptz AT TIME ZONE 'UTC')::date, 120)`,
      [budget.name, clock.now()],
    )
    expect((await call('GET', `/api/sources/${source.id}`)).body).toMatchObject({
      activity: { quota: { used: 120, perDay: 5000, resetAt: '2026-11-23T00:00:00.000Z' } },
    })
  })

  it('are listed page by page', async () => {
    for (let i = 0; i < 3; i++) await connect(feed({ name: `F${i}` }))
    const first = (await call('GET', '/api/scans?limit=2')).body
    const second = (await call('GET', `/api/scans?limit=2&cursor=${first.next}`)).body
    expect([...first.items, ...second.items].map(({ source }) => source)).toEqual(['F0', 'F1', 'F2'])
    expect(second.next).toBeNull()
  })

  it('are made due on demand, all or those of one source', async () => {
    const [one, two] = [await connect(feed()), await connect(feed())]
    await test.app.sources.runDue()
    expect(await call('POST', '/api/scans', { sourceId: one.id })).toMatchObject({
      status: 202,
      body: { madeDue: 1 },
    })
    const due = (await scans()).filter(({ dueAt }) => dueAt === clock.now().toISOString())
    expect(due).toMatchObject([{ sourceId: one.id }])
    expect(await call('POST', '/api/scans')).toMatchObject({
      status: 202,
      body: { madeDue: 1, planned: 2, resting: [] },
    })
    expect((await call('POST', '/api/scans', { sourceId: two.id + 1000 })).status).toBe(404)
    expect((await call('POST', '/api/scans', { source: two.id })).status).toBe(422)
  })

  it('of a source with an outage say so, cool down, and go on at once when the source is corrected', async () => {
    site.handle((_, response) => void response.writeHead(403).end())
    const source = await connect(feed())
    await test.app.sources.runDue()
    const asked = site.requests.length
    const shown = (await call('GET', `/api/sources/${source.id}`)).body
    expect(shown).toMatchObject({ state: 'outage', outageSince: clock.now().toISOString(), lastOkAt: null })
    expect(shown.stateReason).toContain('refused to answer')
    expect(shown).toMatchObject({
      ...{ lastOutcome: 'blocked', why: expect.stringContaining('refused'), remedy: expect.any(String) },
      activity: { queries: 1, running: false, lastRun: { outcome: 'blocked', found: 0 }, quota: null },
    })
    clock.advance(6 * 60_000)
    expect((await call('POST', '/api/scans', { sourceId: source.id })).body).toMatchObject({
      planned: 1,
      resting: [
        { sourceId: source.id, sentence: expect.stringContaining('refused'), until: expect.any(String) },
      ],
    })
    await test.app.sources.runDue()
    expect(site.requests).toHaveLength(asked)
    site.handle((_, response) => void response.end(rss('Oak table $40')))
    await call('PUT', `/api/sources/${source.id}`, feed())
    await test.app.sources.runDue()
    expect((await call('GET', `/api/sources/${source.id}`)).body).toMatchObject({
      state: 'ok',
      outageSince: null,
      cooldownUntil: null,
    })
  })
})
