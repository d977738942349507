import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import craigslist from '../../marketplaces/craigslist/index.ts'
import ebay from '../../marketplaces/ebay/index.ts'
import facebook from '../../marketplaces/facebook/index.ts'
import offerup from '../../marketplaces/offerup/index.ts'
import reverb from '../../marketplaces/reverb/index.ts'
import { type Category, categories } from '../../model/listing-schema.ts'
import {
  type CountedFeeRow,
  type Delivery,
  type FeeRow,
  feeRowSchema,
  feeTableSchema,
} from '../../model/score-schema.ts'
import { basisPointsOf, feesFor, type Sale } from './fees.ts'
import { defaultFeeTable } from './fees-default.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'

const places = [craigslist, ebay, facebook, offerup, reverb]

const table = defaultFeeTable(places)
const rowOf = (row: Record<string, unknown>): FeeRow =>
  feeRowSchema.parse({
    marketplace: 'shop',
    delivery: 'shipped',
    currency: 'USD',
    bands: [{ upToCents: null, bps: 0 }],
    ...row,
  })
const today = { day: '2026-11-30', country: null }
const bps = fc.integer({ min: 0, max: 10_000 })
const settings = defaultSellingSettings(places)
const tableOf = (...rows: CountedFeeRow[]) => ({ asOf: 'today', source: 'the test', rows })

describe('the default fee table', () => {
  const rows: [string, Category, number, string, Delivery, number][] = [
    ['ebay', 'phones', 20_000, 'USD', 'shipped', 2760],
    ['ebay', 'phones', 1000, 'USD', 'shipped', 166],
    ['ebay', 'phones', 1001, 'USD', 'shipped', 176],
    ['ebay', 'computers', 750_000, 'USD', 'shipped', 102_040],
    ['ebay', 'computers', 850_000, 'USD', 'shipped', 102_040 + 2350],
    ['ebay', 'books', 2000, 'USD', 'shipped', 346],
    ['ebay', 'watches', 100_000, 'USD', 'shipped', 15_040],
    ['ebay', 'watches', 1_000_000, 'USD', 'shipped', 15_000 + 42_250 + 7500 + 40],
    ['ebay', 'bags', 200_000, 'USD', 'shipped', 30_040],
    ['ebay', 'bags', 200_001, 'USD', 'shipped', 18_040],
    ['ebay', 'phones', 20_000, 'GBP', 'shipped', 0],
    ['mercari', 'toys', 2550, 'USD', 'shipped', 255],
    ['facebook', 'toys', 500, 'USD', 'shipped', 80],
    ['facebook', 'toys', 5000, 'USD', 'shipped', 500],
    ['facebook', 'furniture', 50_000, 'USD', 'local', 0],
    ['offerup', 'toys', 1000, 'USD', 'shipped', 199],
    ['offerup', 'toys', 10_000, 'USD', 'shipped', 1290],
    ['craigslist', 'furniture', 10_000, 'USD', 'local', 0],
    ['craigslist', 'cars', 900_000, 'USD', 'local', 500],
    ['vinted', 'clothing', 2500, 'EUR', 'shipped', 0],
    ['poshmark', 'clothing', 1499, 'USD', 'shipped', 295],
    ['poshmark', 'clothing', 1500, 'USD', 'shipped', 300],
    ['depop', 'clothing', 3000, 'USD', 'shipped', 144],
    ['etsy', 'art', 10_000, 'USD', 'shipped', 650 + 20 + 300 + 25],
    ['reverb', 'instruments', 2_000_000, 'USD', 'shipped', 50_000 + 63_800 + 49],
  ]
  it.each(rows)('%s, %s, %i %s %s', (marketplace, category, priceCents, currency, delivery, totalCents) => {
    const fees = feesFor(table, { marketplace, category, priceCents, currency, delivery, ...today })!
    expect(fees.totalCents).toBe(totalCents)
    expect(fees.feeCents + fees.paymentCents).toBe(totalCents)
  })

  it('is a valid table that names its date and source', () => {
    expect(feeTableSchema.parse(table)).toEqual(table)
    expect(table.asOf).toMatch(/2025/)
    expect(table.source).not.toBe('')
  })
  it('says of every row where its figures were read, and of an address on which day', () => {
    for (const { source, readOn } of table.rows) {
      expect(source).not.toBeNull()
      expect(readOn === null).toBe(!source!.startsWith('https://'))
    }
  })
  it('is made anew for each caller, so that none can change it for another', () => {
    defaultFeeTable(places).rows.length = 0
    expect(defaultFeeTable(places).rows.length).toBe(table.rows.length)
  })
  it('says what is taken', () => {
    const sentence = (marketplace: string, delivery: Delivery = 'shipped') =>
      feesFor(table, {
        marketplace,
        category: 'clothing',
        priceCents: 3000,
        currency: 'USD',
        delivery,
        ...today,
      })?.sentence
    expect(sentence('ebay')).toBe('ebay takes $4.48')
    expect(sentence('depop')).toBe('depop takes $1.44 for the payment')
    expect(sentence('etsy')).toBe('etsy takes $3.30, $1.15 of it for the payment')
    expect(sentence('vinted')).toBe('vinted takes nothing')
    expect(sentence('facebook', 'local')).toBe('facebook (local) takes nothing')
  })
  it('knows nothing of other marketplaces, currencies and ways of delivery', () => {
    expect(
      feesFor(table, {
        marketplace: 'nowhere',
        category: 'phones',
        priceCents: 1000,
        currency: 'USD',
        ...today,
      }),
    ).toBeNull()
    expect(
      feesFor(table, {
        marketplace: 'mercari',
        category: 'phones',
        priceCents: 1000,
        currency: 'JPY',
        ...today,
      }),
    ).toBeNull()
    expect(
      feesFor(table, {
        marketplace: 'mercari',
        category: 'phones',
        priceCents: 1000,
        currency: 'USD',
        delivery: 'local',
        ...today,
      }),
    ).toBeNull()
    expect(
      feesFor(table, {
        marketplace: 'reverb',
        category: 'phones',
        priceCents: 1000,
        currency: 'USD',
        ...today,
      }),
    ).toBeNull()
  })
})

