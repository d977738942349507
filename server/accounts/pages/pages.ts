import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { accountById, sessionsOf } from '../auth/account-store.ts'
import { claim, join, linkOf } from '../auth/joining.ts'
import { type AuthRouteDeps, bodyLimit, resetSentence, withCookies } from '../auth/routes.ts'
import * as signing from '../auth/signing.ts'
import { askerOf, ownOf } from '../auth/who-asks.ts'
import { noPasskeysBecause } from '../factors/passkeys.ts'
import { passwordSchema } from '../factors/schema.ts'
import type { FactorDeps } from '../factors/second-factor-routes.ts'
import {
  claimSchema,
  confirmQuery,
  emailSchema,
  joinSchema,
  linkParam,
  resetSchema,
  signInSchema,
} from '../schema.ts'
import { codePath, factorPages } from './factor-pages.ts'
import {
  answer,
  asNotice,
  done,
  emailField,
  type Form,
  factorPath,
  hide,
  nameField,
  passwordField,
  readForm,
  show,
  signInPath,
} from './forms.ts'
import { type Page, styleSheet } from './html.ts'
import { passkeyPages, passkeyScripts, passkeysPath } from './passkey-pages.ts'

export interface PageDeps extends AuthRouteDeps, FactorDeps {}

const open = { access: 'open' } as const
const othersPath = '/account/sign-out-others'
const strict = { access: 'open', limit: 'strict' } as const
const byToken = { ...strict, tokenIsProof: true } as const

/** Pages by which a person sets up, signs in, joins and gets a new password: forms that work without a script. */
export function pageRoutes(server: Http, deps: PageDeps): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    const http = scope as unknown as Http
    http.get('/account/style.css', { config: open, schema: hide }, (_, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(styleSheet),
    )
    signInPages(http, deps)
    linkPages(http, deps)
    accountPages(http, deps)
    factorPages(http, deps)
    passkeyPages(http, deps)
  })
}

function signInPages(http: Http, deps: PageDeps): void {
  const page = (problem?: string, email = ''): Page => ({
    title: 'Sign in',
    ...(problem !== undefined && { problem }),
    forms: [
      { fields: [emailField(email), passwordField('Password', 'current-password')], button: 'Sign in' },
    ],
    ...(noPasskeysBecause(deps.auth.origin()) === null && {
      actions: [{ text: 'Sign in with a passkey', data: { passkey: 'sign-in' } }],
      scripts: passkeyScripts,
    }),
    links: [{ href: '/account/forgot', text: 'I forgot my password' }],
  })
  http.get(signInPath, { config: open, schema: hide }, async (_, reply) =>
    (await deps.claimed())
      ? show(reply, page())
      : show(reply, {
          title: 'Not set up yet',
          sentences: [
            'Nobody signs in here yet: whoever sits at this machine is the owner. To let others in, open the link that Deal Scout shows at its start, or that "deal-scout setup-link" prints.',
          ],
        }),
  )
  http.post(signInPath, { config: strict, bodyLimit, schema: hide }, async (request, reply) => {
    const form = (request.body ?? {}) as Form
    return answer(
      reply,
      (problem) => page(problem, form.email),
      async () => {
        const body = readForm(signInSchema, form, ['email', 'password'])
        return enter(reply, await signing.signIn(deps, askerOf(request), body))
      },
    )
  })
  const forgotPage = (problem?: string): Page => ({
    title: 'A new password',
    ...(problem !== undefined && { problem }),
    forms: [{ fields: [emailField('')], button: 'Send me a link' }],
    links: [{ href: signInPath, text: 'Sign in' }],
  })
  http.get('/account/forgot', { config: open, schema: hide }, (_, reply) => show(reply, forgotPage()))
  http.post('/account/forgot', { config: strict, bodyLimit, schema: hide }, async (request, reply) =>
    answer(reply, forgotPage, async () => {
      const { email } = readForm(emailSchema, request.body as Form, ['email'])
      await signing.askReset(deps, askerOf(request), email)
      return show(reply, { title: 'Thank you', sentences: [resetSentence(deps)] })
    }),
  )
}

/**
 * Pages behind links. Mail programs and terminals know addresses alone, so the token stands in the one that is opened; the
 * page has it in its form, and what is done is asked for without it in the address.
 */
