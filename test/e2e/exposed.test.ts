import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../harness/app.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

/** The status and body of what is asked in these very words. */
async function asked(text: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(test.address!)
  const socket = connect(Number(port), hostname)
  socket.end(text)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return { status: Number(answer.split(' ')[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) }
}
const get = (path: string, method = 'GET') =>
  asked(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nX-Seen: canary\r\nConnection: close\r\n\r\n`)

describe('what is not meant to be seen', () => {
  it.each([
    '/.git/config',
    '/.git/',
    '/.env',
    '/package.json',
    '/server/cli.ts',
    '/node_modules/',
    '/secret-key',
    '/data/secret-key',
    '/../package.json',
    '/account/../../package.json',
    '/account/..%2f..%2fpackage.json',
    '/api/reference/..%2f..%2f..%2fpackage.json',
    '/api/reference/js/',
    '/account/',
    '/feeds/',
    '/.well-known/',
  ])('no file and no list of files is at %s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).not.toMatch(/"dependencies"|repositoryformatversion|Index of/)
  })

  it.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND'])(
    '%s is answered by nothing that was asked',
    async (method) => {
      const { status, body } = await get('/api/rules', method)
      expect(status === 0 || status >= 400 || Number.isNaN(status)).toBe(true)
      expect(body).not.toContain('canary')
    },
  )
})

it('what is sent is decoded once and is data from there on: it comes back as it was sent', async () => {
  for (const name of [
    '%2541 &amp;lt;b&amp;gt; \\u0041 =?utf-8?q?A?=',
    `'); DROP TABLE rules; --`,
    '<script>alert(1)</script>',
    '{{name}} %s %d',
    '=HYPERLINK("https://evil.example")',
  ]) {
    const made = await test.call('POST', '/api/rules', { name })
    expect(made.status).toBe(201)
    const { id } = made.body as { id: number }
    expect((await test.call('GET', `/api/rules/${id}`)).body).toMatchObject({ name })
    const twice = String(id).replace(/./g, (digit) => `%25${digit.charCodeAt(0).toString(16)}`)
    expect((await test.call('GET', `/api/rules/${twice}`)).status).toBe(422)
  }
})

it('a parameter that is given twice is refused, wherever one is asked for', async () => {
  for (const query of ['limit=1&limit=2', 'limit=1&limit=1', 'limit[]=1', 'limit%5B%5D=1'])
    expect([400, 422], query).toContain((await test.call('GET', `/api/rules?${query}`)).status)
  const body = '{"name":"a","name":"b"}'
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${test.address}/api/rules?name=c`, { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
})

it('every answer with a body says what it is, and text in which characters it is written', async () => {
  for (const [path, type] of [
    ['/account/sign-in', 'text/html; charset=utf-8'],
    ['/account/style.css', 'text/css; charset=utf-8'],
    ['/api/notice.css', 'text/css; charset=utf-8'],
    ['/api/rules', 'application/json; charset=utf-8'],
    ['/api/openapi.json', 'application/json; charset=utf-8'],
    ['/api/reference/', 'text/html; charset=utf-8'],
    ['/nowhere', 'application/problem+json'],
    ['/metrics', expect.stringMatching(/^text\/plain;.*charset=utf-8/)],
  ] as const)
    expect([path, (await fetch(`${test.address}${path}`)).headers.get('content-type')]).toEqual([path, type])
})
