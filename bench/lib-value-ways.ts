import { words } from '../server/core/text.ts'
import { normalizeCategory } from '../server/listings/normalize/category.ts'
import type { FairValue } from '../server/model/score-schema.ts'
import type { Appraiser, ValueQuery } from '../server/scoring/value/appraiser.ts'
import { fitBaselines, nearestTitles } from './lib-value-baselines.ts'
import type { ValueRow } from './value.ts'

/** How much of a thing is told when its value is asked. */
export const waysOfAsking = ['title', 'described', 'full'] as const
export type WayOfAsking = (typeof waysOfAsking)[number]

/** What is asked of a held-back row; currency and level (asked or sold) are always told, or there is nothing to compare. */
export function questionOf(row: ValueRow, way: WayOfAsking): ValueQuery {
  if (way === 'full') return row
  const { listingId, title, currency, basis, description } = row
  const category = normalizeCategory(title)
  const told = way === 'described' && description ? { description } : {}
  return { listingId, title, category, condition: null, currency, basis, ...told }
}

/** Errors of told values; `ratio` is the median of middle ÷ true price. */
export interface WayFigures {
  n: number
  /** Share of the rows that got a value. */
  share: number
  rmsle: number
  mdape: number
  ratio: number
  coverage80: number
  /** Half of all middles have so much confidence. */
  confidence: number
  baselines: Record<string, { rmsle: number; mdape: number }>
  /** Of rows with a twin (same title, level and currency) among the known: how far the twin's price is off. */
  twins: { n: number; mdape: number }
}

interface Answered {
  row: ValueRow
  value: FairValue | null
  baselines: Record<string, number>
  twinCents: number | null
}

/** Each way of asking, in total, by source and by category, and the category that is told worst. */
export function measureWays(appraiser: Appraiser, known: ValueRow[], test: ValueRow[], nowMs: number) {
  const inSource = fitBaselines(known)
  const anywhere = nearestTitles(known, () => Number.NaN, 8)
  const sourceOf = new Map(
    [...Map.groupBy(known, ({ source }) => source)].map(([source, own]) => [
      source,
      nearestTitles(own, inSource.categoryMedian, 8),
    ]),
  )
  const twinOf = twins(known)
  const told = test.map((row) => {
    const all = anywhere(row)
    const own = (sourceOf.get(row.source) ?? anywhere)(row)
    const blind: Record<string, number> = { nearest8: Number.isNaN(all) ? inSource.categoryMedian(row) : all }
    const seeing: Record<string, number> = {
      categoryMedian: inSource.categoryMedian(row),
      backoffMedian: inSource.backoffMedian(row),
      nearest8: own,
    }
    return { row, blind, seeing, twinCents: twinOf(row) }
  })
  return Object.fromEntries(
    waysOfAsking.map((way) => {
      const answered = told.map(({ row, blind, seeing, twinCents }): Answered => {
        const value = appraiser.estimate(questionOf(row, way), nowMs)
        return { row, value, baselines: way === 'full' ? seeing : blind, twinCents }
      })
      const by = (key: (row: ValueRow) => string) =>
        Object.fromEntries(
          [...Map.groupBy(answered, ({ row }) => key(row))]
            .sort((a, b) => b[1].length - a[1].length)
            .map(([name, list]) => [name, figuresOf(list)]),
        )
      const categories = by(({ category }) => category)
      return [
        way,
        {
          total: figuresOf(answered),
          sources: by(({ source }) => source),
          categories,
          worstCategory: worstOf(categories),
        },
      ]
    }),
  )
}

/** Fewer rows of a category say little about it. */
const categoryMin = 30

function worstOf(categories: Record<string, WayFigures>): Record<string, unknown> | null {
  const found = Object.entries(categories)
    .filter(([, { n, share }]) => n * share >= categoryMin)
    .sort((a, b) => Math.abs(Math.log(b[1].ratio)) - Math.abs(Math.log(a[1].ratio)))[0]
  return found === undefined ? null : { category: found[0], ...found[1] }
}

function figuresOf(list: Answered[]): WayFigures {
  const valued = list.filter((one): one is Answered & { value: FairValue } => one.value !== null)
  const within = valued.filter(
    ({ row, value }) => row.priceCents >= value.lowCents && row.priceCents <= value.highCents,
  )
  const withTwin = valued.filter(({ twinCents }) => twinCents !== null)
  const errors = errorsOf(valued.map(({ row, value }) => [row.priceCents, value.midCents]))
  return {
    n: list.length,
    share: round(valued.length / Math.max(1, list.length)),
    ...errors,
    ratio: round(median(valued.map(({ row, value }) => value.midCents / row.priceCents))),
    coverage80: round(within.length / Math.max(1, valued.length)),
    confidence: round(median(valued.map(({ value }) => value.confidence))),
    baselines: Object.fromEntries(
      Object.keys(list[0]?.baselines ?? {}).map((name) => [
        name,
        errorsOf(valued.map(({ row, baselines }) => [row.priceCents, baselines[name]!])),
      ]),
    ),
    twins: {
      n: withTwin.length,
      mdape: round(median(withTwin.map(({ row, twinCents }) => Math.abs(twinCents! / row.priceCents - 1)))),
    },
  }
}

/** The price of a known listing with the same words, level and currency: the newest that is not the asked one. */
function twins(known: ValueRow[]): (row: ValueRow) => number | null {
  const keyOf = (row: ValueRow) => `${row.currency} ${row.basis} ${words(row.title).join(' ')}`
  const byKey = Map.groupBy(known, keyOf)
  return (row) =>
    (byKey.get(keyOf(row)) ?? [])
      .filter(({ listingId }) => listingId !== row.listingId)
      .sort((a, b) => b.observedAtMs - a.observedAtMs)[0]?.priceCents ?? null
}

/** Of (true, told) prices in minor units; RMSLE in major units with one added, as is usual. */
export function errorsOf(pairs: [number, number][]): { rmsle: number; mdape: number } {
  let sum = 0
  for (const [truth, told] of pairs) sum += (Math.log1p(told / 100) - Math.log1p(truth / 100)) ** 2
  return {
    rmsle: Number(Math.sqrt(sum / Math.max(1, pairs.length)).toFixed(4)),
    mdape: Number(median(pairs.map(([truth, told]) => Math.abs(told / truth - 1))).toFixed(4)),
  }
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const round = (value: number) => Number(value.toFixed(3))
