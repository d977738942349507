import { asProgram } from '../core/actor.ts'
import { noCurrency } from '../core/money.ts'
import { activeListings } from '../listings/active-listings.ts'
import type { Reach } from '../model/reach.ts'
import type { Rule, RulePreview } from '../model/rule-schema.ts'
import type { Preview, PreviewQuery } from '../rules/explain/preview-schema.ts'
import { leavesOutWords } from '../rules/query/hints.ts'
import { type BacktestDeps, backtestRule } from './backtest-rule.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { evaluateRule, lookMsMax } from './evaluate-rule.ts'
import { isStoredUnread } from './read-undecided.ts'
import { asksProfit } from './score-for-rules.ts'

const dayMs = 86_400_000

interface PreviewDeps extends BacktestDeps {
  /** Where a rule of its person would be asked for. */
  reachOf(rule: Rule): Promise<Reach[]>
}

/** What a draft fits among what is there, what it would have notified in the last days, and where it would be asked for. */
export async function previewRule(
  deps: PreviewDeps,
  rule: Rule,
  query: Required<PreviewQuery>,
): Promise<Preview> {
  const preview = await previewStored(deps, rule)
  return { ...preview, backtest: await backtestRule(deps, rule, query), reach: await deps.reachOf(rule) }
}

const previewMax = 20_000
/** What a draft would find among the newest stored listings. */
export async function previewStored(deps: BacktestDeps, rule: Rule): Promise<RulePreview> {
  const nowMs = deps.clock.now().getTime()
  await catchUpPeople(deps, deps.db, { withCounts: asksProfit(rule) })
  const preview: RulePreview = {
    lookedAt: 0,
    matches: 0,
    unknown: 0,
    unstated: 0,
    undescribed: 0,
    lastWeek: 0,
    items: [],
  }
  const leavesOut = leavesOutWords(rule)
  const untilMs = performance.now() + lookMsMax
  for await (const stored of activeListings(deps.db, asProgram(rule.userId), previewMax)) {
    if (performance.now() > untilMs) break
    preview.lookedAt++
    const { verdict, score } = await evaluateRule(deps, rule, stored, nowMs, { traced: false })
    if (verdict === 'unknown') preview[isStoredUnread(deps, stored) ? 'unknown' : 'unstated']++
    if (verdict !== 'yes') continue
    preview.matches++
    if (leavesOut && stored.listing.description === null) preview.undescribed++
    if (nowMs - stored.firstSeenAtMs < 7 * dayMs) preview.lastWeek++
    preview.items.push({
      listingId: stored.id,
      title: stored.listing.title,
      url: stored.listing.url,
      priceCents: stored.listing.priceCents ?? null,
      currency: stored.listing.currency ?? noCurrency,
      score,
      demo: stored.demo,
    })
  }
  preview.items.sort((a, b) => b.score - a.score || b.listingId - a.listingId)
  preview.items.splice(20)
  return preview
}
