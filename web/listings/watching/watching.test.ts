import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Watch } from './queries.ts'
import {
  aboveCents,
  counts,
  lastOf,
  readWatchSearch,
  shown,
  titleOf,
  type WatchSearch,
  watchSorts,
  watchStates,
  wishesOf,
} from './watching.ts'

function watchOf(over: Partial<Watch> & { cents?: number | null; priced?: string } = {}): Watch {
  const { cents = 20_000, priced = 'USD', ...rest } = over
  const at = '2026-11-20T08:00:00Z'
  const listing = {
    ...{ id: 70, title: 'Road bike', imageUrl: null, state: 'active' as const, location: null },
    ...{ priceCents: cents, currency: priced, lastSeenAt: at },
  }
  return {
    ...{ id: 1, marketplace: 'ebay', url: 'https://www.ebay.com/itm/1', state: 'active', listing },
    ...{ thresholdCents: null, currency: null, belowThreshold: false, channels: ['inbox'], note: null },
    ...{ notifyDrops: true, notifyRises: false, notifyBackOnSale: true, notifySold: true, notifyGone: true },
    ...{ notifyEnded: true, lastEvent: null, tags: [], problem: null, polledAt: null, nextPollAt: null },
    ...{ demo: false, createdAt: at, updatedAt: at },
    ...rest,
  }
}

const eventAt = (at: string, events: NonNullable<Watch['lastEvent']>['events']): Watch['lastEvent'] => ({
  ...{ at, events, priceCents: 18_000, previousPriceCents: 22_000, currency: 'USD' },
})

describe('what is shown', () => {
  const all = [
    watchOf({ id: 1, cents: 30_000, thresholdCents: 29_000, currency: 'USD', tags: ['bikes'] }),
    watchOf({ id: 2, cents: 10_000, lastEvent: eventAt('2026-11-25T08:00:00Z', ['drop']) }),
    watchOf({
      ...{ id: 3, cents: 15_000, thresholdCents: 16_000, currency: 'USD', belowThreshold: true },
      lastEvent: eventAt('2026-11-24T08:00:00Z', ['drop', 'below']),
    }),
    watchOf({ id: 4, state: 'sold', tags: ['bikes', 'gift'] }),
    watchOf({ id: 5, priced: 'EUR', cents: 100 }),
    watchOf({ id: 6, state: 'unread', listing: null }),
  ]
  const ids = (search: WatchSearch) => shown(all, search, 'USD').map(({ id }) => id)

  it('comes in the order that was asked for; what cannot be compared comes last', () => {
    expect(ids({})).toEqual([2, 3, 6, 5, 4, 1])
    expect(ids({ sort: 'followed' })).toEqual([6, 5, 4, 3, 2, 1])
    expect(ids({ sort: 'near' })).toEqual([3, 1, 6, 5, 4, 2])
    expect(ids({ sort: 'price' }).slice(0, 4)).toEqual([2, 3, 4, 1])
  })

  it('is in its state and under its tag', () => {
    expect(ids({ state: 'below' })).toEqual([3])
    expect(ids({ state: 'sold', tag: 'gift' })).toEqual([4])
    expect(ids({ state: 'active', tag: 'gift' })).toEqual([])
  })

  it('is as many as the chips say', () => {
    const states = fc.option(fc.constantFrom(...watchStates), { nil: undefined })
    const tags = fc.constantFrom(undefined, 'bikes', 'gift', 'other')
    fc.assert(
      fc.property(states, tags, fc.constantFrom(...watchSorts), (state, tag, sort) => {
        const search = readWatchSearch({ state, tag, sort })
        const found = counts(all, search)
        expect(shown(all, { ...search, state: undefined }, 'USD')).toHaveLength(found.all)
        for (const { value, count } of found.states)
          expect(shown(all, { ...search, state: value }, 'USD')).toHaveLength(count)
        for (const { value, count } of found.tags)
          expect(shown(all, { ...search, tag: value }, 'USD')).toHaveLength(count)
      }),
    )
  })

  it('is read from the address, of which nothing else is kept', () => {
    expect(readWatchSearch({ state: 'sold', tag: 'a b', sort: 'near', x: '1' })).toEqual({
      ...{ state: 'sold', tag: 'a b', sort: 'near' },
    })
    expect(readWatchSearch({ state: 'lost', tag: '', sort: 'lately' })).toEqual({})
    expect(readWatchSearch({ tag: 'x'.repeat(900) }).tag).toHaveLength(50)
  })
})

it('what is above the threshold is said in one currency, of what is for sale', () => {
  const wanted = { thresholdCents: 15_000, currency: 'USD' }
  expect(aboveCents(watchOf(wanted))).toBe(5_000)
  expect(aboveCents(watchOf({ ...wanted, cents: 14_000 }))).toBe(-1_000)
  expect(aboveCents(watchOf({ ...wanted, priced: 'EUR' }))).toBeNull()
  expect(aboveCents(watchOf({ ...wanted, cents: null }))).toBeNull()
  expect(aboveCents(watchOf({ ...wanted, state: 'sold' }))).toBeNull()
  expect(aboveCents(watchOf())).toBeNull()
})

it('of what happened last the most telling is said, with by how much', () => {
  const at = '2026-11-25T08:00:00Z'
  expect(lastOf(watchOf({ lastEvent: eventAt(at, ['below', 'drop']) }))).toMatchObject({
    ...{ event: 'drop', byCents: 4_000, priceCents: 18_000, at },
  })
  expect(lastOf(watchOf({ lastEvent: eventAt(at, ['back', 'rise']) }))?.event).toBe('back')
  expect(lastOf(watchOf())).toBeNull()
})

it('is followed again with all that was wanted of it; before it was read by its link', () => {
  const own = {
    ...{ thresholdCents: 100, currency: 'USD', note: 'for Kim', tags: ['a'], channels: ['email'] },
    ...{
      notifyDrops: false,
      notifyRises: true,
      notifyBackOnSale: false,
      notifySold: false,
      notifyGone: true,
    },
  }
  expect(wishesOf(watchOf(own))).toEqual({ listingId: 70, ...own })
  expect(wishesOf(watchOf({ ...own, listing: null }))).toEqual({ url: 'https://www.ebay.com/itm/1', ...own })
  expect(titleOf(watchOf({ listing: null }))).toBe('ebay.com/itm/1')
})
