import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import type { Jobs } from '../core/jobs.ts'
import type { Log } from '../core/log.ts'
import { noCurrency } from '../core/money.ts'
import { distanceKm, type Near } from '../core/places.ts'
import { turns } from '../core/turns.ts'
import type { MergedListing } from '../listings/merge.ts'
import type { PricePoint, StoredListing } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { MessageItem } from '../model/message.ts'
import { isDoubtful } from '../model/offer/doubt.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import type { Figures, MatchSubject, Rule } from '../model/rule-schema.ts'
import type {
  FairValue,
  Resale,
  Risk,
  ScoreSubject,
  ScoreWeights,
  TravelCost,
} from '../model/score-schema.ts'
import { countNew, createNotifications, type TellingDeps } from '../notify/delivery/create.ts'
import type { NotificationDraft } from '../notify/delivery/plan.ts'
import { notificationKey } from '../notify/store.ts'
import { Backlog, putOff } from '../rules/backlog.ts'
import { keywordMatcher } from '../rules/explain/reference.ts'
import type { LiveMatcher } from '../rules/live-matcher.ts'
import { pageBudget } from '../rules/matcher/budget.ts'
import { type Matcher, type MatcherRule, type MatchResult, verdict } from '../rules/matcher/matcher.ts'
import { cappedPerPerson } from '../rules/matcher/per-person.ts'
import { partOf } from '../rules/parts.ts'
import { leavesOutWords } from '../rules/query/hints.ts'
import type { RegexThread } from '../rules/query/regex-thread.ts'
import {
  dropBoundsOf,
  type MatchPair,
  noteTold,
  rulesByIds,
  toldBefore,
  writeMatches,
} from '../rules/store.ts'
import { addUndecided, type Undecided } from '../rules/undecided-store.ts'
import { landedCents } from '../scoring/resale/landed.ts'
import type { Selling } from '../scoring/resale/selling.ts'
import { scoreDeal, scoreTotal } from '../scoring/score.ts'
import type { Valuer } from '../scoring/value/valuer.ts'
import { weightsOf } from '../scoring/weights.ts'
import { alsoLines, type Clusterer, newsAmong } from './cluster-page.ts'
import { draftsOf, type MatchDraft } from './draft-notifications.ts'
import { isUnread, readBest, sendReads, undecidedOf } from './read-undecided.ts'

export interface PipelineDeps {
  db: Db
  clock: Clock
  log: Log
  jobs: Jobs
  valuer: Valuer
  clusterer: Clusterer
  /** Hashes of a listing's photos, as far as this process knows them. */
  photoHashesOf(listingId: number): readonly string[]
  /** Whether photos are fetched and hashed. */
  hashesPhotos: boolean
  /** How people sell: what the way costs them, and what selling again should bring. */
  selling: Selling
  /** Whether a marketplace's prices may be evidence of value. */
  compsAllowed(marketplace: string): boolean
  /** Listings of a market that is being learned wait for that. */
  learnsFirst: boolean
  matcher: LiveMatcher
  /** Where dear regular expressions are tested. */
  regexes: RegexThread
  telling: TellingDeps
  marketplaces: ReadonlyMap<
    string,
    {
      name: string
      details?: unknown
      areaOf?(url: string): { lat: number; lon: number; country: string } | null
      terms: { noComps?: boolean; holdsPayment?: boolean }
    }
  >
  /** Of marketplaces that bound it: how many pages of single listings rules may have read in a day. */
  detailsPerDay: Readonly<Record<string, number>>
  findPlace(text: string, near: Near): { lat: number; lon: number } | null
  home: { lat: number; lon: number; country?: string } | null
  /** Whose home that is. */
  owner: number
  observe(counts: {
    added: number
    changed: number
    unchanged: number
    matches: number
    notifications: number
  }): void
}

/** One look at one thing for sale. */
export interface Sighting {
  marketplace: string
  seen: SeenListing
  observedAtMs: number
}

