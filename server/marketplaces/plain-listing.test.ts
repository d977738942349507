import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type SeenListing, seenListingSchema } from '../model/listing-schema.ts'
import { fitsPlainly } from './plain-listing.ts'

const plain: SeenListing = {
  ...{
    externalId: 'a1',
    title: 'Desk',
    url: 'https://shop.example/a1?x=1',
    priceCents: 5,
    currency: 'EUR',
    shippingCents: null,
  },
  ...{
    description: 'Oak',
    condition: 'used',
    siteCategory: 'Desks',
    brand: 'Oak',
    location: 'Town',
    lat: 1,
    lon: -2,
  },
  ...{
    postedAt: '2026-11-22T10:00:00.000Z',
    imageUrls: ['https://shop.example/1.jpg'],
    buyingFormat: 'classified',
  },
  ...{
    bidCount: 0,
    variations: false,
    state: 'active',
    basis: 'asking',
    repostOf: 'a0',
    attributes: { a: 'b' },
  },
}

it('lets a whole listing through, and one with the least', () => {
  expect(fitsPlainly(plain)).toBe(true)
  expect(fitsPlainly({ externalId: 'a', title: 'b', url: 'https://c.example/' })).toBe(true)
})

it('never lets through what the schema does not', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom<unknown>(
      ...[
        -1,
        1e14,
        0.5,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        91,
        181,
        '',
        'x'.repeat(100_001),
        'usd',
        'USDX',
        'gone ',
        'maybe',
      ],
      ...[
        'javascript:1',
        'https://',
        'https://a b',
        'ftp://a.example',
        'https://[',
        'https://a.example:99999',
        'https://a..b/',
        'https://-/',
      ],
      ...[
        '2026-02-30T10:00:00Z',
        '2026-13-01T10:00:00Z',
        '2026-11-22',
        '2026-11-22T25:00:00Z',
        '2026-11-22T10:00:60Z',
        '0000-00-00T00:00:00Z',
      ],
      ...[[], {}, [1], ['x'], Array(101).fill('https://a.example/'), { a: 1 }, null, undefined, true, false],
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(plain) as (keyof SeenListing)[])), odd, (name, value) => {
      const bent = { ...plain, [name]: value } as SeenListing
      if (fitsPlainly(bent))
        expect([name, value, seenListingSchema.safeParse(bent).success]).toEqual([name, value, true])
    }),
    { numRuns: 5000 },
  )
})
