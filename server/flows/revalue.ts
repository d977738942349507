import { setTimeout as delay } from 'node:timers/promises'
import { clusterIdsOf } from '../clusters/read-store.ts'
import type { Tx } from '../core/db.ts'
import { type JobContext, TryAgainLater } from '../core/jobs.ts'
import { noCurrency } from '../core/money.ts'
import { turns } from '../core/turns.ts'
import { markChanged } from '../listings/changes-store.ts'
import { readDetailsJob } from '../listings/jobs.ts'
import {
  activeListingsBelow,
  countMissing,
  endListings,
  getListing,
  getListings,
  lockMarketplaces,
  markDetailsRead,
  type StoredListing,
  staleScores,
  unreadOffers,
  writeOffers,
  writePhotoReuses,
} from '../listings/store.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import type { Rule, RulePreview } from '../model/rule-schema.ts'
import { photosOf, photosReused } from '../photos/store.ts'
import { matchRule, type Verdict } from '../rules/explain/reference.ts'
import { leavesOutWords } from '../rules/query/hints.ts'
import { RegexAnswers } from '../rules/query/regex-answers.ts'
import {
  dropBoundsOf,
  getRule,
  holdRules,
  type MatchPair,
  rulesByIds,
  type StoredRule,
  writeMatches,
} from '../rules/store.ts'
import { addUndecided, forgetUndecided, tidyUndecided, type Undecided } from '../rules/undecided-store.ts'
import type { ReadDetails } from '../sources/details.ts'
import { isElsewhere } from './assess-risk.ts'
import { newsAmong } from './cluster-page.ts'
import { channelsOfRule, type MatchDraft } from './draft-notifications.ts'
import { ingest, revalue } from './ingest.ts'
import { asksProfit, matchSubject, messageItem, type PipelineDeps, ruleFigures, tell } from './match-page.ts'
import { tellWatchers } from './notify-watchers.ts'
import { isStoredUnread, mostPromising, readBest } from './read-undecided.ts'

export interface ReconsiderDeps extends PipelineDeps {
  /** Reads a listing's own page through its source; null when there is none to read. */
  readDetails(stored: StoredListing, signal: AbortSignal): Promise<ReadDetails | null>
}

const step = 1000
const shownInSummary = 10
/** Of what is there so many may wait for their page for a new rule, the best; others as they are scored anew. */
const undecidedMax = 2_000
const dayMs = 86_400_000

/** What judging takes: what people's selling tells, and where dear expressions are tested. */
export type JudgeDeps = Pick<PipelineDeps, 'selling' | 'regexes' | 'marketplaces'>

export interface Judgement extends Verdict {
  /** For what is known where that is not all; 0 where it does not fit. */
  score: number
}

/**
 * How a rule sees a stored listing, with the listing's stored value and this moment's score. Untraced it leaves out the
 * rule's expression where everything else already speaks against the listing. `unread` is whether its own page may still
 * tell more, by default as it is.
 */
export async function judge(
  deps: JudgeDeps,
  rule: Rule,
  stored: StoredListing,
  nowMs: number,
  {
    traced = true,
    answers = new RegexAnswers(stored.listing),
    unread = isStoredUnread(deps, stored),
  }: { traced?: boolean; answers?: RegexAnswers; unread?: boolean } = {},
): Promise<Judgement> {
  const subject = matchSubject(stored.listing, stored.value, stored.risk, unread)
  const figures = ruleFigures(deps, stored.listing, stored.firstSeenAtMs, stored.value, nowMs)
  if (!traced && rule.query?.includes('/')) {
    const before = matchRule({ ...rule, ...noExpression }, subject, figures)
    if (before.verdict === 'no') return { ...before, score: 0 }
  }
  const { verdict, trace } = await answers.judged(deps.regexes.test, (test) =>
    matchRule(rule, subject, figures, test),
  )
  return { verdict, trace, score: verdict === 'no' ? 0 : figures.score(rule) }
}

/** What is looked at before an expression, and the figures are not. */
const noExpression = { query: null, scoreMin: null, landedCentsMax: null, profitCentsMin: null }

/**
 * A new or changed rule looks at what is already there. Its matches are written, and told in one message with the
 * best of them: nobody wants a hundred at once. Doing it again changes nothing.
 */
