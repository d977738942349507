import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { sendJson, startFakeServer } from '../harness/fake-server.ts'
import { freePort } from '../harness/port.ts'
import { dataFolder, run, startServer } from '../harness/program.ts'
import {
  missingPrograms,
  noPrometheus,
  type Prometheus,
  startNodeExporter,
  startPostgresExporter,
  startPrometheus,
  startRedisExporter,
} from '../harness/prometheus.ts'
import { noRedis, redisPath, startRedis } from '../harness/redis.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'deploy/grafana/dashboards')

interface Panel {
  id: number
  type: string
  title: string
  targets?: { expr: string; refId: string; legendFormat: string }[]
  gridPos: { x: number; y: number; w: number; h: number }
}

/** As they are given to Grafana. */
const dashboards = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { uid: string; panels: Panel[] }),
  }))
const panels = dashboards.flatMap(({ name, panels: all }) =>
  all.filter(({ type }) => type !== 'row').map((panel) => ({ name, ...panel })),
)

it('there are three dashboards, of panels that do not overlap and each have a query', () => {
  expect(dashboards.map(({ name }) => name)).toEqual([
    'database.json',
    'service.json',
    'sources-and-deliveries.json',
  ])
  expect(panels.length).toBeGreaterThan(60)
  for (const { panels: all } of dashboards) {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const cells = all.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    expect(cells.every((cell) => Number(cell.split(' ')[0]) < 24)).toBe(true)
  }
  expect(panels.filter(({ targets = [] }) => targets.length === 0)).toEqual([])
})

const why = missingPrograms.length > 0 ? noPrometheus : redisPath === null ? noRedis : null
const undo: AsyncDisposable[] = []
let prometheus: Prometheus
/** Somebody looks, and a listing comes that a rule wants. */
let traffic: (round: number) => Promise<void>
beforeAll(async () => {
  if (why !== null) return
  const later = <T extends AsyncDisposable>(one: T): T => {
    undo.push(one)
    return one
  }
  const database: TestDatabase = later(await testDatabase())
  const redis = later(await startRedis())
  const data = dataFolder()
  const opsPort = await freePort()
  const discord = later(await startFakeServer((_, response) => void sendJson(response, 200, { id: '1' })))
  const env = {
    ...database.env,
    ...{ REDIS_URL: redis.url, BACKUP_FOLDER: join(data.path, 'backups'), DEAL_SCOUT_DATA: data.path },
    ...{ DEAL_SCOUT_DEMO: 'on', DEAL_SCOUT_PORT: '0', DEAL_SCOUT_OPS_PORT: `${opsPort}` },
    DISCORD_BASE_URL: discord.baseUrl,
  }
  undo.push({ [Symbol.asyncDispose]: async () => data[Symbol.dispose]() })
  const hook = 'webhookUrl=https://discord.com/api/webhooks/1/abc'
  for (const command of [['backup'], ['channels', 'set', 'discord', hook]])
    expect(await run(command, { env })).toMatchObject({ code: 0 })
  // First, so that it sees figures begin.
  prometheus = later(
    await startPrometheus({
      'deal-scout': opsPort,
      'postgres-exporter': later(await startPostgresExporter(`${database.connectionString}?sslmode=disable`))
        .port,
      'redis-exporter': later(await startRedisExporter(redis.url)).port,
      'node-exporter': later(await startNodeExporter()).port,
    }),
  )
  const server = later(await startServer({ env }))
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${server.address}${path}`, init)
    expect([path, answer.status, answer.ok]).toEqual([path, answer.status, true])
    await answer.arrayBuffer()
  }
  const keywords = { all: ['bicycle'], any: [], none: [] }
  const rule = { name: 'Bicycles', keywords, channels: ['discord'] }
  await ask('/api/rules', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(rule),
  })
  traffic = async (round) => {
    for (const path of ['/api/deals', '/api/me']) await ask(path)
    await ask('/api/scans', { method: 'POST' })
    const row = {
      id: round,
      title: `Bicycle number ${round}`,
      url: `https://list.example/${round}`,
      price: 100,
    }
    const form = new FormData()
    form.set('file', new Blob([JSON.stringify(row)]), 'list.jsonl')
    await ask('/api/imports?source=my-list&currency=USD', { method: 'POST', body: form })
  }
})
afterAll(async () => {
  for (const one of undo.reverse()) await one[Symbol.asyncDispose]()
})

/** As Grafana does, over what a run of a few seconds has. */
const filled = (expr: string) =>
  expr.replaceAll('$__rate_interval', '5m').replaceAll(/\$(instance|database)\b/g, '.+')

it('a real Prometheus that asks the program and real exporters answers every panel with a number', {
  timeout: 240_000,
}, async (context) => {
  context.skip(why !== null, why ?? '')
  const queries = panels.flatMap(({ name, title, targets = [] }) =>
    targets.map(({ expr, legendFormat }) => ({ panel: `${name}: ${title}`, expr, legendFormat })),
  )
  const isAnswered = async ({ expr }: { expr: string }) =>
    (await prometheus.ask(filled(expr))).some(({ value }) => Number.isFinite(value))
  let open = queries
  const deadline = performance.now() + 60_000
  for (let round = 0; open.length > 0 && performance.now() < deadline; round++) {
    await traffic(round)
    const answers = await Promise.all(open.map(isAnswered))
    open = open.filter((_, at) => !answers[at])
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const silent = new Set(open.map(({ panel }) => panel))
  process.stdout.write(`panels ${panels.length}, answered ${panels.length - silent.size}\n`)
  expect(open.map(({ panel, expr }) => `${panel}: ${expr}`)).toEqual([])
})

it('what a line is named after is a label that it has', async (context) => {
  context.skip(why !== null, why ?? '')
  const wrong: string[] = []
  for (const { name, title, targets = [] } of panels)
    for (const { expr, legendFormat } of targets) {
      const samples = await prometheus.ask(filled(expr))
      const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label!)
      // Where there is nothing it is 0, without a label.
      const [sample] = samples.filter(({ labels: has }) => Object.keys(has).length > 0)
      if (sample !== undefined && labels.some((label) => !(label in sample.labels)))
        wrong.push(`${name}: ${title}: ${legendFormat}`)
    }
  expect(wrong).toEqual([])
})

it('KEDA’s question for the number of workers has one answer, and an alert’s name for the job is what is scraped', async (context) => {
  context.skip(why !== null, why ?? '')
  const scaled = parse(
    readFileSync(join(root, 'deploy/kubernetes/components/autoscaling/worker.yaml'), 'utf8'),
  )
  const answer = await prometheus.ask(scaled.spec.triggers[0].metadata.query)
  expect(answer).toEqual([{ labels: {}, value: expect.any(Number) }])
  expect(answer[0]!.value).toBeGreaterThanOrEqual(0)
})
