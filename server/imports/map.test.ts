import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sellerKey } from '../core/seller-key.ts'
import { normalize } from '../listings/normalize/normalize.ts'
import { seenListingSchema } from '../model/listing-schema.ts'
import { columnNames, columnOf } from './columns.ts'
import { type Mapped, toSeenListing } from './map.ts'
import { readRows } from './rows/read.ts'

const minimal = { source: 'shop', id: '7', title: 'Oak desk' }
const map = (value: Record<string, unknown>, defaults = {}) =>
  toSeenListing({ ...minimal, ...value }, defaults)
const good = (mapped: Mapped) => {
  if (!mapped.ok) throw new Error(mapped.problems.join('; '))
  return mapped
}
const seen = (value: Record<string, unknown>, defaults = {}) => good(map(value, defaults)).seen
const problems = (mapped: Mapped) => (mapped.ok ? [] : mapped.problems)

describe('toSeenListing', () => {
  it('reads the documented schema', () => {
    const mapped = toSeenListing(
      {
        source: 'Bay Area Ads 2017',
        externalId: '123',
        title: 'Beach cruiser',
        description: 'Rides well',
        priceCents: 30_000,
        currency: 'USD',
        category: 'bike',
        condition: 'like new',
        brand: 'Acme',
        location: 'Oakland, CA',
        posted: '2019-11-19 17:51',
        snapshot: '2019-11-19',
        basis: 'asking',
        images: ['https://example.com/1.jpg'],
        extra: { frame: 'M', year: 2020, nothing: null },
      },
      {},
    )
    expect(mapped).toEqual({
      ok: true,
      source: 'bay-area-ads-2017',
      observedAt: '2019-11-19T23:59:59.999Z',
      notes: [],
      seen: {
        externalId: '123',
        title: 'Beach cruiser',
        url: 'urn:deal-scout:import:bay-area-ads-2017:123',
        description: 'Rides well',
        priceCents: 30_000,
        currency: 'USD',
        siteCategory: 'bike',
        condition: 'like new',
        brand: 'Acme',
        location: 'Oakland, CA',
        postedAt: '2019-11-19T17:51:00.000Z',
        basis: 'asking',
        imageUrls: ['https://example.com/1.jpg'],
        attributes: { frame: 'M', year: '2020' },
      },
    })
  })

  it('reads a table with other names, cases and spaces', () => {
    const mapped = toSeenListing(
      {
        'Item ID': '9',
        NAME: 'Lamp',
        'Price (GBP)': '1,200.50',
        Link: 'www.example.com/9',
        City: 'York',
        State: 'Yorkshire',
        'Date Posted': 'Sep 3, 2024',
        'Photo URLs': 'https://example.com/a.jpg | https://example.com/b,c.jpg',
        Colour: 'red',
      },
      { source: 'mine' },
    )
    expect(good(mapped).seen).toEqual({
      externalId: '9',
      title: 'Lamp',
      url: 'https://www.example.com/9',
      priceCents: 120_050,
      currency: 'GBP',
      location: 'York, Yorkshire',
      postedAt: '2024-09-03T00:00:00.000Z',
      imageUrls: ['https://example.com/a.jpg', 'https://example.com/b,c.jpg'],
      attributes: { Colour: 'red' },
    })
  })

  it('reads the objects that APIs nest', () => {
    expect(
      seen({
        price: { value: '189.99', currency: 'EUR' },
        location: { city: 'Bonn', country: 'DE', latitude: 50.7, longitude: '7.1' },
        images: [{ imageUrl: 'https://example.com/1.jpg' }, { url: 'javascript:alert(1)' }],
      }),
    ).toMatchObject({
      priceCents: 18_999,
      currency: 'EUR',
      location: 'Bonn, DE',
      lat: 50.7,
      lon: 7.1,
      imageUrls: ['https://example.com/1.jpg'],
    })
  })

  it.each([
    [{ price: '£1,200' }, { priceCents: 120_000, currency: 'GBP' }],
    [{ price: '£10,000,000' }, { priceCents: 1_000_000_000, currency: 'GBP' }],
    [{ price: '$1.2e3' }, { priceCents: 120_000, currency: 'USD' }],
    [
      { price: 12.5, currency: 'usd' },
      { priceCents: 1250, currency: 'USD' },
    ],
    [
      { price: 1200, currency: 'JPY' },
      { priceCents: 1200, currency: 'JPY' },
    ],
    [
      { price: '15', currency: '€' },
      { priceCents: 1500, currency: 'EUR' },
    ],
    [{ price: 'free' }, { priceCents: 0 }],
    [{ price: 'n/a' }, { priceCents: null }],
    [{ price: 'Contact seller' }, { priceCents: null }],
    [{ priceCents: '0' }, { priceCents: 0 }],
    [{ soldPrice: '$5' }, { priceCents: 500, basis: 'sold' }],
    [{ price: { amount: '8.20', currency_code: 'PLN' } }, { priceCents: 820, currency: 'PLN' }],
    [{ price: { amount: '3.500', currency_code: 'EUR' } }, { priceCents: 350, currency: 'EUR' }],
    [{ price: { amount: 1250, divisor: 100, currency_code: 'USD' } }, { priceCents: 1250, currency: 'USD' }],
    [{ price: { amount_cents: 1250, currency: 'GBP' } }, { priceCents: 1250, currency: 'GBP' }],
    [
      { price: { centAmount: 1250, fractionDigits: 2, currencyCode: 'EUR' } },
      { priceCents: 1250, currency: 'EUR' },
    ],
    [
      { price: { units: '12', nanos: 500_000_000, currency_code: 'EUR' } },
      { priceCents: 1250, currency: 'EUR' },
    ],
    [{ price: { '@currencyId': 'EUR', __value__: '12.50' } }, { priceCents: 1250, currency: 'EUR' }],
    [{ price: { amount: { value: 7, currency: 'EUR' } } }, { priceCents: 700, currency: 'EUR' }],
    [{ price: { amount: 9, currency: { code: 'CHF' } } }, { priceCents: 900, currency: 'CHF' }],
    [{ price: '70', sale_price: '55', currency: 'USD' }, { priceCents: 5500 }],
    [{ price: '70', 'Sale price': '0.00', currency: 'USD' }, { priceCents: 7000 }],
    [{ 'Regular price': '70', 'Sale price': '', currency: 'USD' }, { priceCents: 7000 }],
    [{ listPrice: '70', currentPrice: '55', currency: 'USD' }, { priceCents: 5500 }],
    [{ price: '70', sold_price: '-', currency: 'USD' }, { priceCents: 7000 }],
    [{ price: '70', sold_price: '0', currency: 'USD' }, { priceCents: 7000 }],
    [
      { price: '70 000 FCFA', currency: 'XAF' },
      { priceCents: 70000, currency: 'XAF' },
    ],
  ])('reads the price of %o', (value, expected) => {
    expect(seen(value)).toMatchObject(expected)
  })

  it('takes a filler in a column of sold prices for no sale', () => {
    for (const soldPrice of ['N/A', '-', 'None', '0.00'])
      expect(seen({ price: '70', soldPrice, currency: 'USD' })).not.toHaveProperty('basis')
  })

  it.each([
    [{ price: { amount: '12.5', divisor: 100, currency_code: 'USD' } }, /price/],
    [{ price: '-5', currency: 'USD' }, /price: "-5"/],
    [{ price: 'NaN', currency: 'USD' }, /price: "NaN"/],
    [{ price: Number.POSITIVE_INFINITY, currency: 'USD' }, /price/],
    [{ price: '1e13', currency: 'USD' }, /price/],
    [{ priceCents: -1, currency: 'USD' }, /priceCents: -1/],
    [{ priceCents: 12.5, currency: 'USD' }, /priceCents/],
    [{ priceCents: 2e13, currency: 'USD' }, /priceCents/],
    [{ priceCents: 100 }, /currency: missing/],
    [{ price: '100', currency: 'moon rocks' }, /currency: "moon rocks"/],
    [{ source: '' }, /source: missing/],
    [{ id: ' ' }, /id: missing/],
    [{ title: '' }, /title: missing/],
  ])('refuses %o with its reason', (value, reason) => {
    expect(problems(map(value)).join('\n')).toMatch(reason)
  })

  it('names every problem of a row at once', () => {
    expect(problems(toSeenListing({ price: 'x' }, {}))).toHaveLength(4)
  })

  it('takes a source and a currency for the whole file where a row has none', () => {
    const row = { id: 1, title: 'Desk', price: '100' }
    expect(good(toSeenListing(row, { source: 'eBay', currency: 'CAD' }))).toMatchObject({
      source: 'ebay',
      seen: { priceCents: 10_000, currency: 'CAD' },
    })
  })

  it('reads "EUR?" as EUR and says so', () => {
    const mapped = good(map({ priceCents: 100, currency: 'EUR?' }))
    expect(mapped.seen.currency).toBe('EUR')
    expect(mapped.notes).toEqual(['currency: "EUR?" was read as EUR'])
  })

  it('makes a title of brand, model and the first words of the description', () => {
    const make = (value: Record<string, unknown>) => toSeenListing({ source: 's', id: '1', ...value }, {})
    const title = (value: Record<string, unknown>) => good(make(value)).seen.title
    expect(title({ brand: 'Acme', extra: { Model: 'Acme 7490' } })).toBe('Acme 7490')
    expect(title({ brand: 'Acme', extra: { productline: 'Pad 2' }, description: 'In good shape' })).toBe(
      'Acme Pad 2 In good shape',
    )
    expect(title({ description: 'one two three four five six seven eight nine' })).toBe(
      'one two three four five six seven eight',
    )
    expect(make({ brand: 'Unknown', model: 'nan' }).ok).toBe(false)
  })

  it('recognises a row again: by its id without its label, else by its address', () => {
    expect(seen({ id: 'post id: 7004349382' }).externalId).toBe('7004349382')
    expect(seen({ id: '', url: 'https://example.com/9' })).toMatchObject({
      externalId: 'https://example.com/9',
      url: 'https://example.com/9',
    })
    expect(seen({ id: 'https://example.com/9' }).url).toBe('https://example.com/9')
    const long = `https://example.com/${'a'.repeat(1000)}`
    expect(seen({ id: '', url: long }).externalId).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('dates "1 hour" back from the snapshot and ignores what it cannot read', () => {
    expect(seen({ posted: '1 hour', snapshot: '2019-11-23' }).postedAt).toBe('2019-11-23T22:59:59.999Z')
    expect(seen({ posted: '1 hour' })).toMatchObject({ attributes: { posted: '1 hour' } })
    expect(seen({ posted: '1 hour' }).postedAt).toBeUndefined()
    expect(map({ snapshot: 'last week' })).not.toHaveProperty('observedAt')
  })

  it('never dates a posting after the snapshot of its day', () => {
    const mapped = good(map({ posted: '2019-11-19 17:51', snapshot: '2019-11-19' }))
    const observedAtMs = Date.parse(mapped.observedAt!)
    const row = normalize(mapped.seen, { marketplace: mapped.source, observedAtMs })
    expect(row.postedAtMs).toBe(Date.parse('2019-11-19T17:51:00Z'))
  })

  it('knows the seller by the key that rules look for', () => {
    const key = sellerKey('anna_k')
    expect(seen({ 'Seller Name': 'Anna_K ' })).toMatchObject({ attributes: { sellerKey: key } })
    expect(seen({ seller: '' })).not.toHaveProperty('attributes')
  })

  it('takes what was sold for sold', () => {
    expect(seen({ posted: 'Sold  Dec 21, 2022' })).toMatchObject({
      basis: 'sold',
      postedAt: '2022-12-21T00:00:00.000Z',
    })
    expect(seen({ status: 'Sold' })).toMatchObject({ basis: 'sold', state: 'sold' })
    expect(seen({ state: 'reserved' })).toMatchObject({ state: 'pending' })
    expect(seen({ state: 'Ohio' })).toMatchObject({ location: 'Ohio' })
  })

  it('never throws, and what it accepts satisfies the schema of sightings and can be recognised', () => {
    const names = Object.values(columnNames).flatMap((text) => text.split(', '))
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.constantFrom(
        '$5',
        'USD',
        'sold',
        '2020-01-01',
        'https://example.com/x',
        '[1]',
        '1e5',
        'EUR?',
        '__proto__',
      ),
      fc.jsonValue(),
    )
    const value = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), cell, { maxKeys: 15 })
    let accepted = 0
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 'USD'), (row, currency) => {
        const mapped = toSeenListing(
          { id: '1', title: 'x', ...row },
          { source: 'shop', ...(currency && { currency }) },
        )
        if (!mapped.ok) {
          expect(mapped.problems.length).toBeGreaterThan(0)
          return
        }
        accepted++
        expect(seenListingSchema.safeParse(mapped.seen).error).toBeUndefined()
        expect(mapped.source).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
      }),
      { numRuns: 1000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('is not slowed down by a hostile row', () => {
    const started = performance.now()
    const huge = ' ,|;'.repeat(200_000)
    for (const name of Object.keys(columnNames)) map({ [name]: huge })
    map(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`column ${i}`, 'x'])))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('columnOf', () => {
  it('knows exactly the names that docs/import.md lists', () => {
    const documented = readFileSync(new URL('../../docs/import.md', import.meta.url), 'utf8')
    for (const names of Object.values(columnNames)) {
      const [own, ...others] = names.split(', ')
      expect(documented).toContain(`| ${[`\`${own}\``, ...others].join(', ')} |`)
    }
  })

  it('knows no name twice', () => {
    const names = Object.values(columnNames).flatMap((text) =>
      text.split(', ').map((name) => name.toLowerCase()),
    )
    expect(names.length).toBe(new Set(names).size)
    for (const name of ['constructor', '__proto__', 'toString']) expect(columnOf(name)).toBeNull()
  })
})

const shared = new URL('../../../shared/data/', import.meta.url)
describe.skipIf(!existsSync(shared))('sample files', () => {
  it('map whole, but for the row that has nothing to make a title from', async () => {
    let rows = 0
    const refused: string[] = []
    for (const file of readdirSync(shared).filter((name) => name.endsWith('.jsonl.gz'))) {
      const stream = createReadStream(fileURLToPath(new URL(file, shared)))
      for await (const row of readRows(stream, { kind: 'jsonl', gzip: true })) {
        rows++
        const mapped: Mapped =
          'value' in row ? toSeenListing(row.value, {}) : { ok: false, problems: [row.problem] }
        if (mapped.ok)
          normalize(mapped.seen, { marketplace: mapped.source, observedAtMs: Date.UTC(2026, 10, 22) })
        else refused.push(...mapped.problems)
      }
    }
    expect(rows).toBeGreaterThan(60_000)
    expect(refused).toEqual([expect.stringMatching(/^title: missing/)])
  })
})
