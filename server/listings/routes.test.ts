import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { ingest } from '../flows/ingest.ts'
import type { SeenListing } from '../model/listing-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], env: { DEAL_SCOUT_HOME: 'Oakland, CA' } })
})
afterAll(() => test[Symbol.asyncDispose]())

async function add(listings: SeenListing[], observedAtMs = Date.now()): Promise<void> {
  const sightings = listings.map((seen) => ({ marketplace: 'shop', seen, observedAtMs }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
}

interface Item {
  id: number
  title: string
  kind: string
  kindWords: string[]
  score: number
  distanceKm: number | null
  firstSeenAt: string
}
interface Detail {
  flipProfit: {
    profitCents: number
    roiPercent: number
    sellThroughSentence: string
    terms: { name: string; cents: number; sentence: string }[]
  } | null
  profitUnknown: string | null
}
interface Worth {
  value: { midCents: number } | null
  price: { percentFromMid: number } | null
  reason: string
  comps: { listingId: number; priceCents: number; weightShare: number }[]
  bins: { fromCents: number; toCents: number; count: number }[]
}
interface Answer {
  items: Item[]
  next: string | null
}

async function all(path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Answer = (await test.call('GET', `${path}${cursor === null ? '' : `&cursor=${cursor}`}`)).body
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return items
}

it('the listing behind a pasted link is found, whatever is tracked in it; where there is none, that is said', async () => {
  const address = 'https://www.craigslist.org/view/d/sf-oak-table/kzQ3bVfTyDqXr8mHs2Lw1P'
  const { externalId, url } = test.app.adapters.marketplaces.get('craigslist')!.identify!(address)!
  const sightings = [
    { marketplace: 'craigslist', seen: seenListing({ title: 'Oak table', externalId, url }) },
    { marketplace: 'feed', seen: seenListing({ title: 'Ash table', externalId: 'https://shop.example/9' }) },
  ].map((one) => ({ ...one, observedAtMs: Date.now() }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const at = (link: string) => test.call('GET', `/api/listings/at?address=${encodeURIComponent(link)}`)
  expect((await at(`${address}?utm_source=mail#top`)).body).toMatchObject({ title: 'Oak table' })
  expect((await at('shop.example/9')).body).toMatchObject({ title: 'Ash table' })
  expect(await at('https://shop.example/10')).toMatchObject({ status: 404, body: { code: 'unknown-site' } })
  const unseen = 'https://www.craigslist.org/view/d/sf-oak-desk/aaaaaaaaaaaaaaaaaaaaaa'
  expect(await at(unseen)).toMatchObject({
    status: 404,
    body: {
      code: 'listing-not-stored',
      detail: expect.stringContaining('on Craigslist was not seen here yet'),
    },
  })
  expect((await at('')).status).toBe(422)
})

describe('the feed', () => {
  it('pages through everything once, newest first, whatever the page size, also where many came at one moment', async () => {
    const moment = Date.now() - 60_000
    for (const ms of [moment, moment, moment + 1]) {
      await add(
        Array.from({ length: 9 }, () => seenListing({ title: 'Feed thing' })),
        ms,
      )
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const items = await all(`/api/listings?q=feed&limit=${limit}`)
        expect(items).toHaveLength(27)
        expect(new Set(items.map(({ id }) => id)).size).toBe(27)
        const keys = items.map(({ firstSeenAt, id }) => [firstSeenAt, id] as const)
        expect(keys).toEqual(keys.toSorted((a, b) => (a[0] < b[0] ? 1 : a[0] > b[0] ? -1 : b[1] - a[1])))
      }),
      { numRuns: 8 },
    )
  })

  it('shows deals by score and only what is for sale: things at a price that is asked', async () => {
    await add([
      seenListing({
        title: 'Deal chair',
        priceCents: 5_000,
        condition: 'new',
        imageUrls: ['https://example.com/a.jpg'],
      }),
      seenListing({ title: 'Free deal chair to collect', priceCents: 0 }),
      seenListing({ title: 'Wanted: deal chair', priceCents: 4_000 }),
      seenListing({ title: 'Deal chair for parts, broken', priceCents: 4_000 }),
      seenListing({
        title: 'Deal chair',
        priceCents: 50_000,
        condition: 'poor',
        postedAt: '2026-01-01T00:00:00Z',
      }),
      seenListing({ title: 'Deal chair', state: 'sold' }),
    ])
    const deals = await all('/api/deals?q=deal+chair&limit=1')
    expect(deals).toHaveLength(2)
    expect(deals[0]!.score).toBeGreaterThan(deals[1]!.score)
    const titles = async (query: string) =>
      (await all(`/api/deals?q=deal+chair&${query}`)).map(({ title }) => title).toSorted()
    expect(await titles('free=only')).toEqual(['Free deal chair to collect'])
    expect(await titles('free=also')).toEqual(['Deal chair', 'Deal chair', 'Free deal chair to collect'])
    expect(await titles('kind=wanted')).toEqual(['Wanted: deal chair'])
    expect(await titles('kind=any&free=also')).toHaveLength(5)
    expect(await all('/api/listings?q=deal+chair&limit=50')).toHaveLength(6)
  })

  it('finds words of title, brand, place and description, accent-blind, the last as a beginning', async () => {
    await add([
      seenListing({
        title: 'Café racer',
        brand: 'Moto Guzzi',
        location: 'São Paulo',
        description: 'with panniers',
      }),
    ])
    for (const q of ['cafe', 'guzzi raver'.replace('raver', 'race'), 'sao panniers', 'pannie']) {
      expect(await all(`/api/listings?q=${encodeURIComponent(q)}`), q).toHaveLength(1)
    }
    expect(await all('/api/listings?q=caf%C3%A9+scooter')).toHaveLength(0)
  })

  it('a search of nothing but symbols finds nothing, and no text breaks it', async () => {
    expect(await all(`/api/listings?q=${encodeURIComponent('!!! 🎉')}`)).toHaveLength(0)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
        const { status } = await test.call('GET', `/api/listings?q=${encodeURIComponent(q)}`)
        expect(status).toBe(q.includes('\0') ? 422 : 200)
      }),
      { numRuns: 50 },
    )
  })

  it('filters by price, condition, category and score together', async () => {
    await add([
      seenListing({ title: 'Filter sofa', priceCents: 10_000, condition: 'good' }),
      seenListing({ title: 'Filter sofa', priceCents: 90_000, condition: 'good' }),
      seenListing({ title: 'Filter sofa', priceCents: 10_000, condition: 'for parts' }),
    ])
    const found = await all(
      '/api/listings?q=filter&category=furniture&condition=good&priceCentsMax=20000&scoreMin=1',
    )
    expect(found).toHaveLength(1)
  })

  it('says what is offered and by which words, and filters by it', async () => {
    await add([
      seenListing({ title: 'Samsung Galaxy S9 kindly', siteCategory: 'cell phones', priceCents: 18_000 }),
      seenListing({ title: 'Case for Galaxy S9 kindly', siteCategory: 'cell phones', priceCents: 900 }),
      seenListing({ title: 'Wanted: Galaxy S9 kindly', siteCategory: 'cell phones', priceCents: 0 }),
    ])
    const kinds = async (filter: string) =>
      (await all(`/api/listings?q=kindly${filter}`)).map(({ kind }) => kind).sort()
    expect(await kinds('')).toEqual(['accessory', 'thing', 'wanted'])
    expect(await kinds('&kind=thing')).toEqual(['thing'])
    expect(await kinds('&kind=accessory,wanted')).toEqual(['accessory', 'wanted'])
    const [found] = await all('/api/deals?q=kindly&kind=accessory')
    expect(found).toMatchObject({ kindWords: ['case'], priceMeaning: 'asked', category: 'electronics' })
  })

  it('a bad filter is a 4xx that names it', async () => {
    for (const [query, name] of [
      ['limit=0', 'limit'],
      ['category=cats', 'category'],
      ['scoreMin=many', 'scoreMin'],
      ['kind=thing,cats', 'kind'],
      // PostgreSQL has no text with a NUL in it.
      ['marketplace=%00', 'marketplace'],
      ['q=sofa%00', 'q'],
    ] as const) {
      const { status, body } = await test.call('GET', `/api/listings?${query}`)
      expect(status, query).toBe(422)
      expect(JSON.stringify(body), query).toContain(name)
    }
  })
})

