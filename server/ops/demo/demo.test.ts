import { pino } from 'pino'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { readHere } from '../../../test/harness/read-here.ts'
import { createFetch, type Fetch } from '../../core/fetch.ts'
import { fieldsSchema } from '../../core/fields.ts'
import { findPlace } from '../../core/places.ts'
import { recognise } from '../../listings/normalize/normalize.ts'
import type { RecognisedListing } from '../../listings/normalize/recognised-listing.ts'
import type { Marketplace, MarketplaceContext, SearchPage } from '../../marketplaces/contract.ts'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import { type Rule, ruleInputSchema } from '../../model/rule-schema.ts'
import { createMatcher } from '../../rules/matcher/matcher.ts'
import { sampleSubject } from '../../rules/samples.ts'
import { createCompIndex } from '../../scoring/comps/comps.ts'
import { scoreTotal } from '../../scoring/score.ts'
import { estimate } from '../../scoring/value/fair-value.ts'
import type { PlannedSource } from '../../sources/scanning/planner.ts'
import { planScans } from '../../sources/test-world.ts'
import { type DemoSource, demoRules, demoSources } from './demo.ts'
import { faultAt } from './faults.ts'
import { type DemoServer, startDemoServer } from './server.ts'
import { createWorld, type World } from './world.ts'

const startedAtMs = Date.UTC(2026, 10, 22, 20, 0, 3)
const minute = 60_000
const marketplaces = new Map<string, Marketplace>([
  [craigslist.id, craigslist],
  [ebay.id, ebay],
])
const log = pino({ level: 'silent' })

const realFetch = createFetch({ userAgent: 'DealScout/test' })
afterAll(() => realFetch.close())
/** Without the pause between calls, which only makes tests slow. */
const fetch: Fetch = (url, options) => realFetch(url, { ...options, hostGapMs: 0 })

const servers: DemoServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

interface Scene {
  world: World
  server: DemoServer
  sources: DemoSource[]
  /** Moves the clock. */
  at(afterMs: number): void
  /** All pages of a query to one of the sources. */
  scan(source: DemoSource, request: Record<string, string>): Promise<SearchPage>
  details(
    source: DemoSource,
    listing: { externalId: string; url: string },
  ): ReturnType<NonNullable<Marketplace['details']>>
}

async function start(seed = 1): Promise<Scene> {
  const world = createWorld({ seed, startedAtMs })
  let nowMs = startedAtMs
  const clock = { now: () => new Date(nowMs) }
  const server = await startDemoServer({ world, clock, log })
  servers.push(server)
  const cache = new Map<string, string>()
  const ctx = (source: DemoSource): MarketplaceContext => ({
    fetch,
    log,
    clock,
    signal: new AbortController().signal,
    options: {},
    settings: source.settings,
    demo: true,
    read: (reader, ...args) => readHere(reader, args),
    cache: {
      get: async (key) => cache.get(key) ?? null,
      set: async (key, value) => void cache.set(key, value),
      delete: async (key) => void cache.delete(key),
    },
    spend: async () => true,
  })
  return {
    world,
    server,
    sources: demoSources(server.baseUrl),
    at: (afterMs) => {
      nowMs = startedAtMs + afterMs
    },
    async scan(source, request) {
      const marketplace = marketplaces.get(source.marketplace)!
      let page = await marketplace.search(request, null, ctx(source))
      const listings = [...page.listings]
      while (page.next !== null) {
        page = await marketplace.search(request, page.next, ctx(source))
        listings.push(...page.listings)
      }
      return { ...page, listings }
    },
    details: (source, listing) => marketplaces.get(source.marketplace)!.details!(listing, ctx(source)),
  }
}

const rules: Rule[] = demoRules.map((input, i) => {
  const rule = ruleInputSchema.parse(input)
  const places = rule.places.map(({ place, radiusKm }) => ({
    ...findPlace(place)!,
    text: place,
    radiusKm: radiusKm ?? 50,
  }))
  return { ...rule, ...rule.keywords, id: i + 1, userId: 1, places, expiresAt: null, snoozedUntil: null }
})

