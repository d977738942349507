import { asProgram } from '../core/actor.ts'
import { noCurrency } from '../core/money.ts'
import { boxAround } from '../core/places-box.ts'
import { turns } from '../core/turns.ts'
import {
  activeListingsAmong,
  type CandidateFilter,
  type CandidateWindow,
  candidateWindow,
  glancesAt,
} from '../listings/candidates/candidate-store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { Rule } from '../model/rule-schema.ts'
import { storedLimits } from '../rules/asked.ts'
import type { DraftMatches } from '../rules/explain/preview-schema.ts'
import { kindsWanted } from '../rules/kinds.ts'
import { createMatcher, verdict } from '../rules/matcher/matcher.ts'
import type { BacktestDeps } from './backtest-rule.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { matchSubject } from './match-subject.ts'
import { isStoredUnread } from './read-undecided.ts'
import { asksProfit } from './score-for-rules.ts'

/** Somebody types and waits: afterwards what was not looked at is left out, and said. */
const lookMs = 160
/** What may fit by then is still judged for so long, so that it is not lost. */
const graceMs = 60
const shownMax = 20
/** Listings looked at by their rows in one step: few where many fit, more where few do. */
const windowMin = 500
const windowMax = 8_000
/** Listings that are glanced at in one step, and those that are judged in whole. */
const batchMax = 400
const judgedMax = 50

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
  const mayFit = glancer(deps, rule)
  const isOver = () => performance.now() > untilMs
  const isLate = () => performance.now() > untilMs + graceMs
  let belowId: number | null = null
  for (let count = windowMin; ; count = Math.min(windowMax, 2 * count)) {
    signal.throwIfAborted()
    const window = await candidateWindow(deps.db, filter, belowId, count)
    const lookedAt = await judge(deps, { rule, mayFit, answer, signal, nowMs, isOver, isLate }, window)
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
  /** Those of a batch that may fit by what a glance tells, as far as there was time: until `decided`. */
  mayFit(batch: CandidateWindow['found'], isOver: () => boolean): Promise<Glanced>
  answer: DraftMatches
  signal: AbortSignal
  nowMs: number
  isOver(): boolean
  isLate(): boolean
}

interface Glanced {
  fitting: CandidateWindow['found']
  /** Up to which place in the window all was looked at; null = the whole batch. */
  decided: number | null
}

/** Adds what fits of a window; returns how many of those that it looked at are decided. */
async function judge(deps: BacktestDeps, looking: Looking, window: CandidateWindow): Promise<number> {
  const { found } = window
  // What comes first is found first: few at a time until nothing was found.
  let size = judgedMax
  for (let from = 0; from < found.length; from += size, size = batchMax) {
    looking.signal.throwIfAborted()
    const batch = found.slice(from, from + size)
    const { fitting, decided } = await looking.mayFit(batch, looking.isOver)
    for (let at = 0; at < fitting.length; at += judgedMax) {
      const until = await judgeWhole(deps, looking, fitting.slice(at, at + judgedMax))
      if (until !== null) return until
    }
    if (decided !== null) return decided
    // What was ruled out behind the last of the batch belongs to the next.
    if (looking.isOver() && from + size < found.length) return batch.at(-1)!.at
  }
  return window.lookedAt
}

/** Judges listings as the rule's own notifications are; returns up to which place where it ends there. */
async function judgeWhole(
  deps: BacktestDeps,
  { rule, answer, signal, nowMs, isLate }: Looking,
  found: CandidateWindow['found'],
): Promise<number | null> {
  const turn = turns()
  const ids = found.map(({ id }) => id)
  const listings = await activeListingsAmong(deps.db, asProgram(rule.userId), ids)
  const storedOf = new Map(listings.map((stored) => [stored.id, stored]))
  for (const { id, at } of found) {
    if (isLate()) return at - 1
    await turn()
    signal.throwIfAborted()
    const stored = storedOf.get(id)
    if (stored === undefined) continue
    const judged = await evaluateRule(deps, rule, stored, nowMs, { traced: false })
    if (judged.verdict !== 'yes') continue
    answer.items.push(shown(stored, judged.score))
    if (answer.items.length === shownMax) return at
  }
  return null
}

/**
 * Looks with the matcher at what a glance tells. What takes long or a whole listing (expressions with patterns, the score
 * and the like) is left to who judges: without it more fits, never less.
 */
function glancer(deps: BacktestDeps, rule: Rule): Looking['mayFit'] {
  const matcher = createMatcher([
    {
      ...rule,
      ...{ id: 1, scoreMin: null, landedCentsMax: null, profitCentsMin: null },
      // Of which kinds it is depends on its expression, too.
      kinds: [...kindsWanted(rule)],
      query: rule.query?.includes('/') ? null : rule.query,
    },
  ])
  return async (batch, isOver) => {
    const turn = turns()
    const { glances, unread } = await glancesAt(
      deps.db,
      batch.map(({ id }) => id),
    )
    const fits = new Set(unread)
    const placeOf = new Map(batch.map(({ id, at }) => [id, at]))
    const fitting = () => batch.filter(({ id }) => fits.has(id))
    for (const glance of glances) {
      const at = placeOf.get(glance.id)!
      if (isOver()) return { fitting: fitting().filter((one) => one.at < at), decided: at - 1 }
      await turn()
      const result = matcher.match(
        matchSubject(glance, isStoredUnread(deps, glance), deps.rates.now()),
        noFigures,
      )
      if (result.length > 0 && result.verdicts[0] === verdict.yes) fits.add(glance.id)
    }
    return { fitting: fitting(), decided: null }
  }
}

const noFigures = { score: () => 0, landedCents: () => null, profitCents: () => null }

/** What the database can tell beforehand: nothing that fits is left out by it. */
function candidateFilter(rule: Rule): CandidateFilter {
  const wanted = kindsWanted(rule)
  const { marketplaces, categories, currency } = rule
  return {
    person: asProgram(rule.userId),
    ...{ marketplaces, categories, ...storedLimits(rule), currency },
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
