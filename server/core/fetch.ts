/** The one way out to the network. Interface first; see createFetch. */
export interface FetchOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string
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
  /** Redirects followed; each hop is checked again; default 5. */
  redirectsMax?: number
}

export interface FetchResponse {
  status: number
  /** Lower-case names. */
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
