import type { z } from 'zod'
import { authorized } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import { bodyLimit, sendSignedIn, withCookies } from '../auth/routes.ts'
import { askerOf, ownOf } from '../auth/who-asks.ts'
import { deletePasskey, passkeysOf, renamePasskey, type StoredPasskey } from './passkey-store.ts'
import { addPasskey, beginPasskey, beginSignIn, type PasskeyDeps, signInByPasskey } from './passkeys.ts'
import {
  addPasskeySchema,
  codeWantedSchema,
  passkeyListSchema,
  passkeyOptionsSchema,
  passkeyQuestionSchema,
  passkeyRenameSchema,
  passkeySchema,
  passwordSchema,
  showPasskeySchema,
} from './schema.ts'
import { type FactorDeps, refuseUnclaimed } from './second-factor-routes.ts'

const tags = ['accounts']
const strict = { access: 'open', limit: 'strict' } as const
const self = { access: 'self' } as const
const setUp = { access: 'self', limit: 'strict', setsUpFactor: true } as const

/** Keys that a device keeps, to sign in without a password: what is asked, and what browsers answer, is WebAuthn's. */
export function passkeyRoutes(http: Http, deps: PasskeyDeps & FactorDeps): void {
  http.post(
    '/api/auth/sign-in/passkey/options',
    {
      config: strict,
      schema: {
        tags,
        description: 'What navigator.credentials.get() is to ask for, for five minutes, once.',
        response: { 200: passkeyQuestionSchema },
      },
    },
    async (request, reply) => {
      const { options, cookies } = await beginSignIn(deps, askerOf(request))
      return withCookies(reply, cookies).header('cache-control', 'no-store').send(options)
    },
  )
  http.post(
    '/api/auth/sign-in/passkey',
    {
      config: strict,
      bodyLimit,
      schema: { tags, body: showPasskeySchema, response: { 200: codeWantedSchema, 204: noContent } },
    },
    async (request, reply) =>
      sendSignedIn(reply, await signInByPasskey(deps, askerOf(request), request.body.response)),
  )
  http.get(
    '/api/auth/passkeys',
    { config: { ...self, setsUpFactor: true }, schema: { tags, response: { 200: passkeyListSchema } } },
    async ({ actor }) => ({
      items: (await passkeysOf(deps.db, authorized(actor, 'self'))).map(passkeyView),
      next: null,
    }),
  )
  http.post(
    '/api/auth/passkeys/options',
    {
      config: setUp,
      bodyLimit,
      schema: {
        tags,
        description: 'What navigator.credentials.create() is to make, for five minutes, once.',
        body: passwordSchema,
        response: { 200: passkeyOptionsSchema },
      },
    },
    async (request, reply) => {
      await refuseUnclaimed(deps)
      const { options, cookies } = await beginPasskey(deps, ownOf(request), request.body.password)
      return withCookies(reply, cookies).header('cache-control', 'no-store').send(options)
    },
  )
  http.post(
    '/api/auth/passkeys',
    {
      config: setUp,
      bodyLimit: 65_536,
      schema: { tags, body: addPasskeySchema, response: { 201: passkeySchema } },
    },
    async (request, reply) =>
      reply.status(201).send(passkeyView(await addPasskey(deps, ownOf(request), request.body))),
  )
  http.patch(
    '/api/auth/passkeys/:id',
    {
      config: self,
      bodyLimit,
      schema: { tags, params: idParam, body: passkeyRenameSchema, response: { 200: passkeySchema } },
    },
    async ({ actor, params, body }) => {
      const renamed = await renamePasskey(deps.db, authorized(actor, 'self'), { ...params, ...body })
      if (renamed === null) throw notFound('passkey')
      return passkeyView(renamed)
    },
  )
  http.delete(
    '/api/auth/passkeys/:id',
    { config: self, schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ actor, params }, reply) => {
      const person = authorized(actor, 'self')
      await deps.db.transaction(async (tx) => {
        if (!(await deletePasskey(tx, person, params.id))) throw notFound('passkey')
        await deps.audit.note(tx, { what: 'passkey-removed', person, target: ['passkey', params.id] })
      })
      return reply.status(204).send()
    },
  )
}

function passkeyView({
  createdAt,
  lastUsedAt,
  countedBackAt,
  ...passkey
}: StoredPasskey): z.input<typeof passkeySchema> {
  return {
    ...passkey,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    countedBackAt: countedBackAt?.toISOString() ?? null,
  }
}
