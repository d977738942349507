import { words } from '../server/core/text.ts'
import type { ValueRow } from './value.ts'

export const baselineNames = ['categoryMedian', 'backoffMedian', 'knnTitle'] as const
type Baseline = (row: ValueRow) => number

const backoffMin = 3
const nearest = 10

/**
 * What a price estimate must beat: the median of the site's category; the median of category + maker + condition, of
 * category + maker or of the category, whichever first has three; the median of the ten listings whose titles are most
 * alike (cosine of tf-idf). Each is fitted on
 * the rows of the asked one's source; none counts the asked listing itself, and none mixes currencies.
 */
export function fitBaselines(rows: ValueRow[]): Record<(typeof baselineNames)[number], Baseline> {
  const bySource = new Map(
    [...Map.groupBy(rows, ({ source }) => source)].map(([source, own]) => [source, fitSource(own)]),
  )
  const elsewhere = fitSource(rows)
  return Object.fromEntries(
    baselineNames.map((name) => [
      name,
      (row: ValueRow) => (bySource.get(row.source) ?? elsewhere)[name](row),
    ]),
  ) as Record<(typeof baselineNames)[number], Baseline>
}

function fitSource(rows: ValueRow[]): Record<(typeof baselineNames)[number], Baseline> {
  const levels: ((row: ValueRow) => string)[] = [
    (row) => `${row.currency}|${categoryOf(row)}|${row.brand ?? ''}|${row.condition ?? ''}`,
    (row) => `${row.currency}|${categoryOf(row)}|${row.brand ?? ''}`,
    (row) => `${row.currency}|${categoryOf(row)}`,
    (row) => row.currency,
  ]
  const groups = levels.map((key) => Map.groupBy(rows, key))
  const medianAt = (level: number, row: ValueRow, least: number): number | null => {
    const group = groups[level]!.get(levels[level]!(row)) ?? []
    const others = group.filter(({ listingId }) => listingId !== row.listingId)
    return others.length < least ? null : median(others.map(({ priceCents }) => priceCents))
  }
  const ofCurrency = new Map(
    [...groups[3]!].map(([currency, group]) => [currency, median(group.map(({ priceCents }) => priceCents))]),
  )
  const fallback = (row: ValueRow) => ofCurrency.get(row.currency) ?? 1
  const categoryMedian: Baseline = (row) => medianAt(2, row, 1) ?? fallback(row)
  return {
    categoryMedian,
    backoffMedian: (row) =>
      medianAt(0, row, backoffMin) ?? medianAt(1, row, backoffMin) ?? categoryMedian(row),
    knnTitle: nearestTitles(rows, categoryMedian),
  }
}

function categoryOf(row: ValueRow): string {
  return row.siteCategory ?? row.category
}

/** The median price of the listings whose titles are most alike (cosine of tf-idf). */
export function nearestTitles(rows: ValueRow[], otherwise: Baseline, count = nearest): Baseline {
  const tokens = rows.map((row) => [...new Set(words(row.title))])
  const frequency = new Map<string, number>()
  for (const list of tokens) for (const token of list) frequency.set(token, (frequency.get(token) ?? 0) + 1)
  const idf = (token: string) => Math.log(1 + rows.length / (1 + (frequency.get(token) ?? 0)))
  const norms = new Float64Array(rows.length)
  const postings = new Map<string, number[]>()
  for (const [i, list] of tokens.entries()) {
    for (const token of list) {
      norms[i]! += idf(token) ** 2
      const posting = postings.get(token)
      if (posting) posting.push(i)
      else postings.set(token, [i])
    }
    norms[i] = Math.sqrt(norms[i]!)
  }
  const scores = new Float64Array(rows.length)
  return (row) => {
    const touched: number[] = []
    for (const token of new Set(words(row.title))) {
      const weight = idf(token) ** 2
      for (const i of postings.get(token) ?? []) {
        if (scores[i] === 0) touched.push(i)
        scores[i]! += weight
      }
    }
    const best: { i: number; score: number }[] = []
    for (const i of touched) {
      const score = scores[i]! / norms[i]!
      scores[i] = 0
      const other = rows[i]!
      if (other.currency !== row.currency || other.listingId === row.listingId) continue
      if (best.length === count && score <= best[count - 1]!.score) continue
      best.push({ i, score })
      best.sort((a, b) => b.score - a.score)
      best.length = Math.min(best.length, count)
    }
    return best.length === 0 ? otherwise(row) : median(best.map(({ i }) => rows[i]!.priceCents))
  }
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
