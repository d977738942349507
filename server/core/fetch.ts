import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent } from 'undici'
import { abortable } from './abortable.ts'
import { type Clock, systemClock } from './clock.ts'
import { acceptedEncodings, BodyTooLarge, decodeBody, decodeText } from './fetch-body.ts'
import { flatHeaders, lowerCase, moveCredentials, retryAfterMs } from './fetch-headers.ts'
import { whenSent } from './fetch-sent.ts'
import type { Log } from './log.ts'
import { anywhere, type Outbound, outboundRefusal } from './outbound.ts'
import { createPacing } from './pacing.ts'
import { isPublicAddress } from './public-address.ts'

/** The one way out to the network. Interface first; see createFetch. */
export interface FetchOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  signal?: AbortSignal
  /** Whole call including the body; default 20 s. */
  timeoutMs?: number
  /** Largest body accepted after decompression; default 10 MiB. */
  bytesMax?: number
  /** `public` (default) refuses private, loopback and link-local addresses, with DNS pinned; `any` is for addresses the operator configured. */
  network?: 'public' | 'any'
  /** Least time between the starts of two calls to this host from this process; default 0. */
  hostGapMs?: number
  /** Extra tries after a network failure or 502/503/504; only for idempotent methods (GET, PUT, DELETE); default 0. */
  retries?: number
  /** Redirects followed; each hop is checked again; default 5; 0 resolves with the redirect itself. */
  redirectsMax?: number
}

export interface FetchResponse {
  status: number
  /** Lower-case names; repeated fields are joined by ", " (set-cookie by a line feed). */
  headers: Readonly<Record<string, string>>
  /** After redirects. */
  url: string
  body: Buffer
  /** Body decoded by the charset of content-type (utf-8 by default). */
  text(): string
  /** Throws FetchError kind `bad-json`. */
  json(): unknown
}

/** Resolves for every HTTP status; throws FetchError when there was no (whole) answer. */
export type Fetch = (url: string, options?: FetchOptions) => Promise<FetchResponse>

export type FetchFailure =
  | 'timeout'
  | 'aborted'
  | 'network'
  | 'too-large'
  | 'refused-address'
  /** By the operator: see `Outbound`. */
  | 'not-allowed'
  | 'bad-url'
  | 'bad-json'
  | 'too-many-redirects'

