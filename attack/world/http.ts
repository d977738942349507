import { type Agent, request as httpRequest } from 'node:http'
import { createConnection } from 'node:net'
import type { Readable } from 'node:stream'

export interface Call {
  method: string
  /** As it is to stand on the wire. */
  path: string
  headers?: Record<string, string>
  json?: unknown
  body?: string | Buffer | Readable
  /** Gives up after this time. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Keeps connections for the next request; without one each has its own. */
  agent?: Agent
}

export interface Answer {
  status: number
  type: string
  headers: Record<string, string | string[] | undefined>
  text: string
}

const bytesMax = 64 * 1024 * 1024

/** One request; throws when there is no answer. */
export async function call(address: string, given: Call): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const { method, path, timeoutMs = 60_000 } = given
  const body = given.json === undefined ? given.body : JSON.stringify(given.json)
  const isStream = typeof body === 'object' && !Buffer.isBuffer(body)
  const headers = {
    ...(given.json !== undefined && { 'content-type': 'application/json' }),
    ...(body !== undefined && !isStream && { 'content-length': String(Buffer.byteLength(body)) }),
    ...given.headers,
  }
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: hostname,
        port,
        method,
        path,
        headers,
        agent: given.agent ?? false,
        ...(given.signal && { signal: given.signal }),
      },
      (response) => {
        const chunks: Buffer[] = []
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes <= bytesMax) chunks.push(chunk)
        })
        response.once('error', reject)
        response.once('end', () => {
          clearTimeout(timer)
          resolve({
            status: response.statusCode ?? 0,
            type: String(response.headers['content-type'] ?? ''),
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          })
        })
      },
    )
    const timer = setTimeout(
      () => request.destroy(new Error(`${method} ${path.slice(0, 80)}: no answer within ${timeoutMs} ms`)),
      timeoutMs,
    )
    let error: unknown
    request.once('error', (first) => {
      error = first
    })
    request.once('close', () => {
      clearTimeout(timer)
      if (isStream) body.destroy()
      // An answer that came before the cut was given already.
      reject(error ?? new Error('the connection was closed without an answer'))
    })
    if (isStream) body.on('error', () => request.destroy()).pipe(request)
    else request.end(body)
  })
}

/**
 * Bytes as they are on a connection; everything that comes back until the other side ends it or the time is over.
 * `slowly` sends the rest byte by byte at this pace.
 */
export async function raw(
  address: string,
  bytes: string | Buffer,
  options: { timeoutMs?: number; slowly?: { bytes: Buffer; everyMs: number } } = {},
): Promise<{ text: string; closed: boolean; ms: number }> {
  const { hostname, port } = new URL(address)
  const beganMs = performance.now()
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), hostname)
    const chunks: Buffer[] = []
    let drip: NodeJS.Timeout | undefined
    const end = (closed: boolean) => {
      clearTimeout(timer)
      clearInterval(drip)
      socket.destroy()
      resolve({
        text: Buffer.concat(chunks).toString('latin1'),
        closed,
        ms: Math.round(performance.now() - beganMs),
      })
    }
    const timer = setTimeout(() => end(false), options.timeoutMs ?? 5_000)
    socket.on('data', (chunk: Buffer) => {
      if (chunks.length < 1_000) chunks.push(chunk)
    })
    socket.once('error', () => end(true))
    socket.once('close', () => end(true))
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    const { slowly } = options
    if (slowly === undefined) return
    let at = 0
    drip = setInterval(() => {
      if (at < slowly.bytes.length && !socket.destroyed) socket.write(slowly.bytes.subarray(at, ++at))
    }, slowly.everyMs)
  })
}

/** multipart/form-data with one file of these bytes, sent as they come. */
export function upload(name: string, content: AsyncIterable<Buffer> | Iterable<Buffer>) {
  const boundary = 'x-attack-boundary'
  async function* parts() {
    yield Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    )
    yield* content
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  return { parts: parts(), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
