import { asProgram } from '../core/actor.ts'
import type { Tx } from '../core/db.ts'
import { noCurrency } from '../core/money.ts'
import { words } from '../core/text.ts'
import { turns } from '../core/turns.ts'
import { changingXid } from '../listings/changes-store.ts'
import { rescoreJob, valueWaitingJob } from '../listings/jobs.ts'
import type { MergedListing } from '../listings/merge.ts'
import type { NormalizedListing } from '../listings/normalize/normalized-listing.ts'
import { evidenceCents } from '../listings/normalize/offer.ts'
import { textHashOf } from '../listings/normalize/text-hash.ts'
import {
  addPricePoints,
  type ListingWrite,
  lockMarketplaces,
  readViews,
  writeListings,
} from '../listings/store.ts'
import { keyOf } from '../listings/stored-listing.ts'
import { formatPrice } from '../model/message.ts'
import { hashPhotosJob } from '../photos/jobs.ts'
import { lockRulesForMatch } from '../rules/store.ts'
import { scoreTotal } from '../scoring/score.ts'
import { holdSource } from '../sources/store.ts'
import { doubt, pricedFacts, value } from './appraise.ts'
import { readElsewhere } from './assess-risk.ts'
import { catchUpPeople, viewerOf } from './catch-up-people.ts'
import { giveWayToMarket } from './give-way-to-market.ts'
import { matchOrSend } from './match-stored.ts'
import { mergePage, seenInThePast, touchUnchanged } from './merge-page.ts'
import { type NormalizedPage, normalizePage } from './normalize-page.ts'
import { noteMoves } from './note-moves.ts'
import { logMatches } from './notify-matches.ts'
import { notifyWatchers } from './notify-watchers.ts'
import { recordOf } from './open-clusterer.ts'
import { firstSeenMs, type Page, type PipelineDeps, type Work } from './page.ts'
import { scoreSubject } from './score-subject.ts'
import { tellNews } from './tell-news.ts'

export interface IngestResult {
  added: number
  changed: number
  unchanged: number
  matches: number
  notifications: number
  /** Listings that are matched in a few seconds, when what their market is worth has been learned. */
  waiting: number
  rejected: { index: number; problems: Record<string, string> }[]
}

/** Listings at least this good are worth a line in the log. */
const dealScore = 80
/** This many new listings without a value are worth another look soon. */
const unvaluedMin = 10

/**
 * The way of a page of listings, in one transaction: found → valued → ranked → matched → notified. The order has
 * reasons: a value needs what is known of the listing (merged), a score needs the value, a rule may ask for a
 * score, and a person is told what was true when it was written. What is notified commits with the listing itself, so
 * a crash loses neither and doubles neither.
 */
export async function ingest(deps: PipelineDeps, page: Page): Promise<IngestResult> {
  const write = await readAhead(deps, page)
  return write()
}

/** `ingest` in its two steps: reads a page, and answers what writes it. So one is read while the one before is written. */
export async function readAhead(deps: PipelineDeps, page: Page): Promise<() => Promise<IngestResult>> {
  const read = await normalizePage(deps, page)
  return () => take(deps, page, read)
}

