import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { notFound } from './errors.ts'
import { createHttp, type Http, listen } from './http.ts'
import { problemSchema } from './http-document.ts'
import { problemCodes } from './problem-codes.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A server with a few routes that go wrong; what it logs is in `lines`. */
async function start(over: { closeMs?: number; level?: string; routes?(http: Http): void } = {}) {
  const lines: string[] = []
  const log = pino({ level: over.level ?? 'info' }, { write: (line: string) => void lines.push(line) })
  const http = await createHttp({
    log,
    version: '1.2.3',
    allowedHosts: () => ['127.0.0.1', 'localhost', '[::1]', 'deals.example'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
    publicOrigin: () => 'https://deals.example',
    ...(over.closeMs !== undefined && { closeMs: over.closeMs }),
  })
  http.post(
    '/things/:id',
    {
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        querystring: z.object({ limit: z.coerce.number().max(10).optional() }),
        body: z.object({ name: z.string().min(1), tags: z.array(z.object({ word: z.string() })).optional() }),
      },
    },
    async () => ({ ok: true }),
  )
  http.get('/none', async () => Promise.reject(notFound('thing')))
  http.get('/broken', async () => Promise.reject(new Error('password=hunter2 at /srv/secret.ts')))
  http.get('/broken-answer', { schema: { response: { 200: z.object({ a: z.number() }) } } }, async () => ({
    a: 'hunter2' as never,
  }))
  http.get('/parse', async () => z.object({ a: z.number() }).parse({ a: 'x' }))
  over.routes?.(http)
  undo.push(() => http.close())
  const address = await listen(http, '127.0.0.1', 0)
  return { http, address, port: Number(new URL(address).port), lines }
}

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const body = problemSchema.parse(await response.json())
  expect(body.status).toBe(response.status)
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  expect(body.instance).toBe(`urn:uuid:${body.requestId}`)
  expect(problemCodes).toHaveProperty([body.code], expect.objectContaining({ status: body.status }))
  expect(body.title).toBe(problemCodes[body.code as keyof typeof problemCodes].title)
  return body
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

/** Sends with a Host header of its own, which fetch() refuses to. */
async function withHost(port: number, host: string): Promise<number> {
  const request = httpRequest({ host: '127.0.0.1', port, path: '/none', headers: { host } })
  request.end()
  const [response] = await once(request, 'response')
  response.resume()
  return response.statusCode
}

it('whoever goes away before the answer is no fault of the program', async () => {
  let answer: (() => void) | undefined
  const { port, lines } = await start({
    level: 'debug',
    routes: (http) =>
      http.get('/slow', async () => {
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        // As streams say it that are sent to a socket that is closed.
        throw Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })
      }),
  })
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await expect.poll(() => answer).toBeDefined()
  socket.destroy()
  await setTimeout(100)
  answer!()
  await expect.poll(() => lines.some((line) => line.includes('went away'))).toBe(true)
  expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([])
})