describe('a fee row', () => {
  it('for the category goes before one for all, whatever their order; the first of equals counts', () => {
    const general = rowOf({ bands: [{ upToCents: null, bps: 1000 }] })
    const special = rowOf({ categories: ['toys'], bands: [{ upToCents: null, bps: 500 }] })
    const later = rowOf({ categories: ['toys'], bands: [{ upToCents: null, bps: 9000 }] })
    for (const table of [tableOf(general, special, later), tableOf(special, later, general)]) {
      expect(
        feesFor(table, {
          marketplace: 'shop',
          category: 'toys',
          priceCents: 10_000,
          currency: 'USD',
          ...today,
        })!.totalCents,
      ).toBe(500)
      expect(
        feesFor(table, {
          marketplace: 'shop',
          category: 'phones',
          priceCents: 10_000,
          currency: 'USD',
          ...today,
        })!.totalCents,
      ).toBe(1000)
    }
  })
  it('takes nothing of a gift', () => {
    const row = rowOf({ orderCents: 50, feeCentsMin: 100, payment: { bps: 300, fixedCents: 30 } })
    expect(
      feesFor(tableOf(row), {
        marketplace: 'shop',
        category: 'toys',
        priceCents: 0,
        currency: 'USD',
        ...today,
      })!.totalCents,
    ).toBe(0)
  })
  it('whose bands do not rise, have no end or are none is refused', () => {
    const bands = (...all: [number | null, number][]) =>
      feeRowSchema.safeParse({
        ...rowOf({}),
        bands: all.map(([upToCents, bps]) => ({ upToCents, bps })),
      }).success
    expect(bands([100, 5], [200, 6], [null, 7])).toBe(true)
    expect(bands()).toBe(false)
    expect(bands([100, 5])).toBe(false)
    expect(bands([200, 5], [100, 6], [null, 7])).toBe(false)
    expect(bands([null, 5], [100, 6])).toBe(false)
    expect(bands([null, 10_001])).toBe(false)
    expect(bands([null, 12.5])).toBe(false)
  })

  const cents = fc.integer({ min: 1, max: 1e13 })
  const small = fc.integer({ min: 0, max: 100_000 })
  const anyRow = fc
    .record({
      edges: fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 3 }),
      parts: fc.array(bps, { minLength: 4, maxLength: 4 }),
      bandsApply: fc.constantFrom('to-the-part', 'to-the-whole'),
      orderCents: small,
      smallOrder: fc.option(fc.record({ upToCents: small, orderCents: small })),
      flatBelow: fc.option(fc.record({ priceCents: small, feeCents: small })),
      feeCentsMin: small,
      feeCentsMax: fc.option(fc.integer({ min: 100_000, max: 1_000_000 })),
      payment: fc.record({ bps, fixedCents: small }),
    })
    .map(({ edges, parts, ...rest }) => {
      const sorted = edges.toSorted((a, b) => a - b)
      return rowOf({
        ...rest,
        bands: [...sorted, null].map((upToCents, i) => ({ upToCents, bps: parts[i] })),
      })
    })
  it('always gives whole amounts within its least and its most, the payment apart', () => {
    fc.assert(
      fc.property(anyRow, cents, (row, priceCents) => {
        const fees = feesFor(tableOf(row), {
          marketplace: 'shop',
          category: 'toys',
          priceCents,
          currency: 'USD',
          ...today,
        })!
        expect(Number.isSafeInteger(fees.totalCents)).toBe(true)
        expect(fees.feeCents).toBeGreaterThanOrEqual(row.feeCentsMin)
        expect(fees.feeCents).toBeLessThanOrEqual(row.feeCentsMax ?? Number.MAX_SAFE_INTEGER)
        expect(fees.totalCents).toBe(fees.feeCents + fees.paymentCents)
      }),
      { numRuns: 500 },
    )
  })
  it('by parts never takes more than its highest share, and only rises with the price', () => {
    fc.assert(
      fc.property(anyRow, cents, cents, (row, a, b) => {
        const plain = {
          ...row,
          bandsApply: 'to-the-part' as const,
          smallOrder: null,
          flatBelow: null,
          feeCentsMin: 0,
        }
        const at = (price: number) =>
          feesFor(tableOf(plain), {
            marketplace: 'shop',
            category: 'toys',
            priceCents: price,
            currency: 'USD',
            ...today,
          })!.feeCents
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(at(low)).toBeLessThanOrEqual(at(high))
        const most = Math.max(...row.bands.map((band) => band.bps))
        expect(at(low)).toBeLessThanOrEqual(basisPointsOf(low, most) + row.orderCents + row.bands.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the history of a row', () => {
  const at = (bps: number, own: Record<string, unknown> = {}) =>
    rowOf({ ...own, bands: [{ upToCents: null, bps }] })
  const percentOn = (rows: CountedFeeRow[], day: string, sale: Partial<Sale> = {}) => {
    const asked = { marketplace: 'shop', category: 'toys', priceCents: 10_000, currency: 'USD' } as const
    const fees = feesFor(tableOf(...rows), { ...asked, country: null, ...sale, day })
    return fees && fees.totalCents / 100
  }

  it('counts each sale by the row that is valid on its day, whatever the order of the rows', () => {
    const rows = [at(1000), at(1200, { validFrom: '2026-03-01' }), at(1100, { validFrom: '2026-07-01' })]
    for (const table of [rows, rows.toReversed()]) {
      expect(percentOn(table, '2026-02-28')).toBe(10)
      expect(percentOn(table, '2026-03-01')).toBe(12)
      expect(percentOn(table, '2026-06-30')).toBe(12)
      expect(percentOn(table, '2026-07-01')).toBe(11)
    }
  })
  it('knows nothing of days before its first row', () => {
    expect(percentOn([at(1000, { validFrom: '2025-01-06' })], '2025-01-05')).toBeNull()
    const mercari = { marketplace: 'mercari', category: 'toys', priceCents: 1000, currency: 'USD' } as const
    expect(feesFor(table, { ...mercari, country: null, day: '2024-06-01' })).toBeNull()
  })
  it('of the seller’s country goes before one for all, and counts for no other', () => {
    const rows = [at(1000), at(0, { country: 'GB' })]
    expect(percentOn(rows, '2026-01-01', { country: 'GB' })).toBe(0)
    expect(percentOn(rows, '2026-01-01', { country: 'US' })).toBe(10)
    expect(percentOn(rows, '2026-01-01')).toBe(10)
    expect(percentOn([at(0, { country: 'GB' })], '2026-01-01')).toBeNull()
  })
  it('of one’s own goes before every default from its day on, and not before', () => {
    const defaults = {
      ...settings,
      fees: tableOf(at(1000), at(500, { categories: ['toys'], validFrom: '2026-02-01' })),
    }
    const own = mergeSettings(defaults, { fees: { rows: [at(300, { validFrom: '2026-06-01' })] } })
    expect(percentOn(own.fees.rows, '2026-01-15')).toBe(10)
    expect(percentOn(own.fees.rows, '2026-05-31')).toBe(5)
    expect(percentOn(own.fees.rows, '2026-06-01')).toBe(3)
  })
  it('adding a later row never changes what an earlier day was counted by', () => {
    const days = fc
      .integer({ min: 0, max: 2000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
    const rows = fc.array(
      fc.record({ bps, validFrom: fc.option(days), categories: fc.constantFrom([], ['toys']) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, days, days, bps, (before, a, b, share) => {
        const [day, from] = a < b ? [a, b] : [b, a]
        if (day === from) return
        const known = before.map(({ bps, ...row }) => at(bps, row))
        const later = at(share, { validFrom: from })
        expect(percentOn([{ ...later, isOwn: true }, ...known], day)).toBe(percentOn(known, day))
        expect(percentOn([...known, later], day)).toBe(percentOn(known, day))
      }),
      { numRuns: 500 },
    )
  })
})

it('basis points of an amount are exact, half up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 10_000 }), (cents, bps) => {
      const exact = (BigInt(cents) * BigInt(bps) + 5000n) / 10_000n
      expect(BigInt(basisPointsOf(cents, bps))).toBe(exact)
    }),
    { numRuns: 2000 },
  )
})

it('every category and price of the default table has whole fees below the price from $10 on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...table.rows),
      fc.constantFrom(...categories),
      fc.integer({ min: 1000, max: 1e9 }),
      (row, category, priceCents) => {
        const fees = feesFor(table, { ...row, category, priceCents, ...today })
        if (fees === null) return
        expect(Number.isSafeInteger(fees.totalCents)).toBe(true)
        expect(fees.totalCents).toBeGreaterThanOrEqual(0)
        expect(fees.totalCents).toBeLessThan(priceCents)
      },
    ),
    { numRuns: 1000 },
  )
})
