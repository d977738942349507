import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingStates, type SeenListing } from '../model/listing-schema.ts'
import { mergeListing } from './merge.ts'
import { normalize } from './normalize/normalize.ts'
import type { Sighting } from './normalize/normalized-listing.ts'

const at = Date.parse('2026-03-10T12:00:00Z')
const seen = (more: Partial<SeenListing> = {}, observedAtMs = at): Sighting =>
  normalize(
    { externalId: '1', title: 'Oak desk', url: 'https://example.com/1', ...more },
    { marketplace: 'ebay', observedAtMs },
  )
const merge = (before: Partial<SeenListing>, after: Partial<SeenListing>, gapMs = 1000) =>
  mergeListing(mergeListing(null, seen(before)).after, seen(after, at + gapMs))

describe('mergeListing', () => {
  it('fills in the state and basis of a new listing', () => {
    const { after, changed, priceChanged, returned } = mergeListing(
      null,
      seen({ priceCents: 100, currency: 'USD' }),
    )
    expect(after).toMatchObject({ state: 'active', basis: 'asking' })
    expect({ changed, priceChanged, returned }).toEqual({
      changed: true,
      priceChanged: null,
      returned: false,
    })
  })

  it('keeps what a later, poorer view lacks', () => {
    const detail: Partial<SeenListing> = {
      priceCents: 100,
      currency: 'USD',
      shippingCents: 5,
      description: 'Long and detailed.',
      condition: 'good',
      siteCategory: 'furniture',
      brand: 'Acme',
      location: 'Oakland',
      lat: 37.8,
      lon: -122.3,
      postedAt: '2026-03-01T00:00:00Z',
      imageUrls: ['https://example.com/a.jpg', 'https://example.com/b.jpg'],
      buyingFormat: 'auction',
      endsAt: '2026-03-20T00:00:00Z',
      bidCount: 3,
      variations: true,
      state: 'pending',
      repostOf: '0',
      attributes: { colour: 'brown' },
    }
    const first = mergeListing(null, seen(detail)).after
    const { after, changed } = mergeListing(first, seen({}, at + 1000))
    expect({ ...after, observedAtMs: at }).toEqual(first)
    expect(changed).toBe(false)
    expect(after.observedAtMs).toBe(at + 1000)
  })

  it('tells a stated price from one that the view does not show', () => {
    expect(merge({ priceCents: 100, currency: 'USD' }, {}).after.priceCents).toBe(100)
    const removed = merge({ priceCents: 100, currency: 'USD' }, { priceCents: null })
    expect(removed.after.priceCents).toBeNull()
    expect(removed.changed).toBe(true)
    expect(removed.priceChanged).toBeNull()
    expect(merge({}, { priceCents: 100, currency: 'USD' }).priceChanged).toBeNull()
  })

  it('reports a changed price, and the same figure in another currency', () => {
    expect(
      merge({ priceCents: 100, currency: 'USD' }, { priceCents: 80, currency: 'USD' }).priceChanged,
    ).toEqual({
      fromCents: 100,
      toCents: 80,
      fromCurrency: 'USD',
      toCurrency: 'USD',
    })
    expect(merge({ priceCents: 100, currency: 'USD' }, { priceCents: 0 }).priceChanged).toMatchObject({
      toCents: 0,
    })
    expect(
      merge({ priceCents: 100, currency: 'USD' }, { priceCents: 100, currency: 'CAD' }).priceChanged,
    ).toMatchObject({
      fromCurrency: 'USD',
      toCurrency: 'CAD',
    })
    expect(merge({ priceCents: 100, currency: 'USD' }, { priceCents: 100 }).priceChanged).toBeNull()
  })

  it('does not let a shortened description or title replace the whole one', () => {
    const whole = 'Solid oak.\nTwo drawers, one key.'
    for (const short of ['Solid oak. Two', 'Solid oak. Two dr…', 'Other words...']) {
      expect(merge({ description: whole }, { description: short }).after.description).toBe(whole)
    }
    expect(merge({ description: 'Solid' }, { description: whole }).after.description).toBe(whole)
    expect(merge({ description: whole }, { description: 'Now with chair' }).after.description).toBe(
      'Now with chair',
    )
    expect(merge({ title: 'Oak desk with drawers' }, { title: 'Oak desk w…' }).after.title).toBe(
      'Oak desk with drawers',
    )
  })

  it('does not let a thumbnail replace a gallery', () => {
    const [a, b, c] = [
      'https://example.com/a.jpg',
      'https://example.com/b.jpg',
      'https://example.com/c.jpg',
    ] as const
    expect(merge({ imageUrls: [a, b] }, { imageUrls: [c] }).after.imageUrls).toEqual([a, b])
    expect(merge({ imageUrls: [a, b, c] }, { imageUrls: [a, b] }).after.imageUrls).toEqual([a, b, c])
    expect(merge({ imageUrls: [a] }, { imageUrls: [c] }).after.imageUrls).toEqual([c])
    expect(merge({ imageUrls: [a, b] }, { imageUrls: [b, c] }).after.imageUrls).toEqual([b, c])
  })

  it("prefers the site's coordinates to those of a place name", () => {
    const findPlace = () => ({ lat: 1, lon: 2 })
    const place = (t: number) =>
      normalize(
        { externalId: '1', title: 'Oak desk', url: 'https://example.com/1', location: 'X' },
        { marketplace: 'ebay', observedAtMs: t, findPlace },
      )
    const site = seen({ lat: 3, lon: 4 })
    expect(mergeListing(site, place(at + 1)).after).toMatchObject({ lat: 3, lon: 4, coordinatesFrom: 'site' })
    expect(mergeListing(place(at - 1), site).after).toMatchObject({ lat: 3, lon: 4, coordinatesFrom: 'site' })
    expect(mergeListing(site, place(at - 1)).after).toMatchObject({ lat: 3, lon: 4, coordinatesFrom: 'site' })
  })

  it("does not let a title's guess replace the site's own category", () => {
    expect(merge({ siteCategory: 'books' }, {}).after).toMatchObject({
      category: 'books',
      siteCategory: 'books',
    })
    expect(merge({}, { siteCategory: 'books' }).after.category).toBe('books')
  })

  it('follows the states and says when a listing returned', () => {
    const state = (before: SeenListing['state'], after: SeenListing['state']) => {
      const { after: merged, returned } = merge(
        { ...(before && { state: before }) },
        { ...(after && { state: after }) },
      )
      return [merged.state, returned]
    }
    expect(state('active', 'sold')).toEqual(['sold', false])
    expect(state('active', 'gone')).toEqual(['gone', false])
    expect(state('sold', 'active')).toEqual(['active', true])
    expect(state('gone', 'active')).toEqual(['active', true])
    expect(state('gone', undefined)).toEqual(['active', true])
    expect(state('sold', undefined)).toEqual(['sold', false])
    expect(state('pending', undefined)).toEqual(['pending', false])
    expect(state('sold', 'gone')).toEqual(['gone', false])
  })

  it('asks again once a sold thing is back', () => {
    expect(merge({ basis: 'sold' }, { state: 'active' }).after.basis).toBe('asking')
    expect(merge({ basis: 'sold' }, {}).after).toMatchObject({ basis: 'sold', state: 'sold' })
  })

  it('keeps nothing of what was deleted at its site but that it was there and what it cost', () => {
    const known = {
      ...{ title: 'Oak desk', description: 'Call me', condition: 'used', location: 'Oakland', brand: 'Oak' },
      ...{ priceCents: 100, currency: 'USD', imageUrls: ['https://x.example/1.jpg'], attributes: { a: 'b' } },
    }
    const { after, changed, priceChanged } = merge(known, { title: 'Deleted', state: 'gone', erased: true })
    expect([changed, priceChanged]).toEqual([true, null])
    expect(after).toMatchObject({
      ...{ title: 'Deleted', description: null, condition: null, location: null, brand: null },
      ...{ priceCents: 100, currency: 'USD', imageUrls: [], attributes: {}, state: 'gone' },
    })
    expect(after).not.toHaveProperty('erased')
  })

  it('lets a stub make a listing known and fill gaps, and any view of the site fill the stub', () => {
    const stub: Partial<SeenListing> = { title: 'Look at this on the marketplace', stub: true }
    const filled = merge(stub, { title: 'Oak desk', priceCents: 100, currency: 'USD' })
    expect(filled.after).toMatchObject({ title: 'Oak desk', priceCents: 100, state: 'active' })
    const shown = { title: 'Oak desk', priceCents: 100, currency: 'USD', state: 'sold' as const }
    const again = merge(shown, { ...stub, priceCents: 900, currency: 'USD', location: 'Oakland' })
    expect(again).toMatchObject({ priceChanged: null, returned: false })
    expect(again.after).toMatchObject({ ...shown, location: 'Oakland' })
    expect(again.after).not.toHaveProperty('stub')
    expect(merge(shown, stub).changed).toBe(false)
  })

  it('lets a look from the past fill gaps only', () => {
    const now = mergeListing(null, seen({ priceCents: 100, currency: 'USD', state: 'sold' })).after
    const past = seen({ priceCents: 500, currency: 'USD', state: 'active', brand: 'Acme' }, at - 86_400_000)
    const { after, priceChanged, returned, changed } = mergeListing(now, past)
    expect(after).toMatchObject({ priceCents: 100, state: 'sold', brand: 'Acme', observedAtMs: at })
    expect({ priceChanged, returned, changed }).toEqual({
      priceChanged: null,
      returned: false,
      changed: true,
    })
  })
})

