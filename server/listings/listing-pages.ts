import type { z } from 'zod'
import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { type AppError, badInput, notFound } from '../core/errors.ts'
import { type PageQuery, page, turnOf, whole } from '../core/paging.ts'
import { distanceKm, placeProblem } from '../core/places.ts'
import { words } from '../core/text.ts'
import type { Units } from '../core/units.ts'
import type { DealScore, FlipProfit } from '../model/score-schema.ts'
import type { ScoreBy } from '../model/score-sql.ts'
import type { Said } from '../model/sentences/said.ts'
import type { Costs } from './deals/cost.ts'
import type { ListingQuery } from './deals/deal-schema.ts'
import type { ListingFilter, Point } from './deals/filter-store.ts'
import { listNewest, scoresOf } from './list-store.ts'
import type { ListingDetail, listingSchema } from './schema.ts'
import { getListing, getListings, priceHistory } from './store.ts'
import type { StoredListing } from './stored-listing.ts'
import { listingDetail, listingView } from './views.ts'

/** What deals and listings of a person are made with. */
export interface DealDeps {
  db: Db
  clock: Clock
  /** How good a deal listings are for a person at that moment, where many are looked at. */
  scoreBy(userId: Authorized<'read'>, asOfMs: number): Promise<ScoreBy>
  /** What listings cost a person until they are at home, and what selling them again should bring. */
  costsFor(userId: Authorized<'read'>): Promise<Costs>
  hasRule(userId: Authorized<'read'>, ruleId: number): Promise<boolean>
  /** Distances count from a person's home unless a place is named. */
  profileOf(userId: Authorized<'read'>): Promise<{ home: Point | null; units: Units; currency: string }>
  /** Of namesakes the one near home. */
  findPlace(text: string, home: Point | null): Point | null
}

export interface ListingRouteDeps extends DealDeps {
  /** How good a deal one is for a person at that moment. */
  scoreFor(
    userId: Authorized<'read'>,
    stored: StoredListing,
    asOfMs: number,
  ): Promise<{
    /** From home; null = unknown. */
    distanceKm: number | null
    score: DealScore
    /** What buying it to sell it again should bring: one of `profit` and `unknown` (a sentence) is null. */
    profit: { profit: FlipProfit | null; unknown: Said | null; chance: Said }
  }>
  /** The cluster that a listing is in, as a person sees it. */
  clusterOf(userId: Authorized<'read'>, listingId: number): Promise<ListingDetail['cluster']>
  /** What the listing at an address may be known by, the surest first. */
  keysOfAddress(address: string): readonly { marketplace: string; externalId: string }[]
  /** Why nothing is known at an address. */
  notStored(address: string): AppError
  /** Listings of the same kind of thing, most alike first, whatever became of them. */
  alikeTo(userId: Authorized<'read'>, listingId: number): Promise<number[]>
}

/** Where distances of a query count from: the place that it names, else home. */
export async function originOf(
  deps: DealDeps,
  userId: Authorized<'read'>,
  { near, withinKm }: Pick<ListingQuery, 'near' | 'withinKm'>,
): Promise<Point | null> {
  const { home } = await deps.profileOf(userId)
  if (near === undefined) {
    if (withinKm !== undefined && home === null) throw noOrigin('withinKm')
    return home
  }
  const found = deps.findPlace(near, home)
  if (found) return found
  const problem = placeProblem(near)
  throw badInput(`near: ${problem}.`, { near: problem })
}

export function noOrigin(field: string) {
  const problem = 'needs a place to count from: near, or a home in your profile'
  return badInput(`${field} ${problem}.`, { [field]: problem })
}

const nearKm = 40

export function filterOf(
  person: Authorized<'read'>,
  query: Omit<ListingQuery, 'limit' | 'state'>,
  origin: Point | null,
  limit: number,
): ListingFilter {
  const km = query.withinKm ?? (query.near === undefined ? null : nearKm)
  return {
    person,
    currency: query.currency ?? null,
    within: km === null || origin === null ? null : { lat: origin.lat, lon: origin.lon, km },
    words: query.q === undefined ? [] : words(query.q).slice(0, 20),
    categories: query.category ?? [],
    marketplaces: query.marketplace ?? [],
    conditions: query.condition ?? [],
    kinds: query.kind ?? [],
    priceMeanings: [],
    state: null,
    demo: query.demo ?? null,
    priceCentsMin: query.priceCentsMin ?? null,
    priceCentsMax: query.priceCentsMax ?? null,
    scoreMin: query.scoreMin ?? null,
    limit,
  }
}

/** A search for nothing but symbols finds nothing, rather than everything. */
function isUnsearchable(query: Pick<ListingQuery, 'q'>): boolean {
  return query.q !== undefined && query.q.trim() !== '' && words(query.q).length === 0
}

/** Where a list goes on, and the moment of its first page: scores fade while somebody turns pages. */
export function turnedTo(list: string, query: PageQuery, clock: Clock) {
  const turn = turnOf(list, query, ['number', 'number', 'number'])
  if (turn.at === null) return { turn, asOfMs: clock.now().getTime(), from: null }
  const [key, id, asOfMs] = turn.at
  return { turn, asOfMs, from: { key, id, isBack: turn.isBack } }
}

/** Of what the person sees. */
export async function newestPage(deps: DealDeps, person: Authorized<'read'>, query: ListingQuery) {
  if (isUnsearchable(query)) return whole<z.input<typeof listingSchema>>([])
  const { turn, asOfMs, from } = turnedTo('listings', query, deps.clock)
  const by = await deps.scoreBy(person, asOfMs)
  const origin = await originOf(deps, person, query)
  const rows = await listNewest(
    deps.db,
    { ...filterOf(person, query, origin, query.limit + 1), state: query.state ?? null },
    from && { firstSeenAtMs: from.key, id: from.id, isBack: from.isBack },
    by,
  )
  const scores = await scoresOf(
    deps.db,
    rows.map(({ id }) => id),
    by,
  )
  return page(
    rows,
    turn,
    (row) => [row.firstSeenAtMs, row.id, asOfMs],
    (row) => listingView(row, distanceFrom(origin, row), { score: scores.get(row.id) ?? 0, asOfMs }),
  )
}

export function distanceFrom(origin: Point | null, { listing: { lat, lon } }: StoredListing): number | null {
  return origin === null || lat === null || lon === null ? null : distanceKm(origin, { lat, lon })
}

/** Everything about one listing, scored for the person; throws when there is none that they see. */
export async function oneListing(
  deps: ListingRouteDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<ListingDetail> {
  const stored = await getListing(deps.db, id, userId)
  if (!stored) throw notFound('listing')
  const asOfMs = deps.clock.now().getTime()
  const [scored, cluster, comps, history] = await Promise.all([
    deps.scoreFor(userId, stored, asOfMs),
    deps.clusterOf(userId, id),
    getListings(deps.db, stored.value?.compIds ?? [], userId),
    priceHistory(deps.db, stored.id),
  ])
  return listingDetail(stored, {
    ...scored,
    asOfMs,
    cluster,
    comps,
    history,
  })
}
