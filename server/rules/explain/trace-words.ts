/** A moment in a time zone: "2026-11-22 12:00 UTC". */
export function momentWords(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute} ${timeZone}`
}

/** "3 seconds", "12 minutes", "5 hours", "2 days". */
export function spanWords(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5_400
        ? [seconds / 60, 'minute']
        : seconds < 129_600
          ? [seconds / 3_600, 'hour']
          : [seconds / 86_400, 'day']
  const rounded = Math.round(count)
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}
