import { expect, it } from 'vitest'
import { until } from '../harness/app.ts'
import { testDatabase } from '../harness/database.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { dataFolder, logLines, startServer } from '../harness/program.ts'

/** Answered without the database; who shows no cookie has no session to end. */
const needsNone = [
  /^\/livez$/,
  /^\/metrics$/,
  /^\/api\/openapi/,
  /^\/api\/marketplaces$/,
  /^\/api\/auth\/sign-out$/,
]

it('while the database is away every route answers 503 with Retry-After, the log says so once, and all goes on by itself', async () => {
  using data = dataFolder()
  await using database = await testDatabase()
  await using gates = await gatesBefore(database.env)
  await using server = await startServer({
    cwd: data.path,
    env: {
      ...gates.env,
      DEAL_SCOUT_DATA: data.path,
      DEAL_SCOUT_PORT: '0',
      DEAL_SCOUT_DEMO: 'on',
      DATABASE_CONNECT_TIMEOUT_MS: '2000',
    },
  })
  const get = (path: string) => fetch(server.address + path)
  await until(
    async () => ((await (await get('/api/notifications')).json()) as { items: [] }).items.length > 0,
    60_000,
  )
  const { paths } = (await (await get('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }

  const before = server.stderr().length
  await gates.shut()
  const startedAt = performance.now()
  expect((await get('/livez')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(503)
  expect(await (await get('/metrics')).text()).toContain('deal_scout_database_up 0')
  const wrong: string[] = []
  let refused = 0
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      if (needsNone.some((one) => one.test(path))) continue
      const body =
        method === 'get' || method === 'delete'
          ? {}
          : { body: '{}', headers: { 'content-type': 'application/json' } }
      const answer = await fetch(server.address + path.replaceAll(/\{\w+\}/g, '1'), {
        method: method.toUpperCase(),
        ...body,
      })
      const text = await answer.text()
      if (answer.status === 503 && path !== '/readyz') {
        refused++
        const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json')
        if (!isProblem || answer.headers.get('retry-after') !== '5' || !text.includes('"database-away"'))
          wrong.push(`${method} ${path}: ${text}`)
      }
      // An empty question is not a good one for some, which is found without the database.
      const isFine = answer.status >= 400 && answer.status < 500
      if (answer.status !== 503 && !isFine)
        wrong.push(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(20)
  const rule = { name: 'Bikes', keywords: { all: ['bike'] } }
  for (const [method, path, sent] of [
    ['POST', '/api/rules', rule],
    ['POST', '/api/rules/preview', rule],
    ['PUT', '/api/channels/inbox', { settings: {}, enabled: true }],
  ] as const) {
    const answer = await fetch(server.address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    expect(answer.status, `${method} ${path}: ${await answer.text()}`).toBe(503)
  }
  // Long enough for every loop, schedule and listener to fail several times.
  await until(async () => performance.now() - startedAt > 10_000, 20_000)

  await gates.open()
  await until(async () => (await get('/readyz')).status === 200)
  await until(async () => server.stderr().includes('is back after'))
  const lines = logLines(server.stderr().slice(before))
  // The demo's market has moods of its own.
  const said = lines
    .filter(({ level, msg }) => level >= 40 && !msg.startsWith('cannot see'))
    .map(({ msg }) => msg)
    // Of what is refused whatever the database does.
    .filter((msg) => msg !== 'security event')
  expect(said).toEqual([
    expect.stringMatching(/^The database is away: ./),
    expect.stringMatching(/^The database is back after (?:9|1\d)\.\d s$/),
  ])
  // The demo is scanned and notified of again, by the same process.
  const count = async () => {
    const { rows } = await database.db.query<{ scans: number }>(
      'SELECT count(*)::int AS scans FROM scan_runs',
    )
    return rows[0]!.scans
  }
  const scans = await count()
  await until(async () => (await count()) > scans + 1, 60_000)
})

/** A gate before each address under which a program finds its database: its own and, past a pooler, the server's. */
async function gatesBefore(env: Record<string, string>) {
  await using stack = new AsyncDisposableStack()
  const gates: Gate[] = []
  const gated = { ...env }
  for (const [name, value] of Object.entries(env)) {
    if (!URL.canParse(value)) continue
    const url = new URL(value)
    const gate = stack.use(await startGate(Number(url.port)))
    gates.push(gate)
    url.port = String(gate.port)
    gated[name] = url.href
  }
  const held = stack.move()
  return {
    env: gated,
    shut: () => Promise.all(gates.map((gate) => gate.shut())),
    open: () => Promise.all(gates.map((gate) => gate.open())),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}
