import { z } from 'zod'
import type { Db } from '../core/db.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { page, pageQuery, readCursor } from '../core/paging.ts'
import { isStorable, words } from '../core/text.ts'
import { offerKinds } from '../model/offer/kinds.ts'
import type { DealScore, FlipProfit } from '../scoring/schema.ts'
import { categories, conditions, listingStates } from './schema.ts'
import {
  getListing,
  getListings,
  type ListingFilter,
  listDeals,
  listNewest,
  priceHistory,
  type StoredListing,
} from './store.ts'
import {
  type ListingDetail,
  listingDetail,
  listingDetailSchema,
  listingSchema,
  listingView,
} from './views.ts'

export interface ListingRouteDeps {
  db: Db
  /** From home; null = unknown. */
  distanceKm(stored: StoredListing): number | null
  /** The score as of the stored moment, with its parts. */
  explain(stored: StoredListing): DealScore
  /** What buying it to sell it again should bring: one of `profit` and `unknown` (a sentence) is null. */
  profit(
    stored: StoredListing,
  ): Promise<{ profit: FlipProfit | null; unknown: string | null; chance: string }>
  /** The cluster that a listing is in. */
  clusterOf(listingId: number): Promise<ListingDetail['cluster']>
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
})
export type ListingQuery = z.output<typeof listingQuery>

function filterOf(query: ListingQuery): ListingFilter {
  return {
    words: query.q === undefined ? [] : words(query.q).slice(0, 20),
    category: query.category ?? null,
    marketplace: query.marketplace ?? null,
    condition: query.condition ?? null,
    kinds: query.kind ?? [],
    state: query.state ?? null,
    demo: query.demo ?? null,
    priceCentsMin: query.priceCentsMin ?? null,
    priceCentsMax: query.priceCentsMax ?? null,
    scoreMin: query.scoreMin ?? null,
    limit: query.limit + 1,
  }
}

/** A search for nothing but symbols finds nothing, rather than everything. */
function isUnsearchable(query: ListingQuery): boolean {
  return query.q !== undefined && query.q.trim() !== '' && words(query.q).length === 0
}

export async function newestPage(deps: ListingRouteDeps, query: ListingQuery) {
  if (isUnsearchable(query)) return { items: [], next: null }
  const at =
    query.cursor === undefined ? null : (readCursor(query.cursor, ['number', 'number']) as [number, number])
  const rows = await listNewest(deps.db, filterOf(query), at && { firstSeenAtMs: at[0], id: at[1] })
  return page(
    rows,
    query.limit,
    (row) => [row.firstSeenAtMs, row.id],
    (row) => listingView(row, deps.distanceKm(row)),
  )
}

export async function dealsPage(deps: ListingRouteDeps, query: ListingQuery) {
  if (isUnsearchable(query)) return { items: [], next: null }
  const at =
    query.cursor === undefined ? null : (readCursor(query.cursor, ['number', 'number']) as [number, number])
  const rows = await listDeals(deps.db, filterOf(query), at && { score: at[0], id: at[1] })
  return page(
    rows,
    query.limit,
    (row) => [row.score, row.id],
    (row) => listingView(row, deps.distanceKm(row)),
  )
}

/** Everything about one listing; throws when there is none. */
export async function oneListing(deps: ListingRouteDeps, id: number): Promise<ListingDetail> {
  const stored = await getListing(deps.db, id)
  if (!stored) throw notFound('listing')
  const [profit, cluster, comps, history] = await Promise.all([
    deps.profit(stored),
    deps.clusterOf(id),
    getListings(deps.db, stored.value?.compIds ?? []),
    priceHistory(deps.db, stored.id),
  ])
  return listingDetail(stored, {
    distanceKm: deps.distanceKm(stored),
    score: deps.explain(stored),
    profit,
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
    ({ query }) => newestPage(deps, query),
  )
  http.get(
    '/api/deals',
    {
      schema: {
        tags,
        description: 'What is for sale now, best deal score first.',
        querystring: listingQuery.omit({ state: true }),
        response: { 200: pageOf(listingSchema) },
      },
    },
    ({ query }) => dealsPage(deps, query),
  )
  http.get(
    '/api/listings/:id',
    {
      schema: {
        tags,
        params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
        response: { 200: listingDetailSchema },
      },
    },
    ({ params }) => oneListing(deps, params.id),
  )
}
