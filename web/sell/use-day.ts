import { useFormatter } from 'use-intl'

/** A day of the books, `2026-11-30`, as the person writes days; it is the same day wherever they are. */
export function useDay() {
  const format = useFormatter()
  return (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
}
