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
import { invitationMail, type LinkMail } from './mail.ts'
import { changeAccount } from './people.ts'
import { type AuthRouteDeps, bodyLimit } from './routes.ts'
import { accountView } from './views.ts'

export interface PeopleRouteDeps extends AuthRouteDeps {
  sendMail(to: string, mail: LinkMail): Promise<void>
}

const tags = ['accounts']
const config = { access: 'admin' } as const

/** Who is here, and who may come: for admins. */
export function peopleRoutes(http: Http, deps: PeopleRouteDeps): void {
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
    { config, bodyLimit, schema: { tags, body: invitationInputSchema, response: { 201: invitationSchema } } },
    async ({ actor, body }, reply) => {
      const { url, expiresAt } = await invite(deps, actor.userId, body)
      const sent =
        deps.canMail() &&
        (await deps.sendMail(body.email, invitationMail(url)).then(
          () => true,
          () => false,
        ))
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ url, sent, expiresAt: expiresAt.toISOString() })
    },
  )
}
