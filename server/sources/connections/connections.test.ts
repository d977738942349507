import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '../../accounts/test-kit.ts'
import { createApp } from '../../app/app.ts'
import { installationChecks } from '../../app/doctor.ts'
import { asProgram } from '../../core/actor.ts'
import { accessToken } from './access.ts'
import { beginConsent } from './connections.ts'
import { type ConnectedHouse, connect, connectedHouse, pathOf } from './test-kit.ts'

const hourMs = 3_600_000
const yearAndHalfMs = 47_304_000_000

let world: ConnectedHouse
let anna: Visitor
let ben: Visitor
let annaId: ReturnType<typeof asProgram>

beforeAll(async () => {
  world = await connectedHouse()
  anna = await world.house.member('anna@example.com')
  ben = await world.house.member('ben@example.com')
  annaId = asProgram(await idOf('anna@example.com'))
}, 240_000)
afterAll(() => world?.[Symbol.asyncDispose]())
beforeEach(async () => {
  world.site.isAway = false
  world.site.slowMs = 0
  await world.house.test.app.db.query('DELETE FROM marketplace_accounts')
})

const deps = () => world.house.test.app.connections
const view = async (person: Visitor) =>
  (await person.call('GET', '/api/connections/ebay')).body as unknown as Record<string, unknown>

async function idOf(email: string): Promise<number> {
  const sql = 'SELECT id FROM users WHERE email = $1'
  return (await world.house.test.app.db.query<{ id: number }>(sql, [email])).rows[0]!.id
}

async function begin(person: Visitor): Promise<string> {
  const { status, body } = await person.call('POST', '/api/connections/ebay')
  expect(status).toBe(200)
  return (body as { url: string }).url
}

