import { z } from 'zod'
import { fieldReasonSchema } from './field-reasons.ts'
import { exampleFor } from './http-document-examples.ts'
import { headersOf, sharedHeaders, withFormats } from './http-document-limits.ts'
import { takesKey } from './http-idempotency.ts'
import { problemOf } from './http-problems.ts'
import { type ProblemCode, problemCodes } from './problem-codes.ts'
import { codesOf } from './problem-kinds.ts'

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** Names this occurrence; of what was no HTTP there is none. */
  instance: z.string().optional(),
  code: z
    .string()
    .describe('Stable; which there are: docs/api-errors.md, and the examples of the responses.'),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('What `detail` is made of beside its code, for other languages; left out where it is not.'),
  fields: z.record(z.string(), z.string()).optional(),
  reasons: z
    .record(z.string(), fieldReasonSchema)
    .optional()
    .describe('What is wrong with each of the fields, as a code with parameters; `text` = in words alone.'),
  positions: z
    .record(z.string(), z.object({ offset: z.number().int(), length: z.number().int() }))
    .optional()
    .describe('Of some of the fields: which characters of their text are wrong, in UTF-16 units.'),
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
        description:
          'Set by a sign-in; its name begins with __Host- where the address is https. What changes something also sends X-CSRF-Token, with what the cookie beside it holds whose name ends in .csrf.',
      },
    },
  },
  security: [{ key: [] }, { session: [] }],
}

/** Of every POST that changes something. */
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A name of your own for what is to be done, best a new UUID: the same request sent again with it within 24 hours is not done again, but gets the answer of the first.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!#-~]+$' },
  example: '7f7b1c0e-3f5d-4c0a-9a55-0f6f3a4a1c55',
}

/** The example that a schema of a body or an answer was given by `.meta({ example })` moves from the schema to where it is shown. */
interface Body {
  content?: Record<string, { schema?: { example?: unknown; type?: string }; example?: unknown }>
}

interface Operation {
  [takesKey]?: boolean
  security?: unknown
  operationId?: string
  parameters?: { in?: string }[]
  requestBody?: Body
  responses?: Record<string, Body & { headers?: object }>
}
/** What is changed of an OpenAPI document. */
export interface OpenApiDocument {
  paths?: object | undefined
  components?: object | undefined
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const problemStatuses = [...new Set(Object.values(problemCodes).map(({ status }) => status))].toSorted()

/** A response of the document for each status, with an example for each code that comes with it. */
function problemResponses(): Record<string, object> {
  return Object.fromEntries(
    problemStatuses.map((status) => {
      const codes = codesOf(status)
      const sentences = codes.map((code) => `\`${code}\`: ${problemCodes[code].title}.`)
      const examples = codes.map((code) => [code, { value: exampleOf(code) }])
      return [
        `Problem${status}`,
        {
          description: sentences.join(' '),
          headers: { ...headersOf(true), ...(waits.has(status) && { 'Retry-After': retryAfter }) },
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: Object.fromEntries(examples),
            },
          },
        },
      ]
    }),
  )
}

const waits: ReadonlySet<number> = new Set([409, 429, 503])
const retryAfter = {
  description: 'After how many seconds to ask again, where that is known.',
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
}
const exampleId = 'd251faeb-14dc-4f17-a718-9e1f0da41e00'

function exampleOf(code: ProblemCode) {
  const { status, remedy } = problemCodes[code]
  const fields = code === 'bad-input' ? { name: 'is missing' } : undefined
  return problemOf({ code, status, message: remedy, fields }, exampleId)
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
  const { schemas, responses } = (document.components ?? {}) as { schemas?: object; responses?: object }
  return withFormats({
    ...document,
    paths,
    components: {
      ...document.components,
      headers: sharedHeaders,
      schemas: { ...schemas, Problem: problem },
      responses: { ...responses, ...problemResponses() },
    },
  })
}

function described(method: string, path: string, operation: Operation): Operation {
  const own = Object.fromEntries(
    Object.entries(operation.responses ?? {}).map(([status, response]) => [
      status,
      { ...withExample(response, status), headers: { ...headersOf(!isProbe(path)), ...response.headers } },
    ]),
  )
  const problems = problemsOf(method, path, operation)
    .filter((status) => own[status] === undefined)
    .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])
  const { [takesKey]: isKeyed, ...rest } = operation
  return {
    operationId: operationId(method, path),
    ...rest,
    ...(rest.requestBody !== undefined && { requestBody: withExample(rest.requestBody) }),
    ...(isKeyed === true && { parameters: [...(operation.parameters ?? []), keyParameter] }),
    responses: { ...own, ...Object.fromEntries(problems) },
  }
}

/** Of an answer (by its status) that brings no example of its own, one is made by its schema. */
function withExample<Said extends Body>(body: Said, status?: string): Said {
  if (body.content === undefined) return body
  const content = Object.entries(body.content).map(([type, { schema, ...media }]) => {
    const { example: own, ...bare } = schema ?? {}
    const isMade = own === undefined && status?.startsWith('2') === true && type === 'application/json'
    const example = isMade && bare.type !== 'null' ? exampleFor(bare) : own
    return [type, { schema: bare, ...media, ...(example !== undefined && { example }) }]
  })
  return { ...body, content: Object.fromEntries(content) }
}

function problemsOf(
  method: string,
  path: string,
  { parameters = [], requestBody, security, [takesKey]: isKeyed }: Operation,
): number[] {
  const writes = method !== 'get'
  const isOpen = security !== undefined
  const has = (place: string) => parameters.some((parameter) => parameter.in === place)
  // A key that came with another request is refused as what is not valid.
  const takes = has('path') || has('query') || requestBody !== undefined || isKeyed === true
  return [
    400,
    // A sign-in asks nobody, and says so of who is not let in.
    ...(isOpen && !path.startsWith('/api/auth/') ? [] : [401]),
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
      .split(/[-.]/)
      .map((word, index, all) => capital(isOne && index === all.length - 1 ? one(word) : word))
  })
  return method + nouns.join('')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const one = (word: string) => (/(?:ch|s|x)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, ''))
