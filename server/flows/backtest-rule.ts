import { clusterIdsOf, otherMembers } from '../clusters/read-store.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import { noCurrency } from '../core/money.ts'
import { turns } from '../core/turns.ts'
import {
  type ListingHistory,
  listingHistories,
  listingsMovedSince,
  oldestListingAt,
} from '../listings/history-store.ts'
import type { ExchangeRates } from '../model/exchange-rates.ts'
import type { Rule } from '../model/rule-schema.ts'
import { storedLimits } from '../rules/asked.ts'
import { backtestItemsMax, summarise } from '../rules/explain/backtest.ts'
import type { Backtest, PreviewQuery } from '../rules/explain/preview-schema.ts'
import { type Moment, type Notice, replay } from '../rules/explain/replay.ts'
import { wordHints } from '../rules/query/hints.ts'
import { RegexAnswers } from '../rules/query/regex-answers.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule, lookMsMax } from './evaluate-rule.ts'
import type { PipelineDeps } from './page.ts'
import { asksProfit } from './score-for-rules.ts'

export type BacktestDeps = Pick<
  PipelineDeps,
  'db' | 'clock' | 'profiles' | 'selling' | 'rates' | 'regexes' | 'marketplaces' | 'owner'
>

const dayMs = 86_400_000

/**
 * What a rule would have notified in the last days, had it been there: it is replayed over what was first seen or became
 * cheaper, with what has ended since. Values, texts and groups are those of now, prices and scores those of then.
 */
export async function backtestRule(
  deps: BacktestDeps,
  rule: Rule,
  { days, timeZone }: Required<PreviewQuery>,
): Promise<Backtest> {
  await catchUpPeople(deps, deps.db, { withCounts: asksProfit(rule) })
  const nowMs = deps.clock.now().getTime()
  const fromMs = nowMs - days * dayMs
  const { marketplaces, categories } = rule
  // What of a rule can be asked of the database leaves fewer texts to read.
  const filter = {
    person: asProgram(rule.userId),
    since: new Date(fromMs),
    marketplaces,
    categories,
    ...storedLimits(rule),
  }
  const looks: Look[] = []
  let unknown = 0
  let unlooked = 0
  const turn = turns()
  const untilMs = performance.now() + lookMsMax
  for await (const page of listingsMovedSince(deps.db, filter)) {
    for (const history of page) {
      if (performance.now() > untilMs) {
        unlooked++
        continue
      }
      await turn()
      const look = await lookBack(deps, rule, history, nowMs)
      if (look.unknownAtMs.some((atMs) => atMs >= fromMs)) unknown++
      if (look.moments.some(({ atMs }) => atMs >= fromMs)) looks.push(look)
    }
  }
  const notices = replay(rule, await inClusters(deps, rule, looks, nowMs)).filter(
    ({ atMs }) => atMs >= fromMs,
  )
  const oldestAtMs = (await oldestListingAt(deps.db, asProgram(rule.userId)))?.getTime() ?? null
  const summary = summarise(notices, { nowMs, days, oldestAtMs, timeZone })
  const warnings = [
    ...wordHints(rule),
    ...rateHints(rule, deps.rates.now()),
    ...(unlooked === 0 ? [] : [unlookedWarning(unlooked)]),
    ...summary.warnings,
  ]
  return {
    ...summary,
    warnings,
    unknown,
    items: await itemsOf(deps, asProgram(rule.userId), notices.slice(-backtestItemsMax).reverse()),
  }
}

/** Limits that hold in other currencies hold in none where there is no rate. */
function rateHints({ currency, otherCurrencies }: Rule, rates: ExchangeRates): string[] {
  if (!otherCurrencies || rates.between(currency, currency === 'EUR' ? 'USD' : 'EUR') !== null) return []
  return [
    `There are no exchange rates for ${currency} yet, so prices in other currencies do not fit: an admin types them (deal-scout rates set) or lets the European Central Bank be asked (EXCHANGE_RATES=ecb).`,
  ]
}

function unlookedWarning(count: number): string {
  return `The rule takes so long for each listing that ${count} were not looked at: the figures are too low. Shorten its regular expressions, or repeat less in them.`
}

/** When a rule would have met a listing: fitting, or with something unknown. */
interface Look {
  moments: Moment[]
  unknownAtMs: number[]
}

const steadyConditions: ReadonlySet<string> = new Set([
  'marketplaces',
  'categories',
  'keywords.all',
  'keywords.any',
  'keywords.none',
])

async function lookBack(
  deps: BacktestDeps,
  rule: Rule,
  history: ListingHistory,
  nowMs: number,
): Promise<Look> {
  const { stored, points, endedAtMs } = history
  const look: Look = { moments: [], unknownAtMs: [] }
  const answers = new RegexAnswers(stored.listing)
  for (const { priceCents, currency, seenAt } of points) {
    const atMs = seenAt.getTime()
    // Only what is for sale is notified.
    if (atMs > nowMs || (endedAtMs !== null && atMs >= endedAtMs)) continue
    const then = { ...stored, listing: { ...stored.listing, priceCents, currency } }
    const { verdict, score, trace } = await evaluateRule(deps, rule, then, atMs, { traced: false, answers })
    // No other price changes that.
    if (trace.some(({ condition, outcome }) => outcome === 'no' && steadyConditions.has(condition))) break
    if (verdict === 'unknown') look.unknownAtMs.push(atMs)
    if (verdict === 'yes') {
      look.moments.push({ listingId: stored.id, clusterId: null, atMs, priceCents, currency, score })
    }
  }
  return look
}

/** The moments with their clusters, and those of the clusters' other listings: what was notified of them counts. */
async function inClusters(
  deps: BacktestDeps,
  rule: Rule,
  looks: readonly Look[],
  nowMs: number,
): Promise<Moment[]> {
  const moments = looks.flatMap((look) => look.moments)
  const ids = [...new Set(moments.map(({ listingId }) => listingId))]
  const clusterOf = await clusterIdsOf(deps.db, ids)
  const known = new Set(ids)
  const members = await otherMembers(deps.db, [...clusterOf.keys()])
  const others = new Map(
    [...members.values()].flat().map(({ listingId, clusterId }) => [listingId, clusterId]),
  )
  for (const id of known) others.delete(id)
  for (const history of await listingHistories(deps.db, [...others.keys()], rule.userId)) {
    const { id } = history.stored
    clusterOf.set(id, others.get(id)!)
    moments.push(...(await lookBack(deps, rule, history, nowMs)).moments)
  }
  return moments.map((moment) => ({ ...moment, clusterId: clusterOf.get(moment.listingId) ?? null }))
}

async function itemsOf(
  deps: BacktestDeps,
  userId: Authorized<'read'>,
  notices: readonly Notice[],
): Promise<Backtest['items']> {
  const ids = [...new Set(notices.map(({ listingId }) => listingId))]
  const histories = await listingHistories(deps.db, ids, userId)
  const storedOf = new Map(histories.map(({ stored }) => [stored.id, stored]))
  return notices.flatMap((notice) => {
    const stored = storedOf.get(notice.listingId)
    // Deleted meanwhile.
    if (!stored) return []
    const { listingId, kind, atMs, priceCents, currency, score, clusterId } = notice
    const { title, url, state } = stored.listing
    return {
      listingId,
      at: new Date(atMs).toISOString(),
      kind,
      title,
      url,
      priceCents,
      currency: currency ?? noCurrency,
      score,
      stateNow: state,
      clusterId,
      demo: stored.demo,
    }
  })
}
