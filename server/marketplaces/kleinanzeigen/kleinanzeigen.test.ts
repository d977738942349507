import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noQuery } from '../fake-server.ts'
import { searchPath } from './compile.ts'
import { berlinDates } from './dates.ts'
import kleinanzeigen from './index.ts'
import { readText } from './page.ts'
import { priceOf } from './price.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const nowMs = Date.parse('2026-11-22T12:00:00Z')
const results = (name: string, page?: number) => {
  const reading = readText(fixture(name), undefined, { nowMs, ...(page !== undefined && { page }) })
  if (reading.kind !== 'search') throw new Error(reading.kind)
  return reading.page
}

describe('a page of results', () => {
  it('is read row by row: price, place, time in Berlin, seller, shipping', () => {
    const page = results('search.html')
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: '2' })
    expect(page.listings.map(({ externalId, priceCents }) => [externalId, priceCents])).toEqual([
      ['2900000001', 125_000],
      ['2900000002', 12_000],
      ['2900000003', 4500],
      ['2900000004', null],
      ['2900000005', 0],
      ['2900000007', 189_950],
      ['2900000008', undefined],
    ])
    expect(page.listings[0]).toMatchObject({
      title: 'Rennrad Stahlrahmen 56 cm',
      url: 'https://www.kleinanzeigen.de/s-anzeige/rennrad-stahlrahmen-56-cm/2900000001-217-3331',
      currency: 'EUR',
      location: '10115 Mitte',
      siteCategory: 'Fahrräder & Zubehör',
      shippingCents: null,
      attributes: { price: 'VB', 'for sale by': 'owner', promoted: 'TOP' },
    })
    expect(page.listings[0]).not.toHaveProperty('postedAt')
    expect(page.listings.slice(1, 4).map(({ postedAt }) => postedAt)).toEqual([
      '2026-11-22T13:03:00.000Z',
      '2026-11-21T08:10:00.000Z',
      '2026-11-17T23:00:00.000Z',
    ])
    expect(page.listings.at(-2)!.attributes).toMatchObject({ 'for sale by': 'dealer', 'direkt kaufen': 'ja' })
    expect(page.listings.at(-1)!.state).toBe('pending')
  })

  it('leaves out what is looked for, and ads that answer another search', () => {
    const page = results('search.html')
    expect(page.rejected).toEqual([{ row: 5, reason: expect.stringMatching(/Gesuch/) }])
    expect(JSON.stringify(page)).not.toContain('2900000099')
  })

  it('is read in the layout of late 2026, too', () => {
    const page = results('search-new.html', 2)
    expect(page).toMatchObject({ outcome: 'ok', next: '3', complete: false })
    expect(page.listings.map(({ title, priceCents }) => [title, priceCents])).toEqual([
      ['Gravelbike Carbon', 239_900],
      ['Klapprad blau', null],
      ['Trekkingrad mit Licht', 7500],
      ['Dreirad für Kinder', 0],
    ])
    expect(page.listings[0]).toMatchObject({
      location: '10137 Musterstadt',
      attributes: { price: 'VB', 'for sale by': 'dealer' },
    })
    expect(page.listings.slice(1, 3).map(({ postedAt }) => postedAt)).toEqual([
      '2026-11-21T23:05:00.000Z',
      '2026-11-21T22:59:00.000Z',
    ])
  })

  it('says nothing of "today" where it is not known when the page was made', () => {
    const { listings } = kleinanzeigen.parse(fixture('search.html'))
    expect(listings[1]).not.toHaveProperty('postedAt')
    expect(listings[3]!.postedAt).toBe('2026-11-17T23:00:00.000Z')
  })

  it('is all there is where it shows every ad that it counts, and nothing where the site says so', () => {
    expect(results('search-last.html')).toMatchObject({ outcome: 'ok', complete: true, next: null })
    for (const name of ['search-empty.html', 'search-empty-new.html'])
      expect(results(name)).toMatchObject({ outcome: 'empty', complete: true, listings: [] })
  })

  it('ends where the site shows another page than was asked for, and after the last true one', () => {
    const at = (from: number) =>
      fixture('search-new.html').replace('26 - 50 von', `${from} - ${from + 24} von`)
    const next = (from: number, page: number) => {
      const reading = readText(at(from), undefined, { nowMs, page })
      return reading.kind === 'search' ? reading.page.next : 'no search'
    }
    expect(next(1201, 49)).toBe('50')
    expect(next(1226, 50)).toBeNull()
    expect(next(1226, 51)).toBeNull()
    expect(next(1, 1000)).toBeNull()
  })

  it('that was cut off keeps the rows before the cut, and is neither all nor followed', () => {
    const whole = fixture('search.html')
    const page = kleinanzeigen.parse(whole.slice(0, whole.indexOf('45 €')))
    expect(page.listings.map(({ externalId }) => externalId)).toEqual(['2900000001', '2900000002'])
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(page.rejected).toHaveLength(1)
  })

  it('gives no ad of another host, and none whose number is not that of its link', () => {
    const page = fixture('search-last.html')
      .replaceAll('/s-anzeige/damenrad', 'https://evil.example/s-anzeige/damenrad')
      .replace('data-adid="2900000003"', 'data-adid="2900000033"')
    expect(kleinanzeigen.parse(page)).toMatchObject({ outcome: 'parse-drift', listings: [] })
  })
})

