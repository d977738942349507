import { forecastOf, forecastSaid } from './forecast.ts'
import type { Backtest } from './preview-schema.ts'
import type { Notice } from './replay.ts'
import { spanWords } from './trace-words.ts'

const dayMs = 86_400_000
export const backtestItemsMax = 200

export interface LookBack {
  nowMs: number
  /** Asked for. */
  days: number
  /** First sight of the oldest listing; null when there is none. */
  oldestAtMs: number | null
  timeZone: string
}

/** What the notifications of a look back come to, but for the listings themselves. */
export function summarise(
  notices: readonly Notice[],
  { nowMs, days, oldestAtMs, timeZone }: LookBack,
): Pick<Backtest, 'days' | 'notified' | 'perDay' | 'forecast' | 'sentence' | 'code' | 'params' | 'warnings'> {
  const fromMs = nowMs - days * dayMs
  const coveredDays = Math.max(0, Math.min(days, (nowMs - (oldestAtMs ?? nowMs)) / dayMs))
  const counts = new Array<number>(Math.ceil(coveredDays)).fill(0)
  for (const { atMs } of notices) {
    const daysAgo = Math.floor((nowMs - atMs) / dayMs)
    const at = Math.min(counts.length - 1, Math.max(0, daysAgo))
    if (counts.length > 0) counts[at]!++
  }
  const forecast = forecastOf(counts, coveredDays)
  const notified = notices.length
  return {
    days: coveredDays,
    notified,
    perDay: perDate(
      notices.map(({ atMs }) => atMs),
      Math.max(fromMs, oldestAtMs ?? nowMs),
      nowMs,
      timeZone,
    ),
    forecast,
    ...forecastSaid(notified, coveredDays, forecast),
    warnings: [
      ...(coveredDays < days ? [shortLookBack(days, coveredDays)] : []),
      'Each listing counts with the price it had then, and with the text, value, risk and group of the same thing it has now.',
    ],
  }
}

function shortLookBack(days: number, coveredDays: number): string {
  if (coveredDays === 0) return `Nothing was seen in the last ${days} days: there is nothing to look back on.`
  return `What was seen does not reach back ${days} ${days === 1 ? 'day' : 'days'}, only ${spanWords(coveredDays * 86_400)}; the figures are of that time and the better the longer Deal Scout watches.`
}

/** How many of the moments fell on each date of a time zone, from the date of one moment to that of another. */
export function perDate(
  atMs: readonly number[],
  fromMs: number,
  toMs: number,
  timeZone: string,
): Backtest['perDay'] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const counts = new Map<string, number>()
  // No date is shorter than an hour, however clocks change.
  for (let ms = fromMs; ms < toMs; ms += dayMs / 24) counts.set(format.format(ms), 0)
  counts.set(format.format(toMs), 0)
  for (const ms of atMs) {
    const date = format.format(ms)
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1))
}
