import { type Authorized, asProgram, type Right } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Db, Tx } from '../../core/db.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { accountById, holdAccounts, type StoredAccount } from '../auth/account-store.ts'
import { refuseLastAdmin } from '../auth/people.ts'
import type { Profiles } from '../profiles.ts'
import { deleteOwnRows, forgetJobsOf, holdWhole } from './own-store.ts'
import { ownTables, unexportedTables } from './own-tables.ts'

export interface DeletionDeps {
  db: Db
  profiles: Pick<Profiles, 'forget'>
  audit: Audit
  /** Ends in the transaction what other things follow: sources, rules, personal listings. */
  endPerson(tx: Tx, userId: Authorized<Right>): Promise<void>
  /** What the audit log has of them stays, without where they were. */
  forgetWhereabouts(tx: Tx, userId: Authorized<Right>): Promise<void>
}

/** Throws where this account has to stay: that of the owner, and of the last admin who can sign in. */
export async function refuseDeletion(tx: Tx, account: StoredAccount): Promise<void> {
  if (account.role === 'owner')
    throw conflict(
      'is-owner',
      'The owner of the installation stays its owner: to end it, delete its data folder or database.',
    )
  if (account.role === 'admin') await refuseLastAdmin(tx, account.id)
}

/**
 * Deletes an account and every row that is theirs, all or nothing. What was handed to a channel already arrives; nothing
 * else does. What the market shows to everybody stays, and so does what others have.
 */
export async function deleteAccount(deps: DeletionDeps, accountId: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await holdAccounts(tx)
    const account = await accountById(tx, accountId)
    if (account === null) throw notFound('account')
    await refuseDeletion(tx, account)
    const userId = asProgram(accountId)
    await deps.endPerson(tx, userId)
    await holdWhole(tx, userId)
    await forgetJobsOf(tx, userId)
    // Queues before messages, as everybody else takes them; links know the e-mail, so the account is last.
    const going = ownTables.filter(({ staysBecause }) => staysBecause === undefined)
    for (const table of [...unexportedTables, ...going.toReversed()]) await deleteOwnRows(tx, userId, table)
    await deps.audit.note(tx, { what: 'account-deleted', person: accountId, target: ['account', accountId] })
    await deps.forgetWhereabouts(tx, userId)
    tx.afterCommit(() => deps.profiles.forget())
  })
}
