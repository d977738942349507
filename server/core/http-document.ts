import { z } from 'zod'

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  requestId: z.string(),
})

/** Response schema of a 204: null in the document; nothing is sent. */
export const noContent = z.null().describe('Done; there is nothing to say.') as unknown as z.ZodAny

type SecurityScheme = { description: string } & (
  | { type: 'http'; scheme: string }
  | { type: 'apiKey'; in: string; name: string }
)

/** How a caller says who they are: one of these, unless a route says that it asks nobody. */
export const signingIn: {
  components: { securitySchemes: Record<string, SecurityScheme> }
  security: Record<string, string[]>[]
} = {
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'A key made under /api/auth/keys.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'deal-scout.session_token',
        description: 'Set by a sign-in; its name begins with __Host- where the address is https.',
      },
    },
  },
  security: [{ key: [] }, { session: [] }],
}

interface Operation {
  security?: unknown
  operationId?: string
  parameters?: { in?: string }[]
  requestBody?: unknown
  responses?: Record<string, unknown>
}
/** What is changed of an OpenAPI document. */
export interface OpenApiDocument {
  paths?: object | undefined
  components?: object | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const errorSentences: Record<number, string> = {
  400: 'The request cannot be read: broken JSON, or a parameter of the address that is not known.',
  401: 'Nobody is signed in, or the key is not good.',
  403: 'The role or the key is not enough, or a page of another site asks to write.',
  404: 'There is no such thing.',
  408: 'The request did not go on.',
  409: 'Not in the state that things are in; the sentence says what to do.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not taken.',
  421: 'The server does not go by this name.',
  422: 'A value is not valid; `fields` names it.',
  429: 'More than is allowed in a minute; `Retry-After` says when to ask again.',
  500: 'Something went wrong here; the log has it under the request id.',
  503: 'The database is away, or the server stops or has too much to do; `Retry-After` says when to try again.',
}

/**
 * The document with what all routes share: an id for each operation, and the problems that it may answer with.
 */
export function withSharedAnswers<Document extends OpenApiDocument>(document: Document): Document {
  const paths = Object.fromEntries(
    Object.entries((document.paths ?? {}) as Record<string, object>).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          methods.includes(method) ? described(method, path, operation as Operation) : operation,
        ]),
      ),
    ]),
  )
  const { id: _, $schema: __, ...problem } = z.toJSONSchema(problemSchema) as Record<string, unknown>
  const schemas = { ...(document.components as { schemas?: object } | undefined)?.schemas, Problem: problem }
  return { ...document, paths, components: { ...document.components, schemas } }
}

function described(method: string, path: string, operation: Operation): Operation {
  const own = operation.responses ?? {}
  const problems = problemsOf(method, path, operation)
    .filter((status) => own[status] === undefined)
    .map((status) => [
      status,
      {
        description: errorSentences[status],
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ])
  return {
    operationId: operationId(method, path),
    ...operation,
    responses: { ...own, ...Object.fromEntries(problems) },
  }
}

function problemsOf(
  method: string,
  path: string,
  { parameters = [], requestBody, security }: Operation,
): number[] {
  const writes = method !== 'get'
  const isOpen = security !== undefined
  const has = (place: string) => parameters.some((parameter) => parameter.in === place)
  const takes = has('path') || has('query') || requestBody !== undefined
  return [
    400,
    ...(isOpen ? [] : [401]),
    ...(writes || !isOpen ? [403] : []),
    ...(has('path') ? [404] : []),
    ...(requestBody === undefined ? [] : [408]),
    ...(writes ? [409] : []),
    ...(requestBody === undefined ? [] : [413, 415]),
    421,
    ...(takes ? [422] : []),
    ...(isProbe(path) ? [] : [429]),
    500,
    ...(path === '/livez' ? [] : [503]),
  ]
}

const isProbe = (path: string) => ['/livez', '/readyz', '/metrics'].includes(path)

/** `patch /api/rules/{id}` is `patchRule`, `get /api/rules` is `getRules`: the method, then the path's nouns. */
export function operationId(method: string, path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'api')
  const nouns = parts.flatMap((part, at) => {
    if (part.startsWith('{')) return []
    const isOne = parts[at + 1]?.startsWith('{') === true
    return part
      .split('-')
      .map((word, index, all) => capital(isOne && index === all.length - 1 ? one(word) : word))
  })
  return method + nouns.join('')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const one = (word: string) => (/(?:ch|s)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, ''))
