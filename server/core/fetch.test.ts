import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeServer, sendJson, startFakeServer } from '../../test/harness/fake-server.ts'
import {
  createFetch,
  type Fetch,
  type FetchDependencies,
  FetchError,
  type FetchFailure,
  type Lookup,
} from './fetch.ts'

type ClosableFetch = Fetch & { close(): Promise<void> }

const open: (AsyncDisposable | ClosableFetch)[] = []
function makeFetch(dependencies: Partial<FetchDependencies> = {}): ClosableFetch {
  const fetch = createFetch({
    userAgent: 'DealScout/test',
    retryDelayMs: 1,
    random: () => 0,
    ...dependencies,
  })
  open.push(fetch)
  return fetch
}
async function serve(handler: Parameters<typeof startFakeServer>[0]): Promise<FakeServer> {
  const server = await startFakeServer(handler)
  open.push(server)
  return server
}
afterEach(async () => {
  for (const resource of open.splice(0)) {
    await ('close' in resource ? resource.close() : resource[Symbol.asyncDispose]())
  }
})

const fails = async (call: Promise<unknown>): Promise<FetchError> => {
  const error = await call.then(
    () => expect.fail('the call succeeded'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FetchError)
  return error as FetchError
}
const failsAs = async (kind: FetchFailure, call: Promise<unknown>, maybeDelivered = false) =>
  expect(await fails(call)).toMatchObject({ kind, maybeDelivered })

/** A loopback port on which nothing listens. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}/`
}

/** A raw TCP server, for answers that no HTTP library would send. */
async function serveRaw(
  onData: (socket: import('node:net').Socket, data: Buffer) => void,
): Promise<{ port: number }> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => onData(socket, data))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push({ [Symbol.asyncDispose]: async () => void server.close() })
  return { port: (server.address() as AddressInfo).port }
}

