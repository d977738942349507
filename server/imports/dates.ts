import { type Period, readDate } from '../core/dates.ts'

const secondMs = 1_000
const firstMs = Date.UTC(1995, 0, 1)

/** readDate() for a table's cells, to the second; null for what lies before there were marketplaces. */
export function parsePeriod(value: unknown, referenceMs?: number): Period | null {
  const period = readDate(value, referenceMs)
  if (period === null || period.startMs < firstMs) return null
  // Only written fractions: what is counted back from a reference keeps its own.
  if (typeof value !== 'string' || !/:\d{2}[.,]\d/.test(value)) return period
  const startMs = Math.floor(period.startMs / secondMs) * secondMs
  return { startMs, endMs: startMs }
}