export class FetchError extends Error {
  readonly kind: FetchFailure
  /** True when the request may have reached the server (it was sent, the answer is missing). */
  readonly maybeDelivered: boolean
  constructor(
    kind: FetchFailure,
    message: string,
    options: { maybeDelivered?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'FetchError'
    this.kind = kind
    this.maybeDelivered = options.maybeDelivered ?? false
  }
}

export type Lookup = (hostname: string) => Promise<{ address: string; family: number }[]>

export interface FetchDependencies {
  userAgent: string
  clock?: Clock
  log?: Log
  /** Resolves a host name to all its addresses; the system's resolver by default. */
  lookup?: Lookup
  /** What counts as public for `network: 'public'`; tests and the demo serve "public" sites on loopback. */
  isPublic?: (address: string) => boolean
  /** Whom the operator lets it call, whatever the `network`; default: anybody. */
  outbound?: Outbound
  defaults?: Defaults
  /** Told of a host that is not public, where only public ones may be called. */
  onRefused?(host: string): void
  /** First pause before a retry, doubled each time; default 400 ms. */
  retryDelayMs?: number
  /** Jitter of the pauses: 0 ≤ x < 1. */
  random?: () => number
}

type Defaults = Omit<FetchOptions, 'method' | 'headers' | 'body' | 'signal'>
type Settled = Required<Defaults>

interface Hop {
  url: URL
  method: NonNullable<FetchOptions['method']>
  headers: Record<string, string>
  body: string | Uint8Array | undefined
}

/** One call from its first hop to its answer. */
interface Call {
  options: Settled
  signal: AbortSignal
  /** Of performance.now(). */
  deadline: number
  /** A request was written to a socket. */
  sent: boolean
  retriesLeft: number
}

/** Opens connection pools; `close()` aborts what is under way and frees them. */
export function createFetch(dependencies: FetchDependencies): Fetch & { close(): Promise<void> } {
  const { log, random = Math.random, retryDelayMs = 400, clock = systemClock } = dependencies
  const lookup = dependencies.lookup ?? ((hostname) => systemLookup(hostname, { all: true }))
  const isPublic = dependencies.isPublic ?? isPublicAddress
  const { outbound = anywhere } = dependencies
  const pace = createPacing()
  const closing = new AbortController()
  const agents = {
    public: createAgent(lookup, isPublic, closing.signal),
    any: createAgent(lookup, () => true, closing.signal),
  }

  async function exchange(hop: Hop, call: Call): Promise<FetchResponse> {
    await pace(hop.url.host, call.options.hostGapMs, call.signal)
    const agent = agents[call.options.network].compose(
      whenSent(() => {
        call.sent = true
      }),
    )
    const answer = await abortable(
      agent.request({
        origin: hop.url.origin,
        path: hop.url.pathname + hop.url.search,
        method: hop.method,
        headers: hop.headers,
        ...(hop.body !== undefined && { body: hop.body }),
        signal: call.signal,
      }),
      // undici heeds its signal only once a connection stands.
      call.signal,
    )
    // The body outlives its reader when that fails early; its error is then nobody's.
    answer.body.on('error', () => {})
    const headers = flatHeaders(answer.headers)
    const { bytesMax } = call.options
    const encoding = headers['content-encoding'] ?? ''
    if (encoding === '' && Number(headers['content-length']) > bytesMax) {
      answer.body.destroy()
      throw new BodyTooLarge()
    }
    const body = await decodeBody(answer.body, encoding, bytesMax)
    return response(answer.statusCode, headers, hop.url, body)
  }

  /** The answer of one hop; network failures and 502–504 are tried again while that can help in time. */
  async function exchangeWithRetries(hop: Hop, call: Call): Promise<FetchResponse> {
    for (let attempt = 0; ; attempt++) {
      const started = performance.now()
      const outcome = await exchange(hop, call).catch((error: unknown) => failure(error, hop.url, call))
      const failed = outcome instanceof FetchError
      log?.debug(
        {
          host: hop.url.host,
          method: hop.method,
          ms: Math.round(performance.now() - started),
          ...(failed ? { failure: outcome.kind } : { status: outcome.status }),
        },
        'fetch',
      )
      const passing = failed ? outcome.kind === 'network' : [502, 503, 504].includes(outcome.status)
      if (passing && hop.method !== 'POST' && call.retriesLeft > 0) {
        const backoff = retryDelayMs * 2 ** attempt * (0.5 + random() / 2)
        const asked = failed ? 0 : retryAfterMs(outcome.headers['retry-after'], clock.now())
        const delay = Math.max(backoff, asked)
        if (performance.now() + delay < call.deadline) {
          call.retriesLeft--
          await sleep(delay, undefined, { signal: call.signal }).catch((error: unknown) => {
            throw failure(error, hop.url, call)
          })
          continue
        }
      }
      if (failed) throw outcome
      return outcome
    }
  }

  async function checked(hop: Hop, call: Call): Promise<FetchResponse> {
    try {
      checkUrl(hop.url, call, isPublic, outbound)
      return await exchangeWithRetries(hop, call)
    } catch (error) {
      if (error instanceof FetchError && error.kind === 'refused-address')
        dependencies.onRefused?.(hop.url.hostname)
      throw error
    }
  }

  async function run(start: Hop, call: Call): Promise<FetchResponse> {
    let hop = start
    for (let redirects = 0; ; redirects++) {
      const answer = await checked(hop, call)
      const location = answer.headers.location
      if (!redirectStatuses.has(answer.status) || location === undefined || call.options.redirectsMax === 0) {
        return answer
      }
      if (redirects >= call.options.redirectsMax) {
        throw new FetchError('too-many-redirects', `${start.url.host} redirects too often.`, {
          maybeDelivered: call.sent,
        })
      }
      hop = redirected(hop, answer.status, location, call)
    }
  }

  const fetch: Fetch = async (address, options = {}) => {
    const settled: Settled = {
      timeoutMs: options.timeoutMs ?? dependencies.defaults?.timeoutMs ?? 20_000,
      bytesMax: options.bytesMax ?? dependencies.defaults?.bytesMax ?? 10 * 1024 * 1024,
      network: options.network ?? dependencies.defaults?.network ?? 'public',
      hostGapMs: options.hostGapMs ?? dependencies.defaults?.hostGapMs ?? 0,
      retries: options.retries ?? dependencies.defaults?.retries ?? 0,
      redirectsMax: options.redirectsMax ?? dependencies.defaults?.redirectsMax ?? 5,
    }
    const url = parseUrl(address, undefined, false)
    const headers = lowerCase(options.headers ?? {})
    headers['user-agent'] ??= dependencies.userAgent
    headers['accept-encoding'] ??= acceptedEncodings
    if (settled.network === 'any') moveCredentials(url, headers)

    const stop = new AbortController()
    const timer = setTimeout(
      () =>
        stop.abort(new FetchError('timeout', `${url.host} did not answer within ${settled.timeoutMs} ms.`)),
      Math.min(settled.timeoutMs, 2 ** 31 - 1),
    )
    const onAbort = () => stop.abort(new FetchError('aborted', `The call to ${url.host} was called off.`))
    const signals = [closing.signal, ...(options.signal ? [options.signal] : [])]
    for (const signal of signals) {
      if (signal.aborted) onAbort()
      signal.addEventListener('abort', onAbort, { once: true })
    }
    const call: Call = {
      options: settled,
      signal: stop.signal,
      deadline: performance.now() + settled.timeoutMs,
      sent: false,
      retriesLeft: settled.retries,
    }
    try {
      return await run({ url, method: options.method ?? 'GET', headers, body: options.body }, call)
    } finally {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', onAbort)
    }
  }

  return Object.assign(fetch, {
    async close() {
      closing.abort()
      await Promise.all([agents.public.destroy(), agents.any.destroy()])
    },
  })
}

/**
 * The check sits in the resolver that the socket itself uses: the address that was checked is the address that
 * is connected to, whatever DNS says a moment later. TLS and Host keep the name.
 */
function createAgent(lookup: Lookup, allowed: (address: string) => boolean, closing: AbortSignal): Agent {
  const guarded: LookupFunction = (hostname, options, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const first = addresses[0]
        if (!first) return callback(new Error(`${hostname} has no address.`), '')
        if (!addresses.every(({ address }) => allowed(address))) return callback(refused(hostname), '')
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, ''),
    )
  }
  return new Agent({
    // The call's own timer covers headers and body; a socket that never connects ends by itself.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connections: 64,
    // The signal ends sockets that are still connecting, which destroying an agent waits for.
    connect: { timeout: 10_000, lookup: guarded, signal: closing },
  })
}

