import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { badInput } from './errors.ts'
import { createHttp, type Http, listen } from './http.ts'
import { nextPace, type Pace, startPace, type WireLimits, wireLimits } from './http-connections.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Everything a hundred times as fast as it is. */
const quick: WireLimits = {
  headersMs: 150,
  idleMs: 150,
  windowMs: 400,
  windowBytesMin: 2000,
  totalMs: 60_000,
  arrivedMs: 20,
  checkMs: 10,
  closingBodyMs: 50,
  lingerMs: 50,
  drainMs: 300,
}

async function start(over: { routes?(http: Http): void; wire?: Partial<WireLimits>; host?: string } = {}) {
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const names = ['127.0.0.1', 'localhost', '[::1]']
  const wire = { ...quick, ...over.wire }
  const http = await createHttp({
    log,
    version: '1',
    allowedHosts: () => names,
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
    closeMs: 5000,
    wire,
  })
  const begun: string[] = []
  const uploads: unknown[] = []
  http.post('/json', { schema: { body: z.object({ a: z.string() }) } }, async () => ({ ok: true }))
  http.post('/upload', async (request) => {
    const part = await request.file()
    if (!part) return { bytes: null }
    let bytes = 0
    begun.push(request.id)
    try {
      for await (const chunk of part.file) bytes += chunk.length
    } catch (error) {
      uploads.push((error as { code?: string }).code)
      throw error
    }
    return { bytes }
  })
  over.routes?.(http)
  undo.push(() => http.close())
  const port = Number(new URL(await listen(http, over.host ?? '127.0.0.1', 0)).port)
  return { http, port, logged, begun, uploads }
}

/** A connection by hand; `answer` is all that came when it ended. */
async function client(port: number, host = '127.0.0.1') {
  const socket = connect(port, host)
  undo.push(() => socket.destroy())
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {})
  const text = () => Buffer.concat(chunks).toString('utf8')
  await once(socket, 'connect')
  const answer = new Promise<string>((resolve) => socket.once('close', () => resolve(text())))
  return { socket, answer, text }
}

const head = (path: string, type: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
const fileStart = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n----'
const multipart = 'multipart/form-data; boundary=x'

/** Sends a byte every few milliseconds until the connection ends. */
function trickle(socket: Socket, everyMs: number): void {
  const timer = setInterval(() => socket.write('x'), everyMs)
  socket.once('close', () => clearInterval(timer))
}

describe('a body that comes too slowly', () => {
  it.each([
    ['stops', head('/json', 'application/json', 1000), false],
    ['trickles', head('/json', 'application/json', 100_000), true],
    ['is an upload that stops', head('/upload', multipart, 100_000) + fileStart, false],
    ['is an upload that trickles', head('/upload', multipart, 100_000) + fileStart, true],
    ['is an upload that never comes to its file', head('/upload', multipart, 1000), false],
    [
      'is an upload whose part never begins',
      `${head('/upload', multipart, 1000)}--x\r\nContent-Dispo`,
      false,
    ],
  ])('and %s is answered with 408 and cut', async (_, text, trickles) => {
    const { port, logged } = await start()
    const { socket, answer } = await client(port)
    socket.write(text)
    if (trickles) trickle(socket, 20)
    const got = await answer
    expect(got).toMatch(/^HTTP\/1\.1 408 /)
    expect(got).toContain('content-type: application/problem+json')
    expect(got.toLowerCase()).toContain('connection: close')
    expect(got).toContain('"code":"request-timeout"')
    expect(logged).toEqual([])
  })

  it('is cut too where nobody reads it, and where the answer was given before', async () => {
    const { port } = await start({ routes: (http) => http.post('/unread', async () => ({ ok: true })) })
    for (const path of ['/json', '/unread', '/nowhere', '/%zz']) {
      const { socket, answer } = await client(port)
      socket.write(head(path, path === '/json' ? multipart : 'text/plain', 1000))
      trickle(socket, 20)
      expect(await answer).toMatch(/^HTTP\/1\.1 (200|400|404|408|415|422) /)
    }
  })

  it('tells whoever reads an upload, so that it ends there', async () => {
    const { port, uploads } = await start()
    const { socket, answer } = await client(port)
    socket.write(head('/upload', multipart, 100_000) + fileStart)
    await answer
    expect(uploads).toEqual(['request-timeout'])
  })

  it('is not one that goes on: it lives far longer than any of the limits', async () => {
    const { port } = await start()
    const end = '\r\n--x--\r\n'
    const parts = 40
    const { socket, text } = await client(port)
    socket.write(head('/upload', multipart, fileStart.length + parts * 1000 + end.length) + fileStart)
    const startedAt = performance.now()
    for (let n = 0; n < parts; n++) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      socket.write('x'.repeat(1000))
    }
    socket.write(end)
    await expect.poll(text).toContain(`{"bytes":${4 + parts * 1000}}`)
    expect(performance.now() - startedAt).toBeGreaterThan(2 * quick.windowMs)
  })

  it('is not one that waits for this side to read', async () => {
    const gate = Promise.withResolvers<void>()
    const { port } = await start({
      routes: (http) =>
        http.post('/later', async (request) => {
          await gate.promise
          let bytes = 0
          const part = await request.file()
          for await (const chunk of part!.file) bytes += chunk.length
          return { bytes }
        }),
    })
    const end = '\r\n--x--\r\n'
    const bytes = 2_000_000
    const { socket, text } = await client(port)
    socket.write(head('/later', multipart, fileStart.length + bytes + end.length) + fileStart)
    socket.write('x'.repeat(bytes) + end)
    await new Promise((resolve) => setTimeout(resolve, 2 * quick.windowMs))
    expect(text()).toBe('')
    gate.resolve()
    await expect.poll(text).toContain(`{"bytes":${4 + bytes}}`)
  })
})

