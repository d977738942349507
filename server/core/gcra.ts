/** At most `count` at once, and in the long run as many in each `windowMs`. */
export interface Limit {
  count: number
  windowMs: number
}

export interface Taken {
  isAdmitted: boolean
  /** How many more would be admitted at this moment. */
  remaining: number
  /** Admitted: until all of the limit is there again; refused: until the next is admitted. */
  waitMs: number
}

/** Counts what is done under a key. */
export interface Limiter {
  take(key: string, limit: Limit): Promise<Taken>
}

/** Of a limit, in whole microseconds: between two that come evenly, and that all of it takes to come back. */
export function spacingUs({ count, windowMs }: Limit): { intervalUs: number; spanUs: number } {
  const intervalUs = Math.max(1, Math.floor((windowMs * 1000) / count))
  return { intervalUs, spanUs: intervalUs * count }
}

/**
 * The generic cell rate algorithm (ITU-T I.371): `arrivalUs` is when one that comes evenly would be due, 0 where none came
 * yet. It is never further away than the whole limit, so a clock that was set back locks nobody out.
 */
export function takeOne(arrivalUs: number, nowUs: number, limit: Limit): Taken & { arrivalUs: number } {
  const { intervalUs, spanUs } = spacingUs(limit)
  const fromUs = Math.min(Math.max(arrivalUs, nowUs), nowUs + spanUs)
  const earlyUs = fromUs + intervalUs - spanUs - nowUs
  if (earlyUs > 0)
    return { isAdmitted: false, remaining: 0, waitMs: Math.ceil(earlyUs / 1000), arrivalUs: fromUs }
  const nextUs = fromUs + intervalUs
  return {
    isAdmitted: true,
    remaining: Math.floor((nowUs + spanUs - nextUs) / intervalUs),
    waitMs: Math.ceil((nextUs - nowUs) / 1000),
    arrivalUs: nextUs,
  }
}

/** The same in Redis, by its clock, which all processes share. KEYS: one; ARGV: interval and span in µs. */
export const takeOneLua = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval = tonumber(ARGV[1])
local span = tonumber(ARGV[2])
local from = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or now), now), now + span)
local early = from + interval - span - now
if early > 0 then return { 0, 0, early } end
local next = from + interval
redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil((next - now) / 1000))
return { 1, math.floor((now + span - next) / interval), next - now }
`

/** Counts in this process alone; of more than `keysMax` the one that was asked for longest ago is forgotten. */
export function memoryLimiter({
  keysMax = 20_000,
  nowMs = () => performance.now(),
}: {
  keysMax?: number
  nowMs?: () => number
} = {}): Limiter {
  const arrivals = new Map<string, number>()
  return {
    async take(key, limit) {
      const { arrivalUs, ...taken } = takeOne(arrivals.get(key) ?? 0, Math.round(nowMs() * 1000), limit)
      // Put last, so that the first is the one of longest ago.
      arrivals.delete(key)
      arrivals.set(key, arrivalUs)
      if (arrivals.size > keysMax) arrivals.delete(arrivals.keys().next().value!)
      return taken
    },
  }
}
