import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import {
  accountChangeSchema,
  accountListSchema,
  accountSchema,
  ifVersion,
  invitationInputSchema,
  invitationSchema,
  openInvitationListSchema,
} from '../schema.ts'
import { allAccounts } from './account-store.ts'
import { invite, takeBack } from './joining.ts'
import { openInvitations } from './link-store.ts'
import { changeAccount } from './people.ts'
import { bodyLimit } from './routes.ts'
import { type PeopleDeps, sendInvitation } from './send-invitation.ts'
import { accountView } from './views.ts'

const tags = ['accounts']
const config = { access: 'admin' } as const

/** Who is here, and who may come: for admins. */
export function peopleRoutes(http: Http, deps: PeopleDeps): void {
  http.get('/api/users', { config, schema: { tags, response: { 200: accountListSchema } } }, async () => ({
    items: (await allAccounts(deps.db)).map(accountView),
    next: null,
  }))
  http.patch(
    '/api/users/:id',
    {
      config,
      bodyLimit,
      schema: {
        tags,
        params: idParam,
        querystring: ifVersion,
        body: accountChangeSchema,
        response: { 200: accountSchema },
      },
    },
    async ({ params, query, body }) =>
      accountView(await changeAccount(deps, params.id, body, query.ifVersion)),
  )
  http.get(
    '/api/users/invitations',
    { config, schema: { tags, response: { 200: openInvitationListSchema } } },
    async () => ({
      items: (await openInvitations(deps.db)).map(({ createdAt, expiresAt, ...invitation }) => ({
        ...invitation,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        over: expiresAt <= deps.clock.now(),
      })),
      next: null,
    }),
  )
  http.delete(
    '/api/users/invitations/:id',
    { config, schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params }, reply) => {
      await takeBack(deps, params.id)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/users/invitations',
    {
      // It may send mail.
      config: { ...config, limit: 'strict' },
      bodyLimit,
      schema: { tags, body: invitationInputSchema, response: { 201: invitationSchema } },
    },
    async ({ actor, body }, reply) => {
      const { url, expiresAt } = await invite(deps, authorized(actor, 'write'), body)
      const sent = await sendInvitation(deps, body.email, url)
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ url, sent, expiresAt: expiresAt.toISOString() })
    },
  )
}
