import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { priceOf } from './ad.ts'
import { searchPath } from './compile.ts'
import nordic from './index.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

describe('the answer of a search', () => {
  it('gives price in the country’s money, place, time and picture; given away is free, looked for is left out', () => {
    const page = nordic.parse(fixture('search.json'))
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: '2' })
    expect(
      page.listings.map(({ externalId, priceCents, currency }) => [externalId, priceCents, currency]),
    ).toEqual([
      ['se-20000001', 120_000, 'SEK'],
      ['se-20000002', 0, 'SEK'],
      ['se-20000003', null, undefined],
      // Another money than the country's is not understood.
      ['se-20000005', undefined, undefined],
      ['se-20000006', null, undefined],
    ])
    expect(page.listings[0]).toMatchObject({
      title: 'Skrivbord i ek',
      url: 'https://www.blocket.se/recommerce/forsale/item/20000001',
      location: 'Malmö',
      lat: 55.605,
      lon: 13.0038,
      postedAt: '2026-11-22T11:10:00.000Z',
      imageUrls: ['https://images.example/20000001.jpg'],
      attributes: { 'for sale by': 'owner' },
    })
    expect(page.rejected).toMatchObject([{ row: 3, reason: expect.stringContaining('looked for') }])
  })

  it('is empty at a count of 0 alone, and ends where the site says so', () => {
    expect(nordic.parse(fixture('search-empty.json'))).toMatchObject({ outcome: 'empty', complete: true })
    const empty = JSON.parse(fixture('search-empty.json'))
    empty.metadata.num_results = 9
    expect(nordic.parse(JSON.stringify(empty))).toMatchObject({ outcome: 'parse-drift' })
    const last = JSON.parse(fixture('search.json'))
    Object.assign(last.metadata, { is_end_of_paging: true, num_results: 6 })
    expect(nordic.parse(JSON.stringify(last))).toMatchObject({ next: null, complete: true })
  })

  it('keeps the other rows where one leads elsewhere or is of another form', () => {
    const bent = JSON.parse(fixture('search.json'))
    bent.docs[0].canonical_url = 'https://evil.example/recommerce/forsale/item/20000001'
    bent.docs[1].id = '1'.repeat(10_000)
    expect(nordic.parse(JSON.stringify(bent)).listings).toHaveLength(3)
  })
})

it('the page on a screen gives titles, and a price where just one stands in the card', () => {
  const { listings, outcome } = nordic.readRendered!(fixture('rendered.html'), 'https://www.blocket.se/x')
  expect(outcome).toBe('ok')
  expect(listings.map(({ externalId, priceCents, currency }) => [externalId, priceCents, currency])).toEqual([
    ['se-20000001', 120_000, 'SEK'],
    ['se-20000002', undefined, undefined],
    ['se-20000003', undefined, undefined],
  ])
})

it.each([
  [{ amount: 1200, currency_code: 'NOK' }, 'Til salgs', 120_000],
  [{ amount: 0, currency_code: 'NOK' }, 'Til salgs', null],
  [{ amount: 0, currency_code: 'NOK' }, 'Gis bort', 0],
  [null, 'Gis bort', 0],
  [null, 'Til salgs', null],
  [{ amount: '1.2.3', currency_code: 'NOK' }, '', undefined],
  [{ amount: 1e300, currency_code: 'NOK' }, '', undefined],
  [{ amount: -5, currency_code: 'NOK' }, '', undefined],
  [{ amount: 12.5, currency_code: 'NOK' }, '', undefined],
  ['€-', '', undefined],
])('the price %j of “%s” is read as %s', (value, tradeType, cents) =>
  expect(priceOf(value, tradeType, 'no').priceCents).toBe(cents),
)

it('a wish is asked in the country’s money, by the level of its category', () => {
  const compile = (settings: Record<string, string>, currency: string) =>
    nordic.compile({ ...noQuery, all: ['skrivbord'], priceCentsMax: 99_950, currency }, settings)
  const { request, pushed } = compile({ country: 'se', category: '1.78.7756' }, 'SEK')
  expect(pushed).toEqual(['all', 'price'])
  expect(searchPath(request, 2)).toBe(
    '/recommerce/forsale/search/api/search/SEARCH_ID_BAP_COMMON?price_to=1000&q=skrivbord&sub_category=1.78.7756&page=2&sort=PUBLISHED_DESC',
  )
  expect(compile({ country: 'fi' }, 'SEK')).toMatchObject({
    pushed: ['all'],
    request: { country: 'fi', q: 'skrivbord' },
  })
  expect(() => compile({ category: '3.1' }, 'SEK')).toThrow()
})
