import { z } from 'zod'
import { type Authorized, authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { badInput, notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { idParam } from '../core/id-param.ts'
import { currencySchema } from '../core/money.ts'
import { type PageQuery, page, pageQuery, turnOf, whole } from '../core/paging.ts'
import { distanceKm, placeProblem } from '../core/places.ts'
import { isStorable, words } from '../core/text.ts'
import type { Units } from '../core/units.ts'
import { categories, conditions, listingStates } from '../model/listing-schema.ts'
import { type OfferKind, offerKinds, type PriceMeaning, priceMeanings } from '../model/offer/kinds.ts'
import type { DealScore, FlipProfit } from '../model/score-schema.ts'
import type { ScoreBy } from '../model/score-sql.ts'
import { dealOrders, type ListingFilter, listDeals, listNewest, scoresOf } from './list-store.ts'
import { type ListingDetail, listingDetailSchema, listingSchema } from './schema.ts'
import { getListing, getListings, priceHistory } from './store.ts'
import type { StoredListing } from './stored-listing.ts'
import { listingDetail, listingView } from './views.ts'

type Point = { lat: number; lon: number }

export interface ListingRouteDeps {
  db: Db
  clock: Clock
  /** How good a deal listings are for a person at that moment, where many are looked at. */
  scoreBy(userId: Authorized<'read'>, asOfMs: number): Promise<ScoreBy>
  /** Distances count from a person's home unless a place is named. */
  profileOf(userId: number): Promise<{ home: Point | null; units: Units; currency: string }>
  /** Of namesakes the one near home. */
  findPlace(text: string, home: Point | null): Point | null
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
    profit: { profit: FlipProfit | null; unknown: string | null; chance: string }
  }>
  /** The cluster that a listing is in, as a person sees it. */
  clusterOf(userId: Authorized<'read'>, listingId: number): Promise<ListingDetail['cluster']>
}

const tags = ['listings']

const text = (max: number) =>
  z.string().max(max).refine(isStorable, 'has characters that no listing can have')

export const listingQuery = pageQuery.extend({
  /** Words that all occur in title, brand, place or description; the last may be a beginning. */
  q: text(500).optional(),
  category: z.enum(categories).optional(),
  marketplace: text(100).optional(),
  condition: z.enum(conditions).optional(),
  /** Kinds of offer, separated by commas. */
  kind: z
    .string()
    .max(200)
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(offerKinds)))
    .optional(),
  state: z.enum(listingStates).optional(),
  demo: z.stringbool().optional(),
  priceCentsMin: z.coerce.number().int().min(0).optional(),
  priceCentsMax: z.coerce.number().int().min(0).optional(),
  scoreMin: z.coerce.number().int().min(0).max(100).optional(),
  currency: z.string().trim().toUpperCase().pipe(currencySchema).optional(),
  /** ZIP code or city, looked up offline. */
  near: text(200).optional(),
  /** Of `near`, else of home. */
  withinKm: z.coerce.number().positive().max(20_000).optional(),
})
export type ListingQuery = z.output<typeof listingQuery>

export const dealQuery = listingQuery.omit({ state: true }).extend({
  sort: z.enum(dealOrders).default('score'),
  /** Kinds of offer, separated by commas, or `any`; left out: things whose price is what is asked. */
  kind: z
    .string()
    .max(200)
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum([...offerKinds, 'any'])))
    .optional(),
  /** `no` leaves out what is given away, `only` is the list of that alone. */
  free: z.enum(['no', 'only', 'also']).default('no'),
})
export type DealQuery = z.output<typeof dealQuery>

