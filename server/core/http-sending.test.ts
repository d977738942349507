import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttp, type Http, listen } from './http.ts'

let http: Http
let port: number
const long = { items: Array.from({ length: 200 }, (_, id) => ({ id, title: 'Oak desk' })), next: null }
const state = { items: long.items as object[] }

beforeAll(async () => {
  http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '1',
    allowedHosts: () => ['127.0.0.1'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
  })
  http.get('/api/long', async () => ({ ...long, items: state.items }))
  http.get('/api/short', async () => ({ ok: true }))
  http.post('/api/long', async () => long)
  http.get('/api/picture', async (_, reply) => reply.type('image/png').send(Buffer.alloc(5000)))
  http.get('/api/link', { config: { tokenIsProof: true } }, async () => long)
  http.get('/api/events', (_, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).end(`data: ${'x'.repeat(3000)}\n\n`)
  })
  port = Number(new URL(await listen(http, '127.0.0.1', 0)).port)
})
afterAll(() => http.close())

/** As it comes, without the unpacking that fetch does. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request(
        { port, path, method, headers: { host: '127.0.0.1', ...headers } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
          )
        },
      )
      asked.on('error', reject).end()
    },
  )
}

describe('an answer', () => {
  it('of JSON above 1 KB is packed in a way that its caller takes, and says so to caches', async () => {
    for (const [accepts, encoding, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const { headers, body } = await ask('/api/long', { 'accept-encoding': accepts })
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers.vary).toMatch(/accept-encoding/i)
      expect(body.length).toBeLessThan(JSON.stringify(long).length / 5)
      expect(JSON.parse(unpack(body).toString())).toEqual(long)
    }
    const plain = await ask('/api/long')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(plain.body.toString())).toEqual(long)
  })

  it.each(['/api/short', '/api/picture', '/api/link', '/api/events'])(
    'that is small, no text, behind a link with a token, or a stream of events is sent as it is: %s',
    async (path) => {
      const { status, headers } = await ask(path, { 'accept-encoding': 'br, gzip' })
      expect(status).toBe(200)
      expect(headers['content-encoding']).toBeUndefined()
    },
  )

  it('that its caller has already is a 304 without a body, packed or not, until it changes', async () => {
    const first = await ask('/api/long', { 'accept-encoding': 'br' })
    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    for (const known of [tag, `"other", ${tag}`, tag.slice(2), '*']) {
      const again = await ask('/api/long', { 'if-none-match': known, 'accept-encoding': 'br' })
      expect(again).toMatchObject({ status: 304, headers: { etag: tag } })
      expect(again.body).toHaveLength(0)
      expect(again.headers['content-encoding']).toBeUndefined()
    }
    state.items = long.items.slice(1)
    const changed = await ask('/api/long', { 'if-none-match': tag })
    expect(changed.status).toBe(200)
    expect(changed.headers.etag).not.toBe(tag)
    state.items = long.items
  })

  it('to a write or of a mistake has no tag, whatever the caller has', async () => {
    const posted = await ask('/api/long', { 'if-none-match': '*' }, 'POST')
    expect(posted.status).toBe(200)
    expect(posted.headers.etag).toBeUndefined()
    const missing = await ask('/api/none', { 'if-none-match': '*' })
    expect(missing.status).toBe(404)
    expect(missing.headers.etag).toBeUndefined()
  })
})

it('a packed body is not unpacked', async () => {
  const { status } = await ask('/api/long', { 'content-encoding': 'gzip', 'content-length': '0' }, 'POST')
  expect(status).toBe(200)
})
