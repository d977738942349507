import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import {
  accountChangeSchema,
  accountListSchema,
  accountSchema,
  invitationInputSchema,
  invitationSchema,
} from '../schema.ts'
import { allAccounts } from './account-store.ts'
import { invite } from './joining.ts'
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
      schema: { tags, params: idParam, body: accountChangeSchema, response: { 200: accountSchema } },
    },
    async ({ params, body }) => accountView(await changeAccount(deps, params.id, body)),
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
