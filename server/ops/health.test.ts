import pg from 'pg'
import { pino } from 'pino'
import { expect, inject, it } from 'vitest'
import { testApp, until } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { openTestApp } from '../../test/harness/open-app.ts'
import { createHttp } from '../core/http.ts'
import { ingest } from '../flows/ingest.ts'
import { healthRoutes, runChecks } from './health.ts'
import { createMetrics } from './metrics.ts'
import { stateGauges } from './state-gauges.ts'

const well = { name: 'well', critical: true, run: async () => ({ ok: true, detail: 'fine' }) }

it('/readyz is 503 while closing or when a critical check fails, /livez is not', async () => {
  const state = { closing: false, ok: true }
  const http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '0',
    allowedHosts: () => ['localhost'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
  })
  healthRoutes(http, {
    checks: () => [
      { name: 'critical', critical: true, run: async () => ({ ok: state.ok, detail: '' }) },
      { name: 'other', critical: false, run: () => Promise.reject(new Error('out of order')) },
    ],
    closing: () => state.closing,
    registry: createMetrics().registry,
    metricsToken: undefined,
  })
  const ready = async () => {
    const answer = await http.inject({ url: '/readyz', headers: { host: 'localhost' } })
    return [answer.statusCode, answer.json().ready]
  }
  expect(await ready()).toEqual([200, true])
  state.ok = false
  expect(await ready()).toEqual([503, false])
  Object.assign(state, { ok: true, closing: true })
  expect(await ready()).toEqual([503, false])
  expect((await http.inject({ url: '/livez', headers: { host: 'localhost' } })).statusCode).toBe(200)
  await http.close()
})

it('tells other machines how it does only for the token, and whether it is ready all the same', async () => {
  const token = 'a-token-of-this-test-0123456789'
  await using test = await testApp({
    roles: ['api'],
    env: { DEAL_SCOUT_METRICS_TOKEN: token, DEAL_SCOUT_TRUSTED_PROXIES: '127.0.0.1' },
  })
  const ask = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${test.address}${path}`, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  const far = { 'x-forwarded-for': '203.0.113.9' }
  for (const wrong of [null, `Bearer ${token}x`, token]) {
    const refused = await ask('/metrics', { ...far, ...(wrong !== null && { authorization: wrong }) })
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([401, 'metrics-not-open'])
  }
  expect((await ask('/metrics', { ...far, authorization: `Bearer ${token}` })).text).toContain('deal_scout_')
  expect((await ask('/metrics', {})).status).toBe(200)
  expect((await ask('/metrics', { 'x-forwarded-for': '::1' })).status).toBe(200)

  const ready = await ask('/readyz', far)
  expect(ready.status).toBe(200)
  expect(ready.text).not.toMatch(/PostgreSQL|GiB/)
  expect((await ask('/readyz', { ...far, authorization: `Bearer ${token}` })).text).toMatch(/PostgreSQL/)
  expect((await ask('/readyz', {})).text).toMatch(/PostgreSQL/)
})

it('a check that never answers counts as failed and holds up nothing else', async () => {
  const startedAt = performance.now()
  const results = await runChecks([{ name: 'stuck', critical: true, run: () => new Promise(() => {}) }, well])
  expect(results).toMatchObject([
    { name: 'stuck', ok: false, detail: 'no answer within 3 s' },
    { name: 'well', ok: true },
  ])
  expect(performance.now() - startedAt).toBeLessThan(5000)
})

it('with its database gone the process is alive but not ready, still gives its figures, and recovers by itself', async () => {
  await using test = await testApp({ roles: ['api', 'worker', 'scheduler'] })
  const status = async (path: string) => (await fetch(`${test.address}${path}`)).status
  const metrics = async () => (await fetch(`${test.address}/metrics`)).text()
  expect(await status('/readyz')).toBe(200)
  expect(await metrics()).toContain('deal_scout_database_up 1')

  const name = new URL(test.database.connectionString).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  try {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    const gone = (await test.call('GET', '/readyz')) as { status: number; body: { checks: unknown } }
    expect(gone.status).toBe(503)
    expect(gone.body.checks).toContainEqual(expect.objectContaining({ name: 'database', ok: false }))
    expect(await status('/livez')).toBe(200)
    const figures = await metrics()
    expect(figures).toContain('deal_scout_database_up 0')
    expect(figures).toMatch(/process_resident_memory_bytes \d+/)
    expect(figures).not.toMatch(/^deal_scout_jobs\{/m)
  } finally {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await admin.end()
  }
  await until(async () => (await status('/readyz')) === 200)
  await until(async () => (await metrics()).includes('deal_scout_database_up 1'))
})

it('/metrics is well-formed: help, type and unique names, figures of this moment, no label from a listing', async () => {
  await using test = await testApp({ roles: ['api', 'scheduler'] })
  const write = await test.app.imports.readAhead({
    sightings: [
      { marketplace: 'ebay', seen: seenListing({ title: 'Secret title' }), observedAtMs: Date.now() },
    ],
    sourceId: null,
    scanId: null,
    demo: false,
    ownerId: null,
    history: true,
  })
  await write()
  const answer = await fetch(`${test.address}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  const samples = expectExposition(text)
  expect(text).toContain('deal_scout_listings_total{result="added"} 1')
  expect(text).toMatch(/^deal_scout_jobs\{job="rescore",state="waiting"\} \d+$/m)
  expect(text).not.toContain('Secret title')
  const own = [...samples].filter(([name]) => name.startsWith('deal_scout_'))
  expect(
    Object.fromEntries(own.map(([name, labels]) => [name, [...labels].toSorted().join()])),
  ).toMatchObject({
    deal_scout_database_up: '',
    deal_scout_jobs: 'job,state',
    deal_scout_listings_total: 'result',
    deal_scout_comps: '',
  })
})

