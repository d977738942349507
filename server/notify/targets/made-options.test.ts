import { createECDH, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'

const newKey = () => randomBytes(32).toString('base64')
const key = newKey()
/** Where the keys were made. */
let first: TestApp
beforeAll(async () => {
  first = await testApp({ roles: ['api'], env: { DEAL_SCOUT_SECRET_KEYS: key } })
})
afterAll(() => first[Symbol.asyncDispose]())

/** The program started once more on the same database. */
const another = (env: Record<string, string>) =>
  testApp({ roles: ['api'], env: { DATABASE_URL: first.database.connectionString, ...env } })

interface Shown {
  id: string
  subscribeKey: string | null
  unavailable: string | null
  settings: Record<string, unknown>
}
async function webPush({ call }: TestApp): Promise<Shown> {
  const { items } = (await call('GET', '/api/channels')).body as { items: Shown[] }
  return items.find(({ id }) => id === 'webpush')!
}
const stored = async () =>
  (await first.database.db.query<{ sealed: string }>('SELECT sealed FROM made_options')).rows.map(
    ({ sealed }) => sealed,
  )

it('keys of Web Push are made at the first start and sealed, and each process and start has the same', async () => {
  const { subscribeKey, unavailable } = await webPush(first)
  expect(unavailable).toBeNull()
  expect(Buffer.from(subscribeKey!, 'base64url')).toHaveLength(65)
  const [sealed, ...more] = await stored()
  expect(more).toEqual([])
  expect(sealed).toMatch(/^v1\./)
  await using next = await another({ DEAL_SCOUT_SECRET_KEYS: key })
  expect((await webPush(next)).subscribeKey).toBe(subscribeKey)
  // With a further key in front, as while keys are rotated.
  await using rotating = await another({ DEAL_SCOUT_SECRET_KEYS: `${newKey()},${key}` })
  expect((await webPush(rotating)).subscribeKey).toBe(subscribeKey)
  expect(await stored()).toEqual([sealed])
})

it('the operator’s own pair goes before the one that was made, which stays for when they take theirs away', async () => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const own = {
    VAPID_PUBLIC_KEY: pair.getPublicKey().toString('base64url'),
    VAPID_PRIVATE_KEY: Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  }
  const before = await stored()
  await using app = await another({ DEAL_SCOUT_SECRET_KEYS: key, ...own })
  expect((await webPush(app)).subscribeKey).toBe(own.VAPID_PUBLIC_KEY)
  await using half = await another({ DEAL_SCOUT_SECRET_KEYS: key, VAPID_PUBLIC_KEY: own.VAPID_PUBLIC_KEY })
  expect(await webPush(half)).toMatchObject({
    subscribeKey: null,
    unavailable: expect.stringContaining('Set both'),
  })
  expect(await stored()).toEqual(before)
})

it('keys that cannot be opened stop this channel alone while devices hang on them, and are made anew once none does', async () => {
  const device = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/a-device',
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const put = (settings: object) => first.call('PUT', '/api/channels/webpush:phone', { settings })
  expect(await put(device)).toMatchObject({ status: 200 })
  expect(JSON.stringify((await first.call('GET', '/api/channels')).body)).not.toContain('a-device')
  expect(await put({ ...device, endpoint: 'https://192.168.1.1/x' })).toMatchObject({
    status: 422,
    body: { fields: { 'settings.endpoint': expect.stringContaining('WEBPUSH_HOSTS') } },
  })
  const before = await stored()
  const lost = { DEAL_SCOUT_SECRET_KEYS: newKey() }
  {
    await using app = await another(lost)
    expect(await webPush(app)).toMatchObject({
      subscribeKey: null,
      unavailable: expect.stringContaining('cannot be opened'),
    })
    expect((await app.call('GET', '/api/rules')).status).toBe(200)
    expect(await stored()).toEqual(before)
    expect((await app.call('DELETE', '/api/channels/webpush:phone')).status).toBe(204)
  }
  await using app = await another(lost)
  expect(await webPush(app)).toMatchObject({ subscribeKey: expect.any(String), unavailable: null })
  expect(await stored()).not.toEqual(before)
})
