import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { page, pageQuery, readCursor } from '../core/paging.ts'
import { type ChannelDeps, forgetChannel, listChannels, saveChannel, testChannel } from './channels.ts'
import { channelInputSchema, channelSchema, notificationSchema } from './schema.ts'
import { listNotifications, markRead, type NotificationView, retryDelivery } from './store.ts'

export interface NotifyRouteDeps extends ChannelDeps {
  currentUser(): Promise<number>
}

const idParam = z.object({ id: z.coerce.number().int().positive() })
const channelParam = z.object({ id: z.string().max(100) })

export function notifyRoutes(http: Http, deps: NotifyRouteDeps): void {
  const tags = ['notifications']
  http.get(
    '/api/notifications',
    {
      schema: {
        tags,
        querystring: pageQuery.extend({ unread: z.stringbool().optional() }),
        response: { 200: pageOf(notificationSchema) },
      },
    },
    async ({ query }) => {
      const rows = await listNotifications(deps.db, {
        userId: await deps.currentUser(),
        beforeId: query.cursor === undefined ? null : (readCursor(query.cursor, ['number'])[0] as number),
        limit: query.limit + 1,
        ...(query.unread !== undefined && { unread: query.unread }),
      })
      return page(rows, query.limit, (row) => [row.id], notificationView)
    },
  )
  http.get(
    '/api/notifications/:id',
    { schema: { tags, params: idParam, response: { 200: notificationSchema } } },
    async ({ params }) => {
      const userId = await deps.currentUser()
      const [row] = await listNotifications(deps.db, { userId, beforeId: null, limit: 1, id: params.id })
      if (!row) throw notFound('notification')
      return notificationView(row)
    },
  )
  http.post(
    '/api/notifications/:id/read',
    { schema: { tags, params: idParam } },
    async ({ params }, reply) => {
      if (!(await markRead(deps.db, await deps.currentUser(), params.id, deps.clock.now())))
        throw notFound('notification')
      return reply.status(204).send()
    },
  )
  http.post('/api/deliveries/:id/retry', { schema: { tags, params: idParam } }, async ({ params }, reply) => {
    const found = await retryDelivery(deps.db, await deps.currentUser(), params.id, deps.clock.now())
    if (!found) throw notFound('failed delivery')
    return reply.status(202).send()
  })
  channelRoutes(http, deps)
}

function channelRoutes(http: Http, deps: NotifyRouteDeps): void {
  const tags = ['channels']
  http.get('/api/channels', { schema: { tags, response: { 200: pageOf(channelSchema) } } }, async () => ({
    items: (await listChannels(deps, await deps.currentUser())) as never,
    next: null,
  }))
  http.put(
    '/api/channels/:id',
    { schema: { tags, params: channelParam, body: channelInputSchema, response: { 200: channelSchema } } },
    async ({ params, body }) => {
      const userId = await deps.currentUser()
      await saveChannel(deps, userId, params.id, body)
      return (await listChannels(deps, userId)).find(({ id }) => id === params.id) as never
    },
  )
  http.delete('/api/channels/:id', { schema: { tags, params: channelParam } }, async ({ params }, reply) => {
    await forgetChannel(deps, await deps.currentUser(), params.id)
    return reply.status(204).send()
  })
  http.post(
    '/api/channels/:id/test',
    { schema: { tags, params: channelParam } },
    async ({ params }, reply) => {
      await testChannel(deps, await deps.currentUser(), params.id, randomUUID())
      return reply.status(202).send()
    },
  )
}

function notificationView(row: NotificationView): z.input<typeof notificationSchema> {
  return {
    id: row.id,
    kind: row.kind,
    title: row.message.title,
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    items: row.message.items as unknown as Record<string, unknown>[],
    itemCount: row.message.itemCount,
    deliveries: row.deliveries.map((delivery) => ({
      ...delivery,
      dueAt: isoTime(delivery.dueAt),
      finishedAt: delivery.finishedAt === null ? null : isoTime(delivery.finishedAt),
    })),
  }
}

/** PostgreSQL writes times inside JSON with an offset. */
const isoTime = (text: string) => new Date(text).toISOString()
