import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { searchPath } from './compile.ts'
import offerup from './index.ts'
import { priceOf, readLabel } from './listing.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

describe('a page of results', () => {
  it('gives tiles of listings, each once: whole dollars from strings, no time, no advertisement', () => {
    const page = offerup.parse(fixture('search.html'))
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(page.listings.map(({ title, priceCents }) => [title, priceCents])).toEqual([
      ['1994 pickup truck', 1_050_000],
      ['Oak desk', 4000],
      ['Moving boxes', 0],
      ['Camera lens', 8999],
      ['Bad price', undefined],
    ])
    expect(page.listings[1]).toMatchObject({
      url: 'https://offerup.com/item/detail/00000002-1111-3222-8333-444455556666',
      currency: 'USD',
      location: 'Mesa, AZ',
      condition: 'Used (normal wear)',
      imageUrls: ['https://images.offerup.com/x/250x250/1.jpg'],
      attributes: { 'firm price': 'yes' },
    })
    expect(page.listings[0]!.attributes).toEqual({ odometer: '150000 miles' })
    expect(page.listings[3]!.shippingCents).toBeNull()
    for (const listing of page.listings) expect(listing).not.toHaveProperty('postedAt')
  })

  it('with advertisements alone is empty beside the filters of a search, and an outage without them', () => {
    expect(offerup.parse(fixture('search-empty.html'))).toMatchObject({ outcome: 'empty' })
    expect(offerup.parse(fixture('search-unproven.html'))).toMatchObject({ outcome: 'parse-drift' })
    const whole = fixture('search.html')
    expect(offerup.parse(whole.slice(0, whole.length - 2000))).toMatchObject({ outcome: 'parse-drift' })
  })

  it('on the screen has the cards that came later, as far as they say what they are', () => {
    const page = offerup.readRendered!(fixture('search.html'), 'https://offerup.com/search?q=x')
    expect(page.listings.slice(5)).toMatchObject([
      { title: 'Fender amp, $50 off', priceCents: 125_000, location: 'Gilbert, AZ' },
    ])
    expect(page.listings).toHaveLength(6)
    expect(readLabel('Oak desk Free in Mesa, AZ')).toEqual({
      title: 'Oak desk',
      price: 'Free',
      location: 'Mesa, AZ',
    })
    expect(readLabel('Oak desk')).toBeNull()
  })
})

describe('the page of a listing', () => {
  it('adds text, time, coordinates, photos and the site’s code of the condition', () => {
    const [item] = offerup.parse(fixture('item.html')).listings
    expect(item).toMatchObject({
      externalId: '00000002-1111-3222-8333-444455556666',
      priceCents: 4000,
      description: 'Solid oak.\nPick up only.',
      condition: 'open box',
      lat: 33.415,
      lon: -111.831,
      postedAt: '2026-06-10T15:04:05.000Z',
      state: 'active',
      attributes: { 'firm price': 'yes', conditionId: 'OPEN_BOX' },
    })
    expect(item!.imageUrls).toHaveLength(2)
    expect(JSON.stringify(item)).not.toContain('First Last')
  })

  it('tells sold, with what shipping costs, and removed', () => {
    expect(offerup.parse(fixture('item-sold.html')).listings[0]).toMatchObject({
      state: 'sold',
      shippingCents: 799,
    })
    expect(offerup.parse(fixture('item-removed.html')).listings[0]).toMatchObject({ state: 'gone' })
  })
})

it.each([
  ['10500', 1_050_000],
  ['12.50', 1250],
  ['0', 0],
  [40, 4000],
  [null, null],
  ['', null],
  ['1.2.3', undefined],
  ['1e300', undefined],
  ['-5', undefined],
  ['$5', undefined],
  ['1,200', undefined],
  [{}, undefined],
])('the price %j is read as %j', (value, cents) => {
  expect(priceOf(value).priceCents).toBe(cents)
})

describe('a query', () => {
  const compile = (query: object, settings = { place: '85201' }) =>
    offerup.compile({ ...noQuery, ...query }, settings)

  it('asks for words, whole dollars and a point with the next larger distance', () => {
    const { request, pushed, residual } = compile({
      all: ['road bike'],
      priceCentsMin: 10_050,
      priceCentsMax: 60_000,
      place: { lat: 33.4152, lon: -111.8315, radiusKm: 40, country: 'US' },
    })
    expect(searchPath(request)).toBe(
      '/search?lat=33.415&lon=-111.832&price_max=600&price_min=100&q=road+bike&radius=30&sort=-posted',
    )
    expect([pushed, residual]).toEqual([
      ['all', 'price', 'place'],
      ['all', 'price', 'place'],
    ])
  })

  it('looks round the source’s place where the rule has none, and nowhere for a place abroad or a whole state', () => {
    expect(compile({ all: ['a1'] }).request).toMatchObject({ radius: '30' })
    expect(compile({ place: { lat: 52, lon: 13, radiusKm: 20, country: 'DE' } }).impossible).toMatch(
      /around a place/,
    )
    expect(compile({ place: { lat: 33, lon: -111, radiusKm: 400, country: 'US' } }).impossible).toMatch(
      /around a place/,
    )
    expect(() => compile({}, { place: 'Nowhere at all' })).toThrow(/do not know the place/)
  })
})

const shared = fileURLToPath(
  new URL('../../../../shared/fixtures/offerup/search_tiles_supra_2026-06.transcribed.json', import.meta.url),
)
const isThere = existsSync(shared)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

it.skipIf(!isThere)('real tiles give their two cars (skipped where they are not there)', () => {
  expect(offerup.parse(readFileSync(shared, 'utf8')).listings).toMatchObject([
    { title: '1988 Toyota Supra', priceCents: 1_050_000, currency: 'USD', location: 'Mesa, AZ' },
    { title: '2020 Toyota GR Supra', priceCents: 6_199_900, currency: 'USD', location: 'Scottsdale, AZ' },
  ])
})
