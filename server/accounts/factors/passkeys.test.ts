import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../test/harness/port.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from '../test-kit.ts'
import { noPasskeysBecause } from './passkeys.ts'
import { codeOf, Device, forgetSteps, type Misdeed, setUpCodes } from './test-kit.ts'

const logged: string[] = []
let house: House
let origin: string
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  house = await claimedHouse({
    env: { DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_BASE_URL: origin },
    overrides: { log },
  })
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => forgetSteps(house))

const path = '/api/auth/passkeys'
const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await house.test.app.db.query<Row>(sql, values)).rows
const isIn = async (person: Visitor) => (await person.call('GET', '/api/rules')).status === 200

interface Listed {
  id: number
  name: string
  lastUsedAt: string | null
  countedBackAt: string | null
}
const listOf = async (person: Visitor) => ((await person.call('GET', path)).body as { items: Listed[] }).items

const optionsFor = (person: Visitor, password = goodPassword) =>
  person.call('POST', `${path}/options`, { password })

async function register(person: Visitor, device: Device, misdeed: Misdeed = {}) {
  const options = await optionsFor(person)
  if (options.status !== 200) throw new Error(JSON.stringify(options.body))
  return person.call('POST', path, { name: 'Phone', response: device.create(options.body, misdeed) })
}

async function signIn(device: Device, misdeed: Misdeed = {}, person = house.visitor()) {
  const options = await person.call('POST', '/api/auth/sign-in/passkey/options')
  if (options.status !== 200) throw new Error(JSON.stringify(options.body))
  const response = device.get(options.body, misdeed)
  return { person, response, answer: await person.call('POST', '/api/auth/sign-in/passkey', { response }) }
}

async function withPasskey(name: string) {
  const person = await house.member(`${name}@example.com`)
  const device = new Device(origin)
  const made = await register(person, device)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { person, device, id: (made.body as { id: number }).id }
}