function scansOf(sources: DemoSource[]) {
  const planned: PlannedSource[] = sources.map((source, id) => ({
    ...source,
    ...{ id, userId: 1, shared: true, quota: `demo ${source.marketplace}` },
    demo: true,
  }))
  return planScans(rules, planned, marketplaces).map((scan) => ({ ...scan, source: sources[scan.sourceId]! }))
}

const everything = { area: 'sfbay', cat: 'sss', sort: 'date' }
const widest = ebay.compile(
  { all: [], any: rules[1]!.any, none: [], categories: [], conditions: [], currency: 'USD' },
  {},
).request

describe('the demo sources', () => {
  it('fill in only fields that the adapters have, beside the address of the demo', () => {
    for (const source of demoSources('http://127.0.0.1:1')) {
      const { demoBaseUrl, ...settings } = source.settings
      expect(demoBaseUrl).toBe('http://127.0.0.1:1')
      expect(() => fieldsSchema(marketplaces.get(source.marketplace)!.fields).parse(settings)).not.toThrow()
    }
  })

  it('are scanned for every demo rule, and never without words where those are needed', () => {
    const scans = scansOf(demoSources('http://127.0.0.1:1'))
    for (const rule of rules) expect(scans.some(({ ruleIds }) => ruleIds.includes(rule.id))).toBe(true)
    for (const { source, request } of scans) if (source.marketplace === 'ebay') expect(request.q).toBeTruthy()
  })
})

