import { asProgram } from '../core/actor.ts'
import { noCurrency } from '../core/money.ts'
import { boxAround } from '../core/places-box.ts'
import { turns } from '../core/turns.ts'
import {
  activeListingsAmong,
  type CandidateFilter,
  type CandidateWindow,
  candidateWindow,
} from '../listings/candidate-store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { Rule } from '../model/rule-schema.ts'
import type { DraftMatches } from '../rules/explain/preview-schema.ts'
import { kindsWanted } from '../rules/kinds.ts'
import type { BacktestDeps } from './backtest-rule.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { asksProfit } from './score-for-rules.ts'

/** Somebody types and waits: afterwards what was not looked at is left out, and said. */
const lookMs = 160
const shownMax = 20
/** Listings looked at by their rows in one step: few where many fit, more where few do. */
const windowMin = 500
const windowMax = 8_000
/** Listings that are read and judged in one step. */
const batchMax = 100

/**
 * The newest listings that fit a draft, judged as the rule's own notifications are: at most 20, in about `lookMs`. Throws
 * the reason of `signal` once that aborts; nothing further is asked of the database then.
 */
export async function findForDraft(
  deps: BacktestDeps,
  rule: Rule,
  signal: AbortSignal,
  untilMs = performance.now() + lookMs,
): Promise<DraftMatches> {
  await catchUpPeople(deps, deps.db, { withCounts: asksProfit(rule) })
  const nowMs = deps.clock.now().getTime()
  const answer: DraftMatches = { items: [], lookedAtCount: 0, isPartial: false }
  const filter = candidateFilter(rule)
  const isOver = () => performance.now() > untilMs
  let belowId: number | null = null
  for (let count = windowMin; ; count = Math.min(windowMax, 2 * count)) {
    signal.throwIfAborted()
    const window = await candidateWindow(deps.db, filter, belowId, count)
    const lookedAt = await judge(deps, { rule, answer, signal, nowMs, isOver }, window)
    answer.lookedAtCount += lookedAt
    if (answer.items.length === shownMax) return answer
    if (lookedAt < window.lookedAt) return { ...answer, isPartial: true }
    if (window.lookedAt < count) return answer
    if (isOver()) return { ...answer, isPartial: true }
    belowId = window.lowestId
  }
}

interface Looking {
  rule: Rule
  answer: DraftMatches
  signal: AbortSignal
  nowMs: number
  isOver(): boolean
}

/** Adds what fits of a window; returns how many of those that it looked at are decided. */
async function judge(deps: BacktestDeps, looking: Looking, window: CandidateWindow): Promise<number> {
  const { rule, answer, signal, nowMs } = looking
  const turn = turns()
  const { found } = window
  for (let from = 0; from < found.length; from += batchMax) {
    signal.throwIfAborted()
    const batch = found.slice(from, from + batchMax)
    const ids = batch.map(({ id }) => id)
    const listings = await activeListingsAmong(deps.db, asProgram(rule.userId), ids)
    const storedOf = new Map(listings.map((stored) => [stored.id, stored]))
    for (const { id, at } of batch) {
      if (looking.isOver()) return at - 1
      await turn()
      signal.throwIfAborted()
      const stored = storedOf.get(id)
      if (stored === undefined) continue
      const { verdict, score } = await evaluateRule(deps, rule, stored, nowMs, { traced: false })
      if (verdict !== 'yes') continue
      answer.items.push(shown(stored, score))
      if (answer.items.length === shownMax) return at
    }
  }
  return window.lookedAt
}

/** What the database can tell beforehand: nothing that fits is left out by it. */
function candidateFilter(rule: Rule): CandidateFilter {
  const wanted = kindsWanted(rule)
  const { marketplaces, categories, priceCentsMin, priceCentsMax, currency } = rule
  return {
    person: asProgram(rule.userId),
    ...{ marketplaces, categories, priceCentsMin, priceCentsMax, currency },
    conditions: rule.conditions,
    // What is in doubt may be the thing itself.
    kinds: wanted.includes('thing') ? [] : wanted,
    riskMax: rule.riskMax,
    discountPctMin: rule.discountPctMin,
    boxes: rule.places.map((place) => boxAround(place, place.radiusKm)),
  }
}

function shown({ id, listing, demo, firstSeenAtMs }: StoredListing, score: number): DraftMatches['items'][0] {
  return {
    listingId: id,
    title: listing.title,
    url: listing.url,
    priceCents: listing.priceCents ?? null,
    currency: listing.currency ?? noCurrency,
    score,
    demo,
    firstSeenAt: new Date(firstSeenAtMs).toISOString(),
  }
}
