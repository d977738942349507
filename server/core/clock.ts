/** The only source of time for code that decides by it; tests pass a stub. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