describe('a body that is answered before its end', () => {
  const early = (http: Http) =>
    http.post('/early', async (request) => {
      await request.file()
      throw badInput('Not this one.')
    })
  const rest = 5_000_000

  it('is read to its end, so that the next request on the connection is answered too', async () => {
    const { port } = await start({ routes: early })
    const { socket, text } = await client(port)
    socket.write(head('/early', multipart, fileStart.length + rest) + fileStart)
    socket.write('x'.repeat(rest))
    socket.write('GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await expect.poll(text).toMatch(/^HTTP\/1\.1 422 [\s\S]*HTTP\/1\.1 404 /)
  })

  it('is cut when its end does not come for long, however fast it comes', async () => {
    const { port } = await start({ routes: early })
    const { socket, answer } = await client(port)
    socket.write(head('/early', multipart, 10_000_000_000) + fileStart)
    const timer = setInterval(() => socket.write('x'.repeat(10_000)), 5)
    undo.push(() => clearInterval(timer))
    expect(await answer).toMatch(/^HTTP\/1\.1 422 /)
  })
})

describe('a request that never begins or never ends its headers', () => {
  it.each(['', 'POST /json HTT', 'GET /none HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n'])(
    '(%j) is cut',
    async (text) => {
      const { port } = await start()
      const { socket, answer } = await client(port)
      socket.write(text)
      expect(await answer).toMatch(/^(HTTP\/1\.1 408 [\s\S]*"request-timeout"|$)/)
    },
  )
})

describe('closing', () => {
  it('waits for no upload and for nothing half said, and answers those that it cuts', async () => {
    const { http, port, begun, uploads } = await start({
      wire: { headersMs: 60_000, idleMs: 60_000, windowMs: 60_000 },
    })
    const slow = await Promise.all(Array.from({ length: 5 }, () => client(port)))
    for (const { socket } of slow) {
      socket.write(head('/upload', multipart, 100_000) + fileStart)
      trickle(socket, 10)
    }
    const halves = await Promise.all([client(port), client(port)])
    halves[0]!.socket.write('GET /none HTTP/1.1\r\nHost: loc')
    await expect.poll(() => begun.length).toBe(5)
    const startedAt = performance.now()
    await http.close()
    expect(performance.now() - startedAt).toBeLessThan(1000)
    for (const { answer } of slow) expect(await answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*"code":"stopping"/)
    for (const { answer } of halves) await answer
    expect(uploads).toEqual(Array(5).fill('stopping'))
  })

  it('lets an upload end that has all but ended', async () => {
    const { http, port, begun } = await start({ wire: { closingBodyMs: 2000 } })
    const end = '\r\n--x--\r\n'
    const { socket, answer, text } = await client(port)
    socket.write(head('/upload', multipart, fileStart.length + 4 + end.length) + fileStart)
    await expect.poll(() => begun.length).toBe(1)
    const closed = http.close()
    socket.write(`last${end}`)
    await expect.poll(text).toContain('{"bytes":8}')
    await closed
    await answer
  })
})

describe('localhost', () => {
  it('is listened to on each of its addresses, under the same limits', async () => {
    const { port } = await start({ host: 'localhost' })
    for (const host of ['127.0.0.1', '::1']) {
      const asked = await client(port, host).catch(() => null)
      // A machine without IPv6.
      if (asked === null && host === '::1') continue
      asked!.socket.write(head('/json', 'application/json', 1000))
      expect(await asked!.answer).toMatch(/^HTTP\/1\.1 408 /)
    }
  })
})

it('a pace is too slow only where nothing came for the whole idle time, or a whole window had too little', () => {
  const ticks = fc.array(
    fc.record({ ms: fc.integer({ min: 1, max: 2000 }), bytes: fc.integer({ min: 0, max: 5000 }) }),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(ticks, (list) => {
      let pace: Pace | null = startPace
      let [idleMs, windowMs, windowBytes] = [0, 0, 0]
      for (const { ms, bytes } of list) {
        pace = nextPace(pace, ms, bytes, wireLimits)
        idleMs = bytes > 0 ? 0 : idleMs + ms
        windowMs += ms
        windowBytes += bytes
        const ended = windowMs >= wireLimits.windowMs
        const slow = idleMs >= wireLimits.idleMs || (ended && windowBytes < wireLimits.windowBytesMin)
        expect(pace === null).toBe(slow)
        if (pace === null) return
        if (ended) [windowMs, windowBytes] = [0, 0]
      }
    }),
  )
})
