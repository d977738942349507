import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FetchError } from '../../server/core/fetch.ts'
import { problemSchema } from '../../server/core/http-document.ts'
import { answerText } from '../harness/answer-text.ts'
import { type TestApp, testApp } from '../harness/app.ts'

/** What the OpenAPI document says of an operation, as far as it is needed to ask it wrongly. */
interface Operation {
  method: string
  path: string
  parameters: { name: string; in: string; schema?: Schema }[]
  body: Schema | null
}
interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  default?: unknown
  minimum?: number
  format?: string
}

const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown
/** Stands for nesting that JSON.stringify() itself could not write. */
const tooDeep = 'nested 100,000 times'
/** In the place of each value of a body. */
const hostileValues: unknown[] = [
  'a\0b',
  '\0',
  '\ud800',
  'x\udfff',
  '\u202e',
  '',
  'x'.repeat(5000),
  'https://example.com/\0',
  '2026-13-45T99:99:99Z',
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  1e308,
  -1e308,
  null,
  true,
  [],
  {},
  deep(63),
  tooDeep,
  { 'a\0': 1 },
  { constructor: 1 },
  Array(2000).fill('a'),
]
/** Written as they are into an address. */
const hostileTexts = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%F0%9F',
  '%zz',
  '%25%30%30',
  '',
  '0',
  '1',
  '-1',
  '1.5',
  '1e3',
  '1e308',
  'NaN',
  'Infinity',
  '2147483648',
  '9007199254740991',
  '9007199254740993',
  '9223372036854775808',
  '9'.repeat(100),
  'x'.repeat(290),
  'x'.repeat(3000),
  '..%2f..%2fetc',
  '__proto__',
  'constructor',
  '%F0%9F%91%8D',
  '%E2%80%AE',
  ...['["a\0",1]', '[9e30]', '[1e15,"\\ud800"]', '[-1]', '[8.64e15]', '[8.64e15,8.64e15]', '"'].map((json) =>
    Buffer.from(json).toString('base64url'),
  ),
]

let test: TestApp
let operations: Operation[]
const ids: Record<string, number> = {}
const unexpected: string[] = []

beforeAll(async () => {
  test = await testApp({
    roles: ['api'],
    overrides: {
      fetch: (url) => Promise.reject(new FetchError('network', `No network in this test: ${url}`)),
    },
  })
  const { body } = await test.call('GET', '/api/openapi.json')
  operations = operationsOf(body)
})
/** Something to be found, which the test before may have deleted. */
beforeEach(async () => {
  await upload(
    'title,price,currency,url\nOak desk,80,USD,https://example.com/1\nSofa,90,USD,https://example.com/2\n',
  )
  const desks = { name: 'Desks', keywords: { any: ['desk'] } }
  const feed = {
    marketplace: 'feed',
    name: `Feed ${Math.random()}`,
    settings: { url: 'https://example.com/feed' },
    try: false,
  }
  ids.rules = await made('rules', desks)
  ids.sources = await made('sources', feed)
  const template = { name: `T ${Math.random()}`, kind: 'first-contact', language: 'en', body: 'Hello' }
  ids['message-templates'] = await made('message-templates', template)
  const views = (await test.call('GET', '/api/views')).body as { items: { id: number }[] }
  ids.views = views.items[0]?.id ?? (await made('views', { name: 'Desks', search: 'q=desk' }))
  const { body } = await test.call('GET', '/api/watches')
  const [watch] = (body as { items: { id: number }[] }).items
  ids.watches = watch?.id ?? (await made('watches', { listingId: 1 }))
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
})

/** Sends it and notes everything but a good answer and a proper problem of the caller's. */
async function ask(method: string, path: string, init: RequestInit = {}, shown = ''): Promise<number> {
  const response = await fetch(`${test.address}${path}`, { method, ...init })
  const text = await answerText(response)
  const name = `${method} ${path.slice(0, 120)} ${shown.slice(0, 200)}`
  if (response.status >= 500) unexpected.push(`${name} → ${response.status} ${text.slice(0, 200)}`)
  else if (response.status >= 400) {
    const isProblem =
      response.headers.get('content-type')?.startsWith('application/problem+json') === true &&
      problemSchema.safeParse(JSON.parse(text)).success
    if (!isProblem) unexpected.push(`${name} → ${response.status}, which is no problem+json`)
  }
  return response.status
}

const upload = (text: string) => {
  const form = new FormData()
  form.append('file', new Blob([text]), 'a.csv')
  return ask('POST', '/api/imports', { body: form })
}

function expectNothingUnexpected(): void {
  expect(unexpected.splice(0)).toEqual([])
}