it('asks for the consent by the name of the addresses, for no more than is set, with a state that nobody guesses', async () => {
  const urls = [await begin(anna), await begin(anna)].map((url) => new URL(url))
  const [{ origin, pathname, searchParams: query }] = urls as [URL, URL]
  expect([origin, pathname]).toEqual(['https://auth.ebay.com', '/oauth2/authorize'])
  expect(Object.fromEntries(query)).toEqual({
    client_id: 'id',
    redirect_uri: world.site.ruName,
    response_type: 'code',
    scope:
      'https://api.ebay.com/oauth/api_scope https://api.ebay.com/oauth/api_scope/commerce.identity.readonly',
    state: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(urls[0]!.search).not.toContain('+')
  expect(urls[1]!.searchParams.get('state')).not.toBe(query.get('state'))
  const { rows } = await world.house.test.app.db.query<{ row: string }>(
    'SELECT to_jsonb(c)::text AS row FROM account_consents c',
  )
  for (const url of urls)
    expect(rows.some(({ row }) => row.includes(url.searchParams.get('state')!))).toBe(false)
})

it('connects whom eBay says it is, shows that to them alone, and shows no token', async () => {
  expect(await view(anna)).toMatchObject({ state: 'not-connected', account: null })
  const page = await connect(world.site, anna)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.body).toContain(`The eBay account ${world.site.person.username} is connected`)
  const connected = await view(anna)
  expect(connected).toMatchObject({
    ...{ id: 'ebay', state: 'connected', environment: 'production', reason: null },
    ...{ account: world.site.person.username, scopesMissing: [] },
    accessExpiresAt: new Date(world.clock.now().getTime() + 2 * hourMs).toISOString(),
    refreshExpiresAt: new Date(world.clock.now().getTime() + yearAndHalfMs).toISOString(),
  })
  expect(await view(ben)).toMatchObject({ state: 'not-connected', account: null })
  const token = await accessToken(deps(), annaId, 'ebay')
  expect(world.site.secrets).toContain(token)
  expect(world.site.asked('refresh_token')).toBe(0)
})

it('takes each answer once, from the person and the browser that asked, within ten minutes', async () => {
  const state = async (path: string, as: Visitor) => {
    const page = await as.call('GET', path)
    expect(page.headers.get('content-type')).toContain('text/html')
    return [page.status, page.body] as [number, string]
  }
  const back = pathOf(await world.site.decide(await begin(anna), true))
  const foreign = await state(back, ben)
  expect(foreign).toEqual([400, expect.stringContaining('no answer to anything that you asked for')])
  // Nothing of whose it is, or whether there is such a state.
  expect(await state('/connections/ebay/return?state=made-up&code=x', ben)).toEqual(foreign)
  const elsewhere = world.house.visitor()
  await elsewhere.call('POST', '/api/auth/sign-in', {
    ...{ email: 'anna@example.com', password: 'seven quiet herons' },
  })
  expect(await state(back, elsewhere)).toEqual(foreign)
  const nobody = await world.house.visitor().call('GET', back, undefined, { accept: 'text/html' })
  expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/account/sign-in'])
  expect(await view(anna)).toMatchObject({ state: 'not-connected' })

  expect((await state(back, anna))[0]).toBe(200)
  const again = await state(back, anna)
  expect(again).toEqual([400, expect.stringContaining('was used already')])
  expect(world.site.asked('authorization_code')).toBe(2)

  const late = pathOf(await world.site.decide(await begin(anna), true))
  world.clock.advance(10 * 60_000)
  expect(await state(late, anna)).toEqual([400, expect.stringContaining('longer than ten minutes')])
  const older = pathOf(await world.site.decide(await begin(anna), true))
  await begin(anna)
  expect((await state(older, anna))[0]).toBe(400)
  expect(world.site.asked('authorization_code')).toBe(2)
})

it('says in the audit log when an account was connected and disconnected, and by whom', async () => {
  const events = async () =>
    (
      await world.house.test.app.db.query(
        `SELECT what, actor_id AS by, person_id AS person, details FROM audit_events
         WHERE what LIKE 'marketplace-%' ORDER BY id DESC LIMIT 2`,
      )
    ).rows
  const hers = { by: annaId, person: annaId, details: { marketplace: 'ebay' } }
  await connect(world.site, anna)
  expect((await events())[0]).toEqual({ what: 'marketplace-connected', ...hers })
  expect((await anna.call('DELETE', '/api/connections/ebay')).status).toBe(200)
  const [first] = await events()
  expect(first).toEqual({ what: 'marketplace-disconnected', ...hers })
  // There is none to disconnect, and nothing happened.
  expect((await anna.call('DELETE', '/api/connections/ebay')).status).toBe(404)
  expect((await events())[0]).toEqual(first)
  await connect(world.site, anna)
})

it('says in a sentence that the person declined, or that eBay does not take the code, and connects nothing', async () => {
  const declined = await anna.call('GET', pathOf(await world.site.decide(await begin(anna), false)))
  expect([declined.status, declined.body]).toEqual([
    400,
    expect.stringContaining('You did not agree at eBay.'),
  ])
  const back = new URL(await world.site.decide(await begin(anna), true))
  back.searchParams.set('code', 'another')
  const refused = await anna.call('GET', pathOf(back.href))
  expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('does not take the code')])
  back.searchParams.set('state', new URL(await begin(anna)).searchParams.get('state')!)
  back.searchParams.delete('code')
  const empty = await anna.call('GET', pathOf(back.href))
  expect([empty.status, empty.body]).toEqual([400, expect.stringContaining('without a code')])
  const markup = new URL(await world.site.decide(await begin(anna), false))
  markup.searchParams.set('error', '<img src=x>')
  expect((await anna.call('GET', pathOf(markup.href))).body).not.toContain('<img')
  const away = pathOf(await world.site.decide(await begin(anna), true))
  world.site.isAway = true
  const later = await anna.call('GET', away)
  expect([later.status, later.body]).toEqual([503, expect.stringContaining('begin again later')])
  expect(await view(anna)).toMatchObject({ state: 'not-connected' })
})

it('a command begins it too, for a browser of the same person', async () => {
  const { url } = await beginConsent(deps(), annaId, 'ebay', null)
  const back = pathOf(await world.site.decide(url, true))
  expect((await ben.call('GET', back)).status).toBe(400)
  expect((await anna.call('GET', back)).status).toBe(200)
})

