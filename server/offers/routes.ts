import { type Authorized, authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { builtIns } from './built-in.ts'
import { draftMessage, type MessageDeps, previewTemplate } from './message.ts'
import {
  messageQuery,
  messageSchema,
  previewInputSchema,
  previewSchema,
  templateInputSchema,
  templateListSchema,
  templateSchema,
} from './schema.ts'
import { listTemplates } from './store.ts'
import { builtInView, changeTemplate, createTemplate, removeTemplate, templateView } from './templates.ts'

export interface OfferRouteDeps extends MessageDeps {}

const tags = ['messages']

export function offerRoutes(http: Http, deps: OfferRouteDeps): void {
  http.get(
    '/api/listings/:id/message',
    {
      schema: {
        tags,
        description:
          'A draft to the seller with a suggested opening offer. It is never sent: a person does that.',
        params: idParam,
        querystring: messageQuery,
        response: { 200: messageSchema },
      },
    },
    async ({ params, query, actor }) => draftMessage(deps, authorized(actor, 'read'), params.id, query),
  )
  http.get(
    '/api/message-templates',
    {
      schema: {
        tags,
        description: 'Your own by name, then the built-in ones.',
        response: { 200: templateListSchema },
      },
    },
    async ({ actor }) => allTemplates(deps, authorized(actor, 'read')),
  )
  http.post(
    '/api/message-templates',
    { schema: { tags, body: templateInputSchema, response: { 201: templateSchema } } },
    async ({ body, actor }, reply) => {
      const made = await createTemplate(deps, authorized(actor, 'write'), body)
      return reply.status(201).send(templateView(made))
    },
  )
  http.post(
    '/api/message-templates/preview',
    {
      config: { limit: 'read', changesNothing: true },
      schema: { tags, body: previewInputSchema, response: { 200: previewSchema } },
    },
    ({ body, actor }) => previewTemplate(deps, authorized(actor, 'read'), body),
  )
  http.put(
    '/api/message-templates/:id',
    { schema: { tags, params: idParam, body: templateInputSchema, response: { 200: templateSchema } } },
    async ({ params, body, actor }) =>
      templateView(await changeTemplate(deps, authorized(actor, 'write'), params.id, body)),
  )
  http.delete(
    '/api/message-templates/:id',
    { schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await removeTemplate(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
}

export async function allTemplates(deps: OfferRouteDeps, userId: Authorized<'read'>) {
  const own = await listTemplates(deps.db, userId)
  return { items: [...own.map(templateView), ...builtIns.map(builtInView)] }
}