export interface Page {
  sightings: Sighting[]
  sourceId: number | null
  scanId: number | null
  demo: boolean
  /** These are views of detail pages. */
  details?: boolean
  /** Snapshots from a file: a look counts only when it is later than what is known, and "seen now" is not claimed. */
  history?: boolean
  /** Only these parts of the rules are matched; default: all that this process has. */
  parts?: ReadonlySet<number>
}

/** One listing on its way through a page. */
export interface Work {
  key: string
  before: StoredListing | null
  listing: MergedListing
  changed: boolean
  prices: Omit<PricePoint, 'listingId'>[]
  value: FairValue | null
  score: number
  risk: Risk | null
  /** See `textHashOf`. */
  textHash: string | null
  /** Its market is being learned: it is matched when its value has been made from that. */
  waits: boolean
}

export function firstSeenMs(work: Work): number {
  return work.before?.firstSeenAtMs ?? work.listing.observedAtMs
}

/**
 * What the deal score looks at, from a place, for wanted words, by what the way there costs and, where profit is
 * asked for, by what selling it again should bring.
 */
export function scoreSubject(
  listing: MergedListing,
  firstSeenAtMs: number,
  value: FairValue | null,
  place: { lat: number; lon: number } | null,
  keywordShare: number | null,
  travel: TravelCost | null,
  resale?: Resale | null,
): ScoreSubject {
  const currency = listing.currency ?? noCurrency
  return {
    priceCents: meantPriceCents(listing.priceCents, currency),
    shippingCents: listing.shippingCents ?? null,
    currency,
    condition: listing.condition,
    postedAtMs: listing.postedAtMs ?? firstSeenAtMs,
    photoCount: listing.imageUrls.length,
    distanceKm:
      place && listing.lat !== null && listing.lon !== null
        ? distanceKm(place, { lat: listing.lat, lon: listing.lon })
        : null,
    keywordMatch: keywordShare,
    value,
    offered: offeredOf(listing),
    travel,
    ...(resale !== undefined && { resale }),
  }
}

/** How sure it is that what a listing is read as is offered, and for its price. */
function offeredOf({ kind, kindProbability, thingProbability, priceMeaning }: MergedListing): number {
  if (priceMeaning !== 'asked' && priceMeaning !== 'free') return 0
  return kind === 'thing' ? thingProbability : kindProbability
}

/** A listing as a rule sees it. */
export interface RuleScore {
  subject: ScoreSubject
  weights: ScoreWeights
  total: number
}

/** Whether a rule asks what selling a thing again brings. */
export function asksProfit(rule: Pick<Rule, 'weights' | 'profitCentsMin'>): boolean {
  return rule.profitCentsMin !== null || weightsOf(rule.weights).profit > 0
}

/** What of a rule its figures rest on, for the listing at hand. */
type Asking = Pick<MatcherRule, 'userId' | 'weights' | 'place' | 'keywordShare'>

/** Scores a listing for rules: from each one's place, for its words, under its weights, as its person sells. */
export function ruleScores(
  deps: Pick<PipelineDeps, 'selling'>,
  listing: MergedListing,
  firstSeenAtMs: number,
  value: FairValue | null,
  nowMs: number,
): (rule: Rule) => RuleScore {
  const subjectOf = ruleSubjects(deps, listing, firstSeenAtMs, value)
  const asking = askingOf(listing)
  return (rule) => {
    const weights = weightsOf(rule.weights)
    const subject = subjectOf(asking(rule))
    return { subject, weights, total: scoreTotal(subject, nowMs, weights) }
  }
}

/** What a listing's rules may limit beyond what it states, made only when it is asked for. */
export function ruleFigures(...args: Parameters<typeof askedFigures>): Figures<Rule> {
  const { score, landedCents, profitCents } = askedFigures(...args)
  const asking = askingOf(args[1])
  return {
    score: (rule) => score(asking(rule)),
    landedCents: (rule) => landedCents(asking(rule)),
    profitCents: (rule) => profitCents(asking(rule)),
  }
}

