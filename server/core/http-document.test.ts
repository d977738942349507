import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { problemCodes } from './problem-codes.ts'

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1, has every route of the program, and its schemas are valid and resolve', async () => {
    await using program = await testApp({ roles: ['api'] })
    const { status, body } = await program.call('GET', '/api/openapi.json')
    expect(status).toBe(200)
    const document = body as OpenApi
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    // The one in the repository is made without running the program.
    const docs = join(import.meta.dirname, '../../docs/openapi.json')
    expect(document).toEqual(JSON.parse(readFileSync(docs, 'utf8')))
    expect(document.info).toMatchObject({
      title: 'Deal Scout',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })

    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(documented.toSorted()).toEqual(routesInSource())

    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'document', ...(document as object) })
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        expect([path, method, Object.keys(operation.responses).length]).not.toEqual([path, method, 0])
        const named = (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => name)
        expect([path, named.toSorted()]).toEqual([
          path,
          [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted(),
        ])
        for (const schema of schemasOf(operation)) expect(() => ajv.compile(absolute(schema))).not.toThrow()
      }
    }
  })
})

describe('the answers of the document', () => {
  it('that are JSON each have an example that their schema takes', async () => {
    const docs = join(import.meta.dirname, '../../docs/openapi.json')
    const document = JSON.parse(readFileSync(docs, 'utf8')) as OpenApi
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
    ajv.addSchema({ $id: 'document', ...(document as object) })
    const problems: string[] = []
    let examples = 0
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const media = content?.['application/json']
          if (!status.startsWith('2') || media === undefined || media.schema?.type === 'null') continue
          examples++
          const isValid = ajv.compile(absolute(media.schema ?? {}))
          if (media.example === undefined) problems.push(`${method} ${path} has none`)
          else if (!isValid(media.example))
            problems.push(`${method} ${path}: ${ajv.errorsText(isValid.errors)}`)
        }
      }
    }
    expect(problems).toEqual([])
    expect(examples).toBeGreaterThan(100)
  })
})

describe('the problems of the document', () => {
  it('are every code of the table, each as an example that its schema takes', async () => {
    await using program = await testApp({ roles: ['api'] })
    const document = (await program.call('GET', '/api/openapi.json')).body as OpenApi
    const isProblem = new Ajv2020({ strict: false, validateFormats: false }).compile(
      (document as unknown as { components: { schemas: { Problem: object } } }).components.schemas.Problem,
    )
    const examples = Object.values(document.components.responses).flatMap(({ content }) =>
      Object.entries(content?.['application/problem+json']?.examples ?? {}),
    )
    for (const [code, { value }] of examples) {
      expect(isProblem(value), code).toBe(true)
      expect(value).toMatchObject({ code, type: `urn:deal-scout:problem:${code}` })
    }
    expect(examples.map(([code]) => code).toSorted()).toEqual(Object.keys(problemCodes).toSorted())
  })
})

describe('every body of the document', () => {
  it('has an example that its schema takes, and so does the program', async () => {
    await using program = await testApp({ roles: ['api'] })
    const document = (await program.call('GET', '/api/openapi.json')).body as OpenApi
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'document', ...(document as object) })
    let seen = 0
    const refusals: string[] = []
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { requestBody }] of Object.entries(operations)) {
        for (const [type, { schema, example }] of Object.entries(requestBody?.content ?? {})) {
          // What a file may hold, docs/import.md says.
          if (type === 'multipart/form-data') continue
          seen++
          const name = `${method} ${path}`
          expect(example, name).toBeDefined()
          expect(ajv.compile(absolute(schema ?? {}))(example), `${name}: ${ajv.errorsText()}`).toBe(true)
          if (!type.includes('json')) continue
          const address = path
            .replace('/channels/{id}', '/channels/email')
            .replace('{currency}', 'USD')
            .replaceAll(/\{\w+\}/g, '999999')
          const { status, body } = await program.call(method.toUpperCase(), address, example)
          // Whose password, link or listing it names is not there; that it is understood is the point.
          const refusal = body as unknown as { code?: string; fields?: object } | null
          if (status === 400 || status === 415 || status === 422)
            refusals.push(`${name}: ${refusal?.code} ${JSON.stringify(refusal?.fields ?? {})}`)
        }
      }
    }
    expect(seen).toBeGreaterThan(35)
    expect(refusals.toSorted()).toEqual(refused.toSorted())
  })
})

/** What is refused for what a new program does not have, though the body is good. */
const refused = [
  'patch /api/auth/second-factor: invalid-password {}',
  'post /api/auth/prove: invalid-password {}',
  'post /api/auth/sign-in/passkey: passkey-too-late {}',
  ...['', '/folders', '/preview'].map((path) => `post /api/mailboxes${path}: mailbox-not-read {}`),
  'post /api/me/deletion: invalid-password {}',
  'post /api/clusters/merge: bad-input {"listingIds":"there is no listings 17, 42"}',
]

