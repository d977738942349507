import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp } from '../../../test/harness/open-app.ts'
import { freePort } from '../../../test/harness/port.ts'
import { claimedHouse, goodPassword, type House, type Visitor, visitor } from '../test-kit.ts'
import { codeOf, Device, forgetSteps, setUpCodes } from './test-kit.ts'

/** Of all processes on one database. */
const keys = { DEAL_SCOUT_SECRET_KEYS: randomBytes(32).toString('base64') }
let house: House
let origin: string
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  house = await claimedHouse({
    env: {
      ...{ DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_BASE_URL: origin, RATE_LIMIT_STRICT: '0' },
      DEAL_SCOUT_SECOND_FACTOR: 'everybody',
      ...keys,
    },
  })
})
afterAll(() => house[Symbol.asyncDispose]())

const routes = [
  ['GET', '/api/rules'],
  ['POST', '/api/rules'],
  ['GET', '/api/deals'],
  ['GET', '/api/me'],
  ['PATCH', '/api/me'],
  ['GET', '/api/me/export'],
  ['POST', '/api/me/deletion'],
  ['GET', '/api/sources'],
  ['GET', '/api/channels'],
  ['GET', '/api/auth/sessions'],
  ['DELETE', '/api/auth/sessions'],
  ['GET', '/api/auth/keys'],
  ['POST', '/api/auth/keys'],
  ['POST', '/api/auth/password'],
  ['POST', '/api/auth/email'],
  ['PATCH', '/api/auth/second-factor'],
  ['POST', '/api/auth/second-factor/end'],
  ['POST', '/mcp'],
] as const
const setsUp = [
  ['GET', '/api/auth/second-factor', 200],
  ['POST', '/api/auth/second-factor', 422],
  ['POST', '/api/auth/second-factor/confirm', 422],
  ['GET', '/api/auth/passkeys', 200],
  ['POST', '/api/auth/passkeys/options', 422],
  ['GET', '/account/second-factor', 200],
  ['GET', '/account/passkeys', 200],
] as const

async function expectOnlySetUp(person: Visitor): Promise<void> {
  for (const [method, path] of routes) {
    const answer = await person.call(method, path, method === 'GET' ? undefined : {})
    expect([method, path, answer.status, (answer.body as { code?: string }).code]).toEqual([
      ...[method, path, 403, 'second-factor-missing'],
    ])
  }
  for (const [method, path, status] of setsUp)
    expect([path, (await person.call(method, path, method === 'GET' ? undefined : {})).status]).toEqual([
      ...[path, status],
    ])
}
const isIn = async (person: Visitor) => (await person.call('GET', '/api/rules')).status === 200
async function signIn(email: string): Promise<Visitor> {
  const person = visitor(origin)
  await person.call('POST', '/api/auth/sign-in', { email, password: goodPassword })
  return person
}
async function addPasskey(person: Visitor): Promise<Device> {
  const device = new Device(origin)
  const { body: options } = await person.call('POST', '/api/auth/passkeys/options', {
    password: goodPassword,
  })
  const made = await person.call('POST', '/api/auth/passkeys', {
    name: 'Phone',
    response: device.create(options),
  })
  expect(made.status).toBe(201)
  return device
}
async function signInBy(device: Device): Promise<Visitor> {
  const person = visitor(origin)
  const { body: options } = await person.call('POST', '/api/auth/sign-in/passkey/options')
  const answer = await person.call('POST', '/api/auth/sign-in/passkey', { response: device.get(options) })
  expect(answer.status).toBe(204)
  return person
}

