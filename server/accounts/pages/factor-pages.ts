import type { FastifyReply } from 'fastify'
import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { bodyLimit, withCookies } from '../auth/routes.ts'
import { askerOf, ownOf } from '../auth/who-asks.ts'
import {
  afterPasskeyFormSchema,
  codeSchema,
  confirmFactorSchema,
  endFactorSchema,
  passwordSchema,
} from '../factors/schema.ts'
import {
  beginFactor,
  chooseAfterPasskey,
  confirmFactor,
  endFactor,
  type FactorState,
  factorState,
  renewRecoveryCodes,
} from '../factors/second-factor.ts'
import { type FactorDeps, refuseUnclaimed } from '../factors/second-factor-routes.ts'
import { signInWithCode } from '../factors/sign-in-code.ts'
import {
  answer,
  codeField,
  type Form,
  factorPath,
  hide,
  passwordField,
  readForm,
  show,
  signInPath,
} from './forms.ts'
import type { Page } from './html.ts'
import { passkeysPath } from './passkey-pages.ts'

export const codePath = '/account/sign-in/code'
const self = { config: { access: 'self', limit: 'strict' }, bodyLimit, schema: hide } as const
const setUp = { ...self, config: { ...self.config, setsUpFactor: true } } as const
const back = { href: '/account', text: 'Account' }
const password = () => passwordField('Password', 'current-password')

/** The code after the password, and what a person does about it in their account. */
export function factorPages(http: Http, deps: FactorDeps): void {
  http.get(codePath, { config: { access: 'open' }, schema: hide }, (_, reply) => show(reply, codePage()))
  http.post(
    codePath,
    { config: { access: 'open', limit: 'strict' }, bodyLimit, schema: hide },
    async (request, reply) =>
      answer(reply, codePage, async () => {
        const { code } = readForm(codeSchema, request.body as Form, ['code'])
        const cookies = await signInWithCode(deps, askerOf(request), code)
        return withCookies(reply, cookies).redirect('/', 303)
      }),
  )
  const overview = async (userId: Parameters<typeof factorState>[1]) =>
    factorPage(await factorState(deps, userId))
  http.get(
    factorPath,
    { config: { access: 'self', setsUpFactor: true }, schema: hide },
    async ({ actor }, reply) => show(reply, await overview(authorized(actor, 'self'))),
  )
  http.post(factorPath, setUp, async (request, reply) => {
    const own = ownOf(request)
    return answer(reply, await problemOn(own.userId), async () => {
      await refuseUnclaimed(deps)
      const made = await beginFactor(deps, own, formOf(request, passwordSchema, ['password']).password)
      return show(reply, {
        title: 'Set up codes',
        sentences: [
          `Let your app read this image, or type in: ${made.secret}`,
          'Write these recovery codes down: each lets you in once, without the app. They are shown now and never again.',
        ],
        image: { src: made.qr, text: 'For an app that makes codes' },
        codes: made.recoveryCodes,
        ...confirmPage(),
      })
    })
  })
  http.post(`${factorPath}/confirm`, setUp, async (request, reply) =>
    answer(
      reply,
      (problem) => ({ title: 'Set up codes', problem, ...confirmPage() }),
      async () => {
        const { code } = formOf(request, confirmFactorSchema, ['code'])
        const { sessionId = 0 } = request
        return onward(reply, await confirmFactor(deps, ownOf(request), { code, sessionId }))
      },
    ),
  )
  http.post(`${factorPath}/recovery-codes`, self, async (request, reply) => {
    const own = ownOf(request)
    return answer(reply, await problemOn(own.userId), async () => {
      const given = formOf(request, passwordSchema, ['password'])
      return show(reply, {
        title: 'New recovery codes',
        sentences: [
          'Write them down: they are shown now and never again. Those before are good for nothing.',
        ],
        codes: await renewRecoveryCodes(deps, own, given.password),
        links: [back],
      })
    })
  })
  http.post(`${factorPath}/after-passkey`, self, async (request, reply) => {
    const own = ownOf(request)
    return answer(reply, await problemOn(own.userId), async () => {
      await chooseAfterPasskey(
        deps,
        own,
        formOf(request, afterPasskeyFormSchema, ['password', 'afterPasskey']),
      )
      return onward(reply, [])
    })
  })
  http.post(`${factorPath}/end`, self, async (request, reply) => {
    const own = ownOf(request)
    return answer(reply, await problemOn(own.userId), async () =>
      onward(reply, await endFactor(deps, own, formOf(request, endFactorSchema, ['password', 'code']))),
    )
  })

  async function problemOn(userId: Parameters<typeof factorState>[1]) {
    const page = await overview(userId)
    return (problem: string): Page => ({ ...page, problem })
  }
}

function formOf<Schema extends Parameters<typeof readForm>[0]>(
  request: { body: unknown },
  schema: Schema,
  names: string[],
) {
  return readForm(schema, request.body as Form, names)
}

const onward = (reply: FastifyReply, cookies: string[]) =>
  withCookies(reply, cookies).redirect(factorPath, 303)

const codePage = (problem?: string): Page => ({
  title: 'One more step',
  ...(problem !== undefined && { problem }),
  sentences: ['Give the code that your app shows. If you have lost it, give a recovery code.'],
  forms: [{ fields: [codeField('Code')], button: 'Sign in' }],
  links: [{ href: signInPath, text: 'Begin again' }],
})

const confirmPage = (): Pick<Page, 'forms' | 'links'> => ({
  forms: [
    {
      ...{ fields: [codeField('The code that the app shows now')], button: 'Switch codes on' },
      action: `${factorPath}/confirm`,
    },
  ],
  links: [{ href: factorPath, text: 'Begin again' }],
})

function factorPage({ on, recoveryCodesLeft, afterPasskey }: FactorState): Page {
  const title = 'Codes after the password'
  if (!on)
    return {
      title,
      sentences: [
        'An app on your phone shows a new code every half minute. With it nobody signs in who knows only your password. Setting it up signs you out everywhere else.',
      ],
      forms: [{ fields: [password()], button: 'Set up codes' }],
      links: [{ href: passkeysPath, text: 'Passkeys' }, back],
    }
  return {
    title,
    sentences: [
      `Signing in by password asks for a code; ${recoveryCodesLeft} recovery codes are left.`,
      afterPasskey
        ? 'A passkey asks for a code, too.'
        : 'A passkey asks for none: your device has made sure that it is you.',
    ],
    forms: [
      { fields: [password()], button: 'New recovery codes', action: `${factorPath}/recovery-codes` },
      {
        ...{ fields: [password()], action: `${factorPath}/after-passkey` },
        hidden: { afterPasskey: String(!afterPasskey) },
        button: afterPasskey ? 'Ask for no code after a passkey' : 'Ask for a code after a passkey, too',
      },
      {
        fields: [password(), codeField('A code, or a recovery code')],
        ...{ button: 'Switch codes off', action: `${factorPath}/end` },
      },
    ],
    links: [back],
  }
}
