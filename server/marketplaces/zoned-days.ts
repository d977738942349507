import { zoneOffsetMs } from '../core/zones.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export interface ZonedDays {
  /** ISO 8601 of a moment by the clock of the zone; undefined for one that there is not, and outside 2005 to 2099. */
  at(year: number, month: number, day: number, hour?: number, minute?: number): string | undefined
  /** The day there, so many days before the page was made; undefined where it is not known when that was. */
  daysAgo(days: number): { year: number; month: number; day: number } | undefined
}

/** Days and times as a page of a site in that zone (in lower case, `europe/berlin`) writes them; `nowMs` is when it was made. */
export function zonedDays(zone: string, nowMs: number | undefined): ZonedDays {
  // What is asked of a zone is slow, and a page has few days.
  const offsets = new Map<number, number | null>()
  const offsetAt = (localMs: number): number | null => {
    const hour = Math.floor(localMs / hourMs)
    let offset = offsets.get(hour)
    if (offset === undefined) {
      offset = zoneOffsetMs(zone, localMs)
      offsets.set(hour, offset)
    }
    return offset
  }
  return {
    at(year, month, day, hour = 0, minute = 0) {
      const localMs = Date.UTC(year, month - 1, day, hour, minute)
      const date = new Date(localMs)
      const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60
      const offsetMs = isReal && year >= 2005 && year < 2100 ? offsetAt(localMs) : null
      return offsetMs === null ? undefined : new Date(localMs - offsetMs).toISOString()
    },
    daysAgo(days) {
      if (nowMs === undefined) return undefined
      // Near enough to know the day: clocks are changed far from midnight.
      const date = new Date(nowMs + (offsetAt(nowMs + hourMs) ?? 0) - days * dayMs)
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    },
  }
}
