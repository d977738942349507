import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comp } from '../../model/score-schema.ts'
import type { CompIndex, CompSubject } from './comps.ts'
import { createCompIndex } from './comps.ts'

const day = 86_400_000
const now = Date.UTC(2026, 4, 1)

let lastId = 0
function comp(title: string, priceCents: number, change: Partial<Comp> = {}): Comp {
  return {
    listingId: ++lastId,
    title,
    category: 'phones',
    condition: null,
    priceCents,
    currency: 'USD',
    basis: 'asking',
    observedAtMs: now - day,
    ...change,
  }
}

function indexOf(...comps: Comp[]): CompIndex {
  const index = createCompIndex()
  for (const each of comps) index.upsert(each)
  return index
}

const subject = (title: string, change: Partial<CompSubject> = {}): CompSubject => ({
  title,
  category: 'phones',
  condition: null,
  currency: 'USD',
  ...change,
})

const titlesFor = (index: CompIndex, title: string, change: Partial<CompSubject> = {}) =>
  index.similar(subject(title, change), now, 20).map((each) => each.comp.title)

describe('what is comparable', () => {
  const phones = () =>
    indexOf(
      comp('Samsung Galaxy S10 128GB', 20_000),
      comp('Samsung Galaxy S10+ 128GB', 25_000),
      comp('Samsung Galaxy S10 512 GB', 24_000),
      comp('Samsung Galaxy S9 64gb', 12_000),
      comp('Samsung Galaxy S10 case', 900),
      comp('Samsung Galaxy S10 charger and cable', 1100),
      comp('Samsung Galaxy S10 128GB for parts, cracked', 4000),
      comp('WANTED Samsung Galaxy S10 128GB', 15_000),
      comp('Lot of 10 Samsung Galaxy S10 128GB', 150_000),
      comp('Samsung Galaxy S10 screen repair', 6000),
      comp('Apple iPhone 8 64GB', 14_000),
    )

  it('the same model and storage comes first, other models of the family after it', () => {
    const found = titlesFor(phones(), 'samsung galaxy S10 128 gb unlocked')
    expect(found[0]).toBe('Samsung Galaxy S10 128GB')
    expect(found).toContain('Samsung Galaxy S9 64gb')
    expect(found.indexOf('Samsung Galaxy S10 512 GB')).toBeLessThan(found.indexOf('Samsung Galaxy S9 64gb'))
  })

  const odd = /case|charger|parts|WANTED|Lot|repair/
  it('cases, chargers, broken ones, wanted ads, lots and repairs never price a phone', () => {
    expect(titlesFor(phones(), 'Samsung Galaxy S10 128GB').filter((title) => odd.test(title))).toEqual([])
  })

  it('a phone never prices a case', () => {
    expect(titlesFor(phones(), 'case for Samsung Galaxy S10')).toEqual([
      'Samsung Galaxy S10 case',
      'Samsung Galaxy S10 charger and cable',
    ])
  })

  it.each([
    'Samsung Galaxy S10 128GB with case and charger',
    'Samsung Galaxy S10 128GB + case',
    'Galaxy S10, no charger',
  ])('what only comes with the thing does not make it an accessory: %s', (title) =>
    expect(titlesFor(phones(), title)[0]).toBe('Samsung Galaxy S10 128GB'),
  )

  it('years apart count against likeness by their distance', () => {
    const index = indexOf(
      comp('2012 Trek Slash 27.5', 100_000, { category: 'bikes' }),
      comp('2018 Trek Slash 27.5', 200_000, { category: 'bikes' }),
    )
    const found = titlesFor(index, 'Trek Slash 2019 27.5', { category: 'bikes' })
    expect(found).toEqual(['2018 Trek Slash 27.5', '2012 Trek Slash 27.5'])
  })

  it('other categories and currencies are no comparables', () => {
    expect(titlesFor(phones(), 'Samsung Galaxy S10', { category: 'tablets' })).toEqual([])
    expect(titlesFor(phones(), 'Samsung Galaxy S10', { currency: 'EUR' })).toEqual([])
  })

  it('words are compared folded, in any script', () => {
    const index = indexOf(comp('Café-Tisch Eiche', 100_00), comp('ソファ 灰色', 200_00))
    expect(titlesFor(index, 'cafe tisch EICHE')).toEqual(['Café-Tisch Eiche'])
    expect(titlesFor(index, 'ソファ 灰色')).toEqual(['ソファ 灰色'])
  })

  it.each([
    0,
    -5,
    Number.NaN,
    100,
    12_300,
    123_400,
    1_234_500,
    12_345_600,
    123_456_700,
    111_100,
    11_111_100,
    99_999_900,
  ])('a price of %s cents is no evidence', (priceCents) => {
    const index = indexOf(comp('Nokia 3310', 2000, { listingId: 1 }))
    index.upsert(comp('Nokia 3310', priceCents, { listingId: 1 }))
    expect(index.size).toBe(0)
  })

  it('a listing is no evidence for itself', () => {
    const index = indexOf(
      comp('Nokia 3310', 2000, { listingId: 1 }),
      comp('Nokia 3310', 2500, { listingId: 2 }),
    )
    const found = index.similar(subject('Nokia 3310', { listingId: 1 }), now, 10)
    expect(found.map((each) => each.comp.listingId)).toEqual([2])
  })

  it('reposts with the same title and price come back once, as the newest that is not the subject', () => {
    const index = createCompIndex()
    for (let id = 1; id <= 50; id++) {
      index.upsert(comp('Nokia 3310', 2000, { listingId: id, observedAtMs: now - (60 - id) * day }))
    }
    index.upsert(comp('Nokia 3310 blue', 2100, { listingId: 99 }))
    const found = (listingId?: number) =>
      index
        .similar(subject('Nokia 3310', listingId === undefined ? {} : { listingId }), now, 10)
        .map((each) => each.comp.listingId)
    expect(found()).toEqual([50, 99])
    expect(found(50)).toEqual([49, 99])
    index.remove(50)
    expect(found()).toEqual([49, 99])
    expect(index.size).toBe(50)
  })

  it('old observations rank lower and count not at all after a year; future ones count as now', () => {
    const index = indexOf(
      comp('Nokia 3310', 1000, { observedAtMs: now - 200 * day }),
      comp('Nokia 3310', 2000, { observedAtMs: now - 2 * day }),
      comp('Nokia 3310', 3000, { observedAtMs: now - 366 * day }),
      comp('Nokia 3310', 4000, { observedAtMs: now + 5 * day }),
    )
    const found = index.similar(subject('Nokia 3310'), now, 10).map((each) => each.comp.priceCents)
    expect(found).toEqual([4000, 2000, 1000])
  })

  it('hostile titles are read without harm', () => {
    const index = indexOf(
      comp('', 2000),
      comp('x'.repeat(100_000), 2000),
      comp('+'.repeat(50_000), 2000),
      comp('constructor __proto__ toString', 2000),
      comp('\ud800 \u0000 \u202e', 2000),
      comp(Array.from({ length: 5000 }, (_, i) => `w${i}`).join(' '), 2000),
    )
    expect(index.similar(subject('constructor __proto__ toString'), now, 5)).toHaveLength(1)
    expect(index.similar(subject(''), now, 5)).toEqual([])
  })
})

