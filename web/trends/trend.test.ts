import { describe, expect, it } from 'vitest'
import type { TrendWeek } from './queries.ts'
import { movedOf, newPerWeek, shownWeeks } from './trend.ts'

const week = (n: number, medianCents: number | null, change: Partial<TrendWeek> = {}): TrendWeek => ({
  ...{ week: `2026-W${n}`, startsAt: `2026-01-${n}T00:00:00.000Z`, partial: false },
  ...{ newListings: medianCents === null ? 0 : 5, foundLate: 0, sold: null },
  asking: medianCents === null ? null : { count: 8, q1Cents: 1, medianCents, q3Cents: 9 },
  ended: { count: 0, medianDays: null },
  daysOnMarket: { watched: 5, ended: 0, medianDays: null, watchedDays: 3 },
  sellThrough: { share: null, complete: false, endedInTime: 0, watched: 0 },
  ...change,
})

describe('how what is asked moved', () => {
  it('is from the first whole week to the last', () => {
    const weeks = [
      week(10, null),
      week(11, 200),
      week(12, 300),
      week(13, 150),
      week(14, 900, { partial: true }),
    ]
    expect(movedOf(weeks)).toMatchObject({ percent: -25, from: weeks[1], to: weeks[3] })
  })
  it('is not told by a week of few prices, nor by one week', () => {
    const few = { asking: { count: 7, q1Cents: 1, medianCents: 1, q3Cents: 1 } }
    expect(movedOf([week(10, 200), week(11, null, few)])).toBeNull()
    expect(movedOf([])).toBeNull()
  })
})

it('listings of a week are the mean of those that are over, from the first that was seen', () => {
  expect(newPerWeek([week(10, null), week(11, 1), week(12, null), week(13, 1, { partial: true })])).toBe(2.5)
  expect(newPerWeek([week(13, 1, { partial: true })])).toBeNull()
})

it('shows no years of which nothing is known, but as many weeks as make a chart', () => {
  const weeks = [...Array.from({ length: 20 }, (_, n) => week(n, null)), week(20, 1)]
  expect(shownWeeks({ weeks })).toEqual(weeks.slice(-8))
  expect(shownWeeks({ weeks: weeks.slice(0, 20) })).toHaveLength(8)
  expect(shownWeeks({ weeks: [week(1, 1), ...weeks] })).toHaveLength(22)
})
