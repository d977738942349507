import { expect, it } from 'vitest'
import { agesOf, landedMore, priceBefore, sameThing } from './deal-facts.ts'

const cluster = (size: number, marketplaces: string[], lowestPriceCents: number | null = null) => ({
  ...{ id: 1, size, marketplaces, lowestPriceCents },
})
const bike = { marketplace: 'craigslist', priceCents: 30_000 }

it('says where else the thing is, how often it was listed again, and for how much less', () => {
  expect(sameThing({ ...bike, cluster: null })).toBeNull()
  expect(sameThing({ ...bike, cluster: cluster(4, ['craigslist', 'ebay'], 25_000) })).toEqual({
    ...{ elsewhere: ['ebay'], relisted: 2, lowestCents: 25_000 },
  })
  expect(sameThing({ ...bike, cluster: cluster(2, ['craigslist'], 30_000) })).toEqual({
    ...{ elsewhere: [], relisted: 1, lowestCents: null },
  })
})

it('tells when it was posted only where it was found well after', () => {
  const foundAt = '2026-11-29T08:10:00Z'
  expect(agesOf({ firstSeenAt: foundAt, postedAt: '2026-11-29T08:00:00Z' }).postedAt).toBeNull()
  expect(agesOf({ firstSeenAt: foundAt, postedAt: null })).toEqual({ foundAt, postedAt: null })
  expect(agesOf({ firstSeenAt: foundAt, postedAt: '2026-11-26T08:00:00Z' }).postedAt).toBe(
    '2026-11-26T08:00:00Z',
  )
})

it('a price before is told beside one of the same currency alone', () => {
  const now = { priceCents: 20_000, currency: 'USD' }
  expect(priceBefore({ ...now, previousPrice: { priceCents: 25_000, currency: 'USD' } })).toBe(25_000)
  expect(priceBefore({ ...now, previousPrice: { priceCents: 25_000, currency: 'EUR' } })).toBeNull()
  expect(priceBefore({ ...now, previousPrice: null })).toBeNull()
})

it('what it costs at home is told where that is not its price', () => {
  expect(landedMore({ priceCents: 100, landedCents: 150 })).toBe(150)
  expect(landedMore({ priceCents: 100, landedCents: 100 })).toBeNull()
  expect(landedMore({ priceCents: 100, landedCents: null })).toBeNull()
})
