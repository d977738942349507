import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { sendJson, startFakeServer } from '../../../test/harness/fake-server.ts'
import { readHere } from '../../../test/harness/read-here.ts'
import { createFetch } from '../../core/fetch.ts'
import type { MarketplaceContext } from '../contract.ts'
import { noQuery } from '../fake-server.ts'
import { readText } from './answer.ts'
import { countryIn, currencyOf } from './countries.ts'
import { groupsOf } from './groups.ts'
import reddit from './index.ts'
import { askedPrice } from './price.ts'
import { isMoney, readTitle } from './title.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const fetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => fetch.close())

const page = (text: string) => {
  const reading = readText(text)
  if (reading.kind !== 'search') throw new Error(reading.kind)
  return reading.page
}

describe('a title', () => {
  it.each([
    ['[USA-CA] [H] RTX 3080 FE [W] PayPal', 'RTX 3080 FE', 'US', false],
    ['[Carman,MB][H]2x Mini PCs [W] PayPal, Local Cash', '2x Mini PCs', 'CA', false],
    ['[W] PayPal [H] GMMK Pro [US-TX]', 'GMMK Pro [US-TX]', null, false],
    ['[EU-DE] [H] Keycult No. 1 [W] PayPal', 'Keycult No. 1', 'EU', false],
    ['[EU-SE] [H] Keycult [W] Revolut', 'Keycult', 'SE', false],
    ['[EU-UK][H] Tofu65 [W] Monzo', 'Tofu65', 'GB', false],
    ['[Berlin, DE] [H] Phone [W] cash', 'Phone', null, false],
    ['[CA] [H] Desk [W] cash', 'Desk', null, false],
    ['[FS][US-CA] Dell R730 dual Xeon', 'Dell R730 dual Xeon', 'US', false],
    ['[US-NY][FS/FT] 10TB drives', '10TB drives', 'US', false],
    ['[WTS] Sony WH-1000XM5, boxed', 'Sony WH-1000XM5, boxed', null, false],
    ['[S] [USA-WA] Nikon FM2 with 50mm', 'Nikon FM2 with 50mm', 'US', false],
    ['[Calgary, AB] [H] RX 6800 [W] RTX 3080', 'RX 6800', 'CA', true],
    ['[WTT] Seiko SKX for a Citizen', 'Seiko SKX for a Citizen', null, true],
    ['[USA-CA] [H] PS5 [W] RTX 3080, PayPal', 'PS5', 'US', false],
  ] as const)('%s offers', (title, have, country, isTrade) => {
    expect(readTitle(title)).toMatchObject({ kind: 'offer', have, country, isTrade })
  })

  it.each([
    '[Markham, ON] [H] Cash [W] iphone 15 plus',
    '[Vaughan,ON][H]EMT, PayPal, Cash [W] ITX Motherboard, CPU',
    '[Ottawa, ON] [H] $1450 Cash or Paypal [W] DDR5 ECC RAM KIT',
    '[Toronto, ON] [H] Cash/PayPal/E-transfer [W] 750W+ PSU gold or higher / GPU',
    '[H] [W] RTX 4070',
    '[WTB] Omega Speedmaster',
    '[B] [USA-CA] Leica M6',
    '[W][US-TX] 10TB drives',
  ])('%s looks for something', (title) => expect(readTitle(title)).toEqual({ kind: 'wanted' }))

  it.each(['Price check thread', 'RTX 3080 for sale', '[GB] Keycaps R2', 'Shirt size [S] blue', ''])(
    '%s has no marks',
    (title) => expect(readTitle(title)).toEqual({ kind: 'unknown' }),
  )

  it('answers soon for any text', () => {
    const part = fc.constantFrom('[', ']', '[H]', '[W]', '[FS]', ' ', 'a', '$', '1', '/', ',')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), (parts) => {
        const startedAt = performance.now()
        readTitle(parts.join(''))
        isMoney(parts.join(''))
        expect(performance.now() - startedAt).toBeLessThan(200)
      }),
    )
  })
})

