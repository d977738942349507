import type { Authorized } from '../../core/actor.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import { accountById } from './account-store.ts'
import type { Asker, Auth } from './ask.ts'
import { refuseGuessable } from './joining.ts'
import { beginTry, endTry } from './lockout.ts'

/** Ways in and out, and the tries that are counted; what comes of it is cookies to set. */
export interface SigningDeps {
  db: Db
  clock: Clock
  auth: Auth
}

export async function signIn(
  deps: SigningDeps,
  asker: Asker,
  { email, password, remember = true }: { email: string; password: string; remember?: boolean },
): Promise<string[]> {
  const { cookies } = await tried(deps, asker, email, () =>
    deps.auth.ask(asker, '/sign-in/email', {
      body: { email, password, rememberMe: remember },
    }),
  )
  return cookies
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
  const { cookies } = await tried(deps, asker, `own ${userId}`, () =>
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
  await tried(deps, asker, `own ${userId}`, async () => {
    const { $context } = await deps.auth.library()
    const { internalAdapter, password: passwords } = await $context
    const hash = (await internalAdapter.findCredentialAccount(String(userId)))?.password
    if (typeof hash === 'string' && (await passwords.verify({ hash, password }))) return
    throw new AppError({ code: 'invalid-password', status: 400, message: 'The password is wrong.' })
  })
}

/** Counts a try before it is made, and takes it back where it did not fail. */
async function tried<T>(
  { db, clock }: SigningDeps,
  asker: Asker,
  account: string,
  run: () => Promise<T>,
): Promise<T> {
  const attempt = { account, address: asker.address }
  await beginTry(db, attempt, clock.now())
  const answer = await run()
  await endTry(db, attempt)
  return answer
}
