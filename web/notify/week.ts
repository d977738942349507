/** When a person is told, of what decides on the hours. */
export interface Hours {
  quietHours: { from: string; to: string } | null
  rhythm: 'immediately' | 'hourly' | 'daily' | 'weekly'
  /** `07:30`. */
  digestTime: string
  /** 1 = Monday. */
  digestWeekday: number
}

export interface Day {
  /** 1 = Monday. */
  weekday: number
  /** In minutes of that day, each from – to. */
  quiet: { from: number; to: number }[]
  /** Minutes of that day at which a digest comes. */
  digests: number[]
}

const dayMinutes = 24 * 60

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** What each day of a week is like, Monday first; a digest that falls into quiet hours comes at their end. */
export function weekOf({ quietHours, rhythm, digestTime, digestWeekday }: Hours): Day[] {
  const quiet = quietHours === null ? [] : quietOf(quietHours)
  const isQuiet = (minute: number) => quiet.some(({ from, to }) => minute >= from && minute < to)
  const days = Array.from({ length: 7 }, (_, index): Day => ({ weekday: index + 1, quiet, digests: [] }))
  const put = (weekday: number, minute: number) => {
    if (!isQuiet(minute)) days[(weekday - 1) % 7]!.digests.push(minute)
    else {
      const end = minutesOf(quietHours!.to)
      days[(weekday - 1 + (end <= minute ? 1 : 0)) % 7]!.digests.push(end)
    }
  }
  for (const { weekday } of days) {
    if (rhythm === 'hourly') for (let hour = 0; hour < 24; hour++) put(weekday, hour * 60)
    if (rhythm === 'daily') put(weekday, minutesOf(digestTime))
    if (rhythm === 'weekly' && weekday === digestWeekday) put(weekday, minutesOf(digestTime))
  }
  return days.map((day) => ({ ...day, digests: [...new Set(day.digests)].toSorted((a, b) => a - b) }))
}

/** Over midnight they are two parts of each day. */
function quietOf(hours: { from: string; to: string }): { from: number; to: number }[] {
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  if (from === to) return []
  if (from < to) return [{ from, to }]
  return [
    { from: 0, to },
    { from, to: dayMinutes },
  ].filter((part) => part.from < part.to)
}
