import type { Temporal } from 'temporal-polyfill'
import type { DigestRhythm, WhenPreferences } from './preferences.ts'
import { isQuietTime, outOfQuiet, quietSpan } from './quiet.ts'
import { dayStart, firstMoment, hourStart, localAt, nextHourStart, onDate } from './zone.ts'

export type DigestPreferences = Pick<
  WhenPreferences,
  'timeZone' | 'quietHours' | 'digestTime' | 'digestWeekday'
>

/**
 * The next moment, strictly after `after`, at which digests of this rhythm go out.
 *
 * Their moments are a fixed sequence: each full local hour, or digestTime on each local day or on one weekday; a time
 * that the clock jumps over is the first moment after the jump, one that it shows twice is its first occurrence, and
 * one in quiet hours is their end. Each local day has exactly one daily digest, except a day that does not exist, and
 * one on which a clock change puts digestTime into quiet hours that last into the next day: that day's digest serves
 * both.
 */
export function nextDigestAt(preferences: DigestPreferences, rhythm: DigestRhythm, after: Date): Date {
  const afterMs = after.getTime()
  return new Date(
    rhythm === 'hourly' ? nextHourly(preferences, afterMs) : nextByDay(preferences, rhythm, afterMs),
  )
}

function nextHourly(preferences: DigestPreferences, afterMs: number): number {
  const { timeZone } = preferences
  // The hour under way may have begun in quiet hours, so that its digest is still to come.
  const delayed = outOfQuiet(preferences, hourStart(timeZone, afterMs))
  return delayed > afterMs ? delayed : outOfQuiet(preferences, nextHourStart(timeZone, afterMs))
}

function nextByDay(preferences: DigestPreferences, rhythm: 'daily' | 'weekly', afterMs: number): number {
  const { timeZone, digestTime, digestWeekday } = preferences
  // Only in quiet hours a digest that was due before can be to come; from two days before, where a clock change and
  // quiet hours fill a day between them.
  const { isQuiet } = quietSpan(preferences, afterMs)
  let day = localAt(timeZone, afterMs)
    .toPlainDate()
    .subtract({ days: isQuiet ? 2 : 1 })
  for (; ; day = day.add({ days: 1 })) {
    if (rhythm === 'weekly' && day.dayOfWeek !== digestWeekday) continue
    const due = firstMoment(timeZone, onDate(day, digestTime))
    if (due <= afterMs && !isQuiet) continue
    const moment = outOfQuiet(preferences, due)
    if (moment <= afterMs) continue
    if (rhythm === 'weekly' || hasDailyDigest(preferences, day, due, moment)) return moment
  }
}

/** Whether a day has a daily digest of its own, due then and, out of quiet hours, at that moment. */
function hasDailyDigest(
  { timeZone, quietHours, digestTime }: DigestPreferences,
  day: Temporal.PlainDate,
  due: number,
  moment: number,
): boolean {
  if (dayStart(timeZone, day) === dayStart(timeZone, day.add({ days: 1 }))) return false
  if (moment === due || isQuietTime(quietHours, digestTime)) return true
  // Only a clock change puts an unquiet time into quiet hours. Where they last into another day, that day's is enough.
  const dateOf = (atMs: number) => localAt(timeZone, atMs).toPlainDate()
  return dateOf(moment).equals(dateOf(due))
}