export async function matchExisting(deps: ReconsiderDeps, ruleId: number, revision: number): Promise<void> {
  const rule = (await rulesByIds(deps.db, [ruleId])).get(ruleId)
  if (!rule?.enabled || rule.revision !== revision) return
  const now = deps.clock.now()
  await deps.selling.catchUp(deps.db, { withCounts: asksProfit(rule) })
  const found: { stored: StoredListing; score: number }[] = []
  const undecided: Undecided[] = []
  for await (const stored of activeListings(deps)) {
    const { verdict, score } = await judge(deps, rule, stored, now.getTime(), { traced: false })
    if (verdict === 'yes') found.push({ stored, score })
    if (verdict === 'unknown' && isStoredUnread(deps, stored))
      undecided.push({ listingId: stored.id, ruleId, userId: rule.userId, promise: score })
  }
  await deps.db.transaction(async (tx) => {
    // The rule may have been changed or deleted meanwhile; its next revision looks by itself.
    await holdRules(tx)
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
    await readBest(deps, tx)
    if (best.length === 0) return
    const items = best
      .slice(0, shownInSummary)
      .map(({ stored }) =>
        messageItem(
          deps,
          stored.id,
          stored.listing,
          stored.firstSeenAtMs,
          stored.value,
          stored.risk,
          stored.demo,
          [rule],
          now.getTime(),
        ),
      )
    const draft: MatchDraft = {
      userId: rule.userId,
      dedupeKey: `rule:${ruleId}:existing:${revision}`,
      message: {
        kind: 'existing-matches',
        title: `${best.length} ${best.length === 1 ? 'listing already matches' : 'listings already match'} "${rule.name}"`,
        items,
        itemCount: best.length,
        demo: best.every(({ stored }) => stored.demo),
        createdAt: now.toISOString(),
      },
      channels: channelsOfRule(rule),
      tells: best.map(({ stored }) => ({ ruleId, listingId: stored.id })),
    }
    await tell(tx, deps.telling, [draft], now)
  })
}

async function isCurrent(tx: Tx, rule: StoredRule): Promise<boolean> {
  const stored = await getRule(tx, rule.userId, rule.id)
  return stored?.enabled === true && stored.revision === rule.revision
}

async function* activeListings(
  deps: ReconsiderDeps,
  max = Number.POSITIVE_INFINITY,
): AsyncGenerator<StoredListing> {
  let belowId: number | null = null
  const turn = turns()
  for (let seen = 0; seen < max; ) {
    const page: StoredListing[] = await activeListingsBelow(deps.db, belowId, Math.min(step, max - seen))
    for (const stored of page) {
      await turn()
      yield stored
    }
    seen += page.length
    belowId = page.at(-1)?.id ?? null
    if (page.length < step) return
  }
}

const previewMax = 20_000
/** A preview is waited for: what a dear rule did not get to in that time is left out, as `lookedAt` says. */
export const lookMsMax = 10_000

