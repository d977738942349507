import { scryptSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './passwords/password-hash.ts'
import { claimedHouse, goodPassword, type House } from './test-kit.ts'

let house: House
let count = 0
beforeAll(async () => {
  house = await claimedHouse({ env: { RATE_LIMIT_STRICT: '0' } })
})
afterAll(() => house[Symbol.asyncDispose]())

/** Somebody new, who sets this password in the place of the one that they had. */
async function withPassword(newPassword: string) {
  const email = `p${++count}@example.com`
  const person = await house.member(email)
  const set = await person.call('POST', '/api/auth/password', { password: goodPassword, newPassword })
  return { email, set }
}
const signIn = (email: string, password: string) =>
  house.visitor().call('POST', '/api/auth/sign-in', { email, password })

describe('a new password', () => {
  it.each(['x7q!x9zvk%R', 'seven quick'])('of fewer than 12 characters is refused: %s', async (password) => {
    expect((await withPassword(password)).set).toMatchObject({ status: 422 })
  })

  it.each([
    'qzvkwmtrplxd',
    '749318250617',
    '~!@#$^&*()_+=',
    'три тихих цапли',
    '🦢🦆🐧🐔🐦🦉🦅🦜🦃🐓🦩🦚',
    'h'.concat('erons and storks '.repeat(7)),
  ])('of any kind of characters is taken, with no rule of which: %s', async (password) => {
    const { email, set } = await withPassword(password)
    expect([set.status, set.body]).toEqual([204, ''])
    expect((await signIn(email, password)).status).toBe(204)
  })

  it('counts as it was set, to the last character: of another case, with a blank less or cut short it is wrong', async () => {
    const password = ` Seven Quiet Herons by the ${'long '.repeat(15)}Lake `
    const { email, set } = await withPassword(password)
    expect([set.status, password.length]).toEqual([204, 107])
    for (const wrong of [
      password.toLowerCase(),
      password.trim(),
      password.slice(0, -1),
      password.slice(0, 72),
    ])
      expect((await signIn(email, wrong)).status).toBe(401)
    expect((await signIn(email, password)).status).toBe(204)
  })

  it.each([
    ['deal-scout-2026!', 'the product'],
    ['DealScout...1234', 'the product'],
    ['pelican-watcher1', 'the e-mail'],
    ['Odile Vandersteen', 'the name'],
  ])('%s is refused, being mostly %s', async (password) => {
    const person = await house.member(`pelican-watcher@host${++count}.example.com`)
    await house.test.app.db.query(
      `UPDATE users SET name = 'Odile Vandersteen' WHERE email LIKE 'pelican-watcher@%'`,
    )
    const answer = await person.call('POST', '/api/auth/password', {
      password: goodPassword,
      newPassword: password,
    })
    expect(answer.body).toMatchObject({ status: 422, code: 'password-guessable' })
  })

  it('stays good however old it is', async () => {
    const password = 'eleven old herons'
    const { email } = await withPassword(password)
    await house.test.app.db.query(
      `UPDATE credentials SET created_at = now() - interval '20 years', updated_at = now() - interval '20 years'`,
    )
    expect((await signIn(email, password)).status).toBe(204)
  })
})

describe('what is kept of a password', () => {
  it('is a hash that takes as long as is recommended, with a salt of its own', async () => {
    await using guarded = await claimedHouse({ overrides: { passwordCost: undefined } })
    const { rows } = await guarded.test.app.db.query<{ password: string }>('SELECT password FROM credentials')
    expect(rows[0]!.password).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{86}$/)
    const [one, two] = await Promise.all([hashPassword('same herons'), hashPassword('same herons')])
    expect(one!.split('$').slice(0, 3)).toEqual(two!.split('$').slice(0, 3))
    expect(one!.split('$')[3]).not.toBe(two!.split('$')[3])
    // By Node itself, with the figures that it names.
    const [, , , salt, key] = one!.split('$')
    const again = scryptSync('same herons', salt!, 64, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 27 })
    expect(again.toString('base64url')).toBe(key)
  })

  it('is of that password alone, and of no other text is one', async () => {
    const hash = await hashPassword('fiancée herons')
    expect(await verifyPassword({ hash, password: 'fiancée herons' })).toBe(true)
    expect(await verifyPassword({ hash, password: 'fiance\u0301e herons' })).toBe(true)
    for (const password of ['fiancee herons', 'Fiancée herons', 'fiancée herons ', ''])
      expect(await verifyPassword({ hash, password })).toBe(false)
    const changed = hash.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
    for (const bad of [changed, '', 'no hash', hash.slice(0, -1), hash.replace('ln=15', 'ln=99'), `${hash}x`])
      expect(await verifyPassword({ hash: bad, password: 'fiancée herons' }).catch(() => false)).toBe(false)
  })

  it('of before, as the library hashed it, still lets its person in', async () => {
    const { email } = await withPassword('a password of now')
    const salt = '0123456789abcdef'.repeat(2)
    const key = scryptSync('fourteen old herons', salt, 64, { N: 2 ** 14, r: 16, p: 1, maxmem: 2 ** 26 })
    await house.test.app.db.query(
      'UPDATE credentials SET password = $2 WHERE user_id = (SELECT id FROM users WHERE email = $1)',
      [email, `${salt}:${key.toString('hex')}`],
    )
    expect((await signIn(email, 'fourteen old heron')).status).toBe(401)
    expect((await signIn(email, 'fourteen old herons')).status).toBe(204)
  })
})
