import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type StubClock, stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { type FakeServer, sendJson, startFakeServer } from '../../test/harness/fake-server.ts'

const key = randomBytes(32).toString('base64')
const env = {
  FEED_ALLOW_PRIVATE_NETWORK: 'true',
  GOTIFY_ALLOW_PRIVATE_NETWORK: 'true',
  NTFY_ALLOW_PRIVATE_NETWORK: 'true',
}
let site: FakeServer
let clock: StubClock
/** Where everything was set up, which knows the key. */
let before: TestApp

beforeAll(async () => {
  site = await startFakeServer(({ url }, response) =>
    url.pathname.endsWith('.xml') ? void response.end(rss(url.pathname)) : sendJson(response, 200, { id: 1 }),
  )
})
afterAll(() => site[Symbol.asyncDispose]())

beforeEach(async () => {
  clock = stubClock()
  before = await testApp({
    roles: ['api'],
    overrides: { clock },
    env: { ...env, DEAL_SCOUT_SECRET_KEYS: key },
  })
  for (const name of ['bad', 'good'])
    await before.call('POST', '/api/sources', {
      marketplace: 'feed',
      name,
      settings: { url: `${site.baseUrl}/${name}.xml` },
    })
  for (const [channel, settings] of [
    ['gotify', { server: site.baseUrl, appToken: 'A-token' }],
    ['ntfy', { server: site.baseUrl, topic: 'deals' }],
  ] as const) {
    const { status, body } = await before.call('PUT', `/api/channels/${channel}`, { settings })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  await before.database.db.query('UPDATE channel_settings SET confirmed_at = now()')
  return () => before[Symbol.asyncDispose]()
})

/** The program started anew on the same database. */
const restart = (more: Record<string, string> = { DEAL_SCOUT_SECRET_KEYS: key }) =>
  testApp({
    roles: ['api', 'worker', 'scheduler'],
    overrides: { clock },
    env: { ...env, DATABASE_URL: before.database.connectionString, ...more },
  })

const damage = (table: string, where: string) =>
  before.database.db.query(
    `UPDATE ${table} SET settings = left(settings, 40) || CASE substr(settings, 41, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(settings, 42)
     WHERE ${where}`,
  )

describe('one sealed setting that cannot be opened', () => {
  it('stops its source alone, which says why and what to do; the other is scanned', async () => {
    await damage('sources', `name = 'bad'`)
    await using test = await restart()
    const sources = (await test.call('GET', '/api/sources')) as { body: { items: { id: number }[] } }
    expect(sources.body.items).toMatchObject([
      {
        name: 'bad',
        state: 'off',
        settings: {},
        stateReason: expect.stringMatching(
          /settings cannot be opened\. .*changed.*Enter them again under \/sources\/\d+/,
        ),
      },
      { name: 'good' },
    ])
    await until(async () => {
      const { body } = (await test.call('GET', '/api/listings')) as { body: { items: { title: string }[] } }
      return body.items.some(({ title }) => title.includes('good'))
    })
    const id = sources.body.items[0]!.id
    expect(await test.call('GET', `/api/sources/${id}/plan`)).toMatchObject({
      status: 409,
      body: { code: 'source-settings-closed' },
    })
    // Entered again, it is on again.
    const settings = { url: `${site.baseUrl}/bad.xml` }
    expect(await test.call('PUT', `/api/sources/${id}`, { marketplace: 'feed', settings })).toMatchObject({
      status: 200,
      body: { state: 'waiting', settings: { url: `${site.baseUrl}/********` } },
    })
  })

  it('stops its channel alone, whose messages wait until it is whole again; the other delivers', async () => {
    const { db } = before.database
    const { rows } = await db.query<{ settings: string }>(
      `SELECT settings FROM channel_settings WHERE channel = 'gotify'`,
    )
    for (const channel of ['gotify', 'ntfy']) await before.call('POST', `/api/channels/${channel}/test`)
    await damage('channel_settings', `channel = 'gotify'`)
    await using test = await restart()
    const deliveries = async () => {
      const { rows } = await db.query<{ channel: string; state: string; reason: string | null }>(
        'SELECT channel, state, reason FROM deliveries ORDER BY channel',
      )
      return rows
    }
    await until(async () => (await deliveries()).every(({ state, reason }) => state === 'sent' || reason))
    expect(await deliveries()).toEqual([
      {
        channel: 'gotify',
        state: 'retry',
        reason: expect.stringMatching(/^Gotify is off\. .*cannot be opened/),
      },
      { channel: 'ntfy', state: 'sent', reason: null },
    ])
    expect(await test.call('POST', '/api/channels/gotify/test')).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/cannot be opened.*under \/settings\/notifications/) },
    })
    await db.query(`UPDATE channel_settings SET settings = $1 WHERE channel = 'gotify'`, [rows[0]!.settings])
    clock.advance(61_000)
    await until(async () => (await deliveries()).every(({ state }) => state === 'sent'))
  })

  it('switching its channel off keeps what is sealed', async () => {
    await damage('channel_settings', `channel = 'gotify'`)
    const sealed = async () =>
      (await before.database.db.query(`SELECT settings FROM channel_settings WHERE channel = 'gotify'`)).rows
    const kept = await sealed()
    expect((await before.call('PUT', '/api/channels/gotify', { enabled: false })).status).toBe(200)
    expect(await sealed()).toEqual(kept)
  })
})

describe('the key of everything', () => {
  it('that is gone is not made anew beside what it sealed: the start says what to do', async () => {
    await expect(restart({})).rejects.toMatchObject({
      code: 'secret-key-missing',
      message: expect.stringMatching(/restore .*secret-key from your backup/),
    })
  })

  it('replaced by another one stops what was sealed, and nothing else', async () => {
    await using test = await restart({ DEAL_SCOUT_SECRET_KEYS: randomBytes(32).toString('hex') })
    expect((await test.call('GET', '/api/sources')).body).toMatchObject({
      items: [
        { state: 'off', stateReason: expect.stringContaining('DEAL_SCOUT_SECRET_KEYS') },
        { state: 'off' },
      ],
    })
    const { body } = (await test.call('GET', '/api/channels')) as {
      body: { items: { id: string; unavailable: string | null; ready: boolean }[] }
    }
    const byId = new Map(body.items.map((item) => [item.id, item]))
    expect(byId.get('gotify')).toMatchObject({
      ready: false,
      unavailable: expect.stringContaining('under /settings/notifications'),
    })
    expect(byId.get('inbox')).toMatchObject({ ready: true, unavailable: null })
    expect(
      (await test.call('POST', '/api/rules', { name: 'Bikes', keywords: { all: ['bike'] } })).status,
    ).toBe(201)
    const next = { marketplace: 'feed', name: 'new', settings: { url: `${site.baseUrl}/new.xml` } }
    expect((await test.call('POST', '/api/sources', next)).status).toBe(201)
  })
})

const rss = (name: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>For sale</title>
<item><title>Desk of ${name} - $80</title><link>https://shop.example${name}</link><guid>${name}</guid></item></channel></rss>`
