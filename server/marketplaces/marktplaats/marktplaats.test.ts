import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { searchPath } from './compile.ts'
import marktplaats from './index.ts'
import { priceOf } from './listing.ts'
import { readText } from './page.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const nowMs = Date.parse('2026-07-15T22:30:00Z')
const results = (name: string, url?: string) => {
  const reading = readText(fixture(name), url, { nowMs })
  if (reading.kind !== 'search') throw new Error(reading.kind)
  return reading.page
}

describe('the answer of a search', () => {
  it('has a price only where one is asked: 0 cents are free by FREE alone, bids begin at the cents of MIN_BID', () => {
    const { listings } = results('search.json')
    expect(
      listings.map(({ externalId, priceCents, buyingFormat }) => [externalId, priceCents, buyingFormat]),
    ).toEqual([
      ['m2400000001', null, 'auction'],
      ['m2400000002', 17_500, 'classified'],
      ['m2400000003', 90_000, 'auction'],
      ['m2400000004', null, 'auction'],
      ['m2400000005', 0, 'classified'],
      ['m2400000006', null, 'classified'],
      ['m2400000007', null, 'classified'],
      ['m2400000008', null, 'classified'],
      ['a1300000009', 17_500, 'classified'],
      // A kind that is not known says nothing.
      ['m2400000010', undefined, undefined],
    ])
    for (const { priceCents, currency } of listings)
      expect(currency).toBe(typeof priceCents === 'number' ? 'EUR' : undefined)
  })

  it('gives place, day, condition, shipping, category and picture; reserved is pending; bought places are left out', () => {
    const page = results('search.json')
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: '100' })
    expect(JSON.stringify(page)).not.toMatch(/a1300000099|Voornaam/)
    expect(page.listings[1]).toMatchObject({
      title: 'Batavus omafiets',
      url: 'https://www.marktplaats.nl/v/fietsen-en-brommers/fietsen-dames-damesfietsen/m2400000002-batavus-omafiets',
      condition: 'Zo goed als nieuw',
      brand: 'Batavus',
      siteCategory: 'Fietsen en Brommers > Fietsen | Dames | Damesfietsen',
      location: 'Hillegom',
      lat: 52.1,
      lon: 4.6,
      shippingCents: null,
      postedAt: '2026-06-23T22:00:00.000Z',
      imageUrls: ['https://images.marktplaats.com/api/v1/listing/images/m2400000002?rule=ecg_mp_eps$_85.jpg'],
      state: 'active',
    })
    expect(
      page.listings.filter(({ state }) => state === 'pending').map(({ externalId }) => externalId),
    ).toEqual(['m2400000005', 'm2400000008'])
    expect(page.listings[7]!.location).toBe('Gent, België')
    expect(page.listings[3]).not.toHaveProperty('brand')
    expect(page.listings[8]).not.toHaveProperty('lat')
  })

  it('dates by the day in Amsterdam, not where a place was bought, not where the day is unknown or is none', () => {
    const { listings } = results('search.json')
    // Half past midnight there.
    expect(listings[3]!.postedAt).toBe('2026-07-15T22:00:00.000Z')
    expect(listings[2]!.postedAt).toBe('2026-07-14T22:00:00.000Z')
    for (const row of [0, 9]) expect(listings[row]).not.toHaveProperty('postedAt')
    expect(marktplaats.parse(fixture('search.json')).listings[3]).not.toHaveProperty('postedAt')
  })

  it('is read in French, and knows the site of which it is', () => {
    const page = results('search-be.json')
    expect(page).toMatchObject({ outcome: 'ok', complete: true, next: null })
    expect(page.listings).toMatchObject([
      {
        priceCents: 12_500,
        currency: 'EUR',
        condition: 'Utilisé',
        shippingCents: null,
        url: 'https://www.2ememain.be/v/velos-velomoteurs/velos-femmes/m2300000001-velo-de-ville-femme',
        location: 'Namur',
        postedAt: '2026-07-15T22:00:00.000Z',
      },
      {
        priceCents: 0,
        currency: 'EUR',
        condition: 'Comme neuf',
        siteCategory: 'velos velomoteurs > velos enfants',
      },
    ])
    expect(results('search-be.json', 'https://www.2dehands.be/q/x/').listings[0]!.url).toMatch(
      /^https:\/\/www\.2dehands\.be\//,
    )
  })

  it('is empty only where it counts none, and neither where it was cut off nor where it has errors', () => {
    expect(results('search-empty.json')).toMatchObject({ outcome: 'empty', complete: true })
    const empty = JSON.parse(fixture('search-empty.json'))
    for (const change of [{ totalResultCount: 12 }, { hasErrors: true }])
      expect(marktplaats.parse(JSON.stringify({ ...empty, ...change }))).toMatchObject({
        outcome: 'parse-drift',
      })
    expect(marktplaats.parse(fixture('search.json').slice(0, 3000))).toMatchObject({ outcome: 'parse-drift' })
  })

  it('keeps the other rows where one leads elsewhere or has an id of another kind', () => {
    const answer = JSON.parse(fixture('search.json'))
    answer.listings[0].vipUrl = 'https://evil.example/v/a/b/m2400000001-x'
    answer.listings[1].itemId = `m${'1'.repeat(10_000)}`
    answer.listings[2].vipUrl = '/v/a/b/m2499999999-x'
    answer.listings[3] = null
    const page = marktplaats.parse(JSON.stringify(answer))
    expect(page.listings).toHaveLength(6)
    expect(page.rejected).toHaveLength(4)
    expect(page.complete).toBe(false)
  })
})

