import { AppError } from '../../core/errors.ts'
import { codeTry, takeCode } from '../factors/codes.ts'
import { factorOf } from '../factors/factor-store.ts'
import { isFresh, noteProof } from './account-store.ts'
import { knownProblem } from './known-problems.ts'
import { provePassword, type SigningDeps, tried } from './signing.ts'
import type { Own } from './who-asks.ts'

/** Whose it is, with the session that they ask within; none where nobody signs in yet. */
export interface OwnSession extends Own {
  sessionId: number | undefined
}

/** That it is still them: the password, or a code of their app. */
export type Proof = { password: string } | { code: string }

/** Makes the session as good as one that has just begun, for freshMinutes. */
export async function proveAgain(
  deps: SigningDeps,
  { asker, userId, sessionId }: OwnSession,
  proof: Proof,
): Promise<void> {
  if ('password' in proof) await provePassword(deps, asker, userId, proof.password)
  else {
    if ((await factorOf(deps.db, userId))?.verified !== true) throw knownProblem('TOTP_NOT_ENABLED')
    await tried(deps, codeTry(asker, userId), () => takeCode(deps, userId, proof.code))
  }
  if (sessionId !== undefined) await noteProof(deps.db, userId, sessionId)
}

/** Throws where the sign-in, or the last proof, is older than that: a browser that was left open is not enough. */
export async function refuseUnproved(
  { db }: Pick<SigningDeps, 'db'>,
  { userId, sessionId }: Pick<OwnSession, 'userId' | 'sessionId'>,
): Promise<void> {
  if (sessionId === undefined || (await isFresh(db, userId, sessionId))) return
  throw new AppError({
    code: 'session-not-fresh',
    status: 403,
    message:
      'Show again that it is you: sign in anew, or POST /api/auth/prove with your password or a code. It counts for five minutes.',
  })
}