async function take(
  deps: PipelineDeps,
  page: Page,
  { found, rejected }: NormalizedPage,
): Promise<IngestResult> {
  const result: IngestResult = {
    added: 0,
    changed: 0,
    unchanged: 0,
    matches: 0,
    notifications: 0,
    waiting: 0,
    rejected,
  }
  if (found.length === 0) return result
  const pause = turns()
  await catchUpPeople(deps, deps.db)
  const works = await deps.db.transaction(async (tx) => {
    // A source may have been disconnected (and the demo's data removed) while its page was on the way.
    if (page.sourceId !== null && !(await holdSource(tx, page.sourceId))) return []
    await lockMarketplaces(
      tx,
      found.map(({ marketplace }) => marketplace),
    )
    const version = await lockRulesForMatch(tx)
    const views = await readViews(tx, uniqueKeys(found), page.ownerId ?? null)
    const own = seenInThePast(views.own, deps.clock.now())
    const works = mergePage(page, found, { ...views, own })
    const fresh = works.filter(
      (work) => work.changed || (page.details === true && work.before?.detailsReadAtMs === null),
    )
    if (!page.history)
      await touchUnchanged(
        tx,
        works.filter((work) => !fresh.includes(work)),
        page.scanId,
        deps.clock.now(),
      )
    if (fresh.length === 0) return works
    await inTurns(fresh, pause, (work) => {
      work.textHash = textHashOf(work.listing.description)
    })

    await deps.valuer.catchUp(tx)
    await deps.clusterer.catchUp(tx)
    const startedAt = performance.now()
    // Valued while the database looks.
    const [elsewhere] = await Promise.all([
      readElsewhere(tx, fresh, page),
      inTurns(fresh, pause, (work) => value(deps, page, work)),
    ])
    await inTurns(fresh, pause, (work) => doubt(deps, page, work, elsewhere))
    deps.timed('value', (performance.now() - startedAt) / 1000)
    waitForLearning(deps, page, fresh)
    const ids = await writeListings(
      tx,
      fresh.map((work) => toWrite(deps, page, work)),
    )
    const points = fresh.flatMap((work) =>
      work.prices.map((price) => ({ ...price, listingId: ids.get(work.key)! })),
    )
    const things = fresh.map((work) => recordOfWork(deps, page, work, ids.get(work.key)!))
    await addPricePoints(tx, points)
    await tellNews(tx, page, fresh, ids)
    const gaveWay = page.ownerId ? 0 : await giveWayToMarket(tx, views.others, ids)
    await noteMoves(deps, tx, fresh, { demo: page.demo, isNews: true })
    const xid = await changingXid(tx)
    // Photos of what was known before may have been hashed while this page was on its way.
    const areAllNew = gaveWay === 0 && fresh.every(({ before }) => before === null)
    const assigned = await deps.clusterer.assign(tx, things, areAllNew ? xid : null)
    const clusterOf = new Map([...assigned].map(([id, { clusterId }]) => [id, clusterId]))
    await sendPhotoJobs(deps, tx, page, fresh, ids)
    const ready = fresh.filter(({ waits }) => !waits)
    result.waiting = fresh.length - ready.length
    const notified = await matchOrSend(deps, tx, page, { works: ready, ids, version, clusterOf })
    result.matches = notified.matches
    result.notifications = notified.notifications + (await notifyWatchers(deps, tx, [...ids.values()]))
    // What came before there was anything to compare it with is valued again once the page itself is evidence.
    const unvalued = fresh.filter(({ value, listing }) => value === null && listing.priceCents).length
    if (page.scanId !== null && unvalued >= unvaluedMin)
      await deps.jobs.send(rescoreJob, {}, { tx, delayMs: 3_000, key: 'soon' })
    // Without a delay: what waits for learning waits for nothing else.
    if (result.waiting > 0) await deps.jobs.send(valueWaitingJob, {}, { tx, key: 'all' })
    tx.afterCommit(() => {
      observeAll(deps, page, fresh, ids)
      // Views that gave way to the market's were changed as well, and are evidence no more.
      if (gaveWay === 0) deps.valuer.observedAll(xid)
      if (page.scanId !== null) logMatches(deps, notified.drafts)
    })
    return works
  })
  for (const work of works) {
    if (work.before === null) result.added++
    else if (work.changed) result.changed++
  }
  // Looks, not listings: several snapshots of one listing are one new listing and looks that added nothing.
  result.unchanged = works.length === 0 ? 0 : found.length - result.added - result.changed
  deps.observe(result)
  return result
}

async function inTurns(
  works: readonly Work[],
  pause: () => Promise<void>,
  run: (work: Work) => void,
): Promise<void> {
  for (const work of works) {
    await pause()
    run(work)
  }
}

function uniqueKeys(found: NormalizedListing[]) {
  return [...new Map(found.map((listing) => [keyOf(listing), listing])).values()]
}

/** Listings for sale of markets that these very prices make worth learning anew are matched after that. */
function waitForLearning(deps: PipelineDeps, page: Page, works: Work[]): void {
  // What one person alone sees is not learned from.
  if (!deps.learnsFirst || page.ownerId) return
  const priced = works.filter(({ listing }) => listing.currency !== null && listing.priceCents)
  for (const [currency, own] of Map.groupBy(priced, ({ listing }) => listing.currency!)) {
    if (!deps.valuer.settling(currency, page.demo, own.filter(({ before }) => before === null).length))
      continue
    for (const work of own) work.waits = work.listing.state === 'active'
  }
}