/** The same for rules as the matcher knows them. */
function askedFigures(
  deps: Pick<PipelineDeps, 'selling'>,
  listing: MergedListing,
  firstSeenAtMs: number,
  value: FairValue | null,
  nowMs: number,
): Figures<Asking> {
  const subjectOf = ruleSubjects(deps, listing, firstSeenAtMs, value)
  return {
    score: (rule) => scoreTotal(subjectOf(rule), nowMs, weightsOf(rule.weights)),
    landedCents: (rule) => landedCents(subjectOf(rule)),
    profitCents(rule) {
      const subject = { ...subjectOf(rule), category: listing.category }
      return deps.selling.of(rule.userId).profitOf(subject).profit?.profitCents ?? null
    },
  }
}

/** What each rule's score looks at; what is the same for all of them is made once. */
function ruleSubjects(
  deps: Pick<PipelineDeps, 'selling'>,
  listing: MergedListing,
  firstSeenAtMs: number,
  value: FairValue | null,
): (rule: Asking) => ScoreSubject {
  const resales = new Map<number, Resale | null>()
  const resaleFor = (userId: number) => {
    let resale = resales.get(userId)
    if (resale === undefined) {
      resale = deps.selling.of(userId).resaleOf({ value, category: listing.category })
      resales.set(userId, resale)
    }
    return resale
  }
  return (rule) =>
    scoreSubject(
      listing,
      firstSeenAtMs,
      value,
      rule.place,
      rule.keywordShare(),
      deps.selling.of(rule.userId).settings.travel,
      weightsOf(rule.weights).profit > 0 ? resaleFor(rule.userId) : undefined,
    )
}

function askingOf(listing: MergedListing): (rule: Rule) => Asking {
  const keywordShare = keywordMatcher(listing)
  return (rule) => ({
    userId: rule.userId,
    weights: rule.weights,
    place: nearest(rule.places, listing),
    keywordShare: () => keywordShare(rule),
  })
}

/** The place that a listing is nearest to; the first where it is not known where that is. */
function nearest<Place extends { lat: number; lon: number }>(
  places: readonly Place[],
  { lat, lon }: { lat: number | null; lon: number | null },
): Place | null {
  const [first = null] = places
  if (places.length < 2 || lat === null || lon === null) return first
  const km = new Map(places.map((place) => [place, distanceKm(place, { lat, lon })]))
  return places.reduce((best, place) => (km.get(place)! < km.get(best)! ? place : best))
}

/** A listing as rules see it, with its value and risk; `unread` where its own page may still tell more. */
export function matchSubject(
  listing: MergedListing,
  value: FairValue | null,
  risk: Risk | null,
  unread: boolean,
): MatchSubject {
  const { shippingCents, buyingFormat, attributes } = listing
  const ships = shippingCents === undefined ? null : true
  const currency = listing.currency ?? noCurrency
  // Against the fair value $1 would be the best of all deals, and stands for "make an offer".
  const comparable =
    value !== null &&
    value.currency === currency &&
    (listing.priceCents == null || meantPriceCents(listing.priceCents, currency) !== null)
  return {
    title: listing.title,
    description: listing.description,
    marketplace: listing.marketplace,
    category: listing.category,
    condition: listing.condition,
    kind: listing.kind,
    kindDoubt: doubtOf(listing, unread),
    priceCents: listing.priceCents ?? null,
    currency,
    lat: listing.lat,
    lon: listing.lon,
    ships,
    // Classified ads are fetched; what is sent is fetched only where the site says so.
    pickup: buyingFormat === 'classified' ? true : ships === true ? false : null,
    sellerKey: attributes.sellerKey ?? null,
    valueCents: comparable ? value.midCents : null,
    confidencePct: value === null ? null : Math.round(value.confidence * 100),
    risk: risk?.score ?? 0,
    unread,
  }
}

/** Its own page tells more of an offer only where no description was shown yet. */
function doubtOf(
  { thingProbability, description }: MergedListing,
  isUnread: boolean,
): MatchSubject['kindDoubt'] {
  if (!isDoubtful(thingProbability)) return 'none'
  return isUnread && description === null ? 'open' : 'settled'
}

/** What of a page was matched, before it is written and told. */
export interface Found {
  pairs: MatchPair[]
  worksById: Map<number, Work>
  /** What only a listing's own page decides. */
  undecided: Undecided[]
}