let fetch: ClosableFetch
let site: FakeServer
const send = (body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
  site.handle((_, response) => void response.writeHead(status, headers).end(body))

beforeEach(async () => {
  fetch = makeFetch({ defaults: { network: 'any' } })
  site = await serve((_, response) => void response.end('hello'))
})

describe('an answer', () => {
  it('comes with status, lower-case headers, address and body, whatever the status', async () => {
    send('{"a":1}', { 'Content-Type': 'application/json', 'X-Thing': 'Yes' }, 404)
    const answer = await fetch(`${site.baseUrl}/path?q=1`)
    expect(answer.status).toBe(404)
    expect(answer.headers['x-thing']).toBe('Yes')
    expect(answer.url).toBe(`${site.baseUrl}/path?q=1`)
    expect(answer.json()).toEqual({ a: 1 })
  })

  it('was asked for with our name, headers and body', async () => {
    await fetch(site.baseUrl, {
      method: 'POST',
      headers: { 'X-Key': 'k', 'Content-Type': 'text/plain' },
      body: 'é',
    })
    expect(site.requests[0]).toMatchObject({
      method: 'POST',
      body: 'é',
      headers: { 'user-agent': 'DealScout/test', 'x-key': 'k', 'content-length': '2' },
    })
  })

  it('was asked for with the very bytes of a body that is no text', async () => {
    const body = Uint8Array.from([0, 0xff, 0xc3, 0x28, 10])
    await fetch(site.baseUrl, { method: 'POST', body })
    expect(site.requests[0]?.bytes.equals(body)).toBe(true)
    expect(site.requests[0]?.headers['content-length']).toBe('5')
  })

  it.each([
    ['text/html', Buffer.from('Zoë €'), 'Zoë €'],
    ['text/html; charset=ISO-8859-1', Buffer.from('Zoë', 'latin1'), 'Zoë'],
    ['text/html; charset="windows-1251"', Buffer.from([0xcf, 0xf0]), 'Пр'],
    ['text/plain; charset=no-such', Buffer.from('ok'), 'ok'],
    ['text/plain; charset=iso-8859-1', Buffer.from('\ufeffZoë'), 'Zoë'],
    ['text/plain', Buffer.from('\ufeffZoë', 'utf16le'), 'Zoë'],
    ['text/plain', Buffer.from([0xc3]), '\ufffd'],
  ])('is decoded by charset and byte order mark (%s)', async (type, body, text) => {
    send(body, { 'content-type': type })
    expect((await fetch(site.baseUrl)).text()).toBe(text)
  })

  it('that is not JSON is a typed error', async () => {
    const error = await fails(fetch(site.baseUrl).then((answer) => answer.json()))
    expect(error.kind).toBe('bad-json')
  })
})

const compressions: [string, (body: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ['zstd', zstdCompressSync],
]

describe('compression', () => {
  const page = Buffer.from('<li>Sofa</li>'.repeat(2000))

  it.each([
    ...compressions,
    ['deflate', deflateRawSync] as const,
    ['identity', (body: Buffer) => body] as const,
    ['GZIP, br', (body: Buffer) => brotliCompressSync(gzipSync(body))] as const,
  ])('is undone: %s', async (name, compress) => {
    send(compress(page), { 'content-encoding': name })
    expect((await fetch(site.baseUrl)).body.equals(page)).toBe(true)
    send('', { 'content-encoding': name })
    expect((await fetch(site.baseUrl)).body.length).toBe(0)
  })

  it.each(compressions)('that is cut short is a failure: %s', async (name, compress) => {
    send(compress(page).subarray(0, -6), { 'content-encoding': name })
    await failsAs('network', fetch(site.baseUrl), true)
  })

  it.each(compressions)('that is garbage is a failure: %s', async (name) => {
    send(Buffer.from('\x08 this is no such thing'.repeat(50)), { 'content-encoding': name })
    await failsAs('network', fetch(site.baseUrl), true)
  })

  it.each(['compress', 'gzip, gzip, gzip'])('we cannot undo is a failure: %s', async (name) => {
    send('x', { 'content-encoding': name })
    await failsAs('network', fetch(site.baseUrl), true)
  })

  it.each(compressions)('cannot explode: %s', async (name, compress) => {
    const bomb = compress(Buffer.alloc(40 * 1024 * 1024))
    send(bomb, { 'content-encoding': name })
    const before = process.memoryUsage().arrayBuffers
    await failsAs('too-large', fetch(site.baseUrl, { bytesMax: 100_000 }), true)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
  })
})

describe('the size limit', () => {
  it('counts the bytes of the body, announced or not', async () => {
    send(Buffer.alloc(1000))
    expect((await fetch(site.baseUrl, { bytesMax: 1000 })).body.length).toBe(1000)
    await failsAs('too-large', fetch(site.baseUrl, { bytesMax: 999 }), true)
    site.handle((_, response) => {
      response.write(Buffer.alloc(600))
      response.end(Buffer.alloc(600))
    })
    await failsAs('too-large', fetch(site.baseUrl, { bytesMax: 1000 }), true)
  })

  it('ends a body that never does', async () => {
    let written = 0
    site.handle((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536
      }
      response.on('drain', more)
      more()
    })
    await failsAs('too-large', fetch(site.baseUrl, { bytesMax: 1_000_000 }), true)
    expect(written).toBeLessThan(64 * 1024 * 1024)
  })
})

describe('time', () => {
  it('runs out for an answer that does not begin', async () => {
    site.handle(() => {})
    await failsAs('timeout', fetch(site.baseUrl, { timeoutMs: 50 }), true)
  })

  it('runs out for a body that does not end', async () => {
    site.handle((_, response) => void response.write('slow'))
    await failsAs('timeout', fetch(site.baseUrl, { timeoutMs: 80 }), true)
  })

  it('runs out before anything was sent when the name does not resolve', async () => {
    const stuck = makeFetch({ lookup: () => new Promise(() => {}), defaults: { network: 'any' } })
    const from = performance.now()
    await failsAs('timeout', stuck('http://slow.example/', { timeoutMs: 50 }), false)
    await stuck.close()
    expect(performance.now() - from).toBeLessThan(2000)
  })

  it('that ran out while connecting never sends the request later', async () => {
    const resolved = Promise.withResolvers<void>()
    const late = makeFetch({
      defaults: { network: 'any' },
      lookup: async () => {
        await resolved.promise
        return [{ address: '127.0.0.1', family: 4 }]
      },
    })
    const url = site.baseUrl.replace('127.0.0.1', 'late.example')
    await failsAs('timeout', late(url, { method: 'POST', body: 'x', timeoutMs: 30 }), false)
    resolved.resolve()
    await late(url)
    expect(site.requests.map(({ method }) => method)).toEqual(['GET'])
  })

  it('runs out in a TLS handshake that does not end', async () => {
    const { port } = await serveRaw(() => {})
    const from = performance.now()
    await failsAs('timeout', fetch(`https://127.0.0.1:${port}/`, { timeoutMs: 50 }), false)
    await fetch.close()
    expect(performance.now() - from).toBeLessThan(2000)
  })

  it('ends when the caller calls off, before or during', async () => {
    await failsAs('aborted', fetch(site.baseUrl, { signal: AbortSignal.abort() }), false)
    const controller = new AbortController()
    site.handle(() => controller.abort())
    await failsAs('aborted', fetch(site.baseUrl, { signal: controller.signal }), true)
  })

  it('ends for all when closed', async () => {
    site.handle(() => void fetch.close())
    await failsAs('aborted', fetch(site.baseUrl), true)
    await failsAs('aborted', fetch(site.baseUrl), false)
  })
})

describe('a failure', () => {
  it('tells that nothing was sent when nobody listens', async () => {
    await failsAs('network', fetch(await deadUrl(), { method: 'POST', body: 'x' }), false)
    await failsAs('network', fetch('http://no-such-host.invalid/'), false)
  })

  it('tells that the request may have arrived when the answer is missing or cut', async () => {
    site.handle((_, response) => void response.socket?.destroy())
    await failsAs('network', fetch(site.baseUrl, { method: 'POST', body: 'x' }), true)
    site.handle((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      response.socket?.end()
    })
    await failsAs('network', fetch(site.baseUrl), true)
  })

  it('is typed for an answer that is no HTTP', async () => {
    const { port } = await serveRaw((socket) => socket.end('\0\0 not http\r\n\r\n'))
    await failsAs('network', fetch(`http://127.0.0.1:${port}/`), true)
  })

  it('never repeats the path or query, which may hold tokens', async () => {
    const dead = await deadUrl()
    for (const url of [
      `${dead}s3cret?token=s3cret`,
      'http://s3cret bad',
      'ftp://x/s3cret',
      'http://s3cret:s3cret@x.invalid/',
    ]) {
      const error = await fails(makeFetch({ isPublic: () => true })(url))
      expect(error.message + String(error.stack)).not.toContain('s3cret')
    }
  })

  it('is typed for malformed addresses and headers', async () => {
    for (const url of [
      '',
      'nonsense',
      'http://',
      'file:///etc/passwd',
      'data:text/plain,x',
      'javascript:1',
    ]) {
      await failsAs('bad-url', fetch(url))
    }
    const malformed: Record<string, string>[] = [{ 'x-a': 'a\r\nx-b: c' }, { 'x a': 'b' }, { 'x-a': '€' }]
    for (const headers of malformed) {
      await failsAs('bad-url', fetch(site.baseUrl, { headers }))
    }
    expect(site.requests).toEqual([])
  })
})

describe('retries', () => {
  const failFirst = (times: number, answer: (response: ServerResponse) => void) =>
    site.handle((_, response) => (site.requests.length <= times ? answer(response) : void response.end('ok')))

  it('repeat idempotent calls after 502, 503, 504 and lost connections', async () => {
    const answers = [502, 503, 504, 0]
    site.handle((_, response) => {
      const status = answers.shift()
      if (status === undefined) response.end('ok')
      else if (status === 0) response.socket?.destroy()
      else response.writeHead(status).end()
    })
    expect((await fetch(site.baseUrl, { method: 'PUT', body: 'x', retries: 4 })).text()).toBe('ok')
    expect(site.requests.map(({ body }) => body)).toEqual(['x', 'x', 'x', 'x', 'x'])
  })

  it('never repeat a POST', async () => {
    failFirst(1, (response) => void response.writeHead(503).end())
    expect((await fetch(site.baseUrl, { method: 'POST', retries: 5 })).status).toBe(503)
    expect(site.requests).toHaveLength(1)
  })

  it('give the last answer when they are used up, and leave other statuses alone', async () => {
    failFirst(9, (response) => void response.writeHead(503).end('busy'))
    expect((await fetch(site.baseUrl, { retries: 2 })).text()).toBe('busy')
    expect(site.requests).toHaveLength(3)
    send('no', {}, 500)
    expect((await fetch(site.baseUrl, { retries: 2 })).status).toBe(500)
    expect(site.requests).toHaveLength(4)
  })

  it('wait as long as the site asks', async () => {
    const times: number[] = []
    site.handle((_, response) => {
      times.push(performance.now())
      if (times.length === 1) response.writeHead(503, { 'retry-after': '1' }).end()
      else response.end('ok')
    })
    expect((await fetch(site.baseUrl, { retries: 1 })).text()).toBe('ok')
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990)
  })

  it('do not wait for what cannot be in time', async () => {
    const now = new Date('2026-01-01T00:00:00Z')
    const dated = makeFetch({ clock: { now: () => now }, defaults: { network: 'any', retries: 3 } })
    send('later', { 'retry-after': 'Thu, 01 Jan 2026 01:00:00 GMT' }, 503)
    const from = performance.now()
    expect((await dated(site.baseUrl, { timeoutMs: 5000 })).text()).toBe('later')
    expect(performance.now() - from).toBeLessThan(2000)
    expect(site.requests).toHaveLength(1)
    send('now', { 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, 503)
    await dated(site.baseUrl)
    expect(site.requests).toHaveLength(5)
  })
})

describe('redirects', () => {
  const redirect = (status: number, to: string) =>
    site.handle(({ url }, response) =>
      url.pathname === '/end'
        ? void response.end('end')
        : void response.writeHead(status, { location: to }).end(),
    )

  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [307, 'POST', 'POST', 'x'],
    [308, 'POST', 'POST', 'x'],
    [302, 'PUT', 'PUT', 'x'],
  ] as const)('%s turn %s into %s', async (status, method, then, body) => {
    redirect(status, '/end')
    const headers = { 'content-type': 'text/plain', authorization: 'Bearer t' }
    const answer = await fetch(`${site.baseUrl}/start`, { method, headers, body: 'x' })
    expect(answer.url).toBe(`${site.baseUrl}/end`)
    expect(site.requests[1]).toMatchObject({ method: then, body, headers: { authorization: 'Bearer t' } })
    expect(site.requests[1]?.headers['content-type']).toBe(body === '' ? undefined : 'text/plain')
  })

  it('do not carry credentials to another origin', async () => {
    const other = await serve((_, response) => void response.end('other'))
    redirect(302, `${other.baseUrl}/end`)
    const headers = { Authorization: 'Bearer t', Cookie: 'c=1', 'x-kept': 'yes' }
    await fetch(site.baseUrl, { headers })
    expect(other.requests[0]?.headers).toMatchObject({ 'x-kept': 'yes', host: new URL(other.baseUrl).host })
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(other.requests[0]?.headers).not.toHaveProperty('cookie')
  })

  it('end after the allowed number; 0 gives the redirect itself', async () => {
    redirect(302, '/again')
    await failsAs('too-many-redirects', fetch(site.baseUrl, { redirectsMax: 3 }), true)
    expect(site.requests).toHaveLength(4)
    expect((await fetch(site.baseUrl, { redirectsMax: 0 })).headers.location).toBe('/again')
  })

  it('to something that is no web address are refused', async () => {
    for (const to of ['file:///etc/passwd', 'http://', 'gopher://x/']) {
      redirect(302, to)
      await failsAs('bad-url', fetch(site.baseUrl), true)
    }
  })
})

