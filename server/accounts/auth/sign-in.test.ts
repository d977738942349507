import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, testApp } from '../../../test/harness/app.ts'
import { claimedHouse, goodPassword, type House, visitor } from '../test-kit.ts'
import { setupLink } from './joining.ts'
import { resetLink } from './people.ts'

const clock = stubClock()
let house: House
beforeAll(async () => {
  house = await claimedHouse({ overrides: { clock } })
})
afterAll(() => house[Symbol.asyncDispose]())

const signIn = (email: string, password = goodPassword) => ({ email, password })
const tokenOf = (url: string) => url.split('/').at(-1)!

describe('before anybody claimed it', () => {
  it('whoever reaches it on this machine is its owner, and the set-up link makes them stay so', async () => {
    await using test = await testApp({ roles: ['api'], overrides: { clock } })
    const somebody = visitor(test.address!)
    const rule = (await somebody.call('POST', '/api/sources/try', {})).status
    expect(rule).toBe(422)
    expect((await somebody.call('GET', '/api/auth/account')).body).toMatchObject({
      role: 'owner',
      email: null,
    })
    const first = await setupLink(test.app.accounts)
    const second = await setupLink(test.app.accounts)
    const body = { email: 'Anna@Example.com', name: 'Anna', password: goodPassword }
    for (const token of [tokenOf(first), 'a'.repeat(43)])
      expect((await somebody.call('POST', '/api/auth/claim', { ...body, token })).body).toMatchObject({
        ...{ status: 404, code: 'link-not-good' },
      })
    const weak = { ...body, token: tokenOf(second), password: 'Password1234!' }
    expect((await somebody.call('POST', '/api/auth/claim', weak)).body).toMatchObject({
      ...{ status: 422, code: 'password-guessable' },
    })
    const page = await somebody.call('GET', `/account/setup/${tokenOf(second)}`)
    expect(page.body).toContain('Set up Deal Scout')
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*script-src-attr 'none'/)
    const two = await Promise.all(
      [somebody, visitor(test.address!)].map((one) =>
        one.call('POST', '/api/auth/claim', { ...body, token: tokenOf(second) }),
      ),
    )
    expect(two.map(({ status }) => status).sort()).toEqual([204, 404])
    expect((await test.call('GET', '/api/rules')).status).toBe(401)
    await expect(setupLink(test.app.accounts)).rejects.toMatchObject({ code: 'already-set-up' })
    const back = visitor(test.address!)
    expect((await back.call('POST', '/api/auth/sign-in', signIn('anna@example.com'))).status).toBe(204)
    expect((await back.call('GET', '/api/auth/account')).body).toMatchObject({
      ...{ id: test.app.owner, name: 'Anna', email: 'anna@example.com', role: 'owner' },
    })
  })

  it('it listens on this machine only', async () => {
    const env = { DEAL_SCOUT_HOST: '0.0.0.0', DEAL_SCOUT_BASE_URL: 'https://deals.example' }
    await expect(testApp({ roles: ['api'], env })).rejects.toMatchObject({ code: 'not-set-up' })
  })

  it('no key is made that would outlive the set-up', async () => {
    await using test = await testApp({ roles: ['api'] })
    const made = await test.call('POST', '/api/auth/keys', { name: 'early', scope: 'admin' })
    expect(made).toMatchObject({ status: 409, body: { code: 'not-set-up' } })
  })
})

