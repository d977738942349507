import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { readText } from './answer.ts'
import { searchPath } from './compile.ts'
import reverb from './index.ts'
import { moneyOf, shippingOf } from './listing.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const results = (text: string, region?: string) => {
  const reading = readText(text, region)
  if (reading.kind !== 'search') throw new Error(reading.kind)
  return reading.page
}

describe('the answer of a search', () => {
  it('gives price, condition, brand, text, time and shipping for the person’s region, and the next page as it is linked', () => {
    const page = results(fixture('search.json'), 'US_CON')
    expect(page).toMatchObject({
      outcome: 'ok',
      complete: false,
      next: '/api/listings?page=2&per_page=50&query=maple',
    })
    expect(
      page.listings.map(({ priceCents, shippingCents, buyingFormat }) => [
        priceCents,
        shippingCents,
        buyingFormat,
      ]),
    ).toEqual([
      [89_900, 3500, 'best-offer'],
      [15_000, 0, 'fixed-price'],
      // Everywhere else, at a cost that the carrier says.
      [129_950, null, 'fixed-price'],
      // Nobody says that it is sent there.
      [1000, undefined, 'auction'],
    ])
    expect(page.listings[0]).toMatchObject({
      externalId: '91000001',
      url: 'https://reverb.com/item/91000001-maple-one-blue',
      currency: 'USD',
      condition: 'Mint',
      brand: 'Maple',
      description: 'Plays well.\n\nWith case.',
      siteCategory: 'Electric Guitars / Solid Body',
      postedAt: '2026-10-02T10:00:00-05:00',
      imageUrls: ['https://rvb-img.reverb.com/91000001.jpg'],
      state: 'active',
      attributes: { model: 'Model One', year: '1998', conditionId: 'mint' },
    })
    expect(page.listings[2]!.attributes).toMatchObject({ 'listing currency': 'EUR' })
    expect(JSON.stringify(page)).not.toContain('First Last')
  })

  it('is empty at a count of 0 alone, whole where it shows all that it counts', () => {
    expect(reverb.parse(fixture('search-empty.json'))).toMatchObject({ outcome: 'empty', complete: true })
    expect(reverb.parse(fixture('search-last.json'))).toMatchObject({
      outcome: 'ok',
      complete: true,
      next: null,
    })
    const empty = JSON.parse(fixture('search-empty.json'))
    expect(reverb.parse(JSON.stringify({ ...empty, total: 7 }))).toMatchObject({ outcome: 'parse-drift' })
    expect(reverb.parse(fixture('search.json').slice(0, 900))).toMatchObject({ outcome: 'parse-drift' })
  })

  it('follows no link to another host or another part of the interface', () => {
    for (const href of [
      'https://evil.example/api/listings?page=2',
      'https://api.reverb.com/api/my/account',
      'javascript:1',
    ])
      expect(
        results(
          fixture('search.json').replace(
            'https://api.reverb.com/api/listings?page=2&per_page=50&query=maple',
            href,
          ),
        ).next,
      ).toBeNull()
  })

  it('keeps the other rows where one leads elsewhere', () => {
    const page = reverb.parse(
      fixture('search.json').replace(
        'https://reverb.com/item/91000002',
        'https://evil.example/item/91000002',
      ),
    )
    expect(page.listings).toHaveLength(3)
    expect(page.rejected).toHaveLength(1)
  })

  it('of an error says what the site says', () => {
    expect(reverb.parse(fixture('error.json'))).toMatchObject({
      outcome: 'parse-drift',
      reason: 'Reverb says: Validation failed',
    })
  })
})

it('a listing’s own answer tells live from sold', () => {
  expect(reverb.parse(fixture('item.json')).listings).toMatchObject([{ state: 'active', priceCents: 89_900 }])
  expect(reverb.parse(fixture('item-sold.json')).listings).toMatchObject([{ state: 'sold' }])
})

it.each([
  [
    { amount: '899.00', amount_cents: 89_900, currency: 'USD' },
    { cents: 89_900, currency: 'USD' },
  ],
  [
    { amount_cents: 89_900, currency: 'USD' },
    { cents: 89_900, currency: 'USD' },
  ],
  [
    { amount: '25000', amount_cents: 2_500_000, currency: 'JPY' },
    { cents: 25_000, currency: 'JPY' },
  ],
  [{ amount_cents: 25_000, currency: 'JPY' }, undefined],
  [{ amount: '899.00', amount_cents: 1, currency: 'USD' }, undefined],
  [{ amount: '1.2.3', amount_cents: 123, currency: 'USD' }, undefined],
  [{ amount: '1e300', currency: 'USD' }, undefined],
  [{ amount: '5', currency: '$' }, undefined],
  [null, undefined],
])('the money %j is read as %j', (value, expected) => {
  expect(moneyOf(value)).toEqual(expected)
})

it('shipping is that of the region, of what holds it, or of everywhere else', () => {
  const rates = ['DK', 'EUR_EU', 'EUR_NON_EU', 'US', 'XX'].map((region_code, i) => ({
    region_code,
    rate: { amount: `${i + 1}.00`, amount_cents: (i + 1) * 100, currency: 'EUR' },
  }))
  const to = (region: string | undefined) => shippingOf({ rates }, region, 'EUR').shippingCents
  expect(['DK', 'DE', 'CH', 'US_CON', 'JP'].map(to)).toEqual([100, 200, 300, 400, 500])
  expect(to(undefined)).toBeUndefined()
  expect(shippingOf({ rates }, 'DE', 'USD').shippingCents).toBeNull()
})

it('a query asks for words, conditions by their slugs and a price in the source’s currency', () => {
  const compile = (query: object, settings = {}) =>
    reverb.compile({ ...noQuery, ...query }, { which: 'used', currency: 'EUR', region: 'de', ...settings })
  const { request, pushed, residual } = compile({
    all: ['jazzmaster'],
    none: ['squier'],
    conditions: ['new', 'like-new'],
    currency: 'EUR',
    priceCentsMax: 120_050,
    place: { lat: 52, lon: 13, radiusKm: 10 },
  })
  expect(searchPath(request)).toBe(
    '/api/listings?conditions=b-stock%2Cmint%2Cnew&currency=EUR&price_max=1200.50&query=jazzmaster&page=1&per_page=50&sort=published_at%7Cdesc',
  )
  expect(request.region).toBe('DE')
  expect([pushed, residual]).toEqual([
    ['all', 'conditions', 'price'],
    ['all', 'none', 'place'],
  ])
  expect(searchPath(compile({ all: ['x1'] }, { which: 'all' }).request)).toMatch(/^\/api\/listings\/all\?/)
  expect(compile({ all: ['x1'], priceCentsMax: 5 }).residual).toContain('price')
  expect(compile({}).impossible).toMatch(/searched by words/)
  expect(() => compile({}, { region: 'Germany' })).toThrow(/not a region/)
})

const shared = fileURLToPath(
  new URL('../../../../shared/fixtures/reverb/listing_2026-03.json', import.meta.url),
)
const isThere = existsSync(shared)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

it.skipIf(!isThere)('a real listing is read whole (skipped where it is not there)', () => {
  expect(reverb.parse(readFileSync(shared, 'utf8')).listings).toMatchObject([
    { externalId: '91572606', priceCents: 219_900, currency: 'EUR', condition: 'Mint', state: 'active' },
  ])
})
