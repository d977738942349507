import { clusterIdsOf } from '../clusters/read-store.ts'
import { type Authorized, asProgram } from '../core/actor.ts'
import type { JobContext } from '../core/jobs.ts'
import { noCurrency } from '../core/money.ts'
import { turns } from '../core/turns.ts'
import { getListings, onTheMarket } from '../listings/store.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { matchBacklogJob } from '../rules/jobs.ts'
import { rulesPerPersonMax } from '../rules/matcher/per-person.ts'
import type { MatchPair, StoredRule } from '../rules/store.ts'
import { lockRulesForMatch, rulesByIds } from '../rules/store.ts'
import { clearWaiting, oldestWaiting, type StoredWaiting } from '../rules/waiting/backlog-store.ts'
import type { Undecided } from '../rules/waiting/undecided-store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { type Found, logMatches, notifyMatches } from './notify-matches.ts'
import { knownWork, type PipelineDeps } from './page.ts'
import { isUnread } from './read-undecided.ts'
import { asksProfit } from './score-for-rules.ts'

const listingsAtOnce = 20
/** A person whose rules take longer lines up again, behind others. */
const runMs = 10_000

/**
 * Matches what pages put off against one person's rules, oldest first and some listings at a time, as if the page had:
 * written and notified in one transaction with the end of their waiting. Doing it again changes nothing.
 */
export async function matchBacklog(
  deps: PipelineDeps,
  userId: Authorized<'read'>,
  { signal }: Pick<JobContext, 'signal'>,
): Promise<void> {
  const startedMs = performance.now()
  for (;;) {
    const waiting = await oldestWaiting(deps.db, asProgram(userId), listingsAtOnce)
    if (waiting.length === 0) return
    if (signal.aborted || performance.now() - startedMs > runMs) {
      await deps.jobs.send(matchBacklogJob, { userId }, { key: String(userId) })
      return
    }
    await workOff(deps, waiting, startedMs + runMs)
  }
}

/** Always at least one listing. */
async function workOff(deps: PipelineDeps, waiting: StoredWaiting[], untilMs: number): Promise<void> {
  const rules = await rulesByIds(deps.db, [...new Set(waiting.flatMap(({ ruleIds }) => ruleIds))])
  const listings = new Map(
    (
      await getListings(
        deps.db,
        waiting.map(({ listingId }) => listingId),
        'program',
      )
    ).map((stored) => [stored.id, stored]),
  )
  await catchUpPeople(deps, deps.db, { withCounts: [...rules.values()].some(asksProfit) })
  const shown = await onTheMarket(deps.db, [...listings.values()])
  const nowMs = deps.clock.now().getTime()
  const turn = turns()
  const looks: Look[] = []
  for (const row of waiting) {
    const stored = listings.get(row.listingId)
    const look: Look = { row, stored, fitting: [], undecided: [] }
    looks.push(look)
    if (stored?.listing.state === 'active' && !shown.has(stored.id))
      for (const id of row.ruleIds.toSorted((a, b) => a - b)) {
        const rule = rules.get(id)
        if (!rule?.enabled) continue
        await turn()
        const { verdict, score } = await evaluateRule(deps, rule, stored, nowMs, { traced: false })
        if (verdict === 'unknown')
          look.undecided.push({ listingId: stored.id, ruleId: id, userId: rule.userId, promise: score })
        if (verdict === 'yes') look.fitting.push({ rule, score })
        if (look.fitting.length === rulesPerPersonMax) break
      }
    if (performance.now() > untilMs) break
  }
  await write(deps, looks, nowMs)
}

interface Look {
  row: StoredWaiting
  stored: StoredListing | undefined
  fitting: { rule: StoredRule; score: number }[]
  undecided: Undecided[]
}

async function write(deps: PipelineDeps, looks: readonly Look[], nowMs: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await lockRulesForMatch(tx)
    const rules = await rulesByIds(tx, [
      ...new Set(looks.flatMap(({ fitting }) => fitting.map(({ rule }) => rule.id))),
    ])
    const now = await getListings(
      tx,
      looks.map(({ row }) => row.listingId),
      'program',
    )
    const seenAtMs = new Map(now.map(({ id, listing }) => [id, listing.observedAtMs]))
    // A listing that changed meanwhile was matched by its own page, and looks again here if that put it off.
    const settled = looks.filter(
      ({ row, stored }) => seenAtMs.get(row.listingId) === stored?.listing.observedAtMs,
    )
    await clearWaiting(
      tx,
      settled.map(({ row }) => row),
    )
    const clusterOf = await clusterIdsOf(tx, [...seenAtMs.keys()])
    for (const demo of [false, true]) {
      const page = { sightings: [], sourceId: null, scanId: null, demo }
      const found: Found = { pairs: [], worksById: new Map(), undecided: [], clusterOf, nowMs }
      for (const { stored, fitting, undecided } of settled) {
        if (stored === undefined || stored.demo !== demo) continue
        const work = { ...knownWork(stored), value: stored.value, risk: stored.risk }
        found.worksById.set(stored.id, work)
        if (isUnread(deps, page, work)) found.undecided.push(...undecided)
        found.pairs.push(
          // A rule that changed meanwhile looks at what is there by itself.
          ...fitting
            .filter(
              ({ rule }) =>
                rules.get(rule.id)?.enabled === true && rules.get(rule.id)!.revision === rule.revision,
            )
            .map(({ rule, score }) => pairOf(rule, stored, score)),
        )
      }
      const notified = await notifyMatches(deps, tx, page, found)
      tx.afterCommit(() => {
        logMatches(deps, notified.drafts)
        deps.observe({ added: 0, changed: 0, unchanged: 0, ...notified })
      })
    }
  })
}

function pairOf(rule: StoredRule, { id, listing }: StoredListing, score: number): MatchPair {
  return {
    ruleId: rule.id,
    listingId: id,
    userId: rule.userId,
    score,
    priceCents: meantPriceCents(listing.priceCents, listing.currency),
    currency: listing.currency ?? noCurrency,
  }
}
