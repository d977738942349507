import { request } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../test/harness/until.ts'
import { claimedHouse, goodPassword, type House, type Visitor } from '../accounts/test-kit.ts'

interface Line {
  event?: string
  requestId?: string
  [name: string]: unknown
}
const lines: Line[] = []
let house: House
let ann: Visitor
let annId = 0
beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  house = await claimedHouse({ overrides: { log }, env: { RATE_LIMIT_STRICT: '8' } })
  ann = await house.member('ann@example.com')
  annId = ((await ann.call('GET', '/api/auth/account')).body as { id: number }).id
})
afterAll(() => house[Symbol.asyncDispose]())

const secret = 'swordfish-of-somebody'
async function counted(kind: string): Promise<number> {
  const { body } = await house.visitor().call('GET', '/metrics')
  const found = new RegExp(`deal_scout_security_events_total\\{kind="${kind}"\\} (\\d+)`).exec(body)
  return Number(found?.[1] ?? 0)
}
/** What is noted of an answer, by its request id; counted, too. */
async function noted(kind: string, ask: () => Promise<{ status: number; headers: Headers }>) {
  const before = await counted(kind)
  const { status, headers } = await ask()
  const id = headers.get('x-request-id')
  const line = await until(async () => lines.find(({ requestId }) => requestId === id))
  expect(await counted(kind)).toBe(before + 1)
  expect(line).toMatchObject({ event: kind, msg: 'security event', address: '127.0.0.1' })
  expect(JSON.stringify(line)).not.toContain(secret)
  return { status, line }
}
/** With headers that fetch() does not let a page set. */
const raw = (method: string, path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Headers }>((resolve, reject) => {
    request(`${house.address}${path}`, { method, headers }, (answer) => {
      answer.resume()
      const got = new Headers({ 'x-request-id': String(answer.headers['x-request-id']) })
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: got }))
    })
      .on('error', reject)
      .end()
  })

describe('noted as security events, each with its request, address and person, without what was sent', () => {
  it('refused input: values, parameters, bodies, and damaged links', async () => {
    const annCalls: [string, string, unknown][] = [
      ['PATCH', '/api/me', { profile: { units: secret } }],
      ['POST', '/api/rules', { name: secret, [secret]: 1 }],
      ['GET', `/api/rules?${secret}=1`, undefined],
      ['POST', '/api/auth/password', { password: goodPassword, newPassword: 'password-1234' }],
    ]
    for (const [method, path, body] of annCalls) {
      const { status, line } = await noted('input-refused', () => ann.call(method, path, body))
      expect([400, 422]).toContain(status)
      expect(line).toMatchObject({ person: annId, key: null, route: `${method} ${path.split('?')[0]}` })
    }
    const { line } = await noted('input-refused', () =>
      house.visitor().call('POST', `/api/unsubscribe/${secret}`),
    )
    expect(line).toMatchObject({ person: null, route: 'POST /api/unsubscribe/:token' })
  })

  it('foreign origins and hosts', async () => {
    const { status, line } = await noted('foreign-origin', () =>
      ann.call('POST', '/api/rules', { name: 'x' }, { origin: `https://${secret}.example` }),
    )
    expect([status, line.code, line.route]).toEqual([403, 'foreign-origin', 'POST /api/rules'])
    const foreign = await noted('foreign-host', () => raw('GET', '/api/rules', { host: `${secret}.example` }))
    expect([foreign.status, foreign.line.code]).toEqual([421, 'foreign-host'])
  })

  it('keys that are none or were ended, and who has no right', async () => {
    const { body } = await ann.call('POST', '/api/auth/keys', { name: 'mine', scope: 'read' })
    const key = body as { id: number; key: string }
    const use = (method: string, path: string, bearer: string) =>
      house.visitor().call(method, path, undefined, { authorization: `Bearer ${bearer}` })
    const over = await noted('right-refused', () => use('DELETE', '/api/rules/1', key.key))
    expect(over.line).toMatchObject({ person: annId, key: key.id, code: 'scope-missing' })
    const asks = await noted('right-refused', () => ann.call('GET', '/api/users'))
    expect(asks.line).toMatchObject({ person: annId, key: null, route: 'GET /api/users' })
    await ann.call('DELETE', `/api/auth/keys/${key.id}`)
    for (const bearer of [key.key, `ds_${secret}`]) {
      const { status, line } = await noted('key-refused', () => use('GET', '/api/rules', bearer))
      expect([status, line.person]).toEqual([401, null])
      expect(JSON.stringify(line)).not.toContain(key.key)
    }
    // A browser that is not signed in tries nothing.
    const before = await counted('key-refused')
    expect((await house.visitor().call('GET', '/api/rules')).status).toBe(401)
    expect(await counted('key-refused')).toBe(before)
  })

  it('limits that are hit, on pages as well', async () => {
    for (let at = 0; at < 8; at++) await ann.call('POST', '/api/auth/prove', { password: goodPassword })
    const { status, line } = await noted('limit-hit', () =>
      ann.call('POST', '/api/auth/prove', { password: secret }),
    )
    expect(status).toBe(429)
    expect(line).toMatchObject({ person: annId, route: 'POST /api/auth/prove' })
    const page = await noted('limit-hit', () => ann.post('/account/second-factor', { password: secret }))
    expect(page.line).toMatchObject({ person: annId, route: 'POST /account/second-factor' })
  })
})

it('what is in order, or a wrong password, which is in the audit log, is no such event', async () => {
  const before = lines.length
  const guest = house.visitor()
  expect((await ann.call('GET', '/api/rules')).status).toBe(200)
  expect((await guest.call('GET', '/api/nowhere')).status).toBe(404)
  await guest.call('POST', '/api/auth/sign-in', { email: 'ann@example.com', password: secret })
  expect(lines.slice(before).filter(({ event }) => event !== undefined && event !== 'limit-hit')).toEqual([])
})
