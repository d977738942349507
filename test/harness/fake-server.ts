import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface FakeServerRequest {
  method: string
  /** Path and query as sent. */
  url: URL
  headers: IncomingHttpHeaders
  body: string
  /** The body as it came, for what is not text. */
  bytes: Buffer
}

export interface FakeServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, no trailing slash. */
  baseUrl: string
  /** Every request so far, oldest first. */
  requests: FakeServerRequest[]
  /** Replaces the handler. */
  handle(handler: FakeServerHandler): void
  /** Nobody listens for so long: new connections are refused, those that stand go on. */
  leaveFor(ms: number): Promise<void>
}

export type FakeServerHandler = (request: FakeServerRequest, response: ServerResponse) => void | Promise<void>

/** Starts a real HTTP server on a free loopback port that answers as `handler` says; a throwing handler answers 500. */
export async function startFakeServer(handler: FakeServerHandler): Promise<FakeServer> {
  let current = handler
  const requests: FakeServerRequest[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', async () => {
      const bytes = Buffer.concat(chunks)
      const request: FakeServerRequest = {
        method: incoming.method ?? 'GET',
        url: new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`),
        headers: incoming.headers,
        body: bytes.toString('utf8'),
        bytes,
      }
      requests.push(request)
      try {
        await current(request, response)
      } catch (error) {
        if (!response.headersSent) response.statusCode = 500
        response.end(String(error))
      }
    })
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  let back: Promise<void> = Promise.resolve()
  const leave = async (ms: number) => {
    server.close()
    await sleep(ms)
    // A connection of somebody else may have the port for a moment.
    while (!server.listening) await listen(port).catch(() => sleep(20))
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    handle(next) {
      current = next
    },
    leaveFor(ms) {
      back = back.then(() => leave(ms))
      return back
    },
    async [Symbol.asyncDispose]() {
      await back
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
