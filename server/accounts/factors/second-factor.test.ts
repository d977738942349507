import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock } from '../../../test/harness/app.ts'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { run } from '../../../test/harness/program.ts'
import { resetLink } from '../auth/people.ts'
import { claimedHouse, goodPassword, type House, type Visitor, visitor } from '../test-kit.ts'
import { codeOf, forgetSteps, holdHalfMinute, setUpCodes, stepNow, type WithCodes } from './test-kit.ts'

const clock = stubClock()
const logged: string[] = []
let house: House
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  house = await claimedHouse({ overrides: { clock, log } })
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => forgetSteps(house))

const path = '/api/auth/second-factor'
const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await house.test.app.db.query<Row>(sql, values)).rows
const passwordOf = (email: string) => ({ email, password: goodPassword })
const codeOn = (person: Visitor, code: string) => person.call('POST', '/api/auth/sign-in/code', { code })
const isIn = async (person: Visitor) => (await person.call('GET', '/api/rules')).status === 200

/** Somebody who gave their password, and is asked for a code. */
async function halfIn(email: string): Promise<Visitor> {
  const person = house.visitor()
  const answer = await person.call('POST', '/api/auth/sign-in', passwordOf(email))
  expect(answer).toMatchObject({ status: 200, body: { wanted: 'code' } })
  return person
}

async function withCodes(name: string): Promise<WithCodes & { email: string; person: Visitor }> {
  const email = `${name}@example.com`
  const person = await house.member(email)
  return { email, person, ...(await setUpCodes(house, person)) }
}

