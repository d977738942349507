import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { isPriceText } from '../price-text.ts'
import { searchPath } from './compile.ts'
import facebook from './index.ts'
import { dollarsAt, priceOf } from './price.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const searchUrl = 'https://www.facebook.com/marketplace/houston/search/?query=drone'

describe('a page of results', () => {
  it('gives its data and what scrolling added, each listing once, without advertisements', () => {
    const page = facebook.readRendered!(fixture('search.html'), searchUrl)
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(
      page.listings.map(({ title, priceCents, currency, state }) => [title, priceCents, currency, state]),
    ).toEqual([
      ['Drone with two batteries', 20_000, 'USD', 'active'],
      ['Oak desk', 0, 'USD', 'pending'],
      ['Bike, hardly used', 123_400, 'USD', 'sold'],
      ['Canoe', 45_000, 'CAD', 'active'],
      // Which money "$" is there, is not known.
      ['Silla', 45_000, undefined, 'active'],
      ['Couch', 100, 'USD', 'active'],
      // Its two amounts differ.
      ['Lamp whose price is odd', undefined, undefined, 'active'],
      ['Sofa met kussens', 7500, 'EUR', 'active'],
      ['Fender amp, $50 off', 15_000, 'USD', undefined],
      ['Wardrobe', 0, 'USD', 'sold'],
    ])
    expect(page.listings[2]).toMatchObject({
      url: 'https://www.facebook.com/marketplace/item/700000000000003/',
      location: 'Houston, Texas',
      shippingCents: null,
    })
    expect(page.listings[8]).toMatchObject({ location: 'Katy, TX' })
    expect(page.rejected).toHaveLength(1)
    expect(JSON.stringify(page)).not.toMatch(/First Last|shop\.example/)
  })

  it('takes the "$" of a listing without a place for that of the others, where they agree', () => {
    const page = fixture('search.html').replaceAll('"Toronto, Ontario"', 'null').replaceAll('"ON"', '"NLE"')
    const silla = facebook.parse(page).listings.find(({ title }) => title === 'Silla')
    expect(silla).toMatchObject({ priceCents: 45_000, currency: 'USD' })
  })

  it('without listings is an outage, as is a sign-in: neither proves that there is nothing', () => {
    for (const name of ['search-empty.html', 'login.html'])
      expect(facebook.parse(fixture(name))).toMatchObject({ outcome: 'blocked', listings: [] })
  })

  it('of which the data were cut off still gives what stands on it', () => {
    const whole = fixture('search.html')
    const cut = whole.slice(0, whole.indexOf('Katy, TX</span>'))
    expect(facebook.parse(cut).outcome).toBe('ok')
    expect(facebook.parse(whole.slice(0, 3000))).toMatchObject({ outcome: 'blocked' })
  })
})

describe('the page of a listing', () => {
  it('gives all that its fragments say, and nothing of what is recommended beside it', () => {
    const page = facebook.readRendered!(
      fixture('item.html'),
      'https://www.facebook.com/marketplace/item/700000000000001/?ref=x',
    )
    expect(page.listings).toHaveLength(1)
    expect(page.listings[0]).toMatchObject({
      externalId: '700000000000001',
      priceCents: 20_000,
      currency: 'USD',
      description: 'Two batteries.\nFlies well.',
      condition: 'Used - like new',
      brand: 'DJI',
      location: 'Houston, TX',
      lat: 29.7,
      lon: -95.4,
      postedAt: '2025-11-22T08:26:40.000Z',
      imageUrls: ['https://scontent.xx.fbcdn.net/v/a.jpg', 'https://scontent.xx.fbcdn.net/v/b.jpg'],
      state: 'active',
      attributes: { conditionId: 'used_like_new' },
    })
  })

  it('is read in each of its shapes: goods, vehicles, and little at all', () => {
    const read = (name: string) => facebook.parse(fixture(name)).listings[0]
    expect(read('item-vehicle.html')).toMatchObject({
      title: 'Volvo V70 2.4 Kombi',
      priceCents: 2_500_000,
      currency: 'SEK',
      state: 'pending',
      brand: 'Volvo',
      attributes: { conditionId: 'used_good', model: 'V70', odometer: '210000 kilometers' },
    })
    expect(read('item-bare.html')).toMatchObject({ priceCents: 1500, currency: 'GBP', state: 'sold' })
    expect(read('item-bare.html')).not.toHaveProperty('postedAt')
  })

  it('that the tab left behind is not taken for what is on the screen', () => {
    const page = facebook.readRendered!(fixture('item.html'), searchUrl)
    expect(page.listings.map(({ externalId }) => externalId)).toContain('700000000000011')
    const other = facebook.readRendered!(
      fixture('item-bare.html'),
      'https://www.facebook.com/marketplace/item/700000000000001/',
    )
    expect(other.listings).toEqual([])
  })

  it('that is gone is told as such', () => {
    expect(facebook.parse(fixture('gone.html'))).toMatchObject({
      outcome: 'empty',
      reason: expect.stringMatching(/not available/),
    })
  })
})

