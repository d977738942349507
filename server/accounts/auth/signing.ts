import type { Authorized } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { AppError, notFound } from '../../core/errors.ts'
import type { Secrets } from '../../core/secrets.ts'
import {
  accountByEmail,
  accountById,
  endSession as endOne,
  endOtherSessions as endOthers,
} from './account-store.ts'
import type { Answer, Asker, Auth } from './ask.ts'
import { refuseGuessable } from './joining.ts'
import { type Attempt, beginTry, endTry } from './lockout.ts'

/** Ways in and out, and the tries that are counted; what comes of it is cookies to set. */
export interface SigningDeps {
  db: Db
  clock: Clock
  auth: Auth
  audit: Audit
  secrets: Pick<Secrets, 'sign'>
}

/** What a sign-in comes to: a session, or half a one, for which a code is still wanted. */
export interface SignedIn {
  cookies: string[]
  wantsCode: boolean
}

export async function signIn(
  deps: SigningDeps,
  asker: Asker,
  { email, password, remember = true }: { email: string; password: string; remember?: boolean },
): Promise<SignedIn> {
  const answer = await tried(deps, { account: email, address: asker.address }, () =>
    deps.auth.ask<SignInAnswer>(asker, '/sign-in/email', { body: { email, password, rememberMe: remember } }),
  )
  return notedSignIn(deps, answer, 'password')
}

/** What the library answers to a way in: whose session it is, or that a code is still wanted. */
export type SignInAnswer = { twoFactorRedirect?: boolean; user?: { id: string | number } } | null

/** Notes that somebody is in, unless a code is still wanted. */
export async function notedSignIn(
  deps: Pick<SigningDeps, 'db' | 'audit'>,
  { body, cookies }: Answer<SignInAnswer>,
  by: string,
): Promise<SignedIn> {
  const wantsCode = body?.twoFactorRedirect === true
  if (!wantsCode && body?.user !== undefined) await noteSignIn(deps, Number(body.user.id), by)
  return { cookies, wantsCode }
}

/** Whatever somebody signs in by: notes that they are in. */
export async function noteSignIn(
  { db, audit }: Pick<SigningDeps, 'db' | 'audit'>,
  userId: number,
  by: string,
): Promise<void> {
  const target = ['account', userId] as const
  await audit.note(db, { what: 'signed-in', person: userId, actor: userId, target, details: { by } })
}

export async function signOut({ auth }: SigningDeps, asker: Asker): Promise<string[]> {
  return (await auth.ask(asker, '/sign-out')).cookies
}

/** The same answer, in the same time, whether somebody has this e-mail or not. */
export async function askReset({ auth }: SigningDeps, asker: Asker, email: string): Promise<void> {
  await auth.ask(asker, '/request-password-reset', { body: { email } })
}

/** Sets a new password by the link that was sent; whoever was signed in is signed out. */
export async function reset(
  { auth }: SigningDeps,
  asker: Asker,
  { token, password }: { token: string; password: string },
): Promise<void> {
  await refuseGuessable(auth, password, [])
  await auth.ask(asker, '/reset-password', { body: { token, newPassword: password } })
}

export async function signUp(
  { auth }: SigningDeps,
  asker: Asker,
  body: { name: string; email: string; password: string },
): Promise<void> {
  await refuseGuessable(auth, body.password, [body.email, body.name])
  await auth.ask(asker, '/sign-up/email', { body })
}

/** Takes the token that was sent to an e-mail: it is theirs. */
export async function verifyEmail({ auth }: SigningDeps, asker: Asker, token: string): Promise<void> {
  await auth.ask(asker, '/verify-email', { method: 'GET', query: { token } })
}

