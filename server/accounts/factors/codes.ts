import { timingSafeEqual } from 'node:crypto'
import type { Authorized } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import { AppError, conflict } from '../../core/errors.ts'
import type { Asker, Auth } from '../auth/ask.ts'
import { knownProblem } from '../auth/known-problems.ts'
import type { Attempt } from '../auth/lockout.ts'
import { factorOf, takeStep } from './factor-store.ts'

export interface CodeDeps {
  db: Db
  auth: Auth
}

const stepMs = 30_000

/**
 * Throws where this is not the code that the person's app shows now, each for its half minute; or where it was taken before.
 * The library takes those of the half minutes around it too, and again and again, so it is asked after this.
 */
export async function takeCode(deps: CodeDeps, userId: Authorized<'self'>, code: string): Promise<void> {
  const factor = await factorOf(deps.db, userId)
  if (factor === null) throw knownProblem('TOTP_NOT_ENABLED')
  // The library looks at it again, and knows no other clock.
  const now = Math.floor(Date.now() / stepMs)
  const steps = [now, now - 1, now + 1]
  const { appCodes } = await import('./app-codes.ts')
  const codes = await appCodes(
    (await (await deps.auth.library()).$context).secretConfig,
    factor.secret,
    steps,
  )
  if (codes === null) throw closed()
  const [isNow, isOver, isEarly] = codes.map((expected) => isSame(expected, code))
  if (isNow && (await takeStep(deps.db, userId, now))) return
  if (isOver) throw wrong('This code has just ended: give the one that your app shows now.')
  if (isEarly)
    throw wrong(
      'This code is of the next half minute: your device’s clock is ahead. Set it, or wait a moment.',
    )
  throw knownProblem('INVALID_CODE')
}

/** Counted like every wrong code: that one is only just over tells nobody who guesses anything, and gives no try for nothing. */
function wrong(message: string): AppError {
  return new AppError({ code: 'invalid-code', status: 400, message })
}

function closed(): AppError {
  return conflict(
    'second-factor-closed',
    'The program has lost the key to your codes: use a recovery code, or ask an admin (deal-scout users reset --factors).',
  )
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Codes are counted together, wherever they are asked for: there are few of them. */
export function codeTry({ address }: Asker, userId: number): Attempt {
  return { account: `code ${userId}`, address, isCode: true }
}