it.each([
  ['USA-CA', 'US', 'USD'],
  ['CAN-ON', 'CA', 'CAD'],
  ['CA-ON', 'CA', 'CAD'],
  ['Midland Ont', 'CA', 'CAD'],
  ["St. John's, NL", 'CA', 'CAD'],
  ['London, UK', 'GB', 'GBP'],
  ['EU', 'EU', 'EUR'],
  ['EU-PL', 'PL', 'PLN'],
  ['AUS-VIC', 'AU', 'AUD'],
  ['Austin, TX', 'US', 'USD'],
  ['NL', null, undefined],
  ['Mars', null, undefined],
])('the place %s is in %s and pays in %s', (place, country, currency) => {
  expect(countryIn(place)).toBe(country)
  expect(currencyOf(country)).toBe(currency)
})

describe('what is asked', () => {
  const one = (priceCents: number, currency: string | null) => ({
    kind: 'one',
    price: { priceCents, currency },
  })
  it.each([
    ['Old drives', '2x A *PENDING*\n40$ ea FIRM', one(4000, 'CAD')],
    ['RTX 3080', 'Asking for $500 shipping included. Paid $1200.', one(50_000, 'CAD')],
    ['Monitor $150', '', one(15_000, 'CAD')],
    ['Monitor $150', 'Still $150', one(15_000, 'CAD')],
    ['Parts', 'Board - $100\nCard - $140', { kind: 'several' }],
    ['Parts', 'PENDING - Board - $100\nCard - $140', { kind: 'several' }],
    ['Mouse', 'Mouse: $140 shipped.\n~~Combo: $280 shipped.~~', { kind: 'several' }],
    ['Fans', '$20/box or $35 for both', { kind: 'several' }],
    ['Case', 'https://shop.example/?price=$99 no figure else', { kind: 'none' }],
    ['RTX 3080 12 GB', 'Used for 3 years, 100% working', { kind: 'none' }],
    ['Case', '1.2.3 and €- and 1e300', { kind: 'none' }],
  ])('%s: %s', (have, text, expected) => expect(askedPrice(have, text, 'CAD')).toEqual(expected))
})

describe('a group’s newest posts', () => {
  it('are what is offered, with one clear price in the country’s currency or none, sold and closed as such', () => {
    const read = page(fixture('new.json'))
    expect(read).toMatchObject({ outcome: 'ok', complete: false, next: 't3_1aaaa11.11' })
    expect(
      read.listings.map(({ externalId, priceCents, currency, state }) => [
        externalId,
        priceCents,
        currency,
        state,
      ]),
    ).toEqual([
      ['t3_1aaaa02', 3000, 'CAD', 'active'],
      ['t3_1aaaa04', null, undefined, 'active'],
      ['t3_1aaaa05', null, undefined, 'sold'],
      ['t3_1aaaa06', 50_000, 'CAD', 'active'],
      ['t3_1aaaa07', null, undefined, 'active'],
      ['t3_1aaaa09', null, undefined, 'active'],
      ['t3_1aaaa10', 15_000, 'CAD', 'sold'],
      ['t3_1aaaa11', undefined, undefined, 'gone'],
    ])
    expect(read.listings[1]).toMatchObject({
      title: 'AM4 CPUs, Motherboards & a card',
      location: 'Brampton, ON',
      siteCategory: 'Computers',
      attributes: { wants: 'PayPal G&S, Cash, EMT', prices: 'several', group: 'r/CanadianHardwareSwap' },
    })
    expect(read.listings[3]!.imageUrls).toEqual(['https://preview.redd.it/m1.jpg?width=1000&s=1'])
    expect(read.listings[5]!.title).toBe('[H] RX 6800 [W] RTX 3080')
    expect(read.listings[7]).toEqual({
      externalId: 't3_1aaaa11',
      title: 'A post that was deleted',
      url: 'https://www.reddit.com/r/CanadianHardwareSwap/comments/1aaaa11/',
      state: 'gone',
      erased: true,
    })
    expect(JSON.stringify(read)).not.toContain('someone-')
    expect(read.rejected).toHaveLength(3)
  })

  it('of a group without such titles are no list of offers', () => {
    const other = JSON.parse(fixture('new.json'))
    for (const { data } of other.data.children) data.title = `Look at this thing ${data.id}`
    for (const { data } of other.data.children) data.removed_by_category = null
    for (const { data } of other.data.children) data.author = 'x'
    for (const { data } of other.data.children) Object.assign(data, { link_flair_text: null, selftext: 'x' })
    expect(page(JSON.stringify(other))).toMatchObject({
      outcome: 'parse-drift',
      reason: expect.stringContaining('[H]'),
    })
  })

  it('say when there are no more, which a list that ends at its length does not', () => {
    const all = JSON.parse(fixture('new.json'))
    all.data.after = null
    expect(readText(JSON.stringify(all))).toMatchObject({ page: { complete: true, next: null } })
    expect(readText(JSON.stringify(all), 900)).toMatchObject({ page: { complete: false } })
    expect(page(fixture('empty.json'))).toMatchObject({ outcome: 'empty', complete: true })
  })

  const real = new URL(
    '../../../../shared/fixtures/reddit/canadianhardwareswap_new_2026-02.json',
    import.meta.url,
  )
  it.skipIf(!existsSync(real))('are read in a real answer (skipped where none is at hand)', () => {
    const { listings } = page(readFileSync(real, 'utf8'))
    expect(listings.filter(({ state }) => state === 'active')).toHaveLength(9)
    expect(listings.filter(({ state }) => state === 'sold')).toHaveLength(1)
    expect(listings[0]).toMatchObject({
      externalId: 't3_1rcy1gl',
      title: '5x 512gb NVMe SSDs (90% Health+)',
      priceCents: 4000,
      currency: 'CAD',
      location: 'North York, ON',
    })
  })
})