describe('one listing', () => {
  it('opens with its price history, the comparables behind its value and the parts of its score', async () => {
    await add(
      Array.from({ length: 8 }, (_, i) =>
        seenListing({ title: 'Brompton M6L folding bike', priceCents: 100_000 + i * 1000 }),
      ),
    )
    const bike = seenListing({
      title: 'Brompton M6L folding bike',
      priceCents: 90_000,
      lat: 37.8,
      lon: -122.27,
    })
    await add([bike])
    await add([{ ...bike, priceCents: 60_000 }])
    const [{ id }] = (await all('/api/deals?q=brompton&limit=1')) as [Item]
    const { body } = (await test.call('GET', `/api/listings/${id}`)) as unknown as {
      body: {
        score: number
        distanceKm: number
        priceHistory: { priceCents: number }[]
        comps: { id: number; priceCents: number }[]
        scoreParts: { points: number; sentence: string }[]
        value: { midCents: number; count: number; basis: string }
      }
    }
    expect(body.priceHistory.map(({ priceCents }) => priceCents)).toEqual([90_000, 60_000])
    expect(body.comps.length).toBeGreaterThanOrEqual(5)
    expect(body.comps.map((comp) => comp.id)).not.toContain(id)
    expect(body.value).toMatchObject({ basis: 'asking' })
    expect(body.scoreParts.reduce((sum, part) => sum + part.points, 0)).toBe(body.score)
    expect(body.scoreParts.map(({ sentence }) => sentence).join(' ')).toMatch(/below/)
    expect(body.distanceKm).toBeLessThan(10)
  })

  it('says what it is worth without comparables that are struck out, and keeps nothing of it', async () => {
    const tent = (over: Partial<SeenListing>) => seenListing({ title: 'Hilleberg Nallo 2 tent', ...over })
    await add(Array.from({ length: 6 }, (_, i) => tent({ priceCents: 40_000 + i * 500 })))
    await add(Array.from({ length: 4 }, (_, i) => tent({ priceCents: 50_000 + i * 500 })))
    await add([tent({ priceCents: 39_000 })])
    const [{ id }] = (await all('/api/deals?q=hilleberg&priceCentsMax=39000&limit=1')) as [Item]
    const worth = async (exclude: number[]) =>
      (
        await test.call(
          'GET',
          `/api/listings/${id}/value${exclude.length ? `?exclude=${exclude.join(',')}` : ''}`,
        )
      ).body as unknown as Worth
    const whole = await worth([])
    expect(whole.comps).toHaveLength(10)
    expect(whole.comps.map(({ listingId }) => listingId)).not.toContain(id)
    expect(whole.comps.reduce((sum, { weightShare }) => sum + weightShare, 0)).toBeCloseTo(1, 1)
    expect(whole.bins.reduce((sum, { count }) => sum + count, 0)).toBe(10)
    const dear = whole.comps
      .filter(({ priceCents }) => priceCents >= 50_000)
      .map(({ listingId }) => listingId)
    const without = await worth(dear)
    expect(without.comps.map(({ listingId }) => listingId).toSorted()).toEqual(
      whole.comps
        .map(({ listingId }) => listingId)
        .filter((one) => !dear.includes(one))
        .toSorted(),
    )
    expect(without.value!.midCents).toBeLessThan(whole.value!.midCents)
    expect(without.price!.percentFromMid).toBeGreaterThan(whole.price!.percentFromMid)
    const none = await worth(whole.comps.map(({ listingId }) => listingId))
    expect(none).toMatchObject({ value: null, comps: [], bins: [] })
    expect(none.reason).toMatch(/^Not enough comparable listings/)
    expect(await worth([])).toEqual(whole)
    expect((await test.call('GET', `/api/listings/${id}/value?exclude=1,x`)).status).toBe(422)
    expect((await test.call('GET', '/api/listings/999999/value')).status).toBe(404)
  })

  it('names what is like it and for sale, most alike first, without itself and what was sold', async () => {
    const kayak = (title: string, over: Partial<SeenListing> = {}) => seenListing({ title, ...over })
    await add([
      ...['Oru Beach LT folding kayak', 'Oru Beach LT folding kayak paddle set', 'Oru Beach LT kayak'].map(
        (title, i) => kayak(title, { priceCents: 70_000 + i * 1_700 }),
      ),
      kayak('Oru Beach LT folding kayak', { priceCents: 61_000, state: 'sold' }),
    ])
    const items = await all('/api/deals?q=oru&limit=50')
    const id = items.find(({ title }) => title === 'Oru Beach LT kayak')!.id
    const similar = ((await test.call('GET', `/api/listings/${id}/similar`)).body as unknown as Answer).items
    const titles = similar.map(({ title }) => title)
    expect(titles[0]).toBe('Oru Beach LT folding kayak')
    expect(titles.filter((title) => title.startsWith('Oru'))).toHaveLength(2)
    expect(similar.map((one) => one.id)).not.toContain(id)
    expect((await test.call('GET', '/api/listings/999999/similar')).status).toBe(404)
  })

  it('shows listings by their ids as cards, in that order and whatever became of them', async () => {
    await add([
      seenListing({ title: 'Wool rug red', externalId: 'rug1', priceCents: 10_000 }),
      seenListing({ title: 'Wool rug blue', externalId: 'rug2', priceCents: 12_000, state: 'sold' }),
    ])
    const found = await all('/api/listings?q=rug&limit=50')
    const idOf = (title: string) => found.find((one) => one.title === title)!.id
    const [red, blue] = [idOf('Wool rug red'), idOf('Wool rug blue')]
    const cards = async (query: string) =>
      ((await test.call('GET', `/api/listings/cards?ids=${query}`)).body as unknown as Answer).items
    expect(await cards(`${blue},999999,${red},${blue}`)).toMatchObject([
      { id: blue, state: 'sold', mark: { hiddenAt: null } },
      { id: red, state: 'active', priceCents: 10_000, previousPrice: null },
    ])
    expect(await cards('')).toEqual([])
    const many = Array.from({ length: 101 }, (_, i) => i + 1).join(',')
    for (const wrong of ['1,x', '0', many])
      expect((await test.call('GET', `/api/listings/cards?ids=${wrong}`)).status).toBe(422)
  })

  it('opens with the profit of selling it again, by terms that add up and by your own settings', async () => {
    const lens = (over: Partial<SeenListing>) => seenListing({ title: 'Sigma 35mm 1.4 Art lens', ...over })
    await add(Array.from({ length: 8 }, (_, i) => lens({ priceCents: 60_000 + i * 1000 })))
    await add([lens({ priceCents: 20_000 })])
    const [{ id }] = (await all('/api/deals?q=sigma&limit=1')) as [Item]
    const open = async () => (await test.call('GET', `/api/listings/${id}`)).body as unknown as Detail
    const { flipProfit, profitUnknown } = await open()
    expect(profitUnknown).toBeNull()
    expect(flipProfit!.terms.map(({ name }) => name)).toEqual([
      'resale',
      'fees',
      'outbound-shipping',
      'purchase',
    ])
    expect(flipProfit!.terms.reduce((sum, { cents }) => sum + cents, 0)).toBe(flipProfit!.profitCents)
    expect(flipProfit!.profitCents).toBeGreaterThan(0)
    expect(flipProfit!.roiPercent).toBe(Math.round((flipProfit!.profitCents / 20_000) * 100))
    expect(flipProfit!.sellThroughSentence).toMatch(/ should sell within 90 days/)
    const rows = [
      { marketplace: 'ebay', delivery: 'shipped', currency: 'USD', bands: [{ upToCents: null, bps: 5_000 }] },
    ]
    await test.call('PUT', '/api/settings/selling', { fees: { rows } })
    expect((await open()).flipProfit!.profitCents).toBeLessThan(flipProfit!.profitCents)
    await test.call('PUT', '/api/settings/selling', { fees: { rows: [] }, resaleMarketplace: 'nowhere' })
    expect(await open()).toMatchObject({
      flipProfit: null,
      profitUnknown: expect.stringContaining('nowhere'),
    })
    await test.call('PUT', '/api/settings/selling', {})
  })

  it('says why there is no profit to tell', async () => {
    const { priceCents: _none, ...unpriced } = seenListing({ title: 'Unpriced oddity' })
    await add([unpriced])
    const [{ id }] = (await all('/api/listings?q=oddity&limit=1')) as [Item]
    expect((await test.call('GET', `/api/listings/${id}`)).body).toMatchObject({
      flipProfit: null,
      profitUnknown: 'The profit is unknown: no price is stated',
    })
  })

  it('an unknown one is a 404 that says so', async () => {
    const { status, body } = await test.call('GET', '/api/listings/999999')
    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'not-found' })
  })
})
