import type { Authorized } from '../../core/actor.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import { accountById } from './account-store.ts'
import type { Answer, Asker, Auth } from './ask.ts'
import { refuseGuessable } from './joining.ts'
import { type Attempt, beginTry, endTry } from './lockout.ts'

/** Ways in and out, and the tries that are counted; what comes of it is cookies to set. */
export interface SigningDeps {
  db: Db
  clock: Clock
  auth: Auth
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
  return tried(deps, { account: email, address: asker.address }, async () =>
    signedIn(
      await deps.auth.ask(asker, '/sign-in/email', { body: { email, password, rememberMe: remember } }),
    ),
  )
}

/** Of what the library answered to a way in. */
export function signedIn({ body, cookies }: Answer<{ twoFactorRedirect?: boolean } | null>): SignedIn {
  return { cookies, wantsCode: body?.twoFactorRedirect === true }
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
  await refuseGuessable(password, [])
  await auth.ask(asker, '/reset-password', { body: { token, newPassword: password } })
}

export async function signUp(
  { auth }: SigningDeps,
  asker: Asker,
  body: { name: string; email: string; password: string },
): Promise<void> {
  await refuseGuessable(body.password, [body.email, body.name])
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
  await refuseGuessable(newPassword, [account?.email, account?.name])
  const { cookies } = await tried(deps, ownTry(asker, userId), () =>
    deps.auth.ask(asker, '/change-password', {
      body: { currentPassword: password, newPassword, revokeOtherSessions: true },
    }),
  )
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
  { db, clock }: Pick<SigningDeps, 'db' | 'clock'>,
  attempt: Attempt,
  run: () => Promise<T>,
): Promise<T> {
  await beginTry(db, attempt, clock.now())
  const answer = await run()
  await endTry(db, attempt)
  return answer
}
