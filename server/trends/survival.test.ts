import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endedShare, medianDays, survival, type Watch } from './survival.ts'

const watch = (exitDays: number, ended: boolean, entryDays = 0, count = 1): Watch => ({
  entryDays,
  exitDays,
  ended,
  count,
})

const watches = fc.array(
  fc
    .record({
      entryDays: fc.integer({ min: 0, max: 40 }),
      lengthDays: fc.integer({ min: 1, max: 60 }),
      ended: fc.boolean(),
      count: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ lengthDays, ...rest }) => ({ ...rest, exitDays: rest.entryDays + lengthDays })),
  { maxLength: 40 },
)
const untruncated = watches.map((list) => list.map((one) => ({ ...one, entryDays: 0 })))

/** The definition, one listing at a time. */
function naive(list: Watch[], days: number): number {
  const single = list.flatMap((one) => Array.from({ length: one.count }, () => one))
  const times = [...new Set(single.filter(({ ended }) => ended).map(({ exitDays }) => exitDays))].sort(
    (a, b) => a - b,
  )
  return times
    .filter((time) => time <= days)
    .reduce((share, time) => {
      const risk = single.filter((one) => one.entryDays < time && one.exitDays >= time).length
      const ended = single.filter((one) => one.ended && one.exitDays === time).length
      const later = single.some((one) => one.entryDays >= time)
      return ended === risk && later ? share : share * (1 - ended / risk)
    }, 1)
}

describe('survival', () => {
  it('is the textbook estimate: six ended or lost at 1, 2+, 3, 4, 4+, 5+ days', () => {
    const curve = survival([
      watch(1, true),
      watch(2, false),
      watch(3, true),
      watch(4, true),
      watch(4, false),
      watch(5, false),
    ])
    expect(curve.steps.map(({ days }) => days)).toEqual([1, 3, 4])
    expect(curve.steps[0]!.share).toBeCloseTo(5 / 6)
    expect(curve.steps[1]!.share).toBeCloseTo((5 / 6) * (3 / 4))
    expect(curve.steps[2]!.share).toBeCloseTo((5 / 6) * (3 / 4) * (2 / 3))
    expect(medianDays(curve)).toBe(4)
    expect(curve.watchedDays).toBe(5)
  })

  it('knows nothing of nothing', () => {
    const curve = survival([])
    expect(curve).toEqual({ steps: [], watchedDays: 0 })
    expect(medianDays(curve)).toBeNull()
    expect(endedShare(curve, 28)).toBeNull()
  })

  it('equals the plain share and the plain median when everything was watched to its end', () => {
    fc.assert(
      fc.property(untruncated, fc.integer({ min: 0, max: 60 }), (list, days) => {
        const all = list.map((one) => ({ ...one, ended: true }))
        const exits = all
          .flatMap(({ exitDays, count }) => Array.from({ length: count }, () => exitDays))
          .sort((a, b) => a - b)
        fc.pre(exits.length > 0)
        const curve = survival(all)
        expect(endedShare(curve, days)).toBeCloseTo(
          exits.filter((exit) => exit <= days).length / exits.length,
          9,
        )
        expect(medianDays(curve)).toBe(exits[Math.ceil(exits.length / 2) - 1])
      }),
    )
  })

  it('equals the definition, whatever was lost or found late', () => {
    fc.assert(
      fc.property(watches, fc.integer({ min: 0, max: 120 }), (list, days) => {
        const curve = survival(list)
        const share = curve.steps.findLast((step) => step.days <= days)?.share ?? 1
        expect(share).toBeCloseTo(naive(list, days), 9)
      }),
    )
  })

  it('only ever falls, between 1 and 0', () => {
    fc.assert(
      fc.property(watches, (list) => {
        let before = { days: 0, share: 1 }
        for (const step of survival(list).steps) {
          expect(step.days).toBeGreaterThan(before.days)
          expect(step.share).toBeLessThan(before.share + 1e-12)
          expect(step.share).toBeGreaterThanOrEqual(0)
          before = step
        }
      }),
    )
  })

  it('does not depend on the order, nor on how equal histories are grouped', () => {
    fc.assert(
      fc.property(watches, (list) => {
        const single = list.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })))
        const shares = (curve: ReturnType<typeof survival>) => curve.steps.map(({ share }) => share)
        const [grouped, apart] = [survival(list), survival(single.toReversed())]
        expect(apart.steps.map(({ days }) => days)).toEqual(grouped.steps.map(({ days }) => days))
        shares(apart).forEach((share, index) => {
          expect(share).toBeCloseTo(shares(grouped)[index]!, 9)
        })
      }),
    )
  })

  it('takes slow sellers into account: one more that is still for sale never makes the market look faster', () => {
    fc.assert(
      fc.property(untruncated, fc.integer({ min: 0, max: 60 }), (list, days) => {
        const [without, beside] = [survival(list), survival([...list, watch(1000, false)])]
        const share = (curve: ReturnType<typeof survival>) => endedShare(curve, days) ?? 0
        fc.pre(endedShare(without, days) !== null)
        expect(share(beside)).toBeLessThanOrEqual(share(without) + 1e-9)
        expect(medianDays(beside) ?? Infinity).toBeGreaterThanOrEqual(medianDays(without) ?? Infinity)
      }),
    )
  })

  it('is not fooled by listings found late, whose quick neighbours were gone before anybody looked', () => {
    // Of 100 posted, half go at 2 days and half at 20; looked at first on day 10, only the slow half is there.
    const seen = survival([watch(2, true, 0, 50), watch(20, true, 0, 50), watch(20, true, 10, 50)])
    expect(medianDays(seen)).toBe(2)
    expect(endedShare(seen, 3)).toBeCloseTo(0.5)
  })

  it('passes over an age at which the only one watched ends before the others are found', () => {
    const curve = survival([watch(1, true), watch(30, true, 5, 4), watch(40, false, 5, 4)])
    expect(curve.steps).toEqual([{ days: 30, share: 0.5 }])
  })

  it('leaves out histories that cannot be: watched for no time, from a negative age, not a number', () => {
    expect(
      survival([
        watch(3, true, 3),
        watch(2, true, 5),
        watch(1, true, -1),
        watch(Number.NaN, true),
        watch(1, true, 0, 0),
      ]),
    ).toEqual({ steps: [], watchedDays: 0 })
  })

  it('does not tell a share for an age to which nothing was watched', () => {
    expect(endedShare(survival([watch(10, true), watch(12, false)]), 28)).toBeNull()
    expect(endedShare(survival([watch(10, true), watch(12, true)]), 28)).toBe(1)
    expect(endedShare(survival([watch(10, true), watch(28, false)]), 28)).toBeCloseTo(0.5)
  })
})
