import { Temporal } from 'temporal-polyfill'

export function localAt(timeZone: string, atMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
}

/** `2026-11-22 20:42`, as a clock there shows it. */
export function minuteIn(timeZone: string, at: Date): string {
  return localAt(timeZone, at.getTime())
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
}

/** The date and the time `HH:MM` as a clock shows them. */
export function onDate(date: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  return date.toPlainDateTime({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) })
}

/** The first moment at which the clock shows this; of what it jumps over, the first moment after the jump. */
export function firstMoment(timeZone: string, shown: Temporal.PlainDateTime): number {
  const earlier = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(shown)) return earlier.epochMilliseconds
  // Of a time that is jumped over, "earlier" lies before the jump, by its length.
  return earlier.getTimeZoneTransition('next')!.epochMilliseconds
}

/** The last moment at which the clock shows this, where it is put back over it; else as `firstMoment`. */
export function lastMoment(timeZone: string, shown: Temporal.PlainDateTime): number {
  const later = shown.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return later.toPlainDateTime().equals(shown) ? later.epochMilliseconds : firstMoment(timeZone, shown)
}

/** The first moment of a date; of a date that the zone left out, that of the next. */
export function dayStart(timeZone: string, date: Temporal.PlainDate): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds
}

/**
 * The latest moment, not after `atMs`, at which the clock showed a full hour or jumped over one. An hour that the
 * clock shows twice starts twice; half an hour that it shows twice belongs to the hour that it repeats.
 */
export function hourStart(timeZone: string, atMs: number): number {
  const hour = fullHour(localAt(timeZone, atMs))
  const last = lastMoment(timeZone, hour)
  const shown = last <= atMs ? last : firstMoment(timeZone, hour)
  const change = localAt(timeZone, atMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds
  return change === undefined || change <= shown ? shown : Math.max(shown, hourStart(timeZone, change - 1))
}

/** The first moment after `atMs` at which an hour starts, in the sense of `hourStart`. */
export function nextHourStart(timeZone: string, atMs: number): number {
  const local = localAt(timeZone, atMs)
  const hour = fullHour(local).add({ hours: 1 })
  const first = firstMoment(timeZone, hour)
  const shown = first > atMs ? first : lastMoment(timeZone, hour)
  const change = local.getTimeZoneTransition('next')?.epochMilliseconds
  if (change === undefined || change >= shown) return shown
  return hourStart(timeZone, change) === change ? change : nextHourStart(timeZone, change)
}

function fullHour(local: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  return local.toPlainDate().toPlainDateTime({ hour: local.hour })
}
