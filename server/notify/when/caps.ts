import { dayStart, hourStart, localAt, nextHourStart } from './zone.ts'

/** The local clock hour and the local calendar day that contain a moment: start inclusive, end exclusive. */
export interface CapWindows {
  hourStart: Date
  hourEnd: Date
  dayStart: Date
  dayEnd: Date
}

/** How many a person was notified, as stored: one row, whose counts belong to the windows that start then. */
export interface CapCounters {
  hourStart: Date
  hourCount: number
  dayStart: Date
  dayCount: number
}

/**
 * The windows that contain `at`. Windows follow each other without gap or overlap: days have 23 to 25 hours where the
 * clock changes, an hour that the clock shows twice is two windows, half an hour that it shows twice is in one.
 */
export function capWindows({ timeZone }: { timeZone: string }, at: Date): CapWindows {
  const atMs = at.getTime()
  const shown = localAt(timeZone, atMs).toPlainDate()
  // Where the clock is put back over midnight, the evening comes again when the new day has begun: it is part of that.
  const date = dayStart(timeZone, shown.add({ days: 1 })) <= atMs ? shown.add({ days: 1 }) : shown
  return {
    hourStart: new Date(hourStart(timeZone, atMs)),
    hourEnd: new Date(nextHourStart(timeZone, atMs)),
    dayStart: new Date(dayStart(timeZone, date)),
    dayEnd: new Date(dayStart(timeZone, date.add({ days: 1 }))),
  }
}

/**
 * What was notified in the windows that contain now, and the counters to store once one more is notified. A count of an older
 * window is 0. One of the next window still counts, and is kept: another process's clock is a little ahead, or the
 * person went west.
 */
export function capCounts(
  stored: CapCounters | null,
  windows: CapWindows,
): { sent: { hour: number; day: number }; afterOneMore: CapCounters } {
  const hour = current(stored?.hourStart, stored?.hourCount, windows.hourStart, windows.hourEnd)
  const day = current(stored?.dayStart, stored?.dayCount, windows.dayStart, windows.dayEnd)
  return {
    sent: { hour: hour.count, day: day.count },
    afterOneMore: {
      hourStart: hour.start,
      hourCount: hour.count + 1,
      dayStart: day.start,
      dayCount: day.count + 1,
    },
  }
}

function current(storedStart: Date | undefined, count: number | undefined, start: Date, end: Date) {
  const counts = storedStart !== undefined && storedStart >= start && storedStart <= end
  return counts ? { start: storedStart, count: count ?? 0 } : { start, count: 0 }
}