describe('setting codes up', () => {
  it('needs the password, and counts for nothing before a code of the app comes back', async () => {
    const anna = await house.member('anna@example.com')
    const other = house.visitor()
    await other.call('POST', '/api/auth/sign-in', passwordOf('anna@example.com'))
    expect((await anna.call('POST', path, { password: 'wrong wrong wrong' })).body).toMatchObject({
      ...{ status: 400, code: 'invalid-password' },
    })
    expect(await query('SELECT FROM second_factors')).toEqual([])
    const first = (await anna.call('POST', path, { password: goodPassword })).body as WithCodes
    expect((await anna.call('GET', path)).body).toEqual({
      ...{ on: false, recoveryCodesLeft: 0, afterPasskey: false },
    })
    expect((await other.call('POST', '/api/auth/sign-in', passwordOf('anna@example.com'))).status).toBe(204)

    const answer = await anna.call('POST', path, { password: goodPassword })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    holdHalfMinute()
    const second = answer.body as WithCodes & { uri: string; qr: string }
    const confirm = (code: string) => anna.call('POST', `${path}/confirm`, { code })
    for (const code of [codeOf(first.secret), codeOf(second.secret, stepNow(3)), 'x'])
      expect((await confirm(code)).body).toMatchObject({ status: 400, code: 'invalid-code' })
    expect(new URL(second.uri).searchParams.get('secret')).toBe(second.secret)
    const { data, info } = await sharp(
      Buffer.from(second.qr.replace('data:image/svg+xml;base64,', ''), 'base64'),
      {
        density: 300,
      },
    )
      .flatten({ background: '#fff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(decodeQR({ ...info, data })).toBe(second.uri)

    expect((await confirm(codeOf(second.secret))).status).toBe(204)
    expect(await isIn(anna)).toBe(true)
    // Who came in before came in without a code.
    expect(await isIn(other)).toBe(false)
    expect((await anna.call('GET', path)).body).toMatchObject({ on: true, recoveryCodesLeft: 10 })
    expect((await anna.call('POST', path, { password: goodPassword })).body).toMatchObject({
      code: 'second-factor-on',
    })
    expect((await confirm(codeOf(second.secret, stepNow(1)))).body).toMatchObject({
      code: 'second-factor-on',
    })

    // Nothing that lets in stands anywhere as it was shown.
    const [stored] = await query<{ secret: string; recovery_codes: string }>('SELECT * FROM second_factors')
    expect(stored!.secret).toMatch(/^\$ba\$\d+\$[0-9a-f]{64,}$/)
    const plain = Buffer.from(second.secret)
    expect(stored!.secret).not.toContain(plain.toString('hex'))
    for (const text of [JSON.stringify(stored), logged.join('')]) {
      for (const secret of [first.secret, second.secret]) expect(text).not.toContain(secret)
      for (const code of second.recoveryCodes) {
        expect(text).not.toContain(code)
        expect(text).not.toContain(code.replaceAll('-', ''))
      }
    }
    const { items } = (await house.owner.call('GET', '/api/users')).body as { items: object[] }
    expect(items).toContainEqual(expect.objectContaining({ email: 'anna@example.com', secondFactor: true }))
  })
})

describe('signing in with a code', () => {
  it('half a session opens nothing, and a code makes it whole', async () => {
    const { email, secret } = await withCodes('half')
    const person = await halfIn(email)
    expect([...person.cookies.keys()]).toEqual(['deal-scout.two_factor'])
    for (const method of ['GET', 'DELETE'])
      expect((await person.call(method, '/api/auth/sessions')).status).toBe(401)
    expect((await person.call('GET', '/api/rules')).status).toBe(401)
    expect((await person.call('POST', path, { password: goodPassword })).status).toBe(401)
    expect((await codeOn(house.visitor(), codeOf(secret))).body).toMatchObject({
      ...{ status: 401, code: 'sign-in-not-begun' },
    })
    const done = await codeOn(person, ` ${codeOf(secret).replace(/^.../, '$& ')} `)
    expect(done.status).toBe(204)
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith('deal-scout.session_token='))
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect(await isIn(person)).toBe(true)
    expect(person.cookies.has('deal-scout.two_factor')).toBe(false)
  })

  it('a code is taken once, and none before it any more, also of two at once', async () => {
    const { email, secret } = await withCodes('replay')
    const now = codeOf(secret)
    const two = await Promise.all([await halfIn(email), await halfIn(email)].map((one) => codeOn(one, now)))
    expect(two.map(({ status }) => status).sort()).toEqual([204, 400])
    holdHalfMinute(1)
    const next = codeOf(secret)
    expect((await codeOn(await halfIn(email), next)).status).toBe(204)
    for (const used of [next, now])
      expect((await codeOn(await halfIn(email), used)).body).toMatchObject({ code: 'invalid-code' })
  })

  it('takes the code of this half minute alone, says of one that has just ended what to do, and counts it as wrong', async () => {
    const { email, secret } = await withCodes('steps')
    const person = await halfIn(email)
    for (const [off, said] of [
      [-1, /has just ended: give the one that your app shows now/],
      [1, /clock is ahead/],
      [-2, /is wrong/],
      [2, /is wrong/],
    ] as const)
      expect((await codeOn(person, codeOf(secret, stepNow(off)))).body).toMatchObject({
        ...{ status: 400, code: 'invalid-code', detail: expect.stringMatching(said) },
      })
    const shown = codeOf(secret)
    holdHalfMinute(1)
    expect((await codeOn(await halfIn(email), shown)).body).toMatchObject({
      detail: expect.stringContaining('has just ended'),
    })
    // That was the fifth: one more waits, though it is right.
    expect((await codeOn(await halfIn(email), codeOf(secret))).status).toBe(429)
    await forgetSteps(house)
    expect((await codeOn(await halfIn(email), codeOf(secret))).status).toBe(204)
  })

  it('waits longer with each wrong code, and a right password between them changes nothing', async () => {
    const { email, secret } = await withCodes('guess')
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) statuses.push((await codeOn(await halfIn(email), '000000')).status)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429])
    const right = await codeOn(await halfIn(email), codeOf(secret))
    expect(right.body).toMatchObject({ status: 429, code: 'too-many-tries' })
    // Recovery codes are counted with them.
    expect((await codeOn(await halfIn(email), 'aaaa-aaaa-aaaa-aaaa')).status).toBe(429)
    clock.advance(1_500)
    expect((await codeOn(await halfIn(email), '000000')).status).toBe(400)
    clock.advance(2_500)
    expect((await codeOn(await halfIn(email), codeOf(secret))).status).toBe(204)
  })

  it('is over after ten minutes, is bound to its cookie, and not for who is switched off meanwhile', async () => {
    const { email, secret, person } = await withCodes('late')
    const late = await halfIn(email)
    await query(`UPDATE verifications SET expires_at = now() - interval '1 second'`)
    expect((await codeOn(late, codeOf(secret))).status).toBe(401)
    const changed = await halfIn(email)
    const cookie = changed.cookies.get('deal-scout.two_factor')!
    changed.cookies.set('deal-scout.two_factor', cookie.replace(/\..*/, '.c2lnbmF0dXJl'))
    expect((await codeOn(changed, codeOf(secret))).status).toBe(401)
    const reset = house.visitor()
    const { id } = (await person.call('GET', '/api/auth/account')).body as { id: number }
    const token = (await resetLink(house.test.app.accounts, id)).split('/').at(-1)!
    reset.cookies.set('deal-scout.two_factor', `reset-password%3A${token}.c2lnbmF0dXJl`)
    await forgetSteps(house)
    expect((await codeOn(reset, codeOf(secret))).status).toBe(401)
    const off = await halfIn(email)
    await house.owner.call('PATCH', `/api/users/${id}`, { disabled: true })
    expect((await codeOn(off, codeOf(secret))).body).toMatchObject({ status: 403, code: 'account-disabled' })
    expect(await isIn(off)).toBe(false)
  })

  it('a session of somebody else in the same browser makes nothing of it', async () => {
    const { email, secret } = await withCodes('shared')
    const browser = await house.member('guest@example.com')
    const half = await halfIn(email)
    browser.cookies.set('deal-scout.two_factor', half.cookies.get('deal-scout.two_factor')!)
    expect((await codeOn(browser, codeOf(secret))).status).toBe(204)
    expect((await browser.call('GET', '/api/auth/account')).body).toMatchObject({ email })
  })
})

