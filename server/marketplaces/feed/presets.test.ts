import { existsSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { sendJson, startFakeServer } from '../../../test/harness/fake-server.ts'
import { readHere } from '../../../test/harness/read-here.ts'
import { createFetch } from '../../core/fetch.ts'
import { retailAttribute } from '../../model/listing-schema.ts'
import type { MarketplaceContext } from '../contract.ts'
import { noQuery } from '../fake-server.ts'
import feed from './index.ts'
import { feedSourceOf } from './presets.ts'
import { dealPriceIn } from './price.ts'
import { readFeed } from './read.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const nowMs = Date.parse('2026-11-22T12:00:00Z')
const shop = { url: 'https://shop.example/products.json', currency: 'USD', nowMs }
const fetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => fetch.close())

describe('a known feed', () => {
  it.each([
    [
      { preset: 'slickdeals' },
      'https://slickdeals.net/newsearch.php?mode=frontpage&searcharea=deals&searchin=first&rss=1&q=',
      'USD',
    ],
    [
      { preset: 'slickdeals', words: ' road  bike ' },
      'https://slickdeals.net/newsearch.php?mode=frontpage&searcharea=deals&searchin=first&rss=1&q=road+bike',
      'USD',
    ],
    [{ preset: 'hotukdeals' }, 'https://www.hotukdeals.com/rss/hot', 'GBP'],
    [{ preset: 'mydealz', words: 'rad & helm' }, 'https://www.mydealz.de/rss/search?q=rad+%26+helm', 'EUR'],
    [{ preset: 'dealabs' }, 'https://www.dealabs.com/rss/tous', 'EUR'],
    [{ preset: 'chollometro' }, 'https://www.chollometro.com/rss/hot', 'EUR'],
    [{ preset: 'ozbargain' }, 'https://www.ozbargain.com.au/deals/feed', 'AUD'],
    [{ preset: 'dealnews', currency: 'cad' }, 'https://www.dealnews.com/?rss=1&sort=time', 'CAD'],
    [
      { preset: 'shop', url: 'https://shop.example/en/collections/phones/x?y' },
      'https://shop.example/en/collections/phones/products.json',
      undefined,
    ],
    [
      { preset: 'shop', url: 'https://shop.example/products.json?page=3' },
      'https://shop.example/products.json',
      undefined,
    ],
    [{ url: 'https://x.example/f.xml' }, 'https://x.example/f.xml', undefined],
  ])('%j is read at its address, in its currency', (settings, url, currency) => {
    expect(feedSourceOf(settings)).toMatchObject({ url })
    expect(feedSourceOf(settings).currency).toBe(currency)
  })

  it('needs an address or a choice, and takes words where there is a feed of a search', () => {
    for (const settings of [
      {},
      { preset: 'shop' },
      { preset: 'ozbargain', words: 'x' },
      { url: 'https://x.example', words: 'x' },
    ])
      expect(() => feed.compile(noQuery, settings)).toThrow()
  })
})

describe('what sites of deals tell', () => {
  const read = (name: string, currency?: string) =>
    readFeed(fixture(name), { url: 'https://x.example/f', currency, nowMs })
  const rows = (name: string, currency?: string) =>
    read(name, currency).listings.map(({ priceCents, currency: code, condition, state }) => [
      priceCents,
      code,
      condition,
      state,
    ])

  it('is read from their own elements: price and shop, when it has ended; new unless it says otherwise', () => {
    expect(rows('pepper.xml', 'EUR')).toEqual([
      [3900, 'EUR', 'New', undefined],
      [699, 'EUR', 'New', undefined],
      [129_900, 'EUR', 'Reconditionné', undefined],
      [undefined, undefined, 'New', undefined],
    ])
    expect(read('pepper.xml').listings[0]!.attributes).toEqual({
      merchant: 'Moto Boutique',
      [retailAttribute]: 'yes',
    })
    expect(rows('ozbargain.xml', 'AUD')).toEqual([
      [2500, 'AUD', 'New', undefined],
      [44_900, 'AUD', 'New', 'gone'],
    ])
    expect(read('ozbargain.xml').listings[0]).toMatchObject({
      attributes: { merchant: 'bigshop.example' },
      imageUrls: ['https://files.example/900001.jpg'],
    })
    expect(
      rows('slickdeals.xml', 'USD')
        .map(([cents]) => cents)
        .slice(0, 2),
    ).toEqual([950, 1875])
  })

  it('is evidence of nothing, whichever way the feed was added, and other feeds are', () => {
    for (const name of ['pepper.xml', 'ozbargain.xml', 'slickdeals.xml'])
      for (const { attributes } of read(name).listings) expect(attributes).toHaveProperty([retailAttribute])
    for (const { attributes } of read('rss.xml').listings)
      expect(attributes ?? {}).not.toHaveProperty([retailAttribute])
  })

  it.each([
    ['Mitts (Aqua Sky) $9.50 + Free S&H', 950],
    ['Tag 1 Pack $25 @ Shop', 2500],
    ['Lamp for $99', 9900],
    ['Lamp $1,299.99 + $5 shipping', 129_999],
    ['Lamp $20 or $30 @ Shop', undefined],
    ['Lamps from $20 up', undefined],
    ['Lamp $1.2.3 + free', undefined],
    ['Lamp €- @ Shop', undefined],
  ])('the title “%s” ends with %s', (title, cents) => {
    expect(dealPriceIn(title, 'USD')?.priceCents).toBe(cents)
  })

  const real = (path: string) => new URL(`../../../../shared/fixtures/${path}`, import.meta.url)
  it.skipIf(!existsSync(real('pepper/dealabs_rss_2026-08.xml')))(
    'is read in real feeds (skipped where none is at hand)',
    () => {
      const of = (path: string, currency: string) =>
        readFeed(readFileSync(real(path), 'utf8'), {
          url: 'https://x.example/f',
          currency,
          nowMs,
        }).listings.map(({ priceCents }) => priceCents)
      expect(of('pepper/dealabs_rss_2026-08.xml', 'EUR')).toEqual([3900, 699, 17_900, 1276, 95])
      expect(of('slickdeals/frontpage_2026-09.transcribed.xml', 'USD')).toEqual([950, 1875])
    },
  )
})

