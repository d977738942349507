import { asProgram } from '../../core/actor.ts'
import type { Asker } from '../auth/ask.ts'
import { knownProblem } from '../auth/known-problems.ts'
import { noteSignIn, type SigningDeps, tried } from '../auth/signing.ts'
import { codeTry, takeCode } from './codes.ts'
import { halfSessionOf, withoutSession } from './half-session.ts'
import { recoveryHash } from './recovery-codes.ts'

/** Makes half a session whole by a code of the app, or by a recovery code, which is used up; the cookies to set. */
export async function signInWithCode(deps: SigningDeps, given: Asker, code: string): Promise<string[]> {
  const asker = withoutSession(deps.auth, given)
  const userId = await halfSessionOf(deps.auth, asker)
  if (userId === null) throw knownProblem('INVALID_TWO_FACTOR_COOKIE')
  return tried(deps, codeTry(asker, userId), async () => {
    const recovery = recoveryHash(code)
    if (recovery === null) await takeCode(deps, asProgram(userId), code)
    const { cookies } = await deps.auth.ask(
      asker,
      recovery === null ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code',
      { body: { code: recovery ?? code } },
    )
    await noteSignIn(deps, userId, recovery === null ? 'code' : 'recovery-code')
    return cookies
  })
}
