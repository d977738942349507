import diagnostics from 'node:diagnostics_channel'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerText } from '../harness/answer-text.ts'
import { type TestApp, testApp } from '../harness/app.ts'
import { securityHeaders as expected, expectedOf, guarding } from './expected-headers.ts'

const routes = new Set<string>()
let test: TestApp
beforeAll(async () => {
  const onMade = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.add(`${one} ${url}`)
    })
  }
  diagnostics.subscribe('fastify.initialization', onMade)
  test = await testApp({
    roles: ['api'],
    env: { DEAL_SCOUT_SECURITY_CONTACT: 'mailto:security@deals.example' },
  })
  diagnostics.unsubscribe('fastify.initialization', onMade)
})
afterAll(() => test?.[Symbol.asyncDispose]())

describe('security headers', () => {
  it('are on the answer of every route, whatever it is', async () => {
    expect(routes.size).toBeGreaterThan(80)
    const seen = new Set<number>()
    for (const route of routes) {
      const [method, url] = route.split(' ') as [string, string]
      const response = await fetch(`${test.address}${url.replace(/:\w+/g, '1')}`, {
        method,
        redirect: 'manual',
        ...(!['GET', 'HEAD'].includes(method) && {
          headers: { 'content-type': 'application/json' },
          body: '{}',
        }),
      })
      await answerText(response)
      seen.add(response.status)
      expect([route, guarding(response.headers)]).toEqual([route, expectedOf(url)])
      expect([route, response.headers.get('cache-control')]).toEqual([
        route,
        expect.stringMatching(/^(?:no-store|private, no-cache|(?:public|private), max-age=3600)$/),
      ])
    }
    expect([...seen]).toEqual(expect.arrayContaining([200, 404, 422]))
  })

  it('are on what no route answers: what is not there, cannot be decoded, has a foreign name or comes from elsewhere', async () => {
    for (const [path, init, status] of [
      ['/nowhere', {}, 404],
      ['/%zz', {}, 400],
      ['/api/rules', { method: 'POST', headers: { origin: 'https://evil.example' } }, 403],
      ['/api/rules', { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } }, 415],
      ['/api/rules', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }, 405],
    ] as const) {
      const response = await fetch(`${test.address}${path}`, init)
      expect([path, response.status]).toEqual([path, status])
      expect([path, guarding(response.headers)]).toEqual([path, expected])
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
    for (const text of ['GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', 'no request\r\n\r\n']) {
      const headers = await raw(text)
      expect([text, guarding(headers)]).toEqual([text, expected])
    }
  })
})

describe('with TLS in front', () => {
  it('browsers are told to stay with it; on this machine without TLS they are not', async () => {
    await using tls = await testApp({ roles: ['api'], env: { DEAL_SCOUT_BASE_URL: 'https://deals.example' } })
    const { headers } = await fetch(`${tls.address}/livez`)
    expect(guarding(headers)).toEqual({
      ...expected,
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
    expect((await fetch(`${tls.address}/.well-known/security.txt`)).status).toBe(404)
  })
})

describe('security.txt', () => {
  it('names the contact, and ends within a year (RFC 9116)', async () => {
    const response = await fetch(`${test.address}/.well-known/security.txt`)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const text = await response.text()
    expect(text).toContain('Contact: mailto:security@deals.example\n')
    const expires = new Date(/^Expires: (\S+)$/m.exec(text)![1]!)
    expect(expires.getTime()).toBeGreaterThan(Date.now())
    expect(expires.getTime()).toBeLessThan(Date.now() + 365 * 86_400_000)
  })
})

describe('another web site', () => {
  it('that the operator named may read and write, by itself and not with cookies; no other may', async () => {
    await using app = await testApp({
      roles: ['api'],
      env: { DEAL_SCOUT_CORS_ORIGINS: 'https://app.example' },
    })
    const from = (origin: string, init: RequestInit = {}) =>
      fetch(`${app.address}/api/rules`, {
        ...init,
        headers: { origin, 'sec-fetch-site': 'cross-site', ...(init.headers as Record<string, string>) },
      })
    const asks = { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }
    const preflight = await from('https://app.example', asks)
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example')
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
    expect((await from('https://evil.example', asks)).headers.has('access-control-allow-origin')).toBe(false)
    const write = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"x"}' }
    const written = await from('https://app.example', write)
    expect(written.status).toBe(201)
    expect(written.headers.get('access-control-allow-origin')).toBe('https://app.example')
    for (const other of ['https://evil.example', 'http://app.example', 'https://app.example:8443', 'null']) {
      const refused = await from(other, write)
      expect([other, refused.status]).toEqual([other, 403])
      expect(refused.headers.has('access-control-allow-origin')).toBe(false)
      expect((await from(other)).headers.has('access-control-allow-origin')).toBe(false)
    }
  })
})

/** The headers of the answer to a text that fetch() would not send. */
async function raw(text: string): Promise<Headers> {
  const { hostname, port } = new URL(test.address!)
  const socket = connect(Number(port), hostname)
  socket.end(text)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  const lines = answer.split('\r\n\r\n')[0]!.split('\r\n').slice(1)
  return new Headers(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
}
