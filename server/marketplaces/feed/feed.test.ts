import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { type FakeServerHandler, startFakeServer } from '../../../test/harness/fake-server.ts'
import { readHere } from '../../../test/harness/read-here.ts'
import { isoDate } from '../../core/dates.ts'
import { createFetch, type Fetch } from '../../core/fetch.ts'
import { fieldsSchema } from '../../core/fields.ts'
import { seenListingSchema } from '../../model/listing-schema.ts'
import type { MarketplaceContext } from '../contract.ts'
import feed from './index.ts'
import { readFeed } from './read.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const rss = fixture('rss.xml')
const rssUrl = 'https://classifieds.example/furniture.rss'
const fixtures = ['rss.xml', 'atom.xml', 'rdf.xml', 'feed.json', 'shop.xml', 'page.html']

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())
/** Without the pause between calls, which only makes tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })

const oneItem = (inside: string): string =>
  `<rss version="2.0"><channel><title>t</title><item><link>https://x.example/1</link>${inside}</item></channel></rss>`
const only = (inside: string, currency?: string) =>
  readFeed(oneItem(inside), { url: 'https://x.example/feed', currency }).listings[0]

describe('relative addresses', () => {
  const links = (url: string) =>
    readFeed(
      `<rss version="2.0"><channel><title>t</title>${['ad/1', '/ad/2', '?ad=3', '#4', 'https://x.example/5']
        .map((link, at) => `<item><title>Sofa ${at}</title><link>${link}</link></item>`)
        .join('')}</channel></rss>`,
      { url },
    ).listings.map((listing) => listing.url)

  it('stand against the address of the feed, without its login and query', () => {
    expect(links('https://ann:hunter2@x.example/feeds/road-bikes.xml?token=abc')).toEqual([
      'https://x.example/feeds/ad/1',
      'https://x.example/ad/2',
      'https://x.example/feeds/road-bikes.xml?ad=3',
      'https://x.example/feeds/road-bikes.xml#4',
      'https://x.example/5',
    ])
  })

  it('stand against the site where the path of the feed holds a token', () => {
    expect(links('https://x.example/u/8f3a9c2be71d40/road-bikes.xml')).toEqual([
      'https://x.example/ad/1',
      'https://x.example/ad/2',
      'https://x.example/?ad=3',
      'https://x.example/#4',
      'https://x.example/5',
    ])
  })
})

describe('RSS 2.0', () => {
  const page = feed.parse(rss, rssUrl)

  it('tells everything an entry shows, in our units', () => {
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: false })
    const [table] = page.listings
    expect(table).toEqual({
      externalId: expect.stringMatching(/^[0-9a-f]{10}:ad-1001$/),
      title: 'Oak dining table & 4 chairs – $1,250 OBO',
      url: 'https://classifieds.example/ad/1001?ref=rss',
      priceCents: 125_000,
      currency: 'USD',
      description: 'Solid oak, 2 m long.\n\nWas $2,000 new.',
      siteCategory: 'Furniture',
      lat: 40.7128,
      lon: -74.006,
      postedAt: '2026-11-21T23:04:00.000Z',
      imageUrls: [
        'https://img.classifieds.example/1001.jpg',
        'https://classifieds.example/img/1001-large.jpg',
      ],
    })
  })

  it('takes an entry that stands twice once, and reports the one without an address', () => {
    expect(page.listings).toHaveLength(4)
    expect(page.rejected).toEqual([{ row: 5, reason: 'The entry has no usable link.' }])
  })

  it('finds the price in the description, says free only for a free title, and leaves an absent one absent', () => {
    const [, bookcase, boxes, sofa] = page.listings
    expect(bookcase).toMatchObject({ priceCents: 4500, currency: 'EUR' })
    expect(bookcase).not.toHaveProperty('postedAt')
    expect(bookcase?.imageUrls).toEqual(['https://img.classifieds.example/1002.png'])
    expect(boxes).toMatchObject({ priceCents: 0, description: 'About 20 boxes\nstill fine' })
    expect(boxes?.imageUrls).toEqual(['https://img.classifieds.example/1003-s.jpg'])
    expect(sofa).not.toHaveProperty('priceCents')
  })

  it('uses an id that is an address as it is, and marks other ids with their feed', () => {
    expect(page.listings[1]?.externalId).toBe('https://classifieds.example/ad/1002')
    const elsewhere = feed.parse(rss, 'https://other.example/rss')
    expect(elsewhere.listings[0]?.externalId).not.toBe(page.listings[0]?.externalId)
    expect(feed.parse(rss, rssUrl).listings[0]?.externalId).toBe(page.listings[0]?.externalId)
  })

  it('keeps the id of an entry whose price, title or date changed', () => {
    const later = rss.replace('$1,250 OBO', '$990').replace('21 Nov', '22 Nov')
    const [table] = feed.parse(later, rssUrl).listings
    expect(table).toMatchObject({ externalId: page.listings[0]?.externalId, priceCents: 99_000 })
  })
})

describe('other formats', () => {
  it('reads Atom with its base address', () => {
    expect(feed.parse(fixture('atom.xml'), 'https://bikes.example/atom').listings).toEqual([
      {
        externalId: expect.stringMatching(/^[0-9a-f]{10}:tag:bikes\.example,2026:7$/),
        title: 'Road bike 54 cm - £420',
        url: 'https://bikes.example/bike/7',
        priceCents: 42_000,
        currency: 'GBP',
        description: 'Carbon fork.\n\nRidden twice.',
        siteCategory: 'Road bikes',
        lat: 51.5,
        lon: -0.12,
        postedAt: '2026-11-20T07:00:00.000Z',
        imageUrls: ['https://bikes.example/photo/7.jpg'],
      },
    ])
  })

  it('reads RSS 1.0', () => {
    expect(feed.parse(fixture('rdf.xml')).listings[0]).toMatchObject({
      externalId: 'https://old.example/ad/9',
      priceCents: 12_000,
      currency: 'EUR',
      siteCategory: 'Cameras',
      postedAt: '2026-11-19T11:00:00.000Z',
    })
  })

  it('reads JSON Feed, naming an entry without a title by its first line', () => {
    const [camera, tents] = feed.parse(fixture('feed.json'), 'https://swap.example/feed.json').listings
    expect(camera).toMatchObject({
      priceCents: 8000,
      currency: 'USD',
      description: 'Meter works.\nAsking 80 USD',
      postedAt: '2026-11-19T04:00:00.000Z',
      imageUrls: ['https://swap.example/55.jpg'],
    })
    expect(tents?.title).toBe('Two tents, used once')
  })

  it('reads the price, condition, brand and picture that shops add', () => {
    expect(feed.parse(fixture('shop.xml')).listings[0]).toMatchObject({
      priceCents: 44_950,
      currency: 'USD',
      condition: 'refurbished',
      brand: 'Northpeak',
      siteCategory: 'Electronics > Computers > Laptops',
      imageUrls: ['https://shop.example/i/1.jpg'],
    })
  })
})

describe('prices', () => {
  it.each([
    ['<title>iPhone 12 128GB</title>', undefined, undefined],
    ['<title>2019</title>', undefined, undefined],
    ['<title>Desk 120x60</title><description>Only 30</description>', undefined, undefined],
    ['<title>Desk was $90 now $60</title>', 6000, 'USD'],
    [
      '<title>Lamp</title><description>Smoke free home, free delivery, $0 down</description>',
      undefined,
      undefined,
    ],
    ['<title>FREE: sofa</title>', 0, undefined],
    ['<title>Free standing bath</title>', undefined, undefined],
    ['<title>Sofa - free</title>', 0, undefined],
    ['<title>Scratch-free</title>', undefined, undefined],
    ['<title>Chair 25 €</title><description>Neu 80 €</description>', 2500, 'EUR'],
  ])('of %s is %s %s', (inside, priceCents, currency) => {
    const listing = only(inside)
    expect([listing?.priceCents, listing?.currency]).toEqual([priceCents, currency])
  })

  it('takes the currency of the source for a bare sign, never over a named one', () => {
    expect(only('<title>Lamp $20</title>', 'CAD')).toMatchObject({ priceCents: 2000, currency: 'CAD' })
    expect(only('<title>Lamp 20 €</title>', 'CAD')).toMatchObject({ priceCents: 2000, currency: 'EUR' })
  })

  it('reads a Media RSS price', () => {
    const media =
      '<media:price type="purchase" price="19.99" currency="usd" xmlns:media="http://search.yahoo.com/mrss/"/>'
    expect(only(`<title>Lamp</title>${media}`)).toMatchObject({ priceCents: 1999, currency: 'USD' })
  })
})

it('takes only real dates, and times without a zone as UTC', () => {
  expect(isoDate('Sat, 21 Nov 2026 18:04:00 GMT')).toBe('2026-11-21T18:04:00.000Z')
  expect(isoDate('21 Nov 2026 18:04')).toBe('2026-11-21T18:04:00.000Z')
  expect(isoDate('2026-11-21 18:04:05')).toBe('2026-11-21T18:04:05.000Z')
  expect(isoDate('2026-11-21T18:04:05')).toBe('2026-11-21T18:04:05.000Z')
  expect(isoDate('2026-11-21')).toBe('2026-11-21T00:00:00.000Z')
  expect(isoDate('2026-11-21T18:04:05.5+02:00')).toBe('2026-11-21T16:04:05.500Z')
  for (const text of ['', 'yesterday', 'Winter 2024', '2026-13-45', '0001-01-01', '99999999', '1e9'])
    expect(isoDate(text)).toBeUndefined()
})

describe('what is no feed', () => {
  it('says that a web page is one, and which feed it names', () => {
    const page = feed.parse(fixture('page.html'), 'https://classifieds.example/')
    expect(page).toMatchObject({ outcome: 'parse-drift', listings: [] })
    expect(page.reason).toBe(
      'This address answers with a web page, not a feed. The page names a feed: https://classifieds.example/ads.rss',
    )
  })

  it.each([
    '',
    'hello',
    '[]',
    '{"a":1}',
    '<?xml version="1.0"?><sitemap></sitemap>',
    '<!DOCTYPE',
    '<rss/>',
    '{',
  ])('is an outage for %j', (text) => {
    expect(feed.parse(text)).toMatchObject({ outcome: 'parse-drift', reason: expect.any(String) })
  })

  it('is empty only for a whole feed without entries', () => {
    const empty = '<rss version="2.0"><channel><title>t</title></channel></rss>'
    expect(feed.parse(empty).outcome).toBe('empty')
    expect(feed.parse('{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[]}').outcome).toBe(
      'empty',
    )
    expect(feed.parse('{"version":"https://jsonfeed.org/version/1.1","title":"t"}').outcome).toBe(
      'parse-drift',
    )
    expect(feed.parse(empty.replace('</channel>', '<item></item></channel>')).outcome).toBe('parse-drift')
  })

  it('is drift wherever a feed is cut off', () => {
    for (const name of ['rss.xml', 'atom.xml', 'rdf.xml', 'feed.json', 'shop.xml']) {
      const text = fixture(name).trimEnd()
      for (let at = 1; at < text.length; at += 37)
        expect(feed.parse(text.slice(0, at)).outcome, `${name} cut at ${at}`).toBe('parse-drift')
    }
  })

  it('is drift when most entries have no address', () => {
    const entry = '<item><title>a</title></item>'
    const text = `<rss version="2.0"><channel><title>t</title>${entry.repeat(3)}<item><title>b</title><link>https://x.example</link></item></channel></rss>`
    expect(feed.parse(text)).toMatchObject({ outcome: 'parse-drift', listings: [] })
  })
})

describe('hostile feeds', () => {
  it('never expands entities that the feed defines', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${levels}<!ENTITY f SYSTEM "file:///etc/passwd">]>${oneItem('<title>&l9; &f;</title>')}`
    const started = performance.now()
    const page = feed.parse(bomb)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(JSON.stringify(page).length).toBeLessThan(5000)
    expect(JSON.stringify(page)).not.toContain('root:')
  })

  it('reads huge, deep and unclosed texts in seconds without throwing', () => {
    const deep = '<b>'.repeat(100_000)
    const texts = [
      oneItem(`<title>t</title><description><![CDATA[${deep}]]></description>`),
      oneItem(`<title>t</title>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`),
      oneItem(`<title>${'<'.repeat(200_000)}</title>`),
      oneItem(`<title>${'$1,'.repeat(100_000)}</title>`),
      oneItem(`<title>t</title><description>${'&amp;lt;'.repeat(100_000)}</description>`),
      `<!DOCTYPE ${'['.repeat(100_000)}`,
      '<!--'.repeat(100_000),
      `<?xml ${'<?xml '.repeat(50_000)}`,
      '</'.repeat(200_000),
      `<rss version="2.0"><channel>${'<item>'.repeat(20_000)}</channel></rss>`,
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(50_000)}`,
    ]
    for (const text of texts) {
      const started = performance.now()
      const page = feed.parse(text, 'https://x.example/')
      expect(performance.now() - started, text.slice(0, 100)).toBeLessThan(3000)
      for (const listing of page.listings) seenListingSchema.parse(listing)
    }
  })

  it('offers no address but http(s) and no text with markup', () => {
    const listing = only(
      '<title>&lt;script&gt;alert(1)&lt;/script&gt;Lamp</title><enclosure url="javascript:alert(1)" type="image/png"/><description>&lt;img src="data:image/png;base64,AA"&gt;&lt;style&gt;x&lt;/style&gt;fine</description>',
    )
    expect(listing).toMatchObject({ title: 'Lamp', description: 'fine' })
    expect(listing).not.toHaveProperty('imageUrls')
    const page = feed.parse(
      '<rss version="2.0"><channel><item><title>t</title><link>javascript:alert(1)</link></item></channel></rss>',
    )
    expect(page.outcome).toBe('parse-drift')
  })

  it('never throws, never says ok without a listing, and every listing is acceptable', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</item>',
      '<item>',
      ']]>',
      '<![CDATA[',
      '&',
      '"',
      '\u0000',
      '</rss>',
      '{',
    )
    const mutated = fc.tuple(
      fc.constantFrom(...fixtures),
      fc.nat(3000),
      fc.nat(200),
      fc.oneof(piece, fc.string()),
    )
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), mutated), (input) => {
        const text =
          typeof input === 'string'
            ? input
            : ((whole) => whole.slice(0, input[1]) + input[3] + whole.slice(input[1] + input[2]))(
                fixture(input[0]),
              )
        const page = feed.parse(text, rssUrl)
        expect(page.outcome === 'ok').toBe(page.listings.length > 0)
        if (page.outcome !== 'ok' && page.outcome !== 'empty') expect(page.reason).toBeTruthy()
        expect(new Set(page.listings.map(({ externalId }) => externalId)).size).toBe(page.listings.length)
        for (const listing of page.listings) seenListingSchema.parse(listing)
      }),
      { numRuns: 400 },
    )
  })
})

describe('reading an address', () => {
  interface Setup {
    handler?: FakeServerHandler
    options?: Record<string, boolean>
    demo?: boolean
    settings?: Record<string, string>
  }
  async function open({
    handler,
    options = { FEED_ALLOW_PRIVATE_NETWORK: true },
    demo = false,
    settings,
  }: Setup) {
    const site = await startFakeServer(handler ?? ((_, response) => void response.end(rss)))
    const cache = new Map<string, { value: string; expiresAt: Date }>()
    const ctx: MarketplaceContext = {
      fetch,
      log: pino({ level: 'silent' }),
      clock: { now: () => new Date('2026-11-22T03:00:00Z') },
      signal: new AbortController().signal,
      options,
      settings: { url: `${site.baseUrl}/furniture.rss`, ...settings },
      demo,
      read: (reader, ...args) => readHere(reader, args),
      cache: {
        get: async (key) => cache.get(key)?.value ?? null,
        set: async (key, value, expiresAt) => void cache.set(key, { value, expiresAt }),
        delete: async (key) => void cache.delete(key),
      },
      spend: async () => true,
    }
    return { site, cache, search: () => feed.search({}, null, ctx) }
  }

  it('asks only for changes the second time, and reads whole again after 6 hours', async () => {
    const { site, cache, search } = await open({
      handler: (request, response) => {
        response.setHeader('etag', '"v1"').setHeader('last-modified', 'Sat, 21 Nov 2026 20:00:00 GMT')
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
        else response.end(rss)
      },
    })
    await using _ = site
    expect((await search()).outcome).toBe('ok')
    expect([...cache.values()][0]?.expiresAt).toEqual(new Date('2026-11-22T09:00:00Z'))
    expect(await search()).toMatchObject({ outcome: 'empty', listings: [], complete: false })
    expect(site.requests[1]?.headers['if-modified-since']).toBe('Sat, 21 Nov 2026 20:00:00 GMT')
    cache.clear()
    expect((await search()).outcome).toBe('ok')
  })

  it('does not take a feed that it could not read for known', async () => {
    const { site, cache, search } = await open({
      handler: (_, response) => void response.setHeader('etag', '"v1"').end(rss.slice(0, 500)),
    })
    await using _ = site
    expect((await search()).outcome).toBe('parse-drift')
    expect(cache.size).toBe(0)
  })

  it('refuses private addresses unless the operator allows them or it is the demo', async () => {
    const guarded = await open({ options: {} })
    await using _ = guarded.site
    const page = await guarded.search()
    expect(page).toMatchObject({ outcome: 'unreachable', listings: [] })
    expect(page.reason).toContain('FEED_ALLOW_PRIVATE_NETWORK')
    expect(guarded.site.requests).toHaveLength(0)
    const demo = await open({ options: {}, demo: true })
    await using __ = demo.site
    expect((await demo.search()).outcome).toBe('ok')
  })

  it.each([
    [403, 'blocked'],
    [429, 'rate-limited'],
    [500, 'unreachable'],
    [304, 'parse-drift'],
  ])('takes HTTP %i as %s', async (status, outcome) => {
    const { site, search } = await open({ handler: (_, response) => void response.writeHead(status).end() })
    await using _ = site
    const page = await search()
    expect(page).toMatchObject({ outcome, listings: [], complete: false })
    expect(page.reason).toBeTruthy()
  })

  it('reads the charset that the XML declares when the header names none', async () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${oneItem('<title>Küchentisch 50 EUR</title>')}`,
      'latin1',
    )
    const { site, search } = await open({
      handler: (_, response) => void response.setHeader('content-type', 'text/xml').end(latin),
    })
    await using _ = site
    expect((await search()).listings[0]?.title).toBe('Küchentisch 50 EUR')
  })

  it('resolves addresses against where the answer came from, and keeps ids by the source’s address', async () => {
    const { site, search } = await open({
      handler: (request, response) => {
        if (request.url.pathname === '/furniture.rss')
          response.writeHead(301, { location: '/moved/here.rss' }).end()
        else response.end(rss.replace('/ad/1001?ref=rss', 'ad/1001'))
      },
    })
    await using _ = site
    const [table] = (await search()).listings
    expect(table?.url).toBe(`${site.baseUrl}/moved/ad/1001`)
    expect(table?.externalId).toBe(feed.parse(rss, `${site.baseUrl}/furniture.rss`).listings[0]?.externalId)
  })

  it('does not read more than 10 MiB', async () => {
    const { site, search } = await open({
      handler: (_, response) => void response.end(`<rss>${'x'.repeat(11 * 1024 * 1024)}</rss>`),
    })
    await using _ = site
    expect(await search()).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringContaining('larger'),
    })
  })
})

it('is one scan for all rules, filtered by us, with the address as the source’s target', () => {
  const query = { all: ['sofa'], any: [], none: [], categories: [], conditions: [], currency: 'USD' }
  expect(feed.compile(query, { url: rssUrl })).toMatchObject({
    request: {},
    pushed: [],
    residual: expect.arrayContaining(['all']),
  })
  expect(feed.browsable).toBe(true)
  expect(() => feed.compile(query, fieldsSchema(feed.fields).parse({}))).toThrow(/which feed/)
  expect(() => fieldsSchema(feed.fields).parse({ url: 'file:///etc/passwd' })).toThrow()
})
