/** A problem (RFC 9457) that the server answered with. `code` is stable: docs/api-errors.md. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** What is wrong, by its path in the request. */
  readonly fields: Readonly<Record<string, string>>
  /** Where in the text of some of these fields it is wrong: UTF-16 units from its beginning. */
  readonly positions: Readonly<Record<string, { offset: number; length: number }>>
  /** What `message` is made of beside its code, where that is known. */
  readonly params: Readonly<Record<string, string | number>>
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
    this.params = body.params ?? {}
    this.requestId = body.requestId ?? ''
    const wait = response.headers.get('retry-after')
    this.retryAfterS = wait !== null && /^\d+$/.test(wait) ? Number(wait) : null
  }
}

/** Nothing answered: there is no connection, or Deal Scout does not run. */
export class Unreachable extends Error {
  constructor(cause: unknown, isRead: boolean) {
    const again = isRead
      ? 'Check that it is running and that you are online, then try again.'
      : 'This was not done, and nothing waits to be sent: do it again once it answers.'
    super(`Deal Scout did not answer. ${again}`, { cause })
    this.name = 'Unreachable'
  }
}

interface ProblemBody {
  code?: string
  detail?: string
  fields?: Record<string, string>
  positions?: Record<string, { offset: number; length: number }>
  params?: Record<string, string | number>
  requestId?: string
}

/** Of each call, besides what the operation takes: what fetch() does, and where Deal Scout is (in its own pages: left out). */
export interface RequestOptions extends RequestInit {
  baseUrl?: string
}

/** In a browser that is signed in by a cookie: what shows that a page of Deal Scout asks, and no other site. */
export function csrfToken(): string | undefined {
  const { document } = globalThis as { document?: { cookie: string } }
  return /(?:^|; )(?:__Host-)?deal-scout\.csrf=([^;]+)/.exec(document?.cookie ?? '')?.[1]
}

function withToken(init: RequestInit): RequestInit {
  if (['GET', 'HEAD', undefined].includes(init.method)) return init
  const token = csrfToken()
  if (token === undefined) return init
  const headers = new Headers(init.headers)
  headers.set('x-csrf-token', token)
  return { ...init, headers }
}

/** In a browser: in the language of the page that asks, unless the caller wants another. */
function inLanguage(init: RequestInit): RequestInit {
  const { document } = globalThis as { document?: { documentElement: { lang: string } } }
  const language = document?.documentElement.lang ?? ''
  if (language === '') return init
  const headers = new Headers(init.headers)
  if (!headers.has('accept-language')) headers.set('accept-language', language)
  return { ...init, headers }
}

/** Sends one request and gives the body of the answer; what is no success throws an ApiProblem. */
export async function request<Answer>(
  path: string,
  { baseUrl = '', ...init }: RequestOptions,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, inLanguage(withToken(init))).catch((error: unknown) => {
    // Of what was called off it is its own doing.
    throw error instanceof TypeError ? new Unreachable(error, (init.method ?? 'GET') === 'GET') : error
  })
  const text = await response.text()
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '')
  const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
  if (!response.ok) throw new ApiProblem(response, isJson ? ((body ?? {}) as ProblemBody) : {})
  return body as Answer
}
