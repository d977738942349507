import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetch } from '../../server/core/fetch.ts'
import { revalueStale } from '../../server/flows/revalue-stale.ts'
import type { ListingDetail } from '../../server/listings/schema.ts'
import { stubClock, type TestApp, testApp, until } from '../harness/app.ts'
import { type FakeServer, type FakeServerHandler, sendJson, startFakeServer } from '../harness/fake-server.ts'

const folder = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

const real = (name: string): string => readFileSync(folder + name, 'utf8')
const clock = stubClock()
const fetch = createFetch({ userAgent: 'DealScout/test' })

let test: TestApp
let classifieds: FakeServer
let shop: FakeServer

const terrace = 'iuWFDtT2PTzDnq2AFopRGz'
const bright = '7942602776'

/** New layout for one area, old layout for another; one posting lives, one is of another number, the rest are gone. */
const asClassifieds: FakeServerHandler = ({ url: { pathname } }, response) => {
  const pages: Record<string, string> = {
    '/search/area/newyork': 'search_www_subarea_mnh_apa_2026-07.html',
    '/search/area/longisland': 'search_newyork_apa_trimmed_2026-06.html',
    [`/view/d/new-york-top-floor-fidi-1br-home-office/${terrace}`]: 'detail_forsale_2022-12.html',
    [`/mnh/apa/d/new-york-no-fee-bright-1br-central-park/${bright}.html`]:
      'detail_milwaukee_apa_2026-05.html',
  }
  const name = pages[pathname]
  if (!name) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(real(`craigslist/${name}`))
}

/** Another answer for every site; items of the British one. */
const asShop: FakeServerHandler = ({ url: { pathname }, headers }, response) => {
  const answer = (name: string) => JSON.parse(real(`ebay/${name}.json`))
  const items: Record<string, string> = {
    'item-1': 'fs2_get-item-1-success-response',
    'item-2': 'fs2_get-item-2-success-response',
    'item-3': 'fs2_get-item-3-no-aspects-success-response',
  }
  if (pathname.endsWith('/oauth2/token')) {
    return sendJson(response, 200, { ...answer('fs2_auth-success-response'), access_token: 'good' })
  }
  const item = /\/item\/([^/]+)$/.exec(pathname)?.[1]
  if (item !== undefined) {
    const name = items[decodeURIComponent(item)]
    return name
      ? sendJson(response, 200, answer(name))
      : sendJson(response, 404, answer('fs2_get-item-notfound-error-response'))
  }
  switch (headers['x-ebay-c-marketplace-id']) {
    case 'EBAY_US':
      return sendJson(response, 200, answer('browse_search_iphone_best_match_12'))
    case 'EBAY_GB':
      return sendJson(response, 200, answer('fs2_search-success-response'))
    case 'EBAY_DE':
      return sendJson(response, 200, answer('fs2_search-empty-response'))
    case 'EBAY_CA': {
      const warnings = [
        {
          errorId: 12002,
          domain: 'API_BROWSE',
          category: 'REQUEST',
          message: "The 'price' filter is invalid.",
        },
      ]
      return sendJson(response, 200, { ...answer('fs2_search-success-response'), warnings })
    }
    default:
      return sendJson(response, 401, answer('fs2_get-item-unauthorized-error-response'))
  }
}

interface Source {
  id: number
  name: string
  state: string
  stateReason: string | null
}
interface Listing {
  id: number
  externalId: string
}
interface Notification {
  kind: string
  items: { title: string; url: string; priceCents: number; ruleNames: string[] }[]
}

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await test.call('POST', path, body)
  expect(answer).toMatchObject({ status: 201 })
  return answer.body
}

