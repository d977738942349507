import type { Temporal } from 'temporal-polyfill'
import type { DigestRhythm, WhenPreferences } from './preferences.ts'
import { isQuietTime, outOfQuiet } from './quiet.ts'
import { dayStart, hourStart, localAt, momentsOf, nextHourStart, onDate } from './zone.ts'

export type DigestPreferences = Pick<
  WhenPreferences,
  'timeZone' | 'quietHours' | 'digestTime' | 'digestWeekday'
>

/**
 * The next moment, strictly after `after`, at which digests of this rhythm go out.
 *
 * Their moments are a fixed sequence: each full local hour, or digestTime on each local day or on one weekday; a time
 * that the clock jumps over is the first moment after the jump, one that it shows twice is its first occurrence, and
 * one in quiet hours is their end. Each local day has exactly one daily digest, except a day that does not exist and
 * a day without any unquiet moment, whose digest is the next day's.
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
  // Quiet hours can carry a digest over two days at most: a day that they and a clock change fill.
  let day = localAt(preferences.timeZone, afterMs).toPlainDate().subtract({ days: 3 })
  for (;;) {
    const moment =
      rhythm === 'daily'
        ? dailyOn(preferences, day)
        : day.dayOfWeek === preferences.digestWeekday
          ? digestOn(preferences, day).moment
          : null
    if (moment !== null && moment > afterMs) return moment
    day = day.add({ days: 1 })
  }
}

/** Null for a day that has no digest of its own. */
function dailyOn(preferences: DigestPreferences, day: Temporal.PlainDate): number | null {
  const { timeZone, quietHours, digestTime } = preferences
  if (dayStart(timeZone, day) === dayStart(timeZone, day.add({ days: 1 }))) return null
  const { due, moment } = digestOn(preferences, day)
  if (moment === due || isQuietTime(quietHours, digestTime)) return moment
  // Only a clock change puts an unquiet time into quiet hours. Where they last into another day, that day's is enough.
  const dateOf = (atMs: number) => localAt(timeZone, atMs).toPlainDate()
  return dateOf(moment).equals(dateOf(due)) ? moment : null
}

function digestOn(preferences: DigestPreferences, day: Temporal.PlainDate): { due: number; moment: number } {
  const due = momentsOf(preferences.timeZone, onDate(day, preferences.digestTime)).first
  return { due, moment: outOfQuiet(preferences, due) }
}
