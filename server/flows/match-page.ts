import type { Tx } from '../core/db.ts'
import { turns } from '../core/turns.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { partOf } from '../rules/live/parts.ts'
import { pageBudget } from '../rules/matcher/budget.ts'
import { type Matcher, type MatchResult, verdict } from '../rules/matcher/matcher.ts'
import { cappedPerPerson } from '../rules/matcher/per-person.ts'
import { Backlog, putOff } from '../rules/waiting/backlog.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { matchSubject } from './match-subject.ts'
import { type Found, type Notified, notifyMatches } from './notify-matches.ts'
import { type Page, type PipelineDeps, valuedOf, type Work } from './page.ts'
import { isUnread, undecidedOf } from './read-undecided.ts'
import { askedFigures, asksProfit } from './score-for-rules.ts'

/** A page that was written and is to be matched. */
export interface Written {
  works: readonly Work[]
  /** The id of each listing by its key. */
  ids: ReadonlyMap<string, number>
  /** Of the rules, read under their lock. */
  version: number
  /** Which cluster a listing is in, where it is in one. */
  clusterOf: ReadonlyMap<number, number | null>
}

/** What came of matching a page. */
export interface Matched extends Notified {
  /** Of the rules, those that it was matched against; others wait for the rest. */
  parts: ReadonlySet<number>
}

/**
 * Matched: every enabled rule that this process has against every new or changed listing that is for sale; then notified.
 */
export async function matchPage(deps: PipelineDeps, tx: Tx, page: Page, written: Written): Promise<Matched> {
  const { parts, result } = await deps.matcher.use(tx, written.version, async (matcher, held) => {
    if (matcher.size === 0) return { parts: held, result: null }
    await catchUpPeople(deps, tx, { withCounts: matcher.asks(asksProfit) })
    const startedAt = performance.now()
    const found = await findMatches(deps, matcher, page, written)
    deps.timed('match', (performance.now() - startedAt) / 1000)
    return { parts: held, result: found }
  })
  if (result === null) return { matches: 0, notifications: 0, drafts: [], parts }
  await putOff(deps.jobs, tx, result.backlog, new Date(result.found.nowMs))
  return { ...(await notifyMatches(deps, tx, page, result.found)), parts }
}

/** The rules are held, so nobody changes the matcher meanwhile. */
async function findMatches(
  deps: PipelineDeps,
  matcher: Matcher,
  page: Page,
  { works, ids, clusterOf }: Written,
): Promise<{ found: Found; backlog: Backlog }> {
  const nowMs = deps.clock.now().getTime()
  const found: Found = { pairs: [], worksById: new Map(), undecided: [], clusterOf, nowMs }
  const backlog = new Backlog()
  const budget = pageBudget()
  const turn = turns()
  for (const work of works) {
    if (work.listing.state !== 'active' || work.isOnTheMarket) continue
    await turn()
    const listingId = ids.get(work.key)!
    found.worksById.set(listingId, work)
    const unread = isUnread(deps, page, work)
    const subject = matchSubject(work, unread, deps.rates.now())
    const figures = askedFigures(deps, valuedOf(work, listingId, page.demo), nowMs)
    const result = matcher.match(subject, figures, budget)
    leaveOut(deps, result, page)
    if (work.ownerId !== null) leaveOthersOut(result, work.ownerId)
    for (const at of cappedPerPerson(result)) {
      found.pairs.push({
        ruleId: result.ruleIds[at]!,
        listingId,
        userId: result.userIds[at]!,
        score: figures.score(result.rule(at)),
        priceCents: meantPriceCents(work.listing.priceCents, subject.currency),
        currency: subject.currency,
      })
    }
    for (let at = 0; at < result.length; at++)
      if (result.verdicts[at] === verdict.putOff)
        backlog.add(result.userIds[at]!, listingId, result.ruleIds[at]!)
    if (unread) found.undecided.push(...undecidedOf(listingId, result, figures))
  }
  return { found, backlog }
}

/** What one person alone sees is nothing to others. */
function leaveOthersOut({ length, userIds, verdicts }: MatchResult, ownerId: number): void {
  for (let at = 0; at < length; at++) if (userIds[at] !== ownerId) verdicts[at] = 0
}

/** Rules of other parts are matched elsewhere, and the demo is shown by rules of the owner alone. */
function leaveOut(
  { owner }: Pick<PipelineDeps, 'owner'>,
  { length, ruleIds, userIds, verdicts }: MatchResult,
  { parts, demo }: Pick<Page, 'parts' | 'demo'>,
): void {
  if (parts === undefined && !demo) return
  for (let at = 0; at < length; at++)
    if (parts?.has(partOf(ruleIds[at]!)) === false || (demo && userIds[at] !== owner)) verdicts[at] = 0
}