describe('a shop’s list of products', () => {
  it('gives the cheapest variant that can be had, what it says of its condition, and what is sold out', () => {
    const page = readFeed(fixture('products.json'), shop)
    expect(page).toMatchObject({ outcome: 'ok', next: null, complete: false })
    expect(
      page.listings.map(({ externalId, priceCents, condition, state }) => [
        externalId,
        priceCents,
        condition,
        state,
      ]),
    ).toEqual([
      ['shop.example/products/7000000000001', 29_900, 'Refurbished', 'active'],
      ['shop.example/products/7000000000002', 990, 'New', 'active'],
      ['shop.example/products/7000000000003', 50_000, 'Renewed', 'gone'],
      ['shop.example/products/7000000000005', undefined, 'New', 'active'],
    ])
    expect(page.listings[0]).toMatchObject({
      url: 'https://shop.example/products/phone-13',
      variations: true,
      brand: 'Fruit',
    })
    expect(page.listings.map(({ attributes }) => retailAttribute in attributes!)).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(page.rejected).toHaveLength(1)
  })

  it('is read page by page until one is not full, and then is all that the shop has', async () => {
    const product = (id: number) => ({
      id,
      title: `Thing ${id}`,
      handle: `thing-${id}`,
      variants: [{ price: '5.00', available: true }],
    })
    const counts = [250, 3]
    await using site = await startFakeServer(({ url }, response) => {
      const page = Number(url.searchParams.get('page'))
      sendJson(response, 200, {
        products: Array.from({ length: counts[page - 1] ?? 0 }, (_, i) => product(page * 1000 + i)),
      })
    })
    const ctx: MarketplaceContext = {
      fetch: (url, options) => fetch(url, { ...options, hostGapMs: 0 }),
      log: pino({ level: 'silent' }),
      clock: { now: () => new Date(nowMs) },
      signal: new AbortController().signal,
      options: { FEED_ALLOW_PRIVATE_NETWORK: true },
      settings: { preset: 'shop', url: `${site.baseUrl}/collections/all`, currency: 'EUR' },
      demo: false,
      read: (reader, ...args) => readHere(reader, args),
      cache: { get: async () => null, set: async () => {}, delete: async () => {} },
      spend: async () => true,
    }
    const first = await feed.search({}, null, ctx)
    expect(first).toMatchObject({ outcome: 'ok', next: '2', complete: false })
    const second = await feed.search({}, first.next, ctx)
    expect(second).toMatchObject({ outcome: 'ok', next: null, complete: true })
    expect(second.listings[0]).toMatchObject({ priceCents: 500, currency: 'EUR' })
    expect(site.requests.map(({ url }) => `${url.pathname}${url.search}`)).toEqual([
      '/collections/all/products.json?limit=250&page=1',
      '/collections/all/products.json?limit=250&page=2',
    ])
    counts[0] = 0
    expect(await feed.search({}, null, ctx)).toMatchObject({ outcome: 'empty', next: null, complete: true })
  })
})
