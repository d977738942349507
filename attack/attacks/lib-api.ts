import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { Answer } from '../world/http.ts'

/** As far as the attacks read it. */
export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
}

export interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string; schema: Schema; required?: boolean }[]
  body: { type: string; schema: Schema } | null
}

interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Operation['parameters']
        requestBody?: { content: Record<string, { schema?: Schema }> }
        responses: Record<string, { content?: Record<string, unknown> }>
      }
    >
  >
}

/** A stream of events is answered until whoever asks goes. */
const hasNoEnd = (responses: Record<string, { content?: Record<string, unknown> }>) =>
  Object.values(responses).some(({ content }) => content?.['text/event-stream'] !== undefined)

/** Every route of the program, and an evaluation of its answers. */
export function readApi(text: string): { operations: Operation[]; evaluate: Evaluate } {
  const document = JSON.parse(text) as OpenApi
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => !hasNoEnd(responses))
      .map(([method, { parameters = [], requestBody }]): Operation => {
        const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
        return {
          method: method.toUpperCase(),
          path,
          parameters,
          body: type === undefined ? null : { type, schema: content?.schema ?? {} },
        }
      }),
  )
  return { operations, evaluate: makeEvaluate(document) }
}

/** What is wrong with an answer, as a sentence; null when it is as it should be. */
export type Evaluate = (operation: Pick<Operation, 'method' | 'path'> | null, answer: Answer) => string | null

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', pattern: '^[a-z0-9-]+$' },
    detail: { type: 'string', minLength: 1 },
    requestId: { type: 'string' },
  },
}

