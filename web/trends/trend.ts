import type { Trend, TrendWeek } from './queries.ts'

/** The first and last whole weeks of which enough prices are known to be compared. */
export interface Moved {
  from: TrendWeek
  to: TrendWeek
  /** Whole percent, less = negative. */
  percent: number
}

/** Fewer prices move by chance. */
const comparedMin = 8

/** How the middle of what is asked moved; null where there are no two whole weeks to compare. */
export function movedOf(weeks: readonly TrendWeek[]): Moved | null {
  const known = weeks.filter(({ partial, asking }) => !partial && (asking?.count ?? 0) >= comparedMin)
  const [from, to] = [known[0], known.at(-1)]
  if (!from?.asking || !to?.asking || from === to || from.asking.medianCents === 0) return null
  return { from, to, percent: Math.round((to.asking.medianCents / from.asking.medianCents - 1) * 100) }
}

/** Listings of a whole week, in the mean; null where no week is over. */
export function newPerWeek(weeks: readonly TrendWeek[]): number | null {
  const over = weeks.filter(({ partial }) => !partial)
  // What is older than the first that was seen is no empty market.
  const first = over.findIndex(({ newListings }) => newListings > 0)
  const watched = first < 0 ? [] : over.slice(first)
  if (watched.length === 0) return null
  return watched.reduce((sum, { newListings }) => sum + newListings, 0) / watched.length
}

/** The weeks from the first of which anything is known, but no fewer than `min`: empty years say nothing. */
export function shownWeeks({ weeks }: Pick<Trend, 'weeks'>, min = 8): TrendWeek[] {
  const first = weeks.findIndex(({ newListings, sold, ended }) => newListings > 0 || sold || ended.count > 0)
  return weeks.slice(Math.max(0, Math.min(first < 0 ? weeks.length : first, weeks.length - min)))
}
