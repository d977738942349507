import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { FastifyServerFactory } from 'fastify'
import { AppError } from './errors.ts'
import { problemOf } from './http-problems.ts'
import type { ProblemCode } from './problem-codes.ts'

/** How long a client may take. An upload of any size lives as long as it goes on. */
export interface WireLimits {
  /** For the request line and all headers. */
  headersMs: number
  /** A body of which nothing comes for so long is cut. */
  idleMs: number
  /** And one of which less than `windowBytesMin` comes within so long. */
  windowMs: number
  windowBytesMin: number
  /** For a whole request, however fast it comes. */
  totalMs: number
  /** How often it is looked at. */
  checkMs: number
  /** After nobody new can connect: requests of who had connected before, but had not asked yet, are answered for so long. */
  arrivedMs: number
  /** After close(): what a body under way has to end in. */
  closingBodyMs: number
  /** Between an answer to a body that was cut and the end of its connection. */
  lingerMs: number
  /** What is left of a body that was answered early is read and thrown away for so long. */
  drainMs: number
}

export const wireLimits: WireLimits = {
  headersMs: 15_000,
  idleMs: 15_000,
  windowMs: 20_000,
  windowBytesMin: 20 * 1024,
  totalMs: 4 * 3600_000,
  checkMs: 1000,
  arrivedMs: 20,
  closingBodyMs: 500,
  lingerMs: 1400,
  drainMs: 10_000,
}

/** How a body comes, counted in time in which this side was ready to read. */
export interface Pace {
  idleMs: number
  windowMs: number
  windowBytes: number
}

export const startPace: Pace = { idleMs: 0, windowMs: 0, windowBytes: 0 }

/** The pace after `ms` more in which `bytes` came; null when it is too slow. */
export function nextPace(pace: Pace, ms: number, bytes: number, limits: WireLimits): Pace | null {
  const idleMs = bytes > 0 ? 0 : pace.idleMs + ms
  const windowMs = pace.windowMs + ms
  const windowBytes = pace.windowBytes + bytes
  if (idleMs >= limits.idleMs) return null
  if (windowMs < limits.windowMs) return { idleMs, windowMs, windowBytes }
  return windowBytes < limits.windowBytesMin ? null : { ...startPace, idleMs }
}

export interface Connections {
  serverFactory: FastifyServerFactory
  /** Listens on the name's other addresses too (`localhost` is 127.0.0.1 and ::1), as far as they are free. */
  listenBeside(server: Server, host: string): Promise<void>
  /** Whoever comes from now on finds nobody, and may ask another process. */
  stopListening(server: Server): Promise<void>
  /** Bodies under way have a moment to end, requests that are complete `closeMs` to be answered. */
  close(closeMs: number): void
}

interface Body {
  response: ServerResponse
  pace: Pace
  bytesRead: number
}

/**
 * The connections of a server, so that none is held by a client that sends slowly, or not to the end: such a body is
 * answered with 408 and the connection cut. `headers` go with what is answered here, before any route.
 */
