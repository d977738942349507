import { expect, it } from 'vitest'
import { createFetch } from '../../server/core/fetch.ts'
import { createLog } from '../../server/core/log.ts'
import { jointCause, withCause } from '../../server/core/telemetry/cause.ts'
import { noTracing, type Tracing } from '../../server/core/telemetry/tracing.ts'
import { openTracing } from '../../server/core/telemetry/tracing-otel.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { testApp } from '../harness/app.ts'
import { canaryText, findCanaries } from '../harness/canaries.ts'
import { seenListing } from '../harness/factories.ts'
import { type FakeServer, startFakeServer } from '../harness/fake-server.ts'
import { until } from '../harness/until.ts'

interface SentSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  links?: { traceId: string; spanId: string }[]
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
}

const spansIn = ({ requests }: FakeServer): SentSpan[] =>
  requests.flatMap(({ body }) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: SentSpan[] }[] }) =>
      resource.scopeSpans.flatMap(({ spans }) => spans),
    ),
  )

const title = `road bike ${canaryText()}`
const ruleName = `Rule ${canaryText()}`
const webhookPath = canaryText()

/** A rule that somebody makes by the API fits a listing that is there: a job matches it, a delivery tells of it. */
async function oneAlert(tracing: Tracing) {
  await using receiver = await startFakeServer(({ body }, response) => {
    response.end(/"challenge":\s*"([^"]+)"/.exec(body)?.[1] ?? 'ok')
  })
  const lines: Record<string, unknown>[] = []
  const log = createLog({
    ...{ level: 'debug', format: 'json', isTerminal: false, secrets: [] },
    beside: { write: (line) => void lines.push(JSON.parse(line)) },
  })
  await using test = await testApp({
    roles: ['api', 'worker'],
    env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { log, tracing },
  })
  const sightings = [{ marketplace: 'shop', seen: seenListing({ title }), observedAtMs: Date.now() }]
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const settings = { url: `${receiver.baseUrl}/${webhookPath}`, secret: `whsec_${btoa('x'.repeat(32))}` }
  expect(await test.call('PUT', '/api/channels/webhook', { settings, enabled: true })).toMatchObject({
    status: 200,
  })
  const confirmed = await test.call('POST', '/api/channels/webhook/confirmation')
  const made = await test.call('POST', '/api/rules', {
    ...{ name: ruleName, keywords: { all: ['road bike'] }, channels: ['webhook'] },
  })
  expect(made.status, JSON.stringify([confirmed, made])).toBe(201)
  await until(async () => receiver.requests.some(({ body }) => body.includes(title)) || undefined)
  const told = await until(async () => lines.find(({ msg }) => msg === 'notified'))
  // As a scan does with a page: server/sources/scanning/scan.ts.
  const found = [{ marketplace: 'shop', seen: seenListing({ title }), observedAtMs: Date.now() }]
  await withCause({ scanId: 77 }, () =>
    ingest(test.app.pipeline, { sightings: found, sourceId: null, scanId: null, demo: false }),
  )
  await until(async () => lines.find(({ msg, scan }) => msg === 'notified' && scan === 77))
  return { lines, told: told as Record<string, unknown>, requestId: made.headers.get('x-request-id') }
}

it('the id of a request is in the lines of the job that it caused and of the delivery that the job made, that of a scan in those of its delivery', async () => {
  const { lines, told, requestId } = await oneAlert(noTracing)
  expect(requestId).not.toBeNull()
  const caused = lines.filter(({ reqId }) => reqId === requestId)
  expect(told).toMatchObject({ reqId: requestId, jobId: expect.any(String), delivery: expect.any(Number) })
  expect(caused).toContainEqual(told)
  expect(caused.some(({ msg }) => msg === 'answered')).toBe(true)
  // Each once: no line says the same twice.
  expect(told.traceId).toBeUndefined()
})

it('the spans of one alert are one trace from the request by the job to the delivery, and say nothing of a listing or a person', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const tracing = openTracing({
    ...{
      url: `${sink.baseUrl}/v1/traces`,
      headers: { 'x-of': 'test' },
      samplePercent: 100,
      version: '1.2.3',
    },
    ...{
      roles: ['api'],
      log: createLog({ level: 'silent', format: 'json', isTerminal: false, secrets: [] }),
    },
    ...{ fetch: createFetch({ userAgent: 'test' }), batchDelayMs: 50 },
  })
  const { told, requestId } = await oneAlert(tracing)
  await tracing.close()
  const spans = spansIn(sink)
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const delivery = spans.find(({ name, traceId }) => name === 'delivery' && traceId === told.traceId)!
  const way: string[] = []
  for (let span: SentSpan | undefined = delivery; span; span = byId.get(span.parentSpanId ?? ''))
    way.push(span.name)
  expect(way).toEqual(['delivery', 'job match-existing', 'POST /api/rules'])
  const own = spans.filter(({ traceId }) => traceId === delivery.traceId)
  const names = own.map(({ name }) => name)
  expect(names).toContain('POST call')
  expect(names).toContain('db notify/store insertNotifications')
  for (const { attributes } of own)
    expect(attributes).toContainEqual({ key: 'deal_scout.request_id', value: { stringValue: requestId } })
  expect(sink.requests.every(({ headers }) => headers['x-of'] === 'test')).toBe(true)
  const all = new Map(sink.requests.map(({ body }, at) => [`spans ${at}`, body]))
  const secret = [title.split(' ')[2]!, ruleName.split(' ')[1]!, webhookPath]
  expect(
    findCanaries(
      secret.map((value) => ({ name: value, value })),
      all,
    ),
  ).toEqual([])
  expect(JSON.stringify(spans)).not.toMatch(/SELECT|INSERT|UPDATE /)
})