/** Where distances of a query count from: the place that it names, else home. */
async function originOf(
  deps: ListingRouteDeps,
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

function noOrigin(field: string) {
  const problem = 'needs a place to count from: near, or a home in your profile'
  return badInput(`${field} ${problem}.`, { [field]: problem })
}

const nearKm = 40

function filterOf(
  person: Authorized<'read'>,
  query: ListingQuery,
  origin: Point | null,
  by: ScoreBy,
): ListingFilter {
  const km = query.withinKm ?? (query.near === undefined ? null : nearKm)
  return {
    person,
    currency: query.currency ?? null,
    within: km === null || origin === null ? null : { lat: origin.lat, lon: origin.lon, km },
    words: query.q === undefined ? [] : words(query.q).slice(0, 20),
    category: query.category ?? null,
    marketplace: query.marketplace ?? null,
    condition: query.condition ?? null,
    kinds: query.kind ?? [],
    priceMeanings: [],
    state: query.state ?? null,
    demo: query.demo ?? null,
    priceCentsMin: query.priceCentsMin ?? null,
    priceCentsMax: query.priceCentsMax ?? null,
    scoreMin: query.scoreMin === undefined ? null : { points: query.scoreMin, by },
    limit: query.limit + 1,
  }
}

/** A search for nothing but symbols finds nothing, rather than everything. */
function isUnsearchable(query: Pick<ListingQuery, 'q'>): boolean {
  return query.q !== undefined && query.q.trim() !== '' && words(query.q).length === 0
}

/** Where a list goes on, and the moment of its first page: scores fade while somebody turns pages. */
function turnedTo(list: string, query: PageQuery, clock: Clock) {
  const turn = turnOf(list, query, ['number', 'number', 'number'])
  if (turn.at === null) return { turn, asOfMs: clock.now().getTime(), from: null }
  const [key, id, asOfMs] = turn.at
  return { turn, asOfMs, from: { key, id, isBack: turn.isBack } }
}

/** Of what the person sees. */
export async function newestPage(deps: ListingRouteDeps, person: Authorized<'read'>, query: ListingQuery) {
  if (isUnsearchable(query)) return whole<z.input<typeof listingSchema>>([])
  const { turn, asOfMs, from } = turnedTo('listings', query, deps.clock)
  const by = await deps.scoreBy(person, asOfMs)
  const origin = await originOf(deps, person, query)
  const rows = await listNewest(
    deps.db,
    filterOf(person, query, origin, by),
    from && { firstSeenAtMs: from.key, id: from.id, isBack: from.isBack },
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

function distanceFrom(origin: Point | null, { listing: { lat, lon } }: StoredListing): number | null {
  return origin === null || lat === null || lon === null ? null : distanceKm(origin, { lat, lon })
}

/** The kinds that a query names; none = all of them. */
export function kindsNamed({ kind = [] }: DealQuery): OfferKind[] {
  return kind.includes('any') ? [] : kind.filter((name) => name !== 'any')
}

/** What of prices a list of deals holds: offers to haggle, rates and fillers are in one only where kinds were named. */
function dealPrices(free: DealQuery['free'], isDefault: boolean): PriceMeaning[] {
  if (free === 'only') return ['free']
  const priced = isDefault ? (['asked'] as const) : priceMeanings.filter((meaning) => meaning !== 'free')
  return free === 'also' ? [...priced, 'free'] : [...priced]
}

/** Of what the person sees. */
export async function dealsPage(deps: ListingRouteDeps, person: Authorized<'read'>, query: DealQuery) {
  if (isUnsearchable(query)) return whole<z.input<typeof listingSchema>>([])
  const { turn, asOfMs, from } = turnedTo(`deals by ${query.sort}`, query, deps.clock)
  const origin = await originOf(deps, person, query)
  if (query.sort === 'distance' && origin === null) throw noOrigin('sort')
  if (query.sort === 'price' && query.currency === undefined) {
    const problem = 'by price needs a currency: amounts of several cannot be compared'
    throw badInput(`sort ${problem}.`, { sort: problem })
  }
  const isDefault = query.kind === undefined
  const by = await deps.scoreBy(person, asOfMs)
  const rows = await listDeals(
    deps.db,
    {
      ...filterOf(person, { ...query, kind: isDefault ? ['thing'] : kindsNamed(query) }, origin, by),
      priceMeanings: dealPrices(query.free, isDefault),
    },
    { by: query.sort, from: origin, score: by },
    from,
  )
  return page(
    rows,
    turn,
    (row) => [row.orderKey, row.id, asOfMs],
    (row) => listingView(row, distanceFrom(origin, row), { score: row.score, asOfMs }),
  )
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

export function listingRoutes(http: Http, deps: ListingRouteDeps): void {
  http.get(
    '/api/listings',
    {
      schema: {
        tags,
        description: 'Newest first.',
        querystring: listingQuery,
        response: { 200: pageOf(listingSchema) },
      },
    },
    ({ query, actor }) => newestPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/deals',
    {
      schema: {
        tags,
        description: 'What is for sale now, best deal score first, or in another order.',
        querystring: dealQuery,
        response: { 200: pageOf(listingSchema) },
      },
    },
    ({ query, actor }) => dealsPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/listings/:id',
    {
      schema: {
        tags,
        params: idParam,
        response: { 200: listingDetailSchema },
      },
    },
    ({ params, actor }) => oneListing(deps, authorized(actor, 'read'), params.id),
  )
}
