import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { type FakeServerHandler, startFakeServer } from '../../../test/harness/fake-server.ts'
import { readHere } from '../../../test/harness/read-here.ts'
import { createFetch, type Fetch, FetchError, type FetchOptions } from '../../core/fetch.ts'
import type { MarketplaceContext } from '../contract.ts'
import craigslist from './index.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())

const now = new Date('2026-11-22T12:00:00Z')
const request = { area: 'portland', cat: 'fua', query: 'desk', sort: 'date' }

function context(overrides: Partial<MarketplaceContext>): { ctx: MarketplaceContext; calls: FetchOptions[] } {
  const calls: FetchOptions[] = []
  const fetch: Fetch = (url, options = {}) => {
    calls.push(options)
    return realFetch(url, { ...options, hostGapMs: 0 })
  }
  const ctx: MarketplaceContext = {
    fetch,
    log: pino({ level: 'silent' }),
    clock: { now: () => now },
    signal: new AbortController().signal,
    options: {},
    settings: {},
    demo: false,
    read: (reader, ...args) => readHere(reader, args),
    cache: { get: async () => null, set: async () => {}, delete: async () => {} },
    spend: async () => true,
    ...overrides,
  }
  return { ctx, calls }
}

const html =
  (body: string, status = 200, headers: Record<string, string> = {}): FakeServerHandler =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  }

async function searchWith(handler: FakeServerHandler) {
  await using site = await startFakeServer(handler)
  const { ctx } = context({ options: { CRAIGSLIST_BASE_URL: site.baseUrl } })
  return await craigslist.search(request, null, ctx)
}

async function detailsWith(handler: FakeServerHandler, externalId = 'hJ1mN3pQ5rS7tU9vW2xY4z') {
  await using site = await startFakeServer(handler)
  const { ctx } = context({ options: { CRAIGSLIST_BASE_URL: `${site.baseUrl}/` } })
  const url = `https://www.craigslist.org/view/d/maple-harbor-mirrorless-camera-kit/${externalId}`
  const result = await craigslist.details!({ externalId, url }, ctx)
  return { result, requests: site.requests, url }
}

describe('search', () => {
  it('asks once, for the page of the area, politely', async () => {
    await using site = await startFakeServer(html(fixture('search-new.html')))
    const { ctx, calls } = context({ options: { CRAIGSLIST_BASE_URL: site.baseUrl } })
    const page = await craigslist.search(request, null, ctx)
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: true })
    expect(page.listings).toHaveLength(7)
    expect(site.requests.map(({ url }) => url.pathname + url.search)).toEqual([
      '/search/area/portland?cat=fua&query=desk&sort=date',
    ])
    expect(site.requests[0]?.headers['user-agent']).toBe('DealScout/test')
    expect(calls).toMatchObject([{ hostGapMs: 1500, network: 'any' }])
  })

  it('follows the site from one layout to the other', async () => {
    const page = await searchWith((incoming, response) => {
      if (incoming.url.pathname === '/search/fua') return html(fixture('search-old.html'))(incoming, response)
      response.writeHead(301, { location: '/search/fua?query=desk' }).end()
    })
    expect(page).toMatchObject({ outcome: 'ok', complete: true })
    expect(page.listings).toHaveLength(3)
  })

  it('takes links to its own host from a mirror', async () => {
    const page = await searchWith(
      html(fixture('search-new.html').replaceAll('https://www.craigslist.org/view', '/view')),
    )
    expect(page.outcome).toBe('ok')
    expect(page.listings[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/view\/d\//)
  })

  it('calls a page of 300 rows or more incomplete', async () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, i) =>
          `<li class="cl-static-search-result"><a href="/view/d/x/${String(i).padStart(22, 'a')}"><div class="title">Chair ${i}</div></a></li>`,
      ).join('')
    const page = (count: number) => `<ol class="cl-static-search-results">${rows(count)}</ol>`
    expect(await searchWith(html(page(299)))).toMatchObject({ outcome: 'ok', complete: true })
    expect(await searchWith(html(page(300)))).toMatchObject({ outcome: 'ok', complete: false })
  })

  it.each<[string, FakeServerHandler, object]>([
    ['empty', html(fixture('search-empty.html')), { outcome: 'empty', complete: true }],
    ['blocked by status', html('', 403), { outcome: 'blocked' }],
    ['blocked by words', html(fixture('blocked.html')), { outcome: 'blocked' }],
    ['challenged', html(fixture('challenge.html')), { outcome: 'captcha' }],
    ['challenged under 403', html(fixture('challenge.html'), 403), { outcome: 'captcha' }],
    ['challenged under 503', html(fixture('challenge.html'), 503), { outcome: 'captcha' }],
    [
      'throttled',
      html('', 429, { 'retry-after': '120' }),
      { outcome: 'rate-limited', retryAfterMs: 120_000 },
    ],
    [
      'throttled until a time',
      html('', 429, {
        date: now.toUTCString(),
        'retry-after': new Date(now.getTime() + 60_000).toUTCString(),
      }),
      { outcome: 'rate-limited', retryAfterMs: 60_000 },
    ],
    ['out of order', html('', 502), { outcome: 'unreachable' }],
    ['cut short', (_, response) => void response.destroy(), { outcome: 'unreachable' }],
    [
      'an unknown area',
      html('', 404),
      {
        outcome: 'parse-drift',
        reason: 'Craigslist has no search for the area “portland” and category “fua”.',
      },
    ],
    ['a posting', html(fixture('detail-new.html')), { outcome: 'parse-drift', listings: [] }],
    ['a removed posting', html(fixture('gone.html')), { outcome: 'parse-drift', complete: false }],
    ['another site', html('<title>Parked</title>'), { outcome: 'parse-drift' }],
  ])('ends as what it was: %s', async (_, handler, expected) => {
    expect(await searchWith(handler)).toMatchObject(expected)
  })

  it('ends by the abort that stopped it, not as an outcome', async () => {
    await using site = await startFakeServer(() => {})
    const stop = new AbortController()
    const { ctx } = context({ options: { CRAIGSLIST_BASE_URL: site.baseUrl }, signal: stop.signal })
    const search = craigslist.search(request, null, ctx)
    stop.abort()
    await expect(search).rejects.toSatisfy((error) => error instanceof FetchError && error.kind === 'aborted')
  })
})

