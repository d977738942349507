import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { conditions } from '../../model/listing-schema.ts'
import { type LawRow, lawRows, medianOf, nowMs, taught } from '../samples.ts'
import { type Appraiser, createAppraiser, type Priced, type ValueQuery } from './appraiser.ts'

/** Everything that a marketplace may tell. */
const told = (row: LawRow): LawRow => ({
  ...row,
  siteCategory: 'Phones > Used',
  description: `A ${row.brand} in use for a while, ${row.title}, as in the pictures`,
  attributes: { network: 'unlocked' },
  photoCount: 4,
})
const queryOf = (row: Priced): ValueQuery => {
  const { listingId: _, priceCents: __, observedAtMs: ___, ...query } = row
  return query
}
/** Not the maker: it is on no list and so a part of what the thing is. */
const optional = [
  'condition',
  'siteCategory',
  'marketplace',
  'description',
  'attributes',
  'photoCount',
] as const

describe('a value of things that follow a law', () => {
  const rows = lawRows(1500).map(told)
  const asked = lawRows(120, { seed: 44, firstId: 900_000 }).map(told)
  let appraiser: Appraiser
  beforeAll(async () => {
    appraiser = await taught(rows)
  })

  it('is within the range of the comparables of exactly the same thing, and its interval meets it', () => {
    for (const row of asked) {
      const found = appraiser.appraise(queryOf(row), nowMs)!
      const prices = rows.filter(
        ({ title }) => title.split(' ').slice(0, 3).join() === row.title.split(' ').slice(0, 3).join(),
      )
      if (prices.length < 2 || !['many', 'few'].includes(found.strength)) continue
      const exact = found.comps.filter(({ listingId }) => prices.some((one) => one.listingId === listingId))
      const cents = exact.map(({ adjustedCents }) => adjustedCents)
      expect(found.value.midCents).toBeGreaterThanOrEqual(Math.min(...cents) - 1)
      expect(found.value.midCents).toBeLessThanOrEqual(Math.max(...cents) + 1)
    }
  })

  it('stays in the interval that all fields give, whatever field is left out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...asked), fc.subarray([...optional]), (row, left) => {
        const found = appraiser.appraise(queryOf({ ...row, condition: null }), nowMs)!
        const whole = found.value
        const less = {
          ...queryOf(row),
          condition: null,
          ...Object.fromEntries(left.map((name) => [name, null])),
        }
        if (left.includes('attributes')) less.attributes = {}
        const value = appraiser.estimate(less as ValueQuery, nowMs)
        if (value === null) return
        expect(value.midCents).toBeGreaterThanOrEqual(whole.lowCents * 0.98)
        expect(value.midCents).toBeLessThanOrEqual(whole.highCents * 1.02)
        const model = row.title.split(' ').slice(0, 3).join(' ')
        const exact = found.comps.filter(({ listingId }) => rows[listingId - 1]!.title.startsWith(model))
        if (exact.length < 2) return
        const cents = exact.map(({ adjustedCents }) => adjustedCents)
        expect(value.midCents).toBeGreaterThanOrEqual(Math.min(...cents) * 0.98)
        expect(value.midCents).toBeLessThanOrEqual(Math.max(...cents) * 1.02)
      }),
      { numRuns: 200 },
    )
  })

  it('is never lower in a better condition', () => {
    for (const row of asked) {
      const mids = conditions.map(
        (condition) => appraiser.estimate({ ...queryOf(row), condition }, nowMs)!.midCents,
      )
      expect(mids).toEqual(mids.toSorted((a, b) => b - a))
    }
  })

  it('hardly moves by a tenth of junk', async () => {
    const junk = lawRows(150, {
      seed: 5,
      firstId: 700_000,
      change: ({ priceCents }, random) => ({
        priceCents: Math.round(priceCents * (random() < 0.5 ? 0.1 : 10)),
      }),
    }).map(told)
    const spoiled = await taught([...rows, ...junk])
    const moved = asked.map((row) => {
      const [before, after] = [appraiser, spoiled].map((own) => own.estimate(queryOf(row), nowMs)!.midCents)
      return Math.abs(after! / before! - 1)
    })
    expect(medianOf(moved)).toBeLessThan(0.05)
  })

  it.each([
    ['Rolex Submariner', null],
    ['Nikon D3300 camera', null],
    ['Honda Civic 2006', null],
    ['quillon p9 128GB', 'quillon'],
  ])('is unknown of %s, since nothing held is of its maker and model', (title, brand) => {
    expect(appraiser.estimate({ ...queryOf(rows[0]!), ...bare, title, brand }, nowMs)).toBeNull()
  })
})

