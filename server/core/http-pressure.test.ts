import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { createHttp, listen } from './http.ts'
import { noGuards } from './http-guards.ts'
import type { Pressure } from './http-pressure.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function start(pressure: Pressure, startsMs = 0): Promise<string> {
  const http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '1',
    allowedHosts: () => ['127.0.0.1'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
    guards: { ...noGuards, pressure },
  })
  http.get('/thing', async () => ({}))
  http.get('/probe', { config: { isProbe: true } }, async () => ({}))
  undo.push(() => http.close())
  if (startsMs > 0) await http.ready()
  for (const end = performance.now() + startsMs; performance.now() < end; );
  return listen(http, '127.0.0.1', 0)
}

const ask = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Keeps this process from anything else for most of the time, as too much work does. */
function burden(): () => void {
  const timer = setInterval(() => {
    const end = performance.now() + 120
    while (performance.now() < end);
  }, 1)
  return () => clearInterval(timer)
}

it('a process that is behind refuses requests with 503 and when to ask again, answers probes, and recovers by itself', async () => {
  const address = await start({ eventLoopDelayMs: 50, heapPercent: 0 })
  expect((await ask(`${address}/thing`)).status).toBe(200)
  const ease = burden()
  undo.push(ease)
  await expect.poll(async () => (await ask(`${address}/thing`)).status, { timeout: 15_000 }).toBe(503)
  const { status, headers, body } = await ask(`${address}/thing`)
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('2')
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(body).toMatchObject({ code: 'overloaded', detail: expect.stringContaining('ask again in 2 s') })
  expect((await ask(`${address}/probe`)).status).toBe(200)
  ease()
  await expect.poll(async () => (await ask(`${address}/thing`)).status, { timeout: 15_000 }).toBe(200)
})

it('so does one whose memory is nearly used up', async () => {
  const address = await start({ eventLoopDelayMs: 0, heapPercent: 0.001 })
  await expect.poll(async () => (await ask(`${address}/thing`)).status, { timeout: 15_000 }).toBe(503)
  expect((await ask(`${address}/probe`)).status).toBe(200)
})

it('what starting took sheds nothing', async () => {
  const address = await start({ eventLoopDelayMs: 50, heapPercent: 0 }, 1200)
  expect((await ask(`${address}/thing`)).status).toBe(200)
})

it('0 sheds nothing', async () => {
  const address = await start({ eventLoopDelayMs: 0, heapPercent: 0 })
  const ease = burden()
  undo.push(ease)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await ask(`${address}/thing`)).status).toBe(200)
})
