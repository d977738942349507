import { noCurrency } from '../core/money.ts'
import type { MergedListing } from '../listings/merge.ts'
import type { ValuedListing } from '../listings/valued-listing.ts'
import { countedBy } from '../model/exchange-rates.ts'
import type { MessageItem } from '../model/message.ts'
import type { Rule } from '../model/rule-schema.ts'
import type { ScoreSubject } from '../model/score-schema.ts'
import { coded, saidAlone } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { leavesOutWords } from '../rules/query/hints.ts'
import { scoreDeal } from '../scoring/score.ts'
import type { PipelineDeps } from './page.ts'
import { scoreForRules } from './score-for-rules.ts'
import { scoreSubject, type Viewer } from './score-subject.ts'

type ItemDeps = Pick<PipelineDeps, 'marketplaces' | 'profiles' | 'selling' | 'rates'>

/** A listing as a message shows it, scored for that of its rules (at least one) which it suits best. */
export function messageItem(
  deps: ItemDeps,
  valued: ValuedListing,
  matched: readonly Rule[],
  nowMs: number,
): MessageItem {
  const scores = matched.map(scoreForRules(deps, valued, nowMs))
  const best = scores.reduce((a, b) => (b.total > a.total ? b : a))
  const asking = best.weights.profit > 0 ? undefined : scores.find(({ weights }) => weights.profit > 0)
  const profit =
    asking && scoreDeal(asking.subject, nowMs, asking.weights).parts.find(({ name }) => name === 'profit')
  return {
    ...shown(deps, valued),
    ...distanceOf(best.subject),
    score: scoreDeal(best.subject, nowMs, best.weights),
    ...(profit && { profit: profit.sentence, profitSaid: saidAlone(coded(profit)) }),
    ...exchangedOf(deps, valued.listing, matched),
    ...uncheckedOf(deps, valued.listing, matched),
    ruleNames: matched.map(({ name }) => name),
  }
}

/** The same for somebody who looks without a rule. */
export function viewedItem(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  valued: ValuedListing,
  viewer: Viewer,
  nowMs: number,
): MessageItem {
  const subject = scoreSubject(valued, viewer)
  return {
    ...shown(deps, valued),
    ...distanceOf(subject),
    score: scoreDeal(subject, nowMs),
    ruleNames: [],
  }
}

function distanceOf({ distanceKm, units }: ScoreSubject): Pick<MessageItem, 'distanceKm' | 'units'> {
  return { distanceKm, ...(units !== undefined && { units }) }
}

/** What is the same whoever looks. */
function shown(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  { id, listing, value, risk, demo }: ValuedListing,
): Omit<MessageItem, 'distanceKm' | 'units' | 'score' | 'ruleNames'> {
  return {
    listingId: id,
    title: listing.title,
    url: listing.url,
    marketplaceName: deps.marketplaces.get(listing.marketplace)?.name ?? listing.marketplace,
    priceCents: listing.priceCents ?? null,
    currency: listing.currency ?? noCurrency,
    condition: listing.condition,
    location: listing.location,
    imageUrl: listing.imageUrls[0] ?? null,
    postedAt: listing.postedAtMs === null ? null : new Date(listing.postedAtMs).toISOString(),
    value,
    risk: risk && {
      level: risk.level,
      sentences: risk.signals.map(({ sentence }) => sentence),
      said: risk.signals.map(coded).map(saidAlone),
    },
    demo,
  }
}

function uncheckedOf(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  listing: MergedListing,
  matched: readonly Rule[],
): Pick<MessageItem, 'unchecked' | 'uncheckedSaid'> {
  if (listing.description !== null || !matched.some(leavesOutWords)) return {}
  const isWithout = deps.marketplaces.get(listing.marketplace)?.details === undefined
  const said = say('message-unchecked', { isWithout })
  return { unchecked: said.sentence, uncheckedSaid: saidAlone(said) }
}

/** For the first of its rules that counts in another currency: they are of one person, who has one as a rule. */
function exchangedOf(
  { rates }: Pick<PipelineDeps, 'rates'>,
  { priceCents, currency }: MergedListing,
  matched: readonly Rule[],
): Pick<MessageItem, 'exchanged' | 'exchangedSaid'> {
  const rule = matched.find((one) => one.otherCurrencies && one.currency !== currency)
  if (rule === undefined || !priceCents || currency == null) return {}
  const counted = countedBy(rule, priceCents, { currency, rates: rates.now() })
  if (counted?.from === undefined) return {}
  const { factor: rate, day: rateDay } = counted.from
  const said = say('message-exchanged', {
    ...{ priceCents: counted.cents, currency: rule.currency, statedCurrency: currency, rate, rateDay },
  })
  return { exchanged: said.sentence, exchangedSaid: saidAlone(said) }
}
