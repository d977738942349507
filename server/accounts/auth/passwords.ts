import { z } from 'zod'

/** In characters as JavaScript counts them. */
export const passwordLength = { min: 12, max: 128 }

/** A new password by its length, which is all that is asked of it besides not being guessed: see isCommon(). */
export const newPassword = z
  .string()
  .min(
    passwordLength.min,
    `is too short: take ${passwordLength.min} characters or more, a few words for example`,
  )
  .max(passwordLength.max, `is too long: ${passwordLength.max} characters at the most`)

/** Of a sign-in: whatever was set once. */
export const givenPassword = z.string().min(1).max(passwordLength.max)

/**
 * Whether it is one of the 49,000 that leaks are full of (@zxcvbn-ts/language-common), also with what people put around a
 * word to make it pass, or a repetition, or the product's name.
 */
export async function isCommon(password: string): Promise<boolean> {
  const folded = password.toLowerCase()
  if (/^(.{1,6})\1+.{0,5}$/.test(folded) || folded.replace(/[^a-z]/g, '') === 'dealscout') return true
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const known = dictionary['passwords-common'] as readonly string[]
  const core = folded.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  return known.some((one) => one === folded || (one === core && core.length >= folded.length / 2))
}
