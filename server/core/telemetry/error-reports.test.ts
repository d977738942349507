import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { canaryText, findCanaries } from '../../../test/harness/canaries.ts'
import { startFakeServer } from '../../../test/harness/fake-server.ts'
import { until } from '../../../test/harness/until.ts'
import { AppError } from '../errors.ts'
import { createFetch } from '../fetch.ts'
import { createLog, maskOf } from '../log.ts'
import { withCause } from './cause.ts'
import { openErrorReports } from './error-reports.ts'

const secret = canaryText()
/** With what passes for somebody's phone number. */
const numberedSecret = `${canaryText()}4155550100tail`

function reporting(address: string) {
  const dsn = address.replace('://', '://publickey@')
  const reports = openErrorReports({
    ...{ dsn: `${dsn}/42`, environment: 'test', release: 'deal-scout@1.2.3', roles: ['worker'] },
    ...{ mask: maskOf([secret, numberedSecret]), fetch: createFetch({ userAgent: 'test' }) },
  })
  const log = createLog({
    ...{ level: 'fatal' as 'error', format: 'json', isTerminal: false, secrets: [secret, numberedSecret] },
    onError: reports.note,
  })
  // Reported whatever is shown.
  log.level = 'error'
  return { reports, log }
}

test('what is reported is the type, code, place, release and request of an error, and nothing that anybody wrote', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const { reports, log } = reporting(sink.baseUrl)
  const said = {
    listing: canaryText(),
    email: `${canaryText()}@example.com`,
    cookie: canaryText(),
    query: canaryText(),
  }
  const cause = new Error(`bad row ${said.listing}\n    at ${said.listing} (/x/${said.cookie}.ts:1:1)`)
  const error = new AppError({
    ...{ code: 'internal-error', status: 500, message: `Oak table ${said.listing} of ${said.email}` },
    ...{ internal: said.cookie, cause },
  })
  Object.assign(error, { config: { headers: { cookie: said.cookie } }, request: { body: said.query } })
  withCause({ requestId: 'b1e6cbb0-0000-4000-8000-000000000001', jobId: 'job-7', scanId: 3 }, () =>
    log
      .child({ job: 'match-existing', url: said.query })
      .error(
        { err: error, body: said.listing, headers: { cookie: said.cookie }, secret },
        `the key ${secret} failed at "${said.listing}" https://x.example/?q=${said.query}`,
      ),
  )
  await until(async () => sink.requests.length > 0 || undefined)
  await reports.close()
  const [envelope] = sink.requests
  expect(envelope!.url.pathname).toBe('/api/42/envelope/')
  const canaries = [...Object.entries(said), ['secret', secret] as const].map(([name, value]) => ({
    name,
    value,
  }))
  const places = new Map(
    sink.requests.map(({ body, headers, url }, at) => [`${at}`, `${url} ${JSON.stringify(headers)} ${body}`]),
  )
  expect(findCanaries(canaries, places)).toEqual([])
  const event = JSON.parse(envelope!.body.split('\n')[2]!)
  expect(event).toMatchObject({
    ...{ release: 'deal-scout@1.2.3', environment: 'test', level: 'error', platform: 'node' },
    tags: {
      ...{
        request_id: 'b1e6cbb0-0000-4000-8000-000000000001',
        job: 'match-existing',
        job_id: 'job-7',
        scan_id: 3,
      },
      roles: 'worker',
    },
  })
  const told = event.exception.values.at(-1)
  expect(told.type).toBe('AppError')
  expect(told.value).toMatch(/^the key \*{8} failed at “…” .*\(internal-error\)$/)
  expect(told.stacktrace.frames.at(-1).filename).toContain('error-reports.test.ts')
  expect(Object.keys(event).toSorted()).not.toContain('request')
  for (const collected of ['user', 'request', 'breadcrumbs', 'server_name', 'modules', 'extra'])
    expect(event[collected], collected).toBeUndefined()
})

test('a secret is left out whole, also where a part of it looks like what is left out for another reason', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const { reports, log } = reporting(sink.baseUrl)
  log.error({ err: new Error('x') }, `the key ${numberedSecret} failed`)
  await until(async () => sink.requests.length > 0 || undefined)
  await reports.close()
  expect(sink.requests[0]!.body).toContain('the key ******** failed')
  expect(sink.requests[0]!.body).not.toContain(numberedSecret.slice(-6))
})

test('warnings are not reported, and a fault that repeats is told of thirty times a minute at most', async () => {
  await using sink = await startFakeServer((_, response) => void response.end('{}'))
  const { reports, log } = reporting(sink.baseUrl)
  log.warn({ err: new Error('x') }, 'a warning')
  log.error('without an error')
  await reports.close()
  expect(sink.requests).toEqual([])
  const again = reporting(sink.baseUrl)
  for (let turn = 0; turn < 40; turn++) again.log.error({ err: new Error('x') }, 'over and over')
  await again.reports.close()
  expect(sink.requests.length).toBeGreaterThan(0)
  expect(sink.requests.length).toBeLessThanOrEqual(30)
})

test('a Sentry that takes connections and answers nothing slows nothing, and holds up the end for seconds at most', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const { reports, log } = reporting(`http://127.0.0.1:${port}`)
  const startedAt = performance.now()
  for (let turn = 0; turn < 25; turn++) log.error({ err: new Error('x') }, 'it fails')
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  await reports.close()
  expect(performance.now() - startedAt).toBeLessThan(4_000)
  silent.close()
})
