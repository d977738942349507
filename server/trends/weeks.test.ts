import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoWeek, lastWeeks, weekMs, weekStart } from './weeks.ts'

const at = (text: string) => Date.parse(text)
const moments = fc.integer({ min: at('1900-01-01T00:00:00Z'), max: at('2200-01-01T00:00:00Z') })

describe('ISO weeks', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-W01'],
    ['2027-01-01T12:00:00Z', '2026-W53'],
    ['2027-01-03T23:59:59.999Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2024-12-29T23:59:59.999Z', '2024-W52'],
    ['2021-01-03T00:00:00Z', '2020-W53'],
    ['2016-02-29T00:00:00Z', '2016-W09'],
    ['1969-12-31T00:00:00Z', '1970-W01'],
    ['1969-12-28T00:00:00Z', '1969-W52'],
  ])('%s is in %s', (time, week) => {
    expect(isoWeek(at(time))).toBe(week)
  })

  it('begin on Monday midnight UTC and hold exactly the seven days after it', () => {
    fc.assert(
      fc.property(moments, (ms) => {
        const start = weekStart(ms)
        expect(new Date(start).toISOString()).toMatch(/T00:00:00\.000Z$/)
        expect(new Date(start).getUTCDay()).toBe(1)
        expect(ms - start).toBeGreaterThanOrEqual(0)
        expect(ms - start).toBeLessThan(weekMs)
        expect(isoWeek(start)).toBe(isoWeek(ms))
        expect(isoWeek(start + weekMs)).not.toBe(isoWeek(ms))
      }),
    )
  })

  it('are numbered from the week with 4 January on, one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        expect(isoWeek(Date.UTC(year, 0, 4))).toBe(`${year}-W01`)
        expect(isoWeek(Date.UTC(year, 0, 4) - weekMs)).toMatch(new RegExp(`^${year - 1}-W5[23]$`))
        expect(isoWeek(Date.UTC(year, 11, 28))).toMatch(new RegExp(`^${year}-W5[23]$`))
      }),
    )
  })

  it('are the same length over the days on which clocks elsewhere change', () => {
    for (const start of lastWeeks(at('2026-11-22T12:00:00Z'), 60)) {
      expect(weekStart(start + weekMs - 1)).toBe(start)
      expect(weekStart(start + weekMs)).toBe(start + weekMs)
    }
  })

  it('go back from the one that is now, without a gap', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 104 }), (ms, count) => {
        const starts = lastWeeks(ms, count)
        expect(starts).toHaveLength(count)
        expect(starts.at(-1)).toBe(weekStart(ms))
        starts.slice(1).forEach((start, index) => {
          expect(start - starts[index]!).toBe(weekMs)
        })
      }),
    )
  })
})
