import { otherMembers } from '../clusters/read-store.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { turns } from '../core/turns.ts'
import { type ListingHistory, listingHistories } from '../listings/history-store.ts'
import type { PricePoint } from '../listings/store.ts'
import { notifiesAgain, type Price } from '../model/notifies-again.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { type Dismissal, type MatchedListing, noteOf, suggestChanges } from '../rules/dismiss/dismiss.ts'
import type { Dismissed, DismissReason } from '../rules/dismiss/dismiss-schema.ts'
import { listMatches, matchesOf, type StoredMatch, writeDismissal } from '../rules/explain/trace-store.ts'
import { RegexAnswers } from '../rules/query/regex-answers.ts'
import { getRule, type StoredRule } from '../rules/store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule, lookMsMax } from './evaluate-rule.ts'
import { matchSubject } from './match-subject.ts'
import type { PipelineDeps } from './page.ts'
import { asksProfit, scoreForRules } from './score-for-rules.ts'

export type DismissDeps = Pick<
  PipelineDeps,
  'db' | 'clock' | 'profiles' | 'selling' | 'rates' | 'regexes' | 'marketplaces' | 'owner'
>

const keptDays = 30
/** Of a rule that matches everything a part tells enough. */
const keptMax = 1_000
const wrongMax = 200

/** Notes why a match was not wanted, and says what change of the rule would have prevented it. */
export async function dismissMatch(
  deps: DismissDeps,
  userId: Authorized<'write'>,
  match: { ruleId: number; listingId: number; reason: DismissReason },
): Promise<Dismissed> {
  const { ruleId, listingId, reason } = match
  const rule = await getRule(deps.db, userId, ruleId)
  if (!rule) throw notFound('rule')
  const at = deps.clock.now()
  if (!(await writeDismissal(deps.db, { userId, ruleId, listingId }, { reason, at })))
    throw notFound('match of this rule')
  await catchUpPeople(deps, deps.db, { withCounts: asksProfit(rule) })
  const dismissal = await dismissalOf(deps, rule, listingId, reason, at)
  const suggestions = await suggestChanges(dismissal)
  return { ruleId, listingId, reason, suggestions, note: await noteOf(dismissal, suggestions.length) }
}

interface Seen extends MatchedListing {
  history: ListingHistory
  matchedAtMs: number
  answers: RegexAnswers
}

async function dismissalOf(
  deps: DismissDeps,
  rule: StoredRule,
  listingId: number,
  reason: DismissReason,
  at: Date,
): Promise<Dismissal<Seen>> {
  const matches = { userId: asProgram(rule.userId), ruleId: rule.id, beforeId: null }
  const since = new Date(at.getTime() - keptDays * 86_400_000)
  const kept = await listMatches(deps.db, { ...matches, dismissed: false, since, limit: keptMax })
  const dismissed =
    reason === 'wrong-thing'
      ? await listMatches(deps.db, { ...matches, dismissed: true, limit: wrongMax })
      : []
  const wrong = dismissed.filter((one) => one.dismissReason === reason && one.listingId !== listingId)
  const [own] = (await matchesOf(deps.db, asProgram(rule.userId), [listingId])).filter(
    ({ ruleId }) => ruleId === rule.id,
  )
  const all = [own!, ...kept, ...wrong]
  const histories = await listingHistories(
    deps.db,
    all.map((one) => one.listingId),
    rule.userId,
  )
  const historyOf = new Map(histories.map((history) => [history.stored.id, history]))
  const turn = turns()
  const seen = async (found: StoredMatch[]) => {
    const all: Seen[] = []
    for (const match of found) {
      await turn()
      const history = historyOf.get(match.listingId)
      if (history) all.push(seenOf(deps, rule, match, history))
    }
    return all
  }
  const [listing] = await seen([own!])
  if (!listing) throw notFound('listing')
  const untilMs = performance.now() + lookMsMax
  const twin = await pricierTwin(deps, rule, own!, listing)
  return {
    reason,
    // A rule that is switched off refuses everything, which says nothing of what it asks for.
    rule: { ...rule, enabled: true },
    listing: { ...listing, drops: [...twin, ...listing.drops] },
    kept: await seen(kept),
    wrong: await seen(wrong),
    // With the recency that they had when they matched: what faded since was not unwanted for that.
    async evaluate(asking, { history, matchedAtMs, answers }) {
      await turn()
      const options = { traced: false, answers, unread: false }
      const { verdict } = await evaluateRule(deps, asking, history.stored, matchedAtMs, options)
      return verdict
    },
    isLate: () => performance.now() > untilMs,
  }
}

function seenOf(deps: DismissDeps, rule: StoredRule, match: StoredMatch, history: ListingHistory): Seen {
  const { stored } = history
  const matchedAtMs = match.matchedAt.getTime()
  return {
    history,
    matchedAtMs,
    answers: new RegexAnswers(stored.listing),
    subject: matchSubject(stored, false, deps.rates.now()),
    score: scoreForRules(deps, stored, matchedAtMs)(rule).total,
    drops: dropsOf(rule, match.matchedAt, history.points),
  }
}

/** The lower prices that a rule notified of a listing after it matched, each from what was notified before. */
function dropsOf(rule: StoredRule, matchedAt: Date, points: readonly PricePoint[]): MatchedListing['drops'] {
  const drops: { from: Price; to: Price }[] = []
  const notifiedIn = new Map<string | null, Price>()
  for (const { currency, seenAt, ...point } of points) {
    const price = { priceCents: meantPriceCents(point.priceCents, currency), currency }
    if (seenAt.getTime() <= matchedAt.getTime()) notifiedIn.clear()
    if (price.priceCents === null) continue
    const notified = notifiedIn.get(currency)
    const isDrop = notified !== undefined && notifiesAgain(rule, notified, price)
    if (isDrop) drops.push({ from: notified, to: price })
    if (isDrop || notified === undefined) notifiedIn.set(currency, price)
  }
  return drops
}

/** What the rule notified before of another listing that is the same thing, for more. */
async function pricierTwin(
  deps: DismissDeps,
  rule: StoredRule,
  own: StoredMatch,
  { history }: Seen,
): Promise<MatchedListing['drops']> {
  const members = (await otherMembers(deps.db, [own.listingId])).get(own.listingId) ?? []
  const ids = members.map(({ listingId }) => listingId)
  const before = (await matchesOf(deps.db, asProgram(rule.userId), ids)).filter(
    (match) => match.ruleId === rule.id && match.matchedAt.getTime() < own.matchedAt.getTime(),
  )
  const first = history.points.find(
    ({ priceCents, currency }) => meantPriceCents(priceCents, currency) !== null,
  )
  if (first === undefined) return []
  const to: Price = { priceCents: first.priceCents, currency: first.currency }
  return before
    .map(({ notifiedPriceCents, notifiedCurrency }) => ({
      from: { priceCents: notifiedPriceCents, currency: notifiedCurrency },
      to,
    }))
    .filter(({ from }) => notifiesAgain(rule, from, to))
    .slice(-1)
}