describe('recovery codes', () => {
  it('let in once each, however they are typed, and a new set ends the old', async () => {
    const { email, person, recoveryCodes } = await withCodes('lost')
    const [first, second, third] = recoveryCodes as [string, string, string]
    expect(new Set(recoveryCodes).size).toBe(10)
    const two = await Promise.all([await halfIn(email), await halfIn(email)].map((one) => codeOn(one, first)))
    expect(two.filter(({ status }) => status === 204)).toHaveLength(1)
    await forgetSteps(house)
    expect((await codeOn(await halfIn(email), first)).body).toMatchObject({ code: 'invalid-code' })
    const typed = second.toUpperCase().replaceAll('-', ' ')
    expect((await codeOn(await halfIn(email), typed)).status).toBe(204)
    expect((await person.call('GET', path)).body).toMatchObject({ recoveryCodesLeft: 8 })
    const renew = (password: string) => person.call('POST', `${path}/recovery-codes`, { password })
    expect((await renew('wrong wrong wrong')).body).toMatchObject({ code: 'invalid-password' })
    const fresh = (await renew(goodPassword)).body as Pick<WithCodes, 'recoveryCodes'>
    expect((await codeOn(await halfIn(email), third)).status).toBe(400)
    expect((await codeOn(await halfIn(email), fresh.recoveryCodes[0]!)).status).toBe(204)
  })
})

describe('switching codes off', () => {
  it('needs the password and a code', async () => {
    const { email, person, secret, recoveryCodes } = await withCodes('off')
    const end = (password: string, code: string) => person.call('POST', `${path}/end`, { password, code })
    expect((await end('wrong wrong wrong', codeOf(secret))).body).toMatchObject({ code: 'invalid-password' })
    expect((await end(goodPassword, '000000')).body).toMatchObject({ code: 'invalid-code' })
    expect((await end(goodPassword, 'aaaa-aaaa-aaaa-aaaa')).body).toMatchObject({ code: 'invalid-code' })
    expect((await person.call('GET', path)).body).toMatchObject({ on: true })
    expect((await end(goodPassword, codeOf(secret))).status).toBe(204)
    expect(await isIn(person)).toBe(true)
    expect((await house.visitor().call('POST', '/api/auth/sign-in', passwordOf(email))).status).toBe(204)
    expect((await end(goodPassword, codeOf(secret))).body).toMatchObject({ code: 'second-factor-off' })
    expect(
      (await house.visitor().call('POST', '/api/auth/sign-in/code', { code: recoveryCodes[0] })).status,
    ).toBe(401)
    const again = await setUpCodes(house, person)
    expect((await end(goodPassword, again.recoveryCodes[3]!)).status).toBe(204)
  })

  it('a new password by a link leaves them on; who has the machine takes them away', async () => {
    const { email, person, secret } = await withCodes('reset')
    const { id } = (await person.call('GET', '/api/auth/account')).body as { id: number }
    const token = (await resetLink(house.test.app.accounts, id)).split('/').at(-1)!
    const next = 'nine tired herons'
    expect(
      (await house.visitor().call('POST', '/api/auth/new-password', { token, password: next })).status,
    ).toBe(204)
    const back = house.visitor()
    const signIn = () => back.call('POST', '/api/auth/sign-in', { email, password: next })
    expect((await signIn()).status).toBe(200)
    expect((await codeOn(back, codeOf(secret))).status).toBe(204)

    const env = {
      ...{ DATABASE_URL: house.test.database.connectionString, DEAL_SCOUT_DEMO: 'off' },
      DEAL_SCOUT_DATA: house.test.app.config.dataDir,
    }
    const command = (...flags: string[]) => run(['users', 'reset', email, ...flags], { env })
    expect((await command()).stdout).not.toMatch(/codes/)
    expect((await signIn()).status).toBe(200)
    await query(
      `INSERT INTO passkeys (user_id, credential_id, public_key, counter, device_type, backed_up)
       VALUES ($1, 'lost', 'x', 0, 'singleDevice', false)`,
      [id],
    )
    const taken = await command('--factors')
    expect(taken.code, taken.stderr).toBe(0)
    expect(taken.stdout).toContain(`${email} signs in without codes and a passkey now, and is signed out.`)
    expect(taken.stdout).toContain('/account/reset/')
    expect(await isIn(back)).toBe(false)
    expect((await signIn()).status).toBe(204)
    for (const table of ['second_factors', 'passkeys'])
      expect(await query(`SELECT FROM ${table} WHERE user_id = $1`, [id])).toEqual([])
    expect((await command('--factors')).stdout).toContain(`${email} had neither codes nor passkeys`)
  })
})