describe('problems', () => {
  it('name the fields of a bad body, parameter and query', async () => {
    const { address } = await start()
    const bad = await problem(await post(`${address}/things/1`, '{"name":"","tags":[{"word":"a"},{}]}'))
    expect(bad).toMatchObject({ code: 'bad-input', status: 422 })
    expect(Object.keys(bad.fields ?? {})).toEqual(['name', 'tags.1.word'])
    expect(bad.detail).toContain('name')
    expect((await problem(await post(`${address}/things/x`, '{"name":"a"}'))).fields).toHaveProperty(
      'params.id',
    )
    expect((await problem(await post(`${address}/things/1?limit=11`, '{"name":"a"}'))).fields).toHaveProperty(
      'querystring.limit',
    )
    expect((await problem(await fetch(`${address}/parse`))).fields).toHaveProperty('a')
  })

  it('tell unknown routes, malformed JSON, too large and wrongly typed bodies apart', async () => {
    const { address } = await start()
    const route = await problem(await fetch(`${address}/nowhere?token=abc`))
    expect(route).toMatchObject({
      status: 404,
      code: 'no-such-route',
      detail: 'There is nothing at GET /nowhere.',
    })
    for (const text of ['{"name":', '', '{"__proto__":{"name":"x"}}'])
      expect(await problem(await post(`${address}/things/1`, text))).toMatchObject({
        status: 400,
        code: 'malformed-json',
      })
    expect(await problem(await post(`${address}/things/1`, `"${'x'.repeat(1024 * 1024)}"`))).toMatchObject({
      status: 413,
      code: 'body-too-large',
    })
    expect(
      await problem(await post(`${address}/things/1`, '<a/>', { 'content-type': 'text/xml' })),
    ).toMatchObject({ status: 415, code: 'media-type-not-taken' })
    expect(await problem(await fetch(`${address}/none`))).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: 'There is no such thing.',
    })
    expect(await problem(await fetch(`${address}/%zz`))).toMatchObject({ status: 400, code: 'bad-request' })
    expect(await problem(await post(`${address}/things/${'1'.repeat(301)}`, '{}'))).toMatchObject({
      status: 414,
      code: 'address-too-long',
    })
  })

  it('say which methods an address takes that was asked with another', async () => {
    const { address } = await start()
    for (const [method, path, allow] of [
      ['DELETE', '/none', 'GET, HEAD'],
      ['GET', '/things/7?limit=1', 'POST'],
      ['OPTIONS', '/things/7', 'POST'],
    ] as const) {
      const answer = await fetch(`${address}${path}`, { method })
      expect(answer.headers.get('allow')).toBe(allow)
      expect(await problem(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' })
    }
    expect(await problem(await fetch(`${address}/things/7/8`, { method: 'POST' }))).toMatchObject({
      status: 404,
    })
  })

  it('hide the detail of what broke here; the log has it under the same request id', async () => {
    const { address, lines } = await start()
    for (const path of ['/broken', '/broken-answer']) {
      const body = await problem(await fetch(`${address}${path}`))
      expect(body).toMatchObject({ status: 500, code: 'internal-error' })
      expect(JSON.stringify(body)).not.toMatch(/hunter2|secret\.ts/)
      expect(lines.at(-1)).toContain(body.requestId)
    }
    expect(lines.join('')).toContain('hunter2')
  })

  it('are logged no louder than the log is meant to be', async () => {
    const { address, lines } = await start({ level: 'silent' })
    await fetch(`${address}/broken`)
    expect(lines).toEqual([])
  })
})

