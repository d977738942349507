import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import {
  type FakeServer,
  type FakeServerRequest,
  startFakeServer,
} from '../../../test/harness/fake-server.ts'
import type { ChannelFakeServer, Mood } from '../fake-server.ts'
import type { PushPayload } from './payload.ts'

/** The encryption of RFC 8188; it has no types of its own. */
const ece = createRequire(import.meta.url)('http_ece') as {
  decrypt(body: Buffer, keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer
}

/** A browser that subscribed to messages of one sender, and the push service in front of it. */
export interface PushFakeServer extends AsyncDisposable {
  server: FakeServer
  settings: { endpoint: string; p256dh: string; auth: string }
  /** The sender's keys. */
  vapid: { VAPID_PUBLIC_KEY: string; VAPID_PRIVATE_KEY: string; VAPID_SUBJECT: string }
  /** What the service worker is handed for a request. */
  decrypt(request: FakeServerRequest): PushPayload
  accept(request: FakeServerRequest, response: ServerResponse): void
}

export async function startPushFakeServer(): Promise<PushFakeServer> {
  const sender = createECDH('prime256v1')
  sender.generateKeys()
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  // Node leaves leading zeros out.
  const scalar = sender.getPrivateKey()
  const privateKey = Buffer.concat([Buffer.alloc(32 - scalar.length), scalar]).toString('base64url')
  const publicKey = sender.getPublicKey().toString('base64url')
  const server = await startFakeServer((request, response) => accept(request, response))

  function accept(request: FakeServerRequest, response: ServerResponse): void {
    const status = problemStatus(request, server.baseUrl, publicKey)
    if (status === null)
      response.writeHead(201, { location: `${server.baseUrl}/m/secret-message-address` }).end()
    else response.writeHead(status).end()
  }

  return {
    server,
    settings: {
      endpoint: `${server.baseUrl}/wpush/v2/gAAAA-endpoint-secret`,
      p256dh: browser.getPublicKey().toString('base64url'),
      auth,
    },
    vapid: {
      VAPID_PUBLIC_KEY: publicKey,
      VAPID_PRIVATE_KEY: privateKey,
      VAPID_SUBJECT: 'mailto:operator@scout.example',
    },
    decrypt: (request) =>
      JSON.parse(
        ece
          .decrypt(request.bytes, { version: 'aes128gcm', privateKey: browser, authSecret: auth })
          .toString('utf8'),
      ) as PushPayload,
    accept,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** What a push service checks (RFC 8030 §5, RFC 8188 §2, RFC 8292 §4.2); null when nothing is wrong. */
function problemStatus(
  { headers, bytes }: FakeServerRequest,
  origin: string,
  publicKey: string,
): number | null {
  if (!/^\d+$/.test(String(headers.ttl))) return 400
  if (!['very-low', 'low', 'normal', 'high'].includes(String(headers.urgency))) return 400
  if (!/^[\w-]{1,32}$/.test(String(headers.topic))) return 400
  if (headers['content-encoding'] !== 'aes128gcm') return 415
  if (bytes.length > 4096) return 413
  const [, token, key] = /^vapid t=([^,\s]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  if (!token || !key) return 401
  if (key !== publicKey) return 403
  return isSigned(token, key) && isFor(token, origin) ? null : 403
}

function isSigned(token: string, key: string): boolean {
  const [head, claims, signature] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  return verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature ?? '', 'base64url'),
  )
}

/** The library takes the time from the system, as push services do. */
function isFor(token: string, origin: string): boolean {
  const parts = token.split('.').slice(0, 2)
  const [head, claims] = parts.map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
  const leftSeconds = claims.exp - Date.now() / 1000
  return (
    head.alg === 'ES256' &&
    claims.aud === origin &&
    leftSeconds > 0 &&
    leftSeconds <= 24 * 3600 &&
    /^(mailto:|https:)/.test(claims.sub)
  )
}

export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const push = await startPushFakeServer()
  const { server, settings, vapid } = push
  const moods: Record<Exclude<Mood, 'down'>, PushFakeServer['accept']> = {
    ok: push.accept,
    busy: (_request, response) => void response.writeHead(429, { 'retry-after': '7' }).end(),
    error: (_request, response) => void response.writeHead(503).end(),
    refuse: (_request, response) => void response.writeHead(410).end(),
    hang: () => {},
    cut: (_request, response) => void response.socket?.destroy(),
  }
  return {
    settings: { device: 'Firefox on my phone', ...settings },
    options: { ...vapid, WEBPUSH_ALLOW_PRIVATE_NETWORK: true, WEBPUSH_HOSTS: ['127.0.0.1'] },
    secrets: [
      'gAAAA-endpoint-secret',
      settings.p256dh,
      settings.auth,
      vapid.VAPID_PRIVATE_KEY,
      'secret-message-address',
    ],
    async become(mood) {
      if (mood === 'down') await push[Symbol.asyncDispose]()
      else server.handle(moods[mood])
    },
    received: () =>
      server.requests.map((request) => {
        const { title, body, page, there } = push.decrypt(request)
        return `${title}\n${body}\n${there?.url ?? ''}\n${page}`
      }),
    repetitionIds: () =>
      server.requests.map((request) => `${request.headers.topic} ${push.decrypt(request).tag}`),
    busyWaitMs: 7000,
    [Symbol.asyncDispose]: () => push[Symbol.asyncDispose](),
  }
}