it('groups are given in any way that people write them, and nothing else is one', () => {
  expect(
    groupsOf({ groups: 'r/HardwareSwap, https://www.reddit.com/r/mechmarket/ homelabsales+mechmarket' }),
  ).toEqual(['hardwareswap', 'homelabsales', 'mechmarket'])
  for (const groups of ['', 'a/b', '../api/v1/me', 'x?y=1', 'ä', 'a'.repeat(30), 'javascript:1'])
    expect(() => groupsOf({ groups })).toThrow()
  expect(reddit.compile({ ...noQuery, all: ['x'], priceCentsMax: 5 }, { groups: 'Bb, a1' })).toEqual({
    ...{ request: { groups: 'a1+bb' }, pushed: [], residual: ['all', 'price'] },
  })
})

it('without keys it says how to use the group’s feed', () => {
  const said = reddit.unavailable!({ groups: 'mechmarket' }, {})
  expect(said).toContain('https://www.reddit.com/r/mechmarket/new/.rss')
  expect(reddit.unavailable!({ groups: 'x1', clientId: 'a', clientSecret: 'b' }, {})).toBeNull()
  expect(reddit.unavailable!({}, { REDDIT_CLIENT_ID: 'a', REDDIT_CLIENT_SECRET: 'b' })).toBeNull()
})

function world(base: string, at: { now: Date }) {
  const cache = new Map<string, { value: string; expiresAt: Date }>()
  const ctx: MarketplaceContext = {
    fetch: (url, options) => fetch(url, { ...options, hostGapMs: 0 }),
    log: pino({ level: 'silent' }),
    clock: { now: () => at.now },
    signal: new AbortController().signal,
    options: { REDDIT_BASE_URL: base },
    settings: {
      groups: 'canadianhardwareswap',
      username: 'u/somebody',
      clientId: 'id',
      clientSecret: 'secret',
    },
    demo: false,
    read: (reader, ...args) => readHere(reader, args),
    cache: {
      get: async (key) => {
        const kept = cache.get(key)
        return kept && kept.expiresAt > at.now ? kept.value : null
      },
      set: async (key, value, expiresAt) => void cache.set(key, { value, expiresAt }),
      delete: async (key) => void cache.delete(key),
    },
    spend: async () => true,
  }
  return ctx
}

const token = { access_token: 'token', token_type: 'bearer', expires_in: 86_400 }
const request = { groups: 'canadianhardwareswap' }

it('signs in once, says who asks, and asks for a new token where one was refused', async () => {
  let refusals = 1
  await using site = await startFakeServer(({ url }, response) => {
    if (url.pathname === '/api/v1/access_token') sendJson(response, 200, token)
    else if (refusals-- > 0) sendJson(response, 401, { message: 'Unauthorized', error: 401 })
    else response.end(fixture('new.json'))
  })
  const ctx = world(site.baseUrl, { now: new Date('2026-11-22T12:00:00Z') })
  expect((await reddit.search(request, null, ctx)).outcome).toBe('ok')
  expect((await reddit.search(request, 't3_1aaaa11.11', ctx)).outcome).toBe('ok')
  const paths = site.requests.map(({ url }) => url.pathname)
  expect(paths.filter((path) => path === '/api/v1/access_token')).toHaveLength(2)
  expect(paths.at(-1)).toBe('/r/canadianhardwareswap/new')
  expect(site.requests.at(-1)!.url.searchParams.get('after')).toBe('t3_1aaaa11')
  expect(site.requests.at(-1)!.headers).toMatchObject({
    authorization: 'Bearer token',
    'user-agent': 'node:deal-scout:1 (by /u/somebody)',
  })
})