describe('a demo source', () => {
  it('stays in the demo world, without pauses, whatever the operator set', async () => {
    await using site = await startFakeServer(html(fixture('search-new.html')))
    const { ctx, calls } = context({
      demo: true,
      settings: { demoBaseUrl: `${site.baseUrl}/craigslist/` },
      options: { CRAIGSLIST_BASE_URL: 'http://127.0.0.1:9' },
    })
    expect((await craigslist.search(request, null, ctx)).outcome).toBe('ok')
    expect(site.requests[0]?.url.pathname).toBe('/craigslist/search/area/portland')
    expect(calls).toMatchObject([{ hostGapMs: 0, network: 'any' }])
    await craigslist.details!(
      { externalId: '7700000123', url: 'http://127.0.0.1:9/mlt/cto/d/x/7700000123.html' },
      ctx,
    )
    expect(site.requests[1]?.url.pathname).toBe('/craigslist/mlt/cto/d/x/7700000123.html')
  })

  it('asks nobody when the demo world is not there', async () => {
    const { ctx, calls } = context({ demo: true })
    expect(await craigslist.search(request, null, ctx)).toMatchObject({ outcome: 'unreachable' })
    const url = 'https://www.craigslist.org/view/d/x/hJ1mN3pQ5rS7tU9vW2xY4z'
    expect(await craigslist.details!({ externalId: 'x', url }, ctx)).toMatchObject({ outcome: 'unreachable' })
    expect(calls).toEqual([])
  })
})

describe('details', () => {
  it('reads the posting under the identity and address by which it was found', async () => {
    const { result, requests, url } = await detailsWith(html(fixture('detail-new.html')))
    expect(result).toMatchObject({
      outcome: 'ok',
      listing: { externalId: 'hJ1mN3pQ5rS7tU9vW2xY4z', url, condition: 'like new', priceCents: 64_000 },
    })
    expect(requests.map((sent) => sent.url.pathname)).toEqual([new URL(url).pathname])
    const byNumber = await detailsWith(html(fixture('detail-new.html')), '7801234567')
    expect(byNumber.result).toMatchObject({ outcome: 'ok', listing: { externalId: '7801234567' } })
  })

  it.each<[string, FakeServerHandler, object]>([
    ['gone by words', html(fixture('gone.html')), { outcome: 'gone' }],
    ['gone by status', html('', 404), { outcome: 'gone' }],
    ['gone for good', html(fixture('gone.html'), 410), { outcome: 'gone' }],
    ['blocked', html(fixture('blocked.html'), 403), { outcome: 'blocked' }],
    ['challenged', html(fixture('challenge.html')), { outcome: 'captcha' }],
    ['throttled', html('', 429, { 'retry-after': '7' }), { outcome: 'rate-limited', retryAfterMs: 7000 }],
    ['out of order', html('', 500), { outcome: 'unreachable' }],
    ['results', html(fixture('search-new.html')), { outcome: 'parse-drift' }],
    ['something else', html('<p>hello</p>'), { outcome: 'parse-drift' }],
  ])('ends as what it was: %s', async (_, handler, expected) => {
    const { result } = await detailsWith(handler)
    expect(result).toMatchObject({ ...expected, reason: expect.any(String) })
    expect(result).not.toHaveProperty('listing')
  })

  it('refuses a page of another posting', async () => {
    const { result } = await detailsWith(html(fixture('detail-new.html')), 'zzzzzzzzzzzzzzzzzzzzzz')
    expect(result).toEqual({ outcome: 'parse-drift', reason: 'Craigslist showed another posting.' })
  })

  it('calls nobody else’s address', async () => {
    const { ctx, calls } = context({})
    for (const url of [
      'https://evil.example/view/d/x/hJ1mN3pQ5rS7tU9vW2xY4z',
      'https://craigslist.org.evil.example/',
      'nonsense',
    ])
      expect(await craigslist.details!({ externalId: 'x', url }, ctx)).toMatchObject({
        outcome: 'parse-drift',
      })
    expect(calls).toEqual([])
  })
})

describe('what it declares', () => {
  it('is off until the operator accepts the terms', () => {
    const { acceptOption } = craigslist.terms
    expect(craigslist.options.find(({ env }) => env === acceptOption)).toMatchObject({
      type: 'boolean',
      default: false,
    })
    expect(craigslist.terms.class).toBe('unofficial')
    expect(craigslist.budget.intervalMsMin).toBeGreaterThanOrEqual(300_000)
    expect(craigslist.budget.hostGapMs).toBeGreaterThanOrEqual(1000)
  })
})