describe('every operation of the document', () => {
  it('has an id of its own, its real success status and the problems that it may answer with', async () => {
    await using program = await testApp({ roles: ['api'] })
    const document = (await program.call('GET', '/api/openapi.json')).body as OpenApi
    const ids: string[] = []
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { operationId, responses, requestBody, parameters = [] }] of Object.entries(
        operations,
      )) {
        const name = `${method} ${path}`
        ids.push(operationId)
        expect(operationId, name).toMatch(/^(?:get|post|put|patch|delete)[A-Z][A-Za-z]+$/)
        const statuses = Object.keys(responses).map(Number)
        expect(statuses.filter((status) => status < 300).length, name).toBeGreaterThan(0)
        if (method === 'delete')
          expect(responses[200] === undefined || responses[200].content, name).toBeTruthy()
        if (responses[204]) expect(responses[204].content, name).toBeUndefined()
        const wanted = [
          400,
          500,
          ...(path === '/livez' ? [] : [503]),
          ...(path.includes('{') ? [404, 422] : []),
          ...(requestBody ? [413, 415, 422] : []),
          ...(parameters.length > 0 ? [422] : []),
          ...(method === 'get' ? [] : [403, 409]),
        ]
        expect(statuses, name).toEqual(expect.arrayContaining(wanted))
        for (const status of statuses.filter((one) => one >= 400 && !(path === '/readyz' && one === 503))) {
          expect(
            Object.keys(resolved(document, responses[status]!).content ?? {}),
            `${name} ${status}`,
          ).toEqual(['application/problem+json'])
        }
      }
    }
    expect(new Set(ids).size, ids.toSorted().join(' ')).toBe(ids.length)
    expect(ids).toEqual(
      expect.arrayContaining(['getRules', 'getRule', 'patchRule', 'postRulesPreview', 'getLivez']),
    )
  })
})

describe('a parameter that a route does not know', () => {
  it('is refused by name on every route, with the one that was probably meant', async () => {
    await using program = await testApp({ roles: ['api'] })
    const document = (await program.call('GET', '/api/openapi.json')).body as OpenApi
    const calls = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/api/'))
      .flatMap(([path, operations]) => Object.keys(operations).map((method) => [method, path] as const))
    expect(calls.length).toBeGreaterThan(50)
    for (const [method, path] of calls) {
      const filled = path.replace(/\{\w+\}/g, '1')
      const body = method === 'get' || method === 'delete' ? undefined : {}
      // A body that is not taken is refused before its address is looked at.
      if (path.startsWith('/api/imports') || path === '/api/bounces') continue
      if (path === '/api/sell/photos' && method === 'post') continue
      const answer = await program.call(method.toUpperCase(), `${filled}?colour=red`, body)
      const { code, fields } = answer.body as { code: string; fields?: object }
      // What is asked for in vain may be told first: that the body or a value is not valid.
      if (code === 'bad-input') expect(method, path).not.toBe('get')
      else expect([method, path, answer.status, code]).toEqual([method, path, 400, 'unknown-parameter'])
      if (code === 'unknown-parameter') expect(fields).toHaveProperty(['querystring.colour'])
    }
    const near = await program.call('GET', '/api/deals?scorMin=70&q=bike')
    expect(near).toMatchObject({
      status: 400,
      body: {
        detail: expect.stringMatching(
          /not known here: "scorMin" \(did you mean scoreMin\?\); there are .*scoreMin/,
        ),
        fields: { 'querystring.scorMin': 'is not known' },
      },
    })
  })
})

interface Content {
  $ref?: string
  content?: Record<
    string,
    { schema?: object & { type?: string }; example?: unknown; examples?: Record<string, { value: object }> }
  >
}
interface OpenApi {
  openapi: string
  components: { responses: Record<string, Content> }
  info: object
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        parameters?: { name: string; in: string; schema?: object }[]
        requestBody?: Content
        responses: Record<string, Content>
      }
    >
  >
}

function resolved({ components }: OpenApi, response: Content): Content {
  return response.$ref === undefined ? response : components.responses[response.$ref.split('/').at(-1)!]!
}

function schemasOf(operation: OpenApi['paths'][string][string]): object[] {
  const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  )
  return [...contents, ...(operation.parameters ?? [])].flatMap(({ schema }) => (schema ? [schema] : []))
}

/** References within the document, as Ajv finds them. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'))
}

/** Every `http.get('/path'` in the routes of the slices, in OpenAPI's spelling. */
function routesInSource(): string[] {
  const server = join(import.meta.dirname, '..')
  return (
    readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|[/-])(routes|health)\.ts$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(server, file), 'utf8')
        const named = new Map(
          [...text.matchAll(/^const (\w+) = '([^']+)'$/gm)].map(([, name, path]) => [name!, path!]),
        )
        const calls = text.matchAll(/\bhttp\.(get|post|put|patch|delete)\(\s*(?:['`]([^'`]+)['`]|(\w+)),/g)
        return [...calls].map(([, method, path, name]) => ({
          method,
          path:
            path?.replace(/\$\{(\w+)\}/g, (_, part: string) => named.get(part) ?? '') ?? named.get(name!)!,
        }))
      })
      // Agents speak another protocol there; a browser that comes back from a marketplace is shown a page; readers of feeds ask for one.
      .filter(
        ({ path }) =>
          path !== '/mcp' && path !== '/connections/:id/return' && !path.startsWith('/feeds/:token'),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .toSorted()
  )
}
