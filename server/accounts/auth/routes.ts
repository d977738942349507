import type { FastifyReply } from 'fastify'
import { authorized } from '../../core/actor.ts'
import { AppError } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import type { Secrets } from '../../core/secrets.ts'
import { codeWantedSchema, proofSchema } from '../factors/schema.ts'
import {
  accountSchema,
  changeEmailSchema,
  changePasswordSchema,
  claimSchema,
  doneSchema,
  emailSchema,
  joinSchema,
  resetSchema,
  sessionListSchema,
  signInSchema,
  signUpSchema,
  tokenSchema,
} from '../schema.ts'
import { accountById, sessionsOf } from './account-store.ts'
import { proveAgain, refuseUnproved } from './freshness.ts'
import { claim, type JoiningDeps, join } from './joining.ts'
import * as signing from './signing.ts'
import { accountView } from './views.ts'
import { askerOf, ownOf } from './who-asks.ts'

export interface AuthRouteDeps extends JoiningDeps {
  secrets: Pick<Secrets, 'sign'>
  canMail(): boolean
}

const tags = ['accounts']
const open = { access: 'open' } as const
/** What can be guessed at, or makes mail. */
const strict = { access: 'open', limit: 'strict' } as const
const self = { access: 'self' } as const
const selfStrict = { access: 'self', limit: 'strict' } as const
export const bodyLimit = 16_384

