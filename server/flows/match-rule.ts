import { clusterIdsOf } from '../clusters/read-store.ts'
import { asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { noCurrency } from '../core/money.ts'
import { activeListings } from '../listings/active-listings.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import {
  dropBoundsOf,
  getRule,
  lockRulesForMatch,
  type MatchPair,
  rulesByIds,
  type StoredRule,
  writeMatches,
} from '../rules/store.ts'
import { addUndecided, forgetUndecided, type Undecided } from '../rules/waiting/undecided-store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { channelsOfRule, type MatchDraft } from './draft-notifications.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { messageItem } from './message-item.ts'
import { newsAmong } from './news-among.ts'
import { writeDrafts } from './notify-matches.ts'
import type { PipelineDeps } from './page.ts'
import { isStoredUnread, mostPromising, readUndecided } from './read-undecided.ts'
import { asksProfit } from './score-for-rules.ts'

const shownInSummary = 10
/** Of what is there so many may wait for their page for a new rule, the best; others as they are scored anew. */
const undecidedMax = 2_000

/**
 * A new or changed rule looks at what is already there. Its matches are written, and notified in one message with the
 * best of them: nobody wants a hundred at once. Doing it again changes nothing.
 */
export async function matchRule(deps: PipelineDeps, ruleId: number, revision: number): Promise<void> {
  const rule = (await rulesByIds(deps.db, [ruleId])).get(ruleId)
  if (!rule?.enabled || rule.revision !== revision) return
  const now = deps.clock.now()
  await catchUpPeople(deps, deps.db, { withCounts: asksProfit(rule) })
  const found: { stored: StoredListing; score: number }[] = []
  const undecided: Undecided[] = []
  for await (const stored of activeListings(deps.db, asProgram(rule.userId))) {
    const { verdict, score } = await evaluateRule(deps, rule, stored, now.getTime(), { traced: false })
    if (verdict === 'yes') found.push({ stored, score })
    if (verdict === 'unknown' && isStoredUnread(deps, stored))
      undecided.push({ listingId: stored.id, ruleId, userId: rule.userId, promise: score })
  }
  await deps.db.transaction(async (tx) => {
    // The rule may have been changed or deleted meanwhile; its next revision looks by itself.
    await lockRulesForMatch(tx)
    if (!(await isCurrent(tx, rule))) return
    const pairs: MatchPair[] = found.map(({ stored, score }) => ({
      ruleId,
      listingId: stored.id,
      userId: rule.userId,
      score,
      priceCents: meantPriceCents(stored.listing.priceCents, stored.listing.currency),
      currency: stored.listing.currency ?? noCurrency,
    }))
    const clusterOf = await clusterIdsOf(
      tx,
      pairs.map(({ listingId }) => listingId),
    )
    const newsOf = await newsAmong(tx, pairs, clusterOf, await dropBoundsOf(tx, [ruleId]))
    const { added } = await writeMatches(tx, pairs, now)
    const fresh = new Set(newsOf(added).map(({ listingId }) => listingId))
    const best = found
      .filter(({ stored }) => fresh.has(stored.id))
      .sort((a, b) => b.score - a.score || b.stored.id - a.stored.id)
    await forgetUndecided(tx, ruleId)
    await addUndecided(tx, mostPromising(undecided, undecidedMax))
    await readUndecided(deps, tx)
    if (best.length === 0) return
    const items = best
      .slice(0, shownInSummary)
      .map(({ stored }) => messageItem(deps, stored, [rule], now.getTime()))
    const draft: MatchDraft = {
      userId: rule.userId,
      dedupeKey: `rule:${ruleId}:existing:${revision}`,
      message: {
        kind: 'existing-matches',
        ...titled(say('message-existing', { count: best.length, ruleName: rule.name })),
        items,
        itemCount: best.length,
        demo: best.every(({ stored }) => stored.demo),
        createdAt: now.toISOString(),
      },
      channels: channelsOfRule(rule),
      notifies: best.map(({ stored }) => ({ ruleId, listingId: stored.id })),
    }
    await writeDrafts(tx, deps.notifying, [draft], now)
  })
}

async function isCurrent(tx: Tx, rule: StoredRule): Promise<boolean> {
  const stored = await getRule(tx, asProgram(rule.userId), rule.id)
  return stored?.enabled === true && stored.revision === rule.revision
}
