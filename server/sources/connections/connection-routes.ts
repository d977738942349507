import { authorized } from '../../core/actor.ts'
import { textIn } from '../../core/adapter-words.ts'
import { AppError } from '../../core/errors.ts'
import { type Http, pageOf } from '../../core/http.ts'
import type { Language } from '../../core/languages.ts'
import { noticePage } from '../../core/notice-page.ts'
import { whole } from '../../core/paging.ts'
import {
  connectionSchema,
  consentSchema,
  disconnectedSchema,
  marketplaceParam,
  returnQuery,
} from './connection-schema.ts'
import {
  beginConsent,
  type ConnectionDeps,
  connectionViews,
  disconnect,
  finishConsent,
  viewConnection,
} from './connections.ts'

const tags = ['connections']
const self = { access: 'self' } as const

/** A person's accounts at marketplaces, for which they let the program act. No answer has a token in it. */
export function connectionRoutes(http: Http, deps: ConnectionDeps): void {
  const shown = <View extends { id: string; reason: string | null }>(language: Language, view: View) => ({
    ...view,
    reason: view.reason && textIn(language, view.reason, deps.marketplaces.get(view.id)?.words),
  })
  http.get(
    '/api/connections',
    { config: { neverKept: true }, schema: { tags, response: { 200: pageOf(connectionSchema) } } },
    async ({ actor, language }) =>
      whole((await connectionViews(deps, authorized(actor, 'read'))).map((one) => shown(language, one))),
  )
  http.get(
    '/api/connections/:id',
    {
      config: { neverKept: true },
      schema: { tags, params: marketplaceParam, response: { 200: connectionSchema } },
    },
    async ({ params, actor, language }) =>
      shown(language, await viewConnection(deps, authorized(actor, 'read'), params.id)),
  )
  http.post(
    '/api/connections/:id',
    {
      config: self,
      schema: {
        tags,
        description:
          'Begins to connect your account there: open the address in this browser, and agree within ten minutes. An account that is connected stays until then.',
        params: marketplaceParam,
        response: { 200: consentSchema },
      },
    },
    ({ params, actor, sessionId }) =>
      beginConsent(deps, authorized(actor, 'self'), params.id, sessionId ?? null),
  )
  http.delete(
    '/api/connections/:id',
    {
      config: self,
      schema: {
        tags,
        description: 'Deletes the tokens, and says how to take back the consent at the marketplace, too.',
        params: marketplaceParam,
        response: { 200: disconnectedSchema },
      },
    },
    ({ params, actor }) => disconnect(deps, authorized(actor, 'self'), params.id),
  )
  // Not below /api, whose routes refuse parameters that they do not know: marketplaces add some of their own.
  http.get(
    '/connections/:id/return',
    { config: self, schema: { hide: true, params: marketplaceParam, querystring: returnQuery } },
    async ({ params, query, actor, sessionId }, reply) => {
      reply.type('text/html').header('cache-control', 'no-store')
      const userId = authorized(actor, 'self')
      try {
        const { name, account } = await finishConsent(deps, userId, params.id, sessionId ?? null, query)
        const whose = account === null ? `Your ${name} account` : `The ${name} account ${account}`
        return reply.send(noticePage('Connected', `${whose} is connected. You can close this page.`))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return reply.status(error.status).send(noticePage('Not connected', error.message))
      }
    },
  )
}
