import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockSlackMs, msLeft, pastOf } from './clock.ts'

const now = new Date('2026-11-22T12:00:00Z')
const at = (ms: number) => new Date(now.getTime() + ms)
const dayMs = 86_400_000
const ms = fc.integer({ min: -1000 * dayMs, max: 1000 * dayMs })

describe('a moment that has not come', () => {
  it('is of a clock that was set back, and of no other than a clock that differs a little', () => {
    expect(pastOf(null, now)).toBeNull()
    expect(pastOf(at(clockSlackMs), now)).toEqual(at(clockSlackMs))
    expect(pastOf(at(clockSlackMs + 1), now)).toBeNull()
    expect(pastOf(at(-1000 * dayMs), now)).toEqual(at(-1000 * dayMs))
  })
})

describe('what is left of a time', () => {
  it('is never more than its length, wherever the clock was when it began', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: 0, max: dayMs }), fc.boolean(), (beginsMs, lengthMs, isKnown) => {
        const until = at(beginsMs + lengthMs)
        const left = msLeft(isKnown ? at(beginsMs) : null, until, now, dayMs)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(isKnown ? lengthMs : dayMs)
        if (beginsMs <= 0) expect(left).toBe(Math.max(0, Math.min(dayMs, beginsMs + lengthMs)))
      }),
    )
  })
  it('is nothing where there is no end', () => {
    expect(msLeft(null, null, now, dayMs)).toBe(0)
  })
})
