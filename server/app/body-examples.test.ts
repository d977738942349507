import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'

interface Operation {
  requestBody?: { content: Record<string, { example?: unknown }> }
}

let test: TestApp
const bodies: { method: string; path: string; example: Record<string, unknown> }[] = []
beforeAll(async () => {
  // Where nobody has claimed it, whoever asks is the owner; and what a limit refuses tries nothing.
  const env = Object.fromEntries(
    ['READ', 'WRITE', 'COSTLY', 'STRICT'].map((word) => [`RATE_LIMIT_${word}`, '0']),
  )
  test = await testApp({ roles: ['api'], env })
  // What a change is laid upon has to be there.
  const { status, body } = await test.call('POST', '/api/rules', { name: 'Any bike' })
  expect([status, (body as { id: number }).id]).toEqual([201, 1])
  const document = (await (await fetch(`${test.address}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const json = requestBody?.content['application/json']
      if (json !== undefined)
        bodies.push({
          ...{ method: method.toUpperCase(), path },
          example: json.example as Record<string, unknown>,
        })
    }
})
afterAll(() => test[Symbol.asyncDispose]())

async function send(method: string, path: string, body: unknown) {
  const response = await fetch(
    `${test.address}${path.replace('{currency}', 'USD').replaceAll(/\{\w+\}/g, '1')}`,
    {
      ...{ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    },
  )
  const text = await response.text()
  return { status: response.status, text }
}

/** The example with one field more: of its own, and of each object within it. */
function withUnknown(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([name, one]) =>
    withUnknown(one).map((changed) =>
      Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed },
    ),
  )
  return Array.isArray(value) ? within : [{ ...value, unknownField: 1 }, ...within]
}

/** What a person fills in of an adapter has names that the adapter declares; what a browser says of a passkey may become more. */
const isOpen = (text: string) =>
  /"settings":\{[^{}]*"unknownField"/.test(text) || /"response":\{.*"unknownField"/.test(text)

describe('every route that takes a body', () => {
  it('has an example of it in the document', () => {
    expect(bodies.length).toBeGreaterThan(45)
    expect(bodies.filter(({ example }) => typeof example !== 'object' || example === null)).toEqual([])
  })

  it('refuses its own example with a field that it does not know, wherever in it, and names it (422)', async () => {
    const wrong: string[] = []
    let sent = 0
    for (const { method, path, example } of bodies)
      for (const body of withUnknown(example)) {
        if (isOpen(JSON.stringify(body))) continue
        const { status, text } = await send(method, path, body)
        sent++
        if (status !== 422 || !text.includes('unknownField'))
          wrong.push(`${method} ${path}: ${status} ${text.slice(0, 200)}`)
      }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThanOrEqual(bodies.length)
  })
})

describe('the answers of the API', () => {
  /** May only rise: another answer with an example raises it. */
  const withExampleMin = 9

  it('have examples, the main ones among them, and each fits its own schema', async () => {
    const { status, body } = await test.call('GET', '/api/openapi.json')
    expect(status).toBe(200)
    const document = body as {
      paths: Record<string, Record<string, { responses?: Record<string, Answer> }>>
    }
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const shown: string[] = []
    const wrong: string[] = []
    for (const [path, operations] of Object.entries(document.paths))
      for (const [method, { responses = {} }] of Object.entries(operations))
        for (const [status, { content }] of Object.entries(responses)) {
          const json = content?.['application/json']
          if (json?.example === undefined) continue
          const name = `${method.toUpperCase()} ${path} ${status}`
          shown.push(name)
          const fits = ajv.compile(json.schema)
          if (!fits(json.example)) wrong.push(`${name}: ${ajv.errorsText(fits.errors)}`)
        }
    expect(wrong).toEqual([])
    expect(shown).toEqual(
      expect.arrayContaining(['GET /api/me 200', 'POST /api/rules 201', 'GET /api/notifications/{id} 200']),
    )
    expect(shown.length).toBeGreaterThanOrEqual(withExampleMin)
    process.stdout.write(`answers with an example: ${shown.length}\n`)
  })
})

interface Answer {
  content?: Record<string, { schema: object; example?: unknown }>
}
