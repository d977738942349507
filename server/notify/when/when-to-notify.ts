import { type CapWindows, capWindows } from './caps.ts'
import { nextDigestAt } from './digest.ts'
import type { DigestRhythm, Rhythm, WhenPreferences } from './preferences.ts'
import { quietUntil } from './quiet.ts'

/** Why a notification waits. Of several that last equally long, the first in this order is named. */
export const holdReasons = ['digest', 'quiet-hours', 'cap-hour', 'cap-day', 'cooldown'] as const
export type HoldReason = (typeof holdReasons)[number]

export interface NotifyInput {
  now: Date
  /** The deal's, 0–100; null = not scored, and so never urgent. */
  score: number | null
  /** The rule's own, or the person's. */
  rhythm: Rhythm
  /** The end of the rule's cooldown. */
  coolingUntil: Date | null
  /** Already admitted in the windows that contain now (`capCounts`). */
  sent: { hour: number; day: number }
  preferences: WhenPreferences
}

export type NotifyTime = { at: 'now' } | { at: Date; reason: HoldReason }

/** The questions that take time-zone arithmetic to answer; `createWhen` remembers their answers. */
export interface Answers {
  quietUntil(preferences: WhenPreferences, at: Date): Date | null
  nextDigestAt(preferences: WhenPreferences, rhythm: DigestRhythm, after: Date): Date
  capWindows(preferences: WhenPreferences, at: Date): CapWindows
}

export function isUrgent(preferences: WhenPreferences, score: number | null): boolean {
  return preferences.urgentScore !== null && score !== null && score >= preferences.urgentScore
}

/**
 * Whether to notify now, or the moment to notify at and what it waits for. Everything that holds a notification is asked, and
 * the one that holds it longest wins. A moment is strictly after now and, unless the deal is urgent, outside of quiet
 * hours. Of a notification held by something else than a digest, ask again at that moment: the counts may be full again.
 */
export function whenToNotify(
  input: NotifyInput,
  answers: Answers = { quietUntil, nextDigestAt, capWindows },
): NotifyTime {
  const holds = isUrgent(input.preferences, input.score) ? cooldown(input) : allHolds(input, answers)
  let longest: Hold | undefined
  for (const hold of holds) if (longest === undefined || hold.at > longest.at) longest = hold
  return longest ?? { at: 'now' }
}

interface Hold {
  at: Date
  reason: HoldReason
}

/** In the order of `holdReasons`. */
function allHolds(input: NotifyInput, answers: Answers): Hold[] {
  const { now, rhythm, sent, preferences } = input
  const { perHourMax, perDayMax } = preferences
  const outOfQuiet = (at: Date) => answers.quietUntil(preferences, at) ?? at
  const holds: Hold[] = []
  if (rhythm !== 'immediately') {
    holds.push({ at: answers.nextDigestAt(preferences, rhythm, now), reason: 'digest' })
  }
  const quietEnd = answers.quietUntil(preferences, now)
  if (quietEnd !== null) holds.push({ at: quietEnd, reason: 'quiet-hours' })
  const isHourFull = perHourMax !== null && sent.hour >= perHourMax
  const isDayFull = perDayMax !== null && sent.day >= perDayMax
  if (isHourFull || isDayFull) {
    const { hourEnd, dayEnd } = answers.capWindows(preferences, now)
    const lastOfToday = new Date(dayEnd.getTime() - 1)
    if (isHourFull) holds.push({ at: outOfQuiet(hourEnd), reason: 'cap-hour' })
    if (isDayFull) {
      holds.push({ at: answers.nextDigestAt(preferences, 'daily', lastOfToday), reason: 'cap-day' })
    }
  }
  for (const hold of cooldown(input)) holds.push({ ...hold, at: outOfQuiet(hold.at) })
  return holds
}

function cooldown({ now, coolingUntil }: NotifyInput): Hold[] {
  return coolingUntil !== null && coolingUntil > now ? [{ at: coolingUntil, reason: 'cooldown' }] : []
}
