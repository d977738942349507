import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastOf, forecastSaid, negativeBinomialQuantiles } from './forecast.ts'

const counts = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 30 })
const repeated = (days: number[], times: number) => Array.from({ length: times }, () => days).flat()

describe('a forecast of messages per day', () => {
  it('has figures that are numbers in order, whatever was counted', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (days, missing) => {
        const span = days.length - missing
        const found = forecastOf(days, span)
        if (span < 1 / 24) {
          expect(found).toBeNull()
          return
        }
        const { perDay, perDayMax, low, high } = found!
        for (const figure of [perDay, perDayMax, low, high]) expect(Number.isFinite(figure)).toBe(true)
        expect(0 <= low && low <= high).toBe(true)
        expect(perDay).toBeLessThan(perDayMax)
        expect(high).toBeGreaterThanOrEqual(Math.floor(perDay))
        expect(low).toBeLessThanOrEqual(Math.ceil(perDay + 0.5 / span))
      }),
    )
  })

  it('is the surer of the mean the longer the same went on', () => {
    // Below three days nothing is known of how much they differ, so those may seem surer than they are.
    const some = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 10 }), (days, times) => {
        const [short, long] = [days, repeated(days, times)].map((all) => forecastOf(all, all.length)!)
        expect(long!.perDayMax - long!.perDay).toBeLessThan(short!.perDayMax - short!.perDay)
      }),
    )
  })

  it('is the narrower the longer equal days went on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (count, days, more) => {
          const width = (n: number) => {
            const { low, high } = forecastOf(new Array<number>(n).fill(count), n)!
            return high - low
          }
          // Messages are whole, so an end may round to the other side.
          expect(width(days + more)).toBeLessThanOrEqual(width(days) + 1)
          if (count >= 20) expect(width(30 * days)).toBeLessThan(width(days) + (days > 2 ? 1 : 0))
        },
      ),
    )
  })

  it('of nothing observed has an upper bound by the rule of three, which falls with time', () => {
    for (const days of [0.5, 1, 3, 7, 30]) {
      expect(forecastOf(new Array(Math.ceil(days)).fill(0), days)).toMatchObject({
        perDay: 0,
        perDayMax: 3 / days,
        low: 0,
      })
    }
  })

  it('of no time at all is none', () => {
    expect(forecastOf([], 0)).toBeNull()
    expect(forecastOf([], Number.NaN)).toBeNull()
  })

  it('is wider where the days differ more than chance makes them', () => {
    const even = forecastOf([10, 10, 10, 10, 10, 10, 10], 7)!
    const uneven = forecastOf([70, 0, 0, 0, 0, 0, 0], 7)!
    expect(uneven.perDay).toBe(even.perDay)
    expect(uneven.high - uneven.low).toBeGreaterThan(even.high - even.low)
    expect(uneven.perDayMax).toBeGreaterThan(even.perDayMax)
  })

  it('holds the count of a coming day on about two days of three, when messages come by chance', () => {
    const random = seeded(7)
    let inside = 0
    const runs = 3_000
    for (let run = 0; run < runs; run++) {
      const rate = 0.5 + random() * 20
      const seen = Array.from({ length: 7 }, () => poisson(rate, random))
      const { low, high } = forecastOf(seen, 7)!
      const next = poisson(rate, random)
      if (low <= next && next <= high) inside++
    }
    // Whole messages and the allowance for uneven days make it more than two thirds.
    expect(inside / runs).toBeGreaterThan(0.66)
    expect(inside / runs).toBeLessThan(0.88)
  })

  it('finds quantiles of a negative binomial distribution: the median of the closed form for r = 1', () => {
    // r = 1 is geometric: P(X ≤ k) = 1 − (1 − p)^(k+1).
    for (const mean of [0.3, 2, 50, 4_000]) {
      const p = 1 / (1 + mean)
      const [median] = negativeBinomialQuantiles(mean, mean * (1 + mean), [0.5])
      expect(1 - (1 - p) ** (median! + 1)).toBeGreaterThanOrEqual(0.5 - 1e-9)
      expect(1 - (1 - p) ** median!).toBeLessThan(0.5 + 1e-9)
    }
  })
})

describe('the sentence', () => {
  const of = (counts: number[], days = counts.length) =>
    forecastSaid(
      counts.reduce((a, b) => a + b, 0),
      days,
      forecastOf(counts, days),
    ).sentence

  it.each([
    [
      [2, 2, 2, 2, 2, 2, 2],
      7,
      'This would have notified you 14 times in the last 7 days, about 2 a day (1 to 4 on most days).',
    ],
    [
      [1, 0, 0, 0, 0, 0, 0],
      7,
      'This would have notified you once in the last 7 days, about 1 a week (0 to 1 on most days).',
    ],
    [
      [0, 0, 0, 0, 0, 0, 0],
      7,
      'This would have notified you of nothing in the last 7 days; more than 3 a week would be a surprise.',
    ],
    [
      [5, 1, 0],
      2.5,
      'This would have notified you 6 times in the last 2.5 days, about 2.4 a day (1 to 4 on most days).',
    ],
    [[2], 1, 'This would have notified you twice in the last day, about 2 a day (0 to 4 on most days).'],
    [
      [1],
      0.25,
      'This would have notified you once in the last 6 hours, about 4 a day (1 to 11 on most days).',
    ],
    [[], 0, 'There is nothing to look back on yet.'],
    [
      [6],
      0.001,
      'This would have notified you 6 times since the first listing was seen, too short a time to forecast from.',
    ],
  ])('of %j in %s days', (counts, days, sentence) => {
    expect(of(counts, days)).toBe(sentence)
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let product = random()
  let count = 0
  for (; product > limit; count++) product *= random()
  return count
}