/** Sends bytes as they are; the answer is read as one. */
async function exchange(port: number, text: string): Promise<{ status: number; body: unknown }> {
  const socket = connect(port, '127.0.0.1')
  socket.write(text, 'latin1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'close')
  const [head, body] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
  return { status: Number(head!.split(' ')[1]), body: JSON.parse(body!) }
}

describe('what is no HTTP', () => {
  it.each([
    ['GET / HTTP/1.1\r\nHost localhost\r\n\r\n', 400],
    ['no such thing\r\n\r\n', 400],
    ['GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['POST /things/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'POST /things/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%j is answered by a problem too', async (text, status) => {
    const { port } = await start()
    const { body, ...answer } = await exchange(port, text)
    expect(answer).toEqual({ status })
    expect(problemSchema.parse(body)).toMatchObject({ status })
  })
})

describe('callers', () => {
  it('must use a name of this server, whatever the port: a page that rebinds its own name is refused', async () => {
    const { port } = await start()
    for (const host of ['127.0.0.1', `localhost:${port}`, 'LOCALHOST', '[::1]:3000', 'deals.example']) {
      expect([host, await withHost(port, host)]).toEqual([host, 404])
    }
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'evil@127.0.0.1',
      '127.0.0.1/evil',
      '0.0.0.0',
      'a b',
    ]) {
      expect([host, await withHost(port, host)]).toEqual([
        host,
        host.includes(' ') ? expect.any(Number) : 421,
      ])
    }
  })

  it('name exactly one host', async () => {
    const { port } = await start()
    const hosts = (lines: string) => exchange(port, `GET /none HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)
    expect(await hosts('Host: localhost\r\nhost: evil.example\r\n')).toMatchObject({ status: 400 })
    expect(await hosts('Host: localhost\r\nHost: localhost\r\n')).toMatchObject({
      status: 400,
      body: { code: 'bad-host', status: 400 },
    })
    expect(await hosts('')).toMatchObject({ status: 400, body: { code: 'bad-host' } })
    expect(await hosts('Host: localhost\r\n')).toMatchObject({ status: 404 })
  })

  it('may not write from another web site; reading and no origin at all are fine', async () => {
    const { address, port } = await start()
    const write = (headers: Record<string, string>) => post(`${address}/things/1`, '{"name":"a"}', headers)
    for (const origin of [address, 'https://deals.example'])
      expect((await write({ origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: 'http://127.0.0.1' },
      { origin: 'null' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: address, 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign) {
      expect(await problem(await write(headers))).toMatchObject({ status: 403, code: 'foreign-origin' })
    }
    expect((await write({})).status).toBe(200)
    expect((await write({ 'sec-fetch-site': 'none' })).status).toBe(200)
    expect((await fetch(`${address}/none`, { headers: { origin: 'https://evil.example' } })).status).toBe(404)
    expect((await fetch(`${address}/none`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(404)
  })

  it('are told no address of a page but those of this site', async () => {
    const { address } = await start()
    expect((await fetch(`${address}/none`)).headers.get('referrer-policy')).toBe('same-origin')
  })

  it('get a request id of their own each time, and no permission for other sites', async () => {
    const { address } = await start()
    const [one, two] = [await fetch(`${address}/none`), await fetch(`${address}/none`)]
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
    expect(one.headers.get('access-control-allow-origin')).toBeNull()
    expect(one.headers.get('content-security-policy')).toContain("default-src 'self'")
  })
})

describe('listening', () => {
  it('says what to do about a port in use', async () => {
    const { port } = await start()
    const other = await createHttp({
      log: pino({ level: 'silent' }),
      version: '1',
      allowedHosts: () => [],
      actorOf: async () => ({ userId: 1, roles: ['owner'] }),
    })
    undo.push(() => other.close())
    await expect(listen(other, '127.0.0.1', port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`DEAL_SCOUT_PORT=${port + 1}`),
    })
  })
})

describe('closing', () => {
  it('lets a request under way finish and takes no new connection', async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const { http, address, port } = await start({
      routes: (http) =>
        http.get('/slow', async () => {
          begun.resolve()
          await gate.promise
          return { done: true }
        }),
    })
    await (await fetch(`${address}/none`)).text()
    const slow = fetch(`${address}/slow`)
    await begun.promise
    const closed = http.close()
    await expect.poll(() => refused(port)).toBe(true)
    gate.resolve()
    expect(await (await slow).json()).toEqual({ done: true })
    await closed
  })

  it('answers who had connected before and asks while it closes, and nobody else', async () => {
    const { http, port } = await start()
    const accepted = once(http.server, 'connection')
    const socket = connect(port, '127.0.0.1')
    await accepted
    const closed = http.close()
    socket.write('GET /none HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
    const [answer] = (await once(socket.setEncoding('utf8'), 'data')) as [string]
    expect(answer).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\nconnection: close\r\n/i)
    expect(await refused(port)).toBe(true)
    await closed
  })

  it('does not wait for ever for a request that does not end, nor for an idle connection', async () => {
    const begun = Promise.withResolvers<void>()
    const { http, address, port } = await start({
      closeMs: 200,
      routes: (http) =>
        http.get('/stuck', () => {
          begun.resolve()
          return new Promise(() => {})
        }),
    })
    const idle = connect(port, '127.0.0.1')
    await once(idle, 'connect')
    const stuck = fetch(`${address}/stuck`).catch((error) => error)
    await begun.promise
    const startedAt = Date.now()
    await http.close()
    expect(Date.now() - startedAt).toBeLessThan(2000)
    expect(await stuck).toBeInstanceOf(Error)
    idle.destroy()
  })
})

async function refused(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return new Promise((resolve) => {
    socket.on('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', () => resolve(true))
  })
}