describe('a value of another kind of offer', () => {
  const bikes = lawRows(400, {
    change: (row) => ({ title: row.title.replace(/\d+GB/, 'bike'), category: 'bikes' }),
  })
  const cranksets = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      plain(`crankset colour${i} silver`, 5000 + i, { category: 'bikes', priceCents: 2000 + i * 100 }),
    )
  const asked = { ...bare, title: 'bicycle seat post 31.6', category: 'bikes', currency: 'USD' } as const

  it('is never that of a part from whole things: unknown, or within what parts of the category ask', async () => {
    const none = await taught(bikes)
    expect(none.estimate({ ...asked, isCategorySure: true }, nowMs)).toBeNull()
    const some = await taught([...bikes, ...cranksets(12)])
    const value = some.estimate({ ...asked, isCategorySure: true }, nowMs)!
    expect(value.compsHighCents).toBeLessThanOrEqual(3100)
    expect(value.midCents).toBeLessThan(4000)
  })
})

const bare = {
  brand: null,
  condition: null,
  siteCategory: null,
  marketplace: null,
  description: null,
  attributes: {},
  photoCount: null,
}
const plain = (title: string, i: number, over: Partial<Priced> = {}): Priced => ({
  listingId: i + 1,
  title,
  category: 'phones',
  condition: null,
  basis: 'asking',
  marketplace: 'test-market',
  priceCents: 20_000 + ((i * 7919) % 3000),
  currency: 'USD',
  observedAtMs: nowMs - i * 1000,
  ...over,
})
const iphone = { ...bare, title: 'Apple iPhone 13 128GB', category: 'phones', currency: 'USD' } as const

describe('what a condition is worth', () => {
  const remarks =
    'unlocked,black,blue,midnight,with box,clean,starlight,pink,green,verizon,works,one owner'.split(',')
  const rows = remarks.flatMap((remark, i) =>
    [
      ['Apple iPhone 13 128GB', 30_000],
      ['Samsung Galaxy S21 128GB', 23_000],
      ['Google Pixel 7 128GB', 25_000],
    ].map(([model, cents], j) =>
      plain(`${model} ${remark}`, i * 3 + j, { priceCents: Number(cents) + ((i * 379) % 2500) }),
    ),
  )

  it('counts where no comparable states one: what is for parts is worth about 40 % of what works', async () => {
    const appraiser = await taught([
      ...rows,
      ...rows.map((row) => ({ ...row, listingId: row.listingId + 500, title: `${row.title} 5g` })),
    ])
    const mid = (condition: ValueQuery['condition']) =>
      appraiser.estimate({ ...iphone, condition }, nowMs)!.midCents
    expect(mid('for-parts') / mid(null)).toBeGreaterThan(0.3)
    expect(mid('for-parts') / mid(null)).toBeLessThan(0.5)
    expect(mid('new')).toBeGreaterThan(mid('good'))
  })

  it('follows the prices where they tell another factor', async () => {
    const appraiser = await taught(
      lawRows(2000, {
        change: (row, random) =>
          random() < 0.5
            ? { condition: 'poor', priceCents: Math.round(row.lawCents * 0.2) }
            : { condition: 'good', priceCents: row.lawCents },
      }),
    )
    const at = (condition: ValueQuery['condition']) =>
      appraiser.estimate({ ...queryOf(lawRows(1)[0]!), condition }, nowMs)!.midCents
    expect(at('poor') / at('good')).toBeLessThan(0.5)
  })
})

