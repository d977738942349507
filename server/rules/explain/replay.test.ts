import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worthNotifying } from '../../clusters/notified.ts'
import type { Notified } from '../../clusters/read-store.ts'
import { notifiesAgain } from '../../model/notifies-again.ts'
import { meantPriceCents } from '../../model/placeholder-price.ts'
import { sampleRule } from '../samples.ts'
import { type Moment, replay } from './replay.ts'

const moment = (over: Partial<Moment>): Moment => ({
  listingId: 1,
  clusterId: null,
  atMs: 0,
  priceCents: 10_000,
  currency: 'USD',
  score: 50,
  ...over,
})
const notified = (rule: Partial<ReturnType<typeof sampleRule>>, moments: Partial<Moment>[]) =>
  replay(
    sampleRule(rule),
    moments.map((over, index) => moment({ atMs: index * 1000, ...over })),
  ).map(({ listingId, kind, priceCents }) => `${listingId} ${kind} ${priceCents}`)

describe('a replayed rule', () => {
  it('notifies of a listing once, and again at each price below the lowest it told', () => {
    expect(
      notified({}, [
        {},
        { priceCents: 9_000 },
        { priceCents: 9_500 },
        { priceCents: 9_000 },
        { priceCents: 8_000 },
      ]),
    ).toEqual(['1 new 10000', '1 drop 9000', '1 drop 8000'])
  })

  it('that notifies of only new things notifies of no lower price', () => {
    expect(notified({ onlyNew: true }, [{}, { priceCents: 9_000 }, { listingId: 2 }])).toEqual([
      '1 new 10000',
      '2 new 10000',
    ])
  })

  it('waits until a price fell by what it asks for, counted from what was notified', () => {
    const prices = [{}, { priceCents: 9_500 }, { priceCents: 9_000 }, { priceCents: 8_100 }]
    expect(notified({ dropPctMin: 10 }, prices)).toEqual(['1 new 10000', '1 drop 9000', '1 drop 8100'])
    expect(notified({ dropCentsMin: 1_500 }, prices)).toEqual(['1 new 10000', '1 drop 8100'])
    expect(notified({ dropCentsMin: 1_000, dropPctMin: 15 }, prices)).toEqual(['1 new 10000', '1 drop 8100'])
    expect(notified({ dropCentsMin: 1_000, currency: 'EUR' }, prices)).toHaveLength(4)
  })

  it('notifies of one thing under two ids only what is cheaper, and the cheapest of one page', () => {
    const thing = { clusterId: 7 }
    expect(
      notified({}, [
        { ...thing },
        { ...thing, listingId: 2 },
        { ...thing, listingId: 3, priceCents: 8_000, atMs: 5_000 },
        { ...thing, listingId: 4, priceCents: 7_000, atMs: 5_000 },
        { ...thing, priceCents: 7_500, atMs: 6_000 },
        { ...thing, priceCents: 6_500, atMs: 7_000 },
      ]),
    ).toEqual(['1 new 10000', '4 new 7000', '1 drop 6500'])
  })

  it('takes a first price and one in another currency for no drop', () => {
    expect(
      notified({}, [
        { priceCents: null },
        {},
        { priceCents: 9_000, currency: 'EUR' },
        { priceCents: 8_000, currency: 'EUR' },
      ]),
    ).toEqual(['1 new null', '1 drop 8000'])
  })

  it('keeps what it told in one currency while the listing is seen in another', () => {
    expect(
      notified({}, [
        {},
        { priceCents: 7_000, currency: 'EUR' },
        { priceCents: 9_500 },
        { priceCents: 9_600 },
      ]),
    ).toEqual(['1 new 10000', '1 drop 9500'])
  })

  it('neither tells nor remembers a price that nobody means', () => {
    expect(notified({}, [{}, { priceCents: 100 }, { priceCents: 9_000 }, { priceCents: 12_300 }])).toEqual([
      '1 new 10000',
      '1 drop 9000',
    ])
  })
})

const price = fc.record({
  priceCents: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 97, max: 103 }) }, fc.constant(null)),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
})
const moments = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 8 }), price)
    .map(
      ([listingId, tick, at]): Moment =>
        moment({ listingId, clusterId: listingId > 3 ? null : 1, atMs: tick * 60_000, ...at }),
    ),
  { maxLength: 14 },
)

describe('replaying', () => {
  it('notifies of what the live program would have notified (worthNotifying and the rows of matches)', () => {
    fc.assert(
      fc.property(moments, (found) => {
        const key = ({ listingId, atMs, priceCents, currency }: Moment) =>
          `${atMs} ${listingId} ${priceCents} ${currency}`
        expect(replay(sampleRule(), found).map(key).toSorted()).toEqual(live(found).map(key).toSorted())
      }),
      { numRuns: 5_000 },
    )
  })

  it('never notifies of more under a stricter rule', () => {
    const rules = fc.record({
      onlyNew: fc.boolean(),
      dropCentsMin: fc.option(fc.integer({ min: 0, max: 4 })),
      dropPctMin: fc.option(fc.integer({ min: 0, max: 100 })),
    })
    fc.assert(
      fc.property(moments, rules, (found, rule) => {
        expect(replay(sampleRule(rule), found).length).toBeLessThanOrEqual(replay(sampleRule(), found).length)
      }),
    )
  })

  it('never takes a price that is not lower for a drop', () => {
    fc.assert(
      fc.property(price, price, (before, now) => {
        fc.pre(notifiesAgain(sampleRule(), before, now))
        expect(now.currency).toBe(before.currency)
        expect(now.priceCents!).toBeLessThan(before.priceCents!)
      }),
    )
  })
})

/** What the transaction of each page does: what the rows of matches let through, then what is news by the clusters. */
function live(found: Moment[]): Moment[] {
  const rows = new Map<number, { clusterId: number | null; prices: Map<string, number> }>()
  const pages = Map.groupBy(
    found.toSorted((a, b) => a.atMs - b.atMs || a.listingId - b.listingId),
    ({ atMs }) => atMs,
  )
  return [...pages.values()].flatMap((page) => {
    const pairs = [...new Map(page.map((one) => [one.listingId, one])).values()].map((stated) => ({
      ...{ ...stated, stated, ruleId: 1 },
      priceCents: meantPriceCents(stated.priceCents, stated.currency),
    }))
    const notifiedBefore = pairs.flatMap(({ listingId, clusterId }): Notified[] => {
      if (clusterId === null) return []
      const others = [...rows].filter(([id, row]) => id !== listingId && row.clusterId === clusterId)
      const prices = others.flatMap(([, row]): [string | null, number | null][] =>
        row.prices.size === 0 ? [[null, null]] : [...row.prices],
      )
      return [...Map.groupBy(prices, ([currency]) => currency)].map(([currency, of]) => ({
        ...{ ruleId: 1, listingId, clusterId, currency },
        priceCents: currency === null ? null : Math.min(...of.map(([, priceCents]) => priceCents!)),
      }))
    })
    const changed = pairs.filter((pair) => {
      const { listingId, priceCents, clusterId, currency } = pair
      const row = rows.get(listingId)
      const { prices } = row ?? { prices: new Map<string, number>() }
      rows.set(listingId, { clusterId, prices })
      if (priceCents === null) return row === undefined
      const before = prices.get(currency!)
      if (before === undefined || before > priceCents) prices.set(currency!, priceCents)
      return row === undefined || (before !== undefined && before > priceCents)
    })
    return worthNotifying(changed, notifiedBefore).map(({ stated }) => stated)
  })
}
