import type { z } from 'zod'
import { authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { page, turnOf } from '../core/paging.ts'
import { listNotifications, markAllRead, markRead, markUnread, type NotificationView } from './inbox-store.ts'
import { itemView } from './item-view.ts'
import { countUnread } from './ledger-store.ts'
import {
  inboxQuery,
  notificationSchema,
  readAllAnswerSchema,
  readAllSchema,
  undoReadSchema,
  unreadAgainSchema,
  unreadSchema,
} from './schema.ts'

/** More that is unread is not counted. */
const unreadMax = 1_000
const tags = ['notifications']

/** What a person was told, read and unread. */
export function inboxRoutes(http: Http, { db, clock }: { db: Db; clock: Clock }): void {
  http.get(
    '/api/notifications',
    { schema: { tags, querystring: inboxQuery, response: { 200: pageOf(notificationSchema) } } },
    async ({ query, actor }) => {
      const { rule: ruleId, channel, state, unread } = query
      const turn = turnOf('notifications', query, ['number'])
      const rows = await listNotifications(db, {
        userId: authorized(actor, 'read'),
        ...{ beforeId: turn.at?.[0] ?? null, isBack: turn.isBack, limit: query.limit + 1 },
        ...{ ruleId, channel, state, ...(unread !== undefined && { unread }) },
      })
      return page(rows, turn, (row) => [row.id], notificationView)
    },
  )
  http.get(
    '/api/notifications/unread',
    {
      schema: {
        tags,
        description: 'How many messages you did not read; where `isCapped`, so many at least.',
        response: { 200: unreadSchema },
      },
    },
    async ({ actor }) => countUnread(db, authorized(actor, 'read'), unreadMax),
  )
  http.get(
    '/api/notifications/:id',
    { schema: { tags, params: idParam, response: { 200: notificationSchema } } },
    async ({ params, actor }) => {
      const userId = authorized(actor, 'read')
      const [row] = await listNotifications(db, { userId, beforeId: null, limit: 1, id: params.id })
      if (!row) throw notFound('notification')
      return notificationView(row)
    },
  )
  http.post(
    '/api/notifications/:id/read',
    { config: { access: 'own' }, schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      const userId = authorized(actor, 'own')
      if (!(await db.transaction((tx) => markRead(tx, userId, params.id, clock.now()))))
        throw notFound('notification')
      return reply.status(204).send()
    },
  )
  readAllRoutes(http, { db, clock })
}

function readAllRoutes(http: Http, { db, clock }: { db: Db; clock: Clock }): void {
  const config = { access: 'own' } as const
  http.post(
    '/api/notifications/read',
    {
      config,
      schema: {
        tags,
        description:
          'Marks all messages up to this one as read; what comes meanwhile stays unread. `readAt` of the answer takes it back.',
        body: readAllSchema,
        response: { 200: readAllAnswerSchema },
      },
    },
    async ({ body, actor }) => {
      const userId = authorized(actor, 'own')
      const now = clock.now()
      const read = await db.transaction((tx) => markAllRead(tx, userId, body.upTo, now))
      return { read, readAt: read === 0 ? null : now.toISOString() }
    },
  )
  http.post(
    '/api/notifications/read/undo',
    {
      config,
      schema: {
        tags,
        description: 'Makes unread again what was marked as read at that moment.',
        body: undoReadSchema,
        response: { 200: unreadAgainSchema },
      },
    },
    async ({ body, actor }) => {
      const userId = authorized(actor, 'own')
      return { unread: await db.transaction((tx) => markUnread(tx, userId, new Date(body.readAt))) }
    },
  )
}

function notificationView(row: NotificationView): z.input<typeof notificationSchema> {
  return {
    id: row.id,
    kind: row.kind,
    title: row.message.title,
    titleSaid: row.message.titleSaid ?? null,
    demo: row.demo,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    lines: row.message.lines ?? [],
    linesSaid: row.message.linesSaid ?? [],
    items: row.message.items.map(itemView),
    itemCount: row.message.itemCount,
    deliveries: row.deliveries.map((delivery) => ({
      ...delivery,
      dueAt: isoTime(delivery.dueAt),
      heldUntil: delivery.heldUntil === null ? null : isoTime(delivery.heldUntil),
      finishedAt: delivery.finishedAt === null ? null : isoTime(delivery.finishedAt),
    })),
  }
}

/** PostgreSQL writes times inside JSON with an offset. */
const isoTime = (text: string) => new Date(text).toISOString()
