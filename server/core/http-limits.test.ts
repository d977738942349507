import { request as httpRequest } from 'node:http'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { noRedis, type RedisServer, redisPath, startRedis } from '../../test/harness/redis.ts'
import { AppError } from './errors.ts'
import { createHttp, type Http, listen } from './http.ts'
import { noGuards } from './http-guards.ts'
import { countedAddress, type LimitsPerMinute } from './http-limits.ts'
import { openRedis, type SharedRedis } from './redis.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const log = pino({ level: 'silent' })
const perMinute: LimitsPerMinute = { read: 5, write: 3, costly: 2, strict: 2, feeds: 2, photos: 4 }

/** A server with a route of each class. A header says who asks, or that he is refused. */
async function start(
  options: { redis?: SharedRedis; trusted?: string[]; limits?: LimitsPerMinute } = {},
): Promise<string> {
  const http: Http = await createHttp({
    log,
    version: '1',
    allowedHosts: () => ['127.0.0.1'],
    async actorOf(request) {
      const { person, key } = request.headers
      if (person === 'unknown') throw new AppError({ code: 'no', status: 401, message: 'Who are you?' })
      if (person !== undefined)
        request.provedAs = { userId: Number(person), ...(key !== undefined && { keyId: String(key) }) }
      return { userId: 1, roles: ['owner'] }
    },
    guards: {
      ...noGuards,
      trustedProxies: options.trusted ?? [],
      limits: { perMinute: options.limits ?? perMinute, redis: options.redis ?? null },
    },
  })
  http.get('/read', async () => ({}))
  http.post('/write', async () => ({}))
  http.post('/costly', { config: { limit: 'costly' } }, async () => ({}))
  http.post('/strict', { config: { limit: 'strict' } }, async () => ({}))
  http.get('/probe', { config: { isProbe: true } }, async () => ({}))
  undo.push(() => http.close())
  return listen(http, '127.0.0.1', 0)
}

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers })
const post = (url: string, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', headers })

async function statuses(times: number, ask: () => Promise<Response>): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < times; i++) {
    const response = await ask()
    await response.arrayBuffer()
    found.push(response.status)
  }
  return found
}

