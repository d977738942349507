/** The only source of time for code that decides by it; tests pass a stub. */
export interface Clock {
  now(): Date
}

/** `2026-11-22 12:00 UTC`: a moment for people whose time zone is not known. */
export function utcMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Two clocks of which none was set may differ by so much. */
export const clockSlackMs = 60_000

/** A moment that is said to have passed; null when it has not come yet: its clock has been set back since. */
export function pastOf(at: Date | null, now: Date): Date | null {
  return at !== null && at.getTime() > now.getTime() + clockSlackMs ? null : at
}

/**
 * What is left, in ms, of a time that began at `from` and ends at `until`: never more than its length, which a clock that
 * was set back does not change. Where its beginning is not known it is at most `msMax`.
 */
export function msLeft(from: Date | null, until: Date | null, now: Date, msMax: number): number {
  if (until === null) return 0
  const lengthMs = from === null ? msMax : until.getTime() - from.getTime()
  return Math.max(0, Math.min(until.getTime() - now.getTime(), lengthMs, msMax))
}

export const systemClock: Clock = { now: () => new Date() }