function linkPages(http: Http, deps: PageDeps): void {
  const setupPage = (token: string, problem?: string, form: Form = {}): Page => ({
    title: 'Set up Deal Scout',
    ...(problem !== undefined && { problem }),
    sentences: [
      'This makes you its owner, with everything that is here already. From then on people have to sign in.',
      'You have a backup of a Deal Scout of yours? Bring that back instead: stop this program, run "deal-scout restore FOLDER", and start it again.',
    ],
    forms: [
      {
        fields: [
          nameField(form.name),
          emailField(form.email ?? ''),
          passwordField('Password', 'new-password'),
        ],
        ...{ button: 'Make it mine', action: '/account/setup', hidden: { token } },
      },
    ],
  })
  http.get(
    '/account/setup/:token',
    { config: strict, schema: { ...hide, params: linkParam } },
    ({ params }, reply) =>
      answer(reply, asNotice, async () => {
        await linkOf(deps, 'setup', params.token)
        return show(reply, setupPage(params.token))
      }),
  )
  http.post('/account/setup', { config: byToken, bodyLimit, schema: hide }, (request, reply) => {
    const form = (request.body ?? {}) as Form
    return answer(
      reply,
      (problem) => setupPage(form.token ?? '', problem, form),
      async () => {
        const body = readForm(claimSchema, form, ['token', 'name', 'email', 'password'])
        return signIn(request, reply, { ...body, email: await claim(deps, body) }, true)
      },
    )
  })
  const joinPage = (token: string, email: string | null, problem?: string, form: Form = {}): Page => ({
    title: 'Join Deal Scout',
    ...(problem !== undefined && { problem }),
    sentences: [`Your account will be that of ${email ?? 'the invited person'}.`],
    forms: [
      {
        fields: [nameField(form.name), passwordField('Password', 'new-password')],
        ...{ button: 'Join', action: '/account/invitation', hidden: { token } },
      },
    ],
  })
  http.get(
    '/account/invitation/:token',
    { config: strict, schema: { ...hide, params: linkParam } },
    ({ params }, reply) =>
      answer(reply, asNotice, async () =>
        show(reply, joinPage(params.token, (await linkOf(deps, 'invitation', params.token)).email)),
      ),
  )
  http.post('/account/invitation', { config: byToken, bodyLimit, schema: hide }, (request, reply) => {
    const form = (request.body ?? {}) as Form
    return answer(
      reply,
      (problem) => joinPage(form.token ?? '', null, problem, form),
      async () => {
        const body = readForm(joinSchema, form, ['token', 'name', 'password'])
        return signIn(request, reply, { ...body, email: await join(deps, body) }, true)
      },
    )
  })
  const resetPage = (token: string, problem?: string): Page => ({
    title: 'A new password',
    ...(problem !== undefined && { problem }),
    sentences: ['Wherever you are signed in, you are signed out.'],
    forms: [
      {
        fields: [passwordField('New password', 'new-password')],
        ...{ button: 'Set it', action: '/account/reset', hidden: { token } },
      },
    ],
  })
  http.get(
    '/account/reset/:token',
    { config: open, schema: { ...hide, params: linkParam } },
    ({ params }, reply) => show(reply, resetPage(params.token)),
  )
  http.post('/account/reset', { config: byToken, bodyLimit, schema: hide }, (request, reply) => {
    const form = (request.body ?? {}) as Form
    return answer(
      reply,
      (problem) => resetPage(form.token ?? '', problem),
      async () => {
        await signing.reset(deps, askerOf(request), readForm(resetSchema, form, ['token', 'password']))
        return show(reply, done('Your new password is set.'))
      },
    )
  })
  http.get(
    '/account/confirm',
    { config: open, schema: { ...hide, querystring: confirmQuery } },
    ({ query }, reply) =>
      // Mail scanners open every link: it takes a person to press.
      show(reply, {
        title: 'Confirm your e-mail',
        forms: [{ fields: [], button: 'This e-mail is mine', action: '/account/confirm', hidden: query }],
      }),
  )
  http.post('/account/confirm', { config: byToken, bodyLimit, schema: hide }, (request, reply) =>
    answer(reply, asNotice, async () => {
      const { token = '' } = (request.body ?? {}) as Form
      await signing.verifyEmail(deps, askerOf(request), token)
      return show(reply, done('Thank you: your e-mail is confirmed.'))
    }),
  )

  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    account: { email: string; password: string },
    isNew = false,
  ) {
    return enter(reply, await signing.signIn(deps, askerOf(request), account), isNew)
  }
}

/** Where somebody comes to who was not here before. */
const firstRunPath = '/welcome'

/** Goes on to the deals, whoever is new to the way in; or to the code that is still wanted. */
function enter(reply: FastifyReply, { cookies, wantsCode }: signing.SignedIn, isNew = false) {
  return withCookies(reply, cookies).redirect(wantsCode ? codePath : isNew ? firstRunPath : '/', 303)
}

function accountPages(http: Http, deps: PageDeps): void {
  http.get('/account', { config: { access: 'self' }, schema: hide }, async ({ actor, sessionId }, reply) => {
    const account = await accountById(deps.db, authorized(actor, 'self'))
    const rows = await sessionsOf(deps.db, authorized(actor, 'self'))
    return show(reply, {
      title: account?.name ?? 'Account',
      sentences: [
        account?.email == null
          ? 'Nobody signs in here yet.'
          : `You are signed in as ${account.email} (${account.role}).`,
      ],
      table: {
        head: ['signed in', 'from', 'browser'],
        rows: rows.map((row) => [
          row.createdAt.toISOString().slice(0, 16).replace('T', ' '),
          row.address ?? '',
          row.id === sessionId ? 'this one' : (row.browser ?? '').slice(0, 60),
        ]),
      },
      forms: [
        { fields: [], button: 'Sign out', action: '/account/sign-out' },
        {
          fields: [passwordField('Password', 'current-password')],
          ...{ button: 'Sign out everywhere else', action: othersPath },
        },
      ],
      links: [
        { href: '/', text: 'Deals' },
        { href: factorPath, text: 'Codes after the password' },
        { href: passkeysPath, text: 'Passkeys' },
        { href: '/api/auth/keys', text: 'Keys for programs' },
      ],
    })
  })
  http.post('/account/sign-out', { config: open, schema: hide }, async (request, reply) =>
    withCookies(reply, await signing.signOut(deps, askerOf(request))).redirect(signInPath, 303),
  )
  http.post(
    othersPath,
    { config: { access: 'self', limit: 'strict' }, bodyLimit, schema: hide },
    (request, reply) =>
      answer(reply, asNotice, async () => {
        const { asker, userId } = ownOf(request)
        const { password } = readForm(passwordSchema, request.body as Form, ['password'])
        await signing.provePassword(deps, asker, userId, password)
        await signing.endOtherSessions(deps, userId, request.sessionId ?? 0)
        return reply.redirect('/account', 303)
      }),
  )
}