describe('the page of an ad', () => {
  it('gives what the site says of it, and the exact price behind the rounded one', () => {
    const [ad] = kleinanzeigen.parse(fixture('detail.html')).listings
    expect(ad).toMatchObject({
      externalId: '2900000001',
      title: 'Rennrad Stahlrahmen 56 cm',
      priceCents: 124_950,
      currency: 'EUR',
      condition: 'Sehr Gut',
      brand: 'Koga',
      siteCategory: 'Fahrräder & Zubehör',
      location: '10115 Berlin - Mitte',
      lat: 52.5321,
      lon: 13.3849,
      postedAt: '2026-11-16T23:00:00.000Z',
      shippingCents: null,
      state: 'active',
      description: 'Stahlrahmen, frisch gewartet.\nReifen neu.\nReserviert nur mit Anzahlung.',
    })
    expect(ad!.imageUrls).toHaveLength(2)
    expect(ad!.attributes).toMatchObject({
      price: 'VB',
      'for sale by': 'owner',
      sellerKey: expect.any(String),
    })
    expect(JSON.stringify(ad)).not.toContain('Muster')
  })

  it('tells reserved from deleted by the marks that are shown, not by those that every page has', () => {
    expect(kleinanzeigen.parse(fixture('detail-reserved.html')).listings[0]).toMatchObject({
      title: 'Rennrad Stahlrahmen 56 cm',
      state: 'pending',
    })
    for (const name of ['detail-deleted.html', 'gone.html'])
      expect(kleinanzeigen.parse(fixture(name))).toMatchObject({ outcome: 'empty', listings: [] })
  })

  it('says nothing of a price of which the page’s two readings differ', () => {
    const page = fixture('detail.html').replace('adPrice: 1249.50', 'adPrice: 125.00')
    expect(kleinanzeigen.parse(page).listings[0]).not.toHaveProperty('priceCents')
  })

  it('is refused where it is for something wanted, or lacks its end', () => {
    const page = fixture('detail.html')
    expect(kleinanzeigen.parse(page.replace('"Verkauft"', '"Gefunden"'))).toMatchObject({ outcome: 'empty' })
    expect(kleinanzeigen.parse(page.slice(0, page.indexOf('Reifen neu')))).toMatchObject({
      outcome: 'parse-drift',
    })
  })
})

it('a locked-out address is told as such', () => {
  expect(kleinanzeigen.parse(fixture('blocked.html'))).toMatchObject({ outcome: 'blocked' })
})

describe('prices', () => {
  it.each([
    ['1.250 € VB', 125_000],
    ['12,50 €', 1250],
    ['1.234.567 €', 123_456_700],
    ['45 €', 4500],
    ['1200 EUR', 120_000],
    ['VB', null],
    ['', null],
    ['Tausch', null],
    ['0 €', null],
    ['€-', null],
    ['Zu verschenken', 0],
    ['1.2.3 €', undefined],
    ['1.23 €', undefined],
    ['ab 50 €', undefined],
    ['50 - 80 €', undefined],
    ['1e300 €', undefined],
    ['99.999.999.999.999 €', undefined],
    ['-5 €', undefined],
    ['12,5 €', undefined],
  ] as const)('%s', (text, cents) => {
    expect(priceOf(text).priceCents).toBe(cents)
  })

  it('that can be written are read as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.boolean(), (cents, open) => {
        const euros = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(cents / 100)
        expect(priceOf(`${euros.replace(/,00$/, '')} €${open ? ' VB' : ''}`).priceCents).toBe(cents)
      }),
    )
  })
})

