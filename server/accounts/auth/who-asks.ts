import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type AccountRole,
  type Actor,
  type Authorized,
  asProgram,
  authorized,
  type SecondFactorOf,
  scopes,
} from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import { gather } from '../../core/gather.ts'
import type { Log } from '../../core/log.ts'
import type { Secrets } from '../../core/secrets.ts'
import { hasPasskey } from '../factors/passkey-store.ts'
import { goodKeys, keysByHash, noteUse } from '../keys/key-store.ts'
import { permissionsSchema, sessionAnswerSchema } from '../schema.ts'
import { signedCookie } from '../sealing/cookie-signature.ts'
import { csrfCookie, csrfCookieName, csrfTokensOf } from '../sealing/csrf-token.ts'
import { isClaimed, maySignIn } from './account-store.ts'
import type { Asker, Auth } from './ask.ts'
import { briefCookieName, secondsPerDay, sessionCookieName, sessionDays } from './session-cookie.ts'
import { goodSessions, sessionsByToken, type UsedSession } from './session-store.ts'

export interface WhoAsksDeps {
  db: Db
  log: Log
  owner: Actor
  secrets: Pick<Secrets, 'derived'>
  /** What a command on this machine shows that asks the running program. */
  programToken: string
  /** Who has to sign in by two factors. */
  secondFactorOf: SecondFactorOf
}

export interface WhoAsks {
  /** Whose request this is; throws 401 where it is nobody's. */
  actorOf(request: FastifyRequest, reply: FastifyReply): Promise<Actor>
  /** Whether somebody can sign in, so that everybody has to. */
  claimed(): Promise<boolean>
  /** Of those who were let in and stay, such as by a stream, those who would not be let in now. */
  endedAmong<One extends LetIn>(these: readonly One[]): Promise<One[]>
  /** Another database answers: what was known of this one counts no more. */
  forget(): void
}

/** By what somebody was let in; by neither, as the owner of a program that nobody has claimed yet, unless `isSteady`. */
export interface LetIn {
  sessionId?: number | undefined
  keyId?: number | string | undefined
  isSteady: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of whom signed in by a cookie. */
    sessionId?: number
  }
  interface FastifyContextConfig {
    /** Also for who has to have a second factor and has none yet: it is how they get one. */
    setsUpFactor?: true
  }
}