describe('a limit', () => {
  it('says on every answer how much is left, and refuses what is more with a problem that says when', async () => {
    const address = await start()
    for (const left of [4, 3, 2, 1, 0]) {
      const { headers, status } = await get(`${address}/read`)
      expect(status).toBe(200)
      expect(headers.get('ratelimit-policy')).toBe('"read";q=5;w=60')
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"read";r=${left};t=\\d+$`))
      expect(headers.get('retry-after')).toBeNull()
      expect(headers.has('x-ratelimit-limit')).toBe(false)
    }
    const refused = await get(`${address}/read`)
    expect(refused.status).toBe(429)
    const retryAfterS = Number(refused.headers.get('retry-after'))
    expect(retryAfterS).toBeGreaterThan(0)
    expect(retryAfterS).toBeLessThanOrEqual(12)
    expect(refused.headers.get('ratelimit')).toBe(`"read";r=0;t=${retryAfterS}`)
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await refused.json()).toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringContaining(`ask again in ${retryAfterS} s`),
    })
  })

  it('is one for each class of routes; what is not there counts too, probes never do', async () => {
    const address = await start()
    expect(await statuses(6, () => get(`${address}/nowhere`))).toEqual([404, 404, 404, 404, 404, 429])
    expect(await statuses(4, () => post(`${address}/write`))).toEqual([200, 200, 200, 429])
    expect(await statuses(3, () => post(`${address}/costly`))).toEqual([200, 200, 429])
    expect(await statuses(3, () => post(`${address}/strict`))).toEqual([200, 200, 429])
    expect(await statuses(20, () => get(`${address}/probe`))).toEqual(Array(20).fill(200))
  })

  it('of 0 is none', async () => {
    const address = await start({ limits: { ...perMinute, read: 0 } })
    expect(await statuses(20, () => get(`${address}/read`))).toEqual(Array(20).fill(200))
    expect((await get(`${address}/read`)).headers.has('ratelimit')).toBe(false)
  })

  it('is of a person wherever he comes from, and of each of his keys besides', async () => {
    const address = await start({ trusted: ['127.0.0.1'] })
    let ip = 0
    const as = (person: string, key?: string) => () =>
      post(`${address}/costly`, {
        person,
        'x-forwarded-for': `192.0.2.${++ip}`,
        ...(key !== undefined && { key }),
      })
    expect(await statuses(3, as('1'))).toEqual([200, 200, 429])
    expect(await statuses(1, as('1', 'a'))).toEqual([429])
    expect(await statuses(3, as('2', 'b'))).toEqual([200, 200, 429])
    expect(await statuses(1, as('3', 'b'))).toEqual([429])
  })

  it('counts who is not let in by his address, and refuses him once that is over its limit', async () => {
    const address = await start()
    const ask = () => post(`${address}/write`, { person: 'unknown' })
    expect(await statuses(5, ask)).toEqual([401, 401, 401, 429, 429])
    expect(await statuses(1, () => post(`${address}/write`, { person: '1' }))).toEqual([200])
  })

  it('is not got around by X-Forwarded-For, which only counts where a proxy that is trusted says it', async () => {
    const address = await start()
    let ip = 0
    const anywhere = (to: string) => () => post(`${to}/strict`, { 'x-forwarded-for': `192.0.2.${++ip}` })
    expect(await statuses(3, anywhere(address))).toEqual([200, 200, 429])
    const elsewhere = await start({ trusted: ['10.0.0.0/8'] })
    expect(await statuses(3, anywhere(elsewhere))).toEqual([200, 200, 429])
    const proxied = await start({ trusted: ['127.0.0.0/8', '10.0.0.0/8'] })
    expect(await statuses(5, anywhere(proxied))).toEqual(Array(5).fill(200))
    // What the client itself put there stands before what the proxies add.
    const through = () =>
      post(`${proxied}/strict`, { 'x-forwarded-for': `198.51.100.${++ip}, 203.0.113.9, 10.1.2.3` })
    expect(await statuses(3, through)).toEqual([200, 200, 429])
  })

  it('is of the whole network of an IPv6 address, and of an IPv4 address however it is written', () => {
    const one = countedAddress('2001:db8:1:2:aaaa::1')
    expect(countedAddress('2001:DB8:1:2:ffff:ffff:ffff:ffff')).toBe(one)
    expect(countedAddress('2001:db8:1:3::1')).not.toBe(one)
    expect(countedAddress('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(countedAddress('::1')).not.toBe(countedAddress('127.0.0.1'))
  })
})

describe('with Redis', () => {
  let server: RedisServer
  async function connect(waits: { connectMs?: number; commandMs?: number } = {}): Promise<SharedRedis> {
    const redis = await openRedis({ url: server.url, log, ...waits })
    undo.push(() => redis.close())
    return redis
  }
  const own = async () => {
    server = await startRedis()
    undo.push(() => server[Symbol.asyncDispose]())
  }

  it('a limit over several processes admits no more than it says, and one', async (context) => {
    context.skip(redisPath === null, noRedis)
    await own()
    const limits = { ...perMinute, read: 100 }
    // Who has to wait for Redis for longer than it may take counts for itself: here it may take what it takes.
    const waits = { connectMs: 30_000, commandMs: 30_000 }
    const addresses = [
      await start({ redis: await connect(waits), limits }),
      await start({ redis: await connect(waits), limits }),
    ]
    const all: number[] = []
    const startedMs = performance.now()
    await Promise.all(
      Array.from({ length: 20 }, async (_, lane) => {
        for (let i = 0; i < 20; i++) all.push((await get(`${addresses[lane % 2]}/read`)).status)
      }),
    )
    const admitted = all.filter((status) => status === 200).length
    expect(admitted).toBeGreaterThanOrEqual(100)
    // In the time that this takes, some come back: one each 600 ms.
    expect(admitted).toBeLessThanOrEqual(101 + Math.floor((performance.now() - startedMs) / 600))
    expect(all.every((status) => status === 200 || status === 429)).toBe(true)
  })

  it('a burst at several processes is admitted up to a small limit, and one: exactly, since none comes back meanwhile', async (context) => {
    context.skip(redisPath === null, noRedis)
    await own()
    const waits = { connectMs: 30_000, commandMs: 30_000 }
    const limit = 2
    const limits = { ...perMinute, read: limit }
    const addresses = [
      await start({ redis: await connect(waits), limits }),
      await start({ redis: await connect(waits), limits }),
    ]
    for (let burst = 0; burst < 5; burst++) {
      let tookMs: number
      let all: number[]
      do {
        await server.admin.call('FLUSHALL')
        const startedMs = performance.now()
        all = await Promise.all(
          Array.from({ length: 40 }, async (_, i) => (await get(`${addresses[i % 2]}/read`)).status),
        )
        tookMs = performance.now() - startedMs
        // One comes back each 30 s: a burst that a busy machine drew out so long says nothing.
      } while (tookMs >= 60_000 / limit)
      const admitted = all.filter((status) => status === 200).length
      expect(admitted).toBeGreaterThanOrEqual(limit)
      expect(admitted).toBeLessThanOrEqual(limit + 1)
      expect(all.filter((status) => status === 429)).toHaveLength(40 - admitted)
    }
  })

  it.for(['paused', 'killed'] as const)(
    'that is %s, lookups go on and are counted here, what is strict is refused, without a delay; then all is as before',
    async (how, context) => {
      context.skip(redisPath === null, noRedis)
      await own()
      const limits = { read: 2000, write: 2000, costly: 2000, strict: 2000, feeds: 2000, photos: 2000 }
      const redis = await connect()
      const address = await start({ redis, limits })
      const timed = async (times: number, ask: () => Promise<Response>) => {
        const tookMs: number[] = []
        for (let i = 0; i < times; i++) {
          const startedMs = performance.now()
          await (await ask()).arrayBuffer()
          tookMs.push(performance.now() - startedMs)
        }
        return tookMs.sort((a, b) => a - b)[Math.floor(times / 2)]!
      }
      const read = () => get(`${address}/read`)
      const strict = () => post(`${address}/strict`)
      await timed(100, read)
      const beforeMs = await timed(200, read)
      expect((await strict()).status).toBe(200)

      if (how === 'paused') await server.admin.call('CLIENT', 'PAUSE', '2500', 'ALL')
      else await server.kill()
      // Whoever comes first finds out.
      const startedMs = performance.now()
      expect((await read()).status).toBe(200)
      expect(performance.now() - startedMs).toBeLessThan(1_500)
      expect(redis.isAway()).toBe(true)
      const withoutMs = await timed(200, read)
      expect(withoutMs - beforeMs).toBeLessThan(20)
      const refused = await strict()
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toBe('2')
      expect(await refused.json()).toMatchObject({ code: 'redis-away' })
      for (const path of ['write', 'costly']) expect((await post(`${address}/${path}`)).status).toBe(200)
      const left = /r=(\d+)/.exec((await read()).headers.get('ratelimit')!)![1]
      expect(Number(left)).toBeLessThan(2000)

      if (how === 'killed') await server.start()
      await expect.poll(() => redis.isAway(), { timeout: 10_000 }).toBe(false)
      expect((await strict()).status).toBe(200)
      expect(await server.admin.keys('deal-scout:limit:strict:*')).toEqual([
        'deal-scout:limit:strict:address:127.0.0.1',
      ])
    },
  )

  it('what it holds is gone within a minute, and nothing of it names more than class and caller', async (context) => {
    context.skip(redisPath === null, noRedis)
    await own()
    const address = await start({ redis: await connect() })
    await get(`${address}/read?token=hunter2`)
    await post(`${address}/write`, { person: '7', key: '9' })
    const keys = (await server.admin.keys('*')).sort()
    expect(keys).toEqual([
      'deal-scout:limit:read:address:127.0.0.1',
      'deal-scout:limit:write:key:9',
      'deal-scout:limit:write:person:7',
    ])
    for (const key of keys) {
      const ttlMs = await server.admin.pttl(key)
      expect(ttlMs).toBeGreaterThan(0)
      expect(ttlMs).toBeLessThanOrEqual(60_000)
    }
  })
})

it('two Host headers or a foreign one are refused before anything is counted', async () => {
  const address = await start()
  const port = Number(new URL(address).port)
  for (let i = 0; i < 10; i++) {
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest({
        host: '127.0.0.1',
        port,
        path: '/read',
        headers: { host: 'evil.example' },
      })
      request.on('response', (response) => resolve(response.resume().statusCode!)).on('error', reject)
      request.end()
    })
    expect(status).toBe(421)
  }
  expect((await get(`${address}/read`)).headers.get('ratelimit')).toContain('r=4')
})