/** What came of matching a page. */
export interface Told {
  matches: number
  notifications: number
  drafts: NotificationDraft[]
  /** Of the rules, those that it was matched against; others wait for the rest. */
  parts: ReadonlySet<number>
}

/**
 * Matched: every enabled rule that this process has against every new or changed listing that is for sale; then told.
 */
export async function matchAndTell(
  deps: PipelineDeps,
  tx: Tx,
  page: Page,
  works: Work[],
  ids: Map<string, number>,
  version: number,
  /** Which cluster a listing is in, where it is in one. */
  clusterOf: ReadonlyMap<number, number | null>,
): Promise<Told> {
  const matched = await deps.matcher.use(tx, version, async (matcher, parts) => {
    if (matcher.size === 0) return { parts, result: null }
    await deps.selling.catchUp(tx, { withCounts: matcher.asks(asksProfit) })
    return { parts, result: await findMatches(deps, matcher, page, works, ids) }
  })
  const { parts, result } = matched
  if (result === null) return { matches: 0, notifications: 0, drafts: [], parts }
  await putOff(deps.jobs, tx, result.backlog, new Date(result.nowMs))
  return { ...(await tellFound(deps, tx, page, result.found, clusterOf, result.nowMs)), parts }
}

/** The rules are held, so nobody changes the matcher meanwhile. */
async function findMatches(
  deps: PipelineDeps,
  matcher: Matcher,
  page: Page,
  works: Work[],
  ids: Map<string, number>,
): Promise<{ found: Found; backlog: Backlog; nowMs: number }> {
  const nowMs = deps.clock.now().getTime()
  const found: Found = { pairs: [], worksById: new Map(), undecided: [] }
  const backlog = new Backlog()
  const budget = pageBudget()
  const turn = turns()
  for (const work of works) {
    if (work.listing.state !== 'active') continue
    await turn()
    const listingId = ids.get(work.key)!
    found.worksById.set(listingId, work)
    const unread = isUnread(deps, page, work)
    const subject = matchSubject(work.listing, work.value, work.risk, unread)
    const figures = askedFigures(deps, work.listing, firstSeenMs(work), work.value, nowMs)
    const result = matcher.match(subject, figures, budget)
    if (page.parts !== undefined) leaveOut(result, page.parts)
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
  return { found, backlog, nowMs }
}

/** Rules of other parts are matched elsewhere. */
function leaveOut({ length, ruleIds, verdicts }: MatchResult, parts: ReadonlySet<number>): void {
  for (let at = 0; at < length; at++) if (!parts.has(partOf(ruleIds[at]!))) verdicts[at] = 0
}

/** Writes what was matched, and tells what of it is news. */
export async function tellFound(
  deps: PipelineDeps,
  tx: Tx,
  page: Page,
  { pairs, worksById, undecided }: Found,
  clusterOf: ReadonlyMap<number, number | null>,
  nowMs: number,
): Promise<{ matches: number; notifications: number; drafts: NotificationDraft[] }> {
  const now = new Date(nowMs)
  const bounds = await dropBoundsOf(tx, [...new Set(pairs.map(({ ruleId }) => ruleId))])
  const newsOf = await newsAmong(tx, pairs, clusterOf, bounds)
  const { added, dropped } = await writeMatches(tx, pairs, now)
  const changes = newsOf([...added, ...dropped])
  // What a person is told of is read in full, so that its risk and its cluster rest on all that it says.
  const ids = new Set(changes.map(({ listingId }) => listingId))
  await sendReads(
    deps,
    tx,
    [...ids].filter((listingId) => isUnread(deps, page, worksById.get(listingId)!)),
  )
  await addUndecided(
    tx,
    undecided.filter(({ listingId }) => !ids.has(listingId)),
  )
  if (undecided.length > 0) await readBest(deps, tx)
  const told = new Map(changes.map(({ listingId }) => [listingId, worksById.get(listingId)!.listing]))
  for (const listingId of told.keys()) if (!clusterOf.get(listingId)) told.delete(listingId)
  const also = await alsoLines(tx, told, (id) => deps.marketplaces.get(id)?.name ?? id)
  const rules = await rulesByIds(tx, [...new Set(changes.map(({ ruleId }) => ruleId))])
  const before = await toldBefore(
    tx,
    added.map(({ ruleId, listingId }) => ({ userId: rules.get(ruleId)?.userId ?? 0, listingId })),
  )
  const drafts = draftsOf({
    changes,
    rules,
    toldBefore: before,
    demo: page.demo,
    now,
    seenAt: (listingId) => seenAt(worksById.get(listingId)!),
    item(listingId, matched) {
      const work = worksById.get(listingId)!
      const line = also.get(listingId)
      return {
        ...messageItem(
          deps,
          listingId,
          work.listing,
          firstSeenMs(work),
          work.value,
          work.risk,
          page.demo,
          matched,
          nowMs,
        ),
        ...(line !== undefined && { also: line }),
      }
    },
  })
  const notifications = await tell(tx, deps.telling, drafts, now)
  return { matches: added.length, notifications, drafts }
}

/** Writes what is to be told, and with each match which notification told it; returns how many notifications are new. */
export async function tell(
  tx: Tx,
  telling: TellingDeps,
  drafts: readonly MatchDraft[],
  now: Date,
): Promise<number> {
  const written = await createNotifications(tx, drafts, telling, now)
  await noteTold(
    tx,
    drafts.flatMap((draft) => {
      const notificationId = written.get(notificationKey(draft))!.id
      return draft.tells.map((pair) => ({ ...pair, notificationId }))
    }),
  )
  return countNew(written)
}

/** When what is told now was first seen as it is: the listing itself, or its new price. */
function seenAt(work: Work): Date {
  return new Date(work.listing.observedAtMs)
}

/** A listing as a message shows it, scored for that of its rules (at least one) which it suits best. */
export function messageItem(
  deps: Pick<PipelineDeps, 'marketplaces' | 'selling'>,
  listingId: number,
  listing: MergedListing,
  firstSeenAtMs: number,
  value: FairValue | null,
  risk: Risk | null,
  demo: boolean,
  matched: Rule[],
  nowMs: number,
): MessageItem {
  const scores = matched.map(ruleScores(deps, listing, firstSeenAtMs, value, nowMs))
  const best = scores.reduce((a, b) => (b.total > a.total ? b : a))
  const score = scoreDeal(best.subject, nowMs, best.weights)
  const asking = best.weights.profit > 0 ? undefined : scores.find(({ weights }) => weights.profit > 0)
  const profit =
    asking &&
    scoreDeal(asking.subject, nowMs, asking.weights).parts.find(({ name }) => name === 'profit')?.sentence
  return {
    listingId,
    title: listing.title,
    url: listing.url,
    marketplaceName: deps.marketplaces.get(listing.marketplace)?.name ?? listing.marketplace,
    priceCents: listing.priceCents ?? null,
    currency: listing.currency ?? noCurrency,
    condition: listing.condition,
    location: listing.location,
    distanceKm: best.subject.distanceKm,
    imageUrl: listing.imageUrls[0] ?? null,
    postedAt: listing.postedAtMs === null ? null : new Date(listing.postedAtMs).toISOString(),
    value,
    score,
    risk: risk && { level: risk.level, sentences: risk.signals.map(({ sentence }) => sentence) },
    ...(profit !== undefined && { profit }),
    ...uncheckedOf(deps, listing, matched),
    ruleNames: matched.map(({ name }) => name),
    demo,
  }
}

function uncheckedOf(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  listing: MergedListing,
  matched: readonly Rule[],
): Pick<MessageItem, 'unchecked'> {
  if (listing.description !== null || !matched.some(leavesOutWords)) return {}
  const why =
    deps.marketplaces.get(listing.marketplace)?.details === undefined
      ? 'This source shows no descriptions'
      : 'No description of it could be read'
  return { unchecked: `${why}: words to leave out could be looked for in the title only.` }
}

export function logMatches(deps: PipelineDeps, drafts: NotificationDraft[]): void {
  for (const { message } of drafts) {
    const item = message.items[0]
    deps.log.info(
      { score: item?.score.total, rules: item?.ruleNames },
      `${message.demo ? 'DEMO ' : ''}match: ${message.title}`,
    )
  }
}
