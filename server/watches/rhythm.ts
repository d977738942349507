import type { ListingState } from '../listings/schema.ts'
import type { StoredWatch } from './store.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Least time between two looks at one page. */
const lookMsMin = 30 * minute
const lookMsMax = day
/** What is over for so long does not come back. */
const endedMsMax = 90 * day
/** Scans write at most once an hour that they saw a listing unchanged. */
const touchMs = hour

/** The time to the next look; null when there will be none. What is over is looked at ever more rarely. */
export function lookDelayMs(
  watch: Pick<StoredWatch, 'updatedAt'>,
  state: ListingState | null,
  intervalMs: number,
  now: Date,
): number | null {
  const leastMs = Math.max(intervalMs, lookMsMin)
  if (state !== 'sold' && state !== 'gone') return leastMs
  const endedMs = now.getTime() - watch.updatedAt.getTime()
  return endedMs > endedMsMax ? null : clamp(endedMs, leastMs)
}

/** After a look that failed: as long again as nothing could be read, so that it doubles with each in a row. */
export function retryDelayMs(
  watch: Pick<StoredWatch, 'lookedAt' | 'createdAt'>,
  intervalMs: number,
  now: Date,
): number {
  return clamp(now.getTime() - (watch.lookedAt ?? watch.createdAt).getTime(), Math.max(intervalMs, lookMsMin))
}

const clamp = (ms: number, leastMs: number) => Math.max(leastMs, Math.min(ms, lookMsMax))

/** Whether others than these looks have seen the listing lately: then its page need not be asked for. */
export function isSeenElsewhere(
  watch: Pick<StoredWatch, 'lookedAt'>,
  observedAtMs: number,
  intervalMs: number,
  now: Date,
): boolean {
  const sinceLook = observedAtMs > (watch.lookedAt?.getTime() ?? 0)
  return sinceLook && now.getTime() - observedAtMs < touchMs + 2.2 * intervalMs
}
