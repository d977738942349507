import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sellerFacts } from './risk.ts'

const nowMs = Date.UTC(2026, 6, 1)

describe('sellerFacts', () => {
  it.each<[Record<string, string>, ReturnType<typeof sellerFacts>]>([
    [{ Join_date: '2024' }, { accountAgeDays: 729, ratingCount: null, ratingAverage: null }],
    [{ 'Member since': 'May 2025' }, { accountAgeDays: 426, ratingCount: null, ratingAverage: null }],
    [{ 'member-since': '2026-06-21' }, { accountAgeDays: 10, ratingCount: null, ratingAverage: null }],
    [{ sellerAccountAgeDays: '12' }, { accountAgeDays: 12, ratingCount: null, ratingAverage: null }],
    [{ 'Account age': '3 months' }, { accountAgeDays: 91, ratingCount: null, ratingAverage: null }],
    [
      { 'Seller feedback score': '1,204', feedbackPercentage: '98.5 %' },
      { accountAgeDays: null, ratingCount: 1204, ratingAverage: 4.925 },
    ],
    [{ reviews: '0' }, { accountAgeDays: null, ratingCount: 0, ratingAverage: null }],
    [
      { seller_rating: '4,7/5', review_count: '(33)' },
      { accountAgeDays: null, ratingCount: 33, ratingAverage: 4.7 },
    ],
  ])('reads %j', (attributes, facts) => {
    expect(sellerFacts(attributes, nowMs)).toEqual(facts)
  })

  it('takes a year that has begun for half gone so far', () => {
    expect(sellerFacts({ joined: '2026' }, nowMs)?.accountAgeDays).toBe(90)
  })

  it.each<Record<string, string>>([
    {},
    { Brand: 'Acme', Year: '2019', Model: '2024' },
    { joined: '2031' },
    { joined: '1066' },
    { joined: 'long ago' },
    { reviews: 'many' },
    { rating: '400' },
  ])('knows nothing from %j', (attributes) => {
    expect(sellerFacts(attributes, nowMs)).toBeNull()
  })

  it('never throws and gives only possible figures', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('joined', 'reviews', 'rating', 'account age', '__proto__'),
    )
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.integer().map(String), fc.double().map(String))
    fc.assert(
      fc.property(fc.dictionary(names, values), (attributes) => {
        const facts = sellerFacts(attributes, nowMs)
        if (facts === null) return
        for (const figure of Object.values(facts)) expect(figure === null || figure >= 0).toBe(true)
        expect(facts.ratingAverage ?? 0).toBeLessThanOrEqual(5)
      }),
    )
  })
})
