import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { searchPath } from './compile.ts'
import marketplace from './index.ts'
import { priceOf } from './listing.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

describe('a page of results', () => {
  it('gives price, place, time and picture; 0 is free only where the site says so; what is looked for is left out', () => {
    const page = marketplace.parse(fixture('search.html'))
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: '2' })
    expect(page.listings.map(({ externalId, priceCents }) => [externalId, priceCents])).toEqual([
      ['10000001', 12_500],
      ['10000002', 0],
      ['10000003', null],
      ['10000004', undefined],
    ])
    expect(page.listings[0]).toMatchObject({
      title: 'Schreibtisch Eiche',
      url: 'https://www.willhaben.at/iad/kaufen-und-verkaufen/d/schreibtisch-eiche-10000001/',
      currency: 'EUR',
      location: '1020 Wien, 02. Bezirk, Leopoldstadt',
      lat: 48.2,
      lon: 16.4,
      postedAt: '2026-11-22T11:10:00.000Z',
      state: 'active',
      attributes: { 'for sale by': 'owner' },
    })
    expect(page.listings[1]).not.toHaveProperty('postedAt')
    expect(page.rejected).toMatchObject([{ row: 4, reason: expect.stringContaining('looked for') }])
  })

  it('is empty at a count of 0 alone', () => {
    expect(marketplace.parse(fixture('search-empty.html'))).toMatchObject({
      outcome: 'empty',
      complete: true,
    })
    const unproven = fixture('search-empty.html').replace('"rowsFound":0', '"rowsFound":7')
    expect(marketplace.parse(unproven)).toMatchObject({ outcome: 'parse-drift' })
  })

  it('keeps the other rows where one leads elsewhere', () => {
    const bent = fixture('search.html').replace(
      'kaufen-und-verkaufen/d/schreibtisch-eiche-10000001/',
      '/evil.example/d/x-10000009/',
    )
    expect(marketplace.parse(bent).listings).toHaveLength(3)
  })

  const real = (name: string) => new URL(`../../../../shared/fixtures/willhaben/${name}`, import.meta.url)
  it.skipIf(!existsSync(real('cars_search_shrunk_2026-06.html')))(
    'is read as saved (skipped where none is at hand)',
    () => {
      const of = (name: string) => marketplace.parse(readFileSync(real(name), 'utf8')).listings
      expect(of('cars_search_shrunk_2026-06.html')[0]).toMatchObject({
        ...{
          externalId: '1228790209',
          title: 'Audi A3 Daylight 2,0 TDI S-tronic',
          priceCents: 745_000,
          brand: 'Audi',
        },
      })
      expect(of('property_search_trimmed_2026-08.html')[0]).toMatchObject({
        externalId: '978586977',
        priceCents: 350_000,
        lat: 48.226456,
      })
    },
  )
})

it('an ad’s own page adds its text, and one that has ended says so', () => {
  expect(marketplace.parse(fixture('item.html')).listings).toMatchObject([
    { externalId: '10000001', description: 'Massiv, zwei Laden.\nAbholung im 2. Bezirk.' },
  ])
  expect(marketplace.parse(fixture('gone.html'))).toMatchObject({ outcome: 'empty', listings: [] })
})

it.each([
  ['125', '€ 125', 12_500],
  ['125.50', undefined, 12_550],
  ['0', 'Zu verschenken', 0],
  ['0', undefined, null],
  [undefined, undefined, null],
  ['1.2.3', undefined, undefined],
  ['€-', undefined, undefined],
  [1e300, undefined, undefined],
])('the price %j, shown as %s, is read as %s', (value, shown, cents) =>
  expect(priceOf(value, shown).priceCents).toBe(cents),
)

it('a wish is asked in the site’s words, what it cannot be told is left to us', () => {
  const { request, pushed, residual } = marketplace.compile(
    { ...noQuery, all: ['eiche', 'tisch'], none: ['stuhl'], priceCentsMax: 19_950, currency: 'EUR' },
    { category: 'fahrraeder-2691' },
  )
  expect(searchPath(request, 2)).toBe(
    '/iad/kaufen-und-verkaufen/marktplatz/fahrraeder-2691?PRICE_TO=200&keyword=eiche+tisch&page=2&rows=30&sort=1',
  )
  expect(pushed).toEqual(['all', 'price'])
  expect(residual).toEqual(['all', 'none', 'price'])
  for (const category of ['../x', 'a//b', '/x', 'x?y'])
    expect(() => marketplace.compile(noQuery, { category })).toThrow()
})
