import { type Authorized, authorized } from '../core/actor.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { page, turnOf } from '../core/paging.ts'
import { changeWatch, follow, showWatch, unfollow, type WatchDeps } from './following.ts'
import {
  type WatchQuery,
  watchDetailSchema,
  watchInputSchema,
  watchPatchSchema,
  watchQuery,
  watchSchema,
} from './schema.ts'
import { listWatches, watchedListings } from './store.ts'
import { watchView } from './watch-view.ts'

export interface WatchRouteDeps extends WatchDeps {}

const tags = ['watches']

export function watchRoutes(http: Http, deps: WatchRouteDeps): void {
  http.get(
    '/api/watches',
    {
      schema: {
        tags,
        description: 'Listings that you follow, newest first.',
        querystring: watchQuery,
        response: { 200: pageOf(watchSchema) },
      },
    },
    async ({ query, actor }) => watchPage(deps, authorized(actor, 'read'), query),
  )
  http.post(
    '/api/watches',
    {
      schema: {
        tags,
        description:
          'Follows a stored listing (listingId) or the page behind a pasted address (url). One that is not stored yet is `unread` until its page was read.',
        body: watchInputSchema,
        response: { 201: watchSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const watch = await follow(deps, authorized(actor, 'write'), body)
      return reply.status(201).header('location', `/api/watches/${watch.id}`).send(watch)
    },
  )
  http.get(
    '/api/watches/:id',
    {
      schema: {
        tags,
        description: 'With the prices of the listing and of the thing in all its listings, for a chart.',
        params: idParam,
        response: { 200: watchDetailSchema },
      },
    },
    async ({ params, actor }) => showWatch(deps, authorized(actor, 'read'), params.id),
  )
  http.patch(
    '/api/watches/:id',
    {
      schema: {
        tags,
        description: 'What is left out stays.',
        params: idParam,
        body: watchPatchSchema,
        response: { 200: watchSchema },
      },
    },
    async ({ params, body, actor }) => changeWatch(deps, authorized(actor, 'write'), params.id, body),
  )
  http.delete(
    '/api/watches/:id',
    { schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await unfollow(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
}

/** A page of the person's watches. */
export async function watchPage(deps: WatchDeps, userId: Authorized<'read'>, query: WatchQuery) {
  const turn = turnOf('watches', query, ['number'])
  const rows = await listWatches(deps.db, {
    userId,
    tag: query.tag ?? null,
    state: query.state ?? null,
    ...{ beforeId: turn.at?.[0] ?? null, isBack: turn.isBack },
    limit: query.limit + 1,
  })
  const listings = await watchedListings(
    deps.db,
    userId,
    rows.flatMap(({ listingId }) => listingId ?? []),
  )
  return page(
    rows,
    turn,
    (row) => [row.id],
    (row) => watchView(row, (row.listingId !== null && listings.get(row.listingId)) || null),
  )
}