describe('the real adapters on the demo market', () => {
  it('see at least a hundred listings each at once, all of which are accepted with picture, price and category', async () => {
    const scene = await start()
    for (const [source, request] of [
      [scene.sources[0]!, everything],
      [scene.sources[1]!, widest],
    ] as const) {
      const page = await scene.scan(source, request)
      expect(page).toMatchObject({ outcome: 'ok', complete: true })
      expect(page.rejected).toBeUndefined()
      expect(page.listings.length).toBeGreaterThanOrEqual(100)
      const found = page.listings.map((seen) =>
        recognise(seen, { marketplace: source.marketplace, observedAtMs: startedAtMs }),
      )
      const share = (test: (listing: RecognisedListing) => boolean) =>
        found.filter(test).length / found.length
      expect(share(({ category }) => category !== 'other')).toBeGreaterThan(0.95)
      expect(share(({ priceCents }) => typeof priceCents === 'number')).toBeGreaterThan(0.9)
      expect(share(({ currency }) => currency === 'USD')).toBeGreaterThan(0.9)
      expect(share(({ imageUrls }) => imageUrls.length > 0)).toBeGreaterThan(0.75)
      expect(share(({ location }) => location !== null)).toBe(1)
      const picture = await fetch(found.find(({ imageUrls }) => imageUrls.length > 0)!.imageUrls[0]!, {
        network: 'any',
      })
      expect(picture.headers['content-type']).toBe('image/png')
    }
  })

  it('still see a whole, bounded market after a month, the same from a second server', async () => {
    const [scene, twin] = [await start(), await start()]
    const days = [30, 31, 32, 33].map((day) => day * 1440 * minute)
    const afterMs = days.find((at) =>
      (['ads', 'shop'] as const).every((kind) => faultAt(scene.world, kind, startedAtMs + at) === null),
    )!
    for (const [i, request] of [everything, widest].entries()) {
      const pages = []
      for (const one of [scene, twin]) {
        one.at(afterMs)
        const page = await one.scan(one.sources[i]!, request)
        expect(page).toMatchObject({ outcome: 'ok', complete: true })
        pages.push(
          page.listings.map(({ externalId, title, priceCents }) => ({ externalId, title, priceCents })),
        )
      }
      expect(pages[0]!.length).toBeGreaterThanOrEqual(100)
      expect(pages[0]!.length).toBeLessThanOrEqual(360)
      expect(pages[1]).toEqual(pages[0])
    }
  })

  it('narrow their search as on the real sites', async () => {
    const scene = await start()
    scene.at(50_000)
    const [ads, shop] = scene.sources as [DemoSource, DemoSource]
    const road = {
      all: ['road bike'],
      any: [],
      none: ['kids'],
      categories: [],
      conditions: [],
      currency: 'USD',
    }
    for (const source of [ads, shop]) {
      const marketplace = marketplaces.get(source.marketplace)!
      const { request } = marketplace.compile({ ...road, priceCentsMax: 60_000 }, source.settings)
      const { outcome, listings } = await scene.scan(source, request)
      expect(outcome).toBe('ok')
      for (const { title, priceCents } of listings) {
        expect(title.toLowerCase()).toContain('road bike')
        expect(priceCents).toBeLessThanOrEqual(60_000)
      }
    }
    const furniture = await scene.scan(ads, { ...everything, cat: 'fua' })
    expect(furniture.listings.length).toBeGreaterThan(10)
    expect(new Set(furniture.listings.map(({ siteCategory }) => siteCategory))).toEqual(
      new Set(['furniture']),
    )
    const near = await scene.scan(ads, { ...everything, postal: '94607', search_distance: '12' })
    expect(near.listings.length).toBeGreaterThan(10)
    expect(near.listings.every(({ location }) => location !== 'San Jose')).toBe(true)
    const nothing = await scene.scan(ads, { ...everything, query: 'xyzzy' })
    expect(nothing).toMatchObject({ outcome: 'empty', complete: true })
    const none = await scene.scan(shop, { ...widest, q: 'xyzzy' })
    expect(none).toMatchObject({ outcome: 'empty', complete: true })
    const pages = await scene.scan(shop, { ...widest, limit: '25' })
    const whole = await scene.scan(shop, widest)
    expect(pages.listings).toEqual(whole.listings)
  })

  it('read every posting in full, with the id, the price and the time that the world gave it', async () => {
    const scene = await start()
    scene.at(55_000)
    const [ads, shop] = scene.sources as [DemoSource, DemoSource]
    for (const [source, request] of [
      [ads, everything],
      [shop, widest],
    ] as const) {
      const page = await scene.scan(source, request)
      for (const seen of page.listings.slice(0, 60)) {
        const details = await scene.details(source, seen)
        expect(details.outcome).toBe('ok')
        expect(details.listing).toMatchObject({
          externalId: seen.externalId,
          title: seen.title,
          priceCents: seen.priceCents,
          url: seen.url,
          state: 'active',
        })
        expect(details.listing!.description!.length).toBeGreaterThan(20)
        const id = seen.externalId.replace(/^v1\||\|0$/g, '')
        const known = scene.world.find(source === ads ? 'classifieds' : 'shop', id, startedAtMs + 55_000)!
        expect(Math.floor(Date.parse(details.listing!.postedAt!) / 1000)).toBe(
          Math.floor(known.postedAtMs / 1000),
        )
        expect(details.listing!.imageUrls ?? []).toHaveLength(known.thing.pictures.length)
        const { condition } = recognise(details.listing!, {
          marketplace: source.marketplace,
          observedAtMs: Number.MAX_SAFE_INTEGER,
        })
        expect(condition).not.toBeNull()
      }
    }
  })

  it('tell what was sold, taken back, reduced and posted again', async () => {
    const scene = await start()
    const [ads, shop] = scene.sources as [DemoSource, DemoSource]
    const counts = { added: 0, dropped: 0, over: 0, sold: 0, reposts: 0 }
    const known = new Map<string, SearchPage['listings'][number]>()
    const gone: { source: DemoSource; seen: SearchPage['listings'][number] }[] = []
    for (let afterMs = 0; afterMs <= 10 * minute; afterMs += 20_000) {
      scene.at(afterMs)
      for (const [source, request] of [
        [ads, everything],
        [shop, widest],
      ] as const) {
        const page = await scene.scan(source, request)
        if (page.outcome !== 'ok') continue
        const now = new Map(page.listings.map((seen) => [seen.externalId, seen]))
        for (const [id, seen] of now) {
          const before = known.get(id)
          if (!before && afterMs > 0) counts.added++
          if (before && (seen.priceCents ?? 0) < (before.priceCents ?? 0)) counts.dropped++
          known.set(id, seen)
        }
        for (const [id, seen] of known) {
          if (id.startsWith('v1') !== (source === shop) || now.has(id)) continue
          known.delete(id)
          gone.push({ source, seen })
        }
      }
    }
    for (const { source, seen } of gone) {
      const { outcome } = await scene.details(source, seen)
      expect(['gone', 'sold']).toContain(outcome)
      counts.over++
      if (outcome === 'sold') counts.sold++
    }
    for (const seen of known.values()) {
      if (seen.externalId.startsWith('v1')) continue
      const { listing } = await scene.details(ads, seen)
      if (listing?.repostOf) counts.reposts++
    }
    expect(counts.added).toBeGreaterThan(60)
    expect(counts.dropped).toBeGreaterThan(5)
    expect(counts.over).toBeGreaterThan(15)
    expect(counts.sold).toBeGreaterThan(2)
    expect(counts.reposts).toBeGreaterThan(0)
  })

  it('are blind when the market fails, as told by its schedule, and never call a failure a result', async () => {
    const scene = await start()
    const outcomes = new Map<string, Set<string>>()
    for (let slot = 0; slot < 4000; slot++) {
      const afterMs = slot * 5000
      for (const [i, kind] of (['ads', 'shop'] as const).entries()) {
        const fault = faultAt(scene.world, kind, startedAtMs + afterMs)
        const key = `${kind} ${fault}`
        if (!fault || outcomes.has(key)) continue
        scene.at(afterMs)
        const page = await scene.scan(scene.sources[i]!, i === 0 ? everything : widest)
        outcomes.set(key, new Set([page.outcome]))
        if (fault === 'slow-down') expect(page.retryAfterMs).toBe(5000)
      }
    }
    expect(Object.fromEntries([...outcomes].map(([key, set]) => [key, [...set].join()]))).toEqual({
      'ads slow-down': 'rate-limited',
      'ads refused': 'blocked',
      'ads truncated': 'parse-drift',
      'ads out-of-order': 'unreachable',
      'shop slow-down': 'rate-limited',
      'shop refused': 'blocked',
      'shop truncated': 'parse-drift',
      'shop out-of-order': 'unreachable',
    })
  })
})

