import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { badInput, notFound } from '../core/errors.ts'
import type { Rule } from '../model/rule-schema.ts'
import { saidAlone } from '../model/sentences/said.ts'
import { filterOfRule, filterOfSearch, type TrendFilter } from './filter.ts'
import { notesOf } from './notes.ts'
import { type Prices, sellThroughDays, type Trend, type TrendQuery } from './schema.ts'
import {
  countLeftOut,
  countPrices,
  rowsMax,
  type TrendKind,
  type TrendScope,
  type WeekRow,
  watchRows,
  weekRows,
} from './store.ts'
import { endedShare, medianDays, survival, type Watch } from './survival.ts'
import { isoWeek, lastWeeks, weekMs } from './weeks.ts'

export interface TrendDeps {
  db: Db
  clock: Clock
  /** Marketplaces whose terms let their listings be used for statistics; null = all. */
  allowedMarketplaces(): Promise<string[] | null>
  /** True for a price that was typed only because a form wanted one. */
  isPlaceholder(priceCents: number, currency: string): boolean
  /** A rule of a person; null = they have none such. */
  ruleOf(userId: Authorized<'read'>, ruleId: number): Promise<Rule | null>
}

/** The market of a search or a rule by week. Throws bad input for a rule beside a search, not found for no such rule. */
export async function readTrend(
  deps: TrendDeps,
  userId: Authorized<'read'>,
  query: TrendQuery,
): Promise<Trend> {
  const filter = await filterOf(deps, userId, query)
  const nowMs = deps.clock.now().getTime()
  const starts = lastWeeks(nowMs, query.weeks)
  const scope: TrendScope = {
    person: userId,
    // Words without a letter or a digit find nothing: no listing is of no marketplace.
    filter: filter ?? { ...filterOfSearch({})!, marketplaces: [''] },
    demo: query.demo,
    allowed: await deps.allowedMarketplaces(),
    fromMs: starts[0]!,
    weeks: query.weeks,
  }
  const counted = tally(await countPrices(deps.db, scope), query.currency ?? null, deps.isPlaceholder)
  const { currency, placeholders } = counted
  const rows = await weekRows(deps.db, scope, { currency, placeholders })
  const watches = await watchRows(deps.db, scope, { currency })
  const leftOut = await countLeftOut(deps.db, scope)

  const completeUntil = starts.filter(
    (start) => start + weekMs + sellThroughDays * 86_400_000 <= nowMs,
  ).length
  const byWeek = Map.groupBy(watches, ({ week }) => week)
  const weeks = starts.map((start, index) => ({
    week: isoWeek(start),
    startsAt: new Date(start).toISOString(),
    partial: start + weekMs > nowMs,
    ...figures(rows, index, byWeek.get(index) ?? []),
    sellThrough: sellThrough(byWeek.get(index) ?? [], index < completeUntil),
  }))
  const overall = {
    ...figures(rows, null, watches),
    sellThrough: {
      ...sellThrough(
        watches.filter(({ week }) => week < completeUntil),
        completeUntil > 0,
      ),
      complete: completeUntil === starts.length,
    },
  }
  const found = {
    currency,
    demo: query.demo,
    overall,
    weeks,
    otherCurrencies: counted.others,
    leftOut,
    placeholders: counted.placeholderCount,
    truncated: counted.total > rowsMax,
  }
  const notes = notesOf(found, query.ruleId !== undefined)
  return { ...found, notes: notes.map(({ sentence }) => sentence), notesSaid: notes.map(saidAlone) }
}

async function filterOf(
  deps: TrendDeps,
  userId: Authorized<'read'>,
  query: TrendQuery,
): Promise<TrendFilter | null> {
  if (query.ruleId === undefined) return filterOfSearch(query)
  const both = (['q', 'category', 'marketplace', 'condition'] as const).filter(
    (name) => query[name] !== undefined,
  )
  if (both.length > 0) {
    throw badInput(
      `A trend is of a rule or of a search, not of both: leave out ruleId, or leave out ${both.join(', ')}.`,
      Object.fromEntries(both.map((name) => [name, 'cannot stand beside ruleId'])),
    )
  }
  const rule = await deps.ruleOf(userId, query.ruleId)
  if (!rule) throw notFound('rule')
  return filterOfRule(rule)
}

/** Chooses the currency, by what most listings are priced in, and counts what it leaves out. */
export function tally(
  prices: { currency: string | null; priceCents: number | null; count: number }[],
  wanted: string | null,
  isPlaceholder: TrendDeps['isPlaceholder'],
) {
  const byCurrency = new Map<string, number>()
  let total = 0
  for (const { currency, priceCents, count } of prices) {
    total += count
    if (currency === null || priceCents === null) continue
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + count)
  }
  const ranked = [...byCurrency].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const currency = wanted ?? ranked[0]?.[0] ?? null
  const typed = prices.filter(
    (row) =>
      row.currency !== null &&
      row.currency === currency &&
      row.priceCents !== null &&
      row.priceCents > 0 &&
      isPlaceholder(row.priceCents, row.currency),
  )
  return {
    total,
    currency,
    others: ranked
      .filter(([other]) => other !== currency)
      .map(([other, count]) => ({ currency: other, count })),
    placeholders: typed.map(({ priceCents }) => priceCents!),
    placeholderCount: typed.reduce((sum, { count }) => sum + count, 0),
  }
}

function figures(rows: WeekRow[], week: number | null, watches: Watch[]) {
  const of = (kind: TrendKind) => rows.find((row) => row.kind === kind && row.week === week)
  const curve = survival(watches)
  const ended = of('ended')
  return {
    newListings: of('new')?.count ?? 0,
    foundLate: of('late')?.count ?? 0,
    asking: prices(of('asking')),
    sold: prices(of('sold')),
    ended: { count: ended?.count ?? 0, medianDays: tenth(ended?.quartiles[1] ?? null) },
    daysOnMarket: {
      watched: sum(watches),
      ended: sum(watches.filter((watch) => watch.ended)),
      medianDays: medianDays(curve),
      watchedDays: curve.watchedDays,
    },
  }
}

/** The share comes from the survival curve, so that a listing that was lost sight of counts as long as it was seen. */
function sellThrough(watches: Watch[], isComplete: boolean) {
  const share = isComplete && watches.length > 0 ? endedShare(survival(watches), sellThroughDays) : null
  return {
    share: share === null ? null : Math.round(share * 1000) / 1000,
    complete: isComplete,
    endedInTime: sum(watches.filter((watch) => watch.ended && watch.exitDays <= sellThroughDays)),
    watched: sum(watches),
  }
}

function prices(row: WeekRow | undefined): Prices {
  if (!row) return null
  const [q1, median, q3] = row.quartiles.map((value) => Math.round(value ?? 0))
  return { count: row.count, q1Cents: q1!, medianCents: median!, q3Cents: q3! }
}

const sum = (watches: Watch[]) => watches.reduce((total, { count }) => total + count, 0)
const tenth = (days: number | null) => (days === null ? null : Math.round(days * 10) / 10)
