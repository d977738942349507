import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Told } from '../clusters/read-store.ts'
import { worthTelling } from '../clusters/told.ts'
import { type Moment, replay, tellsAgain } from './replay.ts'
import { sampleRule } from './samples.ts'

const moment = (over: Partial<Moment>): Moment => ({
  listingId: 1,
  clusterId: null,
  atMs: 0,
  priceCents: 10_000,
  currency: 'USD',
  score: 50,
  ...over,
})
const told = (rule: Partial<ReturnType<typeof sampleRule>>, moments: Partial<Moment>[]) =>
  replay(
    sampleRule(rule),
    moments.map((over, index) => moment({ atMs: index * 1000, ...over })),
  ).map(({ listingId, kind, priceCents }) => `${listingId} ${kind} ${priceCents}`)

describe('a replayed rule', () => {
  it('tells a listing once, and again at each price below the lowest it told', () => {
    expect(
      told({}, [
        {},
        { priceCents: 9_000 },
        { priceCents: 9_500 },
        { priceCents: 9_000 },
        { priceCents: 8_000 },
      ]),
    ).toEqual(['1 new 10000', '1 drop 9000', '1 drop 8000'])
  })

  it('that tells only new things tells no lower price', () => {
    expect(told({ onlyNew: true }, [{}, { priceCents: 9_000 }, { listingId: 2 }])).toEqual([
      '1 new 10000',
      '2 new 10000',
    ])
  })

  it('waits until a price fell by what it asks for, counted from what was told', () => {
    const prices = [{}, { priceCents: 9_500 }, { priceCents: 9_000 }, { priceCents: 8_100 }]
    expect(told({ dropPctMin: 10 }, prices)).toEqual(['1 new 10000', '1 drop 9000', '1 drop 8100'])
    expect(told({ dropCentsMin: 1_500 }, prices)).toEqual(['1 new 10000', '1 drop 8100'])
    expect(told({ dropCentsMin: 1_000, dropPctMin: 15 }, prices)).toEqual(['1 new 10000', '1 drop 8100'])
    expect(told({ dropCentsMin: 1_000, currency: 'EUR' }, prices)).toHaveLength(4)
  })

  it('tells of one thing under two ids only what is cheaper, and the cheapest of one page', () => {
    const thing = { clusterId: 7 }
    expect(
      told({}, [
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
      told({}, [
        { priceCents: null },
        {},
        { priceCents: 9_000, currency: 'EUR' },
        { priceCents: 8_000, currency: 'EUR' },
      ]),
    ).toEqual(['1 new null', '1 drop 8000'])
  })
})

const price = fc.record({
  priceCents: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 6 }),
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
  it('tells what the live program would have told (worthTelling and the rows of matches)', () => {
    // A listing keeps its currency, as those of a site do.
    const steady = moments.map((found) =>
      found.map((one) => ({ ...one, currency: one.listingId === 2 ? 'EUR' : 'USD' })),
    )
    fc.assert(
      fc.property(steady, (found) => {
        const key = ({ listingId, atMs, priceCents, currency }: Moment) =>
          `${atMs} ${listingId} ${priceCents} ${currency}`
        expect(replay(sampleRule(), found).map(key).toSorted()).toEqual(live(found).map(key).toSorted())
      }),
      { numRuns: 5_000 },
    )
  })

  it('never tells more under a stricter rule', () => {
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
        fc.pre(tellsAgain(sampleRule(), before, now))
        expect(now.currency).toBe(before.currency)
        expect(now.priceCents!).toBeLessThan(before.priceCents!)
      }),
    )
  })
})

/** What the transaction of each page does: what is news by the clusters, then what the rows of matches let through. */
function live(found: Moment[]): Moment[] {
  const rows = new Map<
    number,
    { priceCents: number | null; currency: string | null; clusterId: number | null }
  >()
  const pages = Map.groupBy(
    found.toSorted((a, b) => a.atMs - b.atMs || a.listingId - b.listingId),
    ({ atMs }) => atMs,
  )
  return [...pages.values()].flatMap((page) => {
    const pairs = [...new Map(page.map((one) => [one.listingId, { ...one, ruleId: 1 }])).values()]
    const toldBefore = pairs.flatMap(({ listingId, clusterId }): Told[] => {
      if (clusterId === null) return []
      const others = [...rows].filter(([id, row]) => id !== listingId && row.clusterId === clusterId)
      const byCurrency = Map.groupBy(others, ([, { currency }]) => currency)
      return [...byCurrency].map(([currency, of]) => {
        const prices = of.flatMap(([, { priceCents }]) => priceCents ?? [])
        return {
          ruleId: 1,
          listingId,
          clusterId,
          currency,
          priceCents: prices.length === 0 ? null : Math.min(...prices),
        }
      })
    })
    const news = new Set(worthTelling(pairs, toldBefore))
    return pairs.filter((pair) => {
      const row = rows.get(pair.listingId)
      const { priceCents, clusterId } = pair
      const currency = priceCents === null ? null : pair.currency
      if (row === undefined) {
        rows.set(pair.listingId, { priceCents, currency, clusterId })
        return news.has(pair)
      }
      if (priceCents === null) return false
      const fell = row.currency === currency && row.priceCents! > priceCents
      if (row.currency !== currency || fell) rows.set(pair.listingId, { priceCents, currency, clusterId })
      return fell && news.has(pair)
    })
  })
}
