import { authorized } from '../../core/actor.ts'
import { conflict } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { bodyLimit, withCookies } from '../auth/routes.ts'
import type { SigningDeps } from '../auth/signing.ts'
import { askerOf, ownOf } from '../auth/who-asks.ts'
import {
  afterPasskeySchema,
  codeSchema,
  confirmFactorSchema,
  endFactorSchema,
  factorStateSchema,
  newFactorSchema,
  passwordSchema,
  recoveryCodesSchema,
} from './schema.ts'
import {
  beginFactor,
  chooseAfterPasskey,
  confirmFactor,
  endFactor,
  factorState,
  renewRecoveryCodes,
} from './second-factor.ts'
import { signInWithCode } from './sign-in-code.ts'

export interface FactorDeps extends SigningDeps {
  claimed(): Promise<boolean>
}

const tags = ['accounts']
const self = { access: 'self' } as const
const selfStrict = { access: 'self', limit: 'strict' } as const
const setsUpFactor = true

/** Codes of an app after the password: each person's own, who gives the password for what weakens or shows them. */
export function secondFactorRoutes(http: Http, deps: FactorDeps): void {
  http.post(
    '/api/auth/sign-in/code',
    {
      config: { access: 'open', limit: 'strict' },
      bodyLimit,
      schema: {
        tags,
        description: 'Ends a sign-in that was answered with {"wanted": "code"}, within ten minutes.',
        body: codeSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const cookies = await signInWithCode(deps, askerOf(request), request.body.code)
      return withCookies(reply, cookies).status(204).send()
    },
  )
  http.get(
    '/api/auth/second-factor',
    { config: { ...self, setsUpFactor }, schema: { tags, response: { 200: factorStateSchema } } },
    ({ actor }) => factorState(deps, authorized(actor, 'self')),
  )
  http.post(
    '/api/auth/second-factor',
    {
      config: { ...selfStrict, setsUpFactor },
      bodyLimit,
      schema: {
        tags,
        description: 'A secret for an app; it counts once a code of it is confirmed.',
        body: passwordSchema,
        response: { 201: newFactorSchema },
      },
    },
    async (request, reply) => {
      await refuseUnclaimed(deps)
      const made = await beginFactor(deps, ownOf(request), request.body.password)
      return reply.status(201).header('cache-control', 'no-store').send(made)
    },
  )
  http.post(
    '/api/auth/second-factor/confirm',
    {
      config: { ...selfStrict, setsUpFactor },
      bodyLimit,
      schema: {
        tags,
        description: 'Switches codes on, and signs out everybody else.',
        body: confirmFactorSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { body, sessionId = 0 } = request
      const cookies = await confirmFactor(deps, ownOf(request), { ...body, sessionId })
      return withCookies(reply, cookies).status(204).send()
    },
  )
  http.patch(
    '/api/auth/second-factor',
    {
      config: selfStrict,
      bodyLimit,
      schema: { tags, body: afterPasskeySchema, response: { 200: factorStateSchema } },
    },
    (request) => chooseAfterPasskey(deps, ownOf(request), request.body),
  )
  http.post(
    '/api/auth/second-factor/recovery-codes',
    {
      config: selfStrict,
      bodyLimit,
      schema: {
        tags,
        description: 'New ones; those before are good for nothing any more.',
        body: passwordSchema,
        response: { 201: recoveryCodesSchema },
      },
    },
    async (request, reply) => {
      const recoveryCodes = await renewRecoveryCodes(deps, ownOf(request), request.body.password)
      return reply.status(201).header('cache-control', 'no-store').send({ recoveryCodes })
    },
  )
  http.post(
    '/api/auth/second-factor/end',
    {
      config: selfStrict,
      bodyLimit,
      schema: {
        tags,
        description: 'Switches codes off.',
        body: endFactorSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) =>
      withCookies(reply, await endFactor(deps, ownOf(request), request.body))
        .status(204)
        .send(),
  )
}

/** Throws where nobody signs in yet: what is set up would be whoever's comes by. */
export async function refuseUnclaimed({ claimed }: Pick<FactorDeps, 'claimed'>): Promise<void> {
  if (!(await claimed())) throw conflict('not-set-up', 'Nobody signs in here yet: become the owner first.')
}