function recordOfWork(deps: PipelineDeps, page: Page, work: Work, listingId: number) {
  return recordOf(listingId, work.listing, {
    firstSeenAtMs: firstSeenMs(work),
    demo: page.demo,
    photoHashes: deps.photoHashesOf(listingId),
    ownerId: work.ownerId,
  })
}

/** Photos that are new to us are fetched later, at the pace of their sites. */
async function sendPhotoJobs(
  deps: PipelineDeps,
  tx: Tx,
  page: Page,
  works: Work[],
  ids: Map<string, number>,
): Promise<void> {
  if (!deps.hashesPhotos || page.demo || page.history) return
  const due = works.filter(
    ({ before, listing }) =>
      listing.state === 'active' &&
      listing.imageUrls.length > 0 &&
      listing.imageUrls.some((url) => before?.listing.imageUrls.includes(url) !== true),
  )
  await deps.jobs.sendMany(
    hashPhotosJob,
    due.map(({ key }) => ({ payload: { listingId: ids.get(key)! }, key: String(ids.get(key)!) })),
    tx,
  )
}

function toWrite(deps: PipelineDeps, page: Page, work: Work): ListingWrite {
  const { listing, before } = work
  const isOver = listing.state === 'sold' || listing.state === 'gone'
  return {
    listing,
    ownerId: work.ownerId,
    sourceId: page.sourceId ?? before?.sourceId ?? null,
    demo: page.demo,
    firstSeenAtMs: firstSeenMs(work),
    endedAtMs: isOver ? listing.observedAtMs : null,
    detailsReadAtMs: page.details ? listing.observedAtMs : (before?.detailsReadAtMs ?? null),
    lastScanId: page.scanId ?? before?.lastScanId ?? null,
    value: work.value,
    rank: work.rank,
    risk: work.risk,
    textHash: work.textHash,
    // What was valued at the beginning of time is the first to be valued again.
    scoredAtMs: work.waits ? 0 : deps.clock.now().getTime(),
    searchWords: searchWords(listing),
  }
}

/** Words of a listing by which the free text search finds it. */
function searchWords(listing: MergedListing): string[] {
  const text = `${listing.title} ${listing.brand ?? ''} ${listing.location ?? ''} ${listing.description?.slice(0, 2000) ?? ''}`
  return [...new Set(words(text))].slice(0, 300).map((word) => word.slice(0, 100))
}

/** After the commit: the new prices become evidence for others, and the log shows the deals. */
function observeAll(deps: PipelineDeps, page: Page, works: Work[], ids: Map<string, number>): void {
  const viewer = viewerOf(deps, asProgram(deps.owner))
  const scoreAt = (valued: Parameters<typeof scoreSubject>[0]) =>
    scoreTotal(scoreSubject(valued, viewer), deps.clock.now().getTime())
  for (const work of works) {
    const { key, listing, before, value, ownerId, isOnTheMarket } = work
    deps.valuer.observe({
      listingId: ids.get(key)!,
      ownerId,
      ...pricedFacts(listing),
      basis: listing.basis,
      priceCents: evidenceCents({ ...listing, priceCents: listing.priceCents ?? null }),
      currency: listing.currency,
      observedAtMs: listing.postedAtMs ?? before?.firstSeenAtMs ?? listing.observedAtMs,
      demo: page.demo,
      usable: !isOnTheMarket && (page.demo || deps.compsAllowed(listing.marketplace)),
    })
    if (page.scanId === null || ownerId !== null) continue
    const score = scoreAt({ listing, value, firstSeenAtMs: firstSeenMs(work) })
    if (score >= dealScore && (before === null || score > scoreAt(before))) {
      deps.log.info(
        {
          price: formatPrice(listing.priceCents ?? null, listing.currency ?? noCurrency),
          ...(value && { fair: formatPrice(value.midCents, value.currency) }),
          at: listing.marketplace,
        },
        `${page.demo ? 'DEMO ' : ''}deal ${score}: ${listing.title.slice(0, 80)}`,
      )
    }
  }
}
