import encodeQR from 'qr'
import type { Authorized } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import { endOtherSessions } from '../auth/account-store.ts'
import { knownProblem } from '../auth/known-problems.ts'
import { ownTry, provePassword, type SigningDeps, tried } from '../auth/signing.ts'
import type { Own } from '../auth/who-asks.ts'
import { codeTry, takeCode } from './codes.ts'
import { factorOf, setAfterPasskey } from './factor-store.ts'
import { recoveryCodesLeft, recoveryHash } from './recovery-codes.ts'

/** What an app takes, in three ways, and the codes for when it is lost: shown once. */
export interface NewFactor {
  /** Base32, to be typed. */
  secret: string
  /** otpauth:// */
  uri: string
  /** The same as an image, a data: address. */
  qr: string
  recoveryCodes: string[]
}

export interface FactorState {
  on: boolean
  recoveryCodesLeft: number
  afterPasskey: boolean
}

export async function factorState({ db }: { db: Db }, userId: Authorized<'self'>): Promise<FactorState> {
  const factor = await factorOf(db, userId)
  if (factor?.verified !== true) return { on: false, recoveryCodesLeft: 0, afterPasskey: false }
  const left = recoveryCodesLeft(factor.recoveryCodes)
  return { on: true, recoveryCodesLeft: left, afterPasskey: factor.afterPasskey }
}

/** Draws a secret, which counts for nothing before a code of it comes back; one that was not confirmed is forgotten. */
export async function beginFactor(
  deps: SigningDeps,
  { asker, userId }: Own,
  password: string,
): Promise<NewFactor> {
  const { body } = await tried(deps, ownTry(asker, userId), () =>
    deps.auth.ask<{ totpURI: string; backupCodes: string[] }>(asker, '/two-factor/enable', {
      body: { password, method: 'totp' },
    }),
  )
  const { totpURI: uri, backupCodes } = body
  const svg = encodeQR(uri, 'svg', { border: 4 })
  return {
    ...{ uri, secret: new URL(uri).searchParams.get('secret')!, recoveryCodes: backupCodes },
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  }
}

/** Switches it on by a code of the app, and signs out everybody else: they came in without one. */
export async function confirmFactor(
  deps: SigningDeps,
  { asker, userId }: Own,
  { code, sessionId }: { code: string; sessionId: number },
): Promise<string[]> {
  const factor = await factorOf(deps.db, userId)
  if (factor === null) throw knownProblem('TOTP_NOT_ENABLED')
  if (factor.verified) throw knownProblem('TOTP_ALREADY_ENABLED')
  return tried(deps, codeTry(asker, userId), async () => {
    await takeCode(deps, userId, code)
    await endOtherSessions(deps.db, userId, sessionId)
    const { cookies } = await deps.auth.ask(asker, '/two-factor/verify-totp', { body: { code } })
    await deps.audit.note(deps.db, { what: 'codes-on', person: userId, target: ['account', userId] })
    return cookies
  })
}

/** Switches it off: a session that somebody left open is not enough, and neither is the password. */
export async function endFactor(
  deps: SigningDeps,
  { asker, userId }: Own,
  { password, code }: { password: string; code: string },
): Promise<string[]> {
  if (!(await factorState(deps, userId)).on) throw knownProblem('TOTP_NOT_ENABLED')
  await provePassword(deps, asker, userId, password)
  await tried(deps, codeTry(asker, userId), async () => {
    const recovery = recoveryHash(code)
    if (recovery === null) return takeCode(deps, userId, code)
    const body = { code: recovery, disableSession: true }
    await deps.auth.ask(asker, '/two-factor/verify-backup-code', { body })
  })
  const { cookies } = await deps.auth.ask(asker, '/two-factor/disable', { body: { password } })
  await deps.audit.note(deps.db, { what: 'codes-off', person: userId, target: ['account', userId] })
  return cookies
}

/** New recovery codes, shown once; those before are good for nothing. */
export async function renewRecoveryCodes(
  deps: SigningDeps,
  { asker, userId }: Own,
  password: string,
): Promise<string[]> {
  if (!(await factorState(deps, userId)).on) throw knownProblem('TOTP_NOT_ENABLED')
  const { body } = await tried(deps, ownTry(asker, userId), () =>
    deps.auth.ask<{ backupCodes: string[] }>(asker, '/two-factor/generate-backup-codes', {
      body: { password },
    }),
  )
  const target = ['account', userId] as const
  await deps.audit.note(deps.db, { what: 'recovery-codes-renewed', person: userId, target })
  return body.backupCodes
}

/** Whether a passkey, which has asked for a PIN, a finger or a face, is to be followed by a code. */
export async function chooseAfterPasskey(
  deps: SigningDeps,
  { asker, userId }: Own,
  { password, afterPasskey }: { password: string; afterPasskey: boolean },
): Promise<FactorState> {
  await provePassword(deps, asker, userId, password)
  await deps.db.transaction(async (tx) => {
    if (!(await setAfterPasskey(tx, userId, afterPasskey))) throw knownProblem('TOTP_NOT_ENABLED')
    const about = { person: userId, target: ['account', userId] } as const
    await deps.audit.note(tx, { ...about, what: 'codes-after-passkey', details: { wanted: afterPasskey } })
  })
  return factorState(deps, userId)
}
