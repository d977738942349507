import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimedHouse, goodPassword, type House } from './test-kit.ts'

let house: House
let count = 0
beforeAll(async () => {
  house = await claimedHouse({ env: { RATE_LIMIT_STRICT: '0' } })
}, 180_000)
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
