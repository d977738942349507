import { asProgram } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import { deleteFactors } from './factor-store.ts'

/** What somebody signed in with, and does no more. */
export interface FactorsTaken {
  codes: boolean
  passkeys: number
}

/** For who lost what they sign in with: whoever has the machine takes it away, and the password is what is left. */
export async function takeFactorsAway({ db }: { db: Db }, accountId: number): Promise<FactorsTaken> {
  return db.transaction((tx) => deleteFactors(tx, asProgram(accountId)))
}