async function all<T>(path: string): Promise<T[]> {
  const items: T[] = []
  for (let cursor = ''; ; ) {
    const { body } = await test.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`)
    const page = body as { items: T[]; next: string | null }
    items.push(...page.items)
    if (page.next === null) return items
    cursor = `&cursor=${page.next}`
  }
}

async function listing(marketplace: string, externalId: string): Promise<ListingDetail> {
  const found = (await all<Listing>(`/api/listings?marketplace=${marketplace}`)).find(
    (each) => each.externalId === externalId,
  )
  expect(found, externalId).toBeDefined()
  return (await test.call('GET', `/api/listings/${found!.id}`)).body
}

async function source(name: string): Promise<Source> {
  const { items } = (await test.call('GET', '/api/sources')).body as { items: Source[] }
  return items.find((each) => each.name === name)!
}

describe.skipIf(!isThere)('pages and answers as the sites sent them, through the whole program', () => {
  beforeAll(async () => {
    classifieds = await startFakeServer(asClassifieds)
    shop = await startFakeServer(asShop)
    test = await testApp({
      roles: ['api'],
      env: {
        CRAIGSLIST_TERMS_ACCEPTED: 'true',
        CRAIGSLIST_BASE_URL: classifieds.baseUrl,
        EBAY_BASE_URL: shop.baseUrl,
        EBAY_CLIENT_ID: 'id',
        EBAY_CLIENT_SECRET: 'secret',
      },
      overrides: { clock, fetch },
    })
    for (const area of ['newyork', 'longisland']) {
      await post('/api/sources', {
        marketplace: 'craigslist',
        name: area,
        settings: { area, category: 'apa' },
        try: false,
      })
    }
    for (const site of ['EBAY_US', 'EBAY_GB', 'EBAY_DE', 'EBAY_CA', 'EBAY_AU']) {
      await post('/api/sources', { marketplace: 'ebay', name: site, settings: { site }, try: false })
    }
    const rules = [
      {
        name: 'Terrace',
        keywords: { all: ['private terrace'] },
        priceCentsMax: 120_000,
        marketplaces: ['craigslist'],
      },
      // A condition stands only on a posting's own page.
      {
        name: 'Good one',
        keywords: { any: ['private terrace', 'blazer'] },
        conditions: ['good'],
        marketplaces: ['craigslist'],
      },
      {
        name: 'Good park',
        keywords: { all: ['central park'] },
        conditions: ['good'],
        marketplaces: ['craigslist'],
      },
      { name: 'Cheap iPhone', keywords: { all: ['iphone'] }, priceCentsMax: 19_000, marketplaces: ['ebay'] },
      // No answer tells coordinates: whether it is near is never known.
      {
        name: 'Near iPhone',
        keywords: { all: ['iphone'], any: ['6s plus', 'jet black'] },
        currency: 'GBP',
        place: 'London, UK',
        marketplaces: ['ebay'],
      },
      { name: 'Furniture', categories: ['furniture'], marketplaces: ['ebay'] },
    ]
    for (const rule of rules) await post('/api/rules', rule)
    await test.app.sources.runDue()
    // What waited for its market to be learned; the worker does this some seconds later.
    await revalueStale(test.app.reconsider, new AbortController().signal)
  })
  afterAll(async () => {
    await test?.[Symbol.asyncDispose]()
    await classifieds?.[Symbol.asyncDispose]()
    await shop?.[Symbol.asyncDispose]()
    await fetch.close()
  })

  it('both layouts of a result page are stored whole, with the right fields', async () => {
    for (const name of ['newyork', 'longisland']) expect(await source(name)).toMatchObject({ state: 'ok' })
    expect(await all('/api/listings?marketplace=craigslist')).toHaveLength(153 + 6)
    expect(await listing('craigslist', terrace)).toMatchObject({
      title: 'Top-Floor FiDi 1BR + Home Office – Private Terrace & Skyline Views!',
      url: `https://www.craigslist.org/view/d/new-york-top-floor-fidi-1br-home-office/${terrace}`,
      priceCents: 135_000,
      currency: 'USD',
      location: 'Financial District',
      siteCategory: 'apartments / housing for rent',
      lat: 40.707672,
      lon: -74.003105,
      buyingFormat: 'classified',
      state: 'active',
      basis: 'asking',
      condition: null,
      demo: false,
      firstSeenAt: clock.now().toISOString(),
      priceHistory: [{ priceCents: 135_000, currency: 'USD' }],
    })
    expect(await listing('craigslist', bright)).toMatchObject({
      title: expect.stringContaining('NO FEE'),
      url: `https://newyork.craigslist.org/mnh/apa/d/new-york-no-fee-bright-1br-central-park/${bright}.html`,
      priceCents: 385_000,
      location: 'Upper West Side',
      lat: null,
    })
  })

  it('rows of the shop are stored with the right fields, those of a foreign site in its currency', async () => {
    expect(await all('/api/listings?marketplace=ebay')).toHaveLength(12 + 5)
    expect(await listing('ebay', 'v1|334691749565|0')).toMatchObject({
      title: '2020 Apple iPhone SE 2nd Gen (Great Condition) Unlocked Verizon ATT TMobile',
      url: 'https://www.ebay.com/itm/334691749565',
      priceCents: 18_999,
      currency: 'USD',
      shippingCents: 0,
      category: 'phones',
      conditionText: 'Used',
      location: '112**, US',
      buyingFormat: 'fixed-price',
      variations: true,
      postedAt: '2023-01-05T17:43:03.000Z',
    })
    expect(await listing('ebay', 'item-2')).toMatchObject({
      title: 'Apple iPhone 7 - 32GB - Rose Gold (Unlocked) A1778 (GSM)',
      priceCents: 16_500,
      currency: 'GBP',
      shippingCents: 500,
      description: null,
      variations: false,
    })
  })

  it('an empty answer is sight; warnings and error bodies are an outage, and are told in a sentence', async () => {
    expect(await source('EBAY_DE')).toMatchObject({ state: 'ok', stateReason: null })
    const ignored = await source('EBAY_CA')
    expect(ignored.state).toBe('outage')
    expect(ignored.stateReason).toMatch(/eBay ignored a part of the search \(12002/)
    const refused = await source('EBAY_AU')
    expect(refused.state).toBe('outage')
    expect(refused.stateReason).toMatch(/access token.*1001/)
    const { items } = (await test.call('GET', `/api/sources/${refused.id}/plan`)).body as {
      items: { rule: string; impossible: string | null }[]
    }
    expect(items.filter(({ impossible }) => impossible !== null)).toMatchObject([{ rule: 'Furniture' }])
  })

  it('what fits a rule is in the inbox, each listing once', async () => {
    const notified = await all<Notification>('/api/notifications')
    const urls = notified.flatMap(({ items }) => items.map(({ url }) => url))
    expect(new Set(urls).size).toBe(urls.length)
    const item = (title: string) =>
      notified.flatMap(({ items }) => items).find((each) => each.title.includes(title))
    expect(item('Private Terrace')).toMatchObject({ priceCents: 115_400, ruleNames: ['Terrace'] })
    expect(item('iPhone SE 2nd Gen')).toMatchObject({ priceCents: 18_999, ruleNames: ['Cheap iPhone'] })
    for (const { items } of notified) {
      for (const { ruleNames, priceCents } of items) {
        if (ruleNames.includes('Cheap iPhone')) expect(priceCents).toBeLessThanOrEqual(19_000)
        for (const open of ['Near iPhone', 'Good one', 'Good park']) expect(ruleNames).not.toContain(open)
      }
    }
  })

  it('scanning again finds the same and tells nobody', async () => {
    const before = await all<Notification>('/api/notifications')
    clock.advance(6 * 60_000)
    await test.app.sources.runDue()
    expect(await all('/api/notifications')).toEqual(before)
    expect(await all('/api/listings')).toHaveLength(153 + 6 + 12 + 5)
  })

  it('what a result page leaves open is read on the listing’s own page, and then notified', async () => {
    await test.app.start(['worker'])
    await until(async () => {
      const counts = await (await test.app.openQueue(false)).counts()
      return counts.every(({ waiting, active, name }) => name !== 'read-details' || waiting + active === 0)
      // One page a second of each site.
    }, 30_000)
    // The page of a car, under the address of the flat: only its facts matter here.
    expect(await listing('craigslist', terrace)).toMatchObject({
      title: 'K5 Blazer (Square Body)',
      priceCents: 2_000_000,
      condition: 'good',
      description: expect.stringContaining('Rebuilt 350/350/205'),
      attributes: { odometer: '123456' },
      imageUrls: { length: 16 },
    })
    const [notified] = await all<Notification>('/api/notifications')
    expect(notified).toMatchObject({
      kind: 'new-match',
      items: [{ title: 'K5 Blazer (Square Body)', ruleNames: ['Good one'], condition: 'good' }],
    })
    // Another posting's page is not taken for this one's.
    expect(await listing('craigslist', bright)).toMatchObject({
      priceCents: 385_000,
      description: null,
      state: 'active',
    })
    expect(await listing('ebay', 'item-1')).toMatchObject({
      description: expect.stringContaining('Samsung Galaxy S10'),
      brand: 'Samsung',
      location: expect.stringContaining('Stockton-on-Tees'),
    })
    expect(await listing('ebay', 'item-4')).toMatchObject({ state: 'gone' })
  })
})