describe('where everybody has to have a second factor', () => {
  it('who has none gets only what it takes to set codes up, by the API and on pages, and then everything', async () => {
    await expectOnlySetUp(house.owner)
    const person = await house.member('codes@example.com')
    await expectOnlySetUp(person)
    for (const path of ['/account', '/account/second-factor/end']) {
      const page = await person.call('GET', path, undefined, { accept: 'text/html' })
      if (path === '/account')
        expect([page.status, page.headers.get('location')]).toEqual([303, '/account/second-factor'])
    }
    const { secret } = await setUpCodes(house, person)
    expect(await isIn(person)).toBe(true)
    const back = await signIn('codes@example.com')
    expect(await isIn(back)).toBe(false)
    expect((await back.call('POST', '/api/auth/sign-in/code', { code: codeOf(secret) })).status).toBe(204)
    expect(await isIn(back)).toBe(true)
    // Without it they are where they began, at once.
    await forgetSteps(house)
    const off = { password: goodPassword, code: codeOf(secret) }
    expect((await back.call('POST', '/api/auth/second-factor/end', off)).status).toBe(204)
    await expectOnlySetUp(back)
    expect((await back.call('POST', '/api/auth/sign-out')).status).toBe(204)
  })

  it('a passkey counts as two, and beside it the password opens nothing, not even another factor', async () => {
    const person = await house.member('passkey@example.com')
    const device = await addPasskey(person)
    const back = await signInBy(device)
    expect(await isIn(back)).toBe(true)
    const change = { password: goodPassword, newPassword: 'nine quiet herons' }
    expect((await back.call('POST', '/api/auth/password', change)).status).toBe(204)
    // The session that took its place came in by the passkey as well.
    expect(await isIn(back)).toBe(true)
    const again = { password: change.newPassword, newPassword: goodPassword }
    expect((await back.call('POST', '/api/auth/password', again)).status).toBe(204)
    const alone = await signIn('passkey@example.com')
    for (const [method, path] of [...routes, ...setsUp.map(([one, other]) => [one, other] as const)]) {
      const answer = await alone.call(method, path, method === 'GET' ? undefined : {})
      expect([path, answer.status, (answer.body as { code?: string }).code]).toEqual([
        ...[path, 403, 'passkey-wanted'],
      ])
    }
    const page = await alone.call('GET', '/account', undefined, { accept: 'text/html' })
    expect([page.status, page.headers.get('location')]).toEqual([303, '/account/sign-in'])
  })

  it('a key stands still while its person has none, and goes on once they have', async () => {
    const database = { ...house.test.database, [Symbol.asyncDispose]: async () => {} }
    await using lax = await openTestApp(database, { roles: ['api'], env: keys })
    await house.member('key@example.com')
    const before = visitor(lax.address!)
    await before.call('POST', '/api/auth/sign-in', { email: 'key@example.com', password: goodPassword })
    const made = await before.call('POST', '/api/auth/keys', { name: 'old', scope: 'write' })
    const authorization = `Bearer ${(made.body as { key: string }).key}`
    const use = (address: string) => visitor(address).call('GET', '/api/rules', undefined, { authorization })
    expect((await use(lax.address!)).status).toBe(200)
    expect((await use(origin)).body).toMatchObject({ status: 403, code: 'second-factor-missing' })
    await setUpCodes(house, await signIn('key@example.com'))
    expect((await use(origin)).status).toBe(200)
  })

  it('of admins alone, others go on by their password', async () => {
    await house.member('plain@example.com')
    await house.member('boss@example.com', 'admin')
    const database = { ...house.test.database, [Symbol.asyncDispose]: async () => {} }
    await using admins = await openTestApp(database, {
      ...{ roles: ['api'], env: { ...keys, DEAL_SCOUT_SECOND_FACTOR: 'admins' } },
    })
    const enter = async (email: string) => {
      const person = visitor(admins.address!)
      await person.call('POST', '/api/auth/sign-in', { email, password: goodPassword })
      return person
    }
    expect(await isIn(await enter('plain@example.com'))).toBe(true)
    for (const email of ['owner@example.com', 'boss@example.com'])
      expect((await (await enter(email)).call('GET', '/api/rules')).body).toMatchObject({
        code: 'second-factor-missing',
      })
  })
})
