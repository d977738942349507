import { asProgram } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Secrets } from '../../core/secrets.ts'
import { wantsCodeAfterPasskey } from '../factors/factor-store.ts'
import { notePasskeyUse } from '../factors/passkey-store.ts'
import type { PasswordCost } from '../passwords/password-hash.ts'
import { signedAnew } from '../sealing/cookie-signature.ts'
import { maySignIn } from './account-store.ts'
import type { BetterAuth, BetterAuthOptions } from './better-auth.ts'
import { problemOf } from './known-problems.ts'
import { cookiePrefix } from './session-cookie.ts'

/** Of a request, what the library may know. */
export interface Asker {
  cookie: string | undefined
  userAgent: string | undefined
  /** Where it came from, as the socket or a trusted proxy says. */
  address: string
}

export interface Answer<Body> {
  body: Body
  /** To be set as they are. */
  cookies: string[]
}

export interface Question {
  method?: 'GET' | 'POST'
  body?: unknown
  query?: Record<string, string>
}

export interface Auth {
  /** Asks the library under its own, fixed address; what it refuses is thrown as a problem of ours. */
  ask<Body>(asker: Asker, path: string, question?: Question): Promise<Answer<Body>>
  /** The library itself, for what is no request. */
  library(): Promise<BetterAuth>
  /** Without a path. */
  origin(): string
  /** Passwords that leaked, where the operator has them: see leaked-file.ts. */
  leakedPasswordsFile: string | undefined
}

export interface AuthDeps extends Pick<BetterAuthOptions, 'db' | 'log' | 'send'> {
  audit: Audit
  clock: Clock
  leakedPasswordsFile: string | undefined
  /** Of the hashes that are made from now on. */
  passwordCost: PasswordCost
  secrets: Pick<Secrets, 'derived'>
  baseUrl(): string
}

/** The library is loaded when it is first needed, which takes most of a second, and anew where the address or the newest key is another. */
export function openAuth(deps: AuthDeps): Auth {
  let made: { origin: string; newest: string; library: Promise<BetterAuth> } | undefined
  const origin = () => new URL(deps.baseUrl()).origin
  const library = () => {
    const secrets = deps.secrets.derived('accounts')
    const [newest] = secrets as [string]
    if (made?.origin !== origin() || made.newest !== newest) {
      const options: BetterAuthOptions = {
        ...{ db: deps.db, log: deps.log, send: deps.send, baseUrl: origin() },
        ...{ secrets, passwordCost: deps.passwordCost },
        note: (what, userId) =>
          deps.audit.note(deps.db, { what, person: userId, target: ['account', userId] }),
        maySignIn: (userId) => maySignIn(deps.db, userId),
        factors: {
          passkeyUsed: (credentialId) => notePasskeyUse(deps.db, credentialId, deps.clock.now()),
          wantsCodeAfterPasskey: (userId) => wantsCodeAfterPasskey(deps.db, asProgram(userId)),
        },
      }
      const loading = import('./better-auth.ts').then(({ makeBetterAuth }) => makeBetterAuth(options))
      made = { origin: options.baseUrl, newest, library: loading }
    }
    return made.library
  }
  return {
    library,
    origin,
    leakedPasswordsFile: deps.leakedPasswordsFile,
    async ask<Body>(asker: Asker, path: string, { method = 'POST', body, query }: Question = {}) {
      const { handler } = await library()
      const url = new URL(`/api/auth${path}`, origin())
      for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
      const { addressHeader } = await import('./better-auth.ts')
      // Of what the caller sent only this: neither Host nor Origin nor what proxies write of addresses. Where the request
      // comes from was checked before (core/http-callers.ts).
      const headers = new Headers({ origin: origin(), [addressHeader]: asker.address })
      if (asker.cookie !== undefined)
        headers.set(
          'cookie',
          signedAnew(asker.cookie, cookiePrefix(origin()), deps.secrets.derived('accounts')),
        )
      if (asker.userAgent !== undefined) headers.set('user-agent', asker.userAgent.slice(0, 300))
      if (method === 'POST') headers.set('content-type', 'application/json')
      const response = await handler(
        new Request(url, { method, headers, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) }),
      ).catch((error: unknown) => {
        throw withoutValues(error)
      })
      const answer = await bodyOf(response)
      if (!response.ok) throw problemOf(response.status, answer)
      return { body: answer as Body, cookies: response.headers.getSetCookie() }
    },
  }
}

/** What Drizzle says of a query that failed holds its values, such as the hash of a password; the cause does not. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !('params' in error)) return error
  return error.cause ?? new Error('a query of the sign-in failed')
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}
