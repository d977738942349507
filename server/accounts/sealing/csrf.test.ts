import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimedHouse, goodPassword, type House, type Visitor } from '../test-kit.ts'

let house: House
let cookie: string
let token: string
beforeAll(async () => {
  house = await claimedHouse({ env: { RATE_LIMIT_STRICT: '1000' } })
  ;({ cookie, token } = papersOf(house.owner))
})
afterAll(() => house[Symbol.asyncDispose]())

function papersOf({ cookies }: Visitor) {
  const pair = (name: string) => `deal-scout.${name}=${cookies.get(`deal-scout.${name}`)}`
  return { cookie: `${pair('session_token')}; ${pair('csrf')}`, token: cookies.get('deal-scout.csrf')! }
}

/** What a browser sends for a page, as that page made it: nothing is added but the cookies of who is signed in. */
async function send(
  path: string,
  {
    method = 'POST',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string },
) {
  const answer = await fetch(`${house.address}${path}`, {
    ...{ method, headers: { cookie, ...headers }, redirect: 'manual' },
    ...(body !== undefined && { body }),
  })
  const text = await answer.text()
  const isProblem = /problem\+json/.test(answer.headers.get('content-type') ?? '')
  return { answer, text, code: isProblem ? (JSON.parse(text) as { code: string }).code : null }
}
const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const rule = JSON.stringify({ name: 'Forged', keywords: { all: ['bike'] } })
const forged = async () => {
  const { rows } = await house.test.app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM rules`)
  return rows[0]!.n
}

describe('a request with the cookie of who is signed in, and no token of the session', () => {
  it.each<[string, string, Parameters<typeof send>[1]]>([
    ['says nothing of whence it comes', '/api/rules', { headers: json, body: rule }],
    [
      'says that it comes from here',
      '/api/rules',
      { headers: { ...json, origin: 'OWN', 'sec-fetch-site': 'same-origin' }, body: rule },
    ],
    ['has an empty token', '/api/rules', { headers: { ...json, 'x-csrf-token': '' }, body: rule }],
    ['has the token in its address', '/api/rules?csrf=TOKEN', { headers: json, body: rule }],
    ['has the token in its JSON', '/api/rules', { headers: json, body: '{"csrf":"TOKEN","name":"Forged"}' }],
    ['is a PUT', '/api/me', { method: 'PATCH', headers: json, body: '{"name":"Forged"}' }],
    ['is a DELETE', '/api/me/feed', { method: 'DELETE' }],
    [
      'is a form of another page',
      '/account/sign-out-others',
      { headers: form, body: `password=${goodPassword}` },
    ],
    ['asks an agent’s address', '/mcp', { headers: json, body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' }],
  ])('is refused where it %s', async (_, path, given) => {
    const filled = (text: string) => text.replace('OWN', house.address).replace('TOKEN', token)
    const headers = Object.fromEntries(
      Object.entries(given.headers ?? {}).map(([name, value]) => [name, filled(value)]),
    )
    const before = await forged()
    const { answer, code } = await send(filled(path), {
      ...given,
      headers,
      ...(given.body !== undefined && { body: filled(given.body) }),
    })
    expect([answer.status, code]).toEqual([403, 'csrf-token-missing'])
    expect(await forged()).toBe(before)
  })

  it('is refused with the token of another session, of another person or of one’s own, and with a planted pair', async () => {
    const other = house.visitor()
    await other.call('POST', '/api/auth/sign-in', { email: 'owner@example.com', password: goodPassword })
    const ann = papersOf(await house.member('ann@example.com'))
    const [session] = cookie.split('; ')
    for (const [cookies, sent] of [
      [cookie, papersOf(other).token],
      [cookie, ann.token],
      [ann.cookie, token],
      // A page of a subdomain can set cookies for this one, and know what it set.
      [`${session}; deal-scout.csrf=planted`, 'planted'],
      [`${session}; deal-scout.csrf=`, ''],
    ] as const) {
      const { code } = await send('/api/rules', {
        headers: { ...json, cookie: cookies, 'x-csrf-token': sent },
        body: rule,
      })
      expect(code).toBe('csrf-token-missing')
    }
  })
})

describe('a request with the cookie and even the token', () => {
  it.each([
    ['an origin that is none', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another name beneath this one', { origin: 'http://evil.127.0.0.1' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['the same site, which is another origin', { 'sec-fetch-site': 'same-site' }],
    ['across sites, with its origin cut', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, whence) => {
    const { answer, code } = await send('/api/rules', {
      headers: { ...json, 'x-csrf-token': token, ...(whence as Record<string, string>) },
      body: rule,
    })
    expect([answer.status, code]).toEqual([403, 'foreign-origin'])
  })

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['text/plain; application/json']])(
    'is no JSON where a form sends it as %s',
    async (type) => {
      const before = await forged()
      const { answer } = await send('/api/rules', {
        headers: { 'content-type': type, 'x-csrf-token': token },
        body: rule,
      })
      expect([415, 422]).toContain(answer.status)
      expect(await forged()).toBe(before)
    },
  )

  it('is what its method says: no header, parameter or field makes another one of it', async () => {
    const { answer: made, text } = await send('/api/rules', {
      headers: { ...json, 'x-csrf-token': token },
      body: rule,
    })
    expect(made.status).toBe(201)
    const { id } = JSON.parse(text) as { id: number }
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      for (const method of ['GET', 'POST']) {
        const headers = { [name]: 'DELETE', 'x-csrf-token': token }
        expect([200, 404, 405]).toContain((await send(`/api/rules/${id}`, { method, headers })).answer.status)
      }
    }
    expect((await send(`/api/rules/${id}?_method=DELETE`, { method: 'GET' })).answer.status).toBe(400)
    expect((await send(`/api/rules/${id}`, { method: 'GET' })).answer.status).toBe(200)
  })
})

describe('the token', () => {
  it('comes with the session, can be read by pages alone, goes with it, and is needed for nothing that only looks', async () => {
    const bob = house.visitor()
    await house.member('bob@example.com')
    const signIn = { email: 'bob@example.com', password: goodPassword }
    const set = (await bob.call('POST', '/api/auth/sign-in', signIn)).headers.getSetCookie()
    const line = set.find((one) => one.startsWith('deal-scout.csrf='))!
    expect(line).toMatch(/^deal-scout\.csrf=[\w-]{43}; Path=\/; SameSite=Strict$/)
    expect((await bob.call('GET', '/api/rules', undefined, { 'x-csrf-token': 'x' })).status).toBe(200)
    expect((await bob.call('POST', '/api/rules', { name: 'Bob’s', keywords: { all: ['x'] } })).status).toBe(
      201,
    )
    await bob.call('POST', '/api/auth/sign-out')
    expect([...bob.cookies.keys()].filter((name) => name.endsWith('.csrf'))).toEqual([])
  })

  it('is given again to who has none or another one, by whatever is answered', async () => {
    const [session] = cookie.split('; ')
    for (const cookies of [session!, `${session}; deal-scout.csrf=old`]) {
      const { answer } = await send('/api/rules', { method: 'GET', headers: { cookie: cookies } })
      expect(answer.headers.getSetCookie()).toEqual([`deal-scout.csrf=${token}; Path=/; SameSite=Strict`])
      const refused = await send('/api/rules', { headers: { ...json, cookie: cookies }, body: rule })
      expect(refused.answer.headers.getSetCookie().join()).toContain(token)
    }
    expect((await send('/api/rules', { method: 'GET' })).answer.headers.getSetCookie()).toEqual([])
  })

  it('stands in the forms of the account’s pages, which work by it without a script', async () => {
    const { text } = await send('/account', { method: 'GET' })
    const fields = [...text.matchAll(/name="csrf" value="([^"]+)"/g)].map(([, value]) => value)
    expect(fields).toEqual([token, token])
    const { answer } = await send('/account/sign-out-others', {
      headers: form,
      body: new URLSearchParams({ csrf: token, password: goodPassword }).toString(),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account'])
  })

  it('is asked for of no key', async () => {
    const made = await house.owner.call('POST', '/api/auth/keys', { name: 'program', scope: 'write' })
    const { key } = made.body as { key: string }
    const headers = { ...json, authorization: `Bearer ${key}` }
    expect((await send('/api/rules', { headers, body: rule })).answer.status).toBe(201)
  })

  it('is of this very host where the address is https', async () => {
    await using tls = await claimedHouse({ env: { DEAL_SCOUT_BASE_URL: 'https://deals.example' } })
    expect([...tls.owner.cookies.keys()]).toContain('__Host-deal-scout.csrf')
    const body = { name: 'Mine', keywords: { all: ['x'] } }
    expect((await tls.owner.call('POST', '/api/rules', body)).status).toBe(201)
    expect((await tls.owner.call('POST', '/api/rules', body, { 'x-csrf-token': 'x' })).status).toBe(403)
  })
})
