import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { authorized } from '../core/actor.ts'
import { shownIn } from '../core/adapter-words.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import type { Language } from '../core/languages.ts'
import { page, pageQuery, turnOf, whole } from '../core/paging.ts'
import { deliveryStates } from '../model/delivery.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { listNotifications } from './inbox-store.ts'
import { type LedgerEntry, listLedger } from './ledger-store.ts'
import { changePreferences, readPreferences, whenView } from './preferences.ts'
import { replayDeliveries } from './replay.ts'
import {
  channelInputSchema,
  channelParam,
  channelSchema,
  confirmationCodeSchema,
  confirmationSchema,
  ledgerEntrySchema,
  replayedSchema,
  replayInputSchema,
  testedSchema,
} from './schema.ts'
import { forgetChannel, listChannels, saveChannel, testChannel } from './targets/channels.ts'
import { channelNamed } from './targets/several.ts'
import { confirmChannel, sendConfirmation, type VerificationDeps } from './targets/verification.ts'
import { whenInputSchema, whenSchema } from './when/schema.ts'

export interface NotifyRouteDeps extends VerificationDeps {}

export function notifyRoutes(http: Http, deps: NotifyRouteDeps): void {
  const tags = ['notifications']
  inboxRoutes(http, deps)
  http.post(
    '/api/deliveries/:id/retry',
    { schema: { tags, params: idParam } },
    async ({ params, actor }, reply) => {
      const filter = { userId: authorized(actor, 'write'), deliveryId: params.id, limit: 1 }
      if ((await replayDeliveries(deps, filter)) === 0) throw notFound('failed delivery')
      return reply.status(202).send()
    },
  )
  http.post(
    '/api/notifications/:id/replay',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        params: idParam,
        body: replayInputSchema,
        response: { 202: replayedSchema },
      },
    },
    async ({ params, body, actor }, reply) => {
      const userId = authorized(actor, 'write')
      const [row] = await listNotifications(deps.db, { userId, beforeId: null, limit: 1, id: params.id })
      if (!row) throw notFound('notification')
      const replayed = await replayDeliveries(deps, {
        userId,
        notificationId: params.id,
        limit: 100,
        states: body.delivered ? ['sent', 'failed', 'dead'] : ['failed', 'dead'],
        ...(body.channel !== undefined && { channel: body.channel }),
      })
      return reply.status(202).send({ replayed })
    },
  )
  http.get(
    '/api/deliveries',
    {
      schema: {
        tags,
        querystring: pageQuery.extend({
          channel: z.string().max(100).optional(),
          state: z.enum(deliveryStates).optional(),
          notification: z.coerce.number().int().positive().optional(),
        }),
        response: { 200: pageOf(ledgerEntrySchema) },
      },
    },
    async ({ query, actor }) => {
      const turn = turnOf('deliveries', query, ['number'])
      const rows = await listLedger(deps.db, {
        userId: authorized(actor, 'read'),
        ...{ beforeId: turn.at?.[0] ?? null, isBack: turn.isBack },
        limit: query.limit + 1,
        channel: query.channel,
        state: query.state,
        notificationId: query.notification,
      })
      return page(rows, turn, (row) => [row.id], ledgerView)
    },
  )
  whenRoutes(http, deps)
  channelRoutes(http, deps)
}

/** When a person is notified. */
function whenRoutes(http: Http, deps: NotifyRouteDeps): void {
  const tags = ['notifications']
  const response = { 200: whenSchema }
  http.get(
    '/api/notification-preferences',
    { config: { neverKept: true }, schema: { tags, response } },
    async ({ actor }) => whenView(await readPreferences(deps, authorized(actor, 'read'))),
  )
  http.put(
    '/api/notification-preferences',
    { schema: { tags, body: whenInputSchema, response } },
    async ({ body, actor }) => whenView(await changePreferences(deps, authorized(actor, 'write'), body)),
  )
  http.delete('/api/notification-preferences', { schema: { tags, response } }, async ({ actor }) =>
    whenView(await changePreferences(deps, authorized(actor, 'write'), null)),
  )
}

function channelRoutes(http: Http, deps: NotifyRouteDeps): void {
  const tags = ['channels']
  const shown = (language: Language, view: Awaited<ReturnType<typeof listChannels>>[number]) =>
    shownIn(language, view, deps.channels.get(view.channel)?.words)
  http.get(
    '/api/channels',
    { config: { neverKept: true }, schema: { tags, response: { 200: pageOf(channelSchema) } } },
    async ({ actor, language }) =>
      whole((await listChannels(deps, authorized(actor, 'read'))).map((one) => shown(language, one))),
  )
  http.put(
    '/api/channels/:id',
    { schema: { tags, params: channelParam, body: channelInputSchema, response: { 200: channelSchema } } },
    async ({ params, body, actor, language }) => {
      const userId = authorized(actor, 'write')
      await saveChannel(deps, userId, params.id, body)
      const { key } = channelNamed(deps, params.id)
      return shown(language, (await listChannels(deps, userId)).find(({ id }) => id === key)!)
    },
  )
  http.delete(
    '/api/channels/:id',
    { schema: { tags, params: channelParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await forgetChannel(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/channels/:id/confirmation',
    {
      config: { limit: 'strict' },
      schema: {
        tags,
        params: channelParam,
        response: { 200: confirmationSchema },
      },
    },
    async ({ params, actor }) => sendConfirmation(deps, authorized(actor, 'write'), params.id),
  )
  http.post(
    '/api/channels/:id/confirm',
    {
      config: { limit: 'strict' },
      schema: {
        tags,
        params: channelParam,
        body: confirmationCodeSchema,
        response: { 204: noContent },
      },
    },
    async ({ params, body, actor }, reply) => {
      await confirmChannel(deps, authorized(actor, 'write'), params.id, body.code)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/channels/:id/test',
    {
      config: { limit: 'strict' },
      schema: {
        tags,
        description: 'Sends a test message; what becomes of it stands in that notification’s deliveries.',
        params: channelParam,
        response: { 202: testedSchema },
      },
    },
    async ({ params, actor }, reply) => {
      const notificationId = await testChannel(deps, authorized(actor, 'write'), params.id, randomUUID())
      return reply.status(202).send({ notificationId })
    },
  )
}

function ledgerView(entry: LedgerEntry): z.input<typeof ledgerEntrySchema> {
  const { userId: _, createdAt, dueAt, finishedAt, heldUntil, history, ...rest } = entry
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    heldUntil: heldUntil?.toISOString() ?? null,
    history: history.map((one) => ({
      ...one,
      startedAt: isoTime(one.startedAt),
      finishedAt: isoTime(one.finishedAt),
    })),
  }
}

/** PostgreSQL writes times inside JSON with an offset. */
const isoTime = (text: string) => new Date(text).toISOString()
