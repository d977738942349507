import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import {
  agreeInputSchema,
  aiStateSchema,
  askInputSchema,
  descriptionSchema,
  takeInputSchema,
} from './ai-schema.ts'
import type { AiDeps } from './deps.ts'
import { askDescription } from './describe.ts'
import { described, takeOffers } from './offers.ts'
import { agree, aiState, descriptionView } from './views.ts'

const tags = ['sell']

/** What a model says of one's own things, where the operator set one up and the person agreed. */
export function aiRoutes(http: Http, deps: AiDeps): void {
  http.get(
    '/api/sell/ai',
    {
      schema: {
        tags,
        description:
          'Whether things can be described by a model, to whom photos would go, whether you agreed to that, and what it cost you.',
        response: { 200: aiStateSchema },
      },
    },
    ({ actor }) => aiState(deps, authorized(actor, 'read')),
  )
  http.put(
    '/api/sell/ai',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description:
          'Agrees that photos of a thing are sent to a recipient when you ask for its description; null takes it back. Another recipient is asked for anew.',
        body: agreeInputSchema,
        response: { 200: aiStateSchema },
      },
    },
    ({ actor, body }) => agree(deps, authorized(actor, 'own'), body.agreedTo),
  )
  http.get(
    '/api/items/:id/description',
    {
      schema: {
        tags,
        description:
          'What a model offers for the fields of a thing, with what it saw; nothing of it is taken over by itself.',
        params: idParam,
        response: { 200: descriptionSchema },
      },
    },
    async ({ actor, params }) => descriptionView(await described(deps, authorized(actor, 'read'), params.id)),
  )
  http.post(
    '/api/items/:id/description',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'Asks the model about a thing, once for the same photos and facts: asked again it is answered by what is kept, and costs nothing. Poll `GET` until `state` is no longer `asked`. 429 at a cap, with when it ends.',
        params: idParam,
        body: askInputSchema,
        response: { 202: descriptionSchema },
      },
    },
    async ({ actor, params, body }, reply) => {
      await askDescription(deps, authorized(actor, 'write'), params.id, body)
      return reply
        .status(202)
        .send(descriptionView(await described(deps, authorized(actor, 'read'), params.id)))
    },
  )
  http.post(
    '/api/items/:id/description/take',
    {
      schema: {
        tags,
        description:
          'Takes over what you choose of what is offered: title, maker, category and condition as they are, lines after yours. All of it or nothing; each keeps its confidence, and the origin `model`.',
        params: idParam,
        body: takeInputSchema,
        response: { 200: descriptionSchema },
      },
    },
    async ({ actor, params, body }) => {
      await takeOffers(deps, authorized(actor, 'write'), params.id, body)
      return descriptionView(await described(deps, authorized(actor, 'read'), params.id))
    },
  )
}
