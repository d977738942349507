import type { ListingState } from '../model/listing-schema.ts'
import type { StoredWatch } from './store.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Least time between two polls at one page. */
const pollMsMin = 30 * minute
const pollMsMax = day
/** What is over for so long does not come back. */
const endedMsMax = 90 * day
/** Scans write at most once an hour that they saw a listing unchanged. */
const touchMs = hour

/** The time to the next poll; null when there will be none. What is over is polled ever more rarely. */
export function pollDelayMs(
  watch: Pick<StoredWatch, 'updatedAt'>,
  state: ListingState | null,
  intervalMs: number,
  now: Date,
): number | null {
  const leastMs = Math.max(intervalMs, pollMsMin)
  if (state !== 'sold' && state !== 'gone') return leastMs
  const endedMs = now.getTime() - watch.updatedAt.getTime()
  return endedMs > endedMsMax ? null : clamp(endedMs, leastMs)
}

/** After a poll that failed: as long again as nothing could be read, so that it doubles with each in a row. */
export function retryDelayMs(
  watch: Pick<StoredWatch, 'polledAt' | 'createdAt'>,
  intervalMs: number,
  now: Date,
): number {
  return clamp(now.getTime() - (watch.polledAt ?? watch.createdAt).getTime(), Math.max(intervalMs, pollMsMin))
}

const clamp = (ms: number, leastMs: number) => Math.max(leastMs, Math.min(ms, pollMsMax))

/** Clocks of one installation differ by less. */
const skewMs = minute

/**
 * What is due now: up to now, and beyond the longest wait (to which up to a tenth is added), since no clock that was right
 * can have dated that.
 */
export function dueBounds(now: Date): { now: Date; beyond: Date } {
  return { now, beyond: new Date(now.getTime() + pollMsMax * 1.1 + skewMs) }
}

/** How long to wait at the most when a source is in cooldown: then it is asked again how long. */
export function cooldownDelayMs(waitMs: number): number {
  return Math.min(waitMs, pollMsMax)
}

/** Whether others than these polls have seen the listing lately: then its page need not be asked for. */
export function isSeenElsewhere(
  watch: Pick<StoredWatch, 'polledAt'>,
  observedAtMs: number,
  intervalMs: number,
  now: Date,
): boolean {
  const isAhead = (ms: number) => ms > now.getTime() + skewMs
  const polledAtMs = watch.polledAt?.getTime() ?? 0
  const sincePoll = observedAtMs > (isAhead(polledAtMs) ? 0 : polledAtMs)
  const isLate = now.getTime() - observedAtMs >= touchMs + 2.2 * intervalMs
  // Seen in the future: a clock was wrong, and when it was seen is not known.
  return sincePoll && !isLate && !isAhead(observedAtMs)
}