const urls = fc.array(
  fc.constantFrom('a', 'b', 'c', 'd').map((n) => `https://example.com/${n}.jpg`),
  { maxLength: 4 },
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const anySeen: fc.Arbitrary<Sighting> = fc
  .record(
    {
      title: fc.constantFrom('Oak desk', 'Oak desk with drawers', 'Oak de…', 'iPhone 12'),
      priceCents: fc.constantFrom(null, 0, 100, 200),
      currency: fc.constantFrom('USD', 'EUR'),
      shippingCents: fc.constantFrom(null, 0, 5),
      originalPriceCents: fc.constantFrom(90, 110),
      originalCurrency: fc.constantFrom('GBP'),
      description: fc.constantFrom('abc', 'abc def', 'abc d…', 'xyz', ''),
      condition: fc.constantFrom('good', 'new', 'see photos'),
      siteCategory: fc.constantFrom('furniture', 'Electronics', 'F/12'),
      location: fc.constantFrom('Oakland', 'Berkeley'),
      lat: fc.constantFrom(1, 2),
      lon: fc.constantFrom(1, 2),
      imageUrls: urls,
      state: fc.constantFrom(...listingStates),
      basis: fc.constantFrom('asking' as const, 'sold' as const),
      attributes: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')),
    },
    { requiredKeys: ['title'] },
  )
  .chain((record) =>
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean(), optional(fc.boolean())).map(([day, place]) =>
      normalize(
        { externalId: '1', url: 'https://example.com/1', ...record },
        {
          marketplace: 'x',
          observedAtMs: at + day * 86_400_000,
          ...(place && { findPlace: () => ({ lat: 9, lon: 9 }) }),
        },
      ),
    ),
  )