describe('whatever is sent to any route of the document, the answer is not 5xx and mistakes are problems', () => {
  it('in a part of the path', async () => {
    for (const { method, path } of operations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      for (const hostile of names) {
        for (const text of hostileTexts) {
          const filled = path.replace(/\{(\w+)\}/g, (_, name) => (name === hostile ? text : '1'))
          await ask(method, filled, method === 'POST' || method === 'PUT' ? json({}) : {})
        }
      }
    }
    expectNothingUnexpected()
  })

  it('in the query', { timeout: 300_000 }, async () => {
    for (const { method, path, parameters } of operations) {
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
      for (const [i, name] of [...names, 'unknown', '%00'].entries()) {
        for (const text of everyThird(hostileTexts, i)) {
          await ask(method, `${fill(path)}?${name}=${text}`, method === 'POST' ? json({}) : {})
        }
        await ask(method, `${fill(path)}?${name}=1&${name}=%00`)
        await ask(method, `${fill(path)}?${name}[a]=1`)
      }
    }
    expectNothingUnexpected()
  })

  it('in each value of the body', { timeout: 300_000 }, async () => {
    let asked = 0
    let accepted = 0
    for (const operation of operations) {
      const { method, path } = operation
      if (operation.body === null) continue
      const sample = await acceptable(method, fill(path), bodyOf(operation))
      const status = await askJson(method, fill(path), sample, [])
      // 409: it has been made already.
      if (status < 300 || status === 409) accepted++
      for (const [i, place] of placesIn(sample).entries()) {
        for (const value of everyThird(hostileValues, i)) {
          asked++
          await askJson(method, fill(path), withValue(sample, place, value), place)
        }
      }
      for (const value of hostileValues) await askJson(method, fill(path), value, [])
    }
    expect(asked).toBeGreaterThan(2500)
    // What is refused for another reason never comes to where it could do harm.
    expect(accepted).toBeGreaterThan(16)
    expectNothingUnexpected()
  })

  it('as a body of another kind than expected', async () => {
    const bodies: [type: string | null, body: string][] = [
      [null, 'x'],
      ['application/json', ''],
      ['application/json', '{"a":'],
      ['application/json', '{"a":1e999}'],
      ['application/json', '"\\ud800"'],
      ['application/json', `${'['.repeat(400_000)}`],
      ['application/json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
      ['application/json', '{"__proto__":1}'],
      ['application/json; charset=\u00ff', '{}'],
      ['text/plain', 'a\0b'],
      ['message/rfc822', 'From: \0\r\n\r\n\0'],
      ['application/x-www-form-urlencoded', 'a=%00'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\n'],
      ['no type at all', 'x'],
      ['application/octet-stream', '\0'],
    ]
    for (const { method, path } of operations.filter(({ method }) => method !== 'GET')) {
      for (const [type, body] of bodies) {
        const headers = type === null ? undefined : { 'content-type': type }
        await ask(
          method,
          fill(path),
          { body: new Blob([body]), ...(headers && { headers }) },
          `${type} ${body.slice(0, 40)}`,
        )
      }
    }
    expectNothingUnexpected()
  })

  it('as multipart that is cut off, or none', async () => {
    const whole = [
      '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n',
      'title,price,currency,url\r\nOak desk,80,USD,https://example.com/1\r\n',
      '--x--\r\n',
    ].join('')
    const named = (name: string) => whole.replace('filename="a.csv"', name)
    const bodies = [
      ...Array.from({ length: whole.length }, (_, length) => whole.slice(0, length)),
      whole.replaceAll('--x', '--y'),
      whole.slice(2),
      `${whole}${whole}`,
      whole.replaceAll('\r\n', '\n'),
      whole.replace('name="file"', 'name="__proto__"'),
      whole.replace('name="note"', 'name="constructor"'),
      whole.replace('Content-Type: text/csv', `X: ${'x'.repeat(100_000)}`),
      whole.replace('hello', 'x'.repeat(2_000_000)),
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(30) + whole,
      named(`filename="a\0.csv"`),
      named(`filename*=utf-8''a%00.csv`),
      named(`filename*=utf-8''%ED%A0%80`),
      named(`filename="../../${'x'.repeat(5000)}.csv.gz"`),
      named('filename=""'),
      '',
    ]
    const types = ['multipart/form-data; boundary=x', 'multipart/form-data', 'multipart/form-data; boundary=']
    for (const query of ['', '?marketplace=feed', '?marketplace=%00']) {
      for (const type of types) {
        for (const body of type === types[0] ? bodies : bodies.slice(-20)) {
          await ask(
            'POST',
            `/api/imports${query}`,
            { body: new Blob([Buffer.from(body, 'latin1')]), headers: { 'content-type': type } },
            `${bodies.indexOf(body) - whole.length} ${JSON.stringify(body.slice(0, 100))}`,
          )
        }
      }
    }
    expectNothingUnexpected()
  })

  it('as a body whose connection ends before it does: the program goes on', async () => {
    const start =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ntitle,price\r\nDesk,'
    for (const [type, body] of [
      ['application/json', '{"name":'],
      ['multipart/form-data; boundary=x', start.slice(0, 20)],
      ['multipart/form-data; boundary=x', start],
    ] as const) {
      for (const { method, path } of operations.filter(({ method }) => method !== 'GET')) {
        const { hostname, port } = new URL(test.address!)
        const socket = connect(Number(port), hostname)
        const head = `${method} ${fill(path)} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n`
        socket.on('error', () => {}).write(head + body, () => socket.destroySoon())
        await once(socket, 'close')
      }
    }
    expect(await ask('GET', '/livez')).toBe(200)
    expectNothingUnexpected()
  })
})

/** Neighbours get others: each parameter and field a third of them, and each route all. The attack suite draws more. */
const everyThird = <T>(hostile: readonly T[], from: number): T[] =>
  hostile.filter((_, at) => (at + from) % 3 === 0)

function operationsOf(document: unknown): Operation[] {
  const { paths } = document as {
    paths: Record<
      string,
      Record<
        string,
        {
          parameters?: Operation['parameters']
          requestBody?: { content?: Record<string, { schema?: Schema }> }
        }
      >
    >
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content?.['application/json']?.schema ?? null,
    })),
  )
}

