import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CapCounters, capCounts, capWindows } from './caps.ts'
import { nextDigestAt } from './digest.ts'
import { defaultPreferences, rhythms, type WhenPreferences } from './preferences.ts'
import { quietUntil } from './quiet.ts'
import { createWhen } from './remembering.ts'
import { clockOf, dayMs, everyRuleSet, hourMs, strangeChanges, timeNumber, timeText } from './test-kit.ts'
import { isUrgent, type NotifyInput, whenToNotify } from './when-to-notify.ts'

const berlin: WhenPreferences = {
  ...defaultPreferences('Europe/Berlin'),
  quietHours: { from: '22:00', to: '07:00' },
}
/** A Wednesday at 13:20 in Berlin. */
const noon = new Date('2026-11-25T12:20:00Z')
const calm: NotifyInput = {
  now: noon,
  score: 80,
  rhythm: 'immediately',
  coolingUntil: null,
  sent: { hour: 0, day: 0 },
  preferences: berlin,
}
const notify = (change: Partial<NotifyInput>) => whenToNotify({ ...calm, ...change })
const at = (iso: string, reason: string) => ({ at: new Date(iso), reason })

describe('a notification', () => {
  it('goes out now when nothing holds it', () => {
    expect(notify({})).toEqual({ at: 'now' })
    expect(notify({ coolingUntil: noon })).toEqual({ at: 'now' })
    expect(notify({ sent: { hour: 9, day: 49 } })).toEqual({ at: 'now' })
  })
  it('in the quiet hours waits for their end, to the second', () => {
    expect(notify({ now: new Date('2026-11-25T20:59:59.999Z') })).toEqual({ at: 'now' })
    const held = at('2026-11-26T06:00:00Z', 'quiet-hours')
    expect(notify({ now: new Date('2026-11-25T21:00:00Z') })).toEqual(held)
    expect(notify({ now: new Date('2026-11-26T05:59:59.999Z') })).toEqual(held)
    expect(notify({ now: new Date('2026-11-26T06:00:00Z') })).toEqual({ at: 'now' })
  })
  it('of a rule that collects waits for its digest, which quiet hours move to their end', () => {
    expect(notify({ rhythm: 'hourly' })).toEqual(at('2026-11-25T13:00:00Z', 'digest'))
    expect(notify({ rhythm: 'daily' })).toEqual(at('2026-11-26T07:00:00Z', 'digest'))
    expect(notify({ rhythm: 'weekly' })).toEqual(at('2026-11-30T07:00:00Z', 'digest'))
    const preferences = { ...berlin, digestTime: '23:30' }
    expect(notify({ rhythm: 'weekly', preferences })).toEqual(at('2026-12-01T06:00:00Z', 'digest'))
    // Monday's digest is still to come on Tuesday morning.
    const tuesday = new Date('2026-12-01T05:00:00Z')
    expect(notify({ rhythm: 'weekly', preferences, now: tuesday })).toEqual(
      at('2026-12-01T06:00:00Z', 'digest'),
    )
  })
  it('over the limit of an hour waits for the next hour, and if that is quiet for the morning', () => {
    expect(notify({ sent: { hour: 10, day: 10 } })).toEqual(at('2026-11-25T13:00:00Z', 'cap-hour'))
    const late = new Date('2026-11-25T20:30:00Z')
    expect(notify({ sent: { hour: 10, day: 10 }, now: late })).toEqual(at('2026-11-26T06:00:00Z', 'cap-hour'))
  })
  it('over the limit of a day waits for the first daily digest of a later day', () => {
    expect(notify({ sent: { hour: 0, day: 50 } })).toEqual(at('2026-11-26T07:00:00Z', 'cap-day'))
    const beforeDigest = new Date('2026-11-25T06:30:00Z')
    expect(notify({ sent: { hour: 0, day: 50 }, now: beforeDigest })).toEqual(
      at('2026-11-26T07:00:00Z', 'cap-day'),
    )
  })
  it('has no limits where none are set', () => {
    const preferences = { ...berlin, perHourMax: null, perDayMax: null }
    expect(notify({ sent: { hour: 1e6, day: 1e6 }, preferences })).toEqual({ at: 'now' })
  })
  it('of a rule that cools down waits until that ends, and if that is quiet for the morning', () => {
    const soon = new Date('2026-11-25T14:00:00Z')
    expect(notify({ coolingUntil: soon })).toEqual({ at: soon, reason: 'cooldown' })
    const night = new Date('2026-11-25T23:00:00Z')
    expect(notify({ coolingUntil: night })).toEqual(at('2026-11-26T06:00:00Z', 'cooldown'))
  })
  it('held by several waits for the last of them and names it; the person’s own choice where they are equal', () => {
    const now = new Date('2026-11-25T22:30:00Z')
    expect(notify({ now, sent: { hour: 10, day: 10 } })).toEqual(at('2026-11-26T06:00:00Z', 'quiet-hours'))
    expect(notify({ now, sent: { hour: 10, day: 50 } })).toEqual(at('2026-11-26T07:00:00Z', 'cap-day'))
    expect(notify({ rhythm: 'daily', sent: { hour: 10, day: 50 } })).toEqual(
      at('2026-11-26T07:00:00Z', 'digest'),
    )
    const later = new Date('2026-11-26T08:00:00Z')
    expect(notify({ rhythm: 'daily', coolingUntil: later })).toEqual({ at: later, reason: 'cooldown' })
  })
  it('of an urgent deal passes quiet hours, limits and digests, but not the cooldown', () => {
    const preferences = { ...berlin, urgentScore: 90 }
    const now = new Date('2026-11-25T23:30:00Z')
    const held: Partial<NotifyInput> = { preferences, now, rhythm: 'weekly', sent: { hour: 99, day: 99 } }
    expect(notify({ ...held, score: 90 })).toEqual({ at: 'now' })
    expect(notify({ ...held, score: 89.9 })).not.toEqual({ at: 'now' })
    expect(notify({ ...held, score: null })).not.toEqual({ at: 'now' })
    const coolingUntil = new Date('2026-11-25T23:45:00Z')
    expect(notify({ ...held, score: 90, coolingUntil })).toEqual({ at: coolingUntil, reason: 'cooldown' })
  })
})

