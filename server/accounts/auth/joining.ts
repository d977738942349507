import { createHash, randomBytes } from 'node:crypto'
import type { AccountRole } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { AppError, conflict, notFound } from '../../core/errors.ts'
import { isInLeakedFile } from '../passwords/leaked-file.ts'
import { isCommon } from '../passwords/passwords.ts'
import { accountByEmail, addAccount, claimOwner, isClaimed } from './account-store.ts'
import type { Auth } from './ask.ts'
import { type AccountLink, addLink, endInvitation, endLinks, openLink, useLink } from './link-store.ts'

/** How an account becomes somebody's: the set-up of an installation, and invitations. */
export interface JoiningDeps {
  db: Db
  clock: Clock
  auth: Auth
  audit: Audit
  baseUrl(): string
  signUp: 'closed' | 'invitation' | 'open'
}

const hourMs = 3_600_000
const setupMs = 24 * hourMs
const invitationMs = 7 * 24 * hourMs

/**
 * A link that makes the owner's account, with all its rows, whose who opens it. For a terminal only: whoever reads it can
 * take the installation over. Those before are worth nothing any more.
 */
export async function setupLink({
  db,
  clock,
  audit,
  baseUrl,
}: Pick<JoiningDeps, 'db' | 'clock' | 'audit' | 'baseUrl'>): Promise<string> {
  if (await isClaimed(db))
    throw conflict(
      'already-set-up',
      'Somebody has set this Deal Scout up. A forgotten password: deal-scout users reset.',
    )
  const { token, tokenHash } = newToken()
  const now = clock.now()
  await db.transaction(async (tx) => {
    await endLinks(tx, 'setup', null)
    const expiresAt = new Date(now.getTime() + setupMs)
    await addLink(tx, { kind: 'setup', email: null, role: null, invitedBy: null, tokenHash, now, expiresAt })
    await audit.note(tx, { what: 'setup-link-made', person: null })
  })
  return `${baseUrl()}/account/setup/${token}`
}

/** A link by which somebody makes an account of their own, with this e-mail and role. */
export async function invite(
  { db, clock, audit, baseUrl, signUp }: Omit<JoiningDeps, 'auth'>,
  by: number | null,
  { email, role }: { email: string; role: AccountRole },
): Promise<{ url: string; expiresAt: Date }> {
  if (signUp === 'closed')
    throw new AppError({
      code: 'sign-up-closed',
      status: 403,
      message: 'DEAL_SCOUT_SIGN_UP is "closed": nobody new comes.',
    })
  if (!(await isClaimed(db)))
    throw conflict(
      'not-set-up',
      'First somebody has to be the owner: open the link of deal-scout setup-link.',
    )
  if ((await accountByEmail(db, email)) !== null)
    throw conflict('account-exists', `${email} has an account already.`)
  const { token, tokenHash } = newToken()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + invitationMs)
  await db.transaction(async (tx) => {
    const replaced = await endLinks(tx, 'invitation', email)
    const link = { kind: 'invitation', email, role, invitedBy: by, tokenHash, now, expiresAt } as const
    const target = ['invitation', await addLink(tx, link)] as const
    await audit.note(tx, { what: 'invitation-made', person: by, target, details: { role, replaced } })
  })
  return { url: `${baseUrl()}/account/invitation/${token}`, expiresAt }
}

/** Takes an invitation back before it was used. */
export async function takeBack({ db, audit }: Pick<JoiningDeps, 'db' | 'audit'>, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await endInvitation(tx, id))) throw notFound('invitation')
    await audit.note(tx, { what: 'invitation-ended', person: null, target: ['invitation', id] })
  })
}

/** What a link is good for; throws where it is not, whatever the reason. */
export async function linkOf(
  { db, clock }: Pick<JoiningDeps, 'db' | 'clock'>,
  kind: AccountLink['kind'],
  token: string,
): Promise<AccountLink> {
  const link = await openLink(db, hashOf(token), clock.now())
  if (link?.kind !== kind) throw notGood()
  return link
}

export interface Joining {
  token: string
  name?: string | undefined
  password: string
}

/** Makes the owner's account the caller's, once. */
export async function claim(
  deps: JoiningDeps,
  { token, email, name, password }: Joining & { email: string },
) {
  await linkOf(deps, 'setup', token)
  const hash = await hashed(deps, password, [email, name])
  await deps.db.transaction(async (tx) => {
    const link = await useLink(tx, hashOf(token), deps.clock.now())
    if (link?.kind !== 'setup') throw notGood()
    const owner = await claimOwner(tx, { email, name, hash })
    if (owner === null) throw notGood()
    await deps.audit.note(tx, { what: 'claimed', person: owner, actor: owner, target: ['account', owner] })
  })
  return email
}

/** Makes the account that somebody was invited to; resolves with its e-mail, which is that of the invitation. */
export async function join(deps: JoiningDeps, { token, name, password }: Joining): Promise<string> {
  const { email } = await linkOf(deps, 'invitation', token)
  const hash = await hashed(deps, password, [email ?? '', name])
  return deps.db.transaction(async (tx) => {
    const link = await useLink(tx, hashOf(token), deps.clock.now())
    if (link?.kind !== 'invitation' || link.email === null || link.role === null) throw notGood()
    const named = name?.trim() || link.email.split('@')[0]!
    const made = await addAccount(tx, { email: link.email, name: named, role: link.role, hash })
    if (made === null) throw conflict('account-exists', `${link.email} has an account already: sign in.`)
    await deps.audit.note(tx, {
      ...{ what: 'invitation-used', person: made, actor: made, target: ['invitation', link.id] },
      details: { role: link.role },
    })
    return link.email
  })
}

/** The hash of a new password of somebody, which must not be their e-mail or name. */
export async function hashed(
  { auth }: Pick<JoiningDeps, 'auth'>,
  password: string,
  own: readonly (string | undefined)[],
): Promise<string> {
  await refuseGuessable(auth, password, own)
  const { $context } = await auth.library()
  return (await $context).password.hash(password)
}

export async function refuseGuessable(
  { leakedPasswordsFile }: Pick<Auth, 'leakedPasswordsFile'>,
  password: string,
  own: readonly (string | undefined | null)[],
): Promise<void> {
  const folded = password.toLowerCase()
  const isOwn = own
    .flatMap((text) => [text ?? '', (text ?? '').split('@')[0]!])
    .some(
      (text) => text.length >= 4 && folded.includes(text.toLowerCase()) && text.length > folded.length / 2,
    )
  const problem = isOwn
    ? 'is mostly your e-mail or name: take another'
    : (await isCommon(password))
      ? 'is one that everybody tries first: take another'
      : leakedPasswordsFile !== undefined && (await isInLeakedFile(leakedPasswordsFile, password))
        ? 'was in a leak: take another'
        : null
  if (problem === null) return
  throw new AppError({
    code: 'password-guessable',
    status: 422,
    message: `The password ${problem}.`,
    fields: { password: problem },
  })
}

function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token) }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function notGood(): AppError {
  return new AppError({
    code: 'link-not-good',
    status: 404,
    message:
      'This link is not good any more: it was used, replaced by a newer one, or is too old. Ask for a new one.',
  })
}
