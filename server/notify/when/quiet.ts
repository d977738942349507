import type { WhenPreferences } from './preferences.ts'
import { firstMoment, lastMoment, localAt, onDate } from './zone.ts'

export type QuietPreferences = Pick<WhenPreferences, 'timeZone' | 'quietHours'>

/**
 * The end of the quiet hours that contain `at`; null outside of them.
 *
 * They are one stretch a day, from the first moment at which the clock shows `from` to the last moment at which it
 * shows `to`. Where the clock is put back over one of them, that makes the stretch longer and never shorter, so that
 * every moment at which the clock shows a quiet time is quiet, and no hole opens in a night. A time that the clock
 * jumps over is the first moment after the jump. Stretches that touch are one.
 */
export function quietUntil(preferences: QuietPreferences, at: Date): Date | null {
  const span = quietSpan(preferences, at.getTime())
  return span.isQuiet ? new Date(span.untilMs) : null
}

/** Whether a moment is quiet, and until when that stays so (Infinity where there are no quiet hours). */
export function quietSpan(
  { timeZone, quietHours }: QuietPreferences,
  atMs: number,
): { isQuiet: boolean; untilMs: number } {
  if (quietHours === null) return { isQuiet: false, untilMs: Number.POSITIVE_INFINITY }
  const { from, to } = quietHours
  const crossesMidnight = from > to
  let endMs: number | null = null
  // Two days back: where the clock is put back over midnight, a date begins before the one before it has ended.
  for (let day = localAt(timeZone, atMs).toPlainDate().subtract({ days: 2 }); ; day = day.add({ days: 1 })) {
    const startMs = firstMoment(timeZone, onDate(day, from))
    if (endMs === null && startMs > atMs) return { isQuiet: false, untilMs: startMs }
    if (endMs !== null && startMs > endMs) return { isQuiet: true, untilMs: endMs }
    const stopMs = lastMoment(timeZone, onDate(crossesMidnight ? day.add({ days: 1 }) : day, to))
    if (stopMs > (endMs ?? atMs)) endMs = stopMs
  }
}

/** The moment itself, or the end of the quiet hours that it lies in. */
export function outOfQuiet(preferences: QuietPreferences, atMs: number): number {
  const span = quietSpan(preferences, atMs)
  return span.isQuiet ? span.untilMs : atMs
}

/** Whether a time `HH:MM` on the clock is one of the quiet hours. */
export function isQuietTime(quietHours: WhenPreferences['quietHours'], time: string): boolean {
  if (quietHours === null) return false
  const { from, to } = quietHours
  return from < to ? time >= from && time < to : time >= from || time < to
}