/** Ways in and out under /api/auth; whoever is signed in has their session in a cookie that no script can read. */
export function authRoutes(http: Http, deps: AuthRouteDeps): void {
  http.post(
    '/api/auth/sign-in',
    {
      config: strict,
      bodyLimit,
      schema: { tags, body: signInSchema, response: { 200: codeWantedSchema, 204: noContent } },
    },
    async (request, reply) => sendSignedIn(reply, await signing.signIn(deps, askerOf(request), request.body)),
  )
  http.post(
    '/api/auth/sign-out',
    { config: open, schema: { tags, response: { 204: noContent } } },
    async (request, reply) =>
      withCookies(reply, await signing.signOut(deps, askerOf(request)))
        .status(204)
        .send(),
  )
  http.post(
    '/api/auth/sign-up',
    { config: strict, bodyLimit, schema: { tags, body: signUpSchema, response: { 200: doneSchema } } },
    async (request) => {
      refuseSignUp(deps)
      await signing.signUp(deps, askerOf(request), request.body)
      return { sentence: 'A link is on its way to this e-mail: open it, then sign in.' }
    },
  )
  http.post(
    '/api/auth/reset',
    { config: strict, bodyLimit, schema: { tags, body: emailSchema, response: { 200: doneSchema } } },
    async (request) => {
      await signing.askReset(deps, askerOf(request), request.body.email)
      return { sentence: resetSentence(deps) }
    },
  )
  http.post(
    '/api/auth/new-password',
    { config: strict, bodyLimit, schema: { tags, body: resetSchema, response: { 204: noContent } } },
    async (request, reply) => {
      await signing.reset(deps, askerOf(request), request.body)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/auth/verify',
    { config: strict, bodyLimit, schema: { tags, body: tokenSchema, response: { 204: noContent } } },
    async (request, reply) => {
      await signing.verifyEmail(deps, askerOf(request), request.body.token)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/auth/claim',
    { config: strict, bodyLimit, schema: { tags, body: claimSchema, response: { 204: noContent } } },
    async (request, reply) => {
      const email = await claim(deps, request.body)
      const { cookies } = await signing.signIn(deps, askerOf(request), { ...request.body, email })
      return withCookies(reply, cookies).status(204).send()
    },
  )
  http.post(
    '/api/auth/join',
    { config: strict, bodyLimit, schema: { tags, body: joinSchema, response: { 204: noContent } } },
    async (request, reply) => {
      const email = await join(deps, request.body)
      const { cookies } = await signing.signIn(deps, askerOf(request), { ...request.body, email })
      return withCookies(reply, cookies).status(204).send()
    },
  )
  ownRoutes(http, deps)
}

/** What a person does with the account that they are signed in to. */
function ownRoutes(http: Http, deps: AuthRouteDeps): void {
  http.get(
    '/api/auth/account',
    { config: self, schema: { tags, response: { 200: accountSchema } } },
    async ({ actor }) => accountView((await accountById(deps.db, authorized(actor, 'read')))!),
  )
  http.get(
    '/api/auth/sessions',
    { config: self, schema: { tags, response: { 200: sessionListSchema } } },
    async ({ actor, sessionId }) => {
      const rows = await sessionsOf(deps.db, authorized(actor, 'self'))
      const items = rows.map(({ createdAt, usedAt, expiresAt, ...row }) => ({
        ...row,
        ...{ createdAt: createdAt.toISOString(), usedAt: usedAt.toISOString() },
        ...{ expiresAt: expiresAt.toISOString(), current: row.id === sessionId },
      }))
      return { items, next: null }
    },
  )
  http.delete(
    '/api/auth/sessions/:id',
    { config: self, schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ actor, params, sessionId }, reply) => {
      const userId = authorized(actor, 'self')
      await refuseUnproved(deps, { userId, sessionId })
      await signing.endSession(deps, userId, params.id)
      return reply.status(204).send()
    },
  )
  http.delete(
    '/api/auth/sessions',
    {
      config: self,
      schema: { tags, description: 'All but the one that asks.', response: { 204: noContent } },
    },
    async ({ actor, sessionId }, reply) => {
      const userId = authorized(actor, 'self')
      await refuseUnproved(deps, { userId, sessionId })
      await signing.endOtherSessions(deps, userId, sessionId ?? 0)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/auth/prove',
    {
      config: selfStrict,
      bodyLimit,
      schema: {
        tags,
        description:
          'Shows again that it is you, for what asks for it (`session-not-fresh`) within five minutes.',
        body: proofSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await proveAgain(deps, { ...ownOf(request), sessionId: request.sessionId }, request.body)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/auth/password',
    {
      config: selfStrict,
      bodyLimit,
      schema: { tags, body: changePasswordSchema, response: { 204: noContent } },
    },
    async (request, reply) => {
      const userId = authorized(request.actor, 'self')
      const cookies = await signing.changePassword(deps, askerOf(request), userId, request.body)
      return withCookies(reply, cookies).status(204).send()
    },
  )
  http.post(
    '/api/auth/email',
    {
      config: selfStrict,
      bodyLimit,
      schema: { tags, body: changeEmailSchema, response: { 200: doneSchema } },
    },
    async (request) => {
      if (!deps.canMail()) throw noMail()
      await signing.changeEmail(deps, askerOf(request), authorized(request.actor, 'self'), request.body)
      return { sentence: 'A link is on its way to the new e-mail: it counts once that is opened.' }
    },
  )
}

export function withCookies(reply: FastifyReply, cookies: string[]): FastifyReply {
  // Who signs out wants nothing of it left in this browser, which may be somebody else's.
  if (cookies.some((cookie) => /session_token=;/.test(cookie)))
    reply.header('clear-site-data', '"cache", "storage"')
  return cookies.length === 0 ? reply : reply.header('set-cookie', cookies)
}

/** 204 of who is in; else what is still wanted. */
export function sendSignedIn(reply: FastifyReply, { cookies, wantsCode }: signing.SignedIn): FastifyReply {
  withCookies(reply, cookies)
  if (!wantsCode) return reply.status(204).send()
  return reply.send({
    wanted: 'code',
    sentence: 'Give the code that your app shows, or a recovery code: within ten minutes.',
  })
}

export function resetSentence({ canMail }: Pick<AuthRouteDeps, 'canMail'>): string {
  return canMail()
    ? 'If somebody has this e-mail here, a link to set a new password is on its way to it.'
    : 'This Deal Scout sends no e-mail: ask its admin for a link (deal-scout users reset).'
}

export function refuseSignUp({ signUp, canMail }: Pick<AuthRouteDeps, 'signUp' | 'canMail'>): void {
  if (signUp !== 'open')
    throw new AppError({
      code: 'sign-up-closed',
      status: 403,
      message: 'New accounts are made by invitation here: ask an admin.',
    })
  if (!canMail()) throw noMail()
}

function noMail(): AppError {
  return new AppError({
    code: 'no-mail',
    status: 409,
    message: 'This needs e-mail, which is not set up here: see SMTP_URL in docs/config.md.',
  })
}