it('asks nothing more once Reddit says that no call is left, until it counts anew', async () => {
  const at = { now: new Date('2026-11-22T12:00:00Z') }
  await using site = await startFakeServer(({ url }, response) => {
    if (url.pathname === '/api/v1/access_token') return sendJson(response, 200, token)
    response.writeHead(200, { 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '90' })
    response.end(fixture('empty.json'))
  })
  const ctx = world(site.baseUrl, at)
  expect((await reddit.search(request, null, ctx)).outcome).toBe('empty')
  const asked = site.requests.length
  expect(await reddit.search(request, null, ctx)).toMatchObject({
    outcome: 'rate-limited',
    retryAfterMs: 90_000,
  })
  expect(site.requests).toHaveLength(asked)
  at.now = new Date(at.now.getTime() + 91_000)
  expect((await reddit.search(request, null, ctx)).outcome).toBe('empty')
})

it('takes the moment at which Reddit counts anew for its wish where it refuses without one', async () => {
  await using site = await startFakeServer(({ url }, response) => {
    if (url.pathname === '/api/v1/access_token') return sendJson(response, 200, token)
    sendJson(response, 429, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '33' })
  })
  const ctx = world(site.baseUrl, { now: new Date('2026-11-22T12:00:00Z') })
  expect(await reddit.search(request, null, ctx)).toMatchObject({
    outcome: 'rate-limited',
    retryAfterMs: 33_000,
  })
})

it('looks again at offers that the list no longer shows: sold ones are sold, deleted ones are dropped', async () => {
  const first = JSON.parse(fixture('new.json'))
  const second = structuredClone(first)
  second.data.children = second.data.children.filter(
    ({ data }: { data: { id: string } }) => data.id !== '1aaaa02' && data.id !== '1aaaa06',
  )
  const gone = structuredClone(first.data.children[1])
  Object.assign(gone.data, {
    removed_by_category: 'deleted',
    author: '[deleted]',
    title: '[deleted by user]',
  })
  const sold = structuredClone(first.data.children[5])
  sold.data.link_flair_text = 'Sold'
  let list: unknown = first
  await using site = await startFakeServer(({ url }, response) => {
    if (url.pathname === '/api/v1/access_token') return sendJson(response, 200, token)
    if (url.pathname === '/api/info')
      return sendJson(response, 200, { kind: 'Listing', data: { after: null, children: [gone, sold] } })
    sendJson(response, 200, list)
  })
  const ctx = world(site.baseUrl, { now: new Date('2026-11-22T12:00:00Z') })
  await reddit.search(request, null, ctx)
  expect(site.requests.some(({ url }) => url.pathname === '/api/info')).toBe(false)
  list = second
  const found = await reddit.search(request, null, ctx)
  const asked = site.requests.find(({ url }) => url.pathname === '/api/info')!
  expect(asked.url.searchParams.get('id')).toBe('t3_1aaaa02,t3_1aaaa06')
  expect(found.listings.slice(-2)).toMatchObject([
    { externalId: 't3_1aaaa02', state: 'gone', erased: true },
    { externalId: 't3_1aaaa06', state: 'sold' },
  ])
  // What is over is not asked for again.
  await reddit.search(request, null, ctx)
  expect(site.requests.filter(({ url }) => url.pathname === '/api/info')).toHaveLength(1)
})

it('a private group says what Reddit says', async () => {
  await using site = await startFakeServer(({ url }, response) => {
    if (url.pathname === '/api/v1/access_token') return sendJson(response, 200, token)
    response.writeHead(403, { 'content-type': 'application/json' }).end(fixture('error.json'))
  })
  const ctx = world(site.baseUrl, { now: new Date('2026-11-22T12:00:00Z') })
  expect(await reddit.search(request, null, ctx)).toMatchObject({
    outcome: 'blocked',
    reason: 'Reddit says: Forbidden (private).',
  })
})
