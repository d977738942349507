import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { claimedHouse, type House } from '../accounts/test-kit.ts'
import { type Agent, httpAgent, keyOf } from './test-kit.ts'

let house: House
let key: { id: number; headers: { authorization: string } }
beforeAll(async () => {
  house = await claimedHouse()
  key = await keyOf(house.owner, 'write')
})
afterAll(() => house[Symbol.asyncDispose]())

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const rule = { rule: { name: 'By an agent', keywords: { all: ['lamp'] } } }

/** As sent, with a `Host` that fetch would not let through. */
function post(headers: Record<string, string>, body: string, method = 'POST') {
  const { hostname, port } = new URL(house.address)
  return new Promise<{ status: number; text: string; allow: string | undefined }>((resolve, reject) => {
    const asked = request(
      {
        ...{ hostname, port, method, path: '/mcp' },
        headers: {
          accept: 'application/json, text/event-stream',
          ...(method === 'POST' && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      async (answer) => {
        let text = ''
        for await (const part of answer.setEncoding('utf8')) text += part
        resolve({ status: answer.statusCode!, text, allow: answer.headers.allow })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
const send = (headers: Record<string, string>, body: unknown = list) => post(headers, JSON.stringify(body))

async function refusal(agent: Agent): Promise<unknown> {
  const { isError, text } = await agent.call('create_rule', rule)
  return isError ? JSON.parse(text).code : 'made'
}

describe('who may', () => {
  it('a key that may only read looks and makes no rule; one that may write does', async () => {
    const member = await house.member('member@example.com')
    const codes = []
    for (const scope of ['read', 'write']) {
      await using agent = await httpAgent(house.address, (await keyOf(member, scope)).headers)
      expect((await agent.call('search_deals')).isError).toBe(false)
      codes.push(await refusal(agent))
    }
    expect(codes).toEqual(['scope-missing', 'made'])
  })

  it('a viewer makes no rule, even by a key that may write', async () => {
    const viewer = await house.member('viewer@example.com', 'viewer')
    await using agent = await httpAgent(house.address, (await keyOf(viewer, 'write')).headers)
    expect((await agent.call('list_rules')).isError).toBe(false)
    expect(await refusal(agent)).toBe('role-missing')
  })

  it('nobody, a made-up key and a key that was ended are answered 401, in the middle of it too', async () => {
    const ended = await keyOf(house.owner, 'write')
    await using agent = await httpAgent(house.address, ended.headers)
    expect((await agent.call('list_rules')).isError).toBe(false)
    await house.owner.call('DELETE', `/api/auth/keys/${ended.id}`)
    await expect(agent.call('list_rules')).rejects.toThrow()
    for (const headers of [{}, { authorization: 'Bearer ds_made_up' }, ended.headers])
      expect((await send(headers)).status).toBe(401)
  })

  it('a browser with a session is let in from pages of this origin alone', async () => {
    const cookie = [...house.owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = { cookie, origin: house.address, 'sec-fetch-site': 'same-origin' }
    // What is no page of ours may have the cookie, and has not the token beside it.
    expect((await send(own)).status).toBe(403)
    const token = /\.csrf=([^;]+)/.exec(cookie)![1]!
    expect((await send({ ...own, 'x-csrf-token': token })).status).toBe(200)
    const foreign = {
      ...own,
      'x-csrf-token': token,
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    }
    expect((await send(foreign)).status).toBe(403)
  })
})

describe('what is refused before a tool is reached', () => {
  it.each([
    ['a foreign Host (DNS rebinding)', { host: 'evil.example' }, 421],
    ['a foreign Host with our port', { host: 'evil.example:3000' }, 421],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['an Origin of nobody', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['what is no JSON', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_, headers, status) => {
    expect((await send({ ...key.headers, ...headers })).status).toBe(status)
  })

  it('the same where nobody has claimed it, on loopback, where no key is asked for', async () => {
    await using open: TestApp = await testApp({ roles: ['api'] })
    await using agent = await httpAgent(open.address!, {})
    expect((await agent.call('list_rules')).structured).toEqual({ items: [], next: null })
    const answer = await fetch(`${open.address}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify(list),
    })
    expect(answer.status).toBe(403)
  })

  it('a batch, which would be counted as one request', async () => {
    expect((await send(key.headers, [list, { ...list, id: 2 }])).status).toBe(422)
  })

  it('a huge body, JSON that is none, and depth without end', async () => {
    const huge = { ...list, params: { text: 'x'.repeat(300_000) } }
    expect((await send(key.headers, huge)).status).toBe(413)
    expect((await post(key.headers, '{"jsonrpc":')).status).toBe(400)
    const deep = `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`
    expect((await post(key.headers, deep)).status).toBe(422)
  })

  it('other methods: there is no session and no stream to ask for', async () => {
    for (const method of ['GET', 'DELETE', 'PUT'])
      expect(await post(key.headers, '', method)).toMatchObject({ status: 405, allow: 'POST' })
  })

  it('an unknown tool and an unknown method, by the codes of the protocol', async () => {
    await using agent = await httpAgent(house.address, key.headers)
    await expect(agent.call('drop_tables')).rejects.toMatchObject({ code: -32602 })
    await expect(agent.call('__proto__')).rejects.toMatchObject({ code: -32602 })
    const { text } = await send(key.headers, { ...list, method: 'rules/drop' })
    expect(text).toContain('-32601')
  })

  it('a stream that never ends: it is answered at once', async () => {
    const body = {
      ...{ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen' },
      params: {
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
        notifications: { toolsListChanged: true },
      },
    }
    const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' }
    const { text } = await send({ ...key.headers, ...headers }, body)
    expect(JSON.parse(text)).toMatchObject({ error: { code: expect.any(Number) } })
  })
})

it('asking is counted with what takes long', async () => {
  await using few = await claimedHouse({ env: { RATE_LIMIT_COSTLY: '3' } })
  const { headers } = await keyOf(few.owner, 'read')
  const statuses = []
  for (let n = 0; n < 5; n++) {
    const answer = await fetch(`${few.address}/mcp`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify(list),
    })
    statuses.push(answer.status)
  }
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1)
  expect(statuses[0]).toBe(200)
})
