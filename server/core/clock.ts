/** The only source of time for code that decides by it; tests pass a stub. */
export interface Clock {
  now(): Date
}

/** `2026-11-22 12:00 UTC`: a moment for people whose time zone is not known. */
export function utcMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

export const systemClock: Clock = { now: () => new Date() }