export function createConnections(
  limits: WireLimits,
  headers: Readonly<Record<string, string>>,
): Connections {
  const sockets = new Set<Socket>()
  const answering = new Map<Socket, IncomingMessage>()
  const bodies = new Map<IncomingMessage, Body>()
  const beside: Server[] = []
  let made: Parameters<FastifyServerFactory> | undefined
  let timer: NodeJS.Timeout | undefined
  let checkedAt = 0

  function check(): void {
    // While this process stood still it read nothing: that is nobody else's delay.
    const ms = Math.min(performance.now() - checkedAt, 2 * limits.checkMs)
    checkedAt = performance.now()
    for (const [request, body] of bodies) {
      if (request.complete || request.socket.destroyed) {
        bodies.delete(request)
        continue
      }
      const bytes = request.socket.bytesRead - body.bytesRead
      body.bytesRead = request.socket.bytesRead
      // A full buffer waits for whoever reads it here, not for the client.
      if (request.readableLength >= request.readableHighWaterMark) continue
      const pace = nextPace(body.pace, ms, bytes, limits)
      if (pace === null) cut(request, body.response, tooSlow())
      else body.pace = pace
    }
    if (bodies.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  function watch(request: IncomingMessage, response: ServerResponse): void {
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0
    if (!hasBody) return
    bodies.set(request, { response, pace: startPace, bytesRead: request.socket.bytesRead })
    if (timer !== undefined) return
    checkedAt = performance.now()
    timer = setInterval(check, limits.checkMs).unref()
  }

  /** Whoever reads the body gets the error and answers with it; then, and where nobody does, the connection ends. */
  function cut(request: IncomingMessage, response: ServerResponse, error: AppError): void {
    bodies.delete(request)
    response.shouldKeepAlive = false
    if (!response.headersSent && request.listenerCount('error') > 0) request.emit('error', error)
    setTimeout(() => request.socket.destroy(), limits.lingerMs).unref()
  }

  /** Without its rest being read, nothing after it on the connection would ever be. */
  function drain(request: IncomingMessage): void {
    if (request.complete || request.socket.destroyed) return
    request.unpipe()
    request.resume()
    setTimeout(() => {
      if (!request.complete) request.socket.destroy()
    }, limits.drainMs).unref()
  }

  function newServer(...factoryArgs: Parameters<FastifyServerFactory>): Server {
    made = factoryArgs
    const [handler, options] = factoryArgs
    const server = createServer({
      requestTimeout: limits.totalMs,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
      // Answered like any other mistake.
      requireHostHeader: false,
    })
    server.keepAliveTimeout = Number(options.keepAliveTimeout ?? 72_000)
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    server.on('request', (request, response) => {
      answering.set(request.socket, request)
      response.once('close', () => {
        if (answering.get(request.socket) === request) answering.delete(request.socket)
      })
      response.once('finish', () => drain(request))
      watch(request, response)
      handler(request, response)
    })
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
      refuseUnread(error, socket, headers),
    )
    return server
  }

  return {
    serverFactory: newServer,
    async listenBeside(server, host) {
      const { address, port } = server.address() as AddressInfo
      for (const other of await lookup(host, { all: true }).catch(() => [])) {
        if (other.address === address || made === undefined) continue
        const another = newServer(...made)
        another.listen({ host: other.address, port })
        await once(another, 'listening').then(
          () => beside.push(another),
          () => {},
        )
      }
    },
    async stopListening(server) {
      if (!server.listening) return
      for (const one of [server, ...beside]) one.close()
      await sleep(limits.arrivedMs)
      // However busy this process is: what lies there is read before the time that is over is noticed.
      for (let turn = 0; turn < 2; turn++) await setImmediate()
    },
    close(closeMs) {
      setTimeout(() => {
        for (const [request, { response }] of bodies)
          if (!request.complete) cut(request, response, stopping())
        for (const socket of sockets) if (!answering.has(socket)) socket.destroy()
      }, limits.closingBodyMs).unref()
      setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, closeMs).unref()
    },
  }
}

/** What cannot be read as a request reaches no route. */
function refuseUnread(
  error: NodeJS.ErrnoException,
  socket: Socket,
  headers: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, code, detail] = unreadProblem(error.code)
  const body = JSON.stringify(problemOf({ status, code, message: detail }, ''))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'Cache-Control: no-store',
    'Connection: close',
  ]
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  else socket.destroy()
}

function unreadProblem(code: string | undefined): [status: number, code: ProblemCode, detail: string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return [408, 'request-timeout', 'The request took too long to arrive: send it again.']
  if (code === 'HPE_HEADER_OVERFLOW')
    return [431, 'headers-too-large', 'The headers of the request are too large.']
  return [400, 'bad-request', 'This cannot be read as an HTTP request.']
}

function tooSlow(): AppError {
  return new AppError({
    code: 'request-timeout',
    status: 408,
    message: 'The request came too slowly, or nothing more of it came: send the whole of it again.',
  })
}

/** For whoever asks while the server closes. */
export function stopping(): AppError {
  return new AppError({
    code: 'stopping',
    status: 503,
    message: 'Deal Scout is stopping: send the whole request again when it runs.',
  })
}
