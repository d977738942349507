import { apiKey } from '@better-auth/api-key'
import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import { betterAuth } from 'better-auth/minimal'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Db, Sql } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import { type FactorHooks, factorPlugins } from '../factors/factor-plugins.ts'
import { hashPassword, type PasswordCost, verifyPassword } from '../passwords/password-hash.ts'
import { passwordLength } from '../passwords/passwords.ts'
import { secretVersion } from '../sealing/secret-version.ts'
import { apiKeys, credentials, passkeys, secondFactors, sessions, users, verifications } from '../tables.ts'
import { cookiePrefix, secondsPerDay, sessionDays } from './session-cookie.ts'

/** What a person is sent a link for; where it leads is the caller's business. */
export type Send = (mail: { kind: 'verify' | 'reset' | 'known'; to: string; token: string }) => Promise<void>

export type NotedHere =
  | 'signed-up'
  | 'signed-out'
  | 'password-reset-asked'
  | 'password-reset'
  | 'email-confirmed'

export interface BetterAuthOptions {
  factors: FactorHooks
  db: Db
  log: Log
  /** Where people reach the program, without a path: links and cookies are made for it. */
  baseUrl: string
  /** Newest first: what was encrypted with an older one still opens. */
  secrets: readonly string[]
  passwordCost: PasswordCost
  send: Send
  /** Told of what the library does by itself. */
  note(what: NotedHere, userId: number): Promise<void>
  /** Whether this person may sign in at all. */
  maySignIn(userId: number): Promise<boolean>
}

export type BetterAuth = ReturnType<typeof makeBetterAuth>

/** Names the address a request came from, as this program saw it; what a caller sends under it is not taken over. */
export const addressHeader = 'x-deal-scout-address'

/**
 * The library that knows passwords, sessions and keys, on tables of ours. Nothing of it answers a request by
 * itself: routes of ours hand on what they have checked, so that it only ever sees its fixed address.
 */
export function makeBetterAuth(options: BetterAuthOptions) {
  const { db, log, baseUrl, send, note, passwordCost } = options
  const isSecure = new URL(baseUrl).protocol === 'https:'
  return betterAuth({
    appName: 'Deal Scout',
    baseURL: baseUrl,
    basePath: '/api/auth',
    trustedOrigins: [baseUrl],
    secrets: options.secrets.map((value) => ({ version: secretVersion(value), value })),
    telemetry: { enabled: false },
    logger: {
      // What it warns of is ordinary (a wrong password), and may name who tried.
      level: 'error',
      log: (_, message) => log[isRefusal(message) ? 'debug' : 'error']({ module: 'sign-in' }, message),
    },
    // Else it writes them to the console, with the values of the query that failed.
    onAPIError: { throw: true },
    database: drizzleAdapter(transactional(db), {
      provider: 'pg',
      transaction: true,
      schema: {
        user: users,
        session: sessions,
        account: credentials,
        verification: verifications,
        apikey: apiKeys,
        twoFactor: secondFactors,
        passkey: passkeys,
      },
    }),
    user: {
      additionalFields: {
        // Of who signs up by themselves; others are invited as something.
        role: { type: 'string', input: false, defaultValue: 'member' },
        disabledAt: { type: 'date', input: false, required: false, returned: false },
      },
      changeEmail: { enabled: true },
    },
    session: {
      expiresIn: sessionDays * secondsPerDay,
      updateAge: secondsPerDay,
      cookieCache: { enabled: false },
      additionalFields: {
        byPasskey: { type: 'boolean', input: false, required: false, defaultValue: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by invitation, or by our own sign-up.
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: (password) => hashPassword(password, passwordCost), verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      async sendResetPassword({ user, token }) {
        await note('password-reset-asked', Number(user.id))
        await send({ kind: 'reset', to: user.email, token })
      },
      onPasswordReset: ({ user }) => note('password-reset', Number(user.id)),
      onExistingUserSignUp: ({ user }) => send({ kind: 'known', to: user.email, token: '' }),
    },
    emailVerification: {
      sendVerificationEmail: ({ user, token }) => send({ kind: 'verify', to: user.email, token }),
      afterEmailVerification: ({ id }) => note('email-confirmed', Number(id)),
      sendOnSignUp: true,
      expiresIn: secondsPerDay,
    },
    databaseHooks: {
      user: { create: { after: ({ id }) => note('signed-up', Number(id)) } },
      session: {
        create: {
          before: async (session, asked) => {
            if (!(await options.maySignIn(Number(session.userId)))) return false
            // What this browser was signed in as before is over, whoever that was.
            if (asked === null) return
            const { authCookies, secret, internalAdapter } = asked.context
            const token = await asked.getSignedCookie(authCookies.sessionToken.name, secret)
            if (token) await internalAdapter.deleteSession(token)
            // One that takes the place of another is as good as that.
            const goesOn = ['/change-password', '/two-factor/disable'].includes(asked.path)
            const byPasskey =
              asked.path === '/passkey/verify-authentication' ||
              (goesOn && asked.context.session?.session.byPasskey === true)
            return { data: { ...session, byPasskey } }
          },
        },
        delete: {
          // It deletes sessions that are over by itself, too.
          after: async ({ userId }, context) => {
            if (context?.path === '/sign-out') await note('signed-out', Number(userId))
          },
        },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      // Ours carry a stronger prefix than its own.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(baseUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: 'serial' },
      // Sending takes its time for those who are known, and nobody shall see that.
      backgroundTasks: {
        handler: (task) =>
          void task.catch((error: unknown) => log.error({ err: error }, 'a link was not sent')),
      },
    },
    plugins: [
      apiKey({
        enableSessionForAPIKeys: false,
        rateLimit: { enabled: false },
        defaultPrefix: 'ds_',
        maximumNameLength: 60,
        requireName: true,
        startingCharactersConfig: { shouldStore: true, charactersLength: 7 },
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: 366 },
      }),
      ...factorPlugins(baseUrl, options.factors),
    ],
  })
}

/** The library calls it an error where somebody's passkey does not hold. */
const isRefusal = (message: string) => message.startsWith('Failed to verify ')

/** Drizzle asks nothing else of a client. */
const ormOver = ({ client }: Pick<Sql, 'client'>): NodePgDatabase => drizzle(client as pg.Client)

/** Drizzle over the pool, whose transactions are ours: its own would begin and end on different connections. */
function transactional(db: Db): NodePgDatabase {
  return new Proxy(ormOver(db), {
    get(orm, property) {
      if (property === 'transaction')
        return <T>(run: (tx: NodePgDatabase) => Promise<T>) => db.transaction((tx) => run(ormOver(tx)))
      const value: unknown = Reflect.get(orm, property, orm)
      return typeof value === 'function' ? value.bind(orm) : value
    },
  })
}
