import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cooldownDelayMs, dueBounds, isSeenElsewhere, pollDelayMs, retryDelayMs } from './rhythm.ts'

const minute = 60_000
const day = 1440 * minute
const now = new Date('2026-11-22T12:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const intervals = fc.integer({ min: minute, max: day })
const ages = fc.integer({ min: 0, max: 400 * day })

describe('the rhythm of polls', () => {
  it('is never faster than the source is scanned, nor than half an hour', () => {
    fc.assert(
      fc.property(
        intervals,
        ages,
        fc.constantFrom('active', 'pending', 'sold', 'gone', null),
        (ms, age, state) => {
          const least = Math.max(ms, 30 * minute)
          const delay = pollDelayMs({ updatedAt: ago(age) }, state, ms, now)
          if (delay !== null) expect(delay).toBeGreaterThanOrEqual(least)
          expect(retryDelayMs({ polledAt: null, createdAt: ago(age) }, ms, now)).toBeGreaterThanOrEqual(least)
        },
      ),
    )
  })

  it('slows down for what is over, to a poll a day, and ends after three months', () => {
    const delay = (age: number) => pollDelayMs({ updatedAt: ago(age) }, 'sold', 5 * minute, now)
    expect([0, 60 * minute, 10 * day, 91 * day].map(delay)).toEqual([30 * minute, 60 * minute, day, null])
    expect(pollDelayMs({ updatedAt: ago(91 * day) }, 'active', 5 * minute, now)).toBe(30 * minute)
  })

  it('doubles with each poll in a row that failed, to a day at the most', () => {
    let at = 0
    const waits = Array.from({ length: 8 }, () => {
      const wait = retryDelayMs({ polledAt: ago(at), createdAt: ago(0) }, 5 * minute, now)
      at += wait
      return wait / minute
    })
    expect(waits).toEqual([30, 30, 60, 120, 240, 480, 960, 1440])
  })

  it('takes for due what only a clock that was ahead can have dated, and nothing that is waited for', () => {
    fc.assert(
      fc.property(
        intervals,
        ages,
        fc.constantFrom('active', 'sold'),
        fc.nat(30 * day),
        (ms, age, state, rest) => {
          const { beyond } = dueBounds(now)
          const delays = [
            pollDelayMs({ updatedAt: ago(age) }, state, ms, now),
            retryDelayMs({ polledAt: null, createdAt: ago(age) }, ms, now),
            cooldownDelayMs(rest),
          ]
          // Up to a tenth is added.
          for (const delay of delays)
            expect(now.getTime() + (delay ?? 0) * 1.1).toBeLessThan(beyond.getTime())
          const jumped = new Date(now.getTime() + 2 * day)
          expect(jumped.getTime() + Math.max(ms, 30 * minute)).toBeGreaterThan(beyond.getTime())
        },
      ),
    )
  })

  it('believes no poll and no sighting of the future', () => {
    const seen = (observed: number, polled: number) =>
      isSeenElsewhere({ polledAt: ago(polled) }, ago(observed).getTime(), 5 * minute, now)
    expect(seen(10 * minute, -2 * day)).toBe(true)
    expect(seen(-2 * day, 30 * minute)).toBe(false)
    expect(retryDelayMs({ polledAt: ago(-2 * day), createdAt: ago(day) }, 5 * minute, now)).toBe(30 * minute)
    expect(pollDelayMs({ updatedAt: ago(-2 * day) }, 'sold', 5 * minute, now)).toBe(30 * minute)
  })

  it('leaves out what scans see: they write it at most once an hour', () => {
    const seen = (observed: number, polled: number | null) =>
      isSeenElsewhere(
        { polledAt: polled === null ? null : ago(polled) },
        ago(observed).getTime(),
        5 * minute,
        now,
      )
    expect(seen(65 * minute, null)).toBe(true)
    expect(seen(80 * minute, null)).toBe(false)
    // What the last poll itself saw does not count.
    expect(seen(30 * minute, 30 * minute)).toBe(false)
    expect(seen(10 * minute, 30 * minute)).toBe(true)
  })
})