it('renews a token before its end, once, however many processes want it at the same moment', async () => {
  await connect(world.site, anna)
  const { app } = world.house.test
  const log = pino({ level: 'silent' })
  const other = await createApp(app.config, app.adapters, { clock: world.clock, log })
  try {
    const before = world.site.asked('refresh_token')
    const first = await accessToken(deps(), annaId, 'ebay')
    world.clock.advance(2 * hourMs - 5 * 60_000)
    world.site.slowMs = 400
    const both = [deps(), other.connections]
    const tokens = await Promise.all(
      Array.from({ length: 8 }, (_, i) => accessToken(both[i % 2]!, annaId, 'ebay')),
    )
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(first)
    expect(world.site.asked('refresh_token') - before).toBe(1)
    expect(await view(anna)).toMatchObject({
      state: 'connected',
      accessExpiresAt: new Date(world.clock.now().getTime() + 2 * hourMs).toISOString(),
    })
  } finally {
    await other.close()
  }
})

it('a renewal that comes too late overwrites nothing: neither a new consent nor that there is none any more', async () => {
  await connect(world.site, anna)
  world.clock.advance(2 * hourMs)
  world.site.slowMs = 300
  const late = accessToken(deps(), annaId, 'ebay')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const { status, body } = await anna.call('DELETE', '/api/connections/ebay')
  expect([status, body]).toEqual([
    200,
    { sentence: expect.stringContaining('third-party apps in the settings') },
  ])
  await expect(late).rejects.toMatchObject({ code: 'account-not-connected' })
  expect(await view(anna)).toMatchObject({ state: 'not-connected' })

  await connect(world.site, anna)
  world.clock.advance(2 * hourMs)
  world.site.slowMs = 1500
  const later = accessToken(deps(), annaId, 'ebay')
  await new Promise((resolve) => setTimeout(resolve, 300))
  world.site.slowMs = 0
  await connect(world.site, anna)
  const sealed = async () =>
    (await world.house.test.app.db.query('SELECT tokens FROM marketplace_accounts')).rows
  const anew = await sealed()
  await later
  expect(await sealed()).toEqual(anew)
})

it('network trouble is no revocation: it is tried again after a while, and what still lives goes on', async () => {
  await connect(world.site, anna)
  const first = await accessToken(deps(), annaId, 'ebay')
  world.clock.advance(2 * hourMs - 60_000)
  world.site.isAway = true
  expect(await accessToken(deps(), annaId, 'ebay')).toBe(first)
  const asked = world.site.requests.length
  expect(await accessToken(deps(), annaId, 'ebay')).toBe(first)
  expect(world.site.requests).toHaveLength(asked)
  expect(await view(anna)).toMatchObject({ state: 'connected', reason: expect.stringContaining('503') })
  world.clock.advance(2 * 60_000)
  await expect(accessToken(deps(), annaId, 'ebay')).rejects.toMatchObject({
    ...{ code: 'marketplace-away', status: 503, retryAfterS: 60 },
  })
  world.site.isAway = false
  await expect(accessToken(deps(), annaId, 'ebay')).rejects.toMatchObject({ code: 'marketplace-away' })
  world.clock.advance(61_000)
  expect(await accessToken(deps(), annaId, 'ebay')).not.toBe(first)
  expect(await view(anna)).toMatchObject({ state: 'connected', reason: null })
})