describe('a passkey', () => {
  it('is made with the password, lets in without it, is named, and ends with its removal', async () => {
    const anna = await house.member('anna@example.com')
    const device = new Device(origin)
    expect((await optionsFor(anna, 'wrong wrong wrong')).body).toMatchObject({ code: 'invalid-password' })
    const options = await optionsFor(anna)
    expect(options.body).toMatchObject({
      rp: { id: 'localhost', name: 'Deal Scout' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const made = await register(anna, device)
    expect(made).toMatchObject({ status: 201, body: { name: 'Phone', synced: false, lastUsedAt: null } })
    expect((await optionsFor(anna)).body).toMatchObject({ excludeCredentials: [{ id: device.id }] })

    const { person, answer } = await signIn(device)
    expect(answer.status).toBe(204)
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('deal-scout.session_token='))
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect((await person.call('GET', '/api/auth/account')).body).toMatchObject({ email: 'anna@example.com' })
    const [listed] = await listOf(anna)
    expect(Date.parse(listed!.lastUsedAt!)).toBeGreaterThan(Date.now() - 600_000)
    const renamed = await anna.call('PATCH', `${path}/${listed!.id}`, { name: 'Old phone' })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Old phone' } })
    expect((await anna.call('DELETE', `${path}/${listed!.id}`)).status).toBe(204)
    expect(await listOf(anna)).toEqual([])
    expect((await signIn(device)).answer.body).toMatchObject({ status: 400, code: 'passkey-refused' })
  })

  it('is made by who signed in today, and not by a key', async () => {
    const person = await house.member('stale@example.com')
    const made = await person.call('POST', '/api/auth/keys', { name: 'all', scope: 'write' })
    const authorization = `Bearer ${(made.body as { key: string }).key}`
    const byKey = await house
      .visitor()
      .call('POST', `${path}/options`, { password: goodPassword }, { authorization })
    expect(byKey.body).toMatchObject({ status: 403, code: 'key-not-enough' })
    await query(`UPDATE sessions SET created_at = now() - interval '25 hours'
      WHERE user_id = (SELECT id FROM users WHERE email = 'stale@example.com')`)
    expect((await optionsFor(person)).body).toMatchObject({ status: 403, code: 'session-not-fresh' })
  })

  it('whose device did not ask who it is is neither taken nor lets in', async () => {
    const person = await house.member('unverified@example.com')
    const refused = await register(person, new Device(origin), { verified: false })
    expect(refused.body).toMatchObject({ status: 400, code: 'passkey-unverified' })
    expect(await listOf(person)).toEqual([])
    const { device } = await withPasskey('unasked')
    const { person: browser, answer } = await signIn(device, { verified: false })
    expect(answer.body).toMatchObject({ status: 400, code: 'passkey-unverified' })
    expect(answer.cookies).toEqual([])
    expect(await isIn(browser)).toBe(false)
    expect((await signIn(device)).answer.status).toBe(204)
  })

  it('of another site, or another name of this one, is none', async () => {
    const { person, device } = await withPasskey('origins')
    for (const misdeed of [
      { origin: 'https://evil.example' },
      { origin: origin.replace('localhost', '127.0.0.1') },
      { origin: 'http://localhost:1' },
      { rpId: 'evil.example' },
    ]) {
      expect((await signIn(device, misdeed)).answer.body, JSON.stringify(misdeed)).toMatchObject({
        ...{ status: 400, code: 'passkey-refused' },
      })
      expect((await register(person, new Device(origin), misdeed)).body).toMatchObject({
        ...{ status: 400, code: 'passkey-refused' },
      })
    }
    expect(await listOf(person)).toHaveLength(1)
    // What a request says of where it went changes nothing: this one went to 127.0.0.1.
    const lies = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const options = await house.visitor().call('POST', '/api/auth/sign-in/passkey/options', undefined, lies)
    expect(options.body).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    const foreign = await house
      .visitor()
      .call('POST', '/api/auth/sign-in/passkey', {}, { origin: 'https://evil.example' })
    expect(foreign.body).toMatchObject({ status: 403, code: 'foreign-origin' })
  })

  it('answers each challenge once, in time, in the browser that was asked, for what was asked', async () => {
    const { person, device } = await withPasskey('challenges')
    const { person: browser, response, answer } = await signIn(device)
    expect(answer.status).toBe(204)
    const show = (who: Visitor, shown: unknown) =>
      who.call('POST', '/api/auth/sign-in/passkey', { response: shown })
    const over = { status: 400, code: 'passkey-too-late' }
    expect((await show(browser, response)).body).toMatchObject(over)
    const stolen = house.visitor()
    const { body } = await house.visitor().call('POST', '/api/auth/sign-in/passkey/options')
    expect((await show(stolen, device.get(body))).body).toMatchObject(over)
    const late = house.visitor()
    const asked = await late.call('POST', '/api/auth/sign-in/passkey/options')
    await query(`UPDATE verifications SET expires_at = now() - interval '1 second'`)
    expect((await show(late, device.get(asked.body))).body).toMatchObject(over)
    const options = await optionsFor(person)
    const crossed = device.get({ ...(options.body as { challenge: string }), rpId: 'localhost' })
    expect((await show(person, crossed)).body).toMatchObject(over)
    const signing = await person.call('POST', '/api/auth/sign-in/passkey/options')
    const other = new Device(origin).create({
      ...(signing.body as { challenge: string }),
      rp: { id: 'localhost' },
    })
    expect((await person.call('POST', path, { name: 'x', response: other })).body).toMatchObject(over)
  })

  it('is its person’s alone: another’s id is answered as one that is not there', async () => {
    const { person, id } = await withPasskey('mine')
    const ben = await house.member('ben@example.com')
    for (const call of [
      (which: number) => ben.call('PATCH', `${path}/${which}`, { name: 'x' }),
      (which: number) => ben.call('DELETE', `${path}/${which}`),
    ]) {
      const answers = await Promise.all([call(id), call(999_999_999)])
      const [foreign, absent] = answers.map(({ status, body }) => [
        status,
        (body as { detail: string }).detail,
      ])
      expect(foreign).toEqual(absent)
      expect(foreign![0]).toBe(404)
    }
    expect(await listOf(person)).toMatchObject([{ id, name: 'Phone' }])
    // A challenge that one was given makes no passkey of another who sits at the same browser.
    const device = new Device(origin)
    const options = await optionsFor(person)
    for (const [name, value] of person.cookies)
      if (name.includes('passkey_challenge')) ben.cookies.set(name, value)
    const answer = await ben.call('POST', path, { name: 'x', response: device.create(options.body as never) })
    expect(answer.body).toMatchObject({ status: 400, code: 'passkey-refused' })
    expect([await listOf(ben), (await signIn(device)).answer.status]).toEqual([[], 400])
  })

  it('whose count goes back is refused, and its person is shown that', async () => {
    const { person, device, id } = await withPasskey('copied')
    expect((await signIn(device, { counter: 41 })).answer.status).toBe(204)
    expect((await listOf(person))[0]!.countedBackAt).toBeNull()
    for (const counter of [41, 7])
      expect((await signIn(device, { counter })).answer.body).toMatchObject({ code: 'passkey-refused' })
    expect((await listOf(person))[0]!.countedBackAt).not.toBeNull()
    expect(
      logged.filter((line) => line.includes('may have been copied') && line.includes(`${id}`)),
    ).not.toEqual([])
    expect((await signIn(device, { counter: 42 })).answer.status).toBe(204)
    // Devices that do not count say 0 for ever.
    const still = await house.member('still@example.com')
    const uncounted = new Device(origin)
    expect((await register(still, uncounted, { counter: 0 })).status).toBe(201)
    for (let i = 0; i < 2; i++) expect((await signIn(uncounted, { counter: 0 })).answer.status).toBe(204)
  })

  it('lets nobody in whose account is switched off', async () => {
    const { person, device } = await withPasskey('gone')
    const { id } = (await person.call('GET', '/api/auth/account')).body as { id: number }
    await house.owner.call('PATCH', `/api/users/${id}`, { disabled: true })
    const { person: browser, answer } = await signIn(device)
    expect(answer.body).toMatchObject({ status: 403, code: 'account-disabled' })
    expect(answer.cookies).toEqual([])
    expect(await isIn(browser)).toBe(false)
  })

  it('counts as two factors, unless its person wants a code after it', async () => {
    const { person, device } = await withPasskey('both')
    const { secret } = await setUpCodes(house, person)
    expect((await signIn(device)).answer.status).toBe(204)
    const choose = (password: string) =>
      person.call('PATCH', '/api/auth/second-factor', { password, afterPasskey: true })
    expect((await choose('wrong wrong wrong')).body).toMatchObject({ code: 'invalid-password' })
    expect((await choose(goodPassword)).body).toMatchObject({ on: true, afterPasskey: true })
    const { person: browser, answer } = await signIn(device)
    expect(answer).toMatchObject({ status: 200, body: { wanted: 'code' } })
    expect([...browser.cookies.keys()].filter((name) => name.includes('session'))).toEqual([])
    expect(await isIn(browser)).toBe(false)
    const code = { code: codeOf(secret) }
    expect((await browser.call('POST', '/api/auth/sign-in/code', code)).status).toBe(204)
    expect(await isIn(browser)).toBe(true)
    const { person: guesser } = await signIn(device)
    const guesses = []
    for (let i = 0; i < 6; i++)
      guesses.push((await guesser.call('POST', '/api/auth/sign-in/code', { code: '000000' })).status)
    expect(guesses).toEqual([400, 400, 400, 400, 400, 429])
  })

  it('is one of twenty at the most', async () => {
    const { person } = await withPasskey('many')
    await query(`INSERT INTO passkeys (user_id, name, credential_id, public_key, counter, device_type, backed_up)
      SELECT user_id, n::text, 'x' || n, 'x', 0, 'singleDevice', false FROM passkeys, generate_series(1, 19) n
      WHERE user_id = (SELECT id FROM users WHERE email = 'many@example.com')`)
    expect((await optionsFor(person)).body).toMatchObject({ status: 409, code: 'too-many-passkeys' })
  })
})

it('browsers take passkeys of a name with TLS, or of the very machine by its name', () => {
  const origins = ['https://deals.example', 'http://localhost:3000', 'https://deals.example:8443']
  const others = [
    'http://deals.example',
    'http://127.0.0.1:3000',
    'https://192.0.2.1',
    'https://[2001:db8::1]',
  ]
  expect([...origins, ...others].filter((one) => noPasskeysBecause(one) === null)).toEqual(origins)
})

it('under another address says what to do, and shows no button', async () => {
  await using other = await claimedHouse()
  const refused = { status: 409, code: 'no-passkeys-here' }
  expect((await other.visitor().call('POST', '/api/auth/sign-in/passkey/options')).body).toMatchObject(
    refused,
  )
  expect((await optionsFor(other.owner)).body).toMatchObject(refused)
  expect((await other.visitor().call('GET', '/account/sign-in')).body).not.toContain('passkey')
  expect((await other.owner.call('GET', '/account/passkeys')).body).toContain('Browsers take no passkeys of')
  expect((await house.visitor().call('GET', '/account/sign-in')).body).toContain('data-passkey="sign-in"')
})
