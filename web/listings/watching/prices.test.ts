import { expect, it } from 'vitest'
import { pricesOf, rowsOf, storyOf } from './prices.ts'
import type { WatchDetail } from './queries.ts'

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T12:00:00.000Z`
const nowMs = Date.parse(day(29))
const point = (n: number, priceCents: number | null, over: object = {}) => ({
  ...{ at: day(n), priceCents, currency: 'USD', isMeant: true },
  ...over,
})
const own: WatchDetail['listing'] = {
  ...{ id: 7, title: 'Sofa', imageUrl: null, state: 'active', priceCents: 28_000, currency: 'USD' },
  ...{ location: null, lastSeenAt: day(29) },
}
const member = (id: number, ended: number | null) => ({
  ...{ id, title: 'Sofa', marketplace: 'ebay', state: 'gone' as const, firstSeenAt: day(1) },
  endedAt: ended === null ? null : day(ended),
})
const detail = (over: Partial<WatchDetail> = {}) => ({
  listing: own,
  pricePoints: [point(10, 30_000), point(15, 28_000)],
  cluster: null,
  told: [],
  ...over,
})

it('draws the thing through all its listings, each until it ended', () => {
  const cluster = {
    ...{ id: 1, summary: 'Listed twice', listings: [member(6, 8), member(7, null)] },
    pricePoints: [
      { ...point(1, 40_000), listingId: 6 },
      { ...point(10, 30_000), listingId: 7 },
      { ...point(15, 28_000), listingId: 7 },
    ],
  }
  const prices = pricesOf(detail({ cluster }), nowMs)!
  expect(prices.lines.map(({ listingId, isOwn, untilMs }) => [listingId, isOwn, untilMs])).toEqual([
    [7, true, nowMs],
    [6, false, Date.parse(day(8))],
  ])
  expect(storyOf(prices)).toEqual({ first: 40_000, last: 28_000, changes: 1, listings: 2 })
  expect(
    rowsOf(prices).map((row) => (row.kind === 'price' ? [row.value, row.isOwn, row.isFirst] : null)),
  ).toEqual([
    [28_000, true, false],
    [30_000, true, true],
    [40_000, false, true],
  ])
})

it('leaves out what cannot be drawn beside it: other currencies, prices that nobody means, none', () => {
  const pricePoints = [
    point(9, 100, { isMeant: false }),
    point(10, 30_000),
    point(11, 900, { currency: 'EUR' }),
    point(12, null),
    point(13, 29_000),
  ]
  const { lines, currency } = pricesOf(detail({ pricePoints }), nowMs)!
  expect(currency).toBe('USD')
  expect(lines[0]!.points.map(({ value }) => value)).toEqual([30_000, 29_000])
  expect(pricesOf(detail({ pricePoints: [point(9, 100, { isMeant: false })] }), nowMs)).toBeNull()
  expect(pricesOf(detail({ pricePoints: [], listing: null }), nowMs)).toBeNull()
})

it('marks what was told on the price of then, numbered from the first on', () => {
  const told = [
    { notificationId: 92, at: day(20), title: 'Now $270' },
    { notificationId: 91, at: day(15), title: 'Now $280 (was $300): Sofa' },
    { notificationId: 90, at: day(2), title: 'Of a watch before' },
  ]
  const prices = pricesOf(detail({ told }), nowMs)!
  expect(prices.told.map(({ number, notificationId, value }) => [number, notificationId, value])).toEqual([
    [1, 90, 30_000],
    [2, 91, 28_000],
    [3, 92, 28_000],
  ])
  const [first, second, third] = rowsOf(prices)
  expect(first).toMatchObject({ kind: 'told', number: 3 })
  // Both of one moment: what was told stands above the price that it tells of.
  expect([second, third]).toMatchObject([
    { kind: 'told', number: 2 },
    { kind: 'price', value: 28_000 },
  ])
})

it('takes in its stride that what was told is older than every price', () => {
  const told = [{ notificationId: 1, at: day(1), title: 'Sold' }]
  expect(pricesOf(detail({ told }), nowMs)!.told[0]!.value).toBe(30_000)
})