/** Moments around clock changes, where arithmetic on local time goes wrong. */
const changes = [
  ...everyRuleSet().flatMap(({ timeZone, changes: moments }) =>
    (moments.length === 0 ? [Date.parse('2027-06-15T00:00:00Z')] : moments).map((change) => ({
      timeZone,
      change,
    })),
  ),
  ...strangeChanges,
]
const time = fc.integer({ min: 0, max: 1439 }).map(timeText)
const place = fc.constantFrom(...changes)
const preferences = (timeZone: string): fc.Arbitrary<WhenPreferences> =>
  fc.record({
    timeZone: fc.constant(timeZone),
    rhythm: fc.constantFrom(...rhythms),
    digestTime: time,
    digestWeekday: fc.integer({ min: 1, max: 7 }),
    quietHours: fc.option(fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)),
    perHourMax: fc.option(fc.integer({ min: 1, max: 3 })),
    perDayMax: fc.option(fc.integer({ min: 1, max: 3 })),
    urgentScore: fc.option(fc.integer({ min: 0, max: 100 })),
  })
const notifyInput: fc.Arbitrary<NotifyInput> = place.chain(({ timeZone, change }) =>
  fc.record({
    now: fc.integer({ min: -40 * 60, max: 30 * 60 }).map((minutes) => new Date(change + minutes * 60_000)),
    score: fc.option(fc.integer({ min: 0, max: 100 })),
    rhythm: fc.constantFrom(...rhythms),
    coolingUntil: fc.option(
      fc.integer({ min: -dayMs, max: dayMs }).map((afterMs) => new Date(change + afterMs)),
    ),
    sent: fc.record({ hour: fc.integer({ min: 0, max: 4 }), day: fc.integer({ min: 0, max: 4 }) }),
    preferences: preferences(timeZone),
  }),
)

