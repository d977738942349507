import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerKinds, priceMeanings } from './kinds.ts'
import { agreedOffer, offeredOf } from './offered.ts'

const read = (title: string, price: number | null, description: string | null = null) =>
  offeredOf({ title, description, priceCents: price === null ? null : price * 100, currency: 'USD' })

describe('offeredOf', () => {
  it.each([
    ['Oak table', 'Solid, 180 cm.', 'thing'],
    ['Looking for an oak table', null, 'wanted'],
    ['Bike rack for rent', null, 'rental'],
    ['Phone repair', null, 'service'],
    ['iPhone X case', null, 'accessory'],
    ['Samsung S9', 'Totally dead.\nFor spares or repair', 'broken'],
    ['Samsung S9', 'Not cracked, no water damage', 'thing'],
  ] as const)('reads what “%s” (%s) offers', (title, description, kind) => {
    expect(read(title, 40, description).kind).toBe(kind)
  })

  it.each([
    ['Oak table', 180, 'Chairs are 20 each', 'asked'],
    ['Honda Civic', 9000, 'Financing from $200 per month', 'asked'],
    ['Storage unit', 35, 'Only £35 per week (£140/monthly)', 'periodic'],
    ['Room, 650 pcm', 650, null, 'periodic'],
    ['Rasenmäher', 25, 'Kostet 25 € pro Tag', 'periodic'],
    ['Cat tree', 40, 'Sale! $40 each while they last', 'unit'],
    ['Dining chairs $15 each', 15, null, 'unit'],
    ['Stühle', 15, '15 Euro pro Stück', 'unit'],
    ['Tiles', 39.99, 'Reduced to 39,99 € per box', 'unit'],
    ['Oak table', 0, null, 'free'],
    ['Oak table', 1234, null, 'placeholder'],
    ['Oak table', null, null, 'none'],
  ] as const)('reads what the price of “%s” (%s, “%s”) means', (title, price, description, meaning) => {
    expect(read(title, price, description).price).toBe(meaning)
  })

  it('is a thing at an asked price only where both readings say so', () => {
    const subject = { title: 'Oak table', description: null, priceCents: 18_000, currency: 'USD' }
    expect(agreedOffer({ kind: 'thing', price: 'asked' }, subject)).toEqual({ kind: 'thing', price: 'asked' })
    expect(agreedOffer({ kind: 'part', price: 'asked' }, subject)).toEqual({ kind: 'part', price: 'asked' })
    expect(
      agreedOffer(
        { kind: 'thing', price: 'asked' },
        { ...subject, title: 'Oak table for rent, 180 per week' },
      ),
    ).toEqual({ kind: 'rental', price: 'periodic' })
    expect(agreedOffer({ kind: 'thing', price: 'offers' }, subject).price).toBe('offers')
  })

  it('reads anything, and the same again', () => {
    const subject = fc.record({
      title: fc.string({ unit: 'grapheme', maxLength: 120 }),
      description: fc.option(fc.string({ unit: 'grapheme', maxLength: 400 })),
      priceCents: fc.option(fc.nat()),
      currency: fc.option(fc.constantFrom('USD', 'EUR', 'JPY')),
    })
    fc.assert(
      fc.property(subject, (one) => {
        const { kind, price } = offeredOf(one)
        expect(offerKinds).toContain(kind)
        expect(priceMeanings).toContain(price)
        expect(offeredOf(one)).toEqual({ kind, price })
      }),
    )
  })
})
