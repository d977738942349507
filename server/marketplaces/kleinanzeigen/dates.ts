import { clean } from '../reading.ts'
import { zonedDays } from '../zoned-days.ts'

/**
 * Reads when the ads of a page were posted, by the site's clock in Berlin: "Heute, 14:03", "Gestern, 09:10",
 * "24.08.2026" (the day's beginning), as ISO 8601. Undefined without a date, and for today and yesterday where `nowMs`,
 * when the page was made, is not known.
 */
export function berlinDates(nowMs: number | undefined): (text: string) => string | undefined {
  const { at, daysAgo } = zonedDays('europe/berlin', nowMs)
  return (text) => {
    const plain = clean(text)
    const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(plain)
    if (day) return at(Number(day[3]), Number(day[2]), Number(day[1]))
    const relative = /^(Heute|Gestern), ?(\d{1,2}):(\d{2})$/i.exec(plain)
    const date = relative ? daysAgo(relative[1]!.toLowerCase() === 'gestern' ? 1 : 0) : undefined
    return date && at(date.year, date.month, date.day, Number(relative![2]), Number(relative![3]))
  }
}