const fill = (path: string) =>
  path
    .replace('channels/{id}', 'channels/email')
    .replace(/([\w-]+)\/\{id\}/, (_, name) => `${name}/${ids[name] ?? 1}`)
    .replace(/\{\w+\}/g, '1')
async function made(name: string, body: unknown): Promise<number> {
  const answer = await test.call('POST', `/api/${name}`, body)
  expect(answer.status).toBe(201)
  return (answer.body as { id: number }).id
}
const json = (body: unknown) => ({
  body: JSON.stringify(body).replace(`"${tooDeep}"`, () => '['.repeat(100_000) + ']'.repeat(100_000)),
  headers: { 'content-type': 'application/json' },
})

function askJson(method: string, path: string, body: unknown, place: readonly string[]): Promise<number> {
  const init = json(body)
  return ask(method, path, init, `${place.join('.')}: ${init.body}`)
}

/** The sample without the fields that it is refused for, as far as that gets. */
async function acceptable(method: string, path: string, sample: unknown): Promise<unknown> {
  for (let n = 0; n < 10; n++) {
    const response = await fetch(`${test.address}${path}`, { method, ...json(sample) })
    const { fields = {} } = (await response.json().catch(() => ({}))) as { fields?: Record<string, string> }
    if (response.status !== 422 || Object.keys(fields).length === 0) break
    for (const field of Object.keys(fields)) remove(sample, field.split('.'))
  }
  return sample
}

function remove(from: unknown, [name, ...rest]: string[]): void {
  if (typeof from !== 'object' || from === null || name === undefined) return
  const record = from as Record<string, unknown>
  if (rest.length === 0 || typeof record[name] !== 'object') delete record[name]
  else remove(record[name], rest)
}

/** What some fields take of all texts. */
const takenTexts: Record<string, string> = {
  currency: 'USD',
  place: '94601',
  marketplace: 'feed',
  marketplaces: 'feed',
  channels: 'inbox',
  fallbackChannels: 'inbox',
  timeZone: 'Europe/Berlin',
  digestTime: '07:30',
  from: '22:00',
  to: '07:00',
  asOf: '2026-01-01',
  text: '[{"name":"Desks"}]',
}
const takenSettings: Record<string, unknown> = {
  '/api/channels/{id}': { to: 'somebody@example.com' },
  '/api/sources': { url: 'https://example.com/feed' },
  '/api/sources/{id}': { url: 'https://example.com/feed' },
}

function bodyOf({ path, body }: Operation): unknown {
  const sample = sampleOf(body!) as Record<string, unknown>
  // Two spellings of one thing.
  if (sample.places) for (const name of ['place', 'radiusKm']) delete sample[name]
  if (sample.listingIds) sample.listingIds = [1, 2]
  if (sample.sourceId) sample.sourceId = ids.sources
  if (takenSettings[path]) sample.settings = takenSettings[path]
  return sample
}

/** A value that the schema may well take, with everything that may be in it. */
function sampleOf(schema: Schema, name = '', depth = 0): unknown {
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (choice) return depth > 8 ? null : sampleOf(choice, name, depth + 1)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, name, depth + 1)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties) {
    if (depth > 8) return {}
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sampleOf(part, name, depth + 1)]),
    )
  }
  if (type === 'array') return depth > 8 || !schema.items ? [] : [sampleOf(schema.items, name, depth + 1)]
  if (type === 'number' || type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (schema.format === 'uri') return 'https://example.com/'
  if (schema.format === 'date-time') return '2026-11-22T12:00:00Z'
  return takenTexts[name] ?? 'desk'
}

/** The ways to all values within, outermost first. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...placesIn(part).map((rest) => [name, ...rest]),
  ])
}

function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<string, unknown>
  copy[name] = withValue(copy[name], rest, value)
  return copy
}