function makeEvaluate(document: OpenApi): Evaluate {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  ajv.addSchema(document, 'api')
  const isProblem = ajv.compile(problemSchema)
  const known = new Map<string, ValidateFunction | null>()
  const schemaOf = (operation: Pick<Operation, 'method' | 'path'>, status: number) => {
    const method = operation.method.toLowerCase()
    const key = `${method} ${operation.path} ${status}`
    if (!known.has(key)) {
      const has = document.paths[operation.path]?.[method]?.responses[status]?.content?.['application/json']
      const pointer = [
        'paths',
        operation.path,
        method,
        'responses',
        String(status),
        'content',
        'application/json',
        'schema',
      ]
      const ref = `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
      known.set(key, has === undefined ? null : ajv.compile({ $ref: ref }))
    }
    return known.get(key) ?? null
  }
  return (operation, { status, type, text }) => {
    const shown = text.slice(0, 200)
    if (status >= 500 && !(operation?.path === '/readyz' && status === 503))
      return `answered ${status}: ${shown}`
    if (status >= 400 && status !== 503) {
      if (!type.startsWith('application/problem+json'))
        return `answered ${status} as ${type || 'nothing'}: ${shown}`
      const body = parsed(text)
      return isProblem(body) && (body as { status: number }).status === status
        ? null
        : `answered ${status} with no right problem: ${shown}`
    }
    if (operation === null || status === 204 || status === 304) return null
    const check = schemaOf(operation, status)
    if (check === null) return null
    if (check(parsed(text))) return null
    const [first] = check.errors ?? []
    return `answered ${status} off its schema at ${first?.instancePath || '/'}: ${first?.message}`
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const nasty = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202egnp.exe',
  '\u001b[2J\u001b]0;owned\u0007',
  "' OR 1=1; --",
  '{{7*7}}<%= 7 %>',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%00',
  '%',
  '\ufeff',
  'ﷺ'.repeat(300),
  'a'.repeat(70_000),
  '(a+)+$',
  '"'.repeat(400),
  '1e999',
  '-0',
  'NaN',
  '9007199254740993',
  '99999999999999999999999999',
  'constructor',
  '__proto__',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
]

const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

const nastyNumber = fc.constantFrom(
  ...[-1, 0, 0.5, -0, 2 ** 31, 2 ** 53, 2 ** 63, -(2 ** 63), 1e308, -1e308, 5e-324, 1e13 + 1],
)

/** JSON nested this deep, as text: JSON.stringify would be the first to fail. */
export const nestedJson = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom<unknown>(null, true, [], {}, [[]], [null]),
  fc.array(nastyText, { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>,
  fc.constant(Array.from({ length: 2_000 }, (_, n) => n)),
  fc.constant(JSON.parse(nestedJson(900))),
)

const words = [
  'bike',
  'road bike',
  'Brass lamp number 7',
  'craigslist',
  'ebay',
  'feed',
  'inbox',
  'email',
  'webhook',
  'USD',
  'EUR',
  'UTC',
  'Europe/Berlin',
  'Chicago',
  '60601',
  'a*',
  '/b.?ke/ AND NOT broken',
  '07:30',
  '123456',
]

/** Fits the schema for the most part, and is hostile in a place or two: what is wrong everywhere gets nowhere. */
export function valueFor(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: plausible(schema, name) }, { weight: 1, arbitrary: nastyValue })
}

function plausible(schema: Schema, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined && choices.length > 0) {
    return fc.oneof(...choices.map((one) => plausible(one, name)))
  }
  if (schema.allOf?.[0] !== undefined) return plausible(Object.assign({}, ...schema.allOf), name)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? 0, -1e6)
      const max = Math.max(min, Math.min(schema.maximum ?? 120, min + 120))
      const near = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.max(max, Math.ceil(min))) })
      return fc.oneof(near, fc.constantFrom(schema.minimum ?? 1, schema.maximum ?? 100))
    }
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, name), { maxLength: 4 })
    case 'object':
      return objectFor(schema)
    case 'string':
      return textFor(schema, name)
    default:
      return nastyValue
  }
}

function objectFor(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema
  const record = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueFor(one, name)])),
    { requiredKeys: required.filter((name) => name in properties) },
  )
  if (typeof additionalProperties !== 'object') return record
  const free = fc.dictionary(
    fc.constantFrom('url', 'to', 'token', 'topic', 'chatId', 'currency', 'secret', 'phone', '__proto__', 'x'),
    valueFor(additionalProperties, 'url'),
    { maxKeys: 3 },
  )
  return fc.tuple(record, free).map(([fixed, more]) => ({ ...fixed, ...more }))
}

function textFor(schema: Schema, name: string): fc.Arbitrary<unknown> {
  // Whatever is asked for may only lead back to this machine, or nowhere.
  if (schema.format === 'uri' || /url|address/i.test(name))
    return fc.constantFrom(
      'http://127.0.0.1:9/feed',
      'https://feeds.invalid/a?b=c#d',
      'http://[::1]:9/',
      'javascript:alert(1)',
    )
  if (schema.format === 'date-time')
    return fc.constantFrom('2026-11-28T10:00:00Z', '2030-01-01T00:00:00+14:00', '1969-12-31T23:59:59Z')
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: nastyText })
}

/** A value of a parameter, as it stands in an address. */
export function parameterFor(schema: Schema, name: string, path: string): fc.Arbitrary<string> {
  const own =
    name === 'id' && path.startsWith('/api/channels/')
      ? fc.constantFrom('email', 'inbox', 'webhook', 'discord', 'telegram', 'no-such')
      : /^(id|listingId)$/.test(name)
        ? fc.integer({ min: 1, max: 30 }).map(String)
        : plausible(schema, name).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return fc.oneof({ weight: 6, arbitrary: own }, { weight: 1, arbitrary: nastyText })
}

/** `encodeURIComponent` for any text, half characters too: those as the three bytes that they would be. */
export function encoded(text: string): string {
  return [...text]
    .map((character) =>
      /^[\ud800-\udfff]$/.test(character)
        ? `%ED%${(0x80 | ((character.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%${(0x80 | (character.charCodeAt(0) & 0x3f)).toString(16)}`
        : encodeURIComponent(character),
    )
    .join('')
}