describe('pacing', () => {
  it('keeps the gap between starts, in order, per host', async () => {
    const other = await serve((_, response) => void response.end())
    const from = performance.now()
    const started: [string, number][] = []
    site.handle(({ url }, response) => {
      started.push([url.pathname, performance.now()])
      response.end()
    })
    const options = { hostGapMs: 60 }
    await Promise.all([
      ...['/1', '/2', '/3', '/4'].map((path) => fetch(site.baseUrl + path, options)),
      fetch(other.baseUrl, options).then(() => expect(performance.now() - from).toBeLessThan(170)),
    ])
    expect(started.map(([path]) => path)).toEqual(['/1', '/2', '/3', '/4'])
    expect(started[3]![1] - from).toBeGreaterThanOrEqual(175)
  })

  it('lets a waiting call be called off without disturbing the rest', async () => {
    const controller = new AbortController()
    const calls = ['/1', '/2', '/3'].map((path, i) =>
      fetch(site.baseUrl + path, { hostGapMs: 80, ...(i === 1 && { signal: controller.signal }) }),
    )
    const second = failsAs('aborted', calls[1]!, false)
    controller.abort()
    await second
    const from = performance.now()
    await Promise.all([calls[0], calls[2]])
    expect(performance.now() - from).toBeGreaterThanOrEqual(60)
    expect(site.requests.map(({ url }) => url.pathname)).toEqual(['/1', '/3'])
  })

  it('counts as time of the call', async () => {
    await fetch(site.baseUrl, { hostGapMs: 5000 })
    await failsAs('timeout', fetch(site.baseUrl, { hostGapMs: 5000, timeoutMs: 50 }), false)
  })
})

