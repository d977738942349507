import { createHash, randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another: 32 of them. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const [codes, groups, groupLength] = [10, 7, 4]
/** Those of before had four groups, then six. */
const written = /^(?:(?:[a-km-np-z2-9]{4}-?){4}|(?:[a-km-np-z2-9]{4}-?){6,7})$/

/** New codes as they are shown, `abcd-efgh-ijkm-npqr-stuv-wxyz-2345`: 140 bits each, so that a plain hash of one tells nothing. */
export function newRecoveryCodes(): string[] {
  const letter = () => alphabet[randomInt(alphabet.length)]!
  const group = () => Array.from({ length: groupLength }, letter).join('')
  return Array.from({ length: codes }, () => Array.from({ length: groups }, group).join('-'))
}

/** The hash of what somebody typed, whatever the case and what stands between; null where it is no such code. */
export function recoveryHash(typed: string): string | null {
  const code = typed.toLowerCase().replace(/\s/g, '')
  if (!written.test(code)) return null
  return createHash('sha256').update(code.replaceAll('-', '')).digest('base64url')
}

/** How the library stores codes: it hands over new ones, and those that are left as they were stored. */
export const hashedRecoveryCodes = {
  encrypt: async (json: string) => JSON.stringify(listOf(json).map((code) => recoveryHash(code) ?? code)),
  decrypt: async (stored: string) => stored,
}

/** How many are left of those that are stored. */
export const recoveryCodesLeft = (stored: string): number => listOf(stored).length

function listOf(json: string): string[] {
  return JSON.parse(json) as string[]
}