describe('the demo as a person meets it', () => {
  it('matches a new listing within the first minute and has several at 80 points or more soon after', async () => {
    for (const seed of [1, 2, 3]) {
      const scene = await start(seed)
      const matcher = createMatcher(rules)
      const index = createCompIndex()
      const ids = new Map<string, number>()
      const firstMatches = new Map<string, number>()
      const scores: number[] = []
      for (let afterMs = 0; afterMs <= 4 * minute; afterMs += 15_000) {
        scene.at(afterMs)
        for (const { source, request } of scansOf(scene.sources)) {
          const page = await scene.scan(source, request)
          for (const seen of page.listings) {
            const listing = recognise(seen, {
              marketplace: source.marketplace,
              observedAtMs: startedAtMs + afterMs,
              findPlace,
            })
            const key = `${listing.marketplace} ${listing.externalId}`
            const isNew = !ids.has(key)
            if (isNew) ids.set(key, ids.size + 1)
            const listingId = ids.get(key)!
            const { title, category, condition, currency } = listing
            if (isNew && afterMs > 0 && currency !== null) {
              const value = estimate(
                index,
                { listingId, title, category, condition, currency },
                startedAtMs + afterMs,
              )
              const subject = sampleSubject({
                ...{ title, category, condition, currency },
                ...{ description: listing.description, marketplace: listing.marketplace },
                ...{ lat: listing.lat, lon: listing.lon, priceCents: listing.priceCents ?? null },
              })
              const total = scoreTotal(
                {
                  ...listing,
                  currency,
                  priceCents: subject.priceCents,
                  shippingCents: listing.shippingCents ?? null,
                  postedAtMs: listing.postedAtMs ?? startedAtMs + afterMs,
                  photoCount: listing.imageUrls.length,
                  distanceKm: null,
                  keywordMatch: null,
                  value,
                },
                startedAtMs + afterMs,
              )
              scores.push(total)
              const found = matcher.match(subject, {
                score: () => total,
                landedCents: () => null,
                profitCents: () => null,
              })
              for (let at = 0; at < found.length; at++) {
                const { name } = rules.find(({ id }) => id === found.ruleIds[at])!
                if (found.verdicts[at] === 1 && !firstMatches.has(name)) firstMatches.set(name, afterMs)
              }
            }
            if (listing.priceCents && currency !== null) {
              const observedAtMs = listing.postedAtMs ?? startedAtMs + afterMs
              index.upsert({
                listingId,
                title,
                category,
                condition,
                currency,
                priceCents: listing.priceCents,
                basis: 'asking',
                observedAtMs,
              })
            }
          }
        }
      }
      expect(Math.min(...firstMatches.values())).toBeLessThanOrEqual(minute)
      expect([...firstMatches.keys()].sort()).toEqual(rules.map(({ name }) => name).sort())
      expect(scores.filter((score) => score >= 80).length).toBeGreaterThanOrEqual(3)
      expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(35)
    }
  })
})