describe('one voice', () => {
  const others = [26_000, 28_000, 30_000, 31_000, 33_000].map((priceCents, i) =>
    plain('Apple iPhone 13 128GB', i, { priceCents }),
  )

  it.each([
    ['seller', { attributes: { sellerKey: 'abc' } }],
    [
      'long text',
      { description: `the same words again and again about a phone that was dropped once ${'x'.repeat(80)}` },
    ],
  ])('twenty reposts by one %s at twenty prices count once', (_, same) => {
    const appraiser = createAppraiser()
    for (const row of others) appraiser.upsert(row)
    for (let i = 0; i < 20; i++) {
      appraiser.upsert(plain('Apple iPhone 13 128GB', 100 + i, { priceCents: 9000 + i * 50, ...same }))
    }
    const found = appraiser.appraise(iphone, nowMs)!
    expect(found.comps.filter(({ listingId }) => listingId > 100).length).toBeLessThanOrEqual(1)
    expect(found.value.midCents).toBeGreaterThan(25_000)
  })
})

describe('asked and sold', () => {
  it('never make a number that is neither', async () => {
    const asking = Array.from({ length: 100 }, (_, i) =>
      plain(`Apple iPhone 13 128GB no${i}`, i, { priceCents: 40_000 + i * 10 }),
    )
    const sold = asking.map((row) => ({
      ...row,
      listingId: row.listingId + 1000,
      basis: 'sold' as const,
      priceCents: 30_000 + row.listingId * 10,
    }))
    const appraiser = await taught([...asking, ...sold])
    const mid = (basis: 'asking' | 'sold') => appraiser.estimate({ ...iphone, basis }, nowMs)!
    expect(mid('asking').midCents).toBeGreaterThanOrEqual(40_000)
    expect(mid('sold').midCents).toBeLessThanOrEqual(31_000)
    const { value, level } = appraiser.appraise(iphone, nowMs)!
    expect([level, value.basis]).toEqual(['sold', 'sold'])
    expect(value.midCents).toBeLessThanOrEqual(31_000)
  })
})

describe('floods', () => {
  const count = 10_000
  const floods: [string, (i: number) => Priced][] = [
    [
      'one seller',
      (i) => plain(`great phone deal number ${i} cheap`, i, { attributes: { sellerKey: 'spam' } }),
    ],
    ['one title', (i) => plain('iPhone', i)],
    ['a price of one', (i) => plain(`phone ${i % 50} thing`, i, { priceCents: 100 })],
    ['no descriptions', (i) => plain(`phone ${i % 50} thing`, i, { description: '' })],
    [
      'twenty languages',
      (i) =>
        plain(
          `${['телефон', '手机', 'טלפון', 'هاتف', 'Telefon', 'téléphone', '電話', '전화', 'τηλέφωνο', 'फ़ोन'][
            i % 10
          ]!} ${i % 40}`,
          i,
        ),
    ],
    ['emoji only', (i) => plain('📱🔥'.repeat(1 + (i % 5)), i)],
  ]
  it.each(floods)('of %s leave what is not among them unknown, in bounded time', (_, row) => {
    const appraiser = createAppraiser({ capacity: 5000 })
    const startedAt = process.cpuUsage()
    for (let i = 0; i < count; i++) appraiser.upsert(row(i))
    expect(appraiser.size).toBeLessThanOrEqual(5000)
    for (const title of ['Rolex Submariner', '🎉', 'Honda Civic 2006 LX', 'xyzzy'])
      expect(appraiser.estimate({ ...iphone, title, category: 'other' }, nowMs)).toBeNull()
    for (let i = 0; i < 50; i++) appraiser.estimate({ ...iphone, title: row(i).title }, nowMs)
    // Of this process alone: others may have the machine meanwhile.
    expect(process.cpuUsage(startedAt).user / 1000).toBeLessThan(20_000)
  })
})
