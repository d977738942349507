import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { dataFolder, logLines, type Program, run, startServer } from '../harness/program.ts'
import { noRedis, type RedisServer, redisPath, startRedis } from '../harness/redis.ts'

let database: TestDatabase
let redis: RedisServer
const undo: (() => unknown)[] = []

beforeAll(async () => {
  database = await testDatabase()
  if (redisPath !== null) redis = await startRedis()
})
beforeEach((context) => context.skip(redisPath === null, noRedis))
afterAll(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  await redis?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
})

function environment(over: Record<string, string> = {}): Record<string, string> {
  const data = dataFolder()
  undo.push(() => data[Symbol.dispose]())
  return {
    ...database.env,
    DEAL_SCOUT_DATA: data.path,
    DEAL_SCOUT_PORT: '0',
    DEAL_SCOUT_DEMO: 'off',
    DEAL_SCOUT_SECRET_KEYS: Buffer.alloc(32, 7).toString('base64'),
    DEAL_SCOUT_LOG_FORMAT: 'json',
    ...over,
  }
}

const said = (program: Program) => logLines(program.stderr()).map(({ msg }) => msg)
const doctor = async (env: Record<string, string>) => {
  const { stdout } = await run(['doctor'], { env })
  return stdout.split('\n').find((line) => line.includes('redis:'))
}

describe('several processes with the role api', () => {
  it('are told to set REDIS_URL where they have none, in the log and by doctor; one alone is not', async () => {
    const env = environment({ DEAL_SCOUT_ROLES: 'api' })
    await using one = await startServer({ env })
    expect(await doctor(env)).toMatch(/^ok +redis: none/)
    await using other = await startServer({ env: environment({ DEAL_SCOUT_ROLES: 'api' }) })
    await expect
      .poll(() => said(other))
      .toContainEqual(expect.stringMatching(/^2 processes .* without REDIS_URL/))
    expect(said(one).join()).not.toContain('REDIS_URL')
    expect(await doctor(env)).toMatch(/^BAD +redis: 2 processes/)
    const ready = (await (await fetch(`${one.address}/readyz`)).json()) as { ready: boolean }
    expect(ready.ready).toBe(true)
  })

  it('with Redis admit no more than the limit together, and one; doctor names its version', async () => {
    const own = { DEAL_SCOUT_ROLES: 'api', REDIS_URL: redis.url, RATE_LIMIT_STRICT: '60' }
    const env = environment(own)
    await using one = await startServer({ env })
    await using other = await startServer({ env: environment(own) })
    // What is strict is refused rather than admitted where a machine with much to do keeps Redis waiting.
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    const startedMs = performance.now()
    const all: number[] = []
    for (let wave = 0; wave < 10; wave++) {
      const answers = Array.from({ length: 20 }, async (_, i) => {
        const response = await fetch(`${[one, other][i % 2]!.address}/api/channels/inbox/confirm`, init)
        await response.arrayBuffer()
        return response.status
      })
      all.push(...(await Promise.all(answers)))
    }
    const tookS = (performance.now() - startedMs) / 1000
    const admitted = all.filter((status) => status === 422).length
    expect(all.filter((status) => ![422, 429, 503].includes(status))).toEqual([])
    if (!all.includes(503)) expect(admitted).toBeGreaterThanOrEqual(60)
    // One comes back each second.
    expect(admitted).toBeLessThanOrEqual(61 + Math.floor(tookS))
    expect(await doctor(env)).toMatch(/^ok +redis: Redis \d+\.\d+\.\d+, answered in \d+ ms/)
    expect([...said(one), ...said(other)].join()).not.toContain('REDIS_URL')
  })
})

describe('a process that writes', () => {
  it('wakes those that work by Redis and not by the database; one that ends at once, too', async () => {
    const heard: string[] = []
    const listener = new pg.Client({ connectionString: database.connectionString })
    await listener.connect()
    undo.push(() => listener.end())
    listener.on('notification', ({ channel }) => heard.push(channel))
    await listener.query('LISTEN deal_scout_rules')
    const subscriber = redis.admin.duplicate()
    undo.push(() => subscriber.disconnect())
    const published: string[] = []
    subscriber.on('message', (channel) => published.push(channel))
    await subscriber.subscribe('deal_scout_rules')
    const ran = await run(['rules', 'add', 'Any bike', '--all', 'bike'], {
      env: environment({ REDIS_URL: redis.url }),
    })
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    await expect.poll(() => published).toEqual(['deal_scout_rules'])
    expect(heard).toEqual([])
  })

  it('starts, answers and writes without the Redis that is set, and says once that it is away', async () => {
    const env = environment({ DEAL_SCOUT_ROLES: 'api', REDIS_URL: 'redis://127.0.0.1:1' })
    await using program = await startServer({ env })
    const body = JSON.stringify({ name: 'Any bike' })
    const headers = { 'content-type': 'application/json' }
    for (let i = 0; i < 5; i++)
      expect((await fetch(`${program.address}/api/rules`, { method: 'POST', headers, body })).status).toBe(
        201,
      )
    const test = await fetch(`${program.address}/api/channels/inbox/test`, { method: 'POST' })
    expect(test.status).toBe(503)
    expect(await test.json()).toMatchObject({ code: 'redis-away' })
    expect(said(program).filter((line) => /^Redis is away/.test(line))).toHaveLength(1)
    expect(await doctor(env)).toMatch(/^BAD +redis: REDIS_URL does not answer: .*ECONNREFUSED/)
  })
})
