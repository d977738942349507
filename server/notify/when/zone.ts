import { Temporal } from 'temporal-polyfill'

/** A named zone's id as the zone database writes it; null for what is none, and for bare offsets. */
export function namedTimeZone(text: string): string | null {
  // Temporal takes the zone out of whole timestamps too, and takes offsets, which know no daylight saving time.
  if (text.length > 64 || !/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return null
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId
  } catch {
    return null
  }
}

export function localAt(timeZone: string, atMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
}

/** The date and the time `HH:MM` as a clock shows them. */
export function onDate(date: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  return date.toPlainDateTime({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) })
}

/**
 * When clocks show a local time: the first and the last moment, which differ where the clock is put back over it.
 * For one that the clock jumps over, both are the first moment after the jump.
 */
export function momentsOf(timeZone: string, shown: Temporal.PlainDateTime): { first: number; last: number } {
  const earlier = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (!earlier.toPlainDateTime().equals(shown)) {
    // Of a time that is jumped over, "earlier" is as far before the jump.
    const jump = earlier.getTimeZoneTransition('next')!.epochMilliseconds
    return { first: jump, last: jump }
  }
  const later = shown.toZonedDateTime(timeZone, { disambiguation: 'later' })
  return { first: earlier.epochMilliseconds, last: later.epochMilliseconds }
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
  const { first, last } = momentsOf(timeZone, fullHour(localAt(timeZone, atMs)))
  const shown = last <= atMs ? last : first
  const change = localAt(timeZone, atMs + 1).getTimeZoneTransition('previous')?.epochMilliseconds
  return change === undefined || change <= shown ? shown : Math.max(shown, hourStart(timeZone, change - 1))
}

/** The first moment after `atMs` at which an hour starts, in the sense of `hourStart`. */
export function nextHourStart(timeZone: string, atMs: number): number {
  const local = localAt(timeZone, atMs)
  const { first, last } = momentsOf(timeZone, fullHour(local).add({ hours: 1 }))
  const shown = first > atMs ? first : last
  const change = local.getTimeZoneTransition('next')?.epochMilliseconds
  if (change === undefined || change >= shown) return shown
  return hourStart(timeZone, change) === change ? change : nextHourStart(timeZone, change)
}

function fullHour(local: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  return local.toPlainDate().toPlainDateTime({ hour: local.hour })
}
