import { badInput } from '../core/errors.ts'

const unitMinutes: Readonly<Record<string, number>> = { m: 1, min: 1, h: 60, d: 1440, w: 10_080 }
const durationPattern = /^(\d{1,6})\s*(m|min|h|d|w)$/i
const dayMs = 86_400_000

function durationMinutes(text: string): number | null {
  const [, count, unit] = durationPattern.exec(text.trim()) ?? []
  return count === undefined ? null : Number(count) * unitMinutes[unit!.toLowerCase()]!
}

/** Of "30m", "2h", "3d" or "1w". `what` begins the message of what is none. */
export function minutesOf(text: string, what: string): number {
  const minutes = durationMinutes(text)
  if (minutes !== null) return minutes
  throw badInput(
    `${what} ${JSON.stringify(text)} is not a time: write a number with m, h, d or w, such as 30m or 2h.`,
  )
}

/** A time from now ("3d"), a time (2026-12-24T09:00+01:00), or the start or end of a day in UTC (2026-12-24). */
export function timeOf(text: string, what: string, now: Date, ofDay: 'start' | 'end'): Date {
  const minutes = durationMinutes(text)
  if (minutes !== null && minutes > 0) return new Date(now.getTime() + minutes * 60_000)
  const plain = text.trim()
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(plain)
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i.test(plain)
  const time = new Date(isDay ? `${plain}T00:00:00Z` : plain)
  const exists = !Number.isNaN(time.getTime()) && (!isDay || time.toISOString().startsWith(plain))
  if (!(isDay || isTime) || !exists)
    throw badInput(
      `${what} ${JSON.stringify(text)} is not a time: write 3d or 12h for from now on, a day such as 2026-12-24, or a time such as 2026-12-24T09:00+01:00.`,
    )
  const moment = isDay && ofDay === 'end' ? new Date(time.getTime() + dayMs - 1000) : time
  if (moment.getTime() <= now.getTime())
    throw badInput(`${what} ${JSON.stringify(text)} is over: write a time to come.`)
  return moment
}