describe('prices', () => {
  it.each([
    [{ amount: '1234.50', formatted_amount: '$1,235' }, 'USD', { priceCents: 123_450, currency: 'USD' }],
    [{ amount: '0.00', formatted_amount: 'Free' }, 'USD', { priceCents: 0, currency: 'USD' }],
    [
      { amount: '0.00', formatted_amount: 'Gratis', currency: 'EUR' },
      undefined,
      { priceCents: 0, currency: 'EUR' },
    ],
    [{ amount: '20.00', formatted_amount: 'CA$20' }, 'USD', { priceCents: 2000, currency: 'CAD' }],
    [
      { amount: '1500000.00', formatted_amount: '₫1,500,000' },
      undefined,
      { priceCents: 1_500_000, currency: 'VND' },
    ],
    [
      { amount: '1850.00', currency: 'EUR', formatted_amount: '€1,850 / Month' },
      undefined,
      { priceCents: 185_000, currency: 'EUR' },
    ],
    [{ amount: '1.2.3', formatted_amount: '$1' }, 'USD', {}],
    [{ amount: '1e300', formatted_amount: '$1' }, 'USD', {}],
    [{ amount: '10.00', formatted_amount: '$99' }, 'USD', {}],
    [{ amount: '10.00', formatted_amount: 'Free' }, 'USD', {}],
    [null, 'USD', {}],
  ])('%j with dollars of %s', (data, dollars, expected) => {
    expect(priceOf(data, undefined, dollars)).toEqual(expected)
  })

  it('are told from titles that hold one', () => {
    for (const text of [
      '$200',
      '$1,234',
      'CA$15',
      '€ 75',
      '1.200 €',
      '25 000 kr',
      'CHF 50',
      'Free',
      'Gratis',
      '$1,850 / month',
      '₱1,500',
    ])
      expect([text, isPriceText(text)]).toEqual([text, true])
    for (const text of [
      'Fender amp, $50 off',
      'iPhone 12',
      '501',
      'Just listed',
      '$ale',
      'PS5 $',
      '1.5k miles',
      'Free desk',
    ])
      expect([text, isPriceText(text)]).toEqual([text, false])
  })

  it('in dollars are those of the place', () => {
    expect(
      [
        'Houston, Texas',
        'Katy, TX',
        'Toronto, ON',
        'Perth, Western Australia',
        'New York, New York',
        'MS',
      ].map(dollarsAt),
    ).toEqual(['USD', 'USD', 'CAD', 'AUD', 'USD', 'USD'])
    for (const place of ['Monterrey, Nuevo León', 'Breda, NB, Netherlands', undefined])
      expect(dollarsAt(place)).toBeUndefined()
  })
})

it('a query asks for words and a price in the city’s money, and nothing without words', () => {
  const compile = (query: object, settings = {}) =>
    facebook.compile({ ...noQuery, ...query }, { city: 'houston', currency: 'USD', ...settings })
  const { request, pushed, residual } = compile({
    all: ['road bike'],
    priceCentsMin: 10_050,
    priceCentsMax: 60_000,
    conditions: ['good'],
  })
  expect(searchPath(request)).toBe(
    '/marketplace/houston/search/?maxPrice=600&minPrice=100&query=road+bike&exact=false&sortBy=creation_time_descend',
  )
  expect([pushed, residual]).toEqual([
    ['all', 'price'],
    ['all', 'conditions', 'price'],
  ])
  expect(compile({ all: ['a1'], priceCentsMax: 5000 }, { currency: 'EUR' }).request).not.toHaveProperty(
    'maxPrice',
  )
  expect(compile({ categories: ['bikes'] }).impossible).toMatch(/words/)
  expect(() => compile({}, { city: '../evil' })).toThrow(/which city/)
})

const folder = fileURLToPath(new URL('../../../../shared/fixtures/facebook/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

it.skipIf(!isThere)(
  'real pages give 14 results and one listing each (skipped where they are not there)',
  () => {
    const read = (name: string) => facebook.parse(readFileSync(`${folder}${name}`, 'utf8'))
    const results = read('search_result_1.html')
    expect(results.listings).toHaveLength(14)
    for (const listing of results.listings)
      expect(listing).toMatchObject({ priceCents: expect.any(Number), currency: 'USD', state: 'active' })
    expect(read('regular_listing.html').listings).toMatchObject([
      { title: 'Smoke Detector', priceCents: 1000, currency: 'USD' },
    ])
    expect(read('auto_with_description_listing.html').listings).toMatchObject([
      {
        externalId: '1368912131186930',
        priceCents: 669_500,
        currency: 'EUR',
        attributes: { conditionId: 'used_good' },
      },
    ])
  },
)
