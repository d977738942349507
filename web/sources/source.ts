import type { Source } from './queries.ts'

/** How a source is, in a word: what its badge says. */
export type SourceWord =
  | 'ok'
  | 'empty'
  | 'waiting'
  | 'paused'
  | 'terms'
  | 'settings'
  | 'no-marketplace'
  | 'not-scanned'
  | 'blocked'
  | 'captcha'
  | 'rate-limited'
  | 'auth-expired'
  | 'parse-drift'
  | 'unreachable'

export type Tone = 'good' | 'bad' | 'quiet'

type Known = Pick<Source, 'state' | 'offBecause' | 'lastOutcome'>

export function wordOf({ state, offBecause, lastOutcome }: Known): SourceWord {
  if (state === 'off') return offBecause ?? 'paused'
  if (state === 'waiting') return 'waiting'
  if (state === 'ok') return lastOutcome === 'empty' ? 'empty' : 'ok'
  // What came through last, and does not any more, is not scanned.
  return lastOutcome === null || lastOutcome === 'ok' || lastOutcome === 'empty' ? 'not-scanned' : lastOutcome
}

export function toneOf({ state, offBecause }: Pick<Known, 'state' | 'offBecause'>): Tone {
  if (state === 'ok') return 'good'
  if (state === 'outage') return 'bad'
  return state === 'off' && offBecause !== 'paused' ? 'bad' : 'quiet'
}

/** When it is tried again by itself; null = it rests for nobody. */
export function triedAgainAt(
  { cooldownUntil, activity }: Pick<Source, 'cooldownUntil' | 'activity'>,
  nowMs: number,
): string | null {
  if (cooldownUntil !== null && Date.parse(cooldownUntil) > nowMs) return cooldownUntil
  return activity.nextScanAt
}

export const intervalsMin = [5, 10, 15, 30, 60, 180, 360, 720, 1440] as const

/** Rhythms to choose from, in minutes: none below what the marketplace asks for, and the one that is set. */
export function rhythmsOf(intervalMs: number, leastMs: number): number[] {
  const own = intervalMs / 60_000
  const usual = intervalsMin.filter((minutes) => minutes * 60_000 >= leastMs)
  return [...new Set([...usual, Math.max(own, leastMs / 60_000)])].toSorted((a, b) => a - b)
}

/** How long a run took, to a tenth of a second. */
export function secondsOf({ startedAt, finishedAt }: { startedAt: string; finishedAt: string }): number {
  const ms = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
  return Math.max(0.1, Math.round(ms / 100) / 10)
}