describe('the index', () => {
  it('takes the later of two sightings of a listing, whatever changed', () => {
    const first = comp('Nokia 3310', 2000, { listingId: 1 })
    const index = indexOf(comp('Nokia 3310 red', 1900, { listingId: 2 }))
    for (const change of [
      {},
      { observedAtMs: now - 9 * day, condition: 'fair' as const, basis: 'sold' as const },
      { priceCents: 1500 },
      { title: 'Nokia 3310 (blue)' },
    ]) {
      const later = { ...first, ...change }
      index.upsert(first)
      index.upsert(later)
      expect(index.size).toBe(2)
      const found = index.similar(subject('Nokia 3310'), now, 10).map((each) => each.comp)
      expect(found.filter((each) => each.listingId === 1)).toEqual([later])
    }
  })

  it('drops the oldest observations beyond its capacity, whatever order they came in', () => {
    const index = createCompIndex({ capacity: 100 })
    for (let i = 0; i < 300; i++) {
      const age = (i * 7) % 300
      index.upsert(comp(`Nokia ${age}`, 2000 + i, { listingId: i, observedAtMs: now - age * day }))
      expect(index.size).toBeLessThanOrEqual(100)
    }
    const ages = index
      .sample(subject(''), now, 1000)
      .map((each) => Math.round((now - each.observedAtMs) / day))
    for (let age = 0; age < 98; age++) expect(ages).toContain(age)
  })

  it('keeps every other category when one floods it with ten times its capacity', () => {
    const capacity = 1000
    const evicted = new Set<number>()
    const index = createCompIndex({ capacity, onEvict: (id) => evicted.add(id) })
    const others = (['cars', 'furniture', 'clothing'] as const).flatMap((category, of) =>
      Array.from({ length: 100 }, (_, i) =>
        comp(`${category} thing${i}`, 5000 + i, { category, observedAtMs: now - (100 + of + i) * day }),
      ),
    )
    const sold = comp('Nokia 3310', 1800, { basis: 'sold', observedAtMs: now - 300 * day })
    for (const each of [...others, sold]) index.upsert(each)
    const floodOf = Array.from({ length: 10 * capacity }, (_, i) =>
      comp(`Nokia ${i}`, 2000 + i, { observedAtMs: now - day + i }),
    )
    for (const each of floodOf) index.upsert(each)
    expect(index.size).toBeLessThanOrEqual(capacity)
    expect(index.size).toBeGreaterThan(capacity * 0.95)
    for (const each of [...others, sold]) expect(index.get(each.listingId)).toEqual(each)
    // Of the flood the newest stay.
    for (const each of floodOf.slice(-600)) expect(evicted).not.toContain(each.listingId)
  })

  it('keeps the rare models of a category when one model floods it, however old they are', () => {
    const capacity = 500
    const index = createCompIndex({ capacity })
    const rare = Array.from({ length: 60 }, (_, i) =>
      comp(`Samsung Galaxy S${i + 1} 64GB`, 9000 + i, { voice: 1 + i, observedAtMs: now - 150 * day }),
    )
    const unnamed = Array.from({ length: 60 }, (_, i) =>
      comp(`old telephone number${i}`, 900 + i, { observedAtMs: now - day + i }),
    )
    for (const each of [...rare, ...unnamed]) index.upsert(each)
    const flood = Array.from({ length: 4 * capacity }, (_, i) =>
      comp(`Apple iPhone 12 64GB colour${i}`, 20_000 + i, { voice: 1000 + i, observedAtMs: now - day + i }),
    )
    for (const each of flood) index.upsert(each)
    expect(index.size).toBeLessThanOrEqual(capacity)
    for (const each of rare) expect(index.get(each.listingId)).toEqual(each)
    // Of what names no product the share stays that it has among all, the newest.
    expect(unnamed.filter((each) => index.get(each.listingId)).length).toBeGreaterThan(5)
    expect(index.get(unnamed[0]!.listingId)).toBeUndefined()
    for (const each of flood.slice(-200)) expect(index.get(each.listingId)).toEqual(each)
  })

  it('a thing that is posted again and again takes no place from others of its category', () => {
    const index = createCompIndex({ capacity: 300 })
    const single = Array.from({ length: 100 }, (_, i) =>
      comp(`Nokia ${i}`, 2000 + i, { observedAtMs: now - 200 * day }),
    )
    for (const each of single) index.upsert(each)
    for (let i = 0; i < 3000; i++)
      index.upsert(comp('Galaxy S10', 20_000, { voice: 7, observedAtMs: now - day + i }))
    for (const each of single) expect(index.get(each.listingId)).toEqual(each)
    expect(titlesFor(index, 'Galaxy S10')).toEqual(['Galaxy S10'])
  })

  it('answers after any changes as an index would that was built from what is left', () => {
    const titles = [
      'nokia 3310',
      'nokia 3310 blue',
      'iphone 8 64gb',
      'iphone 8 case',
      'pixel 3 64 gb',
      'couch',
    ]
    const change = fc.record({
      listingId: fc.integer({ min: 1, max: 25 }),
      title: fc.constantFrom(...titles),
      priceCents: fc.constantFrom(0, 2000, 2500, 9000),
      category: fc.constantFrom('phones' as const, 'other' as const),
      removed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const index = createCompIndex()
        const left = new Map<number, Comp>()
        for (const { removed, ...each } of changes) {
          const now1 = comp(each.title, each.priceCents, {
            ...each,
            observedAtMs: now - each.listingId * day,
          })
          if (removed) index.remove(each.listingId)
          else index.upsert(now1)
          if (removed || each.priceCents === 0) left.delete(each.listingId)
          else left.set(each.listingId, now1)
        }
        expect(index.size).toBe(left.size)
        const fresh = indexOf(...left.values())
        for (const title of titles) {
          for (const category of ['phones', 'other'] as const) {
            const key = (from: CompIndex) =>
              from
                .similar(subject(title, { category }), now, 50)
                .map((each) => each.comp.listingId)
                .toSorted((a, b) => a - b)
            const found = index.similar(subject(title, { category }), now, 50)
            for (const each of found) expect(left.get(each.comp.listingId)).toEqual(each.comp)
            // Weights are renewed in steps, so that the order may differ a little, but never what an exact match is.
            const exact = [...left.values()].filter(
              (each) => each.title === title && each.category === category,
            )
            const newestByPrice = new Map<number, Comp>()
            for (const each of exact) {
              const held = newestByPrice.get(each.priceCents)
              if (!held || held.observedAtMs < each.observedAtMs) newestByPrice.set(each.priceCents, each)
            }
            for (const each of newestByPrice.values()) {
              expect(found.map((one) => one.comp.listingId)).toContain(each.listingId)
              expect(key(fresh)).toContain(each.listingId)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the time of a look-up bounded over 50,000 identical and 20,000 nearly identical titles', () => {
    const index = createCompIndex()
    for (let i = 0; i < 50_000; i++) index.upsert(comp('iPhone X 64gb unlocked', 30_000, { listingId: i }))
    for (let i = 0; i < 20_000; i++) {
      index.upsert(comp('iPhone X 64gb unlocked', 30_001 + i, { listingId: 100_000 + i }))
    }
    index.upsert(comp('iPhone X 64gb unlocked red', 31_000))
    const started = performance.now()
    for (let i = 0; i < 200; i++) index.similar(subject('iPhone X 64gb unlocked red'), now, 24)
    const each = (performance.now() - started) / 200
    expect(each).toBeLessThan(3)
    expect(titlesFor(index, 'iPhone X 64gb unlocked red')[0]).toBe('iPhone X 64gb unlocked red')
  })
})
