import { expect, it } from 'vitest'
import { hashedRecoveryCodes, newRecoveryCodes, recoveryHash } from './recovery-codes.ts'

it('a recovery code has 140 bits, and each that is made is another one', () => {
  const made = Array.from({ length: 200 }, newRecoveryCodes).flat()
  expect(new Set(made).size).toBe(2000)
  for (const code of made) expect(code).toMatch(/^(?:[a-z2-9]{4}-){6}[a-z2-9]{4}$/)
  const signs = new Set(made.join('').replaceAll('-', ''))
  expect(signs.size).toBe(32)
  expect(28 * Math.log2(signs.size)).toBe(140)
  // None is taken for another when it is written by hand.
  for (const sign of 'lo01') expect(signs).not.toContain(sign)
})

it('a code is stored as a hash, and known again however it is typed', async () => {
  const codes = newRecoveryCodes()
  const stored = JSON.parse(await hashedRecoveryCodes.encrypt(JSON.stringify(codes))) as string[]
  expect(stored).toEqual(codes.map((code) => recoveryHash(code)))
  for (const [at, code] of codes.entries()) {
    expect(stored[at]).toMatch(/^[\w-]{43}$/)
    for (const typed of [code.toUpperCase(), code.replaceAll('-', ''), code.replaceAll('-', ' ')])
      expect(recoveryHash(typed)).toBe(stored[at])
  }
})

it('a code of four or six groups, as they were before, is one still; a piece of one is none', () => {
  for (const old of ['abcd-efgh-ijkm-npqr', 'abcd-efgh-ijkm-npqr-stuv-wxyz'])
    expect(recoveryHash(old)).toMatch(/^[\w-]{43}$/)
  const [code] = newRecoveryCodes()
  for (const none of ['', 'abcd-efgh-ijkm', `${code}-abcd`, code!.slice(0, -1), code!.replace(/^./, '0')])
    expect(recoveryHash(none)).toBeNull()
})
