import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { findPlace } from '../../core/places.ts'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import { siteCodesOf } from '../../model/site-codes.ts'
import { normalize } from './normalize.ts'
import type { NormalizedListing } from './normalized-listing.ts'
import { withOffer } from './offer.ts'

const observedAtMs = Date.parse('2026-03-10T12:00:00Z')
const ctx = { marketplace: 'ebay', observedAtMs, codes: siteCodesOf([craigslist, ebay]) }
const minimal: SeenListing = { externalId: '1', title: 'Oak desk', url: 'https://example.com/1' }
const with_ = (more: Partial<SeenListing>) => normalize({ ...minimal, ...more }, ctx)

describe('normalize', () => {
  it('turns a full sighting into our words', () => {
    expect(
      with_({
        title: ' Oak  desk\n',
        priceCents: 12_500,
        currency: 'USD',
        condition: 'Used (normal wear)',
        siteCategory: 'Home / Furniture / Desks',
        postedAt: '2026-03-09T10:00:00-08:00',
        lat: 37.8,
        lon: -122.3,
        imageUrls: [
          'https://img.example.com/a.jpg',
          'https://img.example.com/a.jpg',
          'data:image/png;base64,xx',
        ],
      }),
    ).toMatchObject({
      marketplace: 'ebay',
      externalId: '1',
      title: 'Oak desk',
      priceCents: 12_500,
      currency: 'USD',
      condition: 'good',
      conditionText: 'Used (normal wear)',
      category: 'furniture',
      categoryFrom: 'site',
      coordinatesFrom: 'site',
      postedAtMs: Date.parse('2026-03-09T18:00:00Z'),
      imageUrls: ['https://img.example.com/a.jpg'],
      state: undefined,
    })
  })

  it('keeps "this view shows no price" apart from "the page states none" and from free', () => {
    expect(with_({}).priceCents).toBeUndefined()
    expect(with_({ priceCents: null }).priceCents).toBeNull()
    expect(with_({ priceCents: 0 }).priceCents).toBe(0)
    expect(with_({ priceCents: -1 }).priceCents).toBeUndefined()
    expect(with_({ priceCents: Number.NaN }).priceCents).toBeUndefined()
    expect(with_({ priceCents: 2e13 }).priceCents).toBeUndefined()
  })

  it('takes coordinates both or none, never 0,0, and looks the place up only without them', () => {
    const findPlace = (text: string) => (text === 'Oakland' ? { lat: 37.8, lon: -122.27 } : null)
    const at = (more: Partial<SeenListing>) => {
      const { lat, lon, coordinatesFrom } = normalize({ ...minimal, ...more }, { ...ctx, findPlace })
      return [lat, lon, coordinatesFrom]
    }
    expect(at({ lat: 1, lon: 2, location: 'Oakland' })).toEqual([1, 2, 'site'])
    expect(at({ lat: 0, lon: 0, location: 'Oakland' })).toEqual([37.8, -122.27, 'place'])
    expect(at({ lat: 1, location: 'Nowhere' })).toEqual([null, null, null])
    expect(at({ lat: 91, lon: 2 })).toEqual([null, null, null])
    expect(at({ lat: Number.NaN, lon: 2 })).toEqual([null, null, null])
  })

  it('moves a posting from the future to the moment of the look and drops impossible times', () => {
    expect(with_({ postedAt: '2026-03-11T00:00:00Z' }).postedAtMs).toBe(observedAtMs)
    expect(with_({ postedAt: '1970-01-01T00:00:00Z' }).postedAtMs).toBeNull()
    expect(with_({ postedAt: 'yesterday' }).postedAtMs).toBeNull()
    expect(with_({ endsAt: '2026-03-12T00:00:00Z' }).endsAtMs).toBe(Date.parse('2026-03-12T00:00:00Z'))
    expect(with_({ endsAt: '9999-03-12T00:00:00Z' }).endsAtMs).toBeNull()
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    'https://',
    'https://shop.example@evil.example/',
    'urn:isbn:1',
    '//example.com/x',
    `https://example.com/${'a'.repeat(5000)}`,
  ])('refuses the address %j, naming the field', (url) => {
    expect(() => with_({ url })).toThrow(AppError)
    expect(() => with_({ url })).toThrow(/address/)
  })

  it('accepts the urn of an imported row without an address', () => {
    expect(with_({ url: 'urn:deal-scout:import:shop:42' }).url).toBe('urn:deal-scout:import:shop:42')
  })

  it('refuses a listing whose title or id is empty once cleaned', () => {
    expect(() => with_({ title: '\u200b \u0000' })).toThrow(/title/)
    expect(() => with_({ externalId: ' \u0000' })).toThrow(/id/)
  })

  it('takes a listing seen as sold for sold', () => {
    expect(with_({ basis: 'sold' }).state).toBe('sold')
    expect(with_({ basis: 'sold', state: 'active' }).state).toBe('active')
  })

  it('leaves nothing that PostgreSQL refuses, whatever the page holds', () => {
    const dirty = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(
        dirty,
        dirty,
        dirty,
        fc.dictionary(dirty, dirty),
        fc.double(),
        (a, b, c, record, number) => {
          const row = with_({
            externalId: `1${a}`,
            title: `x ${b}`,
            description: c,
            condition: a,
            siteCategory: b,
            brand: c,
            location: a,
            imageUrls: [b, `https://example.com/${c}`],
            attributes: record,
            priceCents: number,
            lat: number,
            lon: number,
            bidCount: number,
          })
          const json = JSON.stringify(row)
          expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/)
          expect(row.priceCents === undefined || Number.isSafeInteger(row.priceCents)).toBe(true)
        },
      ),
    )
  })

  it('bounds every text and list', () => {
    const huge = 'word '.repeat(1_000_000)
    const row = with_({
      title: huge,
      description: huge,
      location: huge,
      imageUrls: Array.from({ length: 100 }, (_, i) => `https://example.com/${i}.jpg`),
      attributes: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, huge])),
    })
    expect(row.title.length).toBeLessThanOrEqual(500)
    expect(row.description!.length).toBeLessThanOrEqual(20_000)
    expect(row.imageUrls).toHaveLength(24)
    expect(Object.keys(row.attributes)).toHaveLength(60)
    expect(JSON.stringify(row).length).toBeLessThan(70_000)
  })
})

