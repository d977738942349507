export const weekMs = 7 * 86_400_000
/** Monday 1970-01-05, 00:00 UTC. */
const firstMondayMs = 4 * 86_400_000

/** The Monday 00:00 UTC on or before a moment: UTC has no summer time, so every week is 7 × 24 hours. */
export function weekStart(ms: number): number {
  return Math.floor((ms - firstMondayMs) / weekMs) * weekMs + firstMondayMs
}

/** ISO 8601 week of a moment in UTC, e.g. `2026-W53`: a week belongs to the year that its Thursday is in. */
export function isoWeek(ms: number): string {
  const thursdayMs = weekStart(ms) + 3 * 86_400_000
  const year = new Date(thursdayMs).getUTCFullYear()
  const week = Math.floor((thursdayMs - Date.UTC(year, 0, 1)) / weekMs) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Starts of the last `count` weeks, oldest first; the last one is the week that `nowMs` is in. */
export function lastWeeks(nowMs: number, count: number): number[] {
  const last = weekStart(nowMs)
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * weekMs)
}