/** What a draft would find among the newest stored listings. */
export async function previewRule(deps: ReconsiderDeps, rule: Rule): Promise<RulePreview> {
  const nowMs = deps.clock.now().getTime()
  await deps.selling.catchUp(deps.db, { withCounts: asksProfit(rule) })
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
  for await (const stored of activeListings(deps, previewMax)) {
    if (performance.now() > untilMs) break
    preview.lookedAt++
    const { verdict, score } = await judge(deps, rule, stored, nowMs, { traced: false })
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

/**
 * A scan saw every result and lacks listings it saw last time: those are looked up on their own page, which tells
 * sold from gone; where there is no such page, a listing missed twice is gone.
 */
export async function handleMissing(
  deps: ReconsiderDeps,
  tx: Tx,
  scan: { scanId: number; marketplace: string; seenExternalIds: string[] },
): Promise<void> {
  // As whoever writes these listings does, a page or new scores: each would lock them in an order of its own.
  await lockMarketplaces(tx, [scan.marketplace])
  const missing = await countMissing(tx, scan.scanId, scan.seenExternalIds)
  if (missing.length === 0) return
  if (deps.marketplaces.get(scan.marketplace)?.details !== undefined) {
    const due = missing.filter(({ missingCount }) => missingCount === 1 || missingCount % 12 === 0)
    await deps.jobs.sendMany(
      readDetailsJob,
      due.map(({ id }) => ({ payload: { listingId: id }, key: String(id) })),
      tx,
    )
    return
  }
  const gone = missing.filter(({ missingCount }) => missingCount >= 2).map(({ id }) => id)
  await endListings(tx, gone, 'gone', deps.clock.now())
  await tellWatchers(deps, tx, gone)
}

/** Reads a listing's own page and takes in what it shows: more facts, or that it is sold or gone. */
export async function readListingDetails(
  deps: ReconsiderDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  await readPage(deps, listingId, ctx)
  await deps.db.transaction((tx) => readBest(deps, tx))
}

async function readPage(
  deps: ReconsiderDeps,
  listingId: number,
  ctx: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  const stored = await getListing(deps.db, listingId)
  if (!stored || stored.listing.state === 'sold' || stored.listing.state === 'gone') return
  const result = await deps.readDetails(stored, ctx.signal)
  if (result === null) return
  const now = deps.clock.now()
  switch (result.outcome) {
    case 'ok':
      await ingest(deps, {
        sightings: [
          { marketplace: stored.listing.marketplace, seen: result.listing, observedAtMs: now.getTime() },
        ],
        sourceId: stored.sourceId,
        scanId: stored.lastScanId,
        demo: stored.demo,
        details: true,
      })
      return
    case 'sold':
    case 'gone': {
      const state = result.outcome
      await deps.db.transaction(async (tx) => {
        await endListings(tx, [listingId], state, now)
        await tellWatchers(deps, tx, [listingId])
      })
      ctx.log.info({ listing: listingId }, `${state}: ${stored.listing.title.slice(0, 80)}`)
      return
    }
    case 'unreadable':
      // What the search page told has to do, and decides now.
      await deps.db.transaction((tx) => markDetailsRead(tx, listingId, now))
      await revalue(deps, [listingId])
      ctx.log.warn({ listing: listingId, reason: result.reason }, 'a detail page could not be read')
      return
    case 'later':
      throw new TryAgainLater(result.waitMs, result.reason)
  }
}

/**
 * A listing's photos were hashed: how many things elsewhere show one of them is noted, and every process looks at the
 * listing anew, so that its clusters follow.
 */
export async function photosHashed(tx: Tx, listingId: number): Promise<void> {
  const stored = await getListing(tx, listingId)
  if (!stored) return
  const hashes = ((await photosOf(tx, [listingId])).get(listingId) ?? []).flatMap(({ hash }) => hash ?? [])
  const found = new Set<number>()
  for (const hash of hashes) {
    for (const reused of await photosReused(tx, hash, [listingId])) found.add(reused.listingId)
  }
  const others = await getListings(tx, [...found].slice(0, photoReusesRead))
  const elsewhere = others.filter(({ listing }) => isElsewhere(stored.listing, listing))
  await writePhotoReuses(tx, listingId, elsewhere.length)
  await markChanged(tx, [listingId])
}

const photoReusesRead = 200
const rescoreAgeMs = 3_600_000
const rescoreListingAgeMs = 30 * dayMs

/** What is being learned is waited for so long at most; its listings are told all the same. */
const learningMsMax = 60_000

/** Writes down what listings offer that were stored before offers were read; until then it is read at each look. */
async function readOffers(deps: Pick<ReconsiderDeps, 'db'>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const unread = await unreadOffers(deps.db, step)
    if (unread.length === 0) return
    await deps.db.transaction((tx) => writeOffers(tx, unread))
  }
}

/**
 * Values and scores listings again that faded, that were valued before their market was learned, or that waited for
 * that; through the same pipeline, so that what now fits a rule is told.
 */
export async function rescore(deps: ReconsiderDeps, signal: AbortSignal): Promise<number> {
  await readOffers(deps, signal)
  await deps.db.transaction((tx) => deps.valuer.catchUp(tx))
  const enough = delay(learningMsMax, undefined, { signal, ref: false }).catch(() => {})
  await Promise.race([deps.valuer.settled(), enough])
  const now = deps.clock.now()
  let count = 0
  while (!signal.aborted) {
    const ids = await staleScores(
      deps.db,
      {
        before: new Date(now.getTime() - rescoreAgeMs),
        postedAfter: new Date(now.getTime() - rescoreListingAgeMs),
        // What waited has a score of the beginning of time.
        learnedAt: new Date(Math.max(1, deps.valuer.learnedAtMs)),
        startedAt: now,
      },
      500,
    )
    if (ids.length === 0) break
    await revalue(deps, ids)
    count += ids.length
  }
  await tidyUndecided(deps.db, now)
  await deps.db.transaction((tx) => readBest(deps, tx))
  return count
}