const quietLog = createLog({ level: 'silent', format: 'json', isTerminal: false, secrets: [] })

const tracingTo = (sink: FakeServer) =>
  openTracing({
    ...{ url: `${sink.baseUrl}/v1/traces`, headers: {}, samplePercent: 100, version: '1', roles: [] },
    ...{ log: quietLog, fetch: createFetch({ userAgent: 'test' }), batchDelayMs: 50 },
  })

it('a scan is in the trace of who connected the source or asked for it, and one that is due by its rhythm begins its own', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  await using feed = await startFakeServer((_, response) => {
    response.setHeader('content-type', 'application/rss+xml')
    response.end(
      '<rss version="2.0"><channel><title>x</title><link>https://x.example/</link><item><title>Road bike $50</title><link>https://x.example/1</link></item></channel></rss>',
    )
  })
  const tracing = tracingTo(sink)
  await using test = await testApp({
    roles: ['api', 'worker'],
    env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { log: quietLog, tracing },
  })
  const made = await test.call('POST', '/api/sources', {
    ...{ marketplace: 'feed', name: 'Feed', settings: { url: `${feed.baseUrl}/x.xml`, currency: 'USD' } },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const runs = async (count: number) => {
    const { rows } = await test.app.db.query('SELECT FROM scan_runs')
    return rows.length === count || undefined
  }
  expect((await test.call('POST', '/api/rules', { name: 'Bikes', keywords: { all: ['bike'] } })).status).toBe(
    201,
  )
  await until(() => runs(1))
  expect((await test.call('POST', '/api/scans', {})).body).toMatchObject({ madeDue: 1 })
  await until(() => runs(2))
  await test.app.db.query(`UPDATE scans SET due_at = now() - interval '1 second'`)
  await until(() => runs(3))
  await tracing.close()
  const spans = spansIn(sink)
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const above = spans
    .filter(({ name }) => name === 'scan')
    .map(({ parentSpanId }) => byId.get(parentSpanId ?? '')?.name ?? null)
  expect(above).toEqual([expect.stringMatching(/^POST .api.(sources|rules)$/), 'POST /api/scans', null])
})

it('a span that is because of several is below the first and linked to the others; what is within it is not', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const tracing = tracingTo(sink)
  const opened = ['first', 'second'].map((name) => tracing.begin(name, 'internal', {}))
  for (const one of opened) one.end({}, false)
  const cause = jointCause(opened.map(({ traceparent }) => ({ ...(traceparent && { traceparent }) })))
  await withCause(cause, () =>
    tracing.span('digest', 'internal', {}, () => tracing.span('call', 'internal', {}, async () => {})),
  )
  await tracing.close()
  const spans = spansIn(sink)
  const [first, second, digest, call] = ['first', 'second', 'digest', 'call'].map(
    (name) => spans.find((span) => span.name === name)!,
  )
  expect([digest!.parentSpanId, call!.parentSpanId]).toEqual([first!.spanId, digest!.spanId])
  expect(digest!.links?.map(({ traceId, spanId }) => [traceId, spanId])).toEqual([
    [second!.traceId, second!.spanId],
  ])
  expect(call!.links ?? []).toEqual([])
})

it('of a hundred traces as many are sent as were asked for, and a collector that is dead slows nothing', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const warnings: string[] = []
  const log = createLog({
    ...{ level: 'warn', format: 'json', isTerminal: false, secrets: [] },
    beside: { write: (line) => void warnings.push(JSON.parse(line).msg) },
  })
  const open = (url: string, samplePercent: number) =>
    openTracing({
      ...{ url, headers: {}, samplePercent, version: '1', roles: [], log, batchDelayMs: 20 },
      fetch: createFetch({ userAgent: 'test' }),
    })
  const some = open(`${sink.baseUrl}/v1/traces`, 20)
  for (let turn = 0; turn < 500; turn++)
    await some.span('outer', 'internal', {}, () => some.span('inner', 'internal', {}, async () => {}))
  await some.close()
  const spans = spansIn(sink)
  const traces = new Set(spans.map(({ traceId }) => traceId))
  expect(traces.size).toBeGreaterThan(50)
  expect(traces.size).toBeLessThan(160)
  expect(spans.length).toBe(traces.size * 2)

  const dead = open('http://127.0.0.1:9/v1/traces', 100)
  const startedAt = performance.now()
  for (let turn = 0; turn < 500; turn++) await dead.span('outer', 'internal', {}, async () => {})
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  await dead.close()
  expect(warnings.filter((msg) => msg.startsWith('traces cannot be sent'))).toHaveLength(1)
})