/** Changes the password of who is signed in, and signs out everybody else who was. */
export async function changePassword(
  deps: SigningDeps,
  asker: Asker,
  userId: Authorized<'self'>,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<string[]> {
  const account = await accountById(deps.db, userId)
  await refuseGuessable(deps.auth, newPassword, [account?.email, account?.name])
  const { cookies } = await tried(deps, ownTry(asker, userId), () =>
    deps.auth.ask(asker, '/change-password', {
      body: { currentPassword: password, newPassword, revokeOtherSessions: true },
    }),
  )
  await deps.audit.note(deps.db, { what: 'password-changed', person: userId, target: ['account', userId] })
  return cookies
}

/** Sends a link to the new e-mail; nothing changes before it is opened. */
export async function changeEmail(
  deps: SigningDeps,
  asker: Asker,
  userId: Authorized<'self'>,
  { password, newEmail }: { password: string; newEmail: string },
): Promise<void> {
  await provePassword(deps, asker, userId, password)
  await deps.auth.ask(asker, '/change-email', { body: { newEmail } })
  await deps.audit.note(deps.db, { what: 'email-change-asked', person: userId, target: ['account', userId] })
}

/** Throws where it is not the password of who is signed in. */
export async function provePassword(
  deps: SigningDeps,
  asker: Asker,
  userId: Authorized<'self'>,
  password: string,
): Promise<void> {
  await tried(deps, ownTry(asker, userId), async () => {
    const { $context } = await deps.auth.library()
    const { internalAdapter, password: passwords } = await $context
    const hash = (await internalAdapter.findCredentialAccount(String(userId)))?.password
    if (typeof hash === 'string' && (await passwords.verify({ hash, password }))) return
    throw new AppError({ code: 'invalid-password', status: 400, message: 'The password is wrong.' })
  })
}

/** The password of who is signed in, given again. */
export function ownTry({ address }: Asker, userId: Authorized<'self'>): Attempt {
  return { account: `own ${userId}`, address }
}

/** Counts a try before it is made, and takes it back where it did not fail. */
export async function tried<T>(
  deps: Pick<SigningDeps, 'db' | 'clock' | 'audit' | 'secrets'>,
  attempt: Attempt,
  run: () => Promise<T>,
): Promise<T> {
  let answer: T
  try {
    await beginTry(deps.db, attempt, deps.clock.now())
    answer = await run()
  } catch (error) {
    if (error instanceof AppError) await noteFailure(deps, attempt.account, error.code)
    throw error
  }
  await endTry(deps.db, attempt)
  return answer
}

/** Of an e-mail that nobody has here stays what only this installation can make of it. */
async function noteFailure(
  { db, audit, secrets }: Pick<SigningDeps, 'db' | 'audit' | 'secrets'>,
  account: string,
  code: string,
): Promise<void> {
  const isLocked = code === 'too-many-tries'
  const [, kind, own] = /^(own|code) (\d+)$/.exec(account) ?? []
  if (own !== undefined) {
    const about = { person: Number(own), target: ['account', own] } as const
    const what = kind === 'own' ? 'password-wrong' : 'code-wrong'
    if (isLocked) await audit.note(db, { ...about, what: 'sign-in-locked' })
    else await audit.note(db, { ...about, what, details: { code } })
    return
  }
  const person = (await accountByEmail(db, account.trim()))?.id ?? null
  const about = { person, ...(person !== null && { target: ['account', person] as const }) }
  const tried = secrets.sign(account.trim().toLowerCase(), 'audit').slice(0, 12)
  const whose = person === null ? { tried } : {}
  if (isLocked) await audit.note(db, { ...about, what: 'sign-in-locked', details: whose })
  else await audit.note(db, { ...about, what: 'sign-in-failed', details: { code, ...whose } })
}

/** Ends a session of this person; not-found where there is none. */
export async function endSession(
  { db, audit }: SigningDeps,
  userId: Authorized<'self'>,
  id: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await endOne(tx, userId, id))) throw notFound('session')
    await audit.note(tx, { what: 'session-ended', person: userId, target: ['session', id] })
  })
}

/** Ends all sessions of this person but one. */
export async function endOtherSessions(
  { db, audit }: SigningDeps,
  userId: Authorized<'self'>,
  but: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    const count = await endOthers(tx, userId, but)
    await audit.note(tx, { what: 'sessions-ended', person: userId, details: { count } })
  })
}
