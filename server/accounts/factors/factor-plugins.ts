import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { halfSession } from '../auth/session-cookie.ts'
import { codeAfterPasskey } from './code-after-passkey.ts'
import { hashedRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts'

/** What the program keeps of factors that the library does not. */
export interface FactorHooks {
  /** A passkey was shown, and holds. */
  passkeyUsed(credentialId: string): Promise<void>
  wantsCodeAfterPasskey(userId: number): Promise<boolean>
}

/** `origin`: where people reach the program; passkeys are for its host, whatever a request says of where it went. */
export function factorPlugins(origin: string, hooks: FactorHooks) {
  return [
    twoFactor({
      issuer: 'Deal Scout',
      // Tries are counted with those of passwords: see lockout.ts.
      accountLockout: { enabled: false },
      twoFactorCookieMaxAge: halfSession.maxAgeS,
      backupCodeOptions: {
        customBackupCodesGenerate: newRecoveryCodes,
        storeBackupCodes: hashedRecoveryCodes,
      },
      schema: { twoFactor: { fields: { backupCodes: 'recoveryCodes' } } },
    }),
    passkey({
      rpID: new URL(origin).hostname,
      rpName: 'Deal Scout',
      origin,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
      schema: { passkey: { fields: { credentialID: 'credentialId' } } },
      // The library asks devices for it, and takes answers without.
      registration: {
        afterVerification: async ({ verification }) => {
          refuseUnverified(verification.registrationInfo?.userVerified)
        },
      },
      authentication: {
        afterVerification: async ({ verification }) => {
          refuseUnverified(verification.authenticationInfo.userVerified)
          await hooks.passkeyUsed(verification.authenticationInfo.credentialID)
        },
      },
    }),
    codeAfterPasskey(hooks.wantsCodeAfterPasskey),
  ] as const
}

/** Throws where the device did not ask for its PIN, a finger or a face. */
function refuseUnverified(verified: boolean | undefined): void {
  if (verified !== true) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' })
}