describe('the private-network guard', () => {
  const answersWith =
    (...addresses: string[]): Lookup =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  it('is on unless turned off, and refuses addresses in any spelling', async () => {
    const guarded = makeFetch()
    const port = new URL(site.baseUrl).port
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.0.0.1.',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '０x7f.1',
      '0',
      '169.254.169.254',
      '10.0.0.1',
      '100.64.0.1',
      '[fd00::1]',
      '[64:ff9b::7f00:1]',
    ])
      await failsAs('refused-address', guarded(`http://${host}:${port}/`))
    expect(site.requests).toEqual([])
  })

  it('refuses names that resolve to any private address', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], ['fe80::1']]) {
      await failsAs(
        'refused-address',
        makeFetch({ lookup: answersWith(...addresses) })('http://evil.example/'),
      )
    }
    await failsAs('refused-address', makeFetch()('http://localhost:1/'))
  })

  it('refuses user names in the address', async () => {
    await failsAs('bad-url', makeFetch({ lookup: answersWith('8.8.8.8') })('http://user:pass@site.example/'))
  })

  it('checks every redirect', async () => {
    const port = new URL(site.baseUrl).port
    const isPublic = (address: string) => address === '127.0.0.1'
    const lookup: Lookup = async (name) => [
      { address: name === 'site.example' ? '127.0.0.1' : '10.0.0.1', family: 4 },
    ]
    const guarded = makeFetch({ isPublic, lookup })
    for (const to of ['http://169.254.169.254/latest/meta-data', 'http://inside.example/', 'http://[::1]/']) {
      send('', { location: to }, 302)
      await failsAs('refused-address', guarded(`http://site.example:${port}/`), true)
    }
    expect(site.requests[0]?.headers.host).toBe(`site.example:${port}`)
  })

  it('calls only hosts that the operator allows, over redirects too, and says whose choice that is', async () => {
    const port = new URL(site.baseUrl).port
    const looked: string[] = []
    const lookup: Lookup = async (name) => {
      looked.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const outbound = { hosts: ['site.example', '*.img.example'], encryptedOnly: false }
    const listed = makeFetch({ lookup, isPublic: () => true, outbound })
    for (const [host, to] of [
      ['site.example', 'http://other.example/'],
      ['a.b.img.example', 'http://img.example/'],
      ['SITE.example.', 'http://site.example.evil.example/'],
      ['site.example', 'http://notimg.example/'],
      ['site.example', 'http://93.184.216.34/'],
    ] as const) {
      send('', { location: to }, 302)
      const from = `http://${host}:${port}/`
      for (const network of ['public', 'any'] as const) {
        const refused = await fails(listed(from, { network }))
        expect(refused).toMatchObject({ kind: 'not-allowed', maybeDelivered: true })
        expect(refused.message).toBe(
          `${new URL(to).host} is not among the hosts that the operator allows (DEAL_SCOUT_OUTBOUND_HOSTS).`,
        )
        expect(await fails(listed(to, { network }))).toMatchObject({
          kind: 'not-allowed',
          maybeDelivered: false,
        })
      }
    }
    // Nobody else was even looked up.
    expect([...new Set(looked)].toSorted()).toEqual(['a.b.img.example', 'site.example', 'site.example.'])
    // This machine is no host of the network; whether people may name it is another guard's question.
    send('here')
    expect((await listed(site.baseUrl, { network: 'any' })).text()).toBe('here')
  })

  it('sends nothing unencrypted where the operator refuses that, over redirects too', async () => {
    const port = new URL(site.baseUrl).port
    const looked: string[] = []
    const lookup: Lookup = async (name) => {
      looked.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const outbound = { hosts: [], encryptedOnly: true }
    const strict = makeFetch({ lookup, isPublic: () => true, outbound })
    const refused = await fails(strict(`http://site.example:${port}/`))
    expect(refused).toMatchObject({ kind: 'not-allowed', maybeDelivered: false })
    expect(refused.message).toContain('DEAL_SCOUT_OUTBOUND_PLAIN')
    send('', { location: `http://site.example:${port}/` }, 302)
    expect(await fails(strict(site.baseUrl, { network: 'any' }))).toMatchObject({ kind: 'not-allowed' })
    expect(looked).toEqual([])
    // That it asks for TLS is seen by whom it meets: no HTTP server knows what that is.
    await failsAs('network', strict(`https://site.example:${port}/`))
    expect(looked).toEqual(['site.example'])
  })

  it('connects to the address it checked, so that a second answer of DNS changes nothing', async () => {
    const port = new URL(site.baseUrl).port
    let asked = 0
    const rebinding: Lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    const guarded = makeFetch({ lookup: rebinding, isPublic: (address) => address === '127.0.0.1' })
    site.handle((_, response) => void response.writeHead(200, { connection: 'close' }).end('public'))
    expect((await guarded(`http://rebind.example:${port}/`)).text()).toBe('public')
    expect(asked).toBe(1)
    await failsAs('refused-address', guarded(`http://rebind.example:${port}/`))
    expect(asked).toBe(2)
    expect(site.requests).toHaveLength(1)
  })

  it('keeps the host name in TLS', async () => {
    const hello = Promise.withResolvers<string>()
    const { port } = await serveRaw((socket, data) => {
      hello.resolve(data.toString('latin1'))
      socket.destroy()
    })
    const guarded = makeFetch({ lookup: answersWith('127.0.0.1'), isPublic: () => true })
    await failsAs('network', guarded(`https://secure.example:${port}/`), false)
    expect(await hello.promise).toContain('secure.example')
  })

  it('leaves addresses of the operator alone, credentials in them become basic authorization', async () => {
    await fetch(site.baseUrl.replace('//', '//me:p%40ss@'))
    expect(site.requests[0]?.headers.authorization).toBe(`Basic ${btoa('me:p@ss')}`)
  })
})

it('reads JSON sent by the harness through the defaults of the installation', async () => {
  site.handle((_, response) => sendJson(response, 200, { ok: true }))
  const small = makeFetch({ defaults: { network: 'any', bytesMax: 5 } })
  await failsAs('too-large', small(site.baseUrl), true)
  expect((await small(site.baseUrl, { bytesMax: 100 })).json()).toEqual({ ok: true })
})