const shared = new URL('../../../../shared/data/craigslist-eastbay-2017.jsonl.gz', import.meta.url)
describe.skipIf(!existsSync(shared))('normalize on sample listings', () => {
  it('knows a category for nearly all of them', () => {
    const folder = new URL('.', shared)
    let rows = 0
    let other = 0
    for (const file of readdirSync(folder).filter((name) =>
      /^(?:craigslist|gumtree|mercari).*gz$/.test(name),
    )) {
      for (const line of gunzipSync(readFileSync(new URL(file, folder)))
        .toString()
        .trim()
        .split('\n')) {
        const row = JSON.parse(line) as { title: string; category?: string }
        const seen = { ...minimal, title: row.title, ...(row.category && { siteCategory: row.category }) }
        rows++
        if (normalize(seen, ctx).category === 'other') other++
      }
    }
    expect(other / rows).toBeLessThan(0.01)
  })
})

describe('a listing that is seen again', () => {
  const first: Partial<SeenListing> = {
    title: 'Apple iPhone 12 64GB',
    description: 'Works great, no scratches.',
    priceCents: 20_000,
    currency: 'USD',
    condition: 'Good',
    siteCategory: 'Cell Phones',
  }
  const changes: [string, Partial<SeenListing>][] = [
    ['title', { title: 'Apple iPhone 12 case' }],
    ['description', { description: 'Screen is cracked, does not turn on. For parts.' }],
    ['price', { priceCents: 123_400 }],
    ['currency', { currency: 'JPY' }],
    ['condition', { condition: 'For parts or not working' }],
    ['site category', { siteCategory: 'Phone Cases, Covers & Skins' }],
  ]

  it.each(changes)('is read anew when its %s is another', (_, change) => {
    const before = with_(first)
    const after = with_({ ...first, ...change })
    expect(after).toMatchObject(offerOf(after))
    expect(offerOf(after)).not.toEqual(offerOf(before))
    expect(with_(first)).toEqual(before)
  })

  /** Read without anything remembered. */
  function offerOf(listing: NormalizedListing) {
    const { kind, kindProbability, thingProbability, kindWords, priceMeaning } = withOffer(listing)
    return { kind, kindProbability, thingProbability, kindWords, priceMeaning }
  }
})

describe('where a town is that a listing names', () => {
  const boston = { lat: 42.36, lon: -71.06, country: 'US' }
  const at = (
    location: string,
    more: Partial<Parameters<typeof normalize>[1]> & { currency?: string } = {},
  ) => {
    const { currency, ...context } = more
    const { lat, lon } = normalize(
      { ...minimal, location, ...(currency && { currency }) },
      { ...ctx, findPlace, ...context },
    )
    return lat === null || lon === null ? null : [Math.round(lat), Math.round(lon)]
  }

  it("is looked for in the page's area, then in the country of its currency, then near home, then in the world", () => {
    expect(at('Salem', { area: boston, home: { lat: 44.9, lon: -123, country: 'US' } })).toEqual([43, -71])
    expect(at('Salem', { home: boston })).toEqual([43, -71])
    expect(at('Perth', { currency: 'AUD', home: boston })).toEqual([-32, 116])
    expect(at('Hobart')).toEqual([-43, 147])
  })

  it('stays unknown where several may be meant', () => {
    expect(at('Richmond')).toBeNull()
    expect(at('Springfield', { area: { lat: 47.6, lon: -122.3, country: 'US' } })).toBeNull()
  })

  it('takes the condition by its number where there is one', () => {
    const seen = { ...minimal, condition: 'Gebraucht', attributes: { conditionId: '7000' } }
    expect(normalize(seen, ctx)).toMatchObject({ condition: 'for-parts', conditionText: 'Gebraucht' })
  })

  it('names a category of which there is only a code as the site does', () => {
    const seen = { ...minimal, title: 'Leica M6', siteCategory: ' PHO ' }
    const inFile = normalize(seen, { ...ctx, marketplace: 'my-export' })
    expect(inFile).toMatchObject({ siteCategory: 'photo/video', category: 'cameras' })
  })
})