describe('once it is claimed', () => {
  it('nobody gets anything but a problem, and a browser the page to sign in', async () => {
    const nobody = house.visitor()
    const refused = await nobody.call('GET', '/api/rules')
    expect(refused.body).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    const page = await nobody.call('GET', '/account', undefined, { accept: 'text/html' })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/account/sign-in'])
    for (const path of ['/livez', '/readyz', '/metrics'])
      expect((await nobody.call('GET', path)).status).toBe(200)
    expect((await nobody.call('GET', '/api/no-such-thing')).status).toBe(404)
  })

  it('signs in and out; the cookie is for no script and no other site, and dies with the session', async () => {
    const somebody = house.visitor()
    const answer = await somebody.call('POST', '/api/auth/sign-in', signIn(' Owner@Example.COM '))
    expect(answer).toMatchObject({ status: 204 })
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('deal-scout.session_token='))
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toMatch(/Domain=/i)
    expect(answer.headers.getSetCookie().some((line) => line.includes('session_data='))).toBe(false)
    expect((await somebody.call('GET', '/api/rules')).status).toBe(200)
    const stolen = new Map(somebody.cookies)
    expect((await somebody.call('POST', '/api/auth/sign-out')).status).toBe(204)
    for (const [name, value] of stolen) somebody.cookies.set(name, value)
    expect((await somebody.call('GET', '/api/rules')).status).toBe(401)
  })

  it('a session id that was planted before a sign-in is not taken over, and one that was changed is none', async () => {
    const victim = house.visitor()
    victim.cookies.set('deal-scout.session_token', 'planted.c2lnbmF0dXJl')
    await victim.call('POST', '/api/auth/sign-in', signIn('owner@example.com'))
    const value = victim.cookies.get('deal-scout.session_token')!
    expect(value).not.toContain('planted')
    const before = house.visitor()
    before.cookies.set('deal-scout.session_token', value)
    await before.call('POST', '/api/auth/sign-in', signIn('owner@example.com'))
    expect(before.cookies.get('deal-scout.session_token')).not.toBe(value)
    const changed = house.visitor()
    changed.cookies.set(
      'deal-scout.session_token',
      value.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')),
    )
    expect((await changed.call('GET', '/api/rules')).status).toBe(401)
  })

  it('lists sessions without their tokens and ends one, or all others, of the person who asks only', async () => {
    const anna = await house.member('anna@example.com')
    const phone = house.visitor()
    await phone.call('POST', '/api/auth/sign-in', signIn('anna@example.com'), { 'user-agent': 'phone' })
    const { items } = (await anna.call('GET', '/api/auth/sessions')).body as { items: never[] }
    expect(items).toHaveLength(2)
    expect(JSON.stringify(items)).not.toContain('token')
    const { id } = items.find(({ browser }) => browser === 'phone')!
    expect((await house.owner.call('DELETE', `/api/auth/sessions/${id}`)).status).toBe(404)
    expect((await phone.call('GET', '/api/rules')).status).toBe(200)
    expect((await anna.call('DELETE', `/api/auth/sessions/${id}`)).status).toBe(204)
    expect((await phone.call('GET', '/api/rules')).status).toBe(401)
    await phone.call('POST', '/api/auth/sign-in', signIn('anna@example.com'))
    expect((await anna.call('DELETE', '/api/auth/sessions')).status).toBe(204)
    expect((await phone.call('GET', '/api/rules')).status).toBe(401)
    expect((await anna.call('GET', '/api/rules')).status).toBe(200)
  })

  it('a new password needs the old one and signs everybody else out', async () => {
    const ben = await house.member('ben@example.com')
    const thief = house.visitor()
    await thief.call('POST', '/api/auth/sign-in', signIn('ben@example.com'))
    const next = 'eight loud herons'
    const wrong = { password: 'not my password', newPassword: next }
    expect((await ben.call('POST', '/api/auth/password', wrong)).body).toMatchObject({
      ...{ status: 400, code: 'invalid-password' },
    })
    const right = { password: goodPassword, newPassword: next }
    expect((await ben.call('POST', '/api/auth/password', right)).status).toBe(204)
    expect((await ben.call('GET', '/api/rules')).status).toBe(200)
    expect((await thief.call('GET', '/api/rules')).status).toBe(401)
    expect((await thief.call('POST', '/api/auth/sign-in', signIn('ben@example.com'))).status).toBe(401)
    expect((await thief.call('POST', '/api/auth/sign-in', signIn('ben@example.com', next))).status).toBe(204)
  })

  it('a reset link works once, for its person, and signs everybody out', async () => {
    const cara = await house.member('cara@example.com')
    const { id } = (await cara.call('GET', '/api/auth/account')).body as { id: number }
    const token = tokenOf(await resetLink(house.test.app.accounts, id))
    const { rows } = await house.test.app.db.query<{ identifier: string }>(
      `SELECT identifier FROM verifications WHERE value = $1`,
      [String(id)],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.identifier).not.toContain(token)
    const set = (given: string, password: string) =>
      house.visitor().call('POST', '/api/auth/new-password', { token: given, password })
    const wrong = token.slice(0, -1) + (token.endsWith('_') ? '-' : '_')
    expect((await set(wrong, 'nine tired herons')).status).toBe(404)
    expect((await set(token, 'qwertyuiop123')).body).toMatchObject({ code: 'password-guessable' })
    expect((await set(token, 'nine tired herons')).status).toBe(204)
    expect((await set(token, 'ten tired herons')).status).toBe(404)
    expect((await cara.call('GET', '/api/rules')).status).toBe(401)
    const again = await cara.call(
      'POST',
      '/api/auth/sign-in',
      signIn('cara@example.com', 'nine tired herons'),
    )
    expect(again.status).toBe(204)
  })

  it('an account that is switched off is out at once, and stays out', async () => {
    const dora = await house.member('dora@example.com')
    const { id } = (await dora.call('GET', '/api/auth/account')).body as { id: number }
    expect((await house.owner.call('PATCH', `/api/users/${id}`, { disabled: true })).status).toBe(200)
    expect((await dora.call('GET', '/api/rules')).status).toBe(401)
    expect((await dora.call('POST', '/api/auth/sign-in', signIn('dora@example.com'))).body).toMatchObject({
      status: 403,
    })
    await house.owner.call('PATCH', `/api/users/${id}`, { disabled: false })
    expect((await dora.call('POST', '/api/auth/sign-in', signIn('dora@example.com'))).status).toBe(204)
  })

  it('the owner stays the owner, and the last admin an admin', async () => {
    const { owner } = house
    const { id } = (await owner.call('GET', '/api/auth/account')).body as { id: number }
    expect((await owner.call('PATCH', `/api/users/${id}`, { disabled: true })).body).toMatchObject({
      code: 'is-owner',
    })
    expect((await owner.call('PATCH', `/api/users/${id}`, { role: 'viewer' })).body).toMatchObject({
      code: 'is-owner',
    })
    expect((await owner.call('PATCH', `/api/users/999999`, { role: 'viewer' })).status).toBe(404)
  })
})