it('days change with the clock in Berlin, summer and winter', () => {
  const at = (now: string) => berlinDates(Date.parse(now))
  expect(at('2026-07-01T22:30:00Z')('Heute, 00:15')).toBe('2026-07-01T22:15:00.000Z')
  expect(at('2026-11-22T23:30:00Z')('Gestern, 23:50')).toBe('2026-11-22T22:50:00.000Z')
  expect(at('2026-10-25T12:00:00Z')('Gestern, 23:00')).toBe('2026-10-24T21:00:00.000Z')
  for (const text of ['Heute, 24:00', '31.02.2026', 'Heute', 'vor 2 Stunden'])
    expect(at('2026-11-22T12:00:00Z')(text)).toBeUndefined()
})

describe('a query', () => {
  const compile = (query: object, settings = {}) =>
    kleinanzeigen.compile({ ...noQuery, currency: 'EUR', ...query }, settings)

  it('asks in the form that the site’s robots.txt leaves open: words, category, price, place and offers only', () => {
    const { request, pushed, residual } = compile({
      all: ['rennrad', '-"56 cm"'],
      categories: ['bikes'],
      priceCentsMin: 10_050,
      priceCentsMax: 60_000,
      place: { lat: 52.5, lon: 13.4, radiusKm: 15, postalCode: '10115', country: 'DE' },
    })
    expect(searchPath(request, 2)).toBe(
      '/s-suche/c217?adType=OFFER&locationStr=10115&maxPrice=600&minPrice=100&radius=20&sortingField=SORTING_DATE&keywords=rennrad+56+cm&pageNum=2',
    )
    expect(pushed).toEqual(['categories', 'all', 'price', 'place'])
    expect(residual).toEqual(['categories', 'all', 'price', 'place'])
  })

  it('leaves to us what the site cannot: or, not, conditions, dollars, places abroad and beyond 200 km', () => {
    const { request, pushed, residual } = compile({
      all: ['sofa'],
      any: ['leder', 'stoff'],
      none: ['defekt'],
      conditions: ['good'],
      currency: 'USD',
      priceCentsMax: 5000,
      place: { lat: 48.2, lon: 16.4, radiusKm: 20, postalCode: '1010', country: 'AT' },
    })
    expect(request).toEqual({ adType: 'OFFER', keywords: 'sofa', sortingField: 'SORTING_DATE' })
    expect(pushed).toEqual(['all'])
    expect(residual.toSorted()).toEqual(['all', 'any', 'conditions', 'none', 'place', 'price'])
  })

  it('is not asked where it would be for everything that is posted there', () => {
    expect(compile({ any: ['sofa', 'couch'] }).impossible).toMatch(/words that every ad must have/)
    expect(compile({ any: ['sofa', 'couch'] }, { category: 'c88' }).impossible).toBeUndefined()
    expect(() => compile({}, { category: 'fahrrad' })).toThrow(/category of Kleinanzeigen/)
  })
})

const shared = fileURLToPath(
  new URL('../../../../shared/fixtures/kleinanzeigen/search.html', import.meta.url),
)
const isThere = existsSync(shared)
if (!isThere) process.stderr.write('skipped: ../shared/fixtures is not on this machine\n')

it.skipIf(!isThere)(
  'a real page gives its 27 ads with title, place and price (skipped where it is not there)',
  () => {
    const page = kleinanzeigen.parse(readFileSync(shared, 'utf8'))
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: '2' })
    expect(page.rejected).toBeUndefined()
    expect(page.listings).toHaveLength(27)
    for (const ad of page.listings)
      expect(ad).toMatchObject({ priceCents: expect.any(Number), currency: 'EUR' })
    expect(page.listings[10]).toMatchObject({
      externalId: '3464838648',
      priceCents: 28_500_000,
      location: '40225 Bilk',
    })
  },
)