describe('pages', () => {
  it('of one ad give its whole text, photos, bids and the day it was placed; a bid is no price', () => {
    const [ad] = marktplaats.parse(fixture('ad.html')).listings
    expect(ad).toMatchObject({
      externalId: 'm2400000003',
      url: 'https://www.marktplaats.nl/v/fietsen-en-brommers/elektrische-fietsen/m2400000003-sparta-elektrische-fiets-53-cm',
      priceCents: 90_000,
      buyingFormat: 'auction',
      bidCount: 1,
      description: '3.100 km gelopen.\nAccu is goed.',
      location: 'Bergambacht',
      siteCategory: 'Fietsen en Brommers > Elektrische fietsen',
      postedAt: '2026-07-14T11:21:06Z',
      shippingCents: null,
      attributes: { 'least bid': '950.00 EUR', priceType: 'MIN_BID' },
    })
    expect(ad!.imageUrls).toHaveLength(2)
    expect(JSON.stringify(ad)).not.toContain('Voornaam')
    const page = fixture('ad.html')
    expect(marktplaats.parse(page.slice(0, page.indexOf('Accu')))).toMatchObject({ outcome: 'parse-drift' })
  })

  it('on the screen give the data and the rows that are only in sight, whose euros may be bids', () => {
    const page = marktplaats.readRendered!(fixture('search.html'), 'https://www.marktplaats.nl/q/fiets/')
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(page.listings.map(({ externalId, title, priceCents }) => [externalId, title, priceCents])).toEqual(
      [
        ['m2400000001', 'Gazelle damesfiets zwart', null],
        ['m2400000002', 'Batavus omafiets', 17_500],
        ['m2400000003', 'Sparta elektrische fiets 53 cm', 90_000],
        ['m2400000077', 'Union fiets', undefined],
        ['m2400000078', 'Oude fiets', 0],
      ],
    )
  })
})

it.each([
  [{ priceType: 'FIXED', priceCents: 1e300 }, undefined],
  [{ priceType: 'FIXED', priceCents: 12.5 }, undefined],
  [{ priceType: 'FIXED', priceCents: -100 }, undefined],
  [{ priceType: 'FIXED', priceCents: 0 }, null],
  [{ priceType: 'FIXED', priceCents: '17500' }, null],
  [{ priceType: 'FREE', priceCents: 900 }, 0],
  [{ priceType: 'NOTK', priceCents: 100 }, null],
  [{}, undefined],
  [null, undefined],
])('the price %j is read as %s', (info, cents) => {
  expect(priceOf(info).priceCents).toBe(cents)
})

describe('a query', () => {
  const compile = (query: object, settings = {}) =>
    marktplaats.compile({ ...noQuery, currency: 'EUR', ...query }, settings)

  it('asks for words, category, price in cents and a Dutch or Belgian postal code with a distance', () => {
    const { request, pushed, residual } = compile(
      {
        all: ['fiets', '-"3 versnellingen"'],
        priceCentsMax: 25_050,
        place: { lat: 52.4, lon: 4.9, radiusKm: 12, postalCode: '1012 ab', country: 'NL' },
      },
      { site: 'nl', category: '445' },
    )
    const url = new URL(searchPath(request, 100), 'https://www.marktplaats.nl')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      query: 'fiets 3 versnellingen',
      l1CategoryId: '445',
      postcode: '1012AB',
      distanceMeters: '15000',
      'attributeRanges[]': 'PriceCents:0:25050',
      offset: '100',
      sortBy: 'SORT_INDEX',
    })
    expect(pushed).toEqual(['all', 'price', 'place'])
    expect(residual).toEqual(['all', 'place'])
    const belgian = { lat: 50.8, lon: 4.3, radiusKm: 20, postalCode: '1000', country: 'BE' }
    expect(compile({ all: ['vélo'], place: belgian }, { site: 'be-fr' }).request).toMatchObject({
      postcode: '1000',
    })
    expect(compile({ all: ['vélo'], place: belgian }, { site: 'nl' }).residual).toContain('place')
  })

  it('is not asked for everything there is', () => {
    expect(compile({ any: ['a1', 'b2'] }).impossible).toMatch(/words that every ad must have/)
    expect(() => compile({}, { category: 'fietsen' })).toThrow(/not a category/)
  })
})

const folder = fileURLToPath(new URL('../../../../shared/fixtures/marktplaats/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

it.skipIf(!isThere)(
  'a real answer gives its 20 ads, a real page its one (skipped where they are not there)',
  () => {
    const { listings, outcome } = marktplaats.parse(
      readFileSync(`${folder}search_marktplaats_2026-07.json`, 'utf8'),
    )
    expect([outcome, listings.length]).toEqual(['ok', 20])
    const kinds = Object.groupBy(listings, ({ attributes }) => attributes!.priceType!)
    expect(Object.entries(kinds).map(([kind, rows]) => [kind, rows!.length])).toEqual([
      ['FAST_BID', 4],
      ['FIXED', 5],
      ['MIN_BID', 8],
      ['FREE', 3],
    ])
    expect(listings.filter(({ attributes }) => attributes!.promoted === 'DAGTOPPER')).toHaveLength(4)
    expect(listings[0]).toMatchObject({ externalId: 'm2420210707', priceCents: null })
    expect(listings[3]).toMatchObject({ externalId: 'a1379273521', priceCents: 17_500, currency: 'EUR' })
    const [ad] = marktplaats.parse(readFileSync(`${folder}listing_page_2026-07.html`, 'utf8')).listings
    expect(ad).toMatchObject({
      externalId: 'm2420210707',
      priceCents: null,
      attributes: { 'least bid': '60.00 EUR' },
    })
  },
)