it('deal_scout_comps is how many comparables are held, also where nothing was taken in since the start', async () => {
  await using first = await testApp()
  const listings = [1, 2, 3].map((n) => seenListing({ externalId: `c${n}` }))
  const page = (seen: typeof listings) => ({
    sightings: seen.map((one) => ({ marketplace: 'feed', seen: one, observedAtMs: Date.now() })),
    sourceId: null,
    scanId: null,
    demo: false,
    history: true,
  })
  await ingest(first.app.pipeline, page(listings))
  const onSameData = { ...first.database, [Symbol.asyncDispose]: async () => {} }
  await using second = await openTestApp(onSameData, { roles: ['api', 'worker'] })
  const held = async () => {
    const text = await (await fetch(`${second.address}/metrics`)).text()
    return Number(/^deal_scout_comps (\d+)$/m.exec(text)?.[1])
  }
  expect(await held()).toBe(3)
  const madeUp = listings.map((one) => ({ ...one, externalId: `demo-${one.externalId}` }))
  await ingest(second.app.pipeline, { ...page(madeUp), demo: true })
  expect(await held()).toBe(6)
  second.app.valuer.forgetDemo()
  expect(await held()).toBe(3)
})

it('the gauges of one scrape come from one read of that moment; what is no longer there disappears', async () => {
  const { registry } = createMetrics()
  let reads = 0
  const sources = [
    { marketplace: 'ebay', seconds: 5 },
    { marketplace: 'ebay', seconds: 2 },
  ]
  stateGauges(registry, async () => {
    reads++
    return {
      outageSources: sources,
      overdueScans: [],
      scheduledSecondsAgo: null,
      unseenSources: [
        { marketplace: 'feed', seconds: 900 },
        { marketplace: 'feed', seconds: 30 },
      ],
      deliveries: [{ channel: 'inbox', state: 'held', count: reads }],
      queues: [{ channel: 'email', ageSeconds: reads, blocked: 0 }],
      mailboxes: { enabled: 3, failing: 1, unreadSeconds: 0 },
      jobs: [{ name: 'rescore', waiting: reads, active: 0, failed: 0 }],
    }
  })
  for (const scrape of [1, 2]) {
    const text = await registry.metrics()
    expectExposition(text)
    expect(reads).toBe(scrape)
    expect(text).toContain(`deal_scout_deliveries{channel="inbox",state="held"} ${scrape}\n`)
    expect(text).toContain('deal_scout_source_unseen_seconds{marketplace="feed"} 900\n')
    expect(text).toContain(`deal_scout_jobs{job="rescore",state="waiting"} ${scrape}\n`)
    expect(text.includes('deal_scout_source_outage_seconds{marketplace="ebay"} 5\n')).toBe(scrape === 1)
    sources.length = 0
  }
})

/** What `promtool check metrics` looks at; returns the label names of each sample. */
function expectExposition(text: string): Map<string, Set<string>> {
  const types = new Map<string, string>()
  const helped = new Set<string>()
  const seen = new Set<string>()
  const labelsOf = new Map<string, Set<string>>()
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const comment = /^# (HELP|TYPE) ([a-z_]\w*) (.+)$/.exec(line)
    if (comment) {
      const [, kind, name = '', rest = ''] = comment
      const known = kind === 'HELP' ? helped.has(name) : types.has(name)
      expect(known, line).toBe(false)
      if (kind === 'HELP') helped.add(name)
      else types.set(name, rest)
      continue
    }
    const sample =
      /^([a-z_]\w*)(?:\{((?:[a-z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (?:[-+]?\d\S*|nan|[+-]?Inf)$/i.exec(
        line,
      )
    expect(sample, line).not.toBeNull()
    const [, name = '', labels = ''] = sample!
    const family = types.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, '')
    expect(types.has(family) && helped.has(family), line).toBe(true)
    if (types.get(family) === 'counter') expect(name, line).toMatch(/_total$/)
    expect(seen.has(`${name}{${labels}}`), line).toBe(false)
    seen.add(`${name}{${labels}}`)
    const names = labelsOf.get(name) ?? new Set()
    for (const [, label = ''] of labels.matchAll(/([a-z_]\w*)="/g)) names.add(label)
    labelsOf.set(name, names)
  }
  return labelsOf
}