export function whoAsks(auth: Auth, deps: WhoAsksDeps): WhoAsks {
  let known = false
  const token = digest(deps.programToken)
  // Nothing is remembered, or a session that was ended would still be good: who asks at the same time is looked up together.
  const sessionOfToken = gather((tokens: string[]) => sessionsByToken(deps.db, tokens))
  const keyOfHash = gather((hashes: string[]) => keysByHash(deps.db, hashes))
  async function claimed(): Promise<boolean> {
    // Nothing takes it back, so it is asked only until it is so.
    known ||= await isClaimed(deps.db)
    return known
  }

  return {
    claimed,
    forget() {
      known = false
    },
    async endedAmong(these) {
      const sessions = await goodSessions(
        deps.db,
        these.flatMap(({ sessionId }) => sessionId ?? []),
      )
      const keys = await goodKeys(
        deps.db,
        these.flatMap(({ keyId }) => (keyId === undefined ? [] : Number(keyId))),
      )
      const isClaimedNow = these.some(isUnproved) && (await claimed())
      return these.filter((one) => {
        if (one.sessionId !== undefined) return !sessions.has(one.sessionId)
        if (one.keyId !== undefined) return !keys.has(Number(one.keyId))
        return isUnproved(one) && isClaimedNow
      })
    },
    async actorOf(request, reply) {
      if (!(await claimed())) {
        if (isLoopback(request.raw.socket.localAddress)) return deps.owner
        throw notSignedIn('Nobody can sign in here yet: see docs/accounts.md for the first start.')
      }
      const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (bearer !== undefined) return actorOfKey(request, bearer)
      return actorOfSession(request, reply)
    },
  }

  async function actorOfKey(request: FastifyRequest, text: string): Promise<Actor> {
    if (timingSafeEqual(digest(text), token)) {
      request.provedAs = { userId: deps.owner.userId }
      return { ...deps.owner, scope: 'read' }
    }
    const key = await keyOfHash(digest(text).toString('base64url'))
    const scope = key && scopeOf(key.permissions)
    if (!scope) throw notSignedIn('This key is not good, or not any more: make a new one in your account.')
    const isNoted = key.lastUsedAt !== null && Date.now() - key.lastUsedAt.getTime() < 60_000
    if (!isNoted)
      void noteUse(deps.db, key.id).catch((error: unknown) =>
        deps.log.debug({ err: error }, 'the use of a key was not noted'),
      )
    request.provedAs = { userId: key.userId, keyId: key.id }
    if (wantsTwo(key.role) && !key.hasSecondFactor)
      throw factorMissing('This key stands still until its person has set up codes or a passkey.')
    return { userId: key.userId, roles: [key.role], scope }
  }

  async function actorOfSession(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    const session = (await sessionOf(request)) ?? (await renewedSession(request, reply))
    if (session !== null) {
      const { userId, role } = session
      request.sessionId = session.id
      request.provedAs = { userId }
      wantCsrf(request, reply, session.token)
      // Codes are asked for after every password, and switching them on ends what came in without.
      if (wantsTwo(role) && !session.wantsCode && !session.byPasskey) await refuseOneFactor(request, userId)
      return { userId, roles: [role] }
    }
    throw notSignedIn('Sign in first, or send a key: "Authorization: Bearer ds_…".')
  }

  /** What is asked for from now on needs the token; who has another one, or none yet, is given it. */
  function wantCsrf(request: FastifyRequest, reply: FastifyReply, sessionToken: string): void {
    const tokens = csrfTokensOf(sessionToken, deps.secrets)
    const [newest = ''] = tokens
    request.csrfTokens = tokens
    const pair = `${csrfCookieName(auth.origin())}=${newest}`
    if (request.headers.cookie?.split('; ').includes(pair) !== true)
      reply.header('set-cookie', csrfCookie(auth.origin(), newest))
  }

  /**
   * By a question of our own: asked by the library, each request costs more than most answers. What it does beside, once
   * a day and where a session is over, is left to it.
   */
  async function sessionOf({ headers: { cookie } }: FastifyRequest): Promise<FoundSession | null> {
    if (cookie === undefined) return null
    const origin = auth.origin()
    const token = signedCookie(cookie, sessionCookieName(origin), deps.secrets.derived('accounts'))
    const found = token === null ? null : await sessionOfToken(token)
    if (found === null || token === null) return null
    const isBrief = cookie.includes(`${briefCookieName(origin)}=`)
    return isBrief || found.leftS > (sessionDays - 1) * secondsPerDay ? { ...found, token } : null
  }

  async function renewedSession(request: FastifyRequest, reply: FastifyReply): Promise<FoundSession | null> {
    const asker = askerOf(request)
    if (asker.cookie?.includes(sessionCookieName(auth.origin())) !== true) return null
    const answer = await auth.ask(asker, '/get-session', { method: 'GET' })
    if (answer.cookies.length > 0) reply.header('set-cookie', answer.cookies)
    const found = sessionAnswerSchema.parse(answer.body)
    // The library knows nothing of people who are shut out.
    if (found === null || !(await maySignIn(deps.db, found.user.id))) return null
    const { session, user } = found
    const name = sessionCookieName(auth.origin())
    const token = signedCookie(asker.cookie, name, deps.secrets.derived('accounts')) ?? ''
    return { ...session, token, userId: user.id, role: user.role, wantsCode: user.twoFactorEnabled }
  }

  function wantsTwo(role: AccountRole): boolean {
    if (deps.secondFactorOf === 'admins') return role === 'owner' || role === 'admin'
    return deps.secondFactorOf === 'everybody'
  }

  /** Who has a passkey and came in by the password alone adds no factor of their own: it may be somebody else. */
  async function refuseOneFactor({ routeOptions }: FastifyRequest, userId: number): Promise<void> {
    if (await hasPasskey(deps.db, asProgram(userId)))
      throw new AppError({
        code: 'passkey-wanted',
        status: 403,
        message:
          'A password is not enough here: sign in with your passkey. Who has lost it asks an admin (deal-scout users reset --factors).',
      })
    if (routeOptions.config.setsUpFactor === true) return
    throw factorMissing(
      'A password is not enough here: first set up codes at /account/second-factor (POST /api/auth/second-factor), or a passkey at /account/passkeys.',
    )
  }
}

const isUnproved = ({ sessionId, keyId, isSteady }: LetIn) =>
  sessionId === undefined && keyId === undefined && !isSteady

function factorMissing(message: string): AppError {
  return new AppError({ code: 'second-factor-missing', status: 403, message })
}

type FoundSession = Omit<UsedSession, 'leftS'> & { token: string }

export function askerOf({ headers, ip }: FastifyRequest): Asker {
  return { cookie: headers.cookie, userAgent: headers['user-agent'], address: ip }
}

/** Who is signed in and does something about their own way in. */
export interface Own {
  asker: Asker
  userId: Authorized<'self'>
}

export function ownOf(request: FastifyRequest): Own {
  return { asker: askerOf(request), userId: authorized(request.actor, 'self') }
}

/** The most that a key's permissions allow; null of what this program did not write. */
export function scopeOf(permissions: string | null) {
  try {
    const allowed = permissionsSchema.parse(JSON.parse(permissions ?? 'null'))
    return scopes.findLast((scope) => allowed['deal-scout'].includes(scope)) ?? null
  } catch {
    return null
  }
}

function notSignedIn(message: string): AppError {
  return new AppError({ code: 'not-signed-in', status: 401, message })
}

/** As the plugin hashes keys. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address)
}
