import type { ServerResponse } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../test/harness/app.ts'
import { findCanaries } from '../../test/harness/canaries.ts'
import { ruleInput } from '../../test/harness/factories.ts'
import {
  type FakeServer,
  type FakeServerRequest,
  sendJson,
  startFakeServer,
} from '../../test/harness/fake-server.ts'
import { createFetch, type Fetch } from '../core/fetch.ts'
import { notifyOutages } from '../flows/notify-outages.ts'
import { createRule } from '../rules/rules.ts'
import { makeScansDue } from '../sources/scanning/scan-store.ts'

/** Everything that was ever made secret here. */
const secrets: string[] = []
function secret(name: string): string {
  const text = `Sek-${name}-${String(secrets.length).padStart(3, '0')}x9Qz7Lm4Tk2Wv8`
  secrets.push(text)
  return text
}

/** An address with something secret in each of its parts. */
function address(origin: string, name: string, path = ''): string {
  const url = new URL(origin)
  url.username = secret(`${name}-user`)
  url.password = secret(`${name}-password`)
  url.pathname = `/${secret(`${name}-path`)}${path}`
  url.searchParams.set('token', secret(`${name}-query`))
  url.searchParams.set('a', secret(`${name}-other`))
  return url.href
}

const clock = stubClock()
const realFetch = createFetch({ userAgent: 'DealScout/test' })
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })
const lines: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
let test: TestApp
let providers: FakeServer
let site: FakeServer
beforeAll(async () => {
  providers = await startFakeServer((request, response) => take(request, response))
  site = await startFakeServer((_, response) => void response.end(feed()))
  test = await testApp({
    roles: ['api', 'worker', 'scheduler'],
    overrides: { clock, fetch, log },
    env: {
      ...Object.fromEntries(
        ['WEBHOOK', 'MATRIX', 'NTFY', 'GOTIFY', 'APPRISE', 'FEED'].map((name) => [
          `${name}_ALLOW_PRIVATE_NETWORK`,
          'true',
        ]),
      ),
      ...Object.fromEntries(
        ['DISCORD', 'SLACK', 'TEAMS', 'TELEGRAM'].map((name) => [`${name}_BASE_URL`, providers.baseUrl]),
      ),
    },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  for (const one of [providers, site]) await one[Symbol.asyncDispose]()
  await realFetch.close()
})

/** The answer that every channel takes for a yes. */
function take({ body }: FakeServerRequest, response: ServerResponse): void {
  const { data } = JSON.parse(body) as { data?: { challenge?: string } }
  if (data?.challenge) response.end(data.challenge)
  else sendJson(response, 200, { ok: true, id: 'm1', event_id: '$1', result: { message_id: 1 } })
}

/** Refuses, and repeats all that it was called with in every field that some provider has. */
const repeatAll = (status: number) => (request: FakeServerRequest, response: ServerResponse) => {
  const basic = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()
  const said = `no: ${request.url.href} ${request.url.pathname}${request.url.search} ${decodeURIComponent(request.url.href)} ${JSON.stringify(request.headers)} ${basic}`
  const words = { error: said, description: said, errorDescription: said, message: said, errors: [said] }
  sendJson(response, status, status === 403 ? { ...words, errcode: 'M_FORBIDDEN', code: 40301 } : words)
}

/** Links against the feed's own address, and ones that repeat it. */
function feed(extra = ''): string {
  const own = feedAddress.replaceAll('&', '&amp;')
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title>
    <atom:link rel="self" href="${own}"/>
    <item><title>Oak table $40</title><link>ads/1.html</link></item>
    <item><guid isPermaLink="false">2</guid><title>Elm table $50</title><link></link><guid>${own}&amp;item=2</guid></item>
    <item><guid>${own}#3</guid><title>Ash table $60</title><link>${own}&amp;item=3</link>
      <description>Look at ${own} for more</description><enclosure url="${own}" type="image/png"/></item>
    <item><title>Fir table $70</title><link>/ads/4.html?id=4</link></item>${extra}</channel></rss>`
}

let feedAddress = ''
const channels = () => ({
  webhook: { url: address(providers.baseUrl, 'webhook'), secret: secret('webhook-signing') },
  matrix: {
    homeserver: address(providers.baseUrl, 'matrix'),
    roomId: '!abc:example.org',
    accessToken: secret('matrix-token'),
  },
  ntfy: {
    server: address(providers.baseUrl, 'ntfy'),
    topic: secret('ntfy-topic'),
    token: secret('ntfy-token'),
  },
  gotify: { server: address(providers.baseUrl, 'gotify'), appToken: secret('gotify-token') },
  apprise: {
    server: address(providers.baseUrl, 'apprise'),
    urls: address('https://apprise.example.com', 'apprise-target'),
  },
  discord: { webhookUrl: `https://discord.com/api/webhooks/123/${secret('discord')}` },
  slack: { webhookUrl: `https://hooks.slack.com/services/T1/B1/${secret('slack')}` },
  teams: {
    webhookUrl: `https://a.api.powerplatform.com/workflows/${secret('teams-path')}/run?sig=${secret('teams-sig')}`,
  },
  telegram: { botToken: `123456:${secret('telegram')}`, chatId: '5' },
})

type Channels = ReturnType<typeof channels>
let filledIn: Channels
const put = (channel: string, settings: unknown) =>
  test.call('PUT', `/api/channels/${channel}`, { settings, enabled: true })

/** Everything a person, an operator or a thief of the database can read. */
async function everything(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const read = async (path: string) => {
    const response = await globalThis.fetch(`${test.address}${path}`)
    expect(response.status, path).toBe(200)
    const text = await response.text()
    seen.set(path, text)
    return text
  }
  const sources = JSON.parse(await read('/api/sources')) as { items: { id: number }[] }
  for (const { id } of sources.items)
    for (const part of ['', '/plan']) await read(`/api/sources/${id}${part}`)
  const scans = JSON.parse(await read('/api/scans')) as { items: { id: number }[] }
  for (const { id } of scans.items) await read(`/api/scans/${id}/runs`)
  for (const path of [
    'channels',
    'notifications',
    'deliveries',
    'listings',
    'deals',
    'rules',
    'marketplaces',
  ])
    await read(`/api/${path}`)
  for (const path of ['/metrics', '/readyz', '/api/openapi.json']) {
    const response = await globalThis.fetch(`${test.address}${path}`)
    seen.set(path, await response.text())
  }
  expect(seen.get('/metrics')).toContain('deal_scout_source_unseen_seconds{marketplace="feed"}')
  expect(seen.get('/metrics')).not.toContain('Mine')
  seen.set('log', lines.join('\n'))
  const { rows: tables } = await test.app.db.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const { rows } = await test.app.db.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t`,
    )
    seen.set(`table ${name}`, rows.map(({ row }) => row).join('\n'))
  }
  return seen
}

/** Where something secret stands. */
const leaks = async (): Promise<string[]> =>
  findCanaries(
    secrets.map((value) => ({ name: value.slice(0, 12), value })),
    await everything(),
  )

const runs = async () => (await test.app.db.query('SELECT FROM scan_runs')).rowCount
/** Nothing is under way, and what waits is not due. */
const settled = async () => {
  const { rowCount } = await test.app.db.query(
    `SELECT FROM channel_queues q WHERE next_at <= $1 OR EXISTS (
       SELECT FROM deliveries d WHERE d.user_id = q.user_id AND d.channel = q.channel AND d.state = 'leased')`,
    [clock.now()],
  )
  return rowCount === 0
}

describe('what is secret in an address', () => {
  it('stands in no answer, log line, metric, message nor plain column, whatever succeeds or fails', async () => {
    filledIn = channels()
    feedAddress = address(site.baseUrl, 'feed', '/feed.xml')
    providers.handle(repeatAll(400))
    for (const [channel, settings] of Object.entries(filledIn)) {
      expect((await put(channel, settings)).status).toBe(200)
    }
    // The challenge fails first.
    expect((await test.call('POST', '/api/channels/webhook/confirmation')).status).toBe(409)
    providers.handle(take)
    clock.advance(61_000)
    expect((await test.call('POST', '/api/channels/webhook/confirmation')).status).toBe(200)

    const named = await test.call('POST', '/api/sources', {
      marketplace: 'feed',
      settings: { url: feedAddress },
    })
    const host = new URL(site.baseUrl).host
    expect(named.body).toMatchObject({
      name: `RSS, Atom or JSON feed ${host}`,
      settings: { url: `${site.baseUrl}/********` },
    })
    const { id } = named.body as { id: number }
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ keywords: { all: ['table'], any: [], none: [] }, channels: Object.keys(filledIn) }),
    )
    await until(async () => (await runs()) === 1)
    await until(settled, 30_000)
    const paths = providers.requests.map(({ url }) => url.pathname)
    expect(paths.length).toBeGreaterThanOrEqual(Object.keys(filledIn).length)
    // What came is notified, with links that lead to the site.
    const listed = (await test.call('GET', '/api/listings')).body as {
      items: { title: string; url: string }[]
    }
    expect(Object.fromEntries(listed.items.map(({ title, url }) => [title, url]))).toMatchObject({
      'Oak table $40': `${site.baseUrl}/ads/1.html`,
      'Fir table $70': `${site.baseUrl}/ads/4.html?id=4`,
    })

    // Every way to fail.
    for (const status of [400, 403, 424, 429, 500]) {
      providers.handle(repeatAll(status))
      for (const channel of Object.keys(filledIn)) {
        await put(channel, filledIn[channel as keyof Channels])
        await test.app.db.query('UPDATE channel_settings SET confirmed_at = $1', [clock.now()])
        await test.call('POST', `/api/channels/${channel}/test`)
      }
      await until(settled, 30_000)
      clock.advance(3_600_000)
    }
    providers.handle((_, response) => void response.socket?.destroy())
    for (const channel of Object.keys(filledIn)) await test.call('POST', `/api/channels/${channel}/test`)
    await until(settled, 30_000)

    const scan = async (answer: (request: FakeServerRequest, response: ServerResponse) => void) => {
      site.handle(answer)
      await test.app.db.query('UPDATE sources SET cool_down_until = NULL')
      const before = await runs()
      await makeScansDue(test.app.db, clock.now())
      await until(async () => (await runs()) > before)
      clock.advance(600_000)
      await notifyOutages(test.app.notify)
    }
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="other.xml">'
    await scan(repeatAll(403))
    await scan(repeatAll(500))
    await scan((_, response) => void response.end(`${page}</head></html>`))
    await scan((_, response) => void response.end('no feed'))
    await scan((_, response) => void response.socket?.destroy())
    await scan((request, response) => void response.writeHead(302, { location: request.url.href }).end())
    for (let minutes = 0; minutes < 30; minutes++) {
      clock.advance(60_000)
      await notifyOutages(test.app.notify)
    }
    providers.handle(take)
    await scan((_, response) => response.end(feed('<item><title>Oak table $35</title><link>a</link></item>')))
    await until(settled, 30_000)
    const kinds = (await test.call('GET', '/api/notifications?limit=200')).body as {
      items: { kind: string }[]
    }
    expect(kinds.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['outage', 'recovered']))

    // Names and wrong forms.
    const renamed = {
      marketplace: 'feed',
      name: `Mine ${feedAddress}`.slice(0, 190),
      settings: { url: feedAddress },
    }
    expect((await test.call('PUT', `/api/sources/${id}`, renamed)).body).toMatchObject({
      name: `Mine ${host}`,
    })
    for (const url of [feedAddress.replace('http:', 'ftp:'), `${feedAddress} `, [feedAddress]]) {
      const { body } = await test.call('POST', '/api/sources', { marketplace: 'feed', settings: { url } })
      expect(secrets.filter((one) => JSON.stringify(body).includes(one))).toEqual([])
    }
    expect(await leaks()).toEqual([])
    // Nor does one receiver learn the address of another, or of the feed.
    for (const request of providers.requests) {
      const heard = secrets.filter((one) => request.body.includes(one))
      expect(heard.filter((one) => !/ntfy-topic|apprise-target|discord|slack/.test(one))).toEqual([])
    }
  })

  it('can be told by its host, stays when what was shown comes back, and is replaced by a whole address', async () => {
    const shown = (
      (await test.call('GET', '/api/channels')).body as { items: { id: string; settings: object }[] }
    ).items
    for (const [channel, settings] of Object.entries(filledIn)) {
      const form = shown.find(({ id }) => id === channel)!.settings as Record<string, string>
      for (const [name, value] of Object.entries(settings)) {
        const isAddress = /^https?:/.test(value) && name !== 'urls'
        if (isAddress) expect(form[name]).toBe(`${new URL(value).origin}/********`)
      }
      expect((await put(channel, form)).status).toBe(200)
      expect(await inClear(channel)).toEqual(settings)
    }
    const half = { ...filledIn.ntfy, server: 'https://other.example.com/********' }
    expect(await put('ntfy', half)).toMatchObject({
      status: 422,
      body: { fields: { 'settings.server': expect.stringMatching(/whole address/) } },
    })
    await put('ntfy', { ...filledIn.ntfy, server: 'https://ntfy.example.com' })
    expect(await inClear('ntfy')).toMatchObject({ server: 'https://ntfy.example.com' })
    const { body } = await test.call('GET', '/api/channels')
    expect(JSON.stringify(body)).toContain('"server":"https://ntfy.example.com"')
  })
})

async function inClear(channel: string): Promise<unknown> {
  const { targetOf } = await import('../notify/targets/channels.ts')
  await test.app.db.query(
    'UPDATE channel_settings SET confirmed_at = $1, enabled = true, off_at = NULL, off_reason = NULL',
    [clock.now()],
  )
  const target = await targetOf(test.app.notify, test.app.owner, channel)
  return target.kind === 'ready' ? target.settings : target
}