describe('whatever the zone, the moment and the preferences', () => {
  it('what is held has a moment in the future, soon enough, at which no clock shows quiet hours', () => {
    const clocks = new Map<string, ReturnType<typeof clockOf>>()
    fc.assert(
      fc.property(notifyInput, (input) => {
        const { now, preferences: wanted } = input
        const notifying = whenToNotify(input)
        if (notifying.at === 'now') return
        expect(notifying.at > now).toBe(true)
        expect(notifying.at.getTime() - now.getTime()).toBeLessThanOrEqual(8 * dayMs + 2 * hourMs)
        if (isUrgent(wanted, input.score) || wanted.quietHours === null) return
        if (!clocks.has(wanted.timeZone)) clocks.set(wanted.timeZone, clockOf(wanted.timeZone))
        const minutes = clocks.get(wanted.timeZone)!(notifying.at.getTime())
        const { from, to } = wanted.quietHours
        const sinceFrom = (shown: number) => (shown - timeNumber(from) + 1440) % 1440
        expect(sinceFrom(minutes % 1440)).toBeGreaterThanOrEqual(sinceFrom(timeNumber(to)))
      }),
      { numRuns: 2000 },
    )
  })
  it('asked again at that moment with fresh counts, the answer is now', () => {
    fc.assert(
      fc.property(notifyInput, (input) => {
        const notifying = whenToNotify({ ...input, rhythm: 'immediately' })
        if (notifying.at === 'now') return
        const again = {
          ...input,
          rhythm: 'immediately' as const,
          now: notifying.at,
          sent: { hour: 0, day: 0 },
        }
        expect(whenToNotify(again)).toEqual({ at: 'now' })
      }),
      { numRuns: 1500 },
    )
  })
  it('an overflow waits into another window: its counts are fresh when it is asked about again', () => {
    fc.assert(
      fc.property(notifyInput, (input) => {
        const notifying = whenToNotify({ ...input, rhythm: 'immediately', coolingUntil: null })
        if (notifying.at === 'now') return
        const windows = capWindows(input.preferences, input.now)
        const counters: CapCounters = { ...windows, hourCount: input.sent.hour, dayCount: input.sent.day }
        const { sent } = capCounts(counters, capWindows(input.preferences, notifying.at))
        if (notifying.reason === 'cap-hour') expect(sent.hour).toBe(0)
        if (notifying.reason === 'cap-day') expect(sent.day).toBe(0)
      }),
      { numRuns: 800 },
    )
  })
  it('remembered answers are the worked out ones, in whatever order they are asked for', () => {
    const asks = place.chain(({ timeZone, change }) =>
      fc.tuple(
        fc.array(preferences(timeZone), { minLength: 1, maxLength: 2 }),
        fc.array(
          fc.integer({ min: -36 * 60, max: 36 * 60 }).map((minutes) => new Date(change + minutes * 60_000)),
          {
            minLength: 2,
            maxLength: 4,
          },
        ),
      ),
    )
    fc.assert(
      fc.property(asks, fc.constantFrom(1, 3, 100), ([people, moments], keysMax) => {
        const when = createWhen({ keysMax })
        for (const person of people) {
          // Where one answer ends the next begins.
          const ends = moments.flatMap((now) => [
            capWindows(person, now).hourEnd,
            quietUntil(person, now) ?? now,
            nextDigestAt(person, 'daily', now),
          ])
          for (const now of [...moments, ...ends]) {
            expect(when.quietUntil(person, now)).toEqual(quietUntil(person, now))
            expect(when.capWindows(person, now)).toEqual(capWindows(person, now))
            expect(when.nextDigestAt(person, 'daily', now)).toEqual(nextDigestAt(person, 'daily', now))
            const input = { ...calm, now, preferences: person, sent: { hour: 3, day: 0 } }
            expect(when.whenToNotify(input)).toEqual(whenToNotify(input))
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('counts of a cap', () => {
  const windows = capWindows(berlin, noon)
  const counters: CapCounters = { ...windows, hourCount: 4, dayCount: 20 }

  it('go on in the same hour and day, and start over in the next', () => {
    expect(capCounts(null, windows).sent).toEqual({ hour: 0, day: 0 })
    const { sent, afterOneMore } = capCounts(counters, windows)
    expect(sent).toEqual({ hour: 4, day: 20 })
    expect(capCounts(afterOneMore, windows).sent).toEqual({ hour: 5, day: 21 })
    const nextHour = capWindows(berlin, windows.hourEnd)
    expect(capCounts(counters, nextHour).sent).toEqual({ hour: 0, day: 20 })
    const nextDay = capWindows(berlin, windows.dayEnd)
    expect(capCounts(counters, nextDay)).toEqual({
      sent: { hour: 0, day: 0 },
      afterOneMore: { hourStart: nextDay.hourStart, hourCount: 1, dayStart: nextDay.dayStart, dayCount: 1 },
    })
  })
  it('of the next window are not lost to a process whose clock is behind', () => {
    const ahead: CapCounters = { ...capWindows(berlin, windows.hourEnd), hourCount: 9, dayCount: 29 }
    expect(capCounts(ahead, windows)).toEqual({
      sent: { hour: 9, day: 29 },
      afterOneMore: { hourStart: windows.hourEnd, hourCount: 10, dayStart: windows.dayStart, dayCount: 30 },
    })
  })
  it('of a window that a wrong clock put far ahead count no more', () => {
    const wrong = capWindows(berlin, new Date('2031-01-01T00:00:00Z'))
    expect(capCounts({ ...wrong, hourCount: 10, dayCount: 50 }, windows).sent).toEqual({ hour: 0, day: 0 })
  })
  it('are of one row with the counters that belong to it alone', () => {
    expect(Object.keys(capCounts(counters, windows).afterOneMore).sort()).toEqual([
      'dayCount',
      'dayStart',
      'hourCount',
      'hourStart',
    ])
  })
})