const refused = (host: string) =>
  new FetchError('refused-address', `${host} is not an address on the public internet.`)

/** Never shows the address itself: paths and queries carry tokens (web hooks). */
function parseUrl(address: string, base: URL | undefined, sent: boolean): URL {
  const url = URL.parse(address, base?.href)
  if (!url) throw new FetchError('bad-url', 'The address is not a valid URL.', { maybeDelivered: sent })
  return url
}

function checkUrl(url: URL, call: Call, isPublic: (address: string) => boolean, outbound: Outbound): void {
  const maybeDelivered = call.sent
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('bad-url', 'Only http and https addresses can be called.', { maybeDelivered })
  }
  const refusal = outboundRefusal(url, outbound)
  if (refusal !== null) throw new FetchError('not-allowed', refusal, { maybeDelivered })
  if (call.options.network === 'any') return
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('bad-url', 'The address must not contain a user name or password.', {
      maybeDelivered,
    })
  }
  // Literal addresses never reach the resolver. The URL parser has already resolved octal and hex spellings.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isPublic(literal)) {
    throw new FetchError('refused-address', refused(url.host).message, { maybeDelivered })
  }
}

const redirectStatuses = new Set([301, 302, 303, 307, 308])

function redirected(hop: Hop, status: number, location: string, call: Call): Hop {
  const url = parseUrl(location, hop.url, call.sent)
  const toGet = status === 303 || (hop.method === 'POST' && (status === 301 || status === 302))
  const headers = { ...hop.headers }
  if (toGet) for (const name of Object.keys(headers)) if (name.startsWith('content-')) delete headers[name]
  if (url.origin !== hop.url.origin) {
    for (const name of ['authorization', 'cookie', 'proxy-authorization', 'host']) delete headers[name]
  }
  return toGet ? { url, method: 'GET', headers, body: undefined } : { ...hop, url, headers }
}

function failure(error: unknown, url: URL, call: Call): FetchError {
  const maybeDelivered = call.sent
  if (call.signal.aborted && call.signal.reason instanceof FetchError) {
    const { kind, message } = call.signal.reason
    return new FetchError(kind, message, { maybeDelivered })
  }
  if (error instanceof FetchError) return new FetchError(error.kind, error.message, { maybeDelivered })
  if (error instanceof BodyTooLarge) {
    const message = `${url.host} sent more than ${call.options.bytesMax} bytes.`
    return new FetchError('too-large', message, { maybeDelivered })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'UND_ERR_INVALID_ARG') {
    return new FetchError('bad-url', 'The request cannot be made: its address or a header is malformed.', {
      cause: error,
    })
  }
  const why = code === '' ? '' : ` (${code})`
  return new FetchError('network', `${url.host} gave no complete answer${why}.`, {
    maybeDelivered,
    cause: error,
  })
}

function response(status: number, headers: Record<string, string>, url: URL, body: Buffer): FetchResponse {
  const text = () => decodeText(body, headers['content-type'])
  return {
    status,
    headers,
    url: url.href,
    body,
    text,
    json() {
      try {
        return JSON.parse(text())
      } catch {
        throw new FetchError('bad-json', `${url.host} did not answer with JSON.`, { maybeDelivered: true })
      }
    },
  }
}