it('a refused consent is asked about once, loses its tokens, and is said by the API and by doctor', async () => {
  await connect(world.site, anna)
  const doctor = async (of = 'connected accounts') => {
    const { app } = world.house.test
    const checks = installationChecks({
      ...app.sources,
      ...app.notify,
      unencrypted: [],
      dataDir: app.config.dataDir,
      userId: annaId,
    })
    return checks.find(({ name }) => name === of)!.run()
  }
  expect(await doctor()).toEqual({ ok: true, detail: 'eBay connected' })
  expect(await doctor('deletion notices')).toEqual({ ok: true, detail: 'eBay: taken' })
  world.clock.advance(2 * hourMs)
  world.site.revokeAll()
  const before = world.site.asked('refresh_token')
  const refused = { code: 'account-needs-consent', status: 409 }
  await expect(accessToken(deps(), annaId, 'ebay')).rejects.toMatchObject(refused)
  world.clock.advance(24 * hourMs)
  await expect(accessToken(deps(), annaId, 'ebay')).rejects.toMatchObject(refused)
  expect(world.site.asked('refresh_token') - before).toBe(1)
  expect(await view(anna)).toMatchObject({
    state: 'needs-consent',
    reason: expect.stringContaining('does not take the consent any more'),
  })
  expect(await doctor()).toEqual({
    ok: false,
    detail: expect.stringContaining('connect it again under /sources'),
  })
  const { rows } = await world.house.test.app.db.query('SELECT tokens FROM marketplace_accounts')
  expect(rows).toEqual([{ tokens: null }])
  expect((await connect(world.site, anna)).status).toBe(200)
  expect(await view(anna)).toMatchObject({ state: 'connected', reason: null })
})

it('says that a consent is over once its time is, without asking', async () => {
  await connect(world.site, anna)
  world.clock.advance(yearAndHalfMs)
  const asked = world.site.requests.length
  expect(await view(anna)).toMatchObject({ state: 'expired' })
  await expect(accessToken(deps(), annaId, 'ebay')).rejects.toMatchObject({ code: 'account-needs-consent' })
  expect(world.site.requests).toHaveLength(asked)
})

it('a key neither connects nor disconnects, and only reads how it is', async () => {
  const made = await anna.call('POST', '/api/auth/keys', { name: 'mine', scope: 'write' })
  const headers = { authorization: `Bearer ${(made.body as { key: string }).key}` }
  const key = world.house.visitor()
  for (const [method, path] of [
    ['POST', '/api/connections/ebay'],
    ['DELETE', '/api/connections/ebay'],
    ['GET', '/connections/ebay/return?state=x&code=x'],
  ] as const)
    expect((await key.call(method, path, undefined, headers)).status).toBe(403)
  expect((await key.call('GET', '/api/connections', undefined, headers)).status).toBe(200)
  expect((await anna.call('GET', '/api/connections/craigslist')).status).toBe(404)
})

it('tokens, codes, states and keys of the app stand in no row in clear, in no answer, export or log', async () => {
  await connect(world.site, anna)
  world.clock.advance(2 * hourMs)
  await accessToken(deps(), annaId, 'ebay')
  const exported = (await anna.call('GET', '/api/me/export')).body as string
  expect(exported).toContain('"marketplace_accounts"')
  expect(exported).toContain(world.site.person.username)
  const { rows } = await world.house.test.app.db.query<{ row: string }>(
    `SELECT to_jsonb(a)::text AS row FROM marketplace_accounts a UNION ALL SELECT to_jsonb(c)::text FROM adapter_cache c`,
  )
  const list = JSON.stringify((await anna.call('GET', '/api/connections')).body)
  const places = { exported, list, rows: rows.map(({ row }) => row).join(), log: world.logged.join('') }
  expect(world.site.secrets.length).toBeGreaterThan(20)
  expect(world.logged.some((line) => line.includes('an account was connected'))).toBe(true)
  for (const [place, text] of Object.entries(places))
    for (const secret of world.site.secrets)
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
        expect(text.includes(form), `${place} has ${secret}`).toBe(false)
  const states = world.site.requests.flatMap(({ url }) => url.searchParams.get('state') ?? [])
  expect(states.length).toBeGreaterThan(5)
  expect(states.filter((state) => places.log.includes(state))).toEqual([])
})

it('ends with the account of the person', async () => {
  const email = 'carla@example.com'
  const carla = await world.house.member(email)
  await connect(world.site, carla)
  const id = await idOf(email)
  const rows = async () =>
    (await world.house.test.app.db.query('SELECT FROM marketplace_accounts WHERE user_id = $1', [id])).rows
  expect(await rows()).toHaveLength(1)
  const gone = await carla.call('POST', '/api/me/deletion', { password: 'seven quiet herons' })
  expect(gone.status).toBe(204)
  expect(await rows()).toHaveLength(0)
})
