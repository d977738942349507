/** A problem (RFC 9457) that the server answered with. `code` is stable: docs/api-errors.md. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** What is wrong, by its path in the request. */
  readonly fields: Readonly<Record<string, string>>
  /** Where in the text of some of these fields it is wrong: UTF-16 units from its beginning. */
  readonly positions: Readonly<Record<string, { offset: number; length: number }>>
  /** Under which the log of the server has it. */
  readonly requestId: string
  /** After how many seconds to ask again; null = not said. */
  readonly retryAfterS: number | null

  constructor(response: Response, body: ProblemBody) {
    super(body.detail ?? `The server answered ${response.status}.`)
    this.name = 'ApiProblem'
    this.status = response.status
    this.code = body.code ?? 'unknown'
    this.fields = body.fields ?? {}
    this.positions = body.positions ?? {}
    this.requestId = body.requestId ?? ''
    const wait = response.headers.get('retry-after')
    this.retryAfterS = wait !== null && /^\d+$/.test(wait) ? Number(wait) : null
  }
}

interface ProblemBody {
  code?: string
  detail?: string
  fields?: Record<string, string>
  positions?: Record<string, { offset: number; length: number }>
  requestId?: string
}

/** Of each call, besides what the operation takes: what fetch() does, and where Deal Scout is (in its own pages: left out). */
export interface RequestOptions extends RequestInit {
  baseUrl?: string
}

/** In a browser that is signed in by a cookie: what shows that a page of Deal Scout asks, and no other site. */
function withToken(init: RequestInit): RequestInit {
  if (['GET', 'HEAD', undefined].includes(init.method)) return init
  const { document } = globalThis as { document?: { cookie: string } }
  const token = /(?:^|; )(?:__Host-)?deal-scout\.csrf=([^;]+)/.exec(document?.cookie ?? '')?.[1]
  if (token === undefined) return init
  const headers = new Headers(init.headers)
  headers.set('x-csrf-token', token)
  return { ...init, headers }
}

/** Sends one request and gives the body of the answer; what is no success throws an ApiProblem. */
export async function request<Answer>(
  path: string,
  { baseUrl = '', ...init }: RequestOptions,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, withToken(init))
  const text = await response.text()
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
  const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
  if (!response.ok) throw new ApiProblem(response, isJson ? ((body ?? {}) as ProblemBody) : {})
  return body as Answer
}
