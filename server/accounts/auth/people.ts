import { randomBytes } from 'node:crypto'
import type { AccountRole } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { AppError, conflict, notFound } from '../../core/errors.ts'
import {
  accountByEmail,
  accountById,
  allAccounts,
  holdAccounts,
  otherAdmins,
  type StoredAccount,
  setDisabled,
  setRole,
} from './account-store.ts'
import type { JoiningDeps } from './joining.ts'
import { versionOf } from './views.ts'

/** What admins do with accounts, by the API and on the command line. */

/** An account by its id or e-mail, as somebody types it. */
export async function findAccount({ db }: Pick<JoiningDeps, 'db'>, which: string): Promise<StoredAccount> {
  const found = /^\d{1,15}$/.test(which)
    ? await accountById(db, Number(which))
    : await accountByEmail(db, which.trim())
  if (found === null) throw notFound('account')
  return found
}

/** How accounts are called, by their ids. */
export async function namesOfPeople({ db }: Pick<JoiningDeps, 'db'>): Promise<ReadonlyMap<number, string>> {
  return new Map((await allAccounts(db)).map(({ id, name }) => [id, name]))
}

/**
 * Changes what an account may do; the last admin who can sign in stays one. With `ifVersion` only where it still is what
 * was read: of two who change it at once the later is told.
 */
export async function changeAccount(
  { db, clock, audit }: Pick<JoiningDeps, 'db' | 'clock' | 'audit'>,
  id: number,
  change: { role?: AccountRole | undefined; disabled?: boolean | undefined },
  ifVersion?: string,
): Promise<StoredAccount> {
  return db.transaction(async (tx) => {
    await holdAccounts(tx)
    const account = await accountById(tx, id)
    if (account === null) throw notFound('account')
    if (ifVersion !== undefined && ifVersion !== versionOf(account)) throw changedMeanwhile(account)
    const { role = account.role, disabled } = change
    if (account.role === 'owner' && (role !== 'owner' || disabled === true))
      throw conflict(
        'is-owner',
        'The owner of the installation stays its owner: what was there before is theirs.',
      )
    if (account.role !== 'owner' && role === 'owner')
      throw conflict('one-owner', 'There is one owner; make them an admin, who may do the same.')
    const falls = account.role === 'admin' && (role !== 'admin' || disabled === true)
    if (falls) await refuseLastAdmin(tx, id)
    const about = { person: id, target: ['account', id] } as const
    if (role !== account.role) {
      await setRole(tx, id, role)
      await audit.note(tx, { ...about, what: 'role-changed', details: { from: account.role, to: role } })
    }
    if (disabled !== undefined && disabled !== (account.disabledAt !== null)) {
      await setDisabled(tx, id, disabled ? clock.now() : null)
      await audit.note(tx, { ...about, what: disabled ? 'account-disabled' : 'account-enabled' })
    }
    return (await accountById(tx, id))!
  })
}

function changedMeanwhile({ name, role, disabledAt }: StoredAccount) {
  const now =
    disabledAt === null ? `the role is ${role} now` : `the role is ${role}, and the account is suspended now`
  return new AppError({
    ...{ code: 'account-changed', status: 409 },
    params: { name, role, suspended: disabledAt === null ? 0 : 1 },
    message: `Somebody else changed ${name} meanwhile: ${now}. Nothing of yours was changed: look at it, then change it again if it is still wanted.`,
  })
}

/** Throws where nobody else could let people in. */
export async function refuseLastAdmin(tx: Tx, id: number): Promise<void> {
  if ((await otherAdmins(tx, id)) > 0) return
  throw conflict('last-admin', 'This is the last admin who can sign in: make another one first.')
}

const resetMs = 24 * 3_600_000

/** A link by which somebody sets a new password, for a day: to be handed over where no e-mail can be sent. */
export async function resetLink({ db, auth, audit, baseUrl }: JoiningDeps, id: number): Promise<string> {
  const account = await accountById(db, id)
  if (account === null) throw notFound('account')
  if (account.email === null)
    throw conflict('not-set-up', 'Nobody has this account yet: see deal-scout setup-link.')
  const token = randomBytes(18).toString('base64url')
  const { internalAdapter } = await (await auth.library()).$context
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: String(id),
    expiresAt: new Date(Date.now() + resetMs),
  })
  await audit.note(db, { what: 'password-reset-link-made', person: id, target: ['account', id] })
  return `${baseUrl()}/account/reset/${token}`
}