describe('mergeListing, for any sequence of views', () => {
  it('changes nothing when the same view is merged again', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { minLength: 1, maxLength: 5 }), (views) => {
        let known: Sighting | null = null
        for (const view of views) {
          const once = mergeListing(known, view)
          const twice = mergeListing(once.after, view)
          expect(twice.after).toEqual(once.after)
          expect(twice).toMatchObject({ changed: false, priceChanged: null, returned: false })
          known = once.after
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never forgets a fact that it had', () => {
    fc.assert(
      fc.property(anySeen, anySeen, (a, b) => {
        const known = mergeListing(null, a).after
        const { after } = mergeListing(known, b)
        for (const name of [
          'description',
          'condition',
          'siteCategory',
          'location',
          'lat',
          'lon',
          'currency',
        ] as const) {
          if (known[name] !== null) expect(after[name]).not.toBeNull()
        }
        if (known.priceCents !== undefined) expect(after.priceCents).not.toBeUndefined()
        expect(after.imageUrls.length).toBeGreaterThanOrEqual(Math.min(known.imageUrls.length, 2))
        expect(Object.keys(after.attributes)).toEqual(expect.arrayContaining(Object.keys(known.attributes)))
        expect(after.observedAtMs).toBe(Math.max(a.observedAtMs, b.observedAtMs))
      }),
      { numRuns: 500 },
    )
  })

  it('says changed exactly when something but the time of the look differs', () => {
    fc.assert(
      fc.property(anySeen, anySeen, (a, b) => {
        const known = mergeListing(null, a).after
        const { after, changed } = mergeListing(known, b)
        const same =
          JSON.stringify({ ...after, observedAtMs: 0 }) === JSON.stringify({ ...known, observedAtMs: 0 })
        if (same) expect(changed).toBe(false)
        else if (!changed) expect({ ...after, observedAtMs: 0 }).toEqual({ ...known, observedAtMs: 0 })
      }),
      { numRuns: 500 },
    )
  })
})
