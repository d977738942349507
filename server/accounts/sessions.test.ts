import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock } from '../../test/harness/app.ts'
import { invite } from './auth/joining.ts'
import { deleteOver } from './auth/tidy-store.ts'
import { codeOf, setUpCodes } from './factors/test-kit.ts'
import { claimedHouse, goodPassword, type House } from './test-kit.ts'

const clock = stubClock()
let house: House
beforeAll(async () => {
  house = await claimedHouse({ overrides: { clock }, env: { RATE_LIMIT_STRICT: '0' } })
})
afterAll(() => house[Symbol.asyncDispose]())

const cookieName = 'deal-scout.session_token'

describe('a session', () => {
  it('where the address is https, has a cookie of this very host, for TLS alone', async () => {
    await using tls = await claimedHouse({ env: { DEAL_SCOUT_BASE_URL: 'https://deals.example' } })
    const answer = await tls.visitor().call('POST', '/api/auth/sign-in', {
      ...{ email: 'owner@example.com', password: goodPassword },
    })
    const set = answer.headers.getSetCookie()
    expect(set.length).toBeGreaterThan(0)
    for (const cookie of set) {
      expect(cookie).toMatch(/^__Host-deal-scout\./)
      // That of the token is for scripts of ours, and worth nothing alone.
      const isToken = cookie.startsWith('__Host-deal-scout.csrf=')
      for (const part of ['; Secure', '; Path=/', ...(isToken ? [] : ['; HttpOnly', '; SameSite=Lax'])])
        expect(cookie).toContain(part)
      if (isToken) expect(cookie).toContain('; SameSite=Strict')
      expect(cookie).not.toMatch(/; Domain=/i)
    }
  })

  it('has a token of 32 characters, which is another one each time', async () => {
    for (let time = 0; time < 12; time++)
      await house
        .visitor()
        .call('POST', '/api/auth/sign-in', { email: 'owner@example.com', password: goodPassword })
    const { rows } = await house.test.app.db.query<{ token: string }>('SELECT token FROM sessions')
    expect(rows.length).toBeGreaterThan(12)
    expect(new Set(rows.map(({ token }) => token)).size).toBe(rows.length)
    // Of 62 signs: 190 bits.
    for (const { token } of rows) expect(token).toMatch(/^[\dA-Za-z]{32}$/)
    expect(new Set(rows.flatMap(({ token }) => [...token])).size).toBeGreaterThan(50)
  })

  it('ends when the same browser signs in again, as whoever', async () => {
    await house.member('kim@example.com')
    const browser = house.visitor()
    const other = house.visitor()
    const signIn = (visitor: typeof browser, email: string, password = goodPassword) =>
      visitor.call('POST', '/api/auth/sign-in', { email, password })
    await signIn(other, 'owner@example.com')
    for (const email of ['owner@example.com', 'kim@example.com', 'kim@example.com']) {
      const before = house.visitor()
      for (const [name, value] of browser.cookies) before.cookies.set(name, value)
      const isIn = before.cookies.size > 0
      expect((await signIn(browser, email, 'wrong wrong wrong')).status).toBe(401)
      expect((await before.call('GET', '/api/rules')).status).toBe(isIn ? 200 : 401)
      expect((await signIn(browser, email)).status).toBe(204)
      expect((await before.call('GET', '/api/rules')).status).toBe(401)
      expect((await browser.call('GET', '/api/rules')).status).toBe(200)
    }
    expect((await other.call('GET', '/api/rules')).status).toBe(200)
  })

  it('is over 90 days after the sign-in, however often it is used', async () => {
    const { db } = house.test.app
    const [old, young] = [await house.member('old@example.com'), await house.member('young@example.com')]
    const age = (email: string, days: number) =>
      db.query(
        `UPDATE sessions SET created_at = $2::timestamptz - $3::int * interval '1 day', expires_at = $2::timestamptz + interval '30 days'
         WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
        [email, clock.now(), days],
      )
    await age('old@example.com', 91)
    await age('young@example.com', 89)
    await deleteOver(db, clock.now(), 100)
    expect((await old.call('GET', '/api/rules')).status).toBe(401)
    expect((await young.call('GET', '/api/rules')).status).toBe(200)
  })

  it('is made longer once a day by being used, and with its cookie; one of a day is not', async () => {
    const { db } = house.test.app
    const leftDays = async (email: string) => {
      const { rows } = await db.query<{ days: number }>(
        `SELECT extract(epoch FROM expires_at - now())::float8 / 86400 AS days FROM sessions
         WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
        [email],
      )
      return rows.map(({ days }) => days)
    }
    const used = await house.member('used@example.com')
    const shorten = (days: number) =>
      db.query(
        `UPDATE sessions SET expires_at = now() + $1::float8 * interval '1 day'
         WHERE user_id = (SELECT id FROM users WHERE email = 'used@example.com')`,
        [days],
      )
    await shorten(29.5)
    expect((await used.call('GET', '/api/rules')).headers.getSetCookie()).toEqual([])
    expect((await leftDays('used@example.com'))[0]).toBeLessThan(29.6)
    await shorten(28.5)
    const renewed = await used.call('GET', '/api/rules')
    expect(renewed.headers.getSetCookie().join()).toContain(`${cookieName}=`)
    expect((await leftDays('used@example.com'))[0]).toBeGreaterThan(29.9)

    await house.member('brief@example.com')
    const brief = house.visitor()
    await brief.call('POST', '/api/auth/sign-out')
    const signedIn = await brief.call('POST', '/api/auth/sign-in', {
      ...{ email: 'brief@example.com', password: goodPassword, remember: false },
    })
    expect(signedIn.status).toBe(204)
    const before = await leftDays('brief@example.com')
    const answer = await brief.call('GET', '/api/rules')
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    const after = await leftDays('brief@example.com')
    expect(Math.min(...after)).toBeLessThan(1)
    expect(after).toHaveLength(before.length)
  })

  it('and a key, of many who ask at the same moment, are each their own person’s; one that ends is nothing in that moment’s next', async () => {
    const emails = Array.from({ length: 6 }, (_, at) => `at-once-${at}@example.com`)
    const people = await Promise.all(
      emails.map(async (email) => {
        const browser = await house.member(email)
        const made = await browser.call('POST', '/api/auth/keys', { name: 'k', scope: 'read' })
        return { email, browser, authorization: `Bearer ${(made.body as { key: string }).key}` }
      }),
    )
    const bySession = ({ browser }: (typeof people)[number]) => browser.call('GET', '/api/auth/account')
    const byKey = ({ authorization }: (typeof people)[number]) =>
      house.visitor().call('GET', '/api/rules', undefined, { authorization })
    const stranger = () => house.visitor().call('GET', '/api/auth/account')
    const rounds = Array.from({ length: 8 }, () => people).flat()
    const [answers, keyed, strangers] = await Promise.all([
      Promise.all(rounds.map(bySession)),
      Promise.all(rounds.map(byKey)),
      Promise.all(rounds.map(stranger)),
    ])
    expect(answers.map(({ body }) => (body as { email: string }).email)).toEqual(
      rounds.map(({ email }) => email),
    )
    expect(new Set(keyed.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401]))

    await house.test.app.db.query(
      `DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
      [emails[0]],
    )
    const after = await Promise.all(rounds.map(bySession))
    expect(after.map(({ status }) => status)).toEqual(
      rounds.map(({ email }) => (email === emails[0] ? 401 : 200)),
    )
  })

  it('of somebody shut out opens nothing, though its row is there', async () => {
    const { db } = house.test.app
    const out = await house.member('out@example.com')
    const shut = (at: string | null) =>
      db.query(`UPDATE users SET disabled_at = $1 WHERE email = 'out@example.com'`, [at])
    expect((await out.call('GET', '/api/rules')).status).toBe(200)
    await db.query(
      `UPDATE sessions SET expires_at = now() - interval '1 second'
       WHERE user_id = (SELECT id FROM users WHERE email = 'out@example.com')`,
    )
    expect((await out.call('GET', '/api/rules')).status).toBe(401)
    const again = house.visitor()
    await again.call('POST', '/api/auth/sign-in', { email: 'out@example.com', password: goodPassword })
    await shut('2026-01-01')
    expect((await again.call('GET', '/api/rules')).status).toBe(401)
    await shut(null)
  })

  it('that is signed out has the browser forget what it kept of it', async () => {
    for (const path of ['/api/auth/sign-out', '/account/sign-out']) {
      const somebody = house.visitor()
      await somebody.call('POST', '/api/auth/sign-in', { email: 'owner@example.com', password: goodPassword })
      const used = await somebody.call('GET', '/api/rules')
      expect(used.headers.has('clear-site-data')).toBe(false)
      const out = await somebody.post(path, {})
      const answer = path.startsWith('/api') ? await somebody.call('POST', path) : out
      expect([path, answer.headers.get('clear-site-data')]).toEqual([path, '"cache", "storage"'])
      expect(somebody.cookies.has(cookieName)).toBe(false)
    }
  })

  it('nor a key opens anything from within an address', async () => {
    const session = house.owner.cookies.get(cookieName)!
    const made = await house.owner.call('POST', '/api/auth/keys', { name: 'all', scope: 'read' })
    const { key } = made.body as { key: string }
    const nobody = house.visitor()
    for (const name of ['key', 'token', 'api_key', 'access_token', cookieName, 'authorization'])
      for (const value of [key, `Bearer ${key}`, session])
        for (const path of ['/api/rules', '/account', '/mcp'])
          expect((await nobody.call('GET', `${path}?${name}=${encodeURIComponent(value)}`)).status).not.toBe(
            200,
          )
  })
})

describe('ending sessions', () => {
  const fresh = 'session-not-fresh'
  async function twoSessions(email: string) {
    const person = await house.member(email)
    const other = house.visitor()
    await other.call('POST', '/api/auth/sign-in', { email, password: goodPassword })
    const { items } = (await person.call('GET', '/api/auth/sessions')).body as {
      items: { id: number; current: boolean }[]
    }
    await house.test.app.db.query(`UPDATE sessions SET created_at = created_at - interval '6 minutes'`)
    return { person, other, ofOther: items.find(({ current }) => !current)!.id }
  }
  const isIn = async (one: ReturnType<House['visitor']>) =>
    (await one.call('GET', '/api/rules')).status === 200

  it('one, or all others, asks again who it is, by the password or a code, and once shown that is good for five minutes', async () => {
    const { person, other, ofOther } = await twoSessions('ends@example.com')
    const one = () => person.call('DELETE', `/api/auth/sessions/${ofOther}`)
    const others = () => person.call('DELETE', '/api/auth/sessions')
    for (const end of [one, others]) expect((await end()).body).toMatchObject({ status: 403, code: fresh })
    expect(await isIn(other)).toBe(true)
    const prove = (body: object) => person.call('POST', '/api/auth/prove', body)
    expect((await prove({ password: 'wrong wrong wrong' })).body).toMatchObject({ code: 'invalid-password' })
    expect((await prove({ code: '000000' })).body).toMatchObject({ code: 'second-factor-off' })
    for (const none of [{}, { password: goodPassword, code: '000000' }])
      expect((await prove(none)).status).toBe(422)
    expect((await one()).status).toBe(403)
    expect((await prove({ password: goodPassword })).status).toBe(204)
    expect((await one()).status).toBe(204)
    expect(await isIn(other)).toBe(false)

    await house.test.app.db.query(`UPDATE sessions SET proved_at = now() - interval '6 minutes'`)
    expect((await others()).status).toBe(403)
    const { secret } = await setUpCodes(house, person)
    await house.test.app.db.query(
      `UPDATE sessions SET created_at = now() - interval '6 minutes', proved_at = NULL`,
    )
    expect((await others()).status).toBe(403)
    expect((await prove({ code: '000000' })).body).toMatchObject({ code: 'invalid-code' })
    expect((await prove({ code: codeOf(secret) })).status).toBe(204)
    expect((await others()).status).toBe(204)
    expect(await isIn(person)).toBe(true)
  })

  it('on the page takes the password each time', async () => {
    const { person, other } = await twoSessions('pages@example.com')
    const end = (password: string) => person.post('/account/sign-out-others', { password })
    for (const wrong of ['', 'wrong wrong wrong']) expect([400, 422]).toContain((await end(wrong)).status)
    expect(await isIn(other)).toBe(true)
    expect((await end(goodPassword)).status).toBe(303)
    expect([await isIn(other), await isIn(person)]).toEqual([false, true])
  })

  it('a sign-in of just now has shown it', async () => {
    const { ofOther } = await twoSessions('again@example.com')
    const again = house.visitor()
    await again.call('POST', '/api/auth/sign-in', { email: 'again@example.com', password: goodPassword })
    expect((await again.call('DELETE', `/api/auth/sessions/${ofOther}`)).status).toBe(204)
  })
})

it('nobody gives themselves a role or what else is not theirs to set, by a field that is not asked for', async () => {
  const anna = await house.member('anna@example.com')
  const extra = { role: 'admin', id: 1, userId: 1, emailVerified: true, disabled: false, disabledAt: null }
  for (const [name, value] of Object.entries(extra)) {
    for (const [method, path, body] of [
      ['PATCH', '/api/me', { profile: { units: 'km' } }],
      ['POST', '/api/auth/password', { password: goodPassword, newPassword: 'nine quiet herons' }],
      ['POST', '/api/auth/keys', { name: 'x', scope: 'read' }],
      ['POST', '/api/rules', { name: 'x' }],
    ] as const) {
      const answer = await anna.call(method, path, { ...body, [name]: value })
      expect([path, name, answer.status]).toEqual([path, name, 422])
    }
    const profile = await anna.call('PATCH', '/api/me', { profile: { [name]: value } })
    expect([name, profile.status]).toEqual([name, 422])
  }
  expect((await anna.call('GET', '/api/auth/account')).body).toMatchObject({ role: 'member' })
  const { url } = await invite(house.test.app.accounts, house.test.app.owner, {
    ...{ email: 'ben@example.com', role: 'viewer' },
  })
  const join = { token: url.split('/').at(-1), name: 'Ben', password: goodPassword }
  const asAdmin = await house.visitor().call('POST', '/api/auth/join', { ...join, role: 'admin' })
  expect(asAdmin.status).toBe(422)
})

it('an invitation ends with its week', async () => {
  const { url } = await invite(house.test.app.accounts, house.test.app.owner, {
    ...{ email: 'late@example.com', role: 'member' },
  })
  const token = url.split('/').at(-1)!
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const open = () => house.visitor().call('GET', `/account/invitation/${token}`)
  expect((await open()).status).toBe(200)
  clock.advance(7 * 86_400_000 + 1)
  expect((await open()).status).toBe(404)
  const join = { token, name: 'Late', password: goodPassword }
  expect((await house.visitor().call('POST', '/api/auth/join', join)).status).toBe(404)
})

describe('a token that confirms an e-mail', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = () => Math.floor(Date.now() / 1000)
  async function tokenOf(header: object, claims: object, key?: string) {
    const { $context } = await house.test.app.accounts.auth.library()
    const text = `${part(header)}.${part({ email: 'new@example.com', iat: now(), exp: now() + 3600, ...claims })}`
    const secret = key ?? ((await $context).secret as string)
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  const verify = async (token: string) =>
    (await house.visitor().call('POST', '/api/auth/verify', { token })).status

  it('is taken only as this program signs it: by its own key, its one algorithm, within its day', async () => {
    await house.member('new@example.com')
    const { db } = house.test.app
    const unproven = () => db.query(`UPDATE users SET email_verified = false WHERE email = 'new@example.com'`)
    const isProven = async () =>
      (await db.query(`SELECT FROM users WHERE email = 'new@example.com' AND email_verified`)).rows.length ===
      1
    await unproven()
    const good = { alg: 'HS256' }
    const none = (await tokenOf({ alg: 'none' }, {})).replace(/[^.]*$/, '')
    for (const forged of [
      none,
      `${none}x`,
      await tokenOf(good, {}, 'a key of somebody else'),
      await tokenOf(
        { ...good, jwk: { kty: 'oct', k: Buffer.from('mine').toString('base64url') } },
        {},
        'mine',
      ),
      await tokenOf(
        { ...good, jku: 'https://evil.example/keys', kid: '../../dev/null' },
        {},
        ''.padEnd(32, '0'),
      ),
      await tokenOf({ alg: 'HS512' }, {}),
      await tokenOf(good, { exp: now() - 1 }),
    ])
      expect([forged, await verify(forged)]).toEqual([forged, 404])
    expect(await isProven()).toBe(false)
    expect(await verify(await tokenOf(good, {}))).toBe(204)
    expect(await isProven()).toBe(true)
  })
})