describe('guessing', () => {
  it('waits longer with each wrong password, also for an account that is not there, also for many at once', async () => {
    for (const email of ['owner@example.com', 'nobody@example.com']) {
      const guess = () =>
        house.visitor().call('POST', '/api/auth/sign-in', signIn(email, 'wrong wrong wrong'))
      const first = await Promise.all(Array.from({ length: 12 }, guess))
      const statuses = first.map(({ status }) => status)
      expect(statuses.filter((status) => status === 401)).toHaveLength(5)
      expect(statuses.filter((status) => status === 429)).toHaveLength(7)
      const right = await house.visitor().call('POST', '/api/auth/sign-in', signIn(email))
      expect(right.status).toBe(429)
      expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
      clock.advance(1_500)
      expect((await guess()).status).toBe(401)
      expect((await guess()).headers.get('retry-after')).toBe('2')
      clock.advance(2_500)
      expect((await guess()).status).toBe(401)
      expect((await guess()).headers.get('retry-after')).toBe('4')
      clock.advance(4_500)
    }
    const right = await house.visitor().call('POST', '/api/auth/sign-in', signIn('owner@example.com'))
    expect(right.status).toBe(204)
  })

  it('is counted by where a request comes from, whatever it says of that', async () => {
    const statuses = []
    for (let i = 0; i < 7; i++) {
      const answer = await house
        .visitor()
        .call('POST', '/api/auth/sign-in', signIn('eve@example.com', 'wrong wrong wrong'), {
          'x-forwarded-for': `203.0.113.${i}`,
          'x-real-ip': `203.0.113.${i}`,
          'x-deal-scout-address': `203.0.113.${i}`,
          forwarded: `for=203.0.113.${i}`,
        })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const fay = await house.member('fay@example.com')
    await fay.call('POST', '/api/auth/sign-in', signIn('fay@example.com'), {
      'x-deal-scout-address': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
    })
    const { items } = (await fay.call('GET', '/api/auth/sessions')).body as { items: { address: string }[] }
    expect(items.map(({ address }) => address)).toEqual(['127.0.0.1'])
  })
})

describe('a page of another site', () => {
  it.each(['/api/auth/sign-in', '/api/auth/sign-out', '/api/auth/password', '/account/sign-out'])(
    'cannot post to %s with the cookies of who is signed in',
    async (path) => {
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]) {
        const answer = await house.owner.call('POST', path, {}, headers as never)
        expect(answer.body).toMatchObject({ status: 403, code: 'foreign-origin' })
      }
      expect((await house.owner.call('GET', '/api/rules')).status).toBe(200)
    },
  )
})
