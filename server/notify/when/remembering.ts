import { type CapWindows, capWindows } from './caps.ts'
import { nextDigestAt } from './digest.ts'
import { quietSpan } from './quiet.ts'
import { type Answers, type NotifyInput, type NotifyTime, whenToNotify } from './when-to-notify.ts'

export interface When extends Answers {
  whenToNotify(input: NotifyInput): NotifyTime
}

/**
 * The same questions with the same answers, for asking often: every answer holds for a span of time (until the quiet
 * hours begin or end, until the next digest, until the hour ends), and is worked out once for all people with the same
 * preferences who ask in that span.
 */
export function createWhen({ keysMax = 20_000 }: { keysMax?: number } = {}): When {
  const quiet = spanCache<boolean>(keysMax)
  const digests = spanCache<null>(keysMax)
  const windows = spanCache<CapWindows>(keysMax)

  const answers: Answers = {
    quietUntil(preferences, at) {
      const { timeZone, quietHours } = preferences
      if (quietHours === null) return null
      const { value, untilMs } = quiet(
        `${timeZone} ${quietHours.from} ${quietHours.to}`,
        at.getTime(),
        () => {
          const span = quietSpan(preferences, at.getTime())
          return { value: span.isQuiet, untilMs: span.untilMs }
        },
      )
      return value ? new Date(untilMs) : null
    },
    nextDigestAt(preferences, rhythm, after) {
      const { timeZone, digestTime, digestWeekday, quietHours } = preferences
      const key = `${timeZone} ${rhythm} ${digestTime} ${digestWeekday} ${quietHours?.from} ${quietHours?.to}`
      const { untilMs } = digests(key, after.getTime(), () => ({
        value: null,
        untilMs: nextDigestAt(preferences, rhythm, after).getTime(),
      }))
      return new Date(untilMs)
    },
    capWindows(preferences, at) {
      const { value } = windows(preferences.timeZone, at.getTime(), () => {
        const found = capWindows(preferences, at)
        return { value: found, untilMs: Math.min(found.hourEnd.getTime(), found.dayEnd.getTime()) }
      })
      return {
        hourStart: new Date(value.hourStart),
        hourEnd: new Date(value.hourEnd),
        dayStart: new Date(value.dayStart),
        dayEnd: new Date(value.dayEnd),
      }
    },
  }
  return { ...answers, whenToNotify: (input) => whenToNotify(input, answers) }
}

interface Span<T> {
  value: T
  untilMs: number
}

/**
 * Remembers per key the last two answers, for moments from the one each was worked out for until its end: two, because
 * a notification asks about now and about when its hold ends.
 */
function spanCache<T>(keysMax: number) {
  const known = new Map<string, (Span<T> & { sinceMs: number })[]>()
  return (key: string, atMs: number, workOut: () => Span<T>): Span<T> => {
    const spans = known.get(key) ?? []
    const span = spans.find(({ sinceMs, untilMs }) => sinceMs <= atMs && atMs < untilMs)
    if (span !== undefined) return span
    const found = { ...workOut(), sinceMs: atMs }
    // A key with a new answer counts as young again, so that the oldest is the first of the map.
    known.delete(key)
    if (known.size >= keysMax) known.delete(known.keys().next().value!)
    known.set(key, [found, ...spans.slice(0, 1)])
    return found
  }
}