describe('the demo’s server', () => {
  it('says on every page that it is made up', async () => {
    const { server, world } = await start()
    const { classifieds, shop } = world.at(startedAtMs)
    const ad = await fetch(`${server.baseUrl}/eby/x/d/any/${classifieds[0]!.id}.html`, { network: 'any' })
    for (const path of ['/', '/search/area/sfbay?cat=sss', `/itm/${shop[0]!.id}`, '/nowhere']) {
      const page = await fetch(server.baseUrl + path, { network: 'any' })
      expect(page.text()).toContain('DEMO')
      expect(page.headers['x-deal-scout-demo']).toBe('made-up')
    }
    expect(ad.text()).toContain('DEMO')
  })

  it('refuses what the shop refuses, with its error ids', async () => {
    const { server } = await start()
    const search = `${server.baseUrl}/buy/browse/v1/item_summary/search`
    const denied = await fetch(`${search}?q=bike`, { network: 'any' })
    expect(denied.status).toBe(401)
    expect(denied.json()).toMatchObject({ errors: [{ errorId: 1001, domain: 'OAuth' }] })
    const token = await fetch(`${server.baseUrl}/identity/v1/oauth2/token`, {
      network: 'any',
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('demo:demo').toString('base64')}` },
      body: 'grant_type=client_credentials&scope=x',
    })
    const { access_token: bearer } = token.json() as { access_token: string }
    const errorOf = async (query: string) => {
      const answer = await fetch(`${search}?${query}`, {
        network: 'any',
        headers: { authorization: `Bearer ${bearer}` },
      })
      const body = answer.json() as { errors?: { errorId: number }[]; warnings?: { errorId: number }[] }
      return [answer.status, body.errors?.[0]?.errorId ?? body.warnings?.[0]?.errorId]
    }
    expect(await errorOf('limit=50')).toEqual([400, 12001])
    expect(await errorOf('q=a&limit=500')).toEqual([400, 12006])
    expect(await errorOf('q=a&limit=50&offset=30')).toEqual([400, 12515])
    expect(await errorOf('category_ids=15032')).toEqual([409, 12013])
    expect(await errorOf(`q=bike&filter=${encodeURIComponent('price:[10..')}`)).toEqual([200, 12012])
    expect(await errorOf('q=bike&sort=nonsense')).toEqual([200, 12008])
    expect(await errorOf('q=bike')).toEqual([200, undefined])
  })

  it('survives what no adapter would ask', async () => {
    const { server } = await start()
    for (const path of [
      '/images/../../etc',
      '/images/bike-zzzz-1_600x450.png',
      '/itm/%',
      '/buy/browse/v1/item/%',
      '/search/area/sfbay?min_price=x&query=%28%28%28',
    ]) {
      const answer = await fetch(server.baseUrl + path, { network: 'any' })
      expect(answer.status).toBeLessThan(500)
    }
  })
})
