import { z } from 'zod'
import { type Authorized, authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { idParam } from '../core/id-param.ts'
import { page, pageQuery, turnOf } from '../core/paging.ts'
import { mergeClusters, splitListing } from './actions.ts'
import { clusterOfListing, getCluster, largestClusters, listingFacts, recentClusters } from './read-store.ts'
import type { FoundRecord } from './schema.ts'
import { clusterDetailSchema, clusterSchema, listingClusterSchema, mergeBody, splitSchema } from './schema.ts'
import { alikeViews, clusterDetail, clusterView, type IsPlaceholder } from './views.ts'

export interface ClusterRouteDeps {
  db: Db
  clock: Clock
  isPlaceholder: IsPlaceholder
  /** What may be the same thing as a listing besides its cluster (`Clusterer.alike`). */
  alike(listingId: number): Promise<FoundRecord[]>
}

const tags = ['clusters']

export const clusterQuery = pageQuery.extend({
  sort: z.enum(['recent', 'size']).default('recent'),
  demo: z.stringbool().optional(),
})
export type ClusterQuery = z.output<typeof clusterQuery>

/** A page of clusters: those that changed last, or those with the most listings. */
export async function clustersPage(deps: ClusterRouteDeps, person: Authorized<'read'>, query: ClusterQuery) {
  const turn = turnOf(`clusters by ${query.sort}`, query, ['number', 'number'])
  const { at, isBack } = turn
  const filter = { person, demo: query.demo ?? null, limit: query.limit + 1, isBack }
  const rows =
    query.sort === 'size'
      ? await largestClusters(deps.db, filter, at && { size: at[0], id: at[1] })
      : await recentClusters(deps.db, filter, at && { updatedAtMs: at[0], id: at[1] })
  return page(
    rows,
    turn,
    (row) => [query.sort === 'size' ? row.members.length : row.updatedAt.getTime(), row.id],
    (row) => clusterView(row, deps.isPlaceholder),
  )
}

/** One cluster with its members and their prices over time; one that the person does not see is a 404. */
export async function readCluster(deps: ClusterRouteDeps, person: Authorized<'read'>, id: number) {
  const cluster = await getCluster(deps.db, id, person)
  if (!cluster) throw notFound('cluster')
  return clusterDetail(cluster, deps.isPlaceholder)
}

/** Brings listings together for the person; returns the cluster they are in now. */
export async function merge(
  deps: ClusterRouteDeps,
  userId: Authorized<'write'>,
  listingIds: readonly number[],
) {
  const id = await deps.db.transaction((tx) => mergeClusters(tx, userId, listingIds, deps.clock.now()))
  return readCluster(deps, userId, id)
}

/** Takes a listing out for the person; returns what is left of its cluster, null when that was one listing. */
export async function split(deps: ClusterRouteDeps, userId: Authorized<'write'>, listingId: number) {
  const { leftClusterId, remainingClusterId } = await deps.db.transaction((tx) =>
    splitListing(tx, userId, listingId, deps.clock.now()),
  )
  const remaining = remainingClusterId === null ? null : await getCluster(deps.db, remainingClusterId, userId)
  return {
    listingId,
    leftClusterId,
    remaining: remaining && clusterDetail(remaining, deps.isPlaceholder),
  }
}

export function clusterRoutes(http: Http, deps: ClusterRouteDeps): void {
  http.get(
    '/api/clusters',
    {
      schema: {
        tags,
        description: 'Listings that are the same thing, the last changed first or the largest first.',
        querystring: clusterQuery,
        response: { 200: pageOf(clusterSchema) },
      },
    },
    ({ query, actor }) => clustersPage(deps, authorized(actor, 'read'), query),
  )
  http.get(
    '/api/clusters/:id',
    { schema: { tags, params: idParam, response: { 200: clusterDetailSchema } } },
    ({ params, actor }) => readCluster(deps, authorized(actor, 'read'), params.id),
  )
  http.get(
    '/api/listings/:id/cluster',
    {
      schema: {
        tags,
        description: 'The cluster of a listing (null when it is alone), and what else may be the same thing.',
        params: idParam,
        response: {
          200: listingClusterSchema,
        },
      },
    },
    async ({ params: { id }, actor }) => {
      const userId = authorized(actor, 'read')
      const found = await deps.alike(id)
      const facts = await listingFacts(deps.db, [id, ...found.map(({ listingId }) => listingId)], userId)
      if (!facts.some((fact) => fact.id === id)) throw notFound('listing')
      const cluster = await clusterOfListing(deps.db, id, userId)
      return {
        cluster: cluster && clusterDetail(cluster, deps.isPlaceholder),
        maybe: alikeViews(found, facts),
      }
    },
  )
  http.post(
    '/api/clusters/merge',
    {
      schema: {
        tags,
        description: 'These listings, and all in their clusters, are one thing. Remembered.',
        body: mergeBody,
        response: { 200: clusterDetailSchema },
      },
    },
    ({ body, actor }) => merge(deps, authorized(actor, 'write'), body.listingIds),
  )
  http.post(
    '/api/listings/:id/split',
    {
      schema: {
        tags,
        description: 'This listing is another thing than the rest of its cluster. Remembered.',
        params: idParam,
        response: {
          200: splitSchema,
        },
      },
    },
    ({ params, actor }) => split(deps, authorized(actor, 'write'), params.id),
  )
}
