import { asProgram } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { deleteFactors } from './factor-store.ts'

/** What somebody signed in with, and does no more. */
export interface FactorsTaken {
  codes: boolean
  passkeys: number
}

/** For who lost what they sign in with: whoever has the machine takes it away, and the password is what is left. */
export async function takeFactorsAway(
  { db, audit }: { db: Db; audit: Audit },
  accountId: number,
): Promise<FactorsTaken> {
  return db.transaction(async (tx) => {
    const { codes, passkeys } = await deleteFactors(tx, asProgram(accountId))
    const about = { person: accountId, target: ['account', accountId] } as const
    await audit.note(tx, { ...about, what: 'factors-taken-away', details: { codes, passkeys } })
    return { codes, passkeys }
  })
}