it('on the pages: the form asks for the code, and the account sets codes up and off', async () => {
  const email = 'pages@example.com'
  const person = await house.member(email)
  expect((await person.call('GET', '/account/second-factor')).body).toContain('Set up codes')
  const wrong = await person.post('/account/second-factor', { password: 'wrong wrong wrong' })
  expect([wrong.status, wrong.body]).toEqual([400, expect.stringContaining('The password is wrong.')])
  const page = await person.post('/account/second-factor', { password: goodPassword })
  expect(page.headers.get('cache-control')).toBe('no-store')
  holdHalfMinute()
  const secret = /type in: ([A-Z2-7]+)/.exec(page.body as string)![1]!
  expect((page.body as string).match(/<code>/g)).toHaveLength(10)
  const miss = await person.post('/account/second-factor/confirm', { code: '000000' })
  expect([miss.status, miss.body]).toEqual([400, expect.stringContaining('This code is wrong')])
  expect((await person.post('/account/second-factor/confirm', { code: codeOf(secret) })).status).toBe(303)
  await forgetSteps(house)

  const back = house.visitor()
  const first = await back.post('/account/sign-in', passwordOf(email))
  expect([first.status, first.headers.get('location')]).toEqual([303, '/account/sign-in/code'])
  expect((await back.call('GET', '/account')).status).toBe(401)
  expect((await back.call('GET', '/account/sign-in/code')).body).toContain('One more step')
  expect((await back.post('/account/sign-in/code', { code: '000000' })).body).toContain('This code is wrong')
  const done = await back.post('/account/sign-in/code', { code: codeOf(secret) })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/'])
  expect((await back.call('GET', '/account')).status).toBe(200)

  const after = (afterPasskey: string) =>
    back.post('/account/second-factor/after-passkey', { password: goodPassword, afterPasskey })
  expect((await after('true')).status).toBe(303)
  expect((await back.call('GET', path)).body).toMatchObject({ afterPasskey: true })
  const codes = await back.post('/account/second-factor/recovery-codes', { password: goodPassword })
  const recovery = /<code>([a-z0-9-]+)/.exec(codes.body as string)![1]!
  expect(
    (await back.post('/account/second-factor/end', { password: goodPassword, code: recovery })).status,
  ).toBe(303)
  expect((await back.call('GET', '/account/second-factor')).body).toContain('Set up codes')
})

it('a new key of the program goes before the old: what the old has sealed opens as long as it is there', async () => {
  const old = readFileSync(join(house.test.app.config.dataDir, 'secret-key'), 'utf8').trim()
  const fresh = randomBytes(32).toString('base64')
  const database = { ...house.test.database, [Symbol.asyncDispose]: async () => {} }
  const openWith = (...keys: string[]) =>
    openTestApp(database, { roles: ['api'], env: { DEAL_SCOUT_SECRET_KEYS: keys.join(',') } })
  const first = await withCodes('first-key')
  await house.member('second-key@example.com')
  const signIn = async (address: string, email: string, code: string) => {
    const person = visitor(address)
    const { status } = await person.call('POST', '/api/auth/sign-in', passwordOf(email))
    expect(status).toBe(200)
    return { person, answer: await codeOn(person, code) }
  }
  let sealedAnew: WithCodes
  {
    await using both = await openWith(fresh, old)
    const { answer } = await signIn(both.address!, first.email, codeOf(first.secret))
    expect(answer.status).toBe(204)
    const person = visitor(both.address!)
    await person.call('POST', '/api/auth/sign-in', passwordOf('second-key@example.com'))
    sealedAnew = await setUpCodes(house, person)
  }
  await using one = await openWith(fresh)
  const { answer } = await signIn(one.address!, 'second-key@example.com', codeOf(sealedAnew.secret))
  expect(answer.status).toBe(204)
  const lost = await signIn(one.address!, first.email, codeOf(first.secret))
  expect(lost.answer.body).toMatchObject({ status: 409, code: 'second-factor-closed' })
  expect((await codeOn(lost.person, first.recoveryCodes[0]!)).status).toBe(204)
})
