import { createOTP } from '@better-auth/utils/otp'
import { type SecretConfig, symmetricDecrypt } from 'better-auth/crypto'

/**
 * The codes that somebody's app shows in these half minutes (since 1970), in their order; null where the key is not there
 * that the secret was sealed with. Loads much: for who asks.
 */
export async function appCodes(
  key: string | SecretConfig,
  sealed: string,
  steps: readonly number[],
): Promise<string[] | null> {
  const secret = await symmetricDecrypt({ key, data: sealed }).catch(() => null)
  return secret === null ? null : Promise.all(steps.map((step) => createOTP(secret).hotp(step)))
}
